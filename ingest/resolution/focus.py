"""The place that a text is about at a point: the town that is most present there, and the place of "the road" or "the bridge"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Token

from ingest.annotations import Span, Toponym
from ingest.extractors.actors.lexicon import is_happening, is_instrument, is_place_part
from ingest.resolution.discourse import Discourse
from ingest.resolution.entities import Occurrence
from ingest.resolution.grammar import is_place_of_somebody
from ingest.resolution.sections import Sections
from ingest.resolution.unlisted import unlisted_places

FADING_PER_SENTENCE = 0.7
# The place that a text names most, or names in its headline, stays its place however far on: a share of 1 weighs as much as this
# many mentions in the sentence itself.
STORY_WEIGHT = 1.0
HEADLINE_SHARE = 0.3
STEPS_MAXIMUM = 5
# A capital is mostly named for its government.
SEAT_FACTOR = 0.1
# What names where somebody spoke, or only a bigger region, is seldom where it happened.
ASIDE_WEIGHT = 0.15

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ANY = frozenset({"all", "any", "each", "every", "no"})
_CASUALTY_VERBS = frozenset({"die", "displace", "injure", "kill", "perish", "wound"})
_ROADS = frozenset({"highway", "motorway", "road", "route"})
# The heading of a section holds through all of it.
SECTION_WEIGHT = 0.5
_MODALS = frozenset({"can", "could", "may", "might", "must", "should"})
# "There" and "the area" are where the text has just been.
_RIGHT_THERE = frozenset({"area", "scene", "site", "spot"})
SENTENCES_BACK_TO_THERE = 2
_REGION_WORDS = frozenset({"region", "province", "oblast", "state", "county", "republic", "governorate", "district"})


@dataclass(slots=True)
class _Place:
    toponym: Toponym
    occurrences: list[Occurrence] = field(default_factory=list)


class PlaceFocus:
    """The presence of a text's towns, from its start to its end."""

    def __init__(self, discourse: Discourse, toponyms: Sequence[Toponym], references: Sequence[Toponym]) -> None:
        self._discourse = discourse
        self._sections = Sections(discourse.text, toponyms)
        self._places: dict[str, _Place] = {}
        self._places_by_noun: dict[str, list[tuple[int, Toponym]]] = {}
        for toponym in sorted((*toponyms, *references), key=lambda each: each.span):
            tokens = discourse.doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
            if tokens is None or not len(tokens) or not self._is_town(toponym, tokens[-1]):
                continue
            for noun in self._nouns_around(tokens.root):
                self._places_by_noun.setdefault(_kind_of_part(noun), []).append((noun.i, toponym))
            place = self._places.setdefault(toponym.place_id or toponym.name, _Place(toponym))
            weight = 1.0 if self._sections.is_heading(toponym.span) else _weight(tokens.root)
            place.occurrences.append(discourse.place_of(tokens.root, weight))
        named = {
            token.i
            for toponym in toponyms
            for token in discourse.doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand") or ()
        }
        self.unlisted = unlisted_places(discourse.doc, lambda token: token in named or _is_listed(discourse, token))
        self._unlisted_at: set[int] = set()
        for toponym in self.unlisted:
            tokens = discourse.doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
            if tokens is None:
                continue
            self._unlisted_at.update(token.i for token in tokens)
            place = self._places.setdefault(toponym.name, _Place(toponym))
            place.occurrences.append(discourse.place_of(tokens.root, _weight(tokens.root)))

        self._total_weight = sum(each.weight for place in self._places.values() for each in place.occurrences)

    def places_meant(self, tokens: Sequence[Token]) -> Iterator[Toponym]:
        """The places that those words tell of without a name: those of "the road" named before, else the town most present."""
        if _is_total_of_the_war(tokens) or _is_rule(tokens) or any(token.i in self._unlisted_at for token in tokens):
            return
        happening = False
        for token in tokens:
            if token.pos_ in {"NOUN", "PROPN"} and is_place_part(token.lemma_) and _is_particular(token):
                bridged = tuple(self._bridged(token))
                if bridged:
                    yield from bridged
                    return
                happening = True
            elif _means_right_there(token):
                place = self._latest(token)
                if place is not None:
                    yield from self._in_focus(place.toponym, tokens)
                    return
                happening = True
            elif (token.lower_ == "here" and token.dep_ == "advmod") or _tells_of_happening(token):
                happening = True
        if happening:
            yield from self._in_focus(self._most_present(tokens[0]), tokens)

    def places_pointed_at(self, tokens: Sequence[Token]) -> Iterator[Toponym]:
        """Those in the phrase that spoke before of "this road" or "that bridge"."""
        for token in tokens:
            pointed = any(child.lower_ in {"this", "that"} and child.dep_ == "det" for child in token.children)
            if pointed and token.pos_ == "NOUN" and is_place_part(token.lemma_):
                yield from self._bridged(token)

    def tells_of_happening(self, tokens: Sequence[Token]) -> bool:
        """Whether those words tell of something that happens somewhere."""
        if _is_total_of_the_war(tokens) or _is_rule(tokens) or any(token.i in self._unlisted_at for token in tokens):
            return False
        return any(_tells_of_happening(token) for token in tokens)

    def towns_among(self, toponyms: Iterable[Toponym]) -> Iterator[Toponym]:
        """Those that name towns, seats of governments left out."""
        for toponym in toponyms:
            is_town = (toponym.place_id or toponym.name) in self._places and not toponym.metonym
            is_seat = self._discourse.registry.country_of_seat(toponym.name) is not None
            if is_town and toponym.form == "name" and not is_seat:
                yield toponym

    def _in_focus(self, place: Toponym | None, tokens: Sequence[Token]) -> Iterator[Toponym]:
        if place is not None:
            yield replace(place, span=Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])), reason="focus")

    def _latest(self, token: Token) -> _Place | None:
        """The place named last before a word, in its sentence or just before."""
        here = self._discourse.place_of(token)
        latest, last = None, -1
        for place in self._places.values():
            for each in place.occurrences:
                near = each.token < here.token and here.sentence - each.sentence <= SENTENCES_BACK_TO_THERE
                if near and each.token > last and each.weight > ASIDE_WEIGHT:
                    latest, last = place, each.token
        return latest

    def _bridged(self, token: Token) -> Iterator[Toponym]:
        """The places in the phrase that spoke of that road or bridge before."""
        if not any(child.lower_ in {"the", "this", "that", "its", "their"} for child in token.children):
            return
        earlier = [
            (index, place) for index, place in self._places_by_noun.get(_kind_of_part(token), ()) if index < token.i
        ]
        if earlier:
            last = earlier[-1][0]
            for place in {place.name: place for index, place in earlier if index == last}.values():
                yield replace(place, span=Span(token.idx, token.idx + len(token)), reason="reference")

    def _most_present(self, token: Token) -> Toponym | None:
        here = self._discourse.place_of(token)
        section_start = self._sections.start(token.idx)
        best, best_presence = None, 0.0
        for place in self._places.values():
            before = [
                each for each in place.occurrences if each.token < here.token and self._offset(each) >= section_start
            ]
            if not before:
                continue
            presence = sum(each.weight * FADING_PER_SENTENCE ** (here.sentence - each.sentence) for each in before)
            if not section_start:
                presence += STORY_WEIGHT * self._story_share(place)
            elif self._offset(before[0]) == section_start:
                presence += SECTION_WEIGHT
            if place.toponym is not None and self._discourse.registry.country_of_seat(place.toponym.name) is not None:
                presence *= SEAT_FACTOR
            if presence > best_presence:
                best, best_presence = place.toponym, presence
        return best

    def _offset(self, occurrence: Occurrence) -> int:
        return self._discourse.doc[occurrence.token].idx

    def _story_share(self, place: _Place) -> float:
        """How much of the text's naming of towns is of that one."""
        in_headline = any(each.paragraph == 0 for each in place.occurrences)
        return sum(each.weight for each in place.occurrences) / self._total_weight + HEADLINE_SHARE * in_headline

    def _nouns_around(self, token: Token) -> Iterator[Token]:
        """The nouns whose phrase holds a place's name: "road" of "the last road into the town"."""
        for ancestor in islice(token.ancestors, STEPS_MAXIMUM):
            if ancestor.pos_ not in {"ADP", "NOUN", "PROPN", "CCONJ"}:
                return
            if ancestor.pos_ == "NOUN":
                yield ancestor

    def _is_town(self, toponym: Toponym, last: Token) -> bool:
        if toponym.form != "name" or toponym.metonym or last.lower_ in _REGION_WORDS:
            return False
        mention = self._discourse.mention_at(last.i)
        if mention is not None and mention.kind == "Person":
            return False
        # "the Nile", "the Donbas": rivers and regions go with the article, towns do not.
        if toponym.reason != "reference" and any(child.lower_ == "the" for child in last.children):
            return False
        # "the capital of the north": what has a capital is bigger.
        if (
            last.dep_ == "pobj"
            and last.head.lower_ == "of"
            and last.head.head.lemma_ in {"capital", "part", "rest", "half"}
        ):
            return False
        following = last.nbor() if last.i + 1 < len(last.doc) else None
        if following is not None and following.lower_ in _REGION_WORDS:
            return False
        registry = self._discourse.registry
        return registry.find(toponym.name, "Country") is None or registry.country_of_seat(toponym.name) is not None


