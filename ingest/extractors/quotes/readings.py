"""How a cue reads: act, polarity, how sure the speaker sounds, whether the speaker vouches for the content at all."""

from __future__ import annotations

from spacy.tokens import Doc

from ingest.annotations import Act, Epistemic, Polarity
from ingest.extractors.quotes.candidate import Candidate
from ingest.extractors.quotes.contents import act_of_content, foresees, judgement_of_name, threatens

_OPEN_QUESTION = frozenset({"if", "whether", "who", "what", "when", "where", "why", "how", "which"})
_UNREALISED = frozenset({"infinitive", "object_infinitive", "noun_infinitive", "passive_infinitive"})
_HEDGES: dict[str, Epistemic] = {
    "may": "unknown", "might": "unknown", "could": "unknown", "perhaps": "unknown", "possibly": "unknown", "maybe": "unknown",
    "probably": "probable_true", "likely": "probable_true", "apparently": "probable_true", "unlikely": "probable_false",
}  # fmt: skip
_WARNINGS = frozenset({"warn", "caution"})
_WISHES = frozenset({"hope", "wish", "dream"})
_WITHHOLDING = frozenset({"decline", "refuse", "fail"})


def polarity(doc: Doc, candidate: Candidate) -> Polarity:
    """Negative where the speaker denies, rejects or doubts it, calls it false, or is said not to have said it.

    A denial in the content's own words ("it never did so") is affirmed.
    """
    negative = (
        candidate.cue.act in ("deny", "reject") or candidate.cue.cue_class == "deny" or _calls_false(doc, candidate)
    )
    return "negative" if negative != candidate.negated else "positive"


def epistemic(doc: Doc, candidate: Candidate) -> Epistemic:
    """How sure the speaker sounds of the content: flat statements certain, beliefs and forecasts probable, wishes and questions unknown."""
    cue = candidate.cue
    if not asserted(doc, candidate) or cue.attitude == "plan" or _is_unrealised(doc, candidate):
        return "unknown"
    if cue.act == "deny" or _calls_false(doc, candidate):
        return "certain_false"
    if cue.cue_class == "deny" and cue.attitude == "belief":
        return "probable_true" if candidate.negated else "probable_false"
    likelihood = _hedge(doc, candidate)
    if likelihood is not None:
        return likelihood
    if cue.cue_class == "soft" or cue.attitude == "belief" or "predict" in (cue.act, act(doc, candidate)):
        return "probable_true"
    return "certain_true"


def _calls_false(doc: Doc, candidate: Candidate) -> bool:
    return _names(candidate) and judgement_of_name(doc, candidate.content) == "deny"


def _is_unrealised(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is said was not done yet: "vowed to leave"; "claimed to have left" is done."""
    if candidate.family not in _UNREALISED:
        return False
    verb = doc[candidate.content[-1].start : candidate.content[-1].end].root
    return not any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.lefts)


def _hedge(doc: Doc, candidate: Candidate) -> Epistemic | None:
    """What words of doubt in the main clause of the content say."""
    for part in candidate.content[:1]:
        root = doc[part.start : part.end].root
        for word in [*root.lefts, *root.rights]:
            if word.dep_ in ("aux", "advmod", "acomp") and part.start <= word.i < part.end:
                likelihood = _HEDGES.get(word.lower_)
                if likelihood is not None:
                    return likelihood
    return None


def asserted(doc: Doc, candidate: Candidate) -> bool:
    """False for "did not say if ...", "asked whether ...", "refused to say who ...": the content is not vouched for."""
    head = doc[candidate.head]
    first = doc[candidate.content[0].start].lower_ if candidate.content else ""
    if candidate.cue.lemma in ("ask", "wonder", "inquire", "question", "query") and candidate.cue.act in (
        "demand",
        "assert",
    ):
        return not (first in _OPEN_QUESTION or candidate.family == "object")
    withheld = head.dep_ == "xcomp" and head.head.lemma_ in _WITHHOLDING
    if candidate.cue.attitude != "speech":
        return not withheld
    return not (candidate.negated or withheld or first in ("if", "whether"))


def act(doc: Doc, candidate: Candidate) -> Act:
    """What is done by saying so: the cue's own act, read again where its frame or the content say more."""
    cue, family = candidate.cue, candidate.family
    if candidate.negated and cue.attitude == "speech":
        if cue.act in ("deny", "reject"):
            return "concede"
        if cue.act in ("assert", "announce"):
            return "report"
    if _names(candidate):
        return judgement_of_name(doc, candidate.content)
    if cue.lemma in _WARNINGS and family != "object_infinitive":
        if threatens(doc, candidate):
            return "threaten"
        return (
            "predict" if family in ("preposition", "quotation") or foresees(doc, candidate, possibly=True) else "assess"
        )
    if cue.attitude == "belief" and cue.act == "assess" and cue.lemma not in _WISHES and foresees(doc, candidate):
        return "predict"
    if (
        cue.act in ("assert", "report")
        and cue.lemma != "report"
        and cue.attitude == "speech"
        and asserted(doc, candidate)
    ):
        told = act_of_content(doc, candidate)
        # A party's claim is no report, and what is quoted word for word is seldom a dry one.
        if told in ("report", "announce", "assess") and cue.cue_class == "claim":
            return cue.act
        if told in ("report", "announce") and (cue.cue_class != "neutral" or family == "quotation"):
            return cue.act
        if told is not None and (cue.act == "assert" or told == "predict"):
            return told
    return cue.act


def _names(candidate: Candidate) -> bool:
    """Whether something is called something, which is no call for it."""
    return candidate.cue.act in ("assert", "demand", "announce", "assess") and (
        candidate.family == "complement" or (candidate.family == "object_as" and candidate.cue.act == "assert")
    )
