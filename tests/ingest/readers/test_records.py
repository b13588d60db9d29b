"""JSON, JSON Lines and standard input."""

from __future__ import annotations

import codecs
import json
from datetime import date
from pathlib import Path

import pytest

from graph.timespan import TimeSpan, day_span, month_span
from ingest.readers import Document, read_sources
from ingest.readers.documents import MAX_TEXT_BYTES

ENGLISH = "The ferry left the harbour at noon, the port authority said, and nobody was hurt."
GERMAN = (
    "Die Fähre hat den Hafen am Mittag verlassen, teilte die Hafenbehörde mit, und niemand wurde verletzt. "
    "Am Abend soll der Streik nach Angaben der Gewerkschaft trotzdem weitergehen."
)


def test_one_malformed_line_of_five_is_rejected_and_four_come_through(
    tmp_path: Path, write, documents, rejections
) -> None:
    lines = [json.dumps({"id": f"r{number}", "text": f"Report {number}."}) for number in range(1, 6)]
    lines[2] = '{"id": "r3", "text": '
    write(tmp_path, wire_jsonl="\r\n".join(lines))
    assert rejections(tmp_path) == [("wire.jsonl#3", 3, "malformed-json")]
    assert [(d.ref, d.given_id) for d in documents(tmp_path)] == [(f"wire.jsonl#r{n}", f"r{n}") for n in (1, 2, 4, 5)]


