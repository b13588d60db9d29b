"""Gives each stretch in quotation marks to its cue: beside it, announced by a colon, or to the one who holds the floor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.extractors.quotes import frames, grammar, layout
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import Cue, verbs
from ingest.extractors.quotes.marks import Quotation

# A cue clause before or after a quotation has at most this many tokens ("said X, a professor of ... at ..., who ...").
CUE_CLAUSE_TOKENS_MAXIMUM = 60
_ENDS = frozenset({".", "!", "?"})
_FULL_TOKENS_MINIMUM = 2


@dataclass(slots=True)
class Stretch:
    """A quotation in tokens; `full` where it stands as a sentence of its own, not as some words of one."""

    tokens: Tokens
    line: Tokens
    paragraph: int
    full: bool
    closed: bool
    ends_sentence: bool
    owner: Candidate | None = None


def stretches(doc: Doc, text: str, quotations: list[Quotation], lines: list[Tokens]) -> list[Stretch]:
    """The quotations of a text with what their surroundings say of them."""
    starts = [token.idx for token in doc]
    found = []
    for quotation in quotations:
        start = max(bisect_right(starts, quotation.span.start) - 1, 0)
        end = bisect_left(starts, quotation.span.end)
        if end <= start:
            continue
        inner = text[quotation.span.start : quotation.span.end].strip("\"'“”„‟«»`‘’ ")
        before = text[max(quotation.span.start - 3, 0) : quotation.span.start].rstrip(" \u00a0")
        begins = not before or before[-1] in "\n.?!:;,—–-―…)" or quotation.span.start == lines[quotation.paragraph].start
        capital = inner[:1].isupper() or inner[:1].isdigit() or not inner[:1].isalpha()
        words = inner.count(" ") + 1
        stops = inner[-1:] in ".,?!—–-…"
        full = quotation.double and bool(inner) and begins and words >= _FULL_TOKENS_MINIMUM and (capital or before[-1:] in (",", ":"))
        if begins and capital and words == 1 and stops:
            full = quotation.double
        found.append(
            Stretch(Tokens(start, end), lines[quotation.paragraph], quotation.paragraph, full, quotation.closed, inner[-1:] in ".?!…")
        )
    return found


def attach(doc: Doc, found: list[Stretch], candidates: dict[int, Candidate]) -> list[Candidate]:
    """Gives each full stretch its cue; returns the attributions that had to be made for it."""
    made: list[Candidate] = []
    floor: Candidate | None = None
    floor_paragraph = -2
    inside = {i for stretch in found for i in range(*stretch.tokens)}
    for index, stretch in enumerate(found):
        if not stretch.full:
            holder = _holder(stretch, candidates)
            if holder is not None:
                floor, floor_paragraph = holder, stretch.paragraph
            continue
        previous = found[index - 1] if index and found[index - 1].paragraph == stretch.paragraph else None
        following = found[index + 1] if index + 1 < len(found) and found[index + 1].paragraph == stretch.paragraph else None
        left = previous.tokens.end if previous else stretch.line.start
        right = following.tokens.start if following else stretch.line.end
        owner = (
            _after(doc, stretch, Tokens(stretch.tokens.end, right), candidates, made, inside)
            or _before(doc, stretch, Tokens(left, stretch.tokens.start), candidates, made, inside)
            or (_signature(doc, stretch, made) if following is None else None)
        )
        if owner is None and previous is not None and previous.owner is not None:
            owner = previous.owner
        if owner is None and floor is not None and floor_paragraph == stretch.paragraph:
            owner = floor
        if owner is None and stretch.tokens.start == stretch.line.start:
            owner = _announced(doc, stretch, candidates, made)
            if owner is None and floor is not None and stretch.paragraph == floor_paragraph + 1:
                owner = floor
        if owner is None:
            continue
        stretch.owner = owner
        _give(owner, stretch)
        floor, floor_paragraph = owner, stretch.paragraph
    return made


def _holder(stretch: Stretch, candidates: dict[int, Candidate]) -> Candidate | None:
    """The attribution in whose content some quoted words stand, if it is speech."""
    for candidate in candidates.values():
        if candidate.cue.attitude == "speech" and "quote" in candidate.cue.frames:
            if any(part.overlaps(stretch.tokens) for part in candidate.content):
                return candidate
    return None


def _give(owner: Candidate, stretch: Stretch) -> None:
    if owner.family in ("quotation", "signature", "announced"):
        owner.content.append(stretch.tokens)
    elif not any(part.contains(stretch.tokens) for part in owner.content):
        joined = False
        for position, part in enumerate(owner.content):
            if part.overlaps(stretch.tokens):
                owner.content[position] = Tokens(min(part.start, stretch.tokens.start), max(part.end, stretch.tokens.end))
                joined = True
        if not joined:
            owner.content.append(stretch.tokens)


def _quote_cue(doc: Doc, index: int) -> Cue | None:
    token = doc[index]
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for cue in verbs().get(token.lemma_.lower(), ()):
        if "quote" in cue.frames and (cue.particle is None or frames._has_particle(doc, token, cue.particle)):
            return cue
    return None


def _owner_for(doc: Doc, index: int, cue: Cue, candidates: dict[int, Candidate], made: list[Candidate]) -> Candidate:
    for candidate in made:
        if candidate.head == index:
            return candidate
    candidate = frames.bare_candidate(doc, doc[index], cue)
    old = candidates.get(index)
    if old is not None and old.family not in ("clause", "small_clause", "around", "as", "said_object"):
        old = None
    if old is not None and any(part.end - part.start > 0 for part in old.content):
        candidate.content = []
    made.append(candidate)
    return candidate


def _after(
    doc: Doc, stretch: Stretch, segment: Tokens, candidates: dict[int, Candidate], made: list[Candidate], inside: set[int]
) -> Candidate | None:
    """A cue clause that follows: "...," he said; "...?" asked Smith."""
    start = segment.start
    while start < segment.end and doc[start].text in (",", "--", "—", "–", "-", "―"):
        start += 1
    if start >= segment.end or doc[start].is_space:
        return None
    if stretch.ends_sentence and doc[start].is_sent_start and doc[start].text[:1].isupper() and doc[start - 1].text[-1:] not in ",":
        # A new sentence follows, unless it is nothing but the cue clause.
        if not _bare_cue_clause(doc, start, segment.end):
            return None
    seen_subject = False
    for index in range(start, min(segment.end, start + CUE_CLAUSE_TOKENS_MAXIMUM)):
        token = doc[index]
        if index in inside or token.text in _ENDS or (token.text in (";", ":") and index > start):
            return None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "aux", "auxpass", "amod", "compound"):
            cue = _quote_cue(doc, index)
            if cue is not None and (seen_subject or index == start or doc[index - 1].pos_ in ("AUX", "ADV")):
                own = grammar.own_subject(token)
                if own is not None and own.i < start:
                    return _after_repaired(doc, index, start, cue, candidates, made)
                return _repair(doc, _owner_for(doc, index, cue, candidates, made), index, start, segment)
            if token.tag_ != "VBG":
                return None
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            seen_subject = True
    return None


def _after_repaired(
    doc: Doc, index: int, start: int, cue: Cue, candidates: dict[int, Candidate], made: list[Candidate]
) -> Candidate:
    owner = _owner_for(doc, index, cue, candidates, made)
    if index > start:
        owner.speaker, owner.speaker_kind = grammar.trim(doc, Tokens(start, owner.cue_tokens.start)), "own"
    return owner


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
                while head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i > head.i and head.head.i < segment.end:
                    head = head.head
                owner.speaker, owner.speaker_kind = grammar.mention(doc, head, Tokens(index + 1, segment.end)), "own"
                break
    return owner


def _bare_cue_clause(doc: Doc, start: int, end: int) -> bool:
    for index in range(start, min(end, start + 12)):
        if doc[index].text in _ENDS:
            return index > start + 1 and any(
                doc[k].lemma_ == "say" and (k == index - 1 or k == start) for k in range(start, index)
            )
    return False


def _before(
    doc: Doc, stretch: Stretch, segment: Tokens, candidates: dict[int, Candidate], made: list[Candidate], inside: set[int]
) -> Candidate | None:
    """A cue clause that precedes: he said, "..."; Smith told them: "..."."""
    end = segment.end
    if end <= segment.start:
        return None
    last = doc[end - 1]
    if last.text in _ENDS or last.text in (";", ")") or last.is_space:
        return None
    announced = last.text in (",", ":", "--", "-", "—")
    limit = max(segment.start, end - CUE_CLAUSE_TOKENS_MAXIMUM)
    for index in range(end - 1, limit - 1, -1):
        token = doc[index]
        if token.text in _ENDS and token.dep_ == "punct" and index < end - 1:
            return None
        if index in inside:
            return None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            cue = _quote_cue(doc, index)
            near = end - index <= 3
            if cue is not None and (near or announced):
                return _owner_for(doc, index, cue, candidates, made)
            if last.text == ":":
                continue
            if token.dep_ not in ("relcl", "acl", "advcl", "xcomp", "pcomp"):
                return None
    if last.text == ":":
        return _colon(doc, Tokens(segment.start, end - 1), end - 1, made)
    return None


def _announced(doc: Doc, stretch: Stretch, candidates: dict[int, Candidate], made: list[Candidate]) -> Candidate | None:
    """The paragraph before ends in a colon: its cue, or the colon itself, announces what follows."""
    last = stretch.line.start - 1
    while last >= 0 and doc[last].is_space:
        last -= 1
    if last < 0 or doc[last].text != ":":
        return None
    sentence = doc[last].sent
    for index in range(last - 1, sentence.start - 1, -1):
        cue = _quote_cue(doc, index)
        if cue is not None:
            return _owner_for(doc, index, cue, candidates, made)
    return _colon(doc, Tokens(sentence.start, last), last, made)


def _colon(doc: Doc, segment: Tokens, colon: int, made: list[Candidate]) -> Candidate | None:
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
    made.append(candidate)
    return candidate


def _signature(doc: Doc, stretch: Stretch, made: list[Candidate]) -> Candidate | None:
    candidate = layout.signature(doc, stretch.tokens, stretch.line)
    if candidate is not None:
        made.append(candidate)
    return candidate
