"""What the other layers know of a text, by token: places, actors, times; and which sentences hold a trigger at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence
from spacy.vocab import Vocab

from graph.timespan import TimeSpan
from ingest.annotations import ActorMention, Modality, Span, TimeExpression, Toponym
from ingest.extractors.events import lexicon
from ingest.extractors.events.reading import Reading

# What ended longer before the report than this is told as background.
HISTORICAL_DAYS = 2 * 365


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A parse with its layers; the dictionaries are by token index."""

    doc: Doc
    toponym_at: dict[int, Toponym]
    actor_at: dict[int, ActorMention]
    time_at: dict[int, int]
    historical_before: date | None

    @classmethod
    def of(
        cls, doc: Doc, times: Sequence[TimeExpression], toponyms: Sequence[Toponym], actors: Sequence[ActorMention]
    ) -> Surroundings:
        """Lays the other layers onto the tokens."""
        anchors = [date.fromisoformat(each.anchor[:10]) for each in times if each.anchor is not None and len(each.anchor) >= 10]
        return cls(
            doc=doc,
            toponym_at={index: each for each in toponyms for index in _tokens(doc, each.span)},
            actor_at={index: each for each in actors for index in _tokens(doc, each.span)},
            time_at={index: number for number, each in enumerate(times) for index in _tokens(doc, each.span)},
            historical_before=max(anchors) - timedelta(days=HISTORICAL_DAYS) if anchors else None,
        )

    def is_place(self, token: Token) -> bool:
        """Whether the token belongs to a place's name (a nationality is none)."""
        toponym = self.toponym_at.get(token.i)
        return toponym is not None and toponym.form == "name"

    def sentences_with_triggers(self, boilerplate: Sequence[Span]) -> Iterator[Sentence]:
        """The sentences that hold a word of the lexicon and no boilerplate."""
        words = _trigger_words(self.doc.vocab)
        lemmas, lowers = self.doc.to_array(["LEMMA", "LOWER"]).T if len(self.doc) else ((), ())
        hits = [index for index, pair in enumerate(zip(lemmas, lowers, strict=True)) if pair[0] in words or pair[1] in words]
        last_end = -1
        for index in hits:
            if index < last_end:
                continue
            sentence = self.doc[index].sent
            last_end = sentence.end
            if not any(sentence.start_char < span.end and span.start < sentence.end_char for span in boilerplate):
                yield sentence

    def evidence(self, reading: Reading) -> Span:
        """The clause of a reading: from its first to its last word, without marks at the edges."""
        head = _clause_head(reading.trigger)
        parts = [head, reading.trigger, *reading.actors, *reading.recipients]
        start = min(token.left_edge.i for token in parts)
        end = max(token.right_edge.i for token in parts) + 1
        while start < end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        while end > start and (self.doc[end - 1].is_punct or self.doc[end - 1].is_space):
            end -= 1
        tokens = self.doc[start:end]
        return Span(tokens.start_char, tokens.end_char)

    def modality(self, reading: Reading, span_of_days: TimeSpan | None) -> Modality:
        """The modality after the parse, or "historical" for what is long past."""
        long_past = (
            span_of_days is not None
            and span_of_days.end is not None
            and self.historical_before is not None
            and span_of_days.end <= self.historical_before
        )
        return "historical" if long_past and reading.modality == "actual" else reading.modality


def _clause_head(token: Token) -> Token:
    """The verb of the clause in which a token stands, else the token."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _tokens(doc: Doc, span: Span) -> range:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(found.start, found.end) if found is not None else range(0)


@lru_cache(maxsize=2)
def _trigger_words(vocab: Vocab) -> frozenset[int]:
    words = {*lexicon.verbs(), *lexicon.nouns()}
    words.update(word for (word, _), operators in lexicon.operators().items() if "intend" in operators or "refuse" in operators)
    words.update({"must", "should", "will", "wo", "would"})
    return frozenset(vocab.strings.add(word) for word in words)