BAD_LINES = [
    (b"[1, 2]", "malformed-json"),
    (b'"text"', "malformed-json"),
    (b'{"text": 7}', "malformed-json"),
    (b'{"id": "x"}', "no-text"),
    (b'{"text": null}', "no-text"),
    (b'{"text": " "}', "empty"),
    (b'{"text": "half \\ud83d"}', "undecodable"),
    (b'{"text": "caf\xc3\xa9 \xff"}', "undecodable"),
    (b'{"text": "nul \\u0000"}', "binary"),
    (b'{"text": "x", "published": "2023-02-30"}', "impossible-date"),
    (b'{"text": "x", "id": 1.5}', "malformed-json"),
    (b"[" * 100_000, "malformed-json"),
    (b'{"n": ' + b"9" * 5000 + b', "text": "x"}', "malformed-json"),
    (json.dumps({"text": GERMAN}).encode(), "not-english"),
    (json.dumps({"text": "word " * (MAX_TEXT_BYTES // 5 + 1)}).encode(), "too-large"),
    (b'{"text": "' + b"word " * (MAX_TEXT_BYTES // 2) + b'"}', "too-large"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), BAD_LINES, ids=lambda value: repr(value)[:30])
def test_a_bad_line_is_rejected_and_the_others_go_in(
    tmp_path: Path, line: bytes, reason: str, write, documents, rejections
) -> None:
    write(tmp_path, wire_jsonl=b'{"text": "First."}\n' + line + b'\n\n{"text": "Last."}\n')
    ((_, number, found),) = rejections(tmp_path)
    assert (found, number) == (reason, None if reason == "not-english" else 2)
    assert [(d.ref, d.text) for d in documents(tmp_path)] == [("wire.jsonl#1", "First."), ("wire.jsonl#4", "Last.")]


def test_an_id_comes_back_as_it_was(documents) -> None:
    lines = b'{"id": 7, "text": "One."}\n{"id": "7a", "text": "Two."}\n{"id": null, "text": "Three."}'
    assert [d.given_id for d in documents("-", stdin=lines)] == [7, "7a", None]


def test_newlines_and_characters_of_a_record_are_kept(documents) -> None:
    text = " One\r\ntwo\u2028three \U0001f6a2\n"
    (document,) = documents("-", stdin=json.dumps({"text": text}).encode())
    assert document.text == text


def test_json_lines_in_utf_16_are_read(tmp_path: Path, write, documents) -> None:
    write(tmp_path, wire_jsonl='{"text": "One."}\n{"text": "Two."}'.encode("utf-16"))
    assert [d.text for d in documents(tmp_path)] == ["One.", "Two."]


def test_a_large_file_of_lines_is_streamed(tmp_path: Path) -> None:
    with (tmp_path / "wire.jsonl").open("w") as stream:
        for number in range(60):
            stream.write(json.dumps({"id": number, "text": f"Report {number}. " + ENGLISH * 11_000}) + "\n")
    assert (tmp_path / "wire.jsonl").stat().st_size > 50_000_000
    items = read_sources([str(tmp_path)])
    assert [item.given_id for item in items if isinstance(item, Document)] == list(range(60))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.xml"])
def test_a_large_file_of_another_kind_is_refused_without_reading(tmp_path: Path, name: str, rejections) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(50_000_000)
    assert rejections(tmp_path) == [(name, None, "too-large")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"id": "a", "text": "One."}', [("a.json", "One.")]),
        ('[{"id": "x", "text": "One."}, {"text": "Two."}]', [("a.json#x", "One."), ("a.json#2", "Two.")]),
        ('{"status": "ok", "articles": [{"content": "One.", "source": {"name": "Courier"}}]}', [("a.json#1", "One.")]),
        ('{"items": [{"id": "1", "content_html": "<p>One.</p><p>Two.</p>"}]}', [("a.json#1", "One.\nTwo.")]),
        ('{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "One."}', [("a.json", "One.")]),
        ('{\n  "text": "One."\n}\n', [("a.json", "One.")]),
        ('{"text": "One."}\n{"text": "Two."}\n', [("a.json#1", "One."), ("a.json#2", "Two.")]),
    ],
)  # fmt: skip
def test_json_files_of_one_report_or_many(
    tmp_path: Path, content: str, expected: list[tuple[str, str]], write, documents
) -> None:
    write(tmp_path, a_json=content)
    assert [(d.ref, d.text) for d in documents(tmp_path)] == expected


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        ("", "empty", None),
        ("{", "malformed-json", 1),
        ('{"text":\n "a" "b"}', "malformed-json", 2),
        ("7", "malformed-json", None),
        ("{}", "no-text", None),
    ],
)
def test_bad_json_files(tmp_path: Path, content: str, reason: str, line: int | None, write, rejections) -> None:
    write(tmp_path, a_json=content)
    assert rejections(tmp_path) == [("a.json", line, reason)]


@pytest.mark.parametrize(
    ("published", "span"),
    [
        ("2023-02-03", day_span(date(2023, 2, 3))),
        ("2023-02", month_span(2023, 2)),
        ("2023-02-03T23:30:00-05:00", day_span(date(2023, 2, 3))),
        ("2023-02-03T00:30:00+02:00", day_span(date(2023, 2, 3))),
        ("2023-02-03T10:00:00Z", day_span(date(2023, 2, 3))),
        ("2023-02-03 10:00", day_span(date(2023, 2, 3))),
        ("20230203T101500+0200", day_span(date(2023, 2, 3))),
        ("Fri, 03 Feb 2023 23:30:00 -0500", day_span(date(2023, 2, 3))),
        ("", None),
    ],
)
def test_a_moment_is_published_on_its_own_day(published: str, span: TimeSpan | None, documents) -> None:
    (document,) = documents("-", stdin=json.dumps({"text": "One.", "published": published}).encode())
    assert document.published == span


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"id": "a", "text": "One."}\n{"text": "Two."}\n', [("-#a", "One."), ("-#2", "Two.")]),
        (b'{"text": "One."}', [("-#1", "One.")]),
        (b"Just a text.\nOf two lines.\n", [("-", "Just a text.\nOf two lines.\n")]),
        (b'{\n"text": "One."\n}', [("-", "One.")]),
        (b'[{"text": "One."}]', [("-#1", "One.")]),
        (b"{curly} words", [("-", "{curly} words")]),
        (b"[Kyiv] A text.", [("-", "[Kyiv] A text.")]),
        (codecs.BOM_UTF8 + b'{"text": "One."}\n', [("-#1", "One.")]),
        (codecs.BOM_UTF16_LE + "Wide.\nLines.".encode("utf-16-le"), [("-", "Wide.\nLines.")]),
        (b"<rss><channel><item><description>One.</description></item></channel></rss>", [("-#1", "One.")]),
    ],
)  # fmt: skip
def test_standard_input_is_json_lines_or_one_text(data: bytes, expected: list[tuple[str, str]], documents) -> None:
    assert [(d.ref, d.text) for d in documents("-", stdin=data)] == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b'{"id": "a", "text":\n', "malformed-json"),
        (b"word " * (MAX_TEXT_BYTES // 4), "too-large"),
    ],
)
def test_bad_standard_input(data: bytes, reason: str, rejections) -> None:
    assert [found for _, _, found in rejections("-", stdin=data)] == [reason]


def test_a_malformed_first_line_of_standard_input_does_not_hide_the_others(documents, rejections) -> None:
    data = b'{"text": "One.\n{"text": "Two."}\n'
    assert rejections("-", stdin=data) == [("-#1", 1, "malformed-json")]
    assert [d.text for d in documents("-", stdin=data)] == ["Two."]
