"""Saved web pages: the article's text, title, day, publisher and address, and nothing of what stands around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import lxml.html
from lxml.etree import LxmlError
from trafilatura import bare_extraction

from graph.errors import InvalidDate
from graph.timespan import TimeSpan, day_span
from ingest.readers.dates import parse_published
from ingest.readers.decoding import decode
from ingest.readers.documents import Document, Item, Metadata, Notice, RejectedInput, check_text

# Where pages declare when they were published, the surest first.
PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date",
)  # fmt: skip

# Guesses from the whole page find years of copyright, and what is possible must not depend on the day of reading.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# A browser looks for the encoding in this many bytes, and so does the standard.
_ENCODING_BYTES = 1024
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

# Elements that stand on lines of their own when a fragment becomes text.
_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "section", "tr"
})  # fmt: skip
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "figcaption", "form", "button"}
)


def read_html(data: bytes, name: str, given: Metadata) -> Iterator[Item]:
    """The article of a page. What the manifest gives goes before what the page says."""
    charset = _CHARSET.search(data[:_ENCODING_BYTES])
    decoded = decode(data, charset[1].decode("ascii") if charset else None)
    check_text(decoded.text)
    try:
        page = bare_extraction(
            decoded.text, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATE_SEARCH)
        )
        tree = lxml.html.fromstring(decoded.text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # trafilatura names no errors of its own, and one odd page must not end a run
        raise RejectedInput("malformed-html", f"it cannot be read as a page: {error}") from error
    text = page.text if page is not None and not isinstance(page, dict) else None
    if page is None or isinstance(page, dict) or not text or not text.strip():
        raise RejectedInput("no-text", "no article was found in this page")
    published = given.published
    if published is None:
        declared = _declared_date(tree)
        try:
            published = parse_published(declared) if declared is not None else _found_date(page.date)
        except InvalidDate:
            yield Notice(
                name,
                None,
                f"it declares {declared!r} as its date of publication, which is no date; it is read as undated",
            )
    own = Metadata(
        url=own_address(page.url), publisher=page.sitename or None, title=page.title or None, published=published
    )
    yield Document.of(name, name, check_text(text), given.or_else(own))


def plain_text(fragment: str) -> str:
    """A fragment of HTML, as feeds carry it, as text: a line for each block, blanks collapsed."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        pieces: list[str] = []
        _collect(lxml.html.fragment_fromstring(fragment, create_parent="div"), pieces)
    except (LxmlError, ValueError, RecursionError):
        return re.sub(r"<[^>]*>", " ", fragment).strip()
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(element: lxml.html.HtmlElement, pieces: list[str]) -> None:
    is_block = element.tag in _BLOCKS
    if is_block:
        pieces.append("\n")
    if isinstance(element.tag, str) and element.tag not in _UNSEEN:
        pieces.append(re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            _collect(child, pieces)
            pieces.append(re.sub(r"\s+", " ", child.tail or ""))
    if is_block:
        pieces.append("\n")


def _declared_date(tree: lxml.html.HtmlElement) -> str | None:
    """What the page itself declares as its date of publication: JSON-LD, then meta elements, then a marked time."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and (value := _json_date(script.text or "")):
            return value
    by_name: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        by_name.setdefault(name, (element.get("content") or "").strip())
    for name in PUBLISHED_META:
        if by_name.get(name):
            return by_name[name]
    for element in tree.iter("time"):
        if (element.get("itemprop") == "datePublished" or element.get("pubdate") is not None) and element.get(
            "datetime"
        ):
            return str(element.get("datetime")).strip()
    return None


def _json_date(script: str) -> str | None:
    """The first `datePublished` of a JSON-LD script, in the order of the script."""
    try:
        queue: list[object] = [json.loads(script)]
    except (ValueError, RecursionError):
        return None
    while queue:
        value = queue.pop(0)
        if isinstance(value, dict):
            found = value.get("datePublished")
            if isinstance(found, str) and found.strip():
                return found.strip()
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)
    return None


def _found_date(value: str | None) -> TimeSpan | None:
    """A date found in the page's layout; the first of a month may be a month or year filled up, and is not believed."""
    if not value:
        return None
    day = date.fromisoformat(value)
    return None if day.day == 1 else day_span(day)


def own_address(url: str | None) -> str | None:
    """A report's web address, unless it is that of a whole site, which many reports would share."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query) else None
