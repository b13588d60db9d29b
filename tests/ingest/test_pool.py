"""Many documents: in order, in groups, in one process or several; one that fails loses itself alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from ingest import pool
from ingest.annotations import Annotations
from ingest.extract_shape import ExtractedReport
from ingest.nlp import DEFAULT_MODEL, parse_all
from ingest.pipeline import Pipeline
from ingest.pool import CHARACTERS_A_GROUP, DOCUMENTS_A_GROUP, DOCUMENTS_WORTH_A_POOL, Failure, extracted
from ingest.readers import Document


def documents(count: int) -> list[Document]:
    return [
        Document(
            f"r{number}.txt",
            f"r{number}.txt",
            f"The mayor of Kitgum said on Friday that {number + 10} people had left.",
        )
        for number in range(count)
    ]


def read(items: Sequence[Document], workers: int = 1) -> list[ExtractedReport | Failure]:
    return list(extracted(items, DEFAULT_MODEL, workers))


@pytest.mark.parametrize("count", [0, 1, DOCUMENTS_A_GROUP, DOCUMENTS_A_GROUP + 1, 3 * DOCUMENTS_A_GROUP])
def test_documents_keep_their_order(count: int) -> None:
    items = documents(count)
    contents = []
    for document, found in zip(items, read(items), strict=True):
        assert isinstance(found, ExtractedReport)
        [(start, end)] = found.quotes[0].content
        contents.append(document.text[start:end])
    assert contents == [f"that {number + 10} people had left" for number in range(count)]


def test_several_processes_read_what_one_reads() -> None:
    items = documents(DOCUMENTS_WORTH_A_POOL + 1)
    assert read(items, workers=2) == read(items)


def test_a_group_holds_so_many_documents_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def counted(texts: Sequence[str], model: Language) -> list[Doc]:
        sizes.append(len(texts))
        return parse_all(texts, model)

    monkeypatch.setattr(pool, "parse_all", counted)
    long = Document("long", "long.txt", "Nobody came. " * (CHARACTERS_A_GROUP // 13))
    short = documents(DOCUMENTS_A_GROUP + 2)
    list(extracted(iter([*short, long, *short[:1]]), DEFAULT_MODEL, 1))
    assert sizes == [DOCUMENTS_A_GROUP, 2, 1, 1]


def test_a_document_that_fails_loses_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    annotate = Pipeline.annotate

    def failing(self: Pipeline, document: Document, doc: Doc | None = None) -> Annotations:
        if document.ref == "r1.txt":
            raise ValueError("a fault")
        return annotate(self, document, doc)

    monkeypatch.setattr(Pipeline, "annotate", failing)
    assert [isinstance(each, Failure) for each in read(documents(3))] == [False, True, False]


def test_a_text_that_cannot_be_parsed_loses_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Language.pipe

    def failing(self: Language, texts: Iterator[str], **given: int) -> Iterator[Doc]:
        for text in texts:
            if " 11 people" in text:
                raise ValueError("a fault")
            yield from pipe(self, [text], **given)  # type: ignore[call-overload]

    monkeypatch.setattr(Language, "pipe", failing)
    failed = [each for each in read(documents(3)) if isinstance(each, Failure)]
    assert [(each.ref, each.detail) for each in failed] == [("r1.txt", "ValueError: a fault")]
