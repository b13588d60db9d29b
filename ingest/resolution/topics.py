"""Reads off the content of a statement the actors and places that it names, or takes up again by other words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from ingest.annotations import ActorMention, Quote, Span, Toponym
from ingest.extractors.actors.lexicon import is_force, is_person_noun
from ingest.resolution.continuation import content_tokens
from ingest.resolution.discourse import Discourse
from ingest.resolution.entities import Entity
from ingest.resolution.focus import PlaceFocus
from ingest.resolution.grammar import FAMILY_OF_PRONOUN, described_kind, is_bound, is_place_of_somebody, phrase_of
from ingest.resolution.own_side import (
    as_country,
    country_mention,
    is_own_force,
    is_same_actor,
    is_speaker,
    own_body,
    own_side,
    own_words,
    tells_of_itself,
)

Topic = ActorMention | Toponym
Found = TypeVar("Found", ActorMention, Toponym)

_ANNOUNCING = frozenset(
    {"announce", "announced", "pledge", "pledged", "promise", "promised", "unveil", "unveiled", "plan", "planned"}
)
_OWN = frozenset({"we", "us", "our", "ours", "ourselves"})
_SELF = frozenset({"it", "its", "they", "their"})
PARTY_KINDS = frozenset({"ArmedGroup", "Country"})


class TopicReader:
    """Reads topics off the contents of one text's statements."""

    def __init__(
        self,
        discourse: Discourse,
        actors: Sequence[ActorMention],
        toponyms: Sequence[Toponym],
        references: Sequence[Toponym],
    ) -> None:
        self.discourse = discourse
        self.doc = discourse.doc
        self.actors = actors
        self.toponyms = toponyms
        self.references = references
        self.parties: Sequence[ActorMention] = ()
        self.focus = PlaceFocus(discourse, toponyms, references)

    def topics(
        self, quote: Quote, speaker: ActorMention | None, parties: Sequence[ActorMention] = ()
    ) -> tuple[Topic, ...]:
        """What the content names or takes up; `parties` are those that "they" means as the statement just before was about them."""
        topics: dict[tuple[str, str], Topic] = {}
        self.parties = parties
        for span in quote.content:
            for topic in self._in_span(span, quote, speaker):
                topics.setdefault(self._identity(topic), topic)
        return tuple(topics.values())

    def focus_topics(self, spans: Sequence[Span]) -> tuple[Topic, ...]:
        """The place that the text is about at that point, where those words tell of something that happens somewhere."""
        found: dict[tuple[str, str], Topic] = {}
        for span in spans:
            tokens = self._tokens(span)
            for topic in self.focus.places_meant(tokens) if tokens else ():
                found.setdefault(self._identity(topic), topic)
        return tuple(found.values())

    def parts_pointed_at(self, quote: Quote, topics: Sequence[Topic]) -> tuple[Topic, ...]:
        """The further places of "this road", beside those that the content names."""
        known = {self._identity(topic) for topic in topics}
        places = self.focus.places_pointed_at(content_tokens(self.doc, quote.content))
        return tuple(place for place in places if self._identity(place) not in known)

    def speakers_towns(self, quote: Quote) -> tuple[Topic, ...]:
        """The towns of unnamed speakers who tell of something that happens: "a doctor in N", "residents of N"."""
        if quote.speaker is None or not self.focus.tells_of_happening(content_tokens(self.doc, quote.content)):
            return ()
        for token in self._tokens(quote.speaker):
            if token.head in self._tokens(quote.speaker) and token.head != token:
                continue
            if described_kind(token) in {"Person", "Population"} and self.discourse.mention_at(token.i) is None:
                span = Span(token.idx, max(quote.speaker.end, phrase_of(token).end_char))
                towns = self.focus.towns_among(_within(self.toponyms, span))
                return tuple(town for town in towns if self._is_of(town, token))
        return ()

    def _is_of(self, town: Toponym, noun: Token) -> bool:
        """Whether a town stands with that very noun: "residents of N and M", not "residents near the bridge of N"."""
        for token in self._tokens(town.span)[-1:]:
            while token.dep_ == "conj":
                token = token.head
            return token.dep_ == "pobj" and token.head.head == noun
        return False

    def parties_and_places(self, span: Span) -> tuple[Topic, ...]:
        """The parties, towns and regions that a stretch of text names or takes up."""
        found: dict[tuple[str, str], Topic] = {}
        for actor in _within(self.actors, span):
            if actor.kind in PARTY_KINDS:
                found.setdefault(self._identity(actor), actor)
        for toponym in (
            *_within(self.toponyms, span),
            *_within(self.references, span),
            *_within(self.focus.unlisted, span),
        ):
            country = self.discourse.registry.country(toponym.country)
            if toponym.form == "demonym" and country is not None:
                mention = country_mention(country, toponym.span)
                found.setdefault(self._identity(mention), mention)
            elif toponym.form == "name" and not self._covered(toponym.span) and not self._is_aside(toponym):
                found.setdefault(self._identity(toponym), toponym)
        return tuple(found.values())

    def _is_aside(self, toponym: Toponym) -> bool:
        """Whether a place only tells where somebody sits or spoke."""
        return any(is_place_of_somebody(token) for token in self._tokens(toponym.span)[-1:])

    def question_topics(self, quote: Quote, speaker: ActorMention | None) -> tuple[Topic, ...]:
        """What the question was about: "Asked about the town, he said …"."""
        for cue in quote.cue:
            for token in self._tokens(cue)[:1]:
                for asked in token.sent:
                    if (
                        asked.lemma_ == "ask"
                        and asked.tag_ == "VBN"
                        and asked.dep_ in {"advcl", "ccomp", "dep", "ROOT"}
                    ):
                        start, end = asked.left_edge.idx, asked.right_edge.idx + len(asked.right_edge)
                        question = Span(start, min(end, cue.start) if start < cue.start else end)
                        topics = tuple(
                            {self._identity(topic): topic for topic in self._in_span(question, quote, speaker)}.values()
                        )
                        return topics or self.focus_topics((question,))
        return ()

    def antecedent_topics(self, quote: Quote, speaker: ActorMention | None) -> tuple[Topic, ...]:
        """What the phrase is about that a relative pronoun takes up: "the shelling, which N described as a crime"."""
        for token in content_tokens(self.doc, quote.content)[:1]:
            antecedent = token.head.head
            if token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl" and antecedent.i < token.i:
                span = Span(antecedent.left_edge.idx, token.idx)
                found = {self._identity(topic): topic for topic in self._in_span(span, quote, speaker)}
                return (*found.values(),) or self.focus_topics((span,))
        return ()

    def _in_span(self, span: Span, quote: Quote, speaker: ActorMention | None) -> Iterator[Topic]:
        for actor in _within(self.actors, span):
            if self._is_topic(actor, speaker):
                is_army = actor.actor_id is not None and actor.actor_id.endswith(":armed-forces")
                yield as_country(self.discourse, actor) if is_army else actor
        for toponym in (*_within(self.toponyms, span), *_within(self.references, span)):
            if not self._covered(toponym.span):
                if toponym.form == "name":
                    yield toponym
                else:
                    yield from self._nationality(toponym)
        for toponym in _within(self.focus.unlisted, span):
            if not self._covered(toponym.span):
                yield toponym
        tokens = self._tokens(span)
        for token in tokens:
            yield from self._referred(token, quote, speaker)
        if (
            tokens
            and speaker is not None
            and speaker.named
            and speaker.kind in {"Country", "Organization", "ArmedGroup"}
            and _is_own_deed(tokens, quote)
        ):
            own = replace(
                speaker, span=Span(tokens[0].idx, tokens[0].idx + len(tokens[0])), role=None, form="description"
            )
            yield as_country(self.discourse, own) if tokens[0].tag_ == "VBG" else own

    def _is_topic(self, actor: ActorMention, speaker: ActorMention | None) -> bool:
        if (
            speaker is not None
            and speaker.kind == "Person"
            and (actor.name, actor.actor_id) == (speaker.name, speaker.actor_id)
        ):
            return False
        if actor.kind == "Population":
            return False
        if actor.kind != "Country":
            return True
        # "US Secretary of State": the country belongs to the title.
        tokens = self._tokens(actor.span)
        return not any(self._is_title_of_person(token) for token in tokens[-1:])

    def _is_title_of_person(self, token: Token) -> bool:
        head = token.head
        if token.dep_ not in {"compound", "amod", "nmod", "poss"} or head.i <= token.i:
            return False
        mention = self.discourse.mention_at(head.i)
        return (is_person_noun(head.lemma_) and not is_force(head.lower_)) or (
            mention is not None and mention.kind == "Person"
        )

    def _nationality(self, toponym: Toponym) -> Iterator[Topic]:
        """The country of an adjective: of "Russian artillery", not of "a Russian blogger"."""
        tokens = self._tokens(toponym.span)
        country = self.discourse.registry.country(toponym.country)
        if (
            not tokens
            or country is None
            or tokens[-1].dep_ not in {"amod", "compound", "nmod"}
            or self._is_title_of_person(tokens[-1])
        ):
            return
        if self.discourse.mention_at(tokens[-1].head.i) is None:
            yield country_mention(country, toponym.span)

    def _referred(self, token: Token, quote: Quote, speaker: ActorMention | None) -> Iterator[Topic]:
        """Whom a pronoun or description in the content means."""
        word = token.lower_
        span = Span(token.idx, token.idx + len(token))
        if self.discourse.mention_at(token.i) is not None:
            return
        if (word == "itself" and token.dep_ != "dobj") or word == "state":
            # "The state" as a power in the land is no country that somebody talks of.
            return
        if word == "it" and token.dep_ == "dobj" and len(self._tokens(quote.content[0])) == 1:
            # "blamed it on": an event.
            return
        if word in FAMILY_OF_PRONOUN and is_bound(token):
            return
        if (
            word in {"they", "them", "their"}
            and self.parties
            and not any(is_same_actor(speaker, each) for each in self.parties)
        ):
            for party in self.parties:
                yield replace(party, span=span, role=None, form="pronoun")
            return
        if word in _OWN:
            if speaker is not None:
                yield from own_words(self.discourse, token, speaker, span)
            return
        for side in self.discourse.sides_at(token.i):
            yield replace(side.mention, span=span, role=None, form="description")
        speaks_of_itself = speaker is not None and speaker.kind != "Person" and word in _SELF
        if speaker is not None and speaks_of_itself and token.i in self._opening(quote):
            # "The group, whose leader …, said it had agreed"
            yield from tells_of_itself(self.discourse, token, speaker, span)
            return
        entity = self._entity(token, speaker)
        if speaker is not None and speaker.kind == "Person" and is_own_force(token, entity, speaker):
            bodies = tuple(own_body(self.discourse, speaker, span))
            if bodies:
                yield from bodies
                return
        if entity is None or not entity.mention.named or entity.mention.kind == "Population":
            return
        if is_speaker(entity, speaker) and speaker is not None:
            yield from tells_of_itself(self.discourse, token, speaker, span)
        elif token.dep_ == "poss" and word not in FAMILY_OF_PRONOUN and self._names_more(token.head):
            # "the president's office": the office is meant.
            return
        elif word not in {"it", "its", "itself"} or self._is_object_of_cue(token, quote):
            yield replace(
                entity.mention, span=span, role=None, form="pronoun" if word in FAMILY_OF_PRONOUN else "description"
            )

    def _is_object_of_cue(self, token: Token, quote: Quote) -> bool:
        """Whether "it" is whom the cue is aimed at: "accused it of theft"."""
        content = content_tokens(self.doc, quote.content)
        cues = {each.i for cue in quote.cue for each in self._tokens(cue)}
        return len(content) > 1 and content[0] == token and token.dep_ == "dobj" and token.head.i in cues

    def _names_more(self, head: Token) -> bool:
        entity = self.discourse.entity_at(head.i)
        return entity is not None and entity.mention.named

    def _opening(self, quote: Quote) -> tuple[int, ...]:
        """The first words of indirect content, its conjunction left out."""
        if quote.mode == "direct" or not quote.content:
            return ()
        tokens = self._tokens(quote.content[0])
        return tuple(token.i for token in tokens[:2] if token.lower_ != "that")[:1]

    def _entity(self, token: Token, speaker: ActorMention | None) -> Entity | None:
        if token.lower_ in FAMILY_OF_PRONOUN and self.discourse.quoted[token.i]:
            # In their own words "they" and "he" are somebody else.
            found = self.discourse.pronoun(token, excluded=own_side(self.discourse, speaker))
            return found if found is None or found.mention.kind != "Organization" else None
        return self.discourse.entity_at(token.i)

    def _covered(self, span: Span) -> bool:
        before = bisect_right(self.actors, span.start, key=lambda actor: actor.span.start)
        return before > 0 and span.end <= self.actors[before - 1].span.end

    def _tokens(self, span: Span) -> Sequence[Token]:
        return tuple(self.doc.char_span(span.start, span.end, alignment_mode="expand") or ())

    def _identity(self, topic: Topic) -> tuple[str, str]:
        """What a topic stands for: a country is one thing, whether named as an actor or as a place."""
        if isinstance(topic, ActorMention):
            return ("actor", topic.actor_id or f"{topic.kind} {topic.name}")
        country = self.discourse.registry.country(topic.country)
        if (
            country is not None
            and self.discourse.registry.find(topic.name, "Country") is country
            and self.discourse.registry.country_of_seat(topic.name) is None
        ):
            return ("actor", country.id)
        return ("place", topic.place_id or topic.name)


def _within(found: Sequence[Found], span: Span) -> Sequence[Found]:
    """Those that begin in a span; they stand in text order."""
    first = bisect_left(found, span.start, key=lambda each: each.span.start)
    return found[first : bisect_left(found, span.end, key=lambda each: each.span.start)]


def _is_own_deed(tokens: Sequence[Token], quote: Quote) -> bool:
    """Whether the content is what the speaker does: "denied striking", "promised to protect", "announced an inquiry"."""
    first = tokens[0]
    if first.tag_ == "VBG":
        return True
    if first.lower_ == "to":
        return len(tokens) > 1 and tokens[1].tag_ == "VB"
    return quote.cue_lemma in _ANNOUNCING and not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in tokens)
