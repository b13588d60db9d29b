"""What a plain "said" does: the act that the main clause of the content tells, where the cue itself tells none."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.annotations import Act
from ingest.extractors.quotes.candidate import Tokens

_FIRST_PERSON = frozenset({"i", "we"})
_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_NECESSITY = frozenset({"must", "should", "ought"})
_POSSIBILITY = frozenset({"would", "'d", "could", "may", "might", "can", "ca"})
_NEED = frozenset({"need", "require"})
# Verbs of states and of the mind: in the past tense too they tell no happening.
_STATES = frozenset(
    {"be", "have", "know", "think", "believe", "want", "feel", "see", "look", "seem", "appear", "remain", "mean", "matter",
     "depend", "understand", "hope", "expect", "like", "love", "hate", "regard", "consider", "doubt", "deserve", "suffice"}
)  # fmt: skip
_FALSEHOODS = frozenset(
    {"fabrication", "fake", "falsehood", "fantasy", "fiction", "hoax", "invention", "lie", "myth", "nonsense", "propaganda", "rumour",
     "rumor", "story", "untrue", "baseless", "false"}
)  # fmt: skip
_CRIMES = frozenset(
    {"aggression", "atrocity", "barbarism", "betrayal", "crime", "criminal", "genocide", "massacre", "murder", "provocation", "terror",
     "terrorism", "terrorist", "treason", "violation"}
)  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_JUDGED = frozenset({"acomp", "attr", "oprd"})


def act_of_content(doc: Doc, content: list[Tokens], quoted: bool) -> Act | None:
    """The act of what is said, from its first main clause; None where that is no clause or tells no more than that it is said.

    A first person who will is a promise, whoever else will a forecast, what must be a demand, what may be or is good or bad a judgement,
    what a body itself has done an announcement, and what else has happened a report. Words not `quoted` have moved a tense back
    ("would") and the person too ("it", a body that speaks of itself).
    """
    clause = _main_clause(doc, content)
    if clause is None:
        return None
    helpers = [child for child in clause.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    subject = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    body = not quoted and subject is not None and subject.dep_ != "expl" and _is_the_body(subject)
    own = body or (subject is not None and subject.lower_ in _FIRST_PERSON)
    if words & _FUTURE or (not quoted and "would" in words):
        return "promise" if own else "predict"
    if words & _NECESSITY or clause.lemma_ in _NEED:
        return "demand"
    if words & _POSSIBILITY:
        return "assess"
    if (
        clause.tag_ in ("VBZ", "VBP")
        and clause.lemma_ == "be"
        and any(child.dep_ in _JUDGED for child in clause.rights)
    ):
        return "assess"
    happened = clause.tag_ in ("VBD", "VBN") or "had" in words or "has" in words or "have" in words
    if clause.lemma_ not in _STATES and body and (happened or clause.tag_ == "VBG"):
        return "announce"
    if clause.lemma_ not in _STATES and happened:
        return "report"
    return None


def judgement_of_name(doc: Doc, content: list[Tokens]) -> Act | None:
    """What calling something by a name does: "a lie" denies it, "a war crime" accuses; None for other names."""
    if not content:
        return None
    part = content[-1]
    lemmas = {token.lemma_.lower() for token in doc[part.start : part.end]}
    if lemmas & _FALSEHOODS:
        return "deny"
    return "accuse" if lemmas & _CRIMES else None


def _is_the_body(subject: Token) -> bool:
    """ "it" or "its fighters": a body speaks of itself."""
    return subject.lower_ == "it" or any(child.lower_ == "its" and child.dep_ == "poss" for child in subject.lefts)


def _main_clause(doc: Doc, content: list[Tokens]) -> Token | None:
    """The first finite verb of the content that hangs on nothing else in it."""
    for part in content[:1]:
        inside = doc[part.start : part.end]
        for sentence_root in (inside.root, *(token for token in inside if token.dep_ == "ROOT")):
            if sentence_root.pos_ in ("VERB", "AUX"):
                return sentence_root
    return None
