"""Reads examples in which «…» marks the content of a quote, {…} its speaker and <…> its cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ingest.annotations import ActorMention, Mode, Quote, Span, Toponym
from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry

_MARKS = {"«": "content", "{": "speaker", "<": "cue"}
_ENDS = {"»": "content", "}": "speaker", ">": "cue"}


@dataclass(frozen=True)
class Example:
    """A text with its quotes: the n-th speaker, cue and content belong together."""

    doc: Doc
    text: str
    quotes: tuple[Quote, ...]
    actors: tuple[ActorMention, ...]
    toponyms: tuple[Toponym, ...]


def read_example(model: Language, marked: str, places: dict[str, str] | None = None) -> Example:
    """The example of a marked text; `places` gives the country of each place's name, demonyms by a leading "~"."""
    text = ""
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"content": [], "speaker": [], "cue": []}
    for character in marked:
        if character in _MARKS:
            opened[_MARKS[character]] = len(text)
        elif character in _ENDS:
            spans[_ENDS[character]].append(Span(opened[_ENDS[character]], len(text)))
        else:
            text += character
    doc = parse(text, model)
    toponyms = tuple(sorted(_toponyms(text, places or {}), key=lambda each: each.span))
    quotes = tuple(
        _quote(text, content, speaker, spans["cue"][index] if index < len(spans["cue"]) else speaker)
        for index, (content, speaker) in enumerate(zip(spans["content"], spans["speaker"], strict=True))
    )
    return Example(doc, text, quotes, extract_actors(doc, text, toponyms, load_registry()), toponyms)


def _quote(text: str, content: Span, speaker: Span, cue: Span) -> Quote:
    mode: Mode = "direct" if text[content.start : content.start + 1] in '“"' else "indirect"
    evidence = Span(min(content.start, speaker.start), max(content.end, speaker.end))
    contents = (content,) if content.end > content.start else ()
    return Quote(contents, (cue,), speaker, mode, evidence, text[cue.start : cue.end])


def _toponyms(text: str, places: dict[str, str]) -> list[Toponym]:
    found = []
    for name, country in places.items():
        words = name.removeprefix("~")
        start = text.find(words)
        while start >= 0:
            form = "demonym" if name.startswith("~") else "name"
            found.append(Toponym(Span(start, start + len(words)), form, words, None, None, None, None, country))  # type: ignore[arg-type]
            start = text.find(words, start + 1)
    return found
