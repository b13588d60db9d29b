"""What `serve` does with a report that is sent to it: through the pipeline of this process into the graph."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Literal

from app.submission import ExtractionFailed, RejectedSubmission, Submission, Submitted, WithdrawnReport
from graph.database import Database
from graph.writer import Writer
from ingest.assemble import report_id_of
from ingest.pool import Failure, batches
from ingest.readers import Rejection
from ingest.readers.submissions import read_submission
from ingest.run import RunReport, ingest
from ingest.version import extraction_version


class PipelineSubmit:
    """Reads submissions with a spaCy model; the resources of the extraction are loaded with the first."""

    def __init__(self, database: Database, model: str) -> None:
        self._writer = Writer(database.driver, database.name)
        self._model = model

    def __call__(self, submission: Submission, *, restore: bool) -> Submitted:
        """One submission; see `app.submission.Submit`."""
        document = read_submission(**asdict(submission))
        if isinstance(document, Rejection):
            raise RejectedSubmission(document.reason, document.detail)
        extract = partial(batches, model=self._model, workers=1)
        version = extraction_version(self._model)
        done = ingest([document], self._writer, extract, version, restore=restore)
        report_id = report_id_of(document)
        if done.withdrawn:
            raise WithdrawnReport(report_id)
        for each in done.rejections:
            raise (
                ExtractionFailed(each.detail)
                if isinstance(each, Failure)
                else RejectedSubmission(each.reason, each.detail)
            )
        return Submitted(report_id, _outcome(done), done.statements, dict(done.dropped), done.counters)


def _outcome(done: RunReport) -> Literal["created", "changed", "unchanged"]:
    """What became of the one report of a run."""
    if done.new:
        return "created"
    return "changed" if done.changed else "unchanged"
