"""The reports in `samples/` through the pipeline into a graph: two reports of one strike, and shelling on two days."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.database import Database
from graph.migrations import migrate
from graph.model_events import EventRecord
from graph.repositories.events import EventQuery, EventsRepository
from graph.timespan import parse_edtf
from graph.writer import Writer
from ingest.nlp import DEFAULT_MODEL
from ingest.pipeline import load_pipeline
from ingest.readers import Document, read_sources

SAMPLES = Path(__file__).parents[2] / "samples"
NOW = "2024-06-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def events(read_database: Database) -> EventsRepository:
    """The events of all samples."""
    migrate(read_database.driver, read_database.name)
    writer = Writer(read_database.driver, read_database.name)
    pipeline = load_pipeline(DEFAULT_MODEL)
    documents = [item for item in read_sources([str(SAMPLES)]) if isinstance(item, Document)]
    assert len(documents) == 12
    for document in documents:
        writer.load(pipeline.batch(document), NOW)
    return EventsRepository(read_database.driver, read_database.name)


def attacks(events: EventsRepository, town: str, when: str) -> list[EventRecord]:
    page = events.page(EventQuery(types=("ASSAULT",), asked=parse_edtf(when), told=True, limit=500))
    return [each for each in page.items if each.place is not None and each.place.name == town]


def test_one_strike_told_by_two_reports_is_one_event_with_both_tolls(events: EventsRepository) -> None:
    [strike] = attacks(events, "Kramatorsk", "2023-03")
    assert strike.when.span.edtf == "2023-03-18"
    assert {Path(each.report.ref).name for each in strike.mentions} == {
        "kramatorsk-strike.txt",
        "kramatorsk-strike-harrow.txt",
    }
    killed = {(Path(each.report.ref).name, each.exact) for each in strike.figures if each.metric == "killed"}
    assert killed == {
        (report, toll) for report in ("kramatorsk-strike.txt", "kramatorsk-strike-harrow.txt") for toll in (3.0, 5.0)
    }
    assert {each.when.basis for each in strike.mentions} == {"relative", "inherited"}


def test_shelling_of_a_town_on_two_days_is_two_events(events: EventsRepository) -> None:
    shellings = attacks(events, "Avdiivka", "2023-03-14/2023-03-15")
    assert [
        (each.when.span.edtf, {Path(mention.report.ref).name for mention in each.mentions}) for each in shellings
    ] == [
        ("2023-03-14", {"avdiivka-shelling.txt", "avdiivka-second-day.txt"}),
        ("2023-03-15", {"avdiivka-second-day.txt"}),
    ]
