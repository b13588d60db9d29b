"""Phrases that lean on the day of publication, or on the last date of a story: weekdays, yesterday, last week, this month, that year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import MONTH_NAME, PART_OF, WEEKDAY_NAME, compiled, singular
from ingest.extractors.times.moments import Moment, Unit, of_day, of_month, of_weekend, shifted
from ingest.extractors.times.names import is_day, is_month, is_weekday
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import DAYS_FROM_TODAY, MONTHS, WEEKDAYS, either, load_list

_MODIFIER = rf"(?:{PART_OF})?"

_LOOK_BACK = {"last", "past", "this past", "previous", "preceding", "prior"}
_LOOK_AHEAD = {"next", "coming", "upcoming", "this coming", "following", "subsequent", "succeeding", "ensuing"}
_FROM_THE_STORY = {
    "previous",
    "preceding",
    "following",
    "subsequent",
    "succeeding",
    "ensuing",
    "same",
    "that",
    "prior",
    "that same",
}


def _clean(words: str | None) -> str:
    return re.sub(r"^the\s+", "", re.sub(r"\s+", " ", words or "").strip())


def read_weekday(match: re.Match[str], at: Discourse) -> Reading | None:
    """A weekday from the groups `weekday` and `relation`."""
    number = WEEKDAYS[match["weekday"].rstrip(".")]
    relation = _clean(match["relation"])
    anchor = at.last.first if relation in _FROM_THE_STORY and at.last is not None and at.last.unit == "day" else at.now
    if at.narrative and (at.running is None or at.running.unit != "day"):
        anchor = None
    if anchor is None:
        return Reading("DATE", "none", timex=f"XXXX-WXX-{number}")
    if not relation and (joined := _joined(match, at, number)) is not None:
        return Reading(
            "DATE",
            "relative",
            moment=of_day(joined),
            rule="weekday-after-the-one-before",
            anchor=at.last.first if at.last else None,
        )
    back = (anchor.isoweekday() - number) % 7
    earlier, later = anchor - timedelta(days=back), anchor + timedelta(days=(number - anchor.isoweekday()) % 7)
    if re.search(r"\b(?:on|of)\s+an?\s+$", at.before(match.start())) and re.match(r"\s*[.,;]", at.after(match.end())):
        return Reading("DATE", "none", timex=f"XXXX-WXX-{number}", rule="any-such-weekday", moves=False)
    direction = at.direction(*match.span("weekday"))
    if _HAPPENED.match(at.after(match.end())):
        direction = "past"
    alternatives: tuple[Moment, ...] = ()
    if relation in _LOOK_BACK:
        day, name = anchor - timedelta(days=back or 7), "before"
    elif relation in _LOOK_AHEAD:
        day, name = (later if later > anchor else anchor + timedelta(days=7)), "after"
        if (
            relation == "next"
            and day - anchor < timedelta(days=7)
            and day.isocalendar().week == anchor.isocalendar().week
        ):
            day, alternatives = day + timedelta(days=7), (of_day(day),)
    elif relation == "this":
        day = earlier if direction == "past" and (back <= 3 or back < anchor.isoweekday()) else later
        name = "before" if day <= anchor else "after"
    elif direction == "future" or (at.narrative and direction != "past"):
        day, name = (later, "after") if later > anchor or direction is None else (anchor, "after")
    else:
        day, name = earlier, "before"
        if direction is None and back:
            alternatives = (of_day(later),)
    where = "publication" if anchor == at.published else "the-last-date"
    return Reading(
        "DATE", "relative", moment=of_day(day), rule=f"weekday-{name}-{where}", anchor=anchor, alternatives=alternatives
    )


# "Wednesday's ruling" has happened, whatever the sentence says of it.
_HAPPENED = compiled(rf"'s (?:[a-z-]+ )?(?:{either(load_list('tense.toml', 'happened'))})s?\b")

_JOINED = re.compile(r"\s*(?:and|or|to|until|through|-|and\s+again\s+on)\s+(?:on\s+)?$")


def _joined(match: re.Match[str], at: Discourse, number: int) -> date | None:
    """The second of two weekdays: "between Thursday and Friday", "Thursday night or early Friday"."""
    if (
        at.last is None
        or at.last.unit != "day"
        or at.last_end is None
        or not at.sentence[0] <= at.last_end <= match.start()
    ):
        return None
    if not _JOINED.fullmatch(
        re.sub(r"^\s*(?:morning|afternoon|evening|night)", "", at.lowered[at.last_end : match.start()])
    ):
        return None
    day = at.last.first + timedelta(days=(number - at.last.first.isoweekday()) % 7 or 7)
    past = at.published is None or at.last.first <= at.published
    return None if past and at.published is not None and day > at.published else day


def _weekday_and_day(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "Sunday the 8th": the nearest month in which that day is that weekday."""
    number, day = WEEKDAYS[match["weekday"].rstrip(".")], int(match["day"])
    if at.now is None:
        return Reading("DATE", "none", timex=f"XXXX-XX-{day:02d}")
    months = [of_month(at.now.year, at.now.month + step) for step in (0, -1, 1, -2, 2, -3, 3)]
    days = [m.first + timedelta(days=day - 1) for m in months if 1 <= day <= (m.last - m.first).days + 1]
    fitting = [d for d in days if d.isoweekday() == number]
    return Reading("DATE", "relative", moment=of_day(fitting[0]), anchor=at.now) if fitting else None


