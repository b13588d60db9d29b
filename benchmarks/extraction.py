"""What extraction costs beside spaCy's own parse of the same texts (`model.pipe`): one process, start-up excluded, interleaved."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import spacy

from benchmarks.texts import shuffled_documents
from ingest.cleaning import find_boilerplate
from ingest.extractors.times import extract_times
from ingest.extractors.toponyms import extract_toponyms
from ingest.nlp import parse
from ingest.pipeline import load_pipeline
from ingest.pool import extracted
from ingest.settings import IngestSettings

DOCUMENT_COUNT = 40
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of one step over the documents, the median of the rounds, and its ratio to the bare parse of the same round."""

    name: str
    seconds: float
    ratio: float
    documents_per_second: float


def measure() -> list[Cost]:
    """The cost of the bare parse, of everything, and of single layers."""
    model_name = IngestSettings().model
    pipeline = load_pipeline(model_name)
    bare_model = spacy.load(model_name)
    documents = list(shuffled_documents(DOCUMENT_COUNT))
    docs = [parse(document.text, pipeline.model) for document in documents]
    steps: dict[str, Callable[[], object]] = {
        "bare parse": lambda: list(bare_model.pipe([document.text for document in documents])),
        "extract, parse included": lambda: list(extracted(documents, model_name, workers=1)),
        "times alone": lambda: [extract_times(document.text, document.published) for document in documents],
        "toponyms alone": lambda: [
            extract_toponyms(doc, document.text, pipeline.gazetteer, ())
            for doc, document in zip(docs, documents, strict=True)
        ],
        "cleaning alone": lambda: [find_boilerplate(document.text) for document in documents],
    }
    seconds_by_step: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step()
    for _ in range(ROUNDS):
        for name, step in steps.items():
            started = time.process_time()
            step()
            seconds_by_step[name].append(time.process_time() - started)
    bare = seconds_by_step["bare parse"]
    return [
        Cost(
            name,
            statistics.median(seconds),
            statistics.median(one / other for one, other in zip(seconds, bare, strict=True)),
            len(documents) / statistics.median(seconds),
        )
        for name, seconds in seconds_by_step.items()
    ]
