"""Parts of years: halves, quarters, seasons, and fiscal years."""

from __future__ import annotations

import re

from graph.timespan import SEASON_FIRST_MONTH
from ingest.extractors.times.dates import narrative_year, that_year
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import PART_OF, SEASON_NAME, THAT_YEAR, YEAR, compiled
from ingest.extractors.times.moments import (
    Moment,
    of_half,
    of_quarter,
    of_season,
    of_year,
    shifted,
    shifted_day,
    unit_of,
)
from ingest.extractors.times.rules import Reading, Rule, group, rule
from ingest.extractors.times.words import ORDINALS, SEASONS, either, ordinal_of

_MODIFIER = rf"(?:{PART_OF})?"
# How far before a season the name it may belong to is looked for.
_NAME_CHARACTERS = 20

_PART_OF = compiled(rf"(?:the )?{PART_OF}")
_HALF = r"(?P<half>first|second|latter|1st|2nd|last)[\s-]half"
_ORDINAL = rf"(?:{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_OF_YEAR = rf"(?:\s*,?\s*(?:of |in )?(?:(?:the )?(?:fiscal )?(?:year )?(?P<year>{YEAR})|(?P<reference>{THAT_YEAR})))"


def _year_told(match: re.Match[str], at: Discourse) -> tuple[int | None, bool]:
    """The year that stands with a quarter or season, and whether it is explicit."""
    if year := group(match, "year") or group(match, "year2"):
        return int(year), True
    if reference := group(match, "reference") or group(match, "reference2"):
        return that_year(reference, at), False
    return None, False


def _nearest(moments: list[Moment], at: Discourse, span: tuple[int, int]) -> Moment | None:
    """Of the same unit in neighbouring years, the latest that has begun; one ahead only where the text speaks of the future."""
    now = at.now
    if now is None:
        return None
    if at.post:
        return min(moments, key=lambda m: max((m.first - now).days, (now - m.last).days))
    begun = [m for m in moments if m.first <= now]
    ahead = [m for m in moments if m.last >= now]
    if at.direction(*span) == "future" and ahead:
        return min(ahead, key=lambda m: m.first)
    return max(begun or moments[:1], key=lambda m: m.first)


def _quarter(match: re.Match[str], at: Discourse) -> Reading | None:
    words = match["number"]
    number = 4 if words == "final" else ordinal_of(words)
    if number is None or not 1 <= number <= 4:
        return None
    year, explicit = _year_told(match, at)
    certain = "fiscal" not in match[0]
    if year is not None:
        return Reading(
            "DATE",
            "explicit" if explicit else "relative",
            moment=of_quarter(year, number),
            anchor=None if explicit else at.now,
            certain=certain,
        )
    if at.now is None:
        return Reading("DATE", "none", timex=f"XXXX-Q{number}")
    if at.narrative and at.running is not None:
        return Reading("DATE", "relative", moment=of_quarter(at.running.year, number), anchor=at.now)
    moment = _nearest([of_quarter(at.now.year + step, number) for step in (-1, 0, 1)], at, match.span())
    return Reading("DATE", "relative", moment=moment, anchor=at.now, certain=certain)


def _deictic_quarter(match: re.Match[str], at: Discourse) -> Reading | None:
    if at.now is None:
        return Reading("DATE", "none")
    relation = match["relation"]
    if relation in {"year-earlier", "year-ago"}:
        spoken_of = at.quarter or shifted(at.now, "quarter", -1)
        base = shifted_day(spoken_of.first, "year", -1) if spoken_of else None
        moment = unit_of("quarter", base) if base else None
    elif relation in {"latest", "same", "that"}:
        moment = at.quarter or shifted(at.now, "quarter", -1)
    else:
        step = {"last": -1, "past": -1, "previous": -1, "prior": -1, "this": 0, "current": 0}.get(relation, 1)
        moment = shifted(at.now, "quarter", step)
    return None if moment is None else Reading("DATE", "relative", moment=moment, anchor=at.now)


