"""Makes the attribution of a verb or adjective: content by frame, speaker, addressee."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.actors.lexicon import is_person_noun
from ingest.extractors.quotes import boundaries, grammar
from ingest.extractors.quotes.active import active_contents
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.deeds import is_deed
from ingest.extractors.quotes.lexicon import Cue
from ingest.extractors.quotes.passive import passive_contents

BESIDE_TOKENS_MAXIMUM = 8


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "CCONJ", "NUM", "ADP", "PART"})


_DEEDS = frozenset({"object", "weak_object", "object_for", "object_with", "preposition", "passive_object"})
_OBJECTS = frozenset({"object", "weak_object"})
_STRETCHED = frozenset(
    {
        "clause",
        "small_clause",
        "infinitive",
        "object_infinitive",
        "gerund",
        "preposition",
        "passive_clause",
        "passive_infinitive",
    }
)


def verb_candidate(doc: Doc, verb: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """The first reading of `verb` with a frame that the sentence fills."""
    passive = grammar.is_passive(verb)
    for cue in cues:
        if cue.particle and not has_particle(doc, verb, cue.particle):
            continue
        found = passive_contents(verb, cue) if passive else active_contents(doc, verb, cue)
        for family, content in found:
            parts = [grammar.trim(doc, boundaries.bounded(part, verb.i)) for part in content]
            parts = [boundaries.without_day(doc, part, verb) for part in parts if part.end > part.start]
            if (
                parts
                and "clash" in cue.frames
                and family in _DEEDS
                and is_deed(doc, grammar.subject(verb).token, parts[-1])
            ):
                continue
            if (
                parts
                and parts[-1].start > verb.i
                and (
                    family in _STRETCHED
                    or boundaries.breaks(doc, parts[-1].end)
                    or (family in _OBJECTS and boundaries.modified(doc, parts[-1]))
                )
            ):
                parts[-1] = Tokens(parts[-1].start, grammar.stretch_right(doc, verb, parts[-1].end))
            if parts:
                parts[-1] = boundaries.without_comment(
                    doc, boundaries.without_medium(doc, parts[-1], verb) if parts[-1].start > verb.i else parts[-1]
                )
                return _candidate(doc, verb, cue, family, parts, passive)
    return None if passive else _tail_candidate(doc, verb, cues)


def _tail_candidate(doc: Doc, verb: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """ "The strike killed ten, locals and aid workers said on Monday": a cue at the end whose subject the parser took for an object."""
    cue = next((cue for cue in cues if cue.attitude == "speech" and {"clause", "quote"} <= cue.frames), None)
    if cue is None or cue.particle or grammar.own_subject(verb) is not None:
        return None
    sentence = _sentence(verb)
    speaker = _beside(doc, verb)
    if speaker is None or any(doc[i].pos_ in ("VERB", "AUX", "PRON") for i in range(verb.i + 1, sentence.end)):
        return None
    content = grammar.trim(doc, Tokens(sentence.start, speaker.start))
    if not any(doc[i].tag_ in grammar.FINITE for i in range(*content)):
        return None
    candidate = _candidate(doc, verb, cue, "around", [content], passive=False)
    candidate.speaker, candidate.speaker_kind = speaker, "own"
    candidate.clause = _clause(candidate)
    return candidate


def adjective_candidate(doc: Doc, adjective: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """The attribution of a predicate adjective: "they are sure that ...", "he was determined to ..."."""
    copula = adjective.head
    if adjective.dep_ not in ("acomp", "oprd") or copula.pos_ not in ("AUX", "VERB"):
        return None
    for cue in cues:
        for child in [*adjective.rights, *copula.rights]:
            if child.i < adjective.i or child.dep_ not in ("ccomp", "xcomp"):
                continue
            if ("infinitive" if grammar.is_to_infinitive(child) else "clause") not in cue.frames:
                continue
            part = grammar.trim(doc, Tokens(max(adjective.i + 1, child.left_edge.i), child.right_edge.i + 1))
            own = grammar.own_subject(copula)
            if part.end <= part.start or own is None or own.lower_ in ("it", "there"):
                continue
            candidate = _candidate(doc, copula, cue, "adjective", [part], passive=False)
            candidate.head = adjective.i
            candidate.cue_tokens = Tokens(min(candidate.cue_tokens.start, copula.i), adjective.i + 1)
            return candidate
    return None


def bare_candidate(doc: Doc, verb: Token, cue: Cue) -> Candidate:
    """A cue with its speaker and no content yet: what it says stands in quotation marks."""
    return _candidate(doc, verb, cue, "quotation", [], grammar.is_passive(verb))


def _candidate(doc: Doc, verb: Token, cue: Cue, family: str, parts: list[Tokens], passive: bool) -> Candidate:
    sentence = _sentence(verb)
    token: Token | None = None
    if passive and family == "clause":
        token, kind = verb.head, "own"
    elif passive:
        token, kind = grammar.agent(verb), "agent"
    else:
        token, kind = grammar.subject(verb)
        by = grammar.issuer(token) if token is not None else None
        if by is not None:
            token, kind = by, "control"
    speaker = _beside(doc, verb) if token is None and not passive else None
    if speaker is not None:
        kind = "own"
    if token is not None:
        speaker = _clear_of(doc, grammar.mention(doc, token, sentence), token, verb, parts)
    candidate = Candidate(
        cue=cue,
        head=verb.i,
        cue_tokens=grammar.cue_extent(doc, verb, cue.particle),
        content=parts,
        family=family,
        speaker=speaker,
        speaker_kind=kind if speaker else "none",
        negated=any(child.dep_ == "neg" for child in verb.children),
        hedged=any(child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ == "if") for child in verb.lefts),
    )
    candidate.clause = _clause(candidate)
    candidate.addressee = _addressee(doc, verb, cue, candidate)
    return candidate


def _beside(doc: Doc, verb: Token) -> Tokens | None:
    """The words before a finite verb that has no subject, back to the comma or the sentence's start: the parser hung them elsewhere."""
    if verb.tag_ not in grammar.FINITE or verb.dep_ not in ("ROOT", "ccomp", "advcl", "conj"):
        return None
    sentence = _sentence(verb)
    end = grammar.cue_extent(doc, verb, None).start
    if verb.i == end + 1 and doc[end].text.istitle() and doc[end].tag_ == "MD":
        # "May said"
        end = verb.i
    end = _before_relative_clause(doc, sentence, end)
    if doc[end - 1].text == ",":
        # "the head of the office, N, said": the name between commas
        end -= 1
    start = end
    first = max(sentence.start, end - BESIDE_TOKENS_MAXIMUM)
    while (
        start > first
        and not doc[start - 1].is_punct
        and (doc[start - 1].pos_ in _NOMINAL or is_person_noun(doc[start - 1].lower_) or doc[start - 1].tag_ == "MD")
    ):
        start -= 1
    if start == end or not (start == sentence.start or doc[start - 1].text == "," or doc[start - 1].is_quote):
        return None
    last = doc[end - 1]
    if last.pos_ not in ("NOUN", "PROPN", "PRON") and not (last.tag_ == "MD" and last.text.istitle()):
        return None
    return Tokens(start, end)


