"""Tells when a quote was said by the time in its cue's clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.timespan import TimeSpan
from ingest.annotations import Quote, Said, Span, TimeExpression
from ingest.resolution.said_words import WORDS, is_present, tokens_of

# Words between a cue and a time that stands right behind it ("told reporters on", "said here late on").
_ADJACENT_TOKENS = 4

_VENUE = re.compile(
    rf"\b(?:at|in|during)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){{0,3}}(?:{'|'.join(sorted(WORDS['media']))})\s+(?:on\s+|late\s+|early\s+)*$",
    re.IGNORECASE,
)
_VENUE_CHARACTERS = 80

# "Since Monday's debate she has not spoken of it": a bound of the saying, not its day.
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|ahead\s+of|by|from|through)\s+(?:the\s+|his\s+|her\s+|its\s+)?$", re.IGNORECASE
)
_BOUND_CHARACTERS = 20

# A date before this opens a story: it is the dateline's.
_DATELINE_MARK = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?(?:-{1,2}|–|—|_)\s|\s*\([^()\n]{2,40}\)\s*(?:-{1,2}|–|—|_|:)")


def told(index: int, time: TimeExpression, published: TimeSpan | None) -> Said:
    """Said at that time; what was said in a stretch that runs on past publication ends with the publication day."""
    days = time.span_of_days
    if days is None:
        return Said(index, TimeSpan(None, None, "unknown"), "none")
    if published is not None and published.end is not None:
        days = days.cut_after(published.end - timedelta(days=1))
    return Said(index, days, "explicit" if time.basis == "explicit" else "relative")


def inherited(before: Said) -> Said:
    """Said when the quote before was."""
    return Said(
        before.time,
        before.span_of_days,
        "inherited" if before.basis in ("explicit", "relative", "inherited") else before.basis,
    )


def untold(published: TimeSpan | None) -> Said:
    """Said no later than its report: the text tells no time."""
    if published is None or published.end is None:
        return Said(None, TimeSpan(None, None, "unknown"), "none")
    return Said(None, TimeSpan(None, published.end, "unknown"), "publication")


def own_time(
    doc: Doc,
    text: str,
    quote: Quote,
    quotes: Sequence[Quote],
    times: Sequence[TimeExpression],
    published: TimeSpan | None,
) -> int | None:
    """The index of the time expression that the cue's clause gives, the one tied most closely; None where it gives none.

    A time belongs to a quote when syntax ties it to the cue from outside the content.
    """
    cue = tokens_of(doc, quote.cue)
    if not cue:
        return None
    sentence = cue[-1].sent
    ranked: list[tuple[int, int, int]] = []
    for index, time in enumerate(times):
        if not sentence.start_char <= time.span.start < sentence.end_char or not _may_be_when(time, published):
            continue
        if _DATELINE_MARK.match(text, time.span.end) or _BOUND.search(text[: time.span.start][-_BOUND_CHARACTERS:]):
            continue
        held = any(_inside(time.span, content) for content in quote.content)
        if is_present(cue) and _is_over(time.span_of_days, published):
            continue
        announced = _of_the_announcing(doc, quote, time)
        if (
            held
            and not announced
            and not _at_a_venue(text, quote, time)
            and not _behind_the_object(doc, time, cue, quote)
        ):
            continue
        if not held and not announced and _ends_the_content(doc, text, quote, time):
            continue
        if not held and any(
            _inside(time.span, content)
            for other in quotes
            if other is not quote
            for content in other.content
            if not _holds(other, quote)
        ):
            continue
        steps = 1 if held or announced else _steps(doc, time, cue, quote)
        if steps is not None:
            gap = min(abs(time.span.start - quote.cue[-1].end), abs(quote.cue[0].start - time.span.end))
            ranked.append((steps, gap, index))
    return min(ranked)[2] if ranked else None


def _is_over(days: TimeSpan | None, published: TimeSpan | None) -> bool:
    """Whether these days ended before publication: nobody "says" on them."""
    if days is None or days.end is None or published is None or published.start is None:
        return False
    return days.end <= published.start


def _may_be_when(time: TimeExpression, published: TimeSpan | None) -> bool:
    """A day or stretch that was not still to come; without a publication day, any date phrase."""
    if time.type == "SET":
        return False
    if time.span_of_days is None:
        return published is None and time.type != "DURATION" and not (time.timex or "").endswith("_REF")
    return (
        published is None
        or published.end is None
        or time.span_of_days.start is None
        or time.span_of_days.start < published.end
    )


def _at_a_venue(text: str, quote: Quote, time: TimeExpression) -> bool:
    """A place of speech at the content's end is that of the saying: "vowed to hold on at a news conference on Friday"."""
    end = quote.content[-1].end
    return (
        end - time.span.end <= 1
        and quote.mode != "direct"
        and _VENUE.search(text[max(0, time.span.start - _VENUE_CHARACTERS) : time.span.start]) is not None
    )


def _of_the_announcing(doc: Doc, quote: Quote, time: TimeExpression) -> bool:
    """ "announced a new package of aid on Wednesday": what is announced is a thing, so the day at its end is the announcing's."""
    if not quote.content or quote.cue_lemma not in WORDS["announcing"]:
        return False
    end = quote.content[-1].end
    if end - time.span.end > 1 or time.span.start - end > len(" late on "):
        return False
    return not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens_of(doc, quote.content))


