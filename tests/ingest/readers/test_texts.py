"""Texts as they are, and what is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers import Document, Notice, Rejection, read_sources
from ingest.readers.documents import MAX_TEXT_BYTES

ENGLISH = "The ferry left the harbour at noon, the port authority said, and nobody was hurt."
GERMAN = (
    "Die Fähre hat den Hafen am Mittag verlassen, teilte die Hafenbehörde mit, und niemand wurde verletzt. "
    "Am Abend soll der Streik nach Angaben der Gewerkschaft trotzdem weitergehen."
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain.", "Plain."),
        ("Café.".encode(), "Café."),
        (codecs.BOM_UTF8 + b"With a mark.", "With a mark."),
        (codecs.BOM_UTF16_LE + "Wide “text”.".encode("utf-16-le"), "Wide “text”."),
        (codecs.BOM_UTF16_BE + "Wide “text”.".encode("utf-16-be"), "Wide “text”."),
        (codecs.BOM_UTF32_LE + "Wider.".encode("utf-32-le"), "Wider."),
        (b"One\r\ntwo\rthree\nfour\r\n\r\n", "One\r\ntwo\rthree\nfour\r\n\r\n"),
        (
            b"He said \x93yes\x94 \x96 twice in an hour \x96 at the caf\xe9.",
            "He said “yes” – twice in an hour – at the café.",
        ),
        ("Blanks\u00a0and \U0001f6a2 ships.  ".encode(), "Blanks\u00a0and \U0001f6a2 ships.  "),
    ],
    ids=[
        "ascii",
        "utf-8",
        "utf-8-mark",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "line-ends",
        "windows-1252",
        "beyond-the-basic-plane",
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_text_is_read_as_it_is(tmp_path: Path, data: bytes, text: str, suffix: str, write, documents) -> None:
    write(tmp_path, **{f"a_{suffix}": data})
    (document,) = documents(tmp_path)
    assert document.text == text
    assert (document.ref, document.relative_path, document.language, document.published) == (
        f"a.{suffix}",
        f"a.{suffix}",
        "en",
        None,
    )


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), max_size=90),
    st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
)
def test_the_text_is_what_was_encoded(tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str) -> None:
    path = tmp_path_factory.mktemp("texts") / "a.txt"
    path.write_bytes(text.encode(encoding))
    for item in read_sources([str(path)]):
        if isinstance(item, Document):
            assert item.text == text.removeprefix("\ufeff")
        elif isinstance(item, Rejection):
            assert item.reason in ("empty", "not-english")


BAD_TEXTS = [
    (b"", "empty", None),
    (b" \n\t\r\n ", "empty", None),
    (codecs.BOM_UTF8, "empty", None),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "binary", None),
    (b"%PDF-1.7 and so on", "binary", None),
    (b"Text with a \x00 in it", "binary", None),
    ("No mark.".encode("utf-16-le"), "binary", None),
    (b"\x01\x02\x03\x04 bytes", "binary", None),
    ("Café, and then ".encode() + b"\xff broken", "undecodable", 1),
    ("Line one, café.\nLine two ".encode() + b"\xc3", "undecodable", 2),
    (codecs.BOM_UTF16_LE + b"odd", "undecodable", None),
    ("Паром вышел из порта в полдень.".encode("cp1251"), "undecodable", 1),
    (GERMAN.encode(), "not-english", None),
    ("Паром вышел из порта в полдень, и никто не пострадал.".encode(), "not-english", None),
    (b"word " * (MAX_TEXT_BYTES // 5 + 1), "too-large", None),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason", "line"), BAD_TEXTS, ids=lambda value: repr(value)[:24])
def test_a_bad_text_is_rejected_with_its_reason_and_the_others_go_in(
    tmp_path: Path, data: bytes, reason: str, line: int | None, write, documents, rejections
) -> None:
    write(tmp_path, a_txt="Before. " + ENGLISH, b_txt=data, c_txt="After. " + ENGLISH)
    assert rejections(tmp_path) == [("b.txt", line, reason)]
    assert [document.ref for document in documents(tmp_path)] == ["a.txt", "c.txt"]


def test_text_that_is_read_as_windows_1252_is_noticed(tmp_path: Path, write, notices) -> None:
    write(tmp_path, a_txt=b"They met at the caf\xe9.")
    assert [(notice.ref, "Windows-1252" in notice.detail) for notice in notices(tmp_path)] == [("a.txt", True)]


@settings(deadline=None)
@given(
    st.sampled_from([".txt", ".json", ".jsonl", ".html", ".xml", ".rss", ""]),
    st.one_of(
        st.binary(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    b"<p>",
                    b"</p>",
                    b"<rss>",
                    b"<item>",
                    b'{"text":',
                    b'"x"}',
                    b"\n",
                    b"\xff",
                    b"<!DOCTYPE x [",
                    b"&a;",
                    b"words ",
                    b"]>",
                    b"<",
                ]
            )
        ).map(b"".join),
    ),
)
def test_no_input_stops_a_run(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(data)
    for item in read_sources([str(path)]):
        assert isinstance(item, Document | Rejection | Notice)
        if isinstance(item, Rejection):
            assert item.detail