_NOWADAYS_BEFORE = re.compile(
    r"\b(?:of|than)\s+$|\b(?:can|cannot|can't|may|might|still|known\s+as|exists?|lives?\s+in)\b[^,;:.\"]*\s$"
)
_NOWADAYS_AFTER = re.compile(rf"'s\s+(?:[a-z]+\s+)?(?:{either(load_list('vague.toml', 'what_today_has'))})\b")


def _named_day(match: re.Match[str], at: Discourse) -> Reading | None:
    words = _clean(match["word"])
    if at.published is None and at.now is None:
        return Reading("DATE", "none")
    if words == "today" and _is_nowadays(match, at):
        return Reading("DATE", "none", timex="PRESENT_REF", rule="nowadays")
    anchor = at.now if at.narrative else at.published
    assert anchor is not None
    day = anchor + timedelta(days=DAYS_FROM_TODAY[words])
    return Reading("DATE", "relative", moment=of_day(day), anchor=anchor)


def _is_nowadays(match: re.Match[str], at: Discourse) -> bool:
    """ "Today" of what holds these days: "as can be done today", "today's youth", "of today"."""
    if at.narrative or at.post:
        return at.narrative
    return bool(
        _NOWADAYS_BEFORE.search(at.before(match.start(), 60)) or _NOWADAYS_AFTER.match(at.after(match.end(), 40))
    )


# From Thursday on "this weekend" is the one ahead, whatever the tense.
_LATE_IN_THE_WEEK = 4


def _weekend(match: re.Match[str], at: Discourse) -> Reading | None:
    now = at.now
    if now is None:
        return Reading("DATE", "none")
    relation = _clean(match["relation"])
    this = of_weekend(now)
    before = of_weekend(now - timedelta(days=7))
    direction = at.direction(*match.span())
    weekend = now.isoweekday() >= 6
    if relation in _LOOK_BACK:
        moment = before
    elif relation in _LOOK_AHEAD:
        moment = of_weekend(now + timedelta(days=7)) if weekend else this
    elif (
        weekend
        or direction == "future"
        or (relation == "this" and (direction != "past" or now.isoweekday() >= _LATE_IN_THE_WEEK))
    ):
        moment = this
    else:
        moment = before
    return Reading("DATE", "relative", moment=moment, anchor=now)


_TOLD_BEFORE = re.compile(
    r"\b(?:complained|spoke|talked|told|warned)\s[^,;]{0,40}(?<!\bthe )(?<!\bits )(?<!\bin )(?<!\bof )$"
)


def _is_told_of(match: re.Match[str], at: Discourse) -> bool:
    """ "told the paper last week of queues": the week of the telling, without an article."""
    return _TOLD_BEFORE.search(at.before(match.start(), 60)) is not None


