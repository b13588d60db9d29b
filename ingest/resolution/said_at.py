"""Tells where a quote was said: by the place in its cue's clause, or in the phrase of its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from ingest.annotations import ActorMention, Quote, Toponym
from ingest.columns import columns_of
from ingest.dateline import find_datelines
from ingest.extractors.actors.lexicon import noun_classes
from ingest.resolution.grammar import described_kind
from ingest.resolution.regions import paragraph_numbers
from ingest.resolution.said_words import WORDS, tokens_of

# "A guard at a post near the bridge in the west of N" is about as deep as phrases go.
_NOUNS_MAXIMUM = 6

_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "two", "three", "several"})
_NOBODY_OF_A_BODY = frozenset({"Country", "ArmedGroup", "Organization"})


class PlaceReader:
    """Reads the places of saying of one text; `toponyms` with the references to places ("the city")."""

    def __init__(self, doc: Doc, text: str, quotes: Sequence[Quote], toponyms: Sequence[Toponym]) -> None:
        self._doc = doc
        self._paragraphs = paragraph_numbers(doc)
        self._contents = sorted(span for quote in quotes for span in quote.content)
        self._toponym_by_token = _by_last_token(doc, toponyms)
        self._tokens_by_sentence: dict[int, list[int]] = {}
        for token in sorted({*self._toponym_by_token, *_adverbs(doc)}):
            self._tokens_by_sentence.setdefault(doc[token].sent.start, []).append(token)
        self._dateline = _dateline_toponym(text, toponyms)

    def told(self, quote: Quote, speaker: ActorMention | None) -> Toponym | None:
        """The place that the clause of the cue or the phrase of the speaker gives; None where neither does."""
        clause = _Clause(self._doc, quote, speaker)
        if not clause.cue or quote.attitude != "speech":
            return None
        held = [token for token in self._candidates(quote, clause.cue[-1]) if clause.holds(token)]
        # "on a base of N's in M": where it is goes before whose it is.
        return self._place(min(held, key=lambda each: _is_modifier(self._doc[each]))) if held else None

    def scene(self, quote: Quote, speaker: ActorMention | None) -> Toponym | None:
        """The place in front of a sentence before, in the paragraph, where one of those who are there speaks."""
        clause = _Clause(self._doc, quote, speaker)
        if not clause.cue or not clause.speaks_of_the_scene():
            return None
        sentence = self._doc[clause.first].sent
        while sentence.start > 0:
            before = self._doc[sentence.start - 1].sent
            if self._paragraphs[before.start] != self._paragraphs[sentence.start]:
                return None
            sentence = before
            for token in self._tokens_by_sentence.get(sentence.start, []):
                if self._stands_in_front(self._doc[token]):
                    return self._place(token)
        return None

    def of_deed(self, verb: Token) -> Toponym | None:
        """Where somebody is by what he did: "visited N", "met elders in N"."""
        for token in self._tokens_by_sentence.get(verb.sent.start, []):
            noun = _whole(self._doc[token])
            visited = noun.dep_ == "dobj" and noun.head == verb and verb.lemma_ in WORDS["visiting"]
            reached = noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in {"in", "at", "to"}
            if visited or reached:
                return self._place(token)
        return None

    def _candidates(self, quote: Quote, cue: Token) -> Iterator[int]:
        for token in self._tokens_by_sentence.get(cue.sent.start, []):
            start = self._doc[token].idx
            if not any(content.start <= start < content.end for content in quote.content):
                yield token

    def _place(self, token: int) -> Toponym | None:
        found = self._toponym_by_token.get(token)
        if found is not None:
            return found
        return self._dateline if self._doc[token].lower_ == "here" else self._named_before(token)

    def _named_before(self, token: int) -> Toponym | None:
        """What "there" means: the place that the paragraph, outside all contents, has put something in before."""
        for other in reversed([each for each in self._toponym_by_token if each < token]):
            if self._paragraphs[other] != self._paragraphs[token]:
                return None
            word = self._doc[other]
            if any(start <= word.idx < end for start, end in self._contents):
                continue
            if word.dep_ == "pobj" and word.head.lower_ in WORDS["place_prepositions"]:
                return self._toponym_by_token[other]
        return None

    def _stands_in_front(self, token: Token) -> bool:
        """Whether a sentence starts with that place ("In N, …")."""
        preposition = token.head
        return (
            token.dep_ == "pobj"
            and preposition.i == token.sent.start
            and preposition.lower_ in WORDS["place_prepositions"]
            and not _is_generic(next((child for child in preposition.head.children if child.dep_ == "nsubj"), None))
        )


class _Clause:
    """The words of one act of speech: its cue, the heads of its speaker's phrase."""

    def __init__(self, doc: Doc, quote: Quote, speaker: ActorMention | None) -> None:
        self.cue = tokens_of(doc, quote.cue)
        self._cue_places = {token.i for token in self.cue}
        self._quote, self._kind, self._known = quote, speaker.kind if speaker is not None else None, speaker
        self._speaker = tokens_of(doc, [quote.speaker] if quote.speaker is not None else [])
        self._heads = {head.i: head for head in _heads(self._speaker)}
        self.first = min((token.i for token in tokens_of(doc, [*quote.content[:1], *quote.cue])), default=0)

    def holds(self, token: Token | int) -> bool:
        """Whether that place is where it was said: the way up from it passes only sites, occasions and listeners to the cue or speaker."""
        first = self.cue[0].doc[token] if isinstance(token, int) else token
        node = _whole(first)
        if node.dep_ == "advmod":
            return self._is_at(node.head, node, fronted=False)
        for _ in range(_NOUNS_MAXIMUM):
            if node.dep_ == "dobj" and node.head.pos_ == "VERB":
                lemma = node.head.lemma_
                return (
                    lemma in WORDS["visiting"] and node == _whole(first) and self._is_act(node.head, fronted_only=True)
                ) or (node != _whole(first) and self._is_at(node.head, node, fronted=False))
            preposition = node.head
            if node.dep_ != "pobj" or not _puts_somewhere(preposition, node):
                return False
            above = preposition.head
            noun = above.lemma_.lower()
            if above.pos_ not in {"NOUN", "PROPN"} or above.i in self._heads or self._listens(above):
                fronted = above.i in self._cue_places and preposition.i < min([*self._heads, *self._cue_places])
                return self._is_at(above, preposition, fronted=fronted and node == _whole(first))
            if (
                above.pos_ != "NOUN"
                or noun not in WORDS["occasions"] | WORDS["sites"] | WORDS["parts"] | WORDS["gatherings"]
            ):
                return False
            node = above
        return False

    def speaks_of_the_scene(self) -> bool:
        """Whether the speaker is somebody met on the spot: nobody known, unnamed or named with what he does there."""
        if self._kind in _NOBODY_OF_A_BODY or (self._known is not None and self._known.actor_id is not None):
            return False
        return any(_is_bystander(head) for head in self._heads.values())

    def _is_at(self, above: Token, below: Token, *, fronted: bool) -> bool:
        if above.i in self._cue_places:
            return self._is_of_the_saying(above, below, fronted=fronted)
        if above.i in self._heads:
            return self._is_somebody(above) and not _belongs_to_another(above, below)
        if self._listens(above):
            return below.lower_ != "from" and not _belongs_to_another(above, below)
        return above.pos_ in {"VERB", "AUX"} and self._is_act(above, fronted_only=False)

    def _is_of_the_saying(self, cue: Token, below: Token, *, fronted: bool) -> bool:
        if below.lower_ == "from" and cue.lemma_.lower() not in WORDS["acts"]:
            return False
        if fronted and not any(self._may_be_there(head) for head in self._heads.values()):
            return False
        # "told the army in N to leave": the one who is told is there.
        told = cue.doc[below.i - 1] if below.i > 0 else None
        if told is not None and told.dep_ in {"dobj", "dative"} and told.head == cue and told.pos_ == "NOUN":
            return self._listens(told) or told.lemma_.lower() in WORDS["occasions"]
        return True

    def _may_be_there(self, head: Token) -> bool:
        """Whether a speaker may be where his sentence starts: no country, no "everyone", no poll."""
        if self._kind in {"Country", "ArmedGroup"} or _is_generic(head):
            return False
        return noun_classes(head.lemma_).isdisjoint({"evidence", "medium"})

    def _is_act(self, verb: Token, *, fronted_only: bool) -> bool:
        """Whether a verb on the way tells of the speaking ("speaking in N") or of where the speaker stays ("who lives in N")."""
        lemma = verb.lemma_.lower()
        of_speaker = verb.head.i in self._heads and verb.dep_ in {"acl", "relcl"}
        before_cue = verb.head.i in self._cue_places and verb.dep_ == "advcl" and not _has_conjunction(verb)
        if lemma in WORDS["staying"] and of_speaker and not fronted_only:
            return verb.tag_ in {"VBG", "VBZ", "VBP", "VBN"} and not any(child.tag_ == "VBD" for child in verb.children)
        if lemma == "be" and of_speaker and not fronted_only:
            return verb.tag_ in {"VBZ", "VBP"}
        if lemma in WORDS["encounters"]:
            return verb.tag_ == "VBG" and (before_cue or of_speaker)
        is_contact = lemma in WORDS["contacting"] and verb.tag_ == "VBN"
        return (is_contact or lemma in WORDS["acts"]) and (of_speaker or before_cue)

    def _listens(self, noun: Token) -> bool:
        """Whether a noun is the one that is spoken to: "told reporters in N", "told a conference in N"."""
        told = noun.dep_ in {"dobj", "dative"} and noun.head.i in self._cue_places
        told = told or (noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.i in self._cue_places)
        if not told:
            return False
        lemma = noun.lemma_.lower()
        return (
            noun.pos_ in {"PROPN", "PRON"}
            or lemma in WORDS["listeners"] | WORDS["gatherings"] | WORDS["occasions"] | WORDS["halls"]
            or "outlet" in noun_classes(lemma)
        )

    def _is_somebody(self, head: Token) -> bool:
        """Whether the head of a speaker's phrase is people, who are somewhere, not a body, which sits there, or the holder of a post."""
        lemma = head.lemma_.lower()
        if lemma in WORDS["posts"]:
            return False
        kind = described_kind(head)
        if head.pos_ == "PROPN" and kind is None:
            return self._kind == "Person" or (self._kind is None and head.ent_type_ == "PERSON")
        if kind is not None:
            return kind not in _NOBODY_OF_A_BODY
        return self._kind in {"Person", "Population"} or _is_indefinite(head)


