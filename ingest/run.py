"""One run of the ingest: reads, extracts what is new or changed, loads it, and counts everything that happened by reason."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from graph.errors import ReportRefused
from graph.model import GraphBatch, ReportState, WriteCounters
from graph.writer import Writer
from ingest.assemble import content_hash_of, metadata_hash_of, report_id_of
from ingest.pool import Failure
from ingest.readers import Document, Item, Notice, Rejection

# As many reports as one transaction loads: from here on more make loading hardly cheaper (decision 0904), and a crash costs as many.
REPORTS_A_TRANSACTION = 20
# And as much text: Neo4j holds a transaction in memory.
CHARACTERS_A_TRANSACTION = 2_000_000

Extract = Callable[[Iterable[Document]], Iterator[GraphBatch | Failure]]
OnDocument = Callable[[str], None]


@dataclass(slots=True)
class RunReport:
    """What a run did; `rejected` and `dropped` count by reason, `counters` are Neo4j's for report data."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    statements: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    rejections: list[Rejection | Failure] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    counters: WriteCounters = field(default_factory=WriteCounters)


def ingest(
    items: Iterable[Item],
    writer: Writer,
    extract: Extract,
    extraction_version: str,
    on_document: OnDocument = lambda _: None,
    *,
    restore: bool = False,
) -> RunReport:
    """Loads every document of `items` that is new or changed, and records the run.

    One bad report is rejected with its reason and the run goes on. `on_document` hears the name of each document as it is done.
    A report that was withdrawn stays out of the graph unless `restore` brings it back.
    """
    started = _now()
    report = RunReport()
    seen: list[str] = []
    wanted = _to_extract(items, writer, extraction_version, report, seen, on_document, restore)
    group: list[GraphBatch] = []
    for found in extract(wanted):
        if isinstance(found, Failure):
            _reject(report, found)
            on_document(found.ref)
            continue
        group.append(found)
        if _is_full(group):
            _load(group, writer, report, on_document, restore)
            group = []
    _load(group, writer, report, on_document, restore)
    properties = {
        "read": report.read, "new": report.new, "changed": report.changed, "unchanged": report.unchanged,
        "withdrawn": report.withdrawn, "rejected": sum(report.rejected.values()),
        "rejected_reasons": [f"{reason}: {count}" for reason, count in sorted(report.rejected.items())],
        "extraction_version": extraction_version,
    }  # fmt: skip
    writer.record_run(str(uuid.uuid4()), properties, started, _now(), seen)
    return report


def _is_full(group: list[GraphBatch]) -> bool:
    """Whether another report would make too large a transaction."""
    return (
        len(group) >= REPORTS_A_TRANSACTION or sum(len(each.report.text) for each in group) >= CHARACTERS_A_TRANSACTION
    )


def _load(batches: list[GraphBatch], writer: Writer, report: RunReport, on_document: OnDocument, restore: bool) -> None:
    if not batches:
        return
    loaded = writer.load_all(batches, _now(), restore=restore)
    report.counters += loaded.counters
    for batch, outcome in zip(batches, loaded.outcomes, strict=True):
        match outcome:
            case ReportRefused():
                _reject(report, Failure(batch.report.ref, outcome.reason, "not-stored"))
            case "withdrawn":
                report.withdrawn += 1
            case "created":
                report.new += 1
            case "changed":
                report.changed += 1
            case "unchanged":
                report.unchanged += 1
        if outcome in ("created", "changed", "unchanged"):
            report.statements += len(batch.statements)
            report.dropped.update(batch.dropped)
        on_document(batch.report.ref)


def _to_extract(
    items: Iterable[Item],
    writer: Writer,
    version: str,
    report: RunReport,
    seen: list[str],
    on_document: OnDocument,
    restore: bool,
) -> Iterator[Document]:
    """Passes on the documents that the graph does not hold as they are; counts the rest."""
    for item in items:
        if isinstance(item, Notice):
            report.notices.append(item)
            continue
        report.read += 1
        if isinstance(item, Rejection):
            _reject(report, item)
            continue
        report_id = report_id_of(item)
        state = writer.state(report_id)
        if state is not None and state.is_withdrawn and not restore:
            report.withdrawn += 1
            on_document(item.ref)
            continue
        seen.append(report_id)
        wanted = ReportState(content_hash_of(item), metadata_hash_of(item), version, "active")
        if state == wanted:
            report.unchanged += 1
            on_document(item.ref)
        else:
            yield item


def _reject(report: RunReport, rejected: Rejection | Failure) -> None:
    report.rejected[rejected.reason] += 1
    report.rejections.append(rejected)


def _now() -> str:
    return datetime.now(UTC).isoformat()
