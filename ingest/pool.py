"""Applies the pipeline to many documents, in this process or in several, in order and in bounded memory."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

import structlog

from graph.model import GraphBatch
from ingest.extract_shape import ExtractedReport, extracted_report
from ingest.pipeline import Pipeline, load_pipeline
from ingest.readers import Document

# Below this, starting a second process costs more than it saves (measured: a process needs about 2 s to load its resources).
DOCUMENTS_WORTH_A_POOL = 12
# Documents in flight for each process: enough that none waits, few enough that memory stays flat.
DOCUMENTS_IN_FLIGHT = 4

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document whose extraction or loading failed: a fault of ours, told with its document so that the run goes on."""

    ref: str
    detail: str
    reason: Literal["extraction-failed", "not-stored"] = "extraction-failed"


Work = Callable[[Pipeline, Document], object]


def to_batch(pipeline: Pipeline, document: Document) -> GraphBatch:
    """The batch of a document."""
    return pipeline.batch(document)


def to_extracted(pipeline: Pipeline, document: Document) -> ExtractedReport:
    """The annotations of a document in the shape of `extract`."""
    return extracted_report(document, pipeline.annotate(document))


def batches(documents: Iterable[Document], model: str, workers: int) -> Iterator[GraphBatch | Failure]:
    """The batch of each document, in order."""
    yield from _run(to_batch, documents, model, workers)  # type: ignore[misc]


def extracted(documents: Iterable[Document], model: str, workers: int) -> Iterator[ExtractedReport | Failure]:
    """The annotations of each document, in order."""
    yield from _run(to_extracted, documents, model, workers)  # type: ignore[misc]


def _run(work: Work, documents: Iterable[Document], model: str, workers: int) -> Iterator[object]:
    remaining = iter(documents)
    first = list(islice(remaining, DOCUMENTS_WORTH_A_POOL))
    if workers <= 1 or len(first) < DOCUMENTS_WORTH_A_POOL:
        for document in chain(first, remaining):
            yield _apply(work, model, document)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=load_pipeline, initargs=(model,)) as pool:
        pending: deque[Future[object]] = deque()
        for document in chain(first, remaining):
            pending.append(pool.submit(_apply, work, model, document))
            if len(pending) >= workers * DOCUMENTS_IN_FLIGHT:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _apply(work: Work, model: str, document: Document) -> object:
    pipeline = load_pipeline(model)
    try:
        return work(pipeline, document)
    except Exception as error:  # one report must not end the run: its fault is counted and told
        log.exception("extraction failed", ref=document.ref)
        return Failure(document.ref, f"{type(error).__name__}: {error}")