def _heads(speaker: Sequence[Token]) -> Iterator[Token]:
    """The heads of the speaker's phrase: its root, those in one with it, its appositions, the "traders" of "one of the traders"."""
    if not speaker:
        return
    inside = {token.i for token in speaker}
    root = next((token for token in speaker if token.head.i not in inside), speaker[-1])
    pending = [root, *([root.head] if root.dep_ == "appos" else [])]
    seen: set[int] = set()
    while pending:
        head = pending.pop()
        if head.i in seen:
            continue
        seen.add(head.i)
        yield head
        pending.extend(child for child in head.children if child.dep_ == "appos")
        pending.extend(child for child in head.children if child.dep_ == "conj" and child.i in inside)
        if head.pos_ in {"NUM", "PRON", "DET"}:
            pending.extend(
                inner
                for child in head.children
                if child.lower_ == "of"
                for inner in child.children
                if inner.dep_ == "pobj"
            )


def _puts_somewhere(preposition: Token, noun: Token) -> bool:
    """Whether a preposition before that noun, a place, a site or an occasion, tells where somebody is as he speaks."""
    if preposition.dep_ not in {"prep", "agent"}:
        return False
    word, lemma, above = preposition.lower_, noun.lemma_.lower(), preposition.head.lemma_.lower()
    if lemma in WORDS["occasions"] | WORDS["gatherings"] and noun.pos_ == "NOUN":
        if word in {"after", "following"}:
            return lemma in WORDS["talks"]
        return word in WORDS["occasion_prepositions"]
    if word in {"of", "to"}:
        return above in (WORDS["parts"] | {"tour"} if word == "of" else WORDS["visits"])
    if word == "from":
        return above in {"phone", "telephone", "radio", "video", "videolink"} or preposition.head.pos_ == "VERB"
    return word in WORDS["place_prepositions"]


