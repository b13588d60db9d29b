"""A name found in a text, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.annotations import ActorKind
from ingest.registry import RegistryActor


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `start <= i < end`. `actors` are those of the registry that bear it; `people` is a population's name."""

    start: int
    end: int
    kind: ActorKind
    actors: tuple[RegistryActor, ...] = ()
    people: str | None = None


@dataclass(slots=True)
class Cluster:
    """One actor of one text, growing while the text is read. `names` are its spellings in the text, each once; `titles` the titles
    before them, in lower case."""

    kind: ActorKind
    names: list[str]
    actor: RegistryActor | None = None
    titles: set[str] = field(default_factory=set)

    @property
    def fullest(self) -> str:
        """The registry's name, else the longest in the text."""
        if self.actor is not None and self.kind != "Population":
            return self.actor.name
        return max(self.names, key=lambda name: (len(name.split()), -self.names.index(name)))
