"""Tells when a quote was said: by the time in its cue's clause, by the act of speech it goes on with, or by the report's day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import timedelta
from importlib.resources import files

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.timespan import TimeSpan
from ingest.annotations import Quote, Said, Span, TimeExpression

_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads((files(__package__) / "data" / "said.toml").read_text(encoding="utf-8")).items()
}

# Words between a cue and a time that stands right behind it ("told reporters on", "said here late on").
_ADJACENT_TOKENS = 4

# A further sentence of an act of speech stands at most this many sentences behind the one before.
_CONTINUES_WITHIN_SENTENCES = 3

_VENUE = re.compile(
    rf"\b(?:at|in|during)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){{0,3}}(?:{'|'.join(sorted(_WORDS['media']))})\s+(?:on\s+|late\s+|early\s+)*$",
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


def when_said(
    doc: Doc, text: str, quotes: Sequence[Quote], times: Sequence[TimeExpression], published: TimeSpan | None
) -> tuple[Said, ...]:
    """One `Said` for each quote, in order; `doc` is the parse of `text`.

    A time belongs to a quote when syntax ties it to the cue from outside the content. What was said in a stretch that runs on past
    publication ends with the publication day. Where the text tells no time, it was said no later than its report.
    """
    said: list[Said] = []
    for index, quote in enumerate(quotes):
        own = _own_time(doc, text, quote, quotes, times, published)
        if own is not None:
            said.append(_told(own, times[own], published))
            continue
        before = _act_it_continues(doc, text, index, quotes, said)
        said.append(_untold(published) if before is None else _inherited(said[before]))
    return tuple(said)


def _told(index: int, time: TimeExpression, published: TimeSpan | None) -> Said:
    days = time.span_of_days
    if days is None:
        return Said(index, TimeSpan(None, None, "unknown"), "none")
    if published is not None and published.end is not None:
        days = days.cut_after(published.end - timedelta(days=1))
    return Said(index, days, "explicit" if time.basis == "explicit" else "relative")


def _inherited(before: Said) -> Said:
    return Said(
        before.time,
        before.span_of_days,
        "inherited" if before.basis in ("explicit", "relative", "inherited") else before.basis,
    )


def _untold(published: TimeSpan | None) -> Said:
    if published is None or published.end is None:
        return Said(None, TimeSpan(None, None, "unknown"), "none")
    return Said(None, TimeSpan(None, published.end, "unknown"), "publication")


def _own_time(
    doc: Doc,
    text: str,
    quote: Quote,
    quotes: Sequence[Quote],
    times: Sequence[TimeExpression],
    published: TimeSpan | None,
) -> int | None:
    """The time expression that the cue's clause gives, the one tied most closely."""
    cue = _tokens(doc, quote.cue)
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
        if _is_present(cue) and _is_over(time.span_of_days, published):
            continue
        if held and not _at_a_venue(text, quote, time) and not _of_the_announcing(doc, quote, time):
            continue
        if not held and any(
            _inside(time.span, content)
            for other in quotes
            if other is not quote
            for content in other.content
            if not _holds(other, quote)
        ):
            continue
        steps = 1 if held or _of_the_announcing(doc, quote, time) else _steps(doc, time, cue, quote)
        if steps is not None:
            gap = min(abs(time.span.start - quote.cue[-1].end), abs(quote.cue[0].start - time.span.end))
            ranked.append((steps, gap, index))
    return min(ranked)[2] if ranked else None


def _is_present(cue: Sequence[Token]) -> bool:
    """Whether the cue is in the present tense."""
    return any(token.tag_ in ("VBZ", "VBP") for token in cue)


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
    if not quote.content or quote.cue_lemma not in _WORDS["announcing"]:
        return False
    end = quote.content[-1].end
    if end - time.span.end > 1 or time.span.start - end > len(" late on "):
        return False
    return not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in _tokens(doc, quote.content))


_MODIFIERS = {"nummod", "compound", "amod", "poss", "nmod", "nmod:poss", "npadvmod"}


def _steps(doc: Doc, time: TimeExpression, cue: list[Token], quote: Quote) -> int | None:
    """How many heads lie between a time and the cue; None where another clause stands between."""
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None:
        return None
    cue_places = {token.i for token in cue}
    token, steps = words.root, 0
    if token.i in cue_places:
        return 0
    if token.dep_ in _MODIFIERS and token.head.pos_ == "NOUN" and token.head.lemma_.lower() not in _WORDS["media"]:
        return None  # "said of the 2016 election"
    while token.head.i != token.i:
        token, steps = token.head, steps + 1
        if token.i in cue_places:
            return steps
        if any(_inside_token(token, content) for content in quote.content):
            break
        if token.pos_ in ("VERB", "AUX") and not _same_act(token):
            break
    return steps + 1 if _follows_closely(doc, words, cue, quote) else None


