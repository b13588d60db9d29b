"""Finds an actor by any known spelling of its name, and the longest known name at the head of a run of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.names import fold_name, spelling_key
from ingest.annotations import ActorKind
from ingest.registry.records import RegistryActor


class Match(NamedTuple):
    """A known name that `length` words spell; `alias` is its registered spelling."""

    length: int
    alias: str
    actors: tuple[RegistryActor, ...]


class Registry:
    """Known actors by id and by name. Listed actors own their names: an office made from a pattern takes none of theirs."""

    def __init__(self, actors: Iterable[RegistryActor], offices: Iterable[RegistryActor] = ()) -> None:
        self._by_id: dict[str, RegistryActor] = {}
        self._by_fold: dict[str, tuple[RegistryActor, ...]] = {}
        self._alias_by_fold: dict[str, str] = {}
        self._by_spelling: dict[str, tuple[RegistryActor, ...]] | None = None
        self._by_surname: dict[str, tuple[RegistryActor, ...]] = {}
        self._country_by_seat: dict[str, RegistryActor] = {}
        self._country_by_adjective: dict[str, RegistryActor] = {}
        self._country_by_people: dict[str, RegistryActor] = {}
        self._longest_by_first_word: dict[str, int] = {}
        for actor in actors:
            self._add(actor)
        self._countries = tuple(actor for actor in self._by_id.values() if actor.kind == "Country" and actor.adjectives)
        self._listed = tuple(self._by_id.values())
        listed_names = frozenset(self._by_fold)
        for office in offices:
            self._add(office, listed_names)

    def __len__(self) -> int:
        return len(self._by_id)

    def actor(self, actor_id: str) -> RegistryActor:
        """The actor of that id. Raises KeyError where there is none."""
        return self._by_id[actor_id]

    def country(self, code: str | None) -> RegistryActor | None:
        """The country of that ISO 3166 code."""
        return self._by_id.get(f"country:{code}")

    def country_of_adjective(self, word: str) -> RegistryActor | None:
        """The country of "Russian"."""
        return self._country_by_adjective.get(fold_name(word))

    def country_of_people(self, word: str) -> RegistryActor | None:
        """The country of "Russians"."""
        return self._country_by_people.get(fold_name(word))

    def country_of_seat(self, name: str) -> RegistryActor | None:
        """The country of "Moscow"."""
        return self._country_by_seat.get(fold_name(name))

    def actors(self) -> Iterable[RegistryActor]:
        """All actors, in the order of the files."""
        return self._by_id.values()

    def is_office(self, phrase: str) -> bool:
        """Whether every country has such an office ("Foreign Ministry"), so that the phrase alone names none."""
        return self.office(phrase, self._countries[0]) is not None if self._countries else False

    def office(self, phrase: str, country: RegistryActor) -> RegistryActor | None:
        """What "the air force" is in a country."""
        if not country.adjectives:
            return None
        found = self._by_fold.get(fold_name(f"{country.adjectives[0]} {phrase}"), ())
        return found[0] if found else None

    def find(self, name: str, kind: ActorKind | None = None) -> RegistryActor | None:
        """The one actor of that name, in any known spelling; None where it is unknown or names several."""
        found = self.candidates(name, kind)
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str, kind: ActorKind | None = None) -> tuple[RegistryActor, ...]:
        """All actors of that name: by its exact fold, else by seat ("Moscow"), by transliteration, by surname; the first that finds any."""
        fold = fold_name(name)
        seat = self._country_by_seat.get(fold)
        for found in (
            self._by_fold.get(fold, ()),
            (seat,) if seat is not None else (),
            self._spellings().get(spelling_key(name), ()),
            self._by_surname.get(fold, ()),
        ):
            fitting = tuple(actor for actor in found if kind is None or actor.kind == kind)
            if fitting:
                return fitting
        return ()

    def persons_of_surname(self, surname: str) -> tuple[RegistryActor, ...]:
        """The persons whose name ends in that word."""
        return self._by_surname.get(fold_name(surname), ())

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """The longest known name that begins at `words[start]`; words are folded, hyphens part them."""
        longest = self._longest_by_first_word.get(words[start], 0)
        for length in range(min(longest, len(words) - start), 0, -1):
            fold = " ".join(words[start : start + length])
            actors = self._by_fold.get(fold)
            if actors:
                return Match(length, self._alias_by_fold[fold], actors)
        return None

    def _add(self, actor: RegistryActor, known: frozenset[str] = frozenset()) -> None:
        self._by_id[actor.id] = actor
        for name in actor.names:
            fold = fold_name(name)
            if not fold or fold in known or actor in self._by_fold.get(fold, ()):
                continue
            self._by_fold[fold] = (*self._by_fold.get(fold, ()), actor)
            self._alias_by_fold.setdefault(fold, name)
            first, _, _ = fold.partition(" ")
            self._longest_by_first_word[first] = max(self._longest_by_first_word.get(first, 0), fold.count(" ") + 1)
        if actor.kind == "Person":
            surname = fold_name(actor.name).rpartition(" ")[2]
            self._by_surname[surname] = (*self._by_surname.get(surname, ()), actor)
        for seat in actor.seats:
            self._country_by_seat.setdefault(fold_name(seat), actor)
        for adjective in actor.adjectives:
            self._country_by_adjective.setdefault(fold_name(adjective), actor)
        for people in actor.people:
            self._country_by_people.setdefault(fold_name(people), actor)

    def _spellings(self) -> dict[str, tuple[RegistryActor, ...]]:
        """Listed actors by the key that transliterations share; made when first asked for."""
        if self._by_spelling is None:
            by_spelling: dict[str, dict[RegistryActor, None]] = {}
            for actor in self._listed:
                for name in actor.names:
                    by_spelling.setdefault(spelling_key(name), {})[actor] = None
            self._by_spelling = {key: tuple(actors) for key, actors in by_spelling.items()}
        return self._by_spelling
