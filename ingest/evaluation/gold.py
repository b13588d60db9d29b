"""Reads the project's own gold: one JSON file a sample report (`tests/gold/README.md` states its conventions)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.evaluation.metrics import Offsets
from ingest.readers import Document, read_sources


class GoldSaid(BaseModel):
    """The day of saying."""

    edtf: str | None
    basis: str


class GoldStatement(BaseModel):
    """One attribution as a careful reader sees it; `said_at` is the place of saying, which the sample reports are not annotated with."""

    model_config = ConfigDict(extra="ignore")

    content: list[Offsets]
    cue: list[Offsets]
    speaker: Offsets | None
    speaker_name: str | None
    speaker_kind: str | None
    mode: str
    attitude: str
    act: str
    polarity: str
    about: list[str]
    said: GoldSaid
    said_at: str | None = None
    nested: bool = False


class GoldToponym(BaseModel):
    """One place name."""

    model_config = ConfigDict(extra="ignore")

    span: Offsets
    form: str
    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None


class GoldTime(BaseModel):
    """One time expression."""

    model_config = ConfigDict(extra="ignore")

    span: Offsets
    type: str
    edtf: str | None
    timex: str | None


class GoldReport(BaseModel):
    """The annotations of one report."""

    model_config = ConfigDict(extra="ignore")

    report: str
    statements: list[GoldStatement]
    toponyms: list[GoldToponym]
    times: list[GoldTime]
    boilerplate: list[Offsets]


def read_gold(gold_folder: Path, samples_folder: Path) -> Iterator[tuple[Document, GoldReport]]:
    """Every sample report with its gold, in the order of names."""
    document_by_ref = {item.ref: item for item in read_sources([str(samples_folder)]) if isinstance(item, Document)}
    for path in sorted(gold_folder.glob("*.json")):
        gold = GoldReport.model_validate(json.loads(path.read_text(encoding="utf-8")))
        yield document_by_ref[gold.report], gold