def _is_listed(discourse: Discourse, token: int) -> bool:
    """Whether a token names an actor: one that the registry knows, or a person."""
    mention = discourse.mention_at(token)
    return mention is not None and (mention.actor_id is not None or mention.role is not None)


def _means_right_there(token: Token) -> bool:
    """Whether a word means the place named last: "there", "the area"."""
    if token.lower_ == "there":
        return token.dep_ == "advmod"
    if token.lower_ not in _RIGHT_THERE:
        return False
    return any(child.lower_ in _DEFINITE for child in token.children) and not any(
        child.dep_ in {"prep", "relcl", "acl", "compound", "amod"} for child in token.children
    )


def _is_rule(tokens: Sequence[Token]) -> bool:
    """Whether the words tell what can become of any: "villages at a border may burn"."""
    return any(
        token.lower_ in _MODALS
        and token.dep_ == "aux"
        and any(
            child.dep_ in {"nsubj", "nsubjpass"}
            and child.tag_ in {"NNS", "NNPS"}
            and not any(each.dep_ in {"det", "poss", "nummod", "amod"} for each in child.children)
            for child in token.head.children
        )
        for token in tokens
    )


def _kind_of_part(noun: Token) -> str:
    """What a noun for a part of a place is called alike: a road may be taken up as "the highway"."""
    return "road" if noun.lemma_ in _ROADS else noun.lemma_


