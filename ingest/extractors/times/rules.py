"""What a rule of the grammar is: words that trigger it, a pattern, and how a match is read where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph.timespan import TimeSpan
from ingest.annotations import TimeBasis, TimexType
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import compiled
from ingest.extractors.times.moments import Moment


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means where it stands.

    `moment` is the calendar unit it names, None for durations, sets and what stays open; `timex` and `days` are the moment's unless given.
    `clock` is the time of day ("T15:00", "TMO") of a phrase that names no day of its own: a neighbour may lend it one.
    `moves` says whether later phrases of a narrative lean on this one.
    """

    type: TimexType
    basis: TimeBasis
    rule: str = ""
    moment: Moment | None = None
    timex: str | None = None
    days: TimeSpan | None = None
    anchor: date | None = None
    clock: str | None = None
    certain: bool = True
    alternatives: tuple[Moment, ...] = ()
    moves: bool = True


def group(match: re.Match[str], name: str) -> str | None:
    """A group's words; None where the pattern has no such group."""
    return match.groupdict().get(name)


Resolve = Callable[[re.Match[str], Discourse], Reading | None]
Accept = Callable[[re.Match[str], str], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. `pattern` runs over lower-cased sentences that hold one of `triggers`.

    The phrase is the group `x` where the pattern has one, else the whole match. `accept` looks at the text as written (capitals).
    `resolve` returns None where the match is no time after all.
    """

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Resolve
    accept: Accept | None = None

    def phrase(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the words of the phrase stand."""
        return match.span("x") if "x" in self.pattern.groupindex else match.span()


def rule(name: str, triggers: str, pattern: str, resolve: Resolve, accept: Accept | None = None) -> Rule:
    """A rule from blank-separated trigger classes and a pattern in which a blank stands for white space."""
    return Rule(name, frozenset(triggers.split()), compiled(pattern), resolve, accept)
