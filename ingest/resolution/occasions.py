"""Tells when and where each quote was said: by its own words, or by the occasion that it shares with what was said or done before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.timespan import TimeSpan
from ingest.annotations import ActorMention, Quote, Said, Span, TimeExpression, Toponym
from ingest.resolution.regions import paragraph_numbers
from ingest.resolution.said import inherited, own_time, told, untold
from ingest.resolution.said_at import PlaceReader
from ingest.resolution.said_words import WORDS, is_present, tokens_of

# A further sentence of an act of speech stands at most this many sentences behind the one before.
_CONTINUES_WITHIN_SENTENCES = 3

# "The hall" is that of the gathering told last, at most so many paragraphs before.
_GATHERING_WITHIN_PARAGRAPHS = 6

# A visit whose day is no closer told than by a week is no occasion to date a statement by.
_OCCASION_DAYS_MAXIMUM = 7

_DEFINITE = frozenset({"the", "that", "this", "same"})


def when_and_where_said(
    doc: Doc,
    text: str,
    quotes: Sequence[Quote],
    times: Sequence[TimeExpression],
    published: TimeSpan | None,
    toponyms: Sequence[Toponym],
    speakers: Sequence[ActorMention | None],
) -> tuple[tuple[Said, ...], tuple[Toponym | None, ...]]:
    """For each quote when it was said, and where: None where the text does not tell.

    `doc` is the parse of `text`, `toponyms` are its places with the references to them, `speakers` stand beside their quotes. Day and place
    that a quote does not tell itself are those of its occasion, unless it tells another day or place. Without any day, it was said no
    later than its report.
    """
    reader = PlaceReader(doc, text, quotes, toponyms)
    occasions = _Occasions(doc, text, quotes, times, speakers)
    said: list[Said] = []
    places: list[Toponym | None] = []
    for index, (quote, speaker) in enumerate(zip(quotes, speakers, strict=True)):
        time, place = own_time(doc, text, quote, quotes, times, published), reader.told(quote, speaker)
        own = told(time, times[time], published) if time is not None else None
        before = occasions.before(index)
        if before is not None:
            occasion, its_place = said[before], places[before]
        else:
            deed = occasions.deed_before(index, published)
            on = deed[1] if deed is not None else None
            occasion = told(on, times[on], published) if on is not None else untold(published)
            its_place = reader.of_deed(deed[0]) if deed is not None else None
        same_day = own is None or (occasion.time is not None and own.span_of_days == occasion.span_of_days)
        same_place = place is None or its_place is None or _key(place) == _key(its_place)
        if own is not None:
            said.append(own)
        else:
            said.append(inherited(occasion) if same_place and occasion.time is not None else untold(published))
        if place is None and same_day:
            place = its_place
        places.append(place if place is not None else reader.scene(quote, speaker))
    return tuple(said), tuple(places)


def _key(toponym: Toponym) -> str:
    return toponym.place_id or toponym.name


class _Occasions:
    """Finds which quotes of one text were said on one occasion."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        quotes: Sequence[Quote],
        times: Sequence[TimeExpression],
        speakers: Sequence[ActorMention | None],
    ) -> None:
        self._doc, self._text, self._quotes, self._times, self._speakers = doc, text, quotes, times, speakers
        self._paragraphs = paragraph_numbers(doc)
        self._cues = [tokens_of(doc, quote.cue) for quote in quotes]
        self._gatherings: dict[int, frozenset[str]] = {}

    def before(self, index: int) -> int | None:
        """The quote before on whose occasion this one was said, too; None where nothing tells one. To be asked in the order of the text."""
        gathering = self._gathering(index)
        if gathering:
            self._gatherings[index] = gathering
        continued = self._act_it_continues(index)
        return continued if continued is not None else self._same_gathering(index)

    def deed_before(self, index: int, published: TimeSpan | None) -> tuple[Token, int | None] | None:
        """What the speaker did in the sentence before that put him where he spoke ("She visited N."), and the index of its time."""
        quote, cue = self._quotes[index], self._cues[index]
        if quote.parent is not None or quote.speaker is None or not cue or is_present(cue) or self._has_perfect(index):
            return None
        sentence = self._sentence_before(index)
        if sentence is None or any(sentence.start_char <= cue[-1].idx < sentence.end_char for cue in self._cues if cue):
            return None
        verb = sentence.root
        if verb.lemma_ not in WORDS["encounters"] or verb.tag_ != "VBD":
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None or not self._is_subject(index, subject):
            return None
        inside = [
            number
            for number, time in enumerate(self._times)
            if sentence.start_char <= time.span.start < sentence.end_char
        ]
        if any(not _is_short(self._times[number].span_of_days, published) for number in inside):
            return None
        return verb, inside[0] if inside else None

    def _act_it_continues(self, index: int) -> int | None:
        """The quote before, when this one is the same speaker going on and nothing speaks of another occasion."""
        quote = self._quotes[index]
        if quote.parent is not None or self._has_perfect(index):
            return None
        before = next(
            (
                other
                for other in range(index - 1, -1, -1)
                if self._quotes[other].parent is None and not self._is_aside(other, index)
            ),
            None,
        )
        if before is None:
            return None
        former = self._quotes[before]
        if is_present(self._cues[index]) and (not is_present(self._cues[before]) or self._has_perfect(before)):
            return None
        if self._sentences_between(former, quote) > _CONTINUES_WITHIN_SENTENCES:
            return None
        if quote.speaker is not None and quote.speaker == former.speaker:
            return before
        if not quote.cue:
            return before if quote.speaker is None or self._same_name(former, quote) else None
        if quote.addressee is not None:  # "told reporters in the capital": an occasion of its own
            return None
        speaker = self._text[quote.speaker.start : quote.speaker.end].lower() if quote.speaker else ""
        if not speaker:
            return None
        if speaker == "who":
            return before if self._sentence(index) == self._sentence(before) else None
        if speaker in WORDS["pronouns"]:
            return before if self._may_stand_for(speaker, former) else None
        last_word = re.sub(r"\W+$", "", speaker).rsplit(" ", 1)[-1]
        if last_word in WORDS["media"] and speaker.startswith(("the ", "this ", "its ", "his ", "her ", "their ")):
            return before
        if self._is_namesake(before, index):
            return None
        return before if self._same_name(former, quote) or self._same_speaker(before, index) else None

    def _is_aside(self, other: int, index: int) -> bool:
        """Whether a quote between is only a clause that names what another says ("as N alleges"), or a question put to the speaker."""
        cue = self._cues[other]
        if not cue or self._quotes[other].speaker == self._quotes[index].speaker:
            return False
        if cue[-1].tag_ == "VBN" and cue[-1].lemma_ == "ask":
            return True
        clause = cue[-1].dep_
        return clause == "relcl" or (clause == "advcl" and any(child.lower_ == "as" for child in cue[-1].children))

    def _has_perfect(self, index: int) -> bool:
        """ "has said" looks back on some other time than the one just told."""
        return any(token.lower_ in {"has", "have", "had", "'ve", "’ve"} for token in self._cues[index])

    def _may_stand_for(self, pronoun: str, former: Quote) -> bool:
        """Whether a pronoun may be the former speaker: "he" is not "officials"."""
        if former.speaker is None or pronoun not in {"he", "she", "it"}:
            return True
        words = self._doc.char_span(former.speaker.start, former.speaker.end, alignment_mode="expand")
        return words is None or words.root.tag_ != "NNS"

    def _same_speaker(self, before: int, index: int) -> bool:
        """Whether both were said by one whom the text describes in another way ("the adviser")."""
        former, speaker = self._speakers[before], self._speakers[index]
        return former is not None and speaker is not None and (former.kind, former.name) == (speaker.kind, speaker.name)

    def _same_name(self, former: Quote, quote: Quote) -> bool:
        """Whether the later mention's last name stands in the earlier one."""
        if former.speaker is None or quote.speaker is None:
            return False
        return _last_word(self._words(quote.speaker)) in _all_words(self._words(former.speaker))

    def _is_namesake(self, before: int, index: int) -> bool:
        """Whether a speaker is called by a given name that the one before was not: after a bare last name, that is somebody else."""
        if not self._same_name(self._quotes[before], self._quotes[index]):
            return False
        span, speaker = self._quotes[index].speaker, self._speakers[index]
        former_span, former = self._quotes[before].speaker, self._speakers[before]
        if span is None or former_span is None or speaker is None or speaker.kind != "Person" or not speaker.named:
            return False
        if former is not None and former.actor_id is not None and former.actor_id == speaker.actor_id:
            return False
        given_name = _all_words(speaker.name)[:1]
        return not set(given_name).isdisjoint(_all_words(self._words(span))) and set(given_name).isdisjoint(
            _all_words(self._words(former_span))
        )

    def _sentences_between(self, former: Quote, quote: Quote) -> int:
        """Sentence starts between the end of one quote and the start of the next."""
        end = max((span.end for span in (*former.content, *former.cue)), default=former.evidence.end)
        start = min((span.start for span in (*quote.content, *quote.cue)), default=quote.evidence.start)
        if start <= end:
            return 0
        words = self._doc.char_span(end, start, alignment_mode="contract")
        return 0 if words is None else sum(bool(token.is_sent_start) for token in words)

    def _gathering(self, index: int) -> frozenset[str]:
        """What the people are called that this quote was said to, if many: "told a meeting"."""
        return frozenset(
            token.lemma_.lower()
            for token in self._beside(index, self._sentence(index))
            if token.lemma_.lower() in WORDS["gatherings"] | WORDS["halls"] and self._is_around(token, index)
        )

    def _same_gathering(self, index: int) -> int | None:
        """The last quote that was said where this one was: "told the hall", or "Not all in the hall agreed." before it."""
        if self._quotes[index].parent is not None or not self._cues[index] or is_present(self._cues[index]):
            return None
        sentence = self._sentence(index)
        meant = {token.lemma_.lower() for token in self._beside(index, sentence) if self._takes_up(token, index)}
        before = self._sentence_before(index)
        if before is not None and not meant:
            contents = [span for other in self._quotes[:index] for span in other.content]
            outside = [token for token in before if not any(start <= token.idx < end for start, end in contents)]
            meant = {token.lemma_.lower() for token in outside if _is_hall(token)}
        if not meant:
            return None
        for other, nouns in reversed(self._gatherings.items()):
            paragraphs = self._paragraphs[sentence.start] - self._paragraphs[self._sentence(other).start]
            if (
                other != index
                and paragraphs <= _GATHERING_WITHIN_PARAGRAPHS
                and (meant & nouns or not meant.isdisjoint(WORDS["halls"]))
            ):
                return other
        return None

    def _takes_up(self, token: Token, index: int) -> bool:
        return _is_hall(token) and self._is_around(token, index)

    def _is_around(self, token: Token, index: int) -> bool:
        """Whether a gathering is what the cue or the speaker stands in: "told the hall", "a man in the audience said"."""
        if token.dep_ in {"dobj", "dative"}:
            return token.head in self._cues[index]
        if token.dep_ != "pobj" or token.head.lower_ not in {*WORDS["occasion_prepositions"], "to", "inside"}:
            return False
        above = token.head.head
        speaker = self._quotes[index].speaker
        in_speaker = speaker is not None and speaker.start <= above.idx < speaker.end
        return above in self._cues[index] or in_speaker or above.lemma_.lower() in WORDS["acts"]

    def _beside(self, index: int, sentence: Tokens) -> list[Token]:
        """The words of a sentence outside the contents."""
        contents = self._quotes[index].content
        return [token for token in sentence if not any(start <= token.idx < end for start, end in contents)]

    def _sentence(self, index: int) -> Tokens:
        cue = self._cues[index]
        return cue[-1].sent if cue else self._doc[:0]

    def _sentence_before(self, index: int) -> Tokens | None:
        """The sentence right before a quote, in its paragraph."""
        quote = self._quotes[index]
        words = tokens_of(self._doc, [min((*quote.content, *quote.cue))])
        start = words[0].sent.start if words else 0
        if start == 0:
            return None
        before = self._doc[start - 1].sent
        return before if self._paragraphs[before.start] == self._paragraphs[start] else None

    def _is_subject(self, index: int, subject: Token) -> bool:
        """Whether the speaker is that subject of the sentence before: a pronoun that may be it, or its last word again."""
        span, speaker = self._quotes[index].speaker, self._speakers[index]
        if span is None:
            return False
        words = self._words(span).lower()
        names = _all_words(" ".join(token.text for token in subject.subtree))
        if words in WORDS["pronouns"]:
            plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "they"
            fits = plural if words in {"they", "we"} else not plural
            is_other = speaker is not None and speaker.named and subject.pos_ == "PROPN"
            return fits and not (is_other and speaker is not None and _last_word(speaker.name) not in names)
        return _last_word(words) in names

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end]


def _is_hall(token: Token) -> bool:
    """Whether a word takes up a gathering that the text has told of: "the hall"."""
    lemma = token.lemma_.lower()
    return lemma in WORDS["halls"] | WORDS["gatherings"] and any(child.lower_ in _DEFINITE for child in token.children)


def _is_short(days: TimeSpan | None, published: TimeSpan | None) -> bool:
    """Whether these days are few and not to come."""
    if days is None or days.start is None or days.end is None:
        return False
    to_come = published is not None and published.end is not None and days.start >= published.end
    return not to_come and (days.end - days.start).days <= _OCCASION_DAYS_MAXIMUM


def _all_words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", words.lower())


def _last_word(words: str) -> str:
    return (_all_words(words) or [""])[-1]
