"""Boilerplate of a report: notices, prompts, captions, biographies, repetitions and debris, as spans in text order."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.annotations import Span
from ingest.cleaning.biographies import is_biography
from ingest.cleaning.captions import find_captions
from ingest.cleaning.layout import Line, read_lines
from ingest.cleaning.notices import Zone, find_prompts, is_notice, is_prompt
from ingest.cleaning.repetitions import find_debris, find_repetitions

# Bylines and lines of time stand among the first paragraphs.
TOP_LINES = 6


def find_boilerplate(text: str) -> tuple[Span, ...]:
    """What of `text` is not the report itself: spans in text order that do not overlap, each beginning and ending with a character that
    is not blank.

    Precision first: what may be a paragraph of the report stays. Rules on the end of a report hold only for lines below which there is
    nothing but boilerplate. A text that would be nothing else is somebody's text, and has none.
    """
    lines = read_lines(text)
    spans = list(find_captions(lines))
    for index, line in enumerate(lines):
        zones: list[Zone] = ["any"]
        if index < TOP_LINES:
            zones.append("top")
        if index == 1:
            zones.append("second")
        if line.whole and (is_prompt(line) or any(is_notice(line, zone) for zone in zones)):
            spans.append(line.span)
    spans.extend(_tail(lines, spans, text))
    for line in lines:
        spans.extend(find_prompts(line))
    spans.extend(find_repetitions(lines, spans))
    spans.extend(find_debris(text))
    if all(any(_covers(span, line.span) for span in spans) for line in lines):
        return ()
    return _joined(spans)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _tail(lines: list[Line], marked: list[Span], text: str) -> Iterable[Span]:
    """The lines at the end, from the last one up to the last of the report's own."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if any(_covers(span, line.span) for span in marked):
            continue
        if not line.whole:
            return
        above = text[: line.span.start]
        if not (
            is_notice(line, "end")
            or (any(find_prompts(line)) and is_prompt(line, at_end=True))
            or is_biography(line, above, marked)
        ):
            return
        yield line.span


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
