"""Reads marked statements, `<speaker>`, `{cue|lemma}`, `[content]`, and tells when and where each was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.timespan import parse_edtf
from ingest.annotations import ActorMention, Mode, Quote, Said, Span, Toponym
from ingest.extractors.times import extract_times
from ingest.nlp import load_model, parse
from ingest.resolution.occasions import when_and_where_said

PUBLISHED = "2023-03-07"  # a Tuesday

_MARK = re.compile(r"<(?P<speaker>[^>]+)>|\{(?P<cue>[^|}]+)\|(?P<lemma>[^}]+)\}|\[(?P<content>[^]]+)\]")


def when_and_where(
    *pieces: str,
    published: str | None = PUBLISHED,
    places: Mapping[str, str] | None = None,
    speakers: Sequence[ActorMention | None] | None = None,
) -> tuple[list[Said], list[str | None]]:
    """The day and the name of the place of each statement; a piece is a sentence, or a part of one, with one statement at most.

    `places` gives the name of the place that each wording stands for.
    """
    text, quotes = "", []
    for piece in pieces:
        plain, quote = _read(piece, len(text))
        if quote is not None:
            quotes.append(quote)
        text += plain + ("" if plain.endswith("\n") else " ")
    day = parse_edtf(published) if published else None
    doc = parse(text, load_model())
    said, said_at = when_and_where_said(
        doc, text, quotes, extract_times(text, day, doc), day, _toponyms(text, places or {}), speakers or [None] * len(quotes)
    )  # fmt: skip
    return list(said), [each.name if each is not None else None for each in said_at]


def _read(marked: str, start: int) -> tuple[str, Quote | None]:
    """The plain text of one marked piece, and its quote at its place behind `start`."""
    text, lemma, position = "", "", 0
    spans: dict[str, list[Span]] = {"speaker": [], "cue": [], "content": []}
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        name = next(name for name in spans if match[name])
        spans[name].append(Span(start + len(text), start + len(text) + len(match[name])))
        text, lemma, position = text + match[name], match["lemma"] or lemma, match.end()
    text += marked[position:]
    if not spans["content"]:
        return text, None
    mode: Mode = "direct" if "“" in text else "indirect"
    speaker = spans["speaker"][0] if spans["speaker"] else None
    evidence = Span(start, start + len(text))
    return text, Quote(tuple(spans["content"]), tuple(spans["cue"]), speaker, mode, evidence, lemma)


def _toponyms(text: str, places: Mapping[str, str]) -> list[Toponym]:
    found = [
        Toponym(Span(*match.span()), "name", name, None, None, None, None, None)
        for wording, name in places.items()
        for match in re.finditer(rf"\b{re.escape(wording)}\b", text)
    ]
    return sorted(found, key=lambda each: each.span)
