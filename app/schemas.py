"""What travels over HTTP: the shapes of answers."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.model import StatementRecord, Thing
from graph.model_events import ReportName
from graph.repositories.names import Resolution
from graph.timespan import to_edtf

Kind = Literal["Person", "Organization", "Country", "ArmedGroup", "Population", "Place"]

# Characters of the report shown before and after the evidence of one statement.
CONTEXT_CHARACTERS = 300


class ThingOut(BaseModel):
    """An actor or a place."""

    id: str
    name: str
    kind: Kind

    @classmethod
    def of(cls, thing: Thing) -> ThingOut:
        """The shape of a thing."""
        return cls(id=thing.id, name=thing.name, kind=thing.kind)


class SpeakerOut(ThingOut):
    """Who spoke, with the words of the report for them."""

    as_written: str
    role: str | None


class SaidOut(BaseModel):
    """When it was said: whole days, `end` exclusive; no `start` where the report does not tell."""

    edtf: str | None
    start: str | None
    end: str | None
    precision: Literal["day", "days", "week", "month", "season", "year", "years", "unknown"]
    basis: Literal["explicit", "relative", "inherited", "publication", "none"]
    phrase: str | None
    rule: str | None = Field(None, description="the rule that resolved the phrase")


class ReportRef(BaseModel):
    """The report that something stands in."""

    id: str
    ref: str
    title: str | None
    url: str | None
    source: str | None
    published: str | None

    @classmethod
    def naming(cls, found: ReportName) -> ReportRef:
        """The shape of a report's name."""
        return ReportRef(
            id=found.id, ref=found.ref, title=found.title, url=found.url, source=found.source, published=found.published
        )


class EvidenceOut(BaseModel):
    """The characters that say so: `text` is the report's text from `start` to `end`, in code points."""

    start: int
    end: int
    text: str
    before: str | None = Field(None, description="words before, on the page of one statement")
    after: str | None = Field(None, description="words after, on the page of one statement")


class StatementOut(BaseModel):
    """Who said what about what, and when."""

    id: str
    content: str
    spans: list[tuple[int, int]]
    mode: Literal["direct", "indirect", "mixed"]
    cue: str
    act: str
    attitude: Literal["speech", "belief", "plan"]
    polarity: Literal["positive", "negative"]
    epistemic: str
    asserted: bool
    speaker: SpeakerOut
    told_to: ThingOut | None
    said_at: ThingOut | None
    about: list[ThingOut]
    said: SaidOut
    report: ReportRef
    evidence: EvidenceOut
    confidence: float
    quotes: list[str]
    quoted_by: str | None
    corroborated_by: list[str]
    contradicted_by: list[str]

    @classmethod
    def of(cls, found: StatementRecord, report_text: str | None = None) -> StatementOut:
        """The shape of a statement; with the report's text, its evidence in context."""
        offsets = found.spans
        told = found.said.start is not None
        start, end = found.evidence_start, found.evidence_end
        return cls(
            id=found.id, content=found.content, spans=list(zip(offsets[::2], offsets[1::2], strict=True)),
            mode=found.mode, cue=found.cue, act=found.act, attitude=found.attitude, polarity=found.polarity,
            epistemic=found.epistemic, asserted=found.asserted,
            speaker=SpeakerOut(
                id=found.speaker.id, name=found.speaker.name, kind=found.speaker.kind,
                as_written=found.speaker_as_written, role=found.speaker_role,
            ),
            told_to=ThingOut.of(found.told_to) if found.told_to else None,
            said_at=ThingOut.of(found.said_at) if found.said_at else None,
            about=[ThingOut.of(each) for each in found.about],
            said=SaidOut(
                edtf=to_edtf(found.said) if told else None,
                start=found.said.start.isoformat() if found.said.start else None,
                end=found.said.end.isoformat() if found.said.end else None,
                precision=found.said.precision, basis=found.said_basis,
                phrase=found.said_phrase, rule=found.said_rule,
            ),
            report=ReportRef.naming(found.report),
            evidence=EvidenceOut(
                start=start, end=end, text=found.evidence,
                before=report_text[max(0, start - CONTEXT_CHARACTERS) : start] if report_text is not None else None,
                after=report_text[end : end + CONTEXT_CHARACTERS] if report_text is not None else None,
            ),
            confidence=found.confidence, quotes=list(found.quotes), quoted_by=found.quoted_by,
            corroborated_by=[], contradicted_by=[],
        )  # fmt: skip


class ResolvedName(ThingOut):
    """How a name of the question was read, and what else carries it."""

    alternatives: list[ThingOut]

    @classmethod
    def read_as(cls, resolution: Resolution) -> ResolvedName:
        """The shape of a resolution."""
        thing = ThingOut.of(resolution.thing)
        return cls(**thing.model_dump(), alternatives=[ThingOut.of(each) for each in resolution.alternatives])

    @classmethod
    def read_all_as(cls, resolutions: list[Resolution]) -> ResolvedName | list[ResolvedName]:
        """The shape of one resolution, or of several."""
        shapes = [cls.read_as(each) for each in resolutions]
        return shapes[0] if len(shapes) == 1 else shapes


class StatementList(BaseModel):
    """A page of statements; `next` is the cursor of the page after, null at the end."""

    items: list[StatementOut]
    next: str | None
    resolved: dict[str, ResolvedName | list[ResolvedName]]


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    suggestions: list[str] | None = None
    candidates: list[str] | None = None
    errors: list[dict[str, Any]] | None = None


class Health(BaseModel):
    """Whether the service runs."""

    status: Literal["ok"]
    version: str


class Readiness(BaseModel):
    """Whether the service can answer."""

    status: Literal["ready"]
