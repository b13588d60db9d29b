"""What the registry holds of one actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.annotations import ActorKind


@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor holds or held. `of` is a registry id; `since` and `until` are EDTF dates, None where not recorded."""

    title: str
    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class RegistryActor:
    """One actor. `source` says where its facts come from; `wikidata` is a QID, None unless certain.

    `country` is the ISO 3166 code of a country or of one of its offices, else None. Only a country has `adjectives` ("Russian"),
    `people` ("Russians") and `seats`, which stand for its government ("Moscow").
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    side: str | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    source: str = ""
    gender: Literal["female", "male"] | None = None
    country: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and all aliases; adjectives, people and seats are none."""
        return (self.name, *self.aliases)