def _unit(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "last week", "this month", "the following year", "that day"."""
    unit: Unit = singular(match["unit"])  # type: ignore[assignment]
    relation = _clean(match["relation"])
    words = _clean(match[0])
    if relation in {"last", "next"} and (
        (unit == "day" and not re.search(r"\bthe\s+next\b", match[0]))
        or (re.match(r"\s+of\b", at.after(match.end())) and not _is_told_of(match, at))
    ):
        return _the_last(unit, at) if at.post else None  # "the last month of the war"
    from_story = relation in _FROM_THE_STORY or (
        relation == "next" and "the next" in re.sub(r"\s+", " ", match[0]) and (unit == "day" or at.narrative)
    )
    anchor: date | None
    if from_story:
        last = at.last or (of_day(at.published) if at.post and at.published is not None else None)
        if last is None:
            return Reading("DATE", "none") if relation not in {"that", "same"} or unit == "day" else None
        if last.unit != unit and not last.finer_than(unit):
            return _finer(last, unit)
        anchor = last.first
    else:
        anchor = at.now
    if anchor is None:
        return Reading("DATE", "none")
    step = -1 if relation in _LOOK_BACK else 1 if relation in _LOOK_AHEAD else 0
    moment = shifted(anchor, unit, step)
    if moment is None:
        return None
    passing = step == -1 or "earlier" in words or (step == 0 and at.running is not None and at.running.finer_than(unit))
    return Reading("DATE", "relative", moment=moment, anchor=anchor, moves=not passing)


def _the_last(unit: Unit, at: Discourse) -> Reading:
    """ "Last day to vote", "last week of term" in a post: the one it is written in."""
    moment = shifted(at.published, unit, 0) if at.published else None
    return Reading(
        "DATE", "relative" if moment else "none", moment=moment, anchor=at.published, certain=False, moves=False
    )


def _finer(last: Moment, unit: Unit) -> Reading | None:
    """A day of a month that is known: no day follows."""
    if unit == "day" and last.unit in ("month", "year"):
        return Reading("DATE", "none", timex=last.timex + ("-XX" if last.unit == "month" else "-XX-XX"))
    return None


def _part_of_unit(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "the end of the year" of the year that the text is at."""
    unit: Unit = match["unit"]  # type: ignore[assignment]
    anchor = (
        at.running.first
        if at.narrative and at.running
        else at.last.first
        if at.last and at.last.year < (at.now or at.last.first).year
        else at.now
    )
    if at.narrative and at.running is not None and at.running.unit != unit and not at.running.finer_than(unit):
        return None
    moment = shifted(anchor, unit, 0) if anchor else None
    if moment is None:
        return Reading("DATE", "none")
    return Reading("DATE", "relative", moment=moment, anchor=anchor, moves=False)


def _before_last(match: re.Match[str], at: Discourse) -> Reading | None:
    unit: Unit = match["unit"]  # type: ignore[assignment]
    if at.now is None:
        return Reading("DATE", "none")
    moment = shifted(at.now, unit, -2 if match["side"] == "before" else 2)
    return None if moment is None else Reading("DATE", "relative", moment=moment, anchor=at.now)


def _month(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "last August", "next May"."""
    month = MONTHS[match["month"].rstrip(".")]
    now = at.now
    if now is None:
        return Reading("DATE", "none", timex=f"XXXX-{month:02d}")
    relation = _clean(match["relation"])
    years = (now.year - 1, now.year, now.year + 1)
    months = [of_month(year, month) for year in years]
    if relation in _LOOK_BACK:
        moment = [m for m in months if m.last < now][-1]
    elif relation in _LOOK_AHEAD:
        moment = next(m for m in months if m.first > now)
    elif relation in {"that", "same"} and at.last is not None:
        moment = of_month(at.last.year, month)
    else:
        moment = months[1]
    day = match.groupdict().get("day")
    if day:
        try:
            moment = of_day(moment.first.replace(day=int(re.match(r"\d+", day)[0])))  # type: ignore[index]
        except ValueError:
            return None
    return Reading("DATE", "relative", moment=moment, anchor=now)


_RELATIONS = r"""(?:this past|this coming|last|this|the current|current|next|the next|the coming|coming|upcoming|the previous|previous
    |the preceding|preceding|the prior|the following|following|the subsequent|the ensuing|the succeeding|the same|same|that same|that)"""
_RELATION = rf"(?P<relation>{_RELATIONS})"

RULES: tuple[Rule, ...] = (
    rule(
        "weekday-and-day", "weekday",
        rf"(?P<weekday>{WEEKDAY_NAME}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?! of)(?! (?:{MONTH_NAME}))",
        _weekday_and_day, is_weekday,
    ),
    rule("weekday", "weekday", rf"{_MODIFIER}(?:{_RELATION} )?(?P<weekday>{WEEKDAY_NAME})", read_weekday, is_weekday),
    rule(
        "day-from-publication", "today",
        rf"(?:the )?\b(?P<word>{either(DAYS_FROM_TODAY)})s?\b", _named_day, is_day,
    ),
    rule("weekend", "unit", rf"{_MODIFIER}(?P<relation>{_RELATIONS}|the) (?:weekend|wkend|wknd)\b", _weekend),
    rule("unit", "unit", rf"{_MODIFIER}{_RELATION} (?P<unit>day|week|month|year|decade|century|wk|mth|yr)\b(?![\s-]old)", _unit),
    rule("part-of-unit", "unit", rf"{PART_OF}(?:the )?(?P<unit>month|year|decade|century|week)\b", _part_of_unit),
    rule("year-end", "unit", r"(?:the )?(?P<unit>year)(?:'s |-)end\b", _part_of_unit),
    rule(
        "unit-before-last", "unit", r"(?:the )?(?P<unit>week|month|year) (?:(?P<side>before) last|after next)\b", _before_last,
    ),
    rule(
        "month-from-publication", "month",
        rf"""(?:(?:early|late|mid)[\s-]+(?:in )?)?{_RELATION} (?:(?:early|late|mid)[\s-]+)?(?P<month>{MONTH_NAME})
            (?:\s+(?P<day>\d{{1,2}})(?!\d))?""",
        _month, is_month,
    ),
)  # fmt: skip