def _the_quarter(_: re.Match[str], at: Discourse) -> Reading | None:
    """The quarter spoken of; without one, no time."""
    return None if at.quarter is None else Reading("DATE", "relative", moment=at.quarter, anchor=at.now)


def _year_ago_period(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "the year-earlier period": of the quarter spoken of, else of the year."""
    if at.quarter is not None:
        return _deictic_quarter(match, at)
    moment = shifted(at.now, "year", -1) if at.now else None
    return Reading("DATE", "relative" if moment else "none", moment=moment, anchor=at.now, certain=False)


def _the_year(_: re.Match[str], at: Discourse) -> Reading | None:
    if at.now is None or at.narrative:
        return None
    return Reading("DATE", "relative", moment=of_year(at.now.year), anchor=at.now, certain=False)


def _half(match: re.Match[str], at: Discourse) -> Reading | None:
    half = 1 if match["half"] in {"first", "1st"} else 2
    year, explicit = _year_told(match, at)
    if year is None:
        if at.now is None:
            return Reading("DATE", "none", timex=f"XXXX-H{half}")
        if at.narrative and at.running is not None:
            year = at.running.year
        else:
            moment = _nearest([of_half(at.now.year + step, half) for step in (-1, 0, 1)], at, match.span())
            return Reading("DATE", "relative", moment=moment, anchor=at.now)
    return Reading(
        "DATE", "explicit" if explicit else "relative", moment=of_half(year, half), anchor=None if explicit else at.now
    )


def _season(match: re.Match[str], at: Discourse) -> Reading | None:
    word = re.sub(r"time$", "", match["season"])
    season = SEASONS[word]
    year, explicit = _year_told(match, at)
    if year is not None:
        return Reading(
            "DATE",
            "explicit" if explicit else "relative",
            moment=of_season(year, season),
            anchor=None if explicit else at.now,
        )
    relation = re.sub(r"\s+", " ", group(match, "relation") or "")
    alternatives: tuple[Moment, ...] = ()
    now = at.now
    code = of_season(2000, season).timex[-2:]
    if now is None:
        return Reading("DATE", "none", timex=f"XXXX-{code}") if relation or _is_date_like(match, at) else None
    around = [of_season(now.year + step, season) for step in (-2, -1, 0, 1, 2)]
    if relation.endswith(("last", "past", "previous")):
        before = [m for m in around if m.last < now] if not at.narrative else [m for m in around if m.first < now]
        moment: Moment | None = before[-1]
        if before[-1].year == now.year and not at.narrative:  # in October "last summer" may be either
            alternatives = (before[-2],)
    elif relation.endswith(("next", "coming", "following")):
        moment = next(m for m in around if m.first > now)
    elif relation.endswith("this"):
        moment = next((m for m in around if m.days.contains(now)), None) or _nearest(around, at, match.span())
    elif relation.endswith(("that", "same")) and at.last is not None:
        moment = of_season(at.last.year, season)
    elif not _is_date_like(match, at):
        return None
    elif at.narrative:
        story_year = narrative_year(at, SEASON_FIRST_MONTH[season] + 1, match.start())
        if story_year is None:
            return Reading("DATE", "none", timex=f"XXXX-{code}")
        moment = of_season(story_year, season)
    else:
        moment = _nearest(around[1:4], at, match.span())
    return (
        None
        if moment is None
        else Reading("DATE", "relative", moment=moment, anchor=now, alternatives=alternatives, moves=bool(relation))
    )


def is_season(match: re.Match[str], text: str) -> bool:
    """Not part of a name: "Summer Olympics", "the Prague Spring"."""
    start, end = match.span("season")
    if not text[start].isupper() or text[start:end].isupper() or group(match, "year"):
        return True
    before = text[max(0, start - _NAME_CHARACTERS) : start]
    return re.match(r"\s+[A-Z]", text[end : end + 3]) is None and re.search(r"[A-Z][\w']+ $", before) is None


def _is_date_like(match: re.Match[str], at: Discourse) -> bool:
    """A bare season needs an article or preposition that makes it a time: "in the spring", "over the winter"."""
    if _PART_OF.match(match[0]):
        return True
    before = at.before(match.start("season"))
    if at.post and (match["season"] not in {"fall", "spring"} or at.text[match.start("season")].isupper()):
        return True
    if match["season"] in {"fall", "spring"} and re.match(r"\s+of\b", at.after(match.end())):
        return False
    if (
        match["season"] not in {"fall", "spring"}
        and re.match(r"\s+(?:counter-?)?[a-z]", at.after(match.end()))
        and not before.rstrip().endswith(("a", "of", "every"))
    ):
        return True
    if re.match(
        r"\s+(?:counter-?)?(?:offensive|campaign|fighting|floods?|rains?|harvest|election)s?\b", at.after(match.end())
    ):
        return True
    return (
        re.search(
            r"\b(?:in|during|spent|over|by|since|until|before|after|through|throughout|for|every|of)\s+(?:the\s+|early\s+|late\s+|mid-?)?$",
            before,
        )
        is not None
    )


def _fiscal(match: re.Match[str], at: Discourse) -> Reading | None:
    """A fiscal year named by figures counts as the calendar year of that name: its bounds are the company's own."""
    if group(match, "year"):
        return Reading("DATE", "explicit", moment=of_year(int(match["year"])), certain=False)
    if at.now is None:
        return Reading("DATE", "none")
    step = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}.get(
        match["relation"], 0
    )
    return Reading("DATE", "relative", moment=of_year(at.now.year + step), anchor=at.now, certain=False)


