"""Reads the main clause of what is said: its verb and subject, its time, whether it is negated, and whose deed it tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.grammar import OBJECTS
from ingest.extractors.quotes.lexicon import contents, deeds

_FIRST_PERSON = frozenset({"i", "we"})
_OURS = frozenset({"our"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
_THEIRS = frozenset({"his", "her", "its", "their"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_HELPERS = frozenset({"aux", "auxpass"})
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_NAMED_PARTIES = frozenset({"GPE", "NORP"})
_NEGATIVE = frozenset({"no", "nobody", "none", "nothing", "neither", "no-one"})
_PLURALS = frozenset({"NNS", "NNPS"})


def is_a(token: Token | None, *roles: str) -> bool:
    """Whether the lemma of the token has one of these roles (`cues_contents.tsv`)."""
    return token is not None and any(token.lemma_.lower() in contents()[role] for role in roles)


def is_force(token: Token) -> bool:
    """Whether the noun names those who fight."""
    return deeds().get(token.lemma_.lower()) == "force"


@dataclass(frozen=True)
class Clause:
    """The main clause of a content. `quoted`: word for word, so that no tense or person is moved; `told_past`: by a cue in the past;
    `is_claim`: by one that claims. `named` are the nouns that name the speaker.
    """

    verb: Token
    part: Tokens
    speaker: Token | None
    named: frozenset[str]
    quoted: bool
    told_past: bool
    is_claim: bool

    @cached_property
    def subject(self) -> Token | None:
        """The subject, shared or own."""
        return next((child for child in self.verb.lefts if child.dep_ in _SUBJECTS), None)

    @cached_property
    def helpers(self) -> frozenset[str]:
        """Auxiliaries, a modal that stands alone ("he would not") among them."""
        words = {child.lower_ for child in self.verb.lefts if child.dep_ in _HELPERS}
        return frozenset(words | {self.verb.lower_} if self.verb.tag_ == "MD" else words)

    @property
    def is_passive(self) -> bool:
        """Whether it tells what is done to the subject."""
        return any(child.dep_ in ("auxpass", "nsubjpass") for child in self.verb.lefts)

    @property
    def is_existential(self) -> bool:
        """ "There is ..." """
        return self.subject is not None and self.subject.dep_ == "expl"

    @property
    def is_future(self) -> bool:
        """ "Will", "is going to"; and "would", where the tense is moved back."""
        if self.helpers & _FUTURE:
            return True
        return not self.quoted and self.told_past and bool(self.helpers & {"would", "'d"})

    @property
    def is_present(self) -> bool:
        """Simple present as written."""
        return self.verb.tag_ in ("VBZ", "VBP") and not self.helpers

    @property
    def has_happened(self) -> bool:
        """Past or perfect."""
        return self.verb.tag_ == "VBD" or (self.verb.tag_ == "VBN" and not self.is_future)

    @property
    def goes_on(self) -> bool:
        """ "Is leaving", "were leaving"."""
        return self.verb.tag_ == "VBG" and bool(self.helpers & {"is", "are", "was", "were", "been", "'s", "'re", "'m"})

    @cached_property
    def complements(self) -> tuple[Token, ...]:
        """What the subject is said to be."""
        return tuple(child for child in self.verb.rights if child.dep_ in _COMPLEMENTS and child.i < self.part.end)

    @cached_property
    def objects(self) -> tuple[Token, ...]:
        """What the verb is done to."""
        return tuple(child for child in self.verb.rights if child.dep_ in OBJECTS and child.i < self.part.end)

    @cached_property
    def purpose(self) -> Token | None:
        """The deed that is meant: "plan to leave", "ready to leave"."""
        heads = (self.verb, *self.complements)
        return next((child for head in heads for child in head.rights if child.dep_ == "xcomp"), None)

    @cached_property
    def is_negated(self) -> bool:
        """ "Not", "never", "no ship", "nobody"."""
        if any(child.dep_ == "neg" for child in self.verb.children):
            return True
        nouns = (*((self.subject,) if self.subject is not None else ()), *self.complements, *self.objects)
        return any(
            noun.lower_ in _NEGATIVE or any(child.dep_ == "det" and child.lower_ == "no" for child in noun.lefts)
            for noun in nouns
        )

    @property
    def tells_not_done(self) -> bool:
        """Past or perfect, and negated."""
        return self.is_negated and self.has_happened

    @cached_property
    def is_own(self) -> bool:
        """Whether the subject is the speaker, or people who act for it: "we", "it", "its troops"."""
        subject = self.subject
        if subject is None or self.is_existential:
            return False
        word = subject.lower_
        owners = {child.lower_ for child in subject.lefts if child.dep_ == "poss"}
        if word in _FIRST_PERSON or owners & _OURS:
            return True
        if self.quoted:
            return False
        if word in _THIRD_PERSON:
            return self._speaks_as(word) and not (word == "it" and self._takes_time)
        if owners & _THEIRS:
            return "its" in owners or is_force(subject) or is_a(subject, "staff")
        return bool({token.lower_ for token in subject.subtree if token.pos_ in ("NOUN", "PROPN")} & self.named)

    @property
    def _takes_time(self) -> bool:
        """ "It will take weeks"."""
        return self.verb.lemma_ == "take" and any(each.ent_type_ in ("DATE", "TIME") for each in self.objects)

    def _speaks_as(self, pronoun: str) -> bool:
        """Whether this pronoun may stand for the speaker."""
        if self.speaker is None or self.speaker.lower_ in ("who", "which"):
            return True
        if self.speaker.pos_ == "PRON":
            return self.speaker.lower_ == pronoun
        plural = (self.speaker.tag_ in _PLURALS or self.speaker.pos_ == "NUM") and self.speaker.ent_type_ not in (
            "ORG",
            "GPE",
        )
        if pronoun in ("he", "she"):
            return not plural
        if pronoun == "it":
            return not plural and self.speaker.ent_type_ != "PERSON"
        return plural or self.speaker.ent_type_ in ("ORG", "NORP") or is_force(self.speaker)

    @cached_property
    def speaks_of_self(self) -> bool:
        """Whether the speaker takes part in what the clause tells."""
        words = {child.lower_ for child in (*((self.subject,) if self.subject is not None else ()), *self.objects)}
        return self.is_own or bool(words & {"me", "us", "i", "we"})

    @property
    def is_of_party(self) -> bool:
        """Whether the subject is another party than the speaker."""
        subject = self.subject
        if subject is None or self.is_own:
            return False
        if is_force(subject) or is_a(subject, "party", "other") or subject.ent_type_ in (*_NAMED_PARTIES, "ORG"):
            return True
        return any(child.lemma_ in ("each", "other") or child.ent_type_ == "NORP" for child in subject.lefts)

    @property
    def speaker_is_party(self) -> bool:
        """Whether the speaker is a government, an army, a side; not who looks on, and not a single official by name."""
        speaker = self.speaker
        if speaker is None or self.speaker_looks_on:
            return False
        if speaker.lower_ == "it" or is_force(speaker) or is_a(speaker, "party", "other"):
            return True
        return speaker.ent_type_ in _NAMED_PARTIES or (speaker.ent_type_ == "ORG" and speaker.text.isupper())

    @property
    def speaker_looks_on(self) -> bool:
        """Whether the speaker is one of those to whom things happen."""
        return is_a(self.speaker, "onlooker")


def main_clauses(doc: Doc, candidate: Candidate) -> tuple[Clause, ...]:
    """The main clauses of the first sentence of a content that has one, in text order; none where it is no sentence."""
    cue = doc[candidate.head]
    head, named = _speaker(doc, candidate)
    for part in candidate.content:
        verbs = _main_verbs(doc, part)
        if verbs:
            told_past = cue.tag_ not in ("VBZ", "VBP", "VB")
            quoted, is_claim = candidate.family == "quotation", candidate.cue.cue_class == "claim"
            return tuple(Clause(verb, part, head, named, quoted, told_past, is_claim) for verb in verbs)
    return ()


def _speaker(doc: Doc, candidate: Candidate) -> tuple[Token | None, frozenset[str]]:
    """The head of the speaker's mention, and the nouns that name the speaker."""
    if candidate.speaker is None:
        return None, frozenset()
    words = doc[candidate.speaker.start : candidate.speaker.end]
    head = words.root
    nouns = [token for token in words if token.pos_ == "NOUN" and not token.is_title] + [head]
    return head, frozenset(token.lower_ for token in nouns if token.pos_ in ("NOUN", "PROPN"))


def _main_verbs(doc: Doc, part: Tokens) -> list[Token]:
    """The first finite verb that hangs on nothing else in the part, with those beside it."""
    inside = doc[part.start : part.end]
    for root in (inside.root, *(token for token in inside if token.dep_ == "ROOT")):
        if root.pos_ not in ("VERB", "AUX"):
            continue
        # "It was late, nobody came": of clauses with a comma between, the parser hangs the first on the last.
        before = [
            child for child in root.lefts if child.dep_ == "ccomp" and child.i >= part.start and _is_finite(child)
        ]
        after = [child for child in root.rights if child.dep_ == "conj" and child.i < part.end and _is_finite(child)]
        return [*before, root, *after]
    return []


def _is_finite(verb: Token) -> bool:
    """Whether it is a clause of its own, with its own subject."""
    return verb.pos_ in ("VERB", "AUX") and any(child.dep_ in _SUBJECTS for child in verb.lefts)
