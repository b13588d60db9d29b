"""Gives each stretch in quotation marks to its cue, or to the one who holds the floor."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from ingest.extractors.quotes import grammar, layout
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.cue_clauses import cue_after, cue_announcing, cue_before, owner_for, quote_cue
from ingest.extractors.quotes.stretches import Stretch

COORDINATED_TOKENS_MAXIMUM = 16


def attach(doc: Doc, found: list[Stretch], candidates: dict[int, Candidate]) -> dict[int, Candidate]:
    """Gives each full stretch its cue; returns the attributions that had to be made for it, by the token of their cue."""
    made: dict[int, Candidate] = {}
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
            cue_after(doc, stretch, Tokens(stretch.tokens.end, right), made, inside)
            or cue_before(doc, Tokens(left, stretch.tokens.start), made, inside)
            or (_signature(doc, stretch, made) if following is None else None)
            or (_newest(_holder(stretch, holders), made) if not stretch.ends_sentence else None)
        )
        if (
            owner is not None
            and owner.family != "turn"
            and owner.speaker is not None
            and any(i in inside for i in range(*owner.speaker))
        ):
            # Nobody speaks from within the marks: the parse has gone astray.
            own = grammar.own_subject(doc[owner.head])
            if own is not None and own.i not in inside:
                owner.speaker = grammar.mention(
                    doc, own, Tokens(left, right) if own.i > stretch.tokens.end else Tokens(left, owner.head)
                )
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
            owner = cue_announcing(doc, stretch, made)
            if owner is None and floor is not None and stretch.paragraph == floor_paragraph + 1:
                owner = floor
        if owner is None:
            continue
        if index and owner.head > stretch.tokens.end:
            _give_back(found[index - 1], stretch, owner)
        stretch.owner = owner
        if owner.family != "turn" or owner.head not in range(*stretch.tokens):
            _give(owner, stretch)
        floor, floor_paragraph = owner, stretch.paragraph
    return made


def _give_back(earlier: Stretch, stretch: Stretch, owner: Candidate) -> None:
    """Gives a quotation that fills the paragraph before, and that nobody holds, to the cue that names its speaker at last."""
    fills = earlier.tokens.start == earlier.line.start and earlier.tokens.end >= earlier.line.end - 1
    adjacent = earlier.paragraph + 1 == stretch.paragraph and stretch.tokens.start == stretch.line.start
    if earlier.owner is None and earlier.full and fills and adjacent:
        earlier.owner = owner
        _give(owner, earlier)


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


def _newest(candidate: Candidate | None, made: dict[int, Candidate]) -> Candidate | None:
    """The attribution that was made anew for the same cue, if there is one."""
    if candidate is None:
        return None
    return made.get(candidate.head, candidate)


def _partial(
    doc: Doc,
    stretch: Stretch,
    previous: Stretch | None,
    candidates: dict[int, Candidate],
    holders: list[tuple[Tokens, Candidate]],
    made: dict[int, Candidate],
    inside: set[int],
) -> Candidate | None:
    """Some quoted words without a clause: right after their cue ("shouted 'Shame!' and left"), or going on after it
    ("A," he said, but "b")."""
    before = stretch.tokens.start - 1
    if before >= stretch.line.start and before not in inside:
        cue = quote_cue(doc, before)
        if cue is not None and cue.cue_class != "deny" and before not in candidates:
            return owner_for(doc, before, cue, made)
    if any(doc[i].dep_ == "cc" for i in range(max(stretch.line.start, before - 1), before + 1)):
        # "is 'bold', Smith wrote, and 'fair'"; "brings back memories, and of 'all the people'"
        position = bisect_left(holders, stretch.tokens.start, key=lambda item: item[0].start) - 1
        if position >= 0:
            part, holder = holders[position]
            start = max(part.end, holder.head + 1)
            near = part.start >= stretch.line.start and stretch.tokens.start - start <= COORDINATED_TOKENS_MAXIMUM
            if near and not any(
                doc[i].pos_ == "VERB" or doc[i].text in ".;" for i in range(start, stretch.tokens.start)
            ):
                return _newest(holder, made)
    if previous is None or previous.owner is None or previous.ends_sentence:
        return None
    head = previous.owner.head
    between = range(previous.tokens.end, stretch.tokens.start)
    if doc[before].dep_ != "cc" and doc[before].text not in (",", "that"):
        return None
    if head in between and not any(doc[i].text in (".", ";") or (doc[i].pos_ == "VERB" and i != head) for i in between):
        return previous.owner
    return None


def _give(owner: Candidate, stretch: Stretch) -> None:
    if owner.family in ("quotation", "signature", "announced"):
        owner.content.append(stretch.tokens)
    elif not any(part.contains(stretch.tokens) for part in owner.content):
        joined = False
        for position, part in enumerate(owner.content):
            if part.overlaps(stretch.tokens):
                owner.content[position] = Tokens(
                    min(part.start, stretch.tokens.start), max(part.end, stretch.tokens.end)
                )
                joined = True
        if not joined:
            owner.content.append(stretch.tokens)


def _signature(doc: Doc, stretch: Stretch, made: dict[int, Candidate]) -> Candidate | None:
    candidate = layout.signature(doc, stretch.tokens, stretch.line)
    if candidate is not None:
        made[candidate.head] = candidate
    return candidate
