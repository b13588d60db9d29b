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
COORDINATED_TOKENS_MAXIMUM = 16
TITLE_WORDS_MAXIMUM = 8
TITLE_SMALL_WORD_LETTERS = 3
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
        mid_sentence = before[-1:].isalnum() or before[-1:] == ","
        full = quotation.double and bool(inner) and not (mid_sentence and _is_title(inner)) and begins and words >= _FULL_TOKENS_MINIMUM and (capital or before[-1:] in (",", ":"))
        if begins and capital and words == 1 and stops:
            full = quotation.double
        found.append(
            Stretch(Tokens(start, end), lines[quotation.paragraph], quotation.paragraph, full, quotation.closed, inner[-1:] in ".?!…")
        )
    return found


def _is_title(words: str) -> bool:
    """Whether quoted words look like the title of a work: capitals throughout, no end of a sentence."""
    long_words = [word for word in words.rstrip(",").split() if len(word) > TITLE_SMALL_WORD_LETTERS]
    return 2 <= len(long_words) <= TITLE_WORDS_MAXIMUM and words[-1:] not in ".?!" and all(word[:1].isupper() for word in long_words)


def attach(doc: Doc, found: list[Stretch], candidates: dict[int, Candidate]) -> list[Candidate]:
    """Gives each full stretch its cue; returns the attributions that had to be made for it."""
    made: list[Candidate] = []
    floor: Candidate | None = None
    floor_paragraph = -2
    inside = {i for stretch in found if stretch.full for i in range(*stretch.tokens)}
    holders = _holders(candidates)
    for index, stretch in enumerate(found):
        previous = found[index - 1] if index and found[index - 1].paragraph == stretch.paragraph else None
        if not stretch.full:
            holder = _newest(_holder(stretch, holders), made)
            if holder is None:
                holder = _partial(doc, stretch, previous, candidates, holders, made, inside)
                if holder is not None:
                    stretch.owner = holder
                    _give(holder, stretch)
            if holder is not None:
                floor, floor_paragraph = holder, stretch.paragraph
            continue
        following = next((other for other in found[index + 1 : index + 6] if other.full), None)
        if following is not None and following.paragraph != stretch.paragraph:
            following = None
        left = previous.tokens.end if previous else stretch.line.start
        right = following.tokens.start if following else stretch.line.end
        owner = _turn(stretch, candidates) or (
            _after(doc, stretch, Tokens(stretch.tokens.end, right), candidates, made, inside)
            or _before(doc, stretch, Tokens(left, stretch.tokens.start), candidates, made, inside)
            or (_signature(doc, stretch, made) if following is None else None)
            or (_newest(_holder(stretch, holders), made) if not stretch.ends_sentence else None)
        )
        if owner is not None and owner.family != "turn" and owner.speaker is not None and any(i in inside for i in range(*owner.speaker)):
            # Nobody speaks from within the marks: the parse has gone astray.
            own = grammar.own_subject(doc[owner.head])
            if own is not None and own.i not in inside:
                owner.speaker = grammar.mention(doc, own, Tokens(left, right) if own.i > stretch.tokens.end else Tokens(left, owner.head))
            else:
                owner.speaker = floor.speaker if floor is not None and floor_paragraph == stretch.paragraph else None
        holder = _newest(_holder(stretch, holders), made) if owner is None else None
        if holder is not None and left <= holder.head < stretch.tokens.start:
            owner = holder
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
        if owner.family != "turn" or owner.head not in range(*stretch.tokens):
            _give(owner, stretch)
        floor, floor_paragraph = owner, stretch.paragraph
    return made


def _turn(stretch: Stretch, candidates: dict[int, Candidate]) -> Candidate | None:
    """The turn of a transcript that stands at the beginning of the quotation."""
    if stretch.tokens.start != stretch.line.start:
        return None
    for index in range(stretch.line.start, min(stretch.line.end, stretch.line.start + layout.NAME_TOKENS_MAXIMUM + 4)):
        candidate = candidates.get(index)
        if candidate is not None and candidate.family == "turn":
            return candidate
    return None


def _holders(candidates: dict[int, Candidate]) -> list[tuple[Tokens, Candidate]]:
    """Contents of speech in text order, each with its attribution."""
    held = [
        (part, candidate)
        for candidate in candidates.values()
        if candidate.cue.attitude == "speech" and candidate.cue.frames & {"quote", "source_after"}
        for part in candidate.content
    ]
    return sorted(held, key=lambda item: item[0])


def _holder(stretch: Stretch, holders: list[tuple[Tokens, Candidate]]) -> Candidate | None:
    """The attribution in whose content quoted words stand, its cue outside the marks."""
    for position in range(bisect_left(holders, stretch.tokens.end, key=lambda item: item[0].start) - 1, -1, -1):
        part, candidate = holders[position]
        if part.end > stretch.tokens.start and not stretch.tokens.start <= candidate.head < stretch.tokens.end:
            return candidate
        if part.end < stretch.line.start:
            break
    return None


