"""What a plain "said" does: the act that the main clause of the content tells, where the cue itself tells none."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from ingest.annotations import Act
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.clauses import Clause, is_a, main_clauses
from ingest.extractors.quotes.lexicon import contents

_NECESSITY = frozenset({"must", "should", "ought"})
_POSSIBILITY = frozenset({"would", "'d", "could", "may", "might", "can", "ca"})
_NEED = frozenset({"need", "require"})
_RETORTS = frozenset({"reply", "respond", "retort", "answer", "counter", "insist", "maintain"})
_NOT_SO = frozenset({"not", "no", "never"})
# What binds the speaker, and what only tells or judges.
_BINDING: frozenset[Act | None] = frozenset({"promise", "reject", "concede", "threaten", "deny"})
_LOOSE: frozenset[Act | None] = frozenset({None, "assert", "assess", "report"})
_DEGREES = frozenset({"JJR", "JJS", "RBR", "RBS"})
_TIMES = frozenset({"DATE", "TIME"})


def act_of_content(doc: Doc, candidate: Candidate) -> Act | None:
    """The act of what is said, from the main clauses of its first sentence; None where they tell no more than that it is said.

    The first line of `_DECISIONS` that holds of the first clause decides; a clause beside it that binds the speaker ("and we will
    not pay") goes before what only tells or judges.
    """
    if _regrets(doc, candidate):
        return "concede"
    if _is_retort(doc, candidate):
        return "deny"
    clauses = main_clauses(doc, candidate)
    if not clauses:
        return None
    if (
        doc[candidate.head].lemma_ in _RETORTS
        and clauses[0].tells_not_done
        and not is_a(clauses[0].verb, "state", "unknown")
    ):
        return "deny"
    told = [_act_of_clause(clause) for clause in clauses]
    return next((act for act in told[1:] if act in _BINDING), told[0]) if told[0] in _LOOSE else told[0]


def _act_of_clause(clause: Clause) -> Act | None:
    return next((act for act, holds in _DECISIONS if holds(clause)), None)


def judgement_of_name(doc: Doc, content: list[Tokens]) -> Act:
    """What calling something by a name does: "a lie" denies it, "a war crime" accuses; other names judge."""
    part = content[-1] if content else Tokens(0, 0)
    lemmas = {token.lemma_.lower() for token in doc[part.start : part.end]}
    if lemmas & (contents()["falsehood"] | contents()["tale"]):
        return "deny"
    return "accuse" if lemmas & contents()["crime"] else "assess"


def foresees(doc: Doc, candidate: Candidate, possibly: bool = False) -> bool:
    """Whether the content tells what will be; or `possibly` what could be."""
    clauses = main_clauses(doc, candidate)
    return bool(clauses) and (clauses[0].is_future or (possibly and "could" in clauses[0].helpers))


def threatens(doc: Doc, candidate: Candidate) -> bool:
    """Whether the content tells what the speaker will do to others: "any intruder would be shot"."""
    clauses = main_clauses(doc, candidate)
    return bool(clauses) and (
        _threatens(clauses[0]) or (clauses[0].is_future and clauses[0].is_passive and _is_any(clauses[0]))
    )


def _concedes(clause: Clause) -> bool:
    """ "We were wrong", "it had failed to", "he was sorry"."""
    if not clause.is_own or clause.is_negated or clause.is_future:
        return False
    if any(is_a(each, "fault") for each in clause.complements):
        return True
    return clause.has_happened and is_a(clause.verb, "setback")


def _refuses(clause: Clause) -> bool:
    """ "We will not pay", "he has no intention of", "there will be no talks"."""
    if not clause.is_negated:
        return False
    if any(is_a(each, "refuse") for each in (*clause.objects, *clause.complements)):
        return True
    if clause.is_existential:
        return clause.is_future or bool(clause.helpers & {"can", "could"})
    return clause.is_future and clause.is_own and not is_a(clause.verb, "spare")


def _denies(clause: Clause) -> bool:
    """One's own deed, "it never did"; a happening, "there was no raid"; a thing told, "the report is baseless", "no such order"."""
    if not clause.is_negated and any(is_a(each, "falsehood") for each in clause.complements):
        return True
    if clause.is_own and clause.verb.lemma_ == "know" and any(is_a(each, "ignorance") for each in clause.objects):
        return True
    if clause.is_existential:
        happened = clause.verb.tag_ == ("VBD" if clause.quoted else "VBN")
        return clause.is_negated and happened and not any(is_a(each, "absence") for each in clause.complements)
    if not clause.tells_not_done:
        return False
    return (clause.is_own and not is_a(clause.verb, "state", "unknown")) or any(
        child.lower_ == "such" for each in clause.objects for child in each.lefts
    )


def _accuses(clause: Clause) -> bool:
    """Another's wrong: one party tells it of the other, or the words are kept in which it was told."""
    subject = clause.subject
    if subject is None or clause.is_own or clause.is_negated or clause.is_future:
        return False
    if any(is_a(each, "crime") for each in clause.complements):
        return True
    if clause.helpers & (_NECESSITY | _POSSIBILITY):
        return False
    if not (is_a(clause.verb, "wrong") or any(is_a(each, "wrong") for each in clause.objects)):
        return False
    if clause.quoted:
        return subject.lower_ == "they" or clause.is_of_party
    if clause.is_claim:
        return True
    return clause.is_of_party and clause.speaker_is_party and not clause.is_passive


def _threatens(clause: Clause) -> bool:
    """ "We will bomb"."""
    return (
        clause.is_future
        and clause.is_own
        and not clause.is_negated
        and not clause.is_passive
        and is_a(clause.verb, "wrong")
    )


def _promises(clause: Clause) -> bool:
    """One's own deed to come, or one left to those in charge: "the culprits will be punished"."""
    if clause.is_future:
        if clause.is_own:
            return True
        in_charge = clause.speaker is not None and not clause.speaker_looks_on
        return clause.is_passive and in_charge and not is_a(clause.verb, "wrong") and not _is_dated(clause)
    if clause.is_negated or clause.purpose is None:
        return False
    ready = any(is_a(each, "readiness") for each in clause.complements)
    return (ready and (clause.is_own or clause.is_of_party)) or (clause.is_own and _is_about_to(clause))


def _announces(clause: Clause) -> bool:
    """A measure made known: what one has decided or is doing, what is put off, what is set for a day."""
    if clause.is_future:
        return clause.is_passive and not clause.speaker_looks_on and _is_dated(clause)
    if clause.is_negated or clause.quoted or clause.speaker_looks_on:
        return False
    measure = is_a(clause.verb, "decision") and clause.has_happened
    if clause.is_own:
        return measure or clause.goes_on or any(child.lower_ == "now" for child in clause.verb.children)
    return measure and clause.is_passive


def _predicts(clause: Clause) -> bool:
    """ "It will rain", "is likely to rain"."""
    return clause.is_future or _is_about_to(clause) or any(is_a(each, "likelihood") for each in clause.complements)


def _demands(clause: Clause) -> bool:
    """ "It must be opened", "it needs opening", "open it": a deed, not what must be so."""
    if clause.helpers & _NECESSITY:
        if clause.quoted and clause.is_own and is_a(clause.verb, "remark"):
            return False
        return not any(child.tag_ in _DEGREES or child.dep_ == "acomp" for child in clause.complements)
    if clause.verb.lemma_ in _NEED:
        return True
    if clause.verb.lemma_ == "have" and clause.purpose is not None and not clause.is_own:
        return True
    imperative = clause.verb.tag_ == "VB" and clause.subject is None and not clause.helpers - {"do"}
    return clause.quoted and imperative


def _judges(clause: Clause) -> bool:
    """What may be, what is good or bad, what another has in mind, what is a sign, and of a quoted speaker what holds always."""
    if clause.helpers & _POSSIBILITY:
        return clause.quoted or not (clause.is_negated and is_a(clause.verb, "unknown"))
    if is_a(clause.verb, "sign", "mind") and not (clause.is_passive or clause.speaks_of_self):
        return not (clause.quoted and clause.has_happened)
    if clause.verb.lemma_ == "be" and clause.complements and not clause.is_existential:
        return _is_opinion(clause)
    if any(child.tag_ in _DEGREES for child in clause.verb.rights) and is_a(clause.verb, "state"):
        return True
    return clause.quoted and clause.is_present and not clause.is_existential and not _mentions_self(clause)


def _is_opinion(clause: Clause) -> bool:
    """Of what is said to be something, whether that is no more than anybody can see."""
    if any(is_a(each, "fact") for each in clause.complements) or _has_figure(clause):
        return False
    if clause.quoted or clause.is_present:
        return not clause.speaks_of_self or any(each.dep_ == "acomp" for each in clause.complements)
    return any(each.dep_ == "acomp" for each in clause.complements)


def _reports(clause: Clause) -> bool:
    """What has happened or is going on, how many there are, where things stand."""
    if clause.goes_on:
        return True
    if clause.has_happened and (not is_a(clause.verb, "state") or clause.is_passive):
        return True
    if clause.is_negated and is_a(clause.verb, "unknown"):
        return True
    if clause.is_existential and clause.has_happened and clause.verb.tag_ == "VBN":
        return True
    if clause.verb.lemma_ == "be" and any(child.dep_ == "prep" for child in clause.verb.rights):
        return True
    return not clause.is_own and _has_figure(clause)


# In this order: what is said of oneself before what is said of others, the narrower before the wider.
_DECISIONS: tuple[tuple[Act, Callable[[Clause], bool]], ...] = (
    ("concede", _concedes),
    ("reject", _refuses),
    ("deny", _denies),
    ("accuse", _accuses),
    ("threaten", _threatens),
    ("promise", _promises),
    ("announce", _announces),
    ("predict", _predicts),
    ("demand", _demands),
    ("assess", _judges),
    ("report", _reports),
)


def _is_about_to(clause: Clause) -> bool:
    """ "Plans to leave", "is going to leave"."""
    if clause.purpose is None or clause.is_negated:
        return False
    return is_a(clause.verb, "purpose") and (clause.verb.lemma_ != "go" or clause.goes_on)


def _is_dated(clause: Clause) -> bool:
    """Whether a day is set for it."""
    return any(
        token.ent_type_ in _TIMES or token.lower_ == "soon"
        for token in clause.verb.subtree
        if token.i < clause.part.end
    )


def _is_any(clause: Clause) -> bool:
    return clause.subject is not None and (
        clause.subject.lower_ in ("anyone", "anybody", "whoever")
        or any(child.lower_ == "any" for child in clause.subject.lefts)
    )


def _has_figure(clause: Clause) -> bool:
    """Whether it counts what it speaks of."""
    nouns: list[Token] = [*clause.complements, *clause.objects]
    if clause.subject is not None:
        nouns.append(clause.subject)
    return any(
        (each.pos_ == "NUM" and each.lower_ != "one") or any(child.dep_ == "nummod" for child in each.lefts)
        for each in nouns
    )


def _mentions_self(clause: Clause) -> bool:
    """Whether the first sentence has an "I" or a "we" of its own."""
    return any(
        token.lower_ in ("i", "we", "me", "us")
        for token in clause.verb.subtree
        if clause.part.start <= token.i < clause.part.end
    ) or (clause.subject is not None and any(child.lower_ in ("my", "our") for child in clause.subject.lefts))


def _is_retort(doc: Doc, candidate: Candidate) -> bool:
    """ "Not true", "Never.": a quotation that is nothing but a denial."""
    part = candidate.content[0]
    words = [token for token in doc[part.start : part.end] if token.is_alpha]
    if not words or len(words) > 3:
        return False
    return words[0].lower_ in _NOT_SO or any(is_a(token, "falsehood") for token in words)


def _regrets(doc: Doc, candidate: Candidate) -> bool:
    """Whether the speaker apologises anywhere in the content."""
    return any(
        doc[i].lemma_.lower() in ("apologise", "apologize")
        and any(child.lower_ in ("i", "we") for child in doc[i].lefts)
        for part in candidate.content
        for i in range(part.start, part.end)
    )
