"""A reader of reports for tests: each line is `who: what`, as in the batches of the graph's tests."""

from __future__ import annotations

from dataclasses import replace

from batches import Said, batch

from app.submission import RejectedSubmission, Submission, Submitted, WithdrawnReport
from graph.database import Database
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


class LinesSubmit:
    """Loads what is sent into a real graph, without reading English."""

    def __init__(self, database: Database) -> None:
        self._writer = Writer(database.driver, database.name)

    def __call__(self, submission: Submission, *, restore: bool) -> Submitted:
        lines = [line.split(": ", 1) for line in submission.text.split("\n") if line.strip()]
        if not lines:
            raise RejectedSubmission("empty", "it holds nothing but blanks")
        file = submission.file or "sent.txt"
        loaded = batch(file, [Said(who, what) for who, what in lines], submission.published, submission.publisher)
        if given := submission.url or submission.id:
            loaded = replace(loaded, report=replace(loaded.report, id=str(given), url=submission.url))
        loaded = replace(loaded, report=replace(loaded.report, title=submission.title))
        result = self._writer.load(loaded, NOW, restore=restore)
        if result.outcome == "withdrawn":
            raise WithdrawnReport(loaded.report.id)
        return Submitted(loaded.report.id, result.outcome, len(loaded.statements), {}, result.counters)
