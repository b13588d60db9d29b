"""Times of day: clock times, parts of the day, "last night", "overnight"; without a day of their own they borrow the neighbour's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from graph.timespan import TimeSpan
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import DAY_PART
from ingest.extractors.times.moments import of_day
from ingest.extractors.times.rules import Reading, Rule, group, rule
from ingest.extractors.times.words import CARDINALS, CLOCK_WORDS, DAY_PARTS, TONIGHT, either

# Parts of the day that stand alone; dawn and sunset only beside a day.
_WHOLE_PARTS = {"morning", "afternoon", "evening", "night"}

_ZONE = r"""(?:\s*\(?\b(?:gmt|utc|bst|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|cet|cest|eet|eest|msk|ist
    |[a-z]+ time|eastern(?: time)?|pacific(?: time)?)\b\)?)"""


def _clock_reading(at: Discourse, clock: str, until_now: bool = False) -> Reading:
    """A time of day on the day that the sentence is at: the last day named in the paragraph, else that of publication."""
    day = None
    if until_now and not at.narrative:  # "since dawn"
        day = at.published
    elif at.last is not None and at.last.unit == "day" and (at.last_paragraph == at.paragraph or at.narrative):
        day = at.last.first
    elif not at.narrative:
        day = at.published
    if day is None:
        return Reading("TIME", "none", timex=f"XXXX-XX-XX{clock}", clock=clock, moves=False)
    return Reading(
        "TIME",
        "relative",
        moment=of_day(day),
        timex=day.isoformat() + clock,
        anchor=day,
        clock=clock,
        certain=False,
        moves=False,
    )


def read_clock(match: re.Match[str], at: Discourse) -> Reading | None:
    """A clock time from the groups `hour`, `minute` and `half`."""
    hour_words, minute = match["hour"], group(match, "minute") or "00"
    hour = CARDINALS.get(hour_words) if not hour_words.isdigit() else int(hour_words)
    half = re.sub(r"[\s.]", "", group(match, "half") or "")
    if hour is None or hour > (12 if half else 24) or int(minute) > 59:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return _clock_reading(at, f"T{hour:02d}:{minute}")


def _word(match: re.Match[str], at: Discourse) -> Reading | None:
    if (
        match["word"] == "midnight"
        and re.search(r"\b(?:since|after|past)\s+$", at.before(match.start()))
        and not at.narrative
    ):
        return _clock_reading(at, "T00:00", until_now=at.before(match.start()).rstrip().endswith("since"))
    return _clock_reading(at, f"T{CLOCK_WORDS[match['word']]}")


def _part(match: re.Match[str], at: Discourse) -> Reading | None:
    """A part of the day; "this morning" and "last night" have their own day."""
    code = f"T{DAY_PARTS[match['part']]}"
    relation = re.sub(r"\s+", " ", match["relation"] or "").removeprefix("the ")
    if relation in {"this", "last"}:
        now = at.now
        if now is None or (at.narrative and at.running is not None and at.running.unit != "day"):
            return Reading("TIME", "none", timex=f"XXXX-XX-XX{code}")
        day = now - timedelta(days=1) if relation == "last" else now
        return Reading("TIME", "relative", moment=of_day(day), timex=day.isoformat() + code, anchor=now)
    if relation in {"that", "same", "next", "following", "previous"}:
        if at.last is None or at.last.unit != "day":
            return Reading("TIME", "none", timex=f"XXXX-XX-XX{code}")
        step = {"next": 1, "following": 1, "previous": -1}.get(relation, 0)
        day = at.last.first + timedelta(days=step)
        return Reading("TIME", "relative", moment=of_day(day), timex=day.isoformat() + code, anchor=at.last.first)
    return None


def _loose_part(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "in the morning", "since dawn", "Monday night": the day comes from a neighbour or the sentence."""
    if at.post:
        return read_part(match, at)
    code, lead = f"T{DAY_PARTS[match['part']]}", match["lead"]
    only_beside_a_day = Reading("TIME", "none", timex=None, clock=code, moves=False)
    if lead is None or (
        match["part"] not in _WHOLE_PARTS and (at.narrative or re.match(r"\s+of\b", at.after(match.end())))
    ):
        return only_beside_a_day
    if match["part"] == "night" and lead.startswith(("during", "in the", "through")) and _is_publication_day(at):
        return _overnight(match, at)
    if match["part"] in _WHOLE_PARTS and (lead.startswith(("at", "by")) or at.last_paragraph != at.paragraph):
        return replace(only_beside_a_day, timex=f"XXXX-XX-XX{code}")
    return _clock_reading(at, code, until_now=lead.startswith("since"))


