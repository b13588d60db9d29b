"""XML files: feeds (RSS, Atom) and articles (NITF, NewsML-G2, plain ones), parsed with entities and external references off."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from graph.errors import InvalidDate
from graph.timespan import TimeSpan
from ingest.readers.dates import parse_published
from ingest.readers.documents import Document, Item, Metadata, Notice, RejectedInput, check_text
from ingest.readers.feeds import read_feed
from ingest.readers.html import own_address, read_html

FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
ARTICLES = frozenset({"article", "doc", "document", "item", "newsitem", "nitf", "record", "report", "story"})

# Names of elements (in lower case, without namespace) by what they hold, the surest first.
BODIES = ("body.content", "articlebody", "body", "content", "text", "story")
TITLES = ("hl1", "headline", "title")
DATES = ("date.issue", "datepublished", "pubdate", "published", "issued", "contentcreated", "versioncreated", "date")
PUBLISHERS = ("publisher", "provider", "source", "doc.copyright")
ADDRESSES = ("url", "link")
IDS = ("doc-id", "guid", "id")
# News is nested a dozen deep; what is nested without end is meant to do harm.
MAX_DEPTH = 200
PARAGRAPHS = frozenset({"p", "para", "paragraph", "h1", "h2", "h3", "h4", "hl2", "li", "block"})
UNSEEN = frozenset({"media", "figure", "caption", "table", "script", "style", "body.end"})
# Where an element holds its value in an attribute: NITF's dates, ids and rights.
VALUE_ATTRIBUTES = ("norm", "id-string", "holder", "literal", "href")


def read_xml(data: bytes, name: str, given: Metadata) -> Iterator[Item]:
    """The reports of an XML file: a feed's entries, an article, or each article of a list."""
    root = _parsed(data)
    kind = _local_name(root)
    if kind in FEED_ROOTS:
        yield from read_feed(data, name, given.shared())
    elif kind == "html":
        yield from read_html(data, name, given)
    else:
        articles = [child for child in root if _local_name(child) in ARTICLES]
        if kind in ARTICLES or len(articles) == 0:
            yield from _article(root, name, given)
            return
        for number, article in enumerate(articles, 1):
            try:
                yield from _article(article, f"{name}#{number}", given.shared())
            except RejectedInput as error:
                yield error.rejection(f"{name}#{number}")


def _parsed(data: bytes) -> Element:
    if not data.strip():
        raise RejectedInput("empty", "it holds no text" if not data else "it holds nothing but blanks")
    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        raise RejectedInput(
            "malformed-xml", f"it declares entities or refers to other files, which is not followed ({error})"
        ) from error
    except ParseError as error:
        raise RejectedInput("malformed-xml", f"it is not well-formed: {error}", error.position[0]) from error
    except (LookupError, ValueError, RecursionError) as error:
        raise RejectedInput("malformed-xml", f"it cannot be read: {error}") from error
    if _is_deeper(root, MAX_DEPTH):
        raise RejectedInput("malformed-xml", f"its elements are nested more than {MAX_DEPTH} deep")
    return root


def _is_deeper(root: Element, limit: int) -> bool:
    level = [root]
    for _ in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def _article(root: Element, name: str, given: Metadata) -> Iterator[Item]:
    body = next(
        (element for tag in BODIES for element in root.iter() if _local_name(element) == tag and _text_of(element)),
        None,
    )
    if body is None:
        raise RejectedInput("no-text", f"no body of an article was found; one stands in {', '.join(BODIES)}")
    published: TimeSpan | None = None
    value = _value(root, DATES, body)
    if value is not None:
        try:
            published = parse_published(value)
        except InvalidDate:
            yield Notice(
                name, None, f"it gives {value!r} as its date of publication, which is no date; it is read as undated"
            )
    own = Metadata(
        url=own_address(_value(root, ADDRESSES, body)),
        given_id=root.get("guid") or root.get("id") or _value(root, IDS, body),
        publisher=_value(root, PUBLISHERS, body),
        title=_value(root, TITLES, body),
        published=published,
    )
    yield Document.of(name, name, check_text(_text_of(body)), given.or_else(own))


def _text_of(body: Element) -> str:
    """A line for each paragraph; the whole, line by line, where no paragraphs are marked."""
    paragraphs = [
        _joined(element)
        for element in body.iter()
        if _local_name(element) in PARAGRAPHS and not _holds_paragraphs(element)
    ]
    lines = paragraphs or [_joined(element) for element in [body]]
    return "\n".join(line for line in lines if line)


def _holds_paragraphs(element: Element) -> bool:
    return any(_local_name(inner) in PARAGRAPHS for inner in element.iter() if inner is not element)


def _joined(element: Element) -> str:
    pieces: list[str] = []
    _collect(element, pieces)
    return "\n".join(line for line in (" ".join(line.split()) for line in "".join(pieces).split("\n")) if line)


def _collect(element: Element, pieces: list[str]) -> None:
    if _local_name(element) in UNSEEN:
        return
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")


def _value(root: Element, tags: tuple[str, ...], body: Element) -> str | None:
    """The text, or the value in an attribute, of the first element of these names outside the body."""
    inside = set(body.iter())
    for tag in tags:
        for element in root.iter():
            if _local_name(element) == tag and element not in inside:
                text = next((element.get(key) for key in VALUE_ATTRIBUTES if element.get(key)), None) or "".join(
                    element.itertext()
                )
                if text.strip():
                    return " ".join(text.split())
    return None


def _local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""
