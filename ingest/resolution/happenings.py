"""Gives the mentions of events the place and the day of the happening that they take up: "the strike", "three people were killed"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files

from spacy.tokens import Doc, Token

from graph.event_clusters import OUTCOME_MODES
from ingest.annotations import EventMention, Quote, Span, TimeExpression, Toponym
from ingest.columns import columns_of

_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads(
        (files(__package__) / "data" / "happenings.toml").read_text(encoding="utf-8")
    ).items()
}
_OTHERS = _WORDS["others"] - _WORDS["bounds"]

# What is done and suffered happens on days of its own; an act of speech has that of its words.
_MATERIAL = frozenset(
    {"AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "CONSULT"}
)
_HAPPENED = frozenset({"actual", "historical"})
# The outcomes of the report's only happening may be told as far on as this; then its background begins.
STORY_PARAGRAPHS = 6
# A headline sums up what one of the next paragraphs tells: a byline and a dateline may stand between.
LEAD_PARAGRAPHS = 3

_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_ENDS = (".", "!", "?", ".'", '."')


def settle_happenings(
    doc: Doc,
    events: Sequence[EventMention],
    times: Sequence[TimeExpression],
    toponyms: Sequence[Toponym],
    references: Sequence[Toponym] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[EventMention, ...]:
    """The events in their order, those that take up another one with its place and day (basis "inherited") where they tell none.

    `doc` is the parse of the text. A mention takes up an event of its type by a definite noun, the weapon or the outcome,
    and only where a single happening of the text fits: what is doubtful, or told in somebody's own words, stays without.
    The headline tells what the lead does.
    """
    story = _Story(doc, times, toponyms, references, quotes)
    settled = list(events)
    headline_end = story.headline_end
    for index, event in enumerate(events):
        if event.span.start >= headline_end:
            settled[index] = story.settled(event)
    for index, event in enumerate(events):
        if event.span.start < headline_end:
            settled[index] = story.settled_headline(event)
    return tuple(settled)


@dataclass(slots=True)
class _Story:
    """What a text has told so far."""

    doc: Doc
    times: Sequence[TimeExpression]
    toponyms: Sequence[Toponym]
    references: Sequence[Toponym]
    quotes: Sequence[Quote]
    told: list[EventMention] = field(default_factory=list)
    paragraph_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.paragraph_starts = [0, *(match.end() for match in _PARAGRAPH.finditer(columns_of(self.doc).text))]

    @property
    def headline_end(self) -> int:
        """Where the headline ends, 0 without one: a first paragraph that is no sentence, with others behind it."""
        if len(self.paragraph_starts) < 2:
            return 0
        end = self.paragraph_starts[1]
        return 0 if columns_of(self.doc).text[:end].rstrip().endswith(_SENTENCE_ENDS) else end

    def settled(self, event: EventMention) -> EventMention:
        """A mention of the body with what it takes up; from then on it is told."""
        found = event
        if event.type not in _MATERIAL or event.modality not in _HAPPENED:
            return event
        if (event.place is None or event.span_of_days is None) and not self._in_own_words(event):
            found = self._completed(event)
        if found.place is not None or found.span_of_days is not None:
            self.told.append(found)
        return found

    def settled_headline(self, event: EventMention) -> EventMention:
        """A mention of the headline with place and day of the first happening of its type, if the lead tells it and it agrees."""
        if event.type not in _MATERIAL or event.modality not in _HAPPENED or self._says_other(event):
            return event
        lead = next((each for each in self.told if each.type == event.type), None)
        if (
            lead is None
            or self._paragraph(lead) > LEAD_PARAGRAPHS
            or lead.span_of_days is None
            or not _fits(event, lead)
        ):
            return event
        return event if event.span_of_days is not None and event.place is not None else _inheriting(event, lead)

    def _completed(self, event: EventMention) -> EventMention:
        found = self._with_shared_day(event)
        found = self._with_own_place(found)
        antecedent = None if self._says_other(found) else self._antecedent(found)
        return found if antecedent is None else _inheriting(found, antecedent)

    def _with_shared_day(self, event: EventMention) -> EventMention:
        """ "On Friday rebels shelled the camp and took the bridge": a day before the first verb holds for the verbs joined to it."""
        verb = self._trigger(event)
        if event.span_of_days is not None or verb is None or verb.pos_ != "VERB":
            return event
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
            for other in self.told:
                if (
                    other.trigger.start == verb.idx
                    and other.time is not None
                    and self.times[other.time].span.end <= verb.idx
                ):
                    return replace(event, time=other.time, span_of_days=other.span_of_days, basis=other.basis)
        return event

    def _with_own_place(self, event: EventMention) -> EventMention:
        """ "near its railway station": the one place that the paragraph has named so far."""
        if event.place is not None or not any(each.lower_ in _WORDS["belonging"] for each in self._tokens(event.span)):
            return event
        start = self.paragraph_starts[self._paragraph(event)]
        named = {each.place_id or each.name: each for each in self._places_between(start, event.trigger.start)}
        return replace(event, place=next(iter(named.values())), place_basis="inherited") if len(named) == 1 else event

    def _antecedent(self, event: EventMention) -> EventMention | None:
        """The one happening told before that a mention takes up, None where none or several fit."""
        if event.place is not None and event.span_of_days is not None:
            return None
        candidates = [
            each for each in self.told if each.type == event.type and each.control_change == event.control_change
        ]
        if event.span_of_days is not None:
            if event.span_of_days.precision != "day":
                return None
            candidates = [
                each for each in candidates if each.span_of_days == event.span_of_days and each.place is not None
            ]
        elif not self._takes_up(event):
            return None
        here = self._paragraph(event)
        beside = [each for each in candidates if self._paragraph(each) == here]
        if beside:
            return self._only(event, beside)
        near = bool(candidates) and here - self._paragraph(candidates[-1]) <= STORY_PARAGRAPHS
        return self._only(event, candidates) if near else None

    def _only(self, event: EventMention, candidates: Sequence[EventMention]) -> EventMention | None:
        """The first of the candidates, if all tell one day and place, and nothing in the sentence speaks of another."""
        if not candidates or len({_where_and_when(each) for each in candidates}) > 1:
            return None
        chosen = candidates[0]
        if not _fits(event, chosen) or (event.span_of_days is None and chosen.span_of_days is None):
            return None
        sentence = self._sentence(event)
        places = {each.place_id or each.name for each in self._places_between(sentence.start, sentence.end)}
        if chosen.place is not None and places - {chosen.place.place_id or chosen.place.name}:
            return None
        days = [
            each.span_of_days
            for each in self.times
            if sentence.start <= each.span.start < sentence.end and each.span_of_days is not None
        ]
        return chosen if event.span_of_days is not None or all(each == chosen.span_of_days for each in days) else None

    def _takes_up(self, event: EventMention) -> bool:
        """Whether the words speak of something told before: "the strike", "the missile hit …", "three people were killed"."""
        trigger = self._trigger(event)
        if trigger is None:
            return False
        if trigger.pos_ in ("NOUN", "PROPN"):
            return any(child.lower_ in _WORDS["definite"] for child in trigger.lefts)
        subjects = [child for child in trigger.lefts if child.dep_ in ("nsubj", "nsubjpass")]
        agents = [
            noun for child in trigger.rights if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"
        ]
        causes = [each for each in (*subjects, *agents) if each.dep_ != "nsubjpass"]
        if any(_is_definite(each) and self._is_cause(each) for each in causes):
            return True
        if trigger.lemma_.lower() not in _WORDS["outcomes"] or any(each.role == "actor" for each in event.participants):
            return False
        passive = any(each.dep_ == "nsubjpass" for each in subjects) and not agents
        return passive or any(each.lower_ in ("it", "that", "which") for each in subjects)

    def _is_cause(self, noun: Token) -> bool:
        """Whether a noun is a weapon, or the noun of an event told before."""
        if noun.lemma_.lower() in _WORDS["weapons"]:
            return True
        return any((trigger := self._trigger(each)) is not None and trigger.lemma_ == noun.lemma_ for each in self.told)

    def _says_other(self, event: EventMention) -> bool:
        sentence = self._sentence(event)
        return any(each.lower_ in _OTHERS for each in self._tokens(sentence))

    def _in_own_words(self, event: EventMention) -> bool:
        """Whether it is told within a quotation word for word."""
        return any(
            content.start <= event.trigger.start < content.end
            for quote in self.quotes
            if quote.mode == "direct"
            for content in quote.content
        )

    def _places_between(self, start: int, end: int) -> Iterator[Toponym]:
        for each in (*self.toponyms, *self.references):
            if start <= each.span.start < end and each.form == "name" and not each.metonym:
                yield each

    def _paragraph(self, event: EventMention) -> int:
        return bisect_right(self.paragraph_starts, event.trigger.start) - 1

    def _sentence(self, event: EventMention) -> Span:
        trigger = self._trigger(event)
        return Span(trigger.sent.start_char, trigger.sent.end_char) if trigger is not None else event.span

    def _trigger(self, event: EventMention) -> Token | None:
        found = self.doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        return found.root if found is not None and len(found) else None

    def _tokens(self, span: Span) -> Iterator[Token]:
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return iter(found if found is not None else ())


def _inheriting(event: EventMention, antecedent: EventMention) -> EventMention:
    """A mention with the place and the day of another one, where it has none."""
    found = event
    if event.span_of_days is None and antecedent.span_of_days is not None:
        found = replace(found, time=antecedent.time, span_of_days=antecedent.span_of_days, basis="inherited")
    if event.place is None and antecedent.place is not None:
        found = replace(found, place=antecedent.place, place_basis="inherited")
    return found


def _fits(event: EventMention, other: EventMention) -> bool:
    """Whether nothing that both tell contradicts: control, place, day, modes, who did it."""
    if event.control_change != other.control_change:
        return False
    places = [each.place_id or each.name for each in (event.place, other.place) if each is not None]
    days = [each for each in (event.span_of_days, other.span_of_days) if each is not None]
    if len(set(places)) > 1 or len(set(days)) > 1:
        return False
    means = (set(event.modes) - OUTCOME_MODES, set(other.modes) - OUTCOME_MODES)
    doers = (_doers(event), _doers(other))
    return all(not ours or not theirs or not ours.isdisjoint(theirs) for ours, theirs in (means, doers))


def _doers(event: EventMention) -> set[str]:
    return {each.actor_id or each.name for each in event.participants if each.role == "actor" and each.name is not None}


def _where_and_when(event: EventMention) -> tuple[str | None, object]:
    return (event.place.place_id or event.place.name if event.place is not None else None, event.span_of_days)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in _WORDS["definite"] for child in noun.lefts)
