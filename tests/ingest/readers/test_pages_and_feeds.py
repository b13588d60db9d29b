"""Web pages, feeds and news XML: the report in them, and nothing around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.timespan import day_span
from ingest.readers import Document
from ingest.readers.html import plain_text

PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Ferry strike | Courier</title>
<meta property="og:site_name" content="Black Sea Courier"><meta property="og:title" content="Ferry strike enters third day">
HEAD</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ferry strike enters third day</h1>
<p>Dock workers in Varna walked out again on Tuesday, the port authority said, and no ferry left the harbour.</p>
<p>“We have waited for two years,” said Ilia Stoyanov, who leads the union. “Nobody can say that we were hasty &amp; rash.”</p>
<figure><img src="a.jpg"><figcaption>Workers at the gate.</figcaption></figure>
<p>The authority expects talks to begin on Thursday. Passengers were told to travel by road.</p></article>
<script>alert("no part of it")</script><footer><p>&copy; 2021 Black Sea Courier. All rights reserved.</p></footer></body></html>"""


def page(head: str = "") -> str:
    return PAGE.replace("HEAD", head)


def test_a_page_gives_its_article_with_what_it_says_of_itself(tmp_path: Path, write, run) -> None:
    head = """<link rel="canonical" href="https://courier.example/2023/ferry">
        <meta property="article:published_time" content="2023-05-09T23:30:00-05:00">"""
    write(tmp_path, a_html=page(head))
    (document,) = run(tmp_path)
    assert isinstance(document, Document)
    assert document.title == "Ferry strike enters third day"
    assert document.publisher == "Black Sea Courier"
    assert document.url == "https://courier.example/2023/ferry"
    assert document.published == day_span(date(2023, 5, 9))
    assert document.language == "en"
    assert "“Nobody can say that we were hasty & rash.”" in document.text
    for noise in ("Home", "alert", "rights reserved", "<"):
        assert noise not in document.text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2023-05-09T10:00:00Z"}]}</script>',
            date(2023, 5, 9),
        ),
        ('<meta name="DC.date.issued" content="2023-05-09">', date(2023, 5, 9)),
        (
            '<meta property="article:modified_time" content="2023-05-11"><meta name="pubdate" content="2023-05-09">',
            date(2023, 5, 9),
        ),
        (
            '<script type="application/ld+json">{broken</script><meta name="date" content="2023-05-09">',
            date(2023, 5, 9),
        ),
        ("", None),
    ],
)
def test_the_day_is_the_declared_one_and_never_a_guess(
    tmp_path: Path, head: str, day: date | None, write, documents
) -> None:
    write(tmp_path, a_htm=page(head))
    (document,) = documents(tmp_path)
    assert document.published == (None if day is None else day_span(day))


def test_an_impossible_day_of_a_page_is_noticed_and_the_page_read(tmp_path: Path, write, documents, notices) -> None:
    write(tmp_path, a_html=page('<meta name="date" content="2023-02-30">'))
    assert [document.published for document in documents(tmp_path)] == [None]
    assert ["'2023-02-30'" in notice.detail for notice in notices(tmp_path)] == [True]


def test_the_manifest_goes_before_the_page(tmp_path: Path, write, documents) -> None:
    write(tmp_path, a_html=page(), manifest_jsonl='{"file": "a.html", "published": "2023-05-10", "title": "Strike"}')
    (document,) = documents(tmp_path)
    assert (document.title, document.published, document.publisher) == (
        "Strike",
        day_span(date(2023, 5, 10)),
        "Black Sea Courier",
    )


def test_the_address_of_the_whole_site_is_not_the_page_s(tmp_path: Path, write, documents) -> None:
    write(tmp_path, a_html=page('<link rel="canonical" href="https://courier.example/">'))
    assert [document.url for document in documents(tmp_path)] == [None]


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path, write, documents) -> None:
    text = page().replace("utf-8", "iso-8859-2").replace("hasty", "hasty, Łódź-style,")
    write(tmp_path, a_html=text.replace("“", '"').replace("”", '"').encode("iso-8859-2"))
    (document,) = documents(tmp_path)
    assert "Łódź-style" in document.text


