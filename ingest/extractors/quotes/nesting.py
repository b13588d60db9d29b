"""Settles candidates that meet: marks widen contents, cue clauses cut them, what lies in another's content is nested."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.stretches import Stretch

# "he said on Monday, adding": at most so much between the cue clause and the comma.
NEAR_TOKENS = 6
# More cues than this do not stand in one clause.
NEIGHBOURS_MAXIMUM = 40
# Frames whose attribution goes on after the content of the one before: "he said A, adding B", "A, according to B".
_CUTTING_FAMILIES = frozenset({"phrase", "around"})


def snap_to_marks(doc: Doc, candidates: list[Candidate], stretches: list[Stretch]) -> None:
    """Widens contents to the whole of a quotation that they enter; leaves quotations of another cue to it."""
    if not stretches:
        return
    starts = [stretch.tokens for stretch in stretches]
    ends = [tokens.end for tokens in starts]
    for candidate in candidates:
        parts: list[Tokens] = []
        for part in candidate.content:
            start, end = part
            for position in range(bisect_right(ends, start), len(starts)):
                tokens = starts[position]
                if tokens.start >= end:
                    break
                if tokens.end <= start or tokens.start <= candidate.head < tokens.end:
                    continue
                owner = stretches[position].owner
                if owner is not None and owner is not candidate and not tokens.start <= start:
                    if owner.head >= end or owner.head < start:
                        end = min(end, tokens.start)
                    continue
                if owner is not None and owner is not candidate:
                    continue
                if (
                    candidate.family == "clause"
                    and start < tokens.start
                    and end <= tokens.end
                    and not stretches[position].ends_sentence
                ):
                    end = _past_marks(doc, candidate, tokens.end)
                start, end = min(start, tokens.start), max(end, tokens.end)
            if end > start:
                parts.append(Tokens(start, end))
        candidate.content = parts


def _past_marks(doc: Doc, candidate: Candidate, end: int) -> int:
    """Where a clause goes on after words in marks: "a 'big' problem for all", "'bold' but 'rash'"."""
    if any(doc[i].text == "," for i in range(max(end - 2, 0), end)):
        return end
    if end + 1 < len(doc) and doc[end].dep_ == "cc" and doc[end + 1].tag_ == "``":
        return end + 2
    return grammar.stretch_right(doc, doc[candidate.head], end)


def cut_at_following_cues(doc: Doc, candidates: list[Candidate]) -> None:
    """Ends a content before ", adding that ..." and before ", according to ...": those are no part of what was said."""
    cutters = sorted(
        (candidate for candidate in candidates if _cuts(doc, candidate)), key=lambda candidate: candidate.head
    )
    heads = [cutter.head for cutter in cutters]
    for candidate in candidates:
        for position, part in enumerate(candidate.content):
            for cutter in cutters[bisect_right(heads, part.start) : bisect_left(heads, part.end)]:
                if cutter is candidate or cutter.clause is None or candidate.head >= part.start:
                    continue
                first = cutter.clause.start
                while first > part.start and doc[first - 1].lower_ in ("while", "whereas", "and", "but"):
                    first -= 1
                if first <= part.start or doc[first - 1].text not in (",", '"', "''", "--", "—", "–", "-"):
                    continue
                candidate.content[position] = grammar.trim(doc, Tokens(part.start, first))
                if cutter.speaker_kind == "control" and candidate.speaker is not None:
                    cutter.speaker = candidate.speaker
                break


def share_speakers(doc: Doc, candidates: list[Candidate]) -> None:
    """ "he said, adding ...": a participle right after a cue clause has its speaker."""
    previous: Candidate | None = None
    for candidate in candidates:
        if previous is not None and previous.clause is not None and doc[candidate.head].tag_ == "VBG":
            comma = candidate.cue_tokens.start - 1
            if (
                doc[comma].text == ","
                and 0 <= comma - previous.clause.end <= NEAR_TOKENS
                and previous.speaker is not None
            ):
                candidate.speaker, candidate.speaker_kind = previous.speaker, "control"
        if candidate.family in ("quotation", "around"):
            previous = candidate


def cut_at_shared_subject(doc: Doc, candidates: list[Candidate]) -> None:
    """ "said it was wrong and urged them to stop": a second cue without a subject goes with the first, not into its content."""
    for position, candidate in enumerate(candidates):
        if candidate.family != "clause":
            continue
        verb = doc[candidate.head]
        for other in _heads_within(candidates, position, candidate.content[-1]):
            part = candidate.content[-1]
            if (
                other.head >= part.end
                or other.speaker_kind not in ("shared", "control")
                or other.cue.attitude != "speech"
            ):
                continue
            second = doc[other.head]
            if (
                second.tag_ != verb.tag_
                or second.dep_ != "conj"
                or second.head.i < part.start
                or second.head.head.i != verb.i
            ):
                continue
            cut = other.cue_tokens.start
            if cut > part.start + 1 and doc[cut - 1].dep_ == "cc":
                candidate.content[-1] = grammar.trim(doc, Tokens(part.start, cut - 1))
                other.speaker = candidate.speaker


def _heads_within(candidates: list[Candidate], position: int, part: Tokens) -> Iterator[Candidate]:
    """The candidates after `position` whose cue stands within a part; `candidates` stand in the order of their cues."""
    for other in candidates[position + 1 : position + 1 + NEIGHBOURS_MAXIMUM]:
        if other.head >= part.end:
            return
        if other.head > part.start:
            yield other


def cut_at_quotations(doc: Doc, candidates: list[Candidate]) -> None:
    """ "said it would, and when pressed she replied, '...'": a quotation's own cue clause ends the clause of the cue before it."""
    for position, candidate in enumerate(candidates):
        if candidate.family != "clause":
            continue
        for cutter in _heads_within(candidates, position, candidate.content[-1]):
            if cutter.family != "quotation" or cutter.speaker_kind != "own" or cutter.clause is None:
                continue
            part = candidate.content[-1]
            if cutter.clause.start <= candidate.head:
                continue
            for index in range(cutter.clause.start, part.start + 2, -1):
                if doc[index].dep_ == "cc" and doc[index - 1].text == ",":
                    candidate.content[-1] = grammar.trim(doc, Tokens(part.start, index - 1))
                    break


