"""One report that is handed over as values rather than as a file."""

from __future__ import annotations

from graph.errors import InvalidDate
from graph.ids import digest
from ingest.readers.admission import Admission
from ingest.readers.documents import Document, RejectedInput, Rejection, check_text
from ingest.readers.manifest import ManifestRecord


def read_submission(
    text: str,
    *,
    file: str | None = None,
    id: str | int | None = None,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    note: str | None = None,
    home: str | None = None,
) -> Document | Rejection:
    """The document of a text and its manifest record, or why it is none.

    Without `file` it is named by its address, its id, or its text: the same text is the same report.
    """
    name = file or url or str(id or "") or f"submission-{digest(text)}"
    record = ManifestRecord(
        file=name,
        id=id,
        published=published,
        publisher=publisher,
        title=title,
        url=url,
        language=language,
        note=note,
        home=home,
    )
    try:
        document = Document.of(name, name, check_text(text), record.metadata())
    except RejectedInput as error:
        return error.rejection(name)
    except InvalidDate as error:
        return Rejection(name, None, "impossible-date", f"published {error}")
    return Admission().decide(document)