def _before_relative_clause(doc: Doc, sentence: Tokens, end: int) -> int:
    """Where the noun phrase ends that a clause between commas parts from its verb: "The envoy, who was ill, said"."""
    if end - 1 <= sentence.start or doc[end - 1].text != ",":
        return end
    return next(
        (
            index
            for index in range(sentence.start + 1, end - 2)
            if doc[index].text == "," and doc[index + 1].tag_ in ("WP", "WP$", "WDT")
        ),
        end,
    )


def _clause(candidate: Candidate) -> Tokens:
    start, end = candidate.cue_tokens
    if candidate.speaker and candidate.speaker_kind in ("own", "relative", "agent"):
        start, end = min(start, candidate.speaker.start), max(end, candidate.speaker.end)
    return Tokens(start, end)


def _clear_of(doc: Doc, span: Tokens, token: Token, verb: Token, parts: list[Tokens]) -> Tokens | None:
    """The mention cut where it runs into the verb or the content."""
    start, end = span
    if start <= verb.i < end:
        start, end = (start, verb.i) if token.i < verb.i else (verb.i + 1, end)
    for part in parts:
        if part.start <= token.i < part.end:
            return None
        if part.start < end and start < part.end:
            start, end = (start, part.start) if token.i < part.start else (part.end, end)
    return grammar.trim(doc, Tokens(start, end)) if start <= token.i < end else None


def _addressee(doc: Doc, verb: Token, cue: Cue, candidate: Candidate) -> Tokens | None:
    taken = [*candidate.content, *([candidate.speaker] if candidate.speaker else [])]
    if "addressee" in cue.frames or "object_infinitive" in cue.frames:
        for child in verb.children:
            if child.dep_ in (*grammar.OBJECTS, "nsubjpass") and not any(p.start <= child.i < p.end for p in taken):
                return grammar.mention(doc, child, _sentence(verb))
        if cue.lemma == "tell":
            return None
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            for word in child.rights:
                if word.dep_ == "pobj" and not any(p.start <= word.i < p.end for p in taken):
                    return grammar.mention(doc, word, _sentence(verb))
    return None


def has_particle(doc: Doc, verb: Token, particle: str) -> bool:
    """Whether the words of `particle` follow the verb."""
    words = particle.split()
    return verb.i + len(words) < len(doc) and all(doc[verb.i + 1 + k].lower_ == word for k, word in enumerate(words))


def _sentence(token: Token) -> Tokens:
    sentence = token.sent
    return Tokens(sentence.start, sentence.end)
