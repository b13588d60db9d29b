"""The offices that every country has (its defence ministry, its army …), made from patterns over the countries' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.annotations import ActorKind
from ingest.registry.records import RegistryActor


@dataclass(frozen=True, slots=True)
class OfficePattern:
    """An office as any country has it.

    `name` holds `{adjective}` or `{country}`; each of `patterns` holds `{adj}` (any adjective, or any name with its possessive) or
    `{name}` (any name).
    """

    slug: str
    kind: ActorKind
    name: str
    patterns: tuple[str, ...]
    source: str


def offices_of(countries: Iterable[RegistryActor], patterns: Iterable[OfficePattern]) -> Iterator[RegistryActor]:
    """Every country's offices under the id `office:<ISO code>:<slug>`; a country without an adjective has its name for one."""
    patterns = tuple(patterns)
    for country in countries:
        for pattern in patterns:
            yield RegistryActor(
                id=office_id(country.country or "", pattern.slug),
                name=pattern.name.format(adjective=(country.adjectives or country.names)[0], country=country.name),
                kind=pattern.kind,
                aliases=tuple(_aliases(country, pattern)),
                side=country.side,
                source=pattern.source,
                country=country.country,
            )


def office_id(country_code: str, slug: str) -> str:
    """The id of a country's office."""
    return f"office:{country_code}:{slug}"


def _aliases(country: RegistryActor, office: OfficePattern) -> Iterator[str]:
    owners = (*country.adjectives, *(f"{name}'s" for name in country.names))
    for pattern in office.patterns:
        if "{adj}" in pattern:
            for owner in owners:
                yield pattern.format(adj=owner)
        else:
            for name in country.names:
                yield pattern.format(name=name)