def _belongs_to_another(head: Token, below: Token) -> bool:
    """Whether the noun right before is one that the head belongs to: "a lecturer at the university in N", "a man of the army in N"."""
    before = below.doc[below.i - 1] if below.i > 0 else head
    if before.i <= head.i or before.pos_ not in {"NOUN", "PROPN"} or before.dep_ != "pobj":
        return False
    return before.lemma_.lower() not in WORDS["sites"] | WORDS["parts"]


def _is_bystander(head: Token) -> bool:
    if head.lemma_.lower() in WORDS["posts"] or _is_generic(head):
        return False
    if described_kind(head) in {"Person", "Population"}:
        return _is_indefinite(head)
    for child in head.children:
        if child.dep_ == "appos" and (child.like_num or (_is_indefinite(child) and _may_be_met(child))):
            return True
        if child.dep_ == "relcl" and child.tag_ in {"VBZ", "VBP"}:
            return any(each.lower_ == "who" for each in child.children)
    return False


def _may_be_met(noun: Token) -> bool:
    return described_kind(noun) in {None, "Person"} and noun.lemma_.lower() not in WORDS["posts"]


def _is_indefinite(noun: Token) -> bool:
    determiners = [child.lower_ for child in noun.children if child.dep_ in {"det", "nummod", "poss"}]
    return any(word in _INDEFINITE for word in determiners) or (noun.tag_ == "NNS" and not determiners)