def _behind_the_object(doc: Doc, time: TimeExpression, cue: Sequence[Token], quote: Quote) -> bool:
    """ "blamed each other on Monday for the outage": a day on the cue itself, between its object and the rest of the content."""
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if (
        words is None
        or words.root.i < cue[-1].i
        or quote.mode == "direct"
        or quote.content[-1].end - time.span.end <= 1
    ):
        return False
    top = words.root.head if words.root.dep_ == "pobj" else words.root
    if top.head.i not in {token.i for token in cue} or top.dep_ not in ("prep", "npadvmod"):
        return False
    before = doc[cue[-1].i + 1 : top.i]
    objects = [token for token in before if token.dep_ in ("dobj", "dative") and token.head == top.head]
    return bool(objects) and not any(token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") for token in before)


def _ends_the_content(doc: Doc, text: str, quote: Quote, time: TimeExpression) -> bool:
    """ "accused them of burning the market the day before": right behind a deed that is told, the day is the deed's."""
    last = max((each for each in quote.content if each.end <= time.span.start), default=None)
    if last is None or quote.mode == "direct" or quote.cue[-1].end > last.start:
        return False
    between = text[last.end : time.span.start]
    return (
        len(between) <= len(" late on ")
        and "," not in between
        and any(token.pos_ == "VERB" for token in tokens_of(doc, [last]))
    )


_MODIFIERS = {"nummod", "compound", "amod", "poss", "nmod", "nmod:poss", "npadvmod"}


def _steps(doc: Doc, time: TimeExpression, cue: list[Token], quote: Quote) -> int | None:
    """How many heads lie between a time and the cue; None where another clause stands between."""
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None:
        return None
    cue_places = {token.i for token in cue}
    token, steps, of_another = words.root, 0, False
    if token.i in cue_places:
        return 0
    if token.dep_ in _MODIFIERS and token.head.pos_ == "NOUN" and token.head.lemma_.lower() not in WORDS["media"]:
        return None  # "said of the 2016 election"
    while token.head.i != token.i:
        token, steps = token.head, steps + 1
        if token.i in cue_places:
            return steps
        if any(_inside_token(token, content) for content in quote.content):
            break
        if token.pos_ in ("VERB", "AUX") and not _same_act(token, cue, quote):
            # "Organisers of the march that was banned on Sunday said"
            goes_on = token.is_ancestor(cue[-1]) and cue[-1].dep_ != "dep"
            of_another = token.i < words.start < cue[0].i and not goes_on
            break
    return steps + 1 if not of_another and _follows_closely(doc, words, cue, quote) else None


def _same_act(verb: Token, cue: Sequence[Token], quote: Quote) -> bool:
    """Whether a verb on the way speaks of the saying itself: a participle of "release" or "speak", on a medium or on the speaker."""
    lemma = verb.lemma_.lower()
    if _is_at_the_same_time(verb, cue):
        return True
    if lemma in WORDS["contacting"] and verb.tag_ == "VBN":
        speaks = quote.speaker is not None and _inside_token(verb.head, quote.speaker)
        return speaks or verb.dep_ == "advcl"
    return lemma in WORDS["acts"] and verb.dep_ in (
        "acl",
        "advcl",
        "relcl",
        "acl:relcl",
        "pcomp",
        "amod",
        "ROOT",
    )


def _is_at_the_same_time(verb: Token, cue: Sequence[Token]) -> bool:
    """Whether a clause in front tells what went on as it was said: "When he left on Monday, he said", "Opening it, she said"."""
    if verb.dep_ != "advcl" or verb.i > cue[0].i or verb.head.i not in {token.i for token in cue} or is_present(cue):
        return False
    before = [child for child in verb.children if child.i < verb.i]
    if verb.tag_ == "VBG":
        return not any(child.dep_ in ("mark", "aux", "auxpass") for child in before)
    is_past = verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in before if child.dep_ in ("aux", "auxpass"))
    is_perfect = any(child.lower_ == "had" for child in before if child.dep_ == "aux")
    return is_past and not is_perfect and any(child.lower_ in WORDS["while"] for child in before)


def _follows_closely(doc: Doc, words: Tokens, cue: list[Token], quote: Quote) -> bool:
    """Right behind the cue or right before it, whatever the parser made of it: "said Friday", "X on Monday announced"."""
    last, first = cue[-1], cue[0]
    if 0 <= words.start - last.i - 1 <= _ADJACENT_TOKENS:
        between = doc[last.i + 1 : words.start]
    elif 0 <= first.i - words.end <= 1:
        between = doc[words.end : first.i]
    else:
        return False
    return not any(
        token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ")
        or any(_inside_token(token, content) for content in quote.content)
        for token in between
    )


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inside_token(token: Token, outer: Span) -> bool:
    return outer.start <= token.idx < outer.end


def _holds(outer: Quote, inner: Quote) -> bool:
    """Whether one quote's content holds the other's cue: what stands beside the cue then belongs to the inner one."""
    return any(_inside(cue, content) for cue in inner.cue for content in outer.content)