def _tells_of_happening(token: Token) -> bool:
    """Whether a word tells that something happens at a place; not in the name of a thing ("air defence systems")."""
    if token.pos_ == "NOUN":
        if token.dep_ == "compound" and token.head.i > token.i:
            return False
        if is_instrument(token.lemma_):
            return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in token.children)
    return token.pos_ in {"VERB", "NOUN"} and is_happening(token.lemma_, verb=token.pos_ == "VERB")


def _is_particular(part: Token) -> bool:
    """Whether a part of a place is one that the text knows; not "every checkpoint", "you can have a road"."""
    if any(child.lower_ in _ANY for child in part.children if child.dep_ == "det"):
        return False
    return not any(child.lower_ == "you" for child in part.head.children if child.dep_ == "nsubj")


def _is_total_of_the_war(tokens: Sequence[Token]) -> bool:
    """Whether the words count the victims "since the fighting broke out": that is told of no town."""
    if not any(token.lemma_ in _CASUALTY_VERBS for token in tokens):
        return False
    return any(
        token.lower_ == "since"
        and (
            token.dep_ == "mark"
            or any(child.dep_ == "pobj" and is_happening(child.lemma_, verb=False) for child in token.children)
        )
        for token in tokens
    )


def _weight(token: Token) -> float:
    if (token.is_upper and len(token) > 3) or is_place_of_somebody(token):
        return ASIDE_WEIGHT
    if token.dep_ == "pobj" and token.head.lower_ == "from":
        return ASIDE_WEIGHT
    return 1.0 if token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} else 0.6
