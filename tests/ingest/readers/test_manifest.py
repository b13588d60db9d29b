"""Manifests beside the files and named by the user."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from graph.timespan import day_span, month_span
from ingest.readers import Document

ENGLISH = "The ferry left the harbour at noon, the port authority said, and nobody was hurt."
GERMAN = (
    "Die Fähre hat den Hafen am Mittag verlassen, teilte die Hafenbehörde mit, und niemand wurde verletzt. "
    "Am Abend soll der Streik nach Angaben der Gewerkschaft trotzdem weitergehen."
)


def test_a_manifest_beside_the_files_gives_their_metadata(tmp_path: Path, write, run) -> None:
    record = {
        "file": "a.txt", "id": "c-7", "published": "2023-02-03", "publisher": "Courier", "title": "Ferry", "url": "https://courier.example/7",
        "language": "en", "note": "checked",
    }  # fmt: skip
    write(tmp_path, a_txt=ENGLISH, manifest_jsonl=json.dumps(record))
    expected = Document(
        ref="a.txt", relative_path="a.txt", text=ENGLISH, url="https://courier.example/7", given_id="c-7", publisher="Courier",
        title="Ferry", language="en", published=day_span(date(2023, 2, 3)), note="checked",
    )  # fmt: skip
    for sources in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "a.txt", tmp_path / "manifest.jsonl"]):
        assert run(*sources) == [expected]


def test_null_and_empty_are_absent(tmp_path: Path, write, run) -> None:
    write(tmp_path, a_txt=ENGLISH, manifest_jsonl='{"file": "a.txt", "published": null, "publisher": " ", "title": ""}')
    assert run(tmp_path) == [Document("a.txt", "a.txt", ENGLISH, language="en")]


def test_what_is_wrong_with_a_manifest_is_said_and_the_rest_holds(tmp_path: Path, write, documents, notices) -> None:
    lines = [
        '{"file": "a.txt", "publishd": "2023-02-03", "publisher": "Courier"}',
        "not json",
        '{"file": "gone.txt"}',
        '{"publisher": "no file"}',
        '{"file": "b.txt", "published": 20230203}',
        '{"file": "a.txt", "publisher": "Second"}',
        "[]",
    ]
    write(tmp_path, a_txt=ENGLISH, b_txt="B.", manifest_jsonl="\n".join(lines))
    said = notices(tmp_path)
    assert [(notice.ref, notice.line) for notice in said] == [("manifest.jsonl", line) for line in range(1, 8)]
    assert "'publishd'" in said[0].detail
    assert "gone.txt" in said[2].detail
    assert [(document.ref, document.publisher) for document in documents(tmp_path)] == [
        ("a.txt", "Courier"),
        ("b.txt", None),
    ]


@pytest.mark.parametrize("published", ["2023-02-30", "yesterday", "2023-13", "../2023-02-03", "2023-02-03T25:00:00"])
def test_an_impossible_date_rejects_the_report_and_names_the_line(
    tmp_path: Path, published: str, write, documents, rejections
) -> None:
    records = [{"file": "a.txt"}, {"file": "b.txt", "published": published}]
    write(tmp_path, a_txt=ENGLISH, b_txt="B.", manifest_jsonl="\n".join(map(json.dumps, records)))
    assert rejections(tmp_path) == [("b.txt", 2, "impossible-date")]
    assert [document.ref for document in documents(tmp_path)] == ["a.txt"]


def test_the_nearest_manifest_holds_and_one_named_by_the_user_goes_before_all(
    tmp_path: Path, write, documents, notices
) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", a_txt=ENGLISH, manifest_jsonl='{"file": "a.txt", "publisher": "Near"}')
    write(
        tmp_path,
        manifest_jsonl='{"file": "in/a.txt", "publisher": "Far"}',
        other_jsonl='{"file": "in/a.txt", "publisher": "Named"}',
    )
    assert [document.publisher for document in documents(tmp_path)] == ["Near"]
    named = tmp_path / "other.jsonl"
    assert [document.publisher for document in documents(tmp_path, manifest=named)] == ["Named"]
    assert notices(tmp_path, manifest=named) == []


def test_a_language_that_the_manifest_gives_is_believed(tmp_path: Path, write, documents, rejections) -> None:
    records = [{"file": "a.txt", "language": "de"}, {"file": "b.txt", "language": "en-GB"}]
    write(tmp_path, a_txt=ENGLISH, b_txt=GERMAN, manifest_jsonl="\n".join(map(json.dumps, records)))
    assert rejections(tmp_path) == [("a.txt", None, "not-english")]
    assert [document.ref for document in documents(tmp_path)] == ["b.txt"]


def test_a_manifest_says_of_a_file_of_many_only_what_they_share(tmp_path: Path, write, documents) -> None:
    manifest = {"file": "wire.jsonl", "publisher": "Courier", "id": "x", "title": "All", "published": "2023-02-03"}
    reports = [{"id": "1", "text": "One."}, {"id": "2", "text": "Two.", "publisher": "Other", "published": "2023-03"}]
    write(tmp_path, manifest_jsonl=json.dumps(manifest), wire_jsonl="\n".join(map(json.dumps, reports)))
    assert [(d.given_id, d.title, d.publisher, d.published) for d in documents(tmp_path)] == [
        ("1", None, "Courier", day_span(date(2023, 2, 3))),
        ("2", None, "Other", month_span(2023, 3)),
    ]