def read_part(match: re.Match[str], at: Discourse) -> Reading | None:
    """A part of the day that the text is at."""
    return _clock_reading(at, f"T{DAY_PARTS[match['part']]}")


def _is_publication_day(at: Discourse) -> bool:
    return not at.narrative and (at.last is None or at.last_paragraph != at.paragraph or at.last.first == at.published)


def _tonight(_: re.Match[str], at: Discourse) -> Reading | None:
    now = at.published if not at.narrative else None
    if now is None:
        return Reading("TIME", "none", timex="XXXX-XX-XXTNI")
    return Reading("TIME", "relative", moment=of_day(now), timex=f"{now.isoformat()}TNI", anchor=now)


def _overnight(_: re.Match[str], at: Discourse) -> Reading | None:
    """The night before publication: two calendar days."""
    now = at.now
    if now is None or at.narrative:
        return Reading("TIME", "none", timex="XXXX-XX-XXTNI")
    evening = now - timedelta(days=1)
    return Reading(
        "TIME", "relative", moment=of_day(evening), timex=f"{evening.isoformat()}TNI", anchor=now, certain=False,
        days=TimeSpan(evening, now + timedelta(days=1), "days"), clock="TNI", moves=False,
    )  # fmt: skip


_HOUR = r"(?:[01]?\d|2[0-4])"
# The end of a stretch may follow the dash: "1pm-6pm", "8-10pm".
_START = r"(?<![\w:.$])(?:(?<!-)|(?<=[\dm]-))"
_LEAD = r"(?:early |late |later |earlier )?"

RULES: tuple[Rule, ...] = (
    rule(
        "clock", "clock",
        rf"{_START}(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?\+?\s*(?P<half>[ap]\.?\s?m\b\.?)(?: in the \w+)?{_ZONE}?", read_clock,
    ),
    rule(  # "645pm"
        "clock", "clock", rf"{_START}(?P<hour>{_HOUR})(?P<minute>[0-5]\d)(?P<half>[ap]m\b)(?: in the \w+)?{_ZONE}?", read_clock,
    ),
    rule("clock", "clock", rf"(?<![\w:.$-])(?P<hour>{_HOUR})[:.](?P<minute>[0-5]\d)(?:\s?(?:hours|hrs))?{_ZONE}", read_clock),
    rule(
        "clock", "clock",
        rf"\b(?:at|around|by|about|until|before|after|from) (?P<x>(?P<hour>{_HOUR}):(?P<minute>[0-5]\d))(?![:\d])", read_clock,
    ),
    rule(
        "clock", "clock",
        rf"(?<![\w:.$-])(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?:\s?(?:hours|hrs)\b{_ZONE}?|{_ZONE})", read_clock,
    ),
    rule("clock", "clock", rf"\b(?P<hour>{either(CARDINALS)}|{_HOUR}) o(?:'|\s)?clock(?: in the \w+)?", read_clock),
    rule("clock-word", "clock", rf"\b(?P<word>{either(CLOCK_WORDS)})\b(?!-)", _word),
    rule(
        "part-of-day", "part",
        rf"""{_LEAD}(?P<relation>this|last|that(?: same)?|the same|the next|next|the following|the previous)
            \s+{_LEAD}(?P<part>{DAY_PART})""",
        _part,
    ),
    rule(
        "part-of-day-beside-a-day", "part",
        rf"""\b(?P<x>(?P<lead>(?:early |late |later )?(?:in the|on the|during the|through the|by|at|since|before|after|until)\s+)?
            {_LEAD}(?:the )?(?P<part>{DAY_PART})(?: hours)?)(?!-)""",
        _loose_part,
    ),
    rule("tonight", "today", rf"\b(?:{either(TONIGHT)})s?\b", _tonight),
    rule("overnight", "today", r"\bovernight\b(?!-)", _overnight),
)  # fmt: skip
