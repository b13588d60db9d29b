"""Boilerplate of a report: notices, prompts, captions, biographies, repetitions and debris, as spans in text order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.annotations import Span
from ingest.cleaning.biographies import biography_subject
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
    captions = list(find_captions(lines))
    spans = [Span(lines[rows[0]].span.start, lines[rows[-1]].span.end) for rows in captions]
    marked = {index for rows in captions for index in rows}
    marked.update(index for index, line in enumerate(lines) if line.whole and _is_notice_or_prompt(line, index))
    marked.update(_tail(lines, marked))
    spans.extend(lines[index].span for index in marked)
    for line in lines:
        spans.extend(find_prompts(line))
    spans.extend(find_repetitions(lines, marked))
    spans.extend(find_debris(text))
    joined = _joined(spans)
    return () if _cover(joined, lines) else joined


def _is_notice_or_prompt(line: Line, index: int) -> bool:
    zones: list[Zone] = ["any"]
    if index < TOP_LINES:
        zones.append("top")
    if index == 1:
        zones.append("second")
    return is_prompt(line) or any(is_notice(line, zone) for zone in zones)


def _tail(lines: list[Line], marked: set[int]) -> list[int]:
    """The lines at the end that only boilerplate follows, from the last one up to the last of the report's own."""
    found: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index in marked:
            continue
        if not line.whole or not (
            is_notice(line, "end") or is_prompt(line, at_end=True) or _is_biography(index, lines, marked)
        ):
            break
        found.append(index)
    return found


def _is_biography(index: int, lines: list[Line], marked: set[int]) -> bool:
    """Whether a line is a biography of somebody whom no line above speaks of, the marked ones (a byline) left out."""
    subject = biography_subject(lines[index])
    if subject is None:
        return False
    return subject == "" or not any(
        subject in line.text and re.search(rf"\b{re.escape(subject)}\b", line.text)
        for above, line in enumerate(lines[:index])
        if above not in marked
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _cover(spans: tuple[Span, ...], lines: list[Line]) -> bool:
    """Whether no line has a character outside the spans but blanks; `spans` are in text order."""
    position = 0
    for line in lines:
        while position < len(spans) and spans[position].end < line.span.end:
            position += 1
        if position == len(spans) or spans[position].start > line.span.start:
            return False
    return True