def cut_behind_marks(doc: Doc, candidates: list[Candidate], stretches: list[Stretch]) -> None:
    """ "said 'nothing is decided' and hung up": what the speaker did next is no part of what it said."""
    end_by_start = {stretch.tokens.start: stretch.tokens.end for stretch in stretches}
    for candidate in candidates:
        if not candidate.content or candidate.family not in ("clause", "quotation"):
            continue
        part = candidate.content[-1]
        end = end_by_start.get(part.start)
        if end is None or not any(doc[i].tag_ in grammar.FINITE for i in range(part.start, end)):
            continue
        if candidate.head < part.start and end < part.end and _goes_back(doc, candidate, end):
            candidate.content[-1] = Tokens(part.start, end)


def _goes_back(doc: Doc, candidate: Candidate, end: int) -> bool:
    """Whether "and" and a verb in the cue's tense, without a subject of its own, stand at `end`."""
    index = next((i for i in range(end, min(end + 3, len(doc))) if doc[i].text not in (",", "''", '"')), end)
    if index >= len(doc) or doc[index].dep_ != "cc":
        return False
    verb = next((doc[i] for i in range(index + 1, min(index + 4, len(doc))) if doc[i].pos_ != "ADV"), None)
    return verb is not None and verb.pos_ == "VERB" and verb.tag_ == "VBD" == doc[candidate.head].tag_


def _cuts(doc: Doc, candidate: Candidate) -> bool:
    head = doc[candidate.head]
    if candidate.cue.attitude == "speech" and candidate.family == "clause" and candidate.speaker_kind == "own":
        # "..., while another says ..."
        if any(child.lower_ in ("while", "whereas") and child.dep_ == "mark" for child in head.lefts):
            return True
        # "... - and she noted that ..."
        start = candidate.clause.start if candidate.clause else head.i
        return (
            head.dep_ == "conj"
            and start > 1
            and doc[start - 1].dep_ == "cc"
            and doc[start - 2].text in ("--", "—", "–", "-")
        )
    return (
        candidate.cue.attitude == "speech"
        and head.tag_ == "VBG"
        and head.dep_ in ("advcl", "xcomp", "ccomp", "acl", "conj", "dep")
        and head.i > 0
        and doc[candidate.cue_tokens.start - 1].text in (",", "--", "—")
    )


def merge_contents(doc: Doc, candidate: Candidate) -> None:
    """Sorts the parts of a content, takes the cue clause out, and joins parts with nothing between them."""
    parts = sorted(part for part in candidate.content if part.end > part.start)
    merged: list[Tokens] = []
    for part in parts:
        if merged and part.start <= merged[-1].end + _gap(doc, merged[-1].end, part.start):
            merged[-1] = Tokens(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    cleared: list[Tokens] = []
    for part in merged:
        if part.start <= candidate.head < part.end and candidate.clause is not None:
            before = grammar.trim(doc, Tokens(part.start, min(candidate.clause.start, candidate.head)))
            after = grammar.trim(doc, Tokens(max(candidate.clause.end, candidate.head + 1), part.end))
            cleared += [piece for piece in (before, after) if piece.end - piece.start > 0]
        else:
            cleared.append(part)
    candidate.content = cleared


def _gap(doc: Doc, start: int, end: int) -> int:
    """How many blanks lie between in the same paragraph."""
    blank = start <= end and all(doc[i].is_space and "\n" not in doc[i].text for i in range(start, end))
    return end - start if blank else 0


def nest(candidates: list[Candidate]) -> None:
    """Sets the parent of each candidate whose cue stands in another's content: the innermost such one."""
    parts = sorted(
        ((part, candidate) for candidate in candidates for part in candidate.content),
        key=lambda item: (item[0].start, -item[0].end),
    )
    open_parts: list[tuple[Tokens, Candidate]] = []
    position = 0
    for candidate in sorted(candidates, key=lambda item: item.head):
        while position < len(parts) and parts[position][0].start <= candidate.head:
            open_parts.append(parts[position])
            position += 1
        open_parts = [item for item in open_parts if item[0].end > candidate.head]
        best: tuple[Tokens, Candidate] | None = None
        for part, other in open_parts[-NEIGHBOURS_MAXIMUM:]:
            if other is candidate or _is_ancestor(candidate, other):
                continue
            if best is None or part.end - part.start < best[0].end - best[0].start:
                best = (part, other)
        candidate.parent = best[1] if best else None


def _is_ancestor(candidate: Candidate, of: Candidate) -> bool:
    node: Candidate | None = of
    while node is not None:
        if node is candidate:
            return True
        node = node.parent
    return False
