"""Applies the pipeline to many documents, in this process or in several, in order and in bounded memory."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

import structlog
from spacy.tokens import Doc

from graph.model import GraphBatch
from ingest.extract_shape import ExtractedReport, extracted_report
from ingest.nlp import parse_all
from ingest.pipeline import Pipeline, load_pipeline
from ingest.readers import Document

# Below this, starting a second process costs more than it saves (measured: a process needs about 2 s to load its resources).
DOCUMENTS_WORTH_A_POOL = 12
# Documents read together: their paragraphs go through the model in one batch, which takes a tenth off the parse of single ones.
DOCUMENTS_A_GROUP = 8
# And as much text: a group is in memory with all its parses.
CHARACTERS_A_GROUP = 100_000
# Groups in flight for each process: enough that none waits, few enough that memory stays flat.
GROUPS_IN_FLIGHT = 2

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document whose extraction or loading failed: a fault of ours, told with its document so that the run goes on."""

    ref: str
    detail: str
    reason: Literal["extraction-failed", "not-stored"] = "extraction-failed"


Work = Callable[[Pipeline, Document, Doc | None], object]


def to_batch(pipeline: Pipeline, document: Document, doc: Doc | None) -> GraphBatch:
    """The batch of a document."""
    return pipeline.batch(document, doc)


def to_extracted(pipeline: Pipeline, document: Document, doc: Doc | None) -> ExtractedReport:
    """The annotations of a document in the shape of `extract`."""
    return extracted_report(document, pipeline.annotate(document, doc))


def batches(documents: Iterable[Document], model: str, workers: int) -> Iterator[GraphBatch | Failure]:
    """The batch of each document, in order."""
    yield from _run(to_batch, documents, model, workers)  # type: ignore[misc]


def extracted(documents: Iterable[Document], model: str, workers: int) -> Iterator[ExtractedReport | Failure]:
    """The annotations of each document, in order."""
    yield from _run(to_extracted, documents, model, workers)  # type: ignore[misc]


def _run(work: Work, documents: Iterable[Document], model: str, workers: int) -> Iterator[object]:
    remaining = iter(documents)
    first = list(islice(remaining, DOCUMENTS_WORTH_A_POOL))
    groups = _groups(chain(first, remaining))
    if workers <= 1 or len(first) < DOCUMENTS_WORTH_A_POOL:
        for group in groups:
            yield from _apply(work, model, group)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=load_pipeline, initargs=(model,)) as pool:
        pending: deque[Future[list[object]]] = deque()
        for group in groups:
            pending.append(pool.submit(_apply, work, model, group))
            if len(pending) >= workers * GROUPS_IN_FLIGHT:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    characters = 0
    for document in documents:
        if group and (len(group) >= DOCUMENTS_A_GROUP or characters + len(document.text) > CHARACTERS_A_GROUP):
            yield group
            group, characters = [], 0
        group.append(document)
        characters += len(document.text)
    if group:
        yield group


def _apply(work: Work, model: str, documents: list[Document]) -> list[object]:
    pipeline = load_pipeline(model)
    docs: Sequence[Doc | None]
    try:
        docs = parse_all([document.text for document in documents], pipeline.model)
    except Exception:  # whose text it was, each one's own parse tells
        log.exception("parse of a group failed", refs=[document.ref for document in documents])
        docs = [None] * len(documents)
    return [_apply_one(work, pipeline, document, doc) for document, doc in zip(documents, docs, strict=True)]


def _apply_one(work: Work, pipeline: Pipeline, document: Document, doc: Doc | None) -> object:
    try:
        return work(pipeline, document, doc)
    except Exception as error:  # one report must not end the run: its fault is counted and told
        log.exception("extraction failed", ref=document.ref)
        return Failure(document.ref, f"{type(error).__name__}: {error}")
