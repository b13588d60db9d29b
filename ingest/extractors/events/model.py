"""What a word tells of a happening, before it is laid onto the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.annotations import ControlChange, EventType, Modality

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SPEECH_ACTS = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT", "ACCUSE"})
HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
# The mode of a threat by the type of what is threatened.
THREAT_MODES: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("violence",), "COERCE": ("restrict",), "PROTEST": ("restrict",), "SANCTION": ("relations",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A type with the word that decided it and who stands in which slot; `told` are all tokens that it has used up."""

    type: EventType
    modes: tuple[str, ...]
    control_change: ControlChange
    modality: Modality
    trigger: Token
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    instruments: tuple[Token, ...] = ()
    told: frozenset[int] = field(default=frozenset())