def _newest(candidate: Candidate | None, made: list[Candidate]) -> Candidate | None:
    """The attribution that was made anew for the same cue, if there is one."""
    if candidate is None:
        return None
    return next((other for other in made if other.head == candidate.head), candidate)


def _partial(
    doc: Doc,
    stretch: Stretch,
    previous: Stretch | None,
    candidates: dict[int, Candidate],
    holders: list[tuple[Tokens, Candidate]],
    made: list[Candidate],
    inside: set[int],
) -> Candidate | None:
    """Some quoted words without a clause: right after their cue ("shouted 'Shame!' and left"), or going on after it
    ("A," he said, but "b")."""
    before = stretch.tokens.start - 1
    if before >= stretch.line.start and before not in inside:
        cue = _quote_cue(doc, before)
        if cue is not None and cue.cue_class != "deny" and before not in candidates:
            return _owner_for(doc, before, cue, candidates, made)
    if any(doc[i].dep_ == "cc" for i in range(max(stretch.line.start, before - 1), before + 1)):
        # "is 'bold', Smith wrote, and 'fair'"; "brings back memories, and of 'all the people'"
        position = bisect_left(holders, stretch.tokens.start, key=lambda item: item[0].start) - 1
        if position >= 0:
            part, holder = holders[position]
            start = max(part.end, holder.head + 1)
            near = part.start >= stretch.line.start and stretch.tokens.start - start <= COORDINATED_TOKENS_MAXIMUM
            if near and not any(doc[i].pos_ == "VERB" or doc[i].text in ".;" for i in range(start, stretch.tokens.start)):
                return _newest(holder, made)
    if previous is None or previous.owner is None or previous.ends_sentence:
        return None
    head = previous.owner.head
    between = range(previous.tokens.end, stretch.tokens.start)
    if doc[before].dep_ != "cc" and doc[before].text not in (",", "that"):
        return None
    if head in between and not any(doc[i].text in (".", ";") or doc[i].pos_ == "VERB" and i != head for i in between):
        return previous.owner
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
    if token.lower_ in ("said", "says"):
        return verbs()["say"][-1]
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for cue in verbs().get(token.lemma_.lower(), ()):
        if ("quote" in cue.frames or cue.attitude == "speech" and "clause" in cue.frames and cue.act != "report") and (
            cue.particle is None or frames.has_particle(doc, token, cue.particle)
        ):
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
        if not any(doc[i].text in _ENDS for i in range(start, segment.end)):
            return None
        if not _asks(doc, stretch) and not _bare_cue_clause(doc, start, segment.end):
            return None
    seen_subject = False
    for index in range(start, min(segment.end, start + CUE_CLAUSE_TOKENS_MAXIMUM)):
        token = doc[index]
        if index in inside or token.text in _ENDS or (token.text in (";", ":") and index > start):
            return None
        if token.lower_ in ("said", "says") or (
            token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG" and token.dep_ not in ("relcl", "acl", "aux", "auxpass", "amod", "compound")
        ):
            cue = _quote_cue(doc, index)
            if cue is not None and (seen_subject or index == start or doc[index - 1].pos_ in ("AUX", "ADV")):
                return _repair(doc, _owner_for(doc, index, cue, candidates, made), index, start, segment)
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
                while head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i > head.i and head.head.i < segment.end:
                    head = head.head
                owner.speaker, owner.speaker_kind = grammar.mention(doc, head, Tokens(index + 1, segment.end)), "own"
                break
    return owner


def _asks(doc: Doc, stretch: Stretch) -> bool:
    """Whether the quotation ends in a question mark or a call: its sentence may go on."""
    return any(token.text[-1:] in "?!" for token in doc[max(stretch.tokens.start, stretch.tokens.end - 2) : stretch.tokens.end])


def _bare_cue_clause(doc: Doc, start: int, end: int) -> bool:
    for index in range(start, min(end, start + 12)):
        if doc[index].text in _ENDS:
            return index > start + 1 and any(_quote_cue(doc, k) is not None for k in (start, index - 1))
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
    if last.text == ":":
        root = last.sent.root
        if segment.start <= root.i < end:
            cue = _quote_cue(doc, root.i)
            if cue is not None:
                return _owner_for(doc, root.i, cue, candidates, made)
    limit = max(segment.start, end - CUE_CLAUSE_TOKENS_MAXIMUM)
    for index in range(end - 1, limit - 1, -1):
        token = doc[index]
        if token.text in _ENDS and token.dep_ == "punct" and index < end - 1:
            return None
        if index in inside:
            return None
        if token.lower_ in ("said", "says") or (
            token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")
        ):
            cue = _quote_cue(doc, index)
            near = end - index <= 3
            if last.text == ":" and not near and token.tag_ == "VBN" and token.dep_ == "advcl":
                continue
            if cue is not None and (near or announced):
                owner = _owner_for(doc, index, cue, candidates, made)
                return _repair(doc, owner, index, index, Tokens(index, end)) if owner.speaker is None and token.is_sent_start else owner
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
