"""Which documents of a run are let in: each report once, in English only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from ingest.language import detect_language, is_english_tag
from ingest.readers.documents import Document, Rejection


class Admitted(NamedTuple):
    """What is kept of a document to know it again."""

    ref: str
    identity: str | None
    publisher: str | None


@dataclass(slots=True)
class Admission:
    """What was let in so far.

    The same text is the same report under two names, unless both have an address or id of their own, or both a publisher, and these
    differ: a copy that another publisher prints is a report. Two texts under one identity would overwrite each other: the first stays.
    """

    _by_text: dict[bytes, list[Admitted]] = field(default_factory=dict)
    _by_key: dict[str, str] = field(default_factory=dict)

    def decide(self, document: Document) -> Document | Rejection:
        """The document with its language, or why it stays outside."""
        refusal = _not_english(document) or self._duplicate(document)
        if refusal is not None:
            reason, detail = refusal
            return Rejection(document.ref, None, reason, detail)
        return document if document.language is not None else replace(document, language="en")

    def _duplicate(self, document: Document) -> tuple[Literal["duplicate"], str] | None:
        this = Admitted(document.ref, identity(document), document.publisher)
        digest = hashlib.sha256(document.text.encode()).digest()
        same_text = self._by_text.setdefault(digest, [])
        for earlier in same_text:
            if not _are_distinct(earlier, this):
                return (
                    "duplicate",
                    f"it is the same report as {earlier.ref}: the same text, and no address or id of its own",
                )
        key = this.identity or f"path {document.publisher or ''} {document.relative_path}"
        if key in self._by_key:
            what = (
                f"the address or id {this.identity}"
                if this.identity
                else f"the publisher and path {document.relative_path}"
            )
            return (
                "duplicate",
                f"it has another text than {self._by_key[key]} but the same identity: {what}; the first is kept",
            )
        same_text.append(this)
        self._by_key[key] = document.ref
        return None


def identity(document: Document) -> str | None:
    """The address, else the given id; None where a report is known by publisher and path alone."""
    return document.url or (None if document.given_id is None else str(document.given_id))


def _are_distinct(first: Admitted, second: Admitted) -> bool:
    if first.identity is not None and second.identity is not None:
        return first.identity != second.identity
    return None not in (first.publisher, second.publisher) and first.publisher != second.publisher


def _not_english(document: Document) -> tuple[Literal["not-english"], str] | None:
    if document.language is not None:
        if is_english_tag(document.language):
            return None
        return "not-english", f"its metadata says that its language is {document.language!r}, and only English is read"
    language = detect_language(document.text)
    return (
        None
        if language == "en"
        else ("not-english", f"its language seems to be {language!r}, and only English is read")
    )