@pytest.mark.parametrize("content", ["<html><body></body></html>", "<p></p>", "<div>" * 30_000, "words without a tag"])
def test_a_page_without_an_article_is_rejected(tmp_path: Path, content: str, write, rejections) -> None:
    write(tmp_path, a_html=content)
    assert rejections(tmp_path) == [("a.html", None, "no-text")]


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("Plain  words", "Plain  words"),
        ("<p>One <b>bold</b>\n word.</p><p>Two.</p>", "One bold word.\nTwo."),
        ("One<br/>two &amp; three<script>no()</script>", "One\ntwo & three"),
        ("5 < 7 and 8 > 2", "5 < 7 and 8 > 2"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("", ""),
    ],
)
def test_a_fragment_becomes_lines(fragment: str, text: str) -> None:
    assert plain_text(fragment) == text


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title><link>https://courier.example</link>
<item><title>One &amp;amp; all</title><link>https://courier.example/1</link><guid>g1</guid>
<pubDate>Fri, 10 Feb 2023 23:30:00 -0500</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>Workers walked out.</p><p>No ferry <b>left</b> the port.</p>]]></content:encoded></item>
<item><title>Two</title><description>Only a teaser.</description><pubDate>yesterday</pubDate></item>
<item><title>Three</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><id>urn:entry:1</id><title>One</title>
<updated>2023-02-10T01:00:00+02:00</updated><summary>A summary.</summary></entry></feed>"""


def test_each_entry_of_a_feed_is_a_report(tmp_path: Path, write, documents, rejections, notices) -> None:
    write(tmp_path, feed_xml=RSS)
    one, two = documents(tmp_path)
    assert one == Document(
        ref="https://courier.example/1", relative_path="feed.xml#g1", text="Workers walked out.\nNo ferry left the port.",
        url="https://courier.example/1", given_id="g1", publisher="Courier", title="One & all", language="en",
        published=day_span(date(2023, 2, 10)),
    )  # fmt: skip
    assert (two.ref, two.text, two.published) == ("feed.xml#2", "Only a teaser.", None)
    assert rejections(tmp_path) == [("feed.xml#3", None, "no-text")]
    assert [notice.ref for notice in notices(tmp_path)] == ["feed.xml#2"]


def test_an_atom_entry_is_dated_by_its_update_where_it_says_no_more(tmp_path: Path, write, documents) -> None:
    write(tmp_path, feed_atom=ATOM)
    (document,) = documents(tmp_path)
    assert (document.url, document.given_id, document.published) == (None, "urn:entry:1", day_span(date(2023, 2, 10)))


NITF = """<?xml version="1.0"?><nitf><head><title>Slug</title><docdata><doc-id id-string="n-7"/>
<date.issue norm="20230210T101500+0200"/><doc.copyright holder="Danube Press"/></docdata></head>
<body><body.head><hedline><hl1>Ferry strike</hl1></hedline></body.head>
<body.content><p>Workers walked <em>out</em> again.</p><media><media-caption>Not this.</media-caption></media>
<p>No ferry left.</p></body.content></body></nitf>"""

NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:danube,7"><itemMeta>
<versionCreated>2023-02-10T10:00:00Z</versionCreated>
</itemMeta><contentMeta><headline>Ferry strike</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Workers walked out again.</p><p>No ferry left.</p></body></html>
</inlineXML></contentSet></newsItem>"""

PLAIN = """<article id="7"><title>Ferry strike</title><published>2023-02-10</published><publisher>Danube Press</publisher>
<url>https://danube.example/7</url><text>Workers walked out again.
No ferry left.</text></article>"""


@pytest.mark.parametrize(
    ("xml", "given_id"), [(NITF, "n-7"), (NEWSML, "tag:danube,7"), (PLAIN, "7")], ids=["nitf", "newsml", "plain"]
)
def test_an_article_in_xml(tmp_path: Path, xml: str, given_id: str, write, documents) -> None:
    write(tmp_path, a_xml=xml)
    (document,) = documents(tmp_path)
    assert (document.title, document.given_id, document.published) == (
        "Ferry strike",
        given_id,
        day_span(date(2023, 2, 10)),
    )
    assert document.text.split("\n")[-1] == "No ferry left."
    assert "Not this" not in document.text


def test_articles_of_a_list_are_read_one_by_one(tmp_path: Path, write, documents, rejections) -> None:
    write(
        tmp_path,
        a_xml="<articles><article><text>One.</text></article><article/><article><text>Two.</text></article></articles>",
    )
    assert [(document.ref, document.text) for document in documents(tmp_path)] == [
        ("a.xml#1", "One."),
        ("a.xml#3", "Two."),
    ]
    assert rejections(tmp_path) == [("a.xml#2", None, "no-text")]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HARMFUL_OR_BROKEN = [
    f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss><channel><item><title>&l9;</title></item></channel></rss>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><article><text>&x;</text></article>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]><article><text>Words.</text></article>',
    "<rss><channel>\n<item>",
    "no XML at all",
    "<a>" * 5000 + "</a>" * 5000,
    '<?xml version="1.0" encoding="no-such"?><a/>',
]


@pytest.mark.parametrize(
    "xml", HARMFUL_OR_BROKEN, ids=["laughs", "file", "parameter", "cut", "text", "deep", "encoding"]
)
def test_xml_that_is_broken_or_means_harm_is_rejected(tmp_path: Path, xml: str, write, rejections) -> None:
    write(tmp_path, a_xml=xml)
    ((ref, _, reason),) = rejections(tmp_path)
    assert (ref, reason) == ("a.xml", "malformed-xml")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [("", "empty"), (" \n", "empty"), ("<rss><channel/></rss>", "empty"), ("<note><to>You</to></note>", "no-text")],
)
def test_xml_without_a_report_is_rejected(tmp_path: Path, xml: str, reason: str, write, rejections) -> None:
    write(tmp_path, a_xml=xml)
    assert rejections(tmp_path) == [("a.xml", None, reason)]
