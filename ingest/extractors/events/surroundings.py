"""What the other layers know of a text, by token: places, actors, times; and which sentences hold a trigger at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence
from spacy.vocab import Vocab

from ingest.annotations import ActorMention, Span, TimeExpression, Toponym
from ingest.extractors.events import lexicon

# What ended longer before the report than this is told as background.
HISTORICAL_DAYS = 2 * 365


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A parse with its layers; the dictionaries are by token index, of times only those with an interval."""

    doc: Doc
    toponym_at: dict[int, Toponym]
    actor_at: dict[int, ActorMention]
    reference_at: dict[int, Toponym]
    time_at: dict[int, int]
    historical_before: date | None

    @classmethod
    def of(
        cls,
        doc: Doc,
        times: Sequence[TimeExpression],
        toponyms: Sequence[Toponym],
        actors: Sequence[ActorMention],
        references: Sequence[Toponym] = (),
    ) -> Surroundings:
        """Lays the other layers onto the tokens."""
        anchors = [
            date.fromisoformat(each.anchor[:10]) for each in times if each.anchor is not None and len(each.anchor) >= 10
        ]
        return cls(
            doc=doc,
            toponym_at={index: each for each in toponyms for index in _tokens(doc, each.span)},
            actor_at={index: each for each in actors for index in _tokens(doc, each.span)},
            reference_at={index: each for each in references for index in _tokens(doc, each.span)},
            time_at={
                index: number
                for number, each in enumerate(times)
                if each.span_of_days is not None and each.type != "SET"
                for index in _tokens(doc, each.span)
            },
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
        hits = [
            index for index, pair in enumerate(zip(lemmas, lowers, strict=True)) if pair[0] in words or pair[1] in words
        ]
        last_end = -1
        for index in hits:
            if index < last_end:
                continue
            sentence = self.doc[index].sent
            last_end = sentence.end
            if not any(sentence.start_char < span.end and span.start < sentence.end_char for span in boilerplate):
                yield sentence

    def is_actor(self, token: Token) -> bool:
        """Whether an actor is named there."""
        return token.i in self.actor_at


def _tokens(doc: Doc, span: Span) -> range:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(found.start, found.end) if found is not None else range(0)


@lru_cache(maxsize=2)
def _trigger_words(vocab: Vocab) -> frozenset[int]:
    words = set(lexicon.mistaken_lemmas())
    for table in (lexicon.verbs(), lexicon.nouns()):
        words.update(lemma for lemma, triggers in table.items() if any(each.type is not None for each in triggers))
    words.update(
        word for (word, _), operators in lexicon.operators().items() if "intend" in operators or "refuse" in operators
    )
    words.update({"must", "should", "will", "wo", "would"})
    return frozenset(vocab.strings.add(word) for word in words)
