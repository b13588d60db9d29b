"""Reads the phrases of a text one after another and turns each into a `TimeExpression`."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from graph.timespan import TimeSpan
from ingest.annotations import Span, TimeExpression
from ingest.columns import columns_of
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.mode import is_narrative
from ingest.extractors.times.posts import is_post
from ingest.extractors.times.recognise import Phrase, lowered, phrases
from ingest.extractors.times.rules import Reading

# Between a time of day and its day: "6 a.m. on Monday", "Sunday at 11:45", "the evening of February 28".
_BETWEEN = re.compile(r"\)?,?\s*(?:on|at|@|of|around|about|in|by|the|night\s+of|,)?\s*(?:the\s+)?", re.IGNORECASE)
_LONGEST_GAP = 14

# A publication outside these years is a slip; near the ends of the calendar there is no last or next year.
YEARS = range(1000, 2500)


def resolve(text: str, published: TimeSpan | None, doc: Doc | None) -> tuple[TimeExpression, ...]:
    """See `extract_times`."""
    low = lowered(text)
    day = published.start if published is not None and published.precision == "day" else None
    if day is not None and day.year not in YEARS:
        day = None
    post = is_post(text)
    at = Discourse(text, low, day, narrative=not post and is_narrative(low, day), post=post)
    not_times = _not_months(doc)
    expressions: list[TimeExpression] = []
    for sentence, found in phrases(text, low, post):
        at.enter(sentence.start, sentence.end, sentence.paragraph)
        readings: list[tuple[Phrase, Reading]] = []
        for phrase in found:
            if phrase.start in not_times:
                continue
            reading = phrase.rule.resolve(phrase.match, at)
            if reading is not None:
                readings.append((phrase, reading))
                at.advance(
                    reading.moment,
                    reading.basis == "explicit" or (at.history and reading.rule == "in-the-running-year"),
                    reading.moves and reading.clock is None,
                    phrase.start,
                    phrase.end,
                )
        expressions.extend(
            _expression(start, end, phrase, reading) for start, end, phrase, reading in _fused(text, readings)
        )
    return tuple(expressions)


def _fused(text: str, readings: list[tuple[Phrase, Reading]]) -> list[tuple[int, int, Phrase, Reading]]:
    """Times of day joined with the day beside them; those that need a day and have none left out."""
    out: list[tuple[int, int, Phrase, Reading]] = []
    index = 0
    while index < len(readings):
        phrase, reading = readings[index]
        while index + 1 < len(readings) and _same_moment(text, phrase, reading, *readings[index + 1]):
            phrase = replace(phrase, end=readings[index + 1][0].end)
            index += 1
        if index + 1 < len(readings):
            following, other = readings[index + 1]
            gap = text[phrase.end : following.start]
            joined = _join(reading, other) if len(gap) <= _LONGEST_GAP and _BETWEEN.fullmatch(gap) else None
            if joined is not None:
                out.append((phrase.start, following.end, phrase if reading.clock is None else following, joined))
                index += 2
                continue
        if reading.clock is None or reading.timex is not None:
            out.append((phrase.start, phrase.end, phrase, reading))
        index += 1
    return out


def _same_moment(text: str, phrase: Phrase, reading: Reading, following: Phrase, other: Reading) -> bool:
    """Whether a second time of day is the first one in another zone: "10:30 local time (08:30 GMT)"."""
    both = (
        reading.clock is not None
        and other.clock is not None
        and reading.clock[1].isdigit()
        and other.clock[1].isdigit()
    )
    return both and re.fullmatch(r"\s*\(\s*", text[phrase.end : following.start]) is not None


def _join(first: Reading, second: Reading) -> Reading | None:
    day, time = (first, second) if second.clock is not None else (second, first)
    if time.clock is None or day.clock is not None:
        return None
    if day.type == "TIME":  # "ten o'clock this morning"
        return (
            replace(day, timex=f"{day.timex[:10]}{_in_part(time.clock, day.timex[10:])}")
            if day.timex and time.clock[1].isdigit()
            else None
        )
    if day.type != "DATE":
        return None
    if day.moment is not None and day.moment.unit == "day":
        return replace(day, type="TIME", timex=f"{day.moment.timex}{time.clock}", days=None)
    if day.moment is None and day.timex is not None and re.fullmatch(r"XXXX-(?:WXX-\d|\d\d-\d\d)", day.timex):
        return replace(day, type="TIME", timex=f"{day.timex}{time.clock}")
    return None


def _in_part(clock: str, part: str) -> str:
    """The hour as the part of the day makes it: ten o'clock at night is 22:00."""
    hour = int(clock[1:3])
    return f"T{hour + 12}{clock[3:]}" if part in {"TAF", "TEV", "TNI"} and hour < 12 else clock


def _expression(start: int, end: int, phrase: Phrase, reading: Reading) -> TimeExpression:
    moment = reading.moment
    days = reading.days or (moment.days if moment else None)
    name = (
        f"{phrase.rule.name}-{reading.rule}"
        if reading.rule and not reading.rule.startswith("weekday")
        else reading.rule or phrase.rule.name
    )
    return TimeExpression(
        span=Span(start, end),
        type=reading.type,
        timex=reading.timex or (moment.timex if moment else None),
        edtf=days.edtf if days else None,
        span_of_days=days,
        basis=reading.basis if days or reading.basis == "none" else "none",
        rule=name,
        anchor=reading.anchor.isoformat() if reading.anchor and days else None,
        certain=reading.certain and not reading.alternatives,
        alternatives=tuple(edtf for other in reading.alternatives if (edtf := other.days.edtf)),
    )


_MONTHS_AND_VERBS = frozenset({"May", "March"})


def _not_months(doc: Doc | None) -> frozenset[int]:
    """Where the parse has a verb or a person for a word that may be a month."""
    if doc is None:
        return frozenset()
    columns = columns_of(doc)
    return frozenset(
        start
        for word, part, start in zip(columns.words, columns.parts, columns.starts, strict=True)
        if word in _MONTHS_AND_VERBS and part in {"AUX", "VERB"}
    )
