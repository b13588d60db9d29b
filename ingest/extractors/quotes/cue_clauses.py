"""The cue clause beside a quotation: behind it, before it, or in the paragraph before with a colon."""

from __future__ import annotations

from spacy.tokens import Doc

from ingest.extractors.quotes import frames, grammar, layout
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import Cue, verbs
from ingest.extractors.quotes.stretches import Stretch

# A cue clause before or after a quotation has at most this many tokens ("said X, a professor of ... at ..., who ...").
CUE_CLAUSE_TOKENS_MAXIMUM = 60


_ENDS = frozenset({".", "!", "?"})


# Forms that are cues whatever the tagger makes of them.
_CERTAIN_FORMS = {"said": "say", "says": "say"}


def quote_cue(doc: Doc, index: int) -> Cue | None:
    """The reading of a verb that may stand beside a quotation, None for any other word."""
    token = doc[index]
    if token.lower_ in _CERTAIN_FORMS:
        return verbs()[_CERTAIN_FORMS[token.lower_]][-1]
    if token.lower_ in ("read", "reads") and index + 1 < len(doc) and doc[index + 1].text == ":":
        return verbs()["read"][-1]
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for cue in verbs().get(token.lemma_.lower(), ()):
        if (
            "quote" in cue.frames or (cue.attitude == "speech" and "clause" in cue.frames and cue.act != "report")
        ) and (cue.particle is None or frames.has_particle(doc, token, cue.particle)):
            return cue
    return None


def owner_for(doc: Doc, index: int, cue: Cue, made: dict[int, Candidate]) -> Candidate:
    """The attribution of the cue at `index`, made anew and added to `made` if there is none yet."""
    if index in made:
        return made[index]
    candidate = frames.bare_candidate(doc, doc[index], cue)
    made[candidate.head] = candidate
    return candidate


def cue_after(
    doc: Doc, stretch: Stretch, segment: Tokens, made: dict[int, Candidate], inside: set[int]
) -> Candidate | None:
    """A cue clause that follows: "...," he said; "...?" asked Smith."""
    start = segment.start
    while start < segment.end and doc[start].text in (",", "--", "—", "–", "-", "―"):
        start += 1
    if start >= segment.end or doc[start].is_space:
        return None
    if (
        stretch.ends_sentence
        and doc[start].is_sent_start
        and doc[start].text[:1].isupper()
        and doc[start - 1].text[-1:] not in ","
    ):
        # A new sentence follows, unless it is nothing but the cue clause.
        if not any(doc[i].text in _ENDS for i in range(start, segment.end)):
            return None
        if not _asks(doc, stretch) and not _bare_cue_clause(doc, start, segment.end):
            return None
    seen_subject = False
    for index in range(start, min(segment.end, start + CUE_CLAUSE_TOKENS_MAXIMUM)):
        token = doc[index]
        if index in inside or token.text in _ENDS or (token.text in (";", ":") and index > start):
            return None
        if token.lower_ in _CERTAIN_FORMS or (
            token.pos_ in ("VERB", "AUX")
            and token.tag_ != "VBG"
            and token.dep_ not in ("relcl", "acl", "aux", "auxpass", "amod", "compound")
        ):
            cue = quote_cue(doc, index)
            if cue is not None and (seen_subject or index == start or doc[index - 1].pos_ in ("AUX", "ADV")):
                return _repair(doc, owner_for(doc, index, cue, made), index, start, segment)
            if token.tag_ != "VBG":
                return None
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            seen_subject = True
    return None


def _repair(doc: Doc, owner: Candidate, index: int, start: int, segment: Tokens) -> Candidate:
    """Finds the speaker by position where the parse has none: what stands between the marks and the verb, or behind it."""
    if owner.speaker is not None and owner.speaker_kind in ("own", "shared") and owner.speaker.start >= start:
        return owner
    if index > start and owner.cue_tokens.start > start:
        span = grammar.trim(doc, Tokens(start, owner.cue_tokens.start))
        if span.end > span.start:
            owner.speaker, owner.speaker_kind = span, "own"
    elif index == start:
        for follower in range(index + 1, min(index + 12, segment.end)):
            if doc[follower].pos_ in ("PROPN", "NOUN", "PRON"):
                head = doc[follower]
                while (
                    head.dep_ in ("compound", "poss", "nmod", "amod")
                    and head.head.i > head.i
                    and head.head.i < segment.end
                ):
                    head = head.head
                owner.speaker, owner.speaker_kind = grammar.mention(doc, head, Tokens(index + 1, segment.end)), "own"
                break
    return owner


