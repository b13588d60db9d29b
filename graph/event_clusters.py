"""Which mentions tell the same event, and which another event of the same kind: rule 7 of the graph, as a pure function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from graph.clock import EXTENT_DAYS, days_before
from graph.ids import digest
from graph.timespan import TimeSpan

# Spans of two mentions name one time from this share of their days on.
SAME_TIME_SHARE = 0.5

# Modes that tell what came of it, whatever it was done with: no other mode contradicts them.
OUTCOME_MODES = frozenset({"destroy"})

# Units of the calendar: one lies inside another of its kind only where both are the same, so their lengths differ by days at most.
_CALENDAR_UNITS = frozenset({"day", "week", "month", "season", "year"})

# How far the mentions whose event may change lie from one that came or went, in steps of agreement: its neighbours, and theirs.
CHANGED_STEPS = 2


@dataclass(frozen=True, slots=True)
class Traits:
    """What decides which event a mention tells. Mentions of equal traits tell one event, but for those without a `block`.

    `block` is shared by all that could agree at all (`block_of`); None: nothing else can be known to be the same event.
    `actors` and `recipients` are canonical ids of those whom a text names; empty is unknown and agrees with everybody.
    """

    block: str | None
    span: TimeSpan
    modes: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Where mentions that agree with one are to be sought: ISO days, both included."""

    block: str
    extent: str
    first_day: str
    since: str
    until: str
    precision: str
    length_days: int


def block_of(
    type_: str, modality: str, control_change: str, span: TimeSpan, place: str | None, actors: Iterable[str]
) -> str | None:
    """What mentions must share to tell one event; None where the day is unknown, or neither a place nor any actor is known.

    What has happened, now or long ago, is one modality; what is planned, denied or supposed never joins it.
    Where no place is told, the actors must be the very same.
    """
    if span.start is None or span.end is None:
        return None
    happened = "happened" if modality in ("actual", "historical") else modality
    named = sorted(set(actors))
    if place is None and not named:
        return None
    where = ("at", place) if place is not None else ("by", *named)
    return digest(type_, happened, control_change, *where)


def agree(one: Traits, other: Traits) -> bool:
    """Whether two mentions may tell one event: same block and time, no contradiction in modes or in who took part."""
    return (
        one.block is not None
        and one.block == other.block
        and _same_time(one.span, other.span)
        and _compatible(one.modes - OUTCOME_MODES, other.modes - OUTCOME_MODES)
        and _compatible(one.actors, other.actors)
        and _compatible(one.recipients, other.recipients)
    )


def clusters(traits_by_id: Mapping[str, Traits]) -> set[frozenset[str]]:
    """The mentions, event by event: those are together that agree with each other and with exactly the same others.

    A mention that agrees with two that do not agree with each other is a bridge, and is not crossed: it stays apart from both.
    No order of the mentions matters.
    """
    ids_by_traits: dict[Traits, set[str]] = {}
    found = set()
    for mention_id, traits in traits_by_id.items():
        if traits.block is None:
            found.add(frozenset({mention_id}))
        else:
            ids_by_traits.setdefault(traits, set()).add(mention_id)
    ids_by_neighbours: dict[frozenset[Traits], set[str]] = {}
    traits_by_block = by_block(ids_by_traits)
    for traits, ids in ids_by_traits.items():
        neighbours = frozenset(other for other in traits_by_block[traits.block] if agree(traits, other))
        ids_by_neighbours.setdefault(neighbours, set()).update(ids)
    return found | {frozenset(ids) for ids in ids_by_neighbours.values()}


def by_block(found: Iterable[Traits]) -> Mapping[str | None, list[Traits]]:
    """Traits by what all share that could agree."""
    traits_by_block: dict[str | None, list[Traits]] = defaultdict(list)
    for each in found:
        traits_by_block[each.block].append(each)
    return traits_by_block


def windows(traits: Traits) -> list[Window]:
    """Where all mentions lie that agree with these traits, by how long their spans are."""
    start, end = traits.span.start, traits.span.end
    if traits.block is None or start is None or end is None:
        return []
    length_days = (end - start).days
    since, until = start.isoformat(), (end - timedelta(days=1)).isoformat()
    found = []
    for extent, longest_days in EXTENT_DAYS.items():
        if not _within_reach(extent, length_days) and traits.span.precision in _CALENDAR_UNITS:
            continue
        first_day = "" if longest_days is None else days_before(start, longest_days - 1).isoformat()
        found.append(Window(traits.block, extent, first_day, since, until, traits.span.precision, length_days))
    return found


def _within_reach(extent: str, length_days: int) -> bool:
    """Whether a span of the extent can share half its days with one of this length, or be of one length with it."""
    shortest_days, longest_days = {"day": (1, 1), "month": (2, 31), "long": (32, None)}[extent]
    return 2 * length_days >= shortest_days and (longest_days is None or length_days <= 2 * longest_days)


def _same_time(one: TimeSpan, other: TimeSpan) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    shared_days = (min(one.end, other.end) - max(one.start, other.start)).days
    if shared_days <= 0:
        return False
    lengths = ((one.end - one.start).days, (other.end - other.start).days)
    if shared_days >= SAME_TIME_SHARE * (sum(lengths) - shared_days):
        return True
    return one.precision == other.precision and shared_days == min(lengths)


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nothing is known that tells two sets apart: one is unknown, or they share something."""
    return not one or not other or not one.isdisjoint(other)