RULES: tuple[Rule, ...] = (
    rule("half-year", "half", rf"(?:the )?{_HALF}(?: of (?:the year\b)?)?{_OF_YEAR}", _half),
    rule("half-year", "half", rf"(?:the )?{_HALF} of the (?:fiscal )?year\b", _half),
    rule(
        "quarter", "quarter",
        rf"""(?:the )?{_MODIFIER}(?:(?:(?P<year2>{YEAR})(?:'s)?|(?P<reference2>(?:this|last|next) year)'s)\s+)?
            (?:(?:fiscal|company's|calendar)[\s-])?(?P<number>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-]
            (?:fiscal[\s-])?quarter(?:'s)?\b{_OF_YEAR}?""",
        _quarter,
    ),
    rule("quarter", "quarter", rf"\bq(?P<number>[1-4])\b{_OF_YEAR}?", _quarter),
    rule(
        "quarter-from-publication", "quarter",
        r"""(?:the )?(?P<relation>last|latest|this|next|current|past|previous|prior|coming|following|same|that|year-earlier|year-ago)
            \s+(?:fiscal )?quarter\b""",
        _deictic_quarter,
    ),
    rule(
        "quarter-from-publication", "unit",
        r"(?:the )?(?P<relation>year-earlier|year-ago) (?:period|level|figure|month)s?\b", _year_ago_period,
    ),
    rule(
        "the-year-of-publication", "unit",
        r"\bfor (?P<x>(?:all of )?the (?:full |whole |entire )?year)\b(?=\s*[.,;]| (?:and|as)\b)", _the_year,
    ),
    rule("the-quarter-spoken-of", "quarter", r"\b(?:in|for|during|of) (?P<x>the quarter)\b", _the_quarter),
    rule(
        "season", "season",
        rf"""(?:the )?{_MODIFIER}
            (?:(?P<relation>this past|this coming|last|this|next|past|that|the same|the previous|the following|the next|same|coming)\s+)?
            (?P<season>{SEASON_NAME}){_OF_YEAR}?""",
        _season, is_season,
    ),
    rule(
        "season-before-a-year", "season",
        rf"(?:the )?(?P<season>{SEASON_NAME})(?= and (?:{PART_OF})?(?:{SEASON_NAME}) (?:of )?(?P<year2>{YEAR}))", _season,
    ),
    rule("fiscal-year", "fiscal", rf"(?:the )?(?:fiscal|financial)(?: year)? (?P<year>{YEAR})", _fiscal),
    rule(
        "fiscal-year", "fiscal",
        r"(?:the )?(?P<relation>this|last|next|current|past|previous|prior|coming|following) (?:fiscal|financial) year\b", _fiscal,
    ),
)  # fmt: skip