def _is_generic(subject: Token | None) -> bool:
    """Whether a subject is everybody and nobody: "everyone", "both sides"."""
    if subject is None:
        return False
    return subject.lemma_.lower() in WORDS["generic"] and not any(child.lower_ == "of" for child in subject.children)


def _has_conjunction(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _whole(token: Token) -> Token:
    """The noun that a place's name stands before where the two are one site: "airport" of "N airport"."""
    return token.head if _is_modifier(token) and token.head.lemma_.lower() in WORDS["sites"] else token


def _is_modifier(token: Token) -> bool:
    return token.dep_ in {"compound", "nmod", "poss", "amod"}


def _by_last_token(doc: Doc, toponyms: Sequence[Toponym]) -> Mapping[int, Toponym]:
    """The names of places and references to them, by the token at the head of each; none that stands for a government."""
    found: dict[int, Toponym] = {}
    for toponym in toponyms:
        if toponym.form == "name" and not toponym.metonym:
            words = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
            if words is not None and len(words):
                found.setdefault(words.root.i, toponym)
    return dict(sorted(found.items()))


def _adverbs(doc: Doc) -> Iterator[int]:
    columns = columns_of(doc)
    pairs = enumerate(zip(columns.lowers, columns.dependencies, strict=True))
    return (index for index, (word, dependency) in pairs if dependency == "advmod" and word in {"here", "there"})


def _dateline_toponym(text: str, toponyms: Sequence[Toponym]) -> Toponym | None:
    start, end = next(iter(sorted(find_datelines(text).items())), (0, 0))
    return next((each for each in toponyms if start <= each.span.start < end and each.form == "name"), None)