def _same_act(verb: Token) -> bool:
    """Whether a verb on the way speaks of the saying itself: a participle of "release" or "speak", on a medium or on the speaker."""
    return verb.lemma_.lower() in _WORDS["acts"] and verb.dep_ in (
        "acl",
        "advcl",
        "relcl",
        "acl:relcl",
        "pcomp",
        "amod",
        "ROOT",
    )


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


def _act_it_continues(doc: Doc, text: str, index: int, quotes: Sequence[Quote], said: Sequence[Said]) -> int | None:
    """The quote before, when this one is the same speaker going on and nothing speaks of another occasion."""
    quote = quotes[index]
    if quote.parent is not None or _has_perfect(doc, quote):
        return None
    before = next((other for other in range(index - 1, -1, -1) if quotes[other].parent is None), None)
    if before is None or said[before].time is None:
        return None
    former = quotes[before]
    if _is_present(_tokens(doc, quote.cue)) and not _is_present(_tokens(doc, former.cue)):
        return None
    if _sentences_between(doc, former, quote) > _CONTINUES_WITHIN_SENTENCES:
        return None
    if quote.speaker is not None and quote.speaker == former.speaker:
        return before
    if not quote.cue:
        return before if quote.speaker is None or _same_name(text, former, quote) else None
    if quote.addressee is not None:  # "told reporters in the capital": an occasion of its own
        return None
    speaker = text[quote.speaker.start : quote.speaker.end].lower() if quote.speaker else ""
    if not speaker:
        return None
    if speaker in _WORDS["pronouns"]:
        return before if _may_stand_for(doc, speaker, former) else None
    last_word = re.sub(r"\W+$", "", speaker).rsplit(" ", 1)[-1]
    if last_word in _WORDS["media"] and speaker.startswith(("the ", "this ", "its ", "his ", "her ", "their ")):
        return before
    return before if _same_name(text, former, quote) else None


def _has_perfect(doc: Doc, quote: Quote) -> bool:
    """ "has said" looks back on some other time than the one just told."""
    return any(token.lower_ in {"has", "have", "had", "'ve", "’ve"} for token in _tokens(doc, quote.cue))


def _may_stand_for(doc: Doc, pronoun: str, former: Quote) -> bool:
    """Whether a pronoun may be the former speaker: "he" is not "officials"."""
    if former.speaker is None or pronoun not in {"he", "she", "it"}:
        return True
    words = doc.char_span(former.speaker.start, former.speaker.end, alignment_mode="expand")
    return words is None or words.root.tag_ != "NNS"


def _same_name(text: str, former: Quote, quote: Quote) -> bool:
    """Whether the later mention's last name stands in the earlier one."""
    if former.speaker is None or quote.speaker is None:
        return False
    names = re.findall(r"[^\W\d_]+", text[quote.speaker.start : quote.speaker.end].lower())
    return bool(names) and names[-1] in re.findall(
        r"[^\W\d_]+", text[former.speaker.start : former.speaker.end].lower()
    )


def _sentences_between(doc: Doc, former: Quote, quote: Quote) -> int:
    """Sentence starts between the end of one quote and the start of the next."""
    end = max((span.end for span in (*former.content, *former.cue)), default=former.evidence.end)
    start = min((span.start for span in (*quote.content, *quote.cue)), default=quote.evidence.start)
    if start <= end:
        return 0
    words = doc.char_span(end, start, alignment_mode="contract")
    return 0 if words is None else sum(bool(token.is_sent_start) for token in words)


def _tokens(doc: Doc, spans: Sequence[Span]) -> list[Token]:
    return [
        token
        for span in spans
        if (words := doc.char_span(span.start, span.end, alignment_mode="expand"))
        for token in words
    ]


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inside_token(token: Token, outer: Span) -> bool:
    return outer.start <= token.idx < outer.end


def _holds(outer: Quote, inner: Quote) -> bool:
    """Whether one quote's content holds the other's cue: what stands beside the cue then belongs to the inner one."""
    return any(_inside(cue, content) for cue in inner.cue for content in outer.content)
