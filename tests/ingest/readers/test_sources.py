"""Folders, links, names, and the same report twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ingest.readers import Rejection

ENGLISH = "The ferry left the harbour at noon, the port authority said, and nobody was hurt."


def test_a_folder_is_walked_in_the_order_of_names_without_hidden_files(
    tmp_path: Path, write, documents, notices
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "b", z_txt="Z.", a_txt="A.")
    write(tmp_path / ".git", x_txt="Hidden.")
    write(tmp_path, c_txt="C.", a_md="M.", README_md="About this folder.", LICENSE_txt="Words.")
    (tmp_path / ".hidden.txt").write_text("Hidden too.")
    assert [document.ref for document in documents(tmp_path)] == ["a.md", "b/a.txt", "b/z.txt", "c.txt"]
    assert [notice.ref for notice in notices(tmp_path)] == ["LICENSE.txt", "README.md"]
    assert [document.ref for document in documents(tmp_path / "README.md")] == ["README.md"]


def test_files_of_another_kind_are_rejected(tmp_path: Path, write, documents, rejections) -> None:
    write(tmp_path, a_docx=b"PK", b_txt=ENGLISH, c_py="print()")
    (tmp_path / "noending").write_text("Some words.")
    os.mkfifo(tmp_path / "pipe.txt")
    assert rejections(tmp_path) == [
        ("a.docx", None, "unsupported-type"),
        ("c.py", None, "unsupported-type"),
        ("noending", None, "unsupported-type"),
        ("pipe.txt", None, "unsupported-type"),
    ]
    assert [document.text for document in documents(tmp_path / "noending")] == ["Some words."]


def test_links_are_followed_but_never_in_a_circle(tmp_path: Path, write, documents, rejections, notices) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", a_txt=ENGLISH)
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "in" / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    assert [document.ref for document in documents(tmp_path)] == ["in/a.txt"]
    assert [notice.ref for notice in notices(tmp_path)] == ["in/back"]
    assert rejections(tmp_path) == [("in/dangling.txt", None, "unreadable"), ("in/self.txt", None, "unreadable")]


def test_what_may_not_be_opened_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write, documents, rejections
) -> None:
    write(tmp_path, a_txt=ENGLISH, b_txt="Secret.", c_jsonl='{"text": "Secret too."}')
    allowed = Path.open

    def guarded(path: Path, *arguments: str, **options: str) -> object:
        if path.name != "a.txt":
            raise PermissionError(13, "Permission denied")
        return allowed(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    assert rejections(tmp_path) == [("b.txt", None, "unreadable"), ("c.jsonl", None, "unreadable")]
    assert [document.ref for document in documents(tmp_path)] == ["a.txt"]


def test_a_source_that_is_not_there_or_is_an_address(tmp_path: Path, rejections) -> None:
    missing = tmp_path / "missing.txt"
    assert rejections(missing, "https://courier.example/1") == [
        (str(missing), None, "unreadable"),
        ("https://courier.example/1", None, "unsupported-type"),
    ]


def test_a_file_name_that_is_no_utf_8_can_be_shown(tmp_path: Path, documents) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(ENGLISH)
    (document,) = documents(tmp_path)
    assert document.ref == "caf\ufffd.txt"


def test_the_same_text_under_two_names_is_one_report(tmp_path: Path, write, run) -> None:
    write(tmp_path, a_txt=ENGLISH, b_txt=ENGLISH)
    (rejection,) = (item for item in run(tmp_path) if isinstance(item, Rejection))
    assert (rejection.ref, rejection.reason) == ("b.txt", "duplicate")
    assert "a.txt" in rejection.detail


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"id": "1"}, {"id": "2"}, 2),
        ({"url": "https://a.example/1"}, {"url": "https://b.example/1"}, 2),
        ({"publisher": "Courier"}, {"publisher": "Harrow Post"}, 2),
        ({"id": "1"}, {"id": "1"}, 1),
        ({"id": "1"}, {}, 1),
        ({"publisher": "Courier"}, {"publisher": "Courier"}, 1),
        ({"publisher": "Courier"}, {}, 1),
        ({"id": "1"}, {"id": "1", "text": "Another text under one id."}, 1),
    ],
)
def test_a_copy_is_a_report_of_its_own_where_address_id_or_publisher_differ(
    first: dict[str, str], second: dict[str, str], kept: int, documents
) -> None:
    lines = "\n".join(json.dumps({"text": ENGLISH} | record) for record in (first, second))
    assert len(documents("-", stdin=lines.encode())) == kept


def test_two_files_of_one_path_in_two_sources_would_overwrite_each_other(
    tmp_path: Path, write, documents, rejections
) -> None:
    for year in ("2022", "2023"):
        (tmp_path / year).mkdir()
        write(tmp_path / year, a_txt=f"Written in {year}.")
    assert rejections(tmp_path / "2022", tmp_path / "2023") == [("a.txt", None, "duplicate")]
    assert len(documents(tmp_path)) == 2