def _asks(doc: Doc, stretch: Stretch) -> bool:
    """Whether the quotation ends in a question mark or a call: its sentence may go on."""
    return any(
        token.text[-1:] in "?!" for token in doc[max(stretch.tokens.start, stretch.tokens.end - 2) : stretch.tokens.end]
    )


def _bare_cue_clause(doc: Doc, start: int, end: int) -> bool:
    for index in range(start, min(end, start + 12)):
        if doc[index].text in _ENDS:
            return index > start + 1 and any(quote_cue(doc, k) is not None for k in (start, index - 1))
    return False


def cue_before(doc: Doc, segment: Tokens, made: dict[int, Candidate], inside: set[int]) -> Candidate | None:
    """A cue clause that precedes: he said, "..."; Smith told them: "..."."""
    end = segment.end
    if end <= segment.start:
        return None
    last = doc[end - 1]
    if last.text in _ENDS or last.text in (";", ")") or last.is_space:
        return None
    announced = last.text in (",", ":", "--", "-", "—")
    if last.text == ":":
        for index in range(end - 2, max(segment.start, end - 4) - 1, -1):
            cue = quote_cue(doc, index)
            if cue is not None and doc[index].dep_ not in ("acl", "relcl", "amod", "compound"):
                return _named_before(doc, owner_for(doc, index, cue, made), segment.start)
        root = last.sent.root
        if segment.start <= root.i < end:
            cue = quote_cue(doc, root.i)
            if cue is not None:
                return _named_before(doc, owner_for(doc, root.i, cue, made), segment.start)
    limit = max(segment.start, end - CUE_CLAUSE_TOKENS_MAXIMUM)
    for index in range(end - 1, limit - 1, -1):
        token = doc[index]
        if token.text in _ENDS and token.dep_ == "punct" and index < end - 1:
            return None
        if index in inside:
            return None
        if token.lower_ in _CERTAIN_FORMS or (
            token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")
        ):
            cue = quote_cue(doc, index)
            near = end - index <= 3
            if last.text == ":" and not near and token.tag_ == "VBN" and token.dep_ == "advcl":
                continue
            if cue is not None and (near or announced):
                owner = owner_for(doc, index, cue, made)
                if owner.speaker is None and token.is_sent_start:
                    return _repair(doc, owner, index, index, Tokens(index, end))
                return _named_before(doc, owner, segment.start)
            if last.text == ":":
                continue
            if token.dep_ not in ("relcl", "acl", "advcl", "xcomp", "pcomp"):
                return None
    if last.text == ":":
        return _colon(doc, Tokens(segment.start, end - 1), end - 1, made)
    return None


def _named_before(doc: Doc, owner: Candidate, minimum: int) -> Candidate:
    """Takes the few words before the cue as speaker where the parse has none: "The update read:"."""
    start = max(minimum, doc[owner.head].sent.start)
    span = grammar.trim(doc, Tokens(start, owner.cue_tokens.start))
    if owner.speaker is None and 0 < span.end - span.start <= layout.NAME_TOKENS_MAXIMUM:
        words = doc[span.start : span.end]
        if words[-1].pos_ in ("NOUN", "PROPN", "PRON") and not any(word.pos_ in ("VERB", "AUX") for word in words):
            owner.speaker, owner.speaker_kind = span, "own"
    return owner


def cue_announcing(doc: Doc, stretch: Stretch, made: dict[int, Candidate]) -> Candidate | None:
    """The paragraph before ends in a colon: its cue, or the colon itself, announces what follows."""
    last = stretch.line.start - 1
    while last >= 0 and doc[last].is_space:
        last -= 1
    if last < 0 or doc[last].text != ":":
        return None
    sentence = doc[last].sent
    for index in range(last - 1, sentence.start - 1, -1):
        cue = quote_cue(doc, index)
        if cue is not None:
            return owner_for(doc, index, cue, made)
    return _colon(doc, Tokens(sentence.start, last), last, made)


def _colon(doc: Doc, segment: Tokens, colon: int, made: dict[int, Candidate]) -> Candidate | None:
    segment = grammar.trim(doc, segment)
    if segment.end <= segment.start:
        return None
    speaker = None
    root = doc[segment.start : segment.end].root
    if root.pos_ in ("NOUN", "PROPN") and segment.end - segment.start <= layout.NAME_TOKENS_MAXIMUM + 4:
        speaker = segment
    else:
        own = grammar.own_subject(root) if root.pos_ in ("VERB", "AUX") else None
        if own is not None and own.i >= segment.start:
            speaker = grammar.mention(doc, own, segment)
    candidate = Candidate(
        layout.COLON, colon, Tokens(colon, colon + 1), [], "announced", speaker, "own" if speaker else "none",
        Tokens(segment.start, colon + 1),
    )  # fmt: skip
    made[candidate.head] = candidate
    return candidate
