"""Who said what: quotes with cue and speaker, from the parse and the quotation marks of one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.annotations import Mode, Quote, Span
from ingest.columns import columns_of
from ingest.extractors.quotes import confidence, deeds, frames, layout, lexicon, nesting, phrases, readings
from ingest.extractors.quotes.anonymity import asks_for_anonymity
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.circumstances import read_medium
from ingest.extractors.quotes.marks import Quotation, find_quotations, paragraphs
from ingest.extractors.quotes.quotations import attach
from ingest.extractors.quotes.stretches import Stretch, read_stretches

# Shares of letters inside double quotation marks: above the first a quote is direct, below the second indirect.
DIRECT_SHARE_MINIMUM = 0.9
MIXED_SHARE_MINIMUM = 0.1

__all__ = ["extract_quotes"]


def extract_quotes(doc: Doc, text: str, boilerplate: Sequence[Span] = ()) -> tuple[Quote, ...]:
    """Every attribution of `text` in text order; `doc` is its parse (`ingest.nlp.parse`).

    Nothing that touches `boilerplate` is a quote. An attribution inside another's content has that one as `parent`.
    """
    if not len(doc) or not text.strip():
        return ()
    candidates, found, quoted = find_candidates(doc, text)
    holding = {id(stretch.owner) for stretch in quoted}
    unheard = {i for stretch in quoted if stretch.owner is None for i in range(*stretch.tokens)}
    candidates = [
        candidate
        for candidate in candidates
        if candidate.content
        and not deeds.is_happening(doc, candidate.speaker)
        and not asks_for_anonymity(doc, candidate)
        and not (candidate.head in unheard and _speaks_for_itself(doc, candidate))
        and (id(candidate) in holding or confidence.confidence(doc, candidate) >= confidence.CONFIDENCE_MINIMUM)
        and not _in_boilerplate(doc, candidate, boilerplate)
    ]
    nesting.nest(candidates)
    return _quotes(doc, text, candidates, found)


def find_candidates(doc: Doc, text: str) -> tuple[list[Candidate], list[Quotation], list[Stretch]]:
    """All candidates with their contents settled, the unlikely ones too; the quotations, in characters and in tokens."""
    lines_in_characters = paragraphs(columns_of(doc).text)
    found = find_quotations(text, lines_in_characters)
    lines = _lines_in_tokens(doc, lines_in_characters)
    by_head = _by_words(doc)
    datelines = layout.datelines(doc)
    for line in lines:
        headline = layout.turn(doc, line) or layout.headline_colon(doc, line)
        if headline is not None and line.start not in datelines:
            by_head.setdefault(headline.head, headline)
    quoted = read_stretches(doc, text, found, lines)
    made = attach(doc, quoted, by_head)
    for stretch in quoted:
        if stretch.owner is not None:
            _drop_headline(by_head, stretch)
    for candidate in made.values():
        _take_over(doc, candidate, by_head.get(candidate.head))
        by_head[candidate.head] = candidate
    candidates = [by_head[head] for head in sorted(by_head)]
    nesting.share_speakers(doc, candidates)
    nesting.cut_at_shared_subject(doc, candidates)
    nesting.cut_at_quotations(doc, candidates)
    nesting.cut_at_following_cues(doc, candidates)
    nesting.snap_to_marks(doc, candidates, quoted)
    nesting.cut_behind_marks(doc, candidates, quoted)
    for candidate in candidates:
        candidate.content = [
            Tokens(max(part.start, datelines.get(part.start, 0)), part.end) for part in candidate.content
        ]
        if candidate.speaker and candidate.speaker.start in datelines:
            first = datelines[candidate.speaker.start]
            candidate.speaker = Tokens(min(first, candidate.speaker.end - 1), candidate.speaker.end)
        nesting.merge_contents(doc, candidate)
    return candidates, found, quoted


def _drop_headline(by_head: dict[int, Candidate], stretch: Stretch) -> None:
    """A colon that a verb stands before ("the note read: ...") is no headline's."""
    for head in range(
        stretch.line.start, min(stretch.line.start + layout.NAME_TOKENS_MAXIMUM + 1, stretch.tokens.start)
    ):
        candidate = by_head.get(head)
        if candidate is not None and candidate.family == "headline_colon" and candidate is not stretch.owner:
            del by_head[head]


def _speaks_for_itself(doc: Doc, candidate: Candidate) -> bool:
    """Whether the speaker is "I", "you" or "we": within marks that nobody was given, no reader could tell who that is."""
    if candidate.speaker is None:
        return False
    return doc[candidate.speaker.start : candidate.speaker.end].text.lower() in ("i", "you", "we")


def _take_over(doc: Doc, candidate: Candidate, parsed: Candidate | None) -> None:
    """A quotation's cue keeps what the parse says stands with it, unless that is another frame."""
    if parsed is None or parsed is candidate or parsed.family not in ("clause", "small_clause", "around"):
        return
    quoted = list(candidate.content)
    precedes = bool(quoted) and quoted[0].start < candidate.head
    for part in parsed.content:
        if (
            precedes
            and part.start < quoted[0].start
            and any(doc[i].text == ":" for i in range(part.start, quoted[0].start))
        ):
            part = Tokens(quoted[0].start, max(part.end, quoted[0].end))
        goes_on = part.start > candidate.head and (not precedes or doc[part.start].dep_ == "cc")
        if any(part.overlaps(other) for other in quoted) or goes_on:
            candidate.content.append(part)


def _by_words(doc: Doc) -> dict[int, Candidate]:
    verbs, nouns, adjectives = lexicon.verbs(), lexicon.nouns(), lexicon.adjectives()
    phrases_by_first: dict[str, list[tuple[tuple[str, ...], lexicon.Cue]]] = {}
    for words, cue in lexicon.phrases():
        phrases_by_first.setdefault(words[0], []).append((words, cue))
    found: dict[int, Candidate] = {}
    for token in _with_words(doc, phrases_by_first.keys(), verbs.keys() | nouns.keys() | adjectives.keys()):
        candidate = None
        lower = token.lower_
        if lower in phrases_by_first:
            for words, cue in phrases_by_first[lower]:
                if all(token.i + k < len(doc) and doc[token.i + k].lower_ == word for k, word in enumerate(words)):
                    candidate = phrases.phrase_candidate(doc, token.i, words, cue)
                    break
        if candidate is None:
            lemma = token.lemma_.lower()
            if lemma in verbs and token.pos_ in ("VERB", "AUX"):
                candidate = frames.verb_candidate(doc, token, verbs[lemma])
            elif lemma in adjectives and token.pos_ == "ADJ":
                candidate = frames.adjective_candidate(doc, token, adjectives[lemma])
            elif lemma in nouns and token.pos_ == "NOUN":
                candidate = phrases.noun_candidate(doc, token, nouns[lemma])
        if candidate is not None:
            found[token.i] = candidate
    return found


def _with_words(doc: Doc, words: Collection[str], lemmas: Collection[str]) -> Iterator[Token]:
    """The tokens of these words or lemmas; the others, nearly all, are never made."""
    columns = columns_of(doc)
    for index, (word, lemma) in enumerate(zip(columns.lowers, columns.lemmas, strict=True)):
        if word in words or lemma in lemmas or lemma.lower() in lemmas:
            yield doc[index]


def _lines_in_tokens(doc: Doc, lines: list[Span]) -> list[Tokens]:
    columns = columns_of(doc)
    found = []
    for line in lines:
        start = bisect_right(columns.ends, line.start)
        end = max(start, bisect_left(columns.starts, line.end))
        while end > start and columns.words[end - 1].isspace():
            end -= 1
        found.append(Tokens(start, end))
    return found


def _in_boilerplate(doc: Doc, candidate: Candidate, boilerplate: Sequence[Span]) -> bool:
    if not boilerplate:
        return False
    spans = [layout.character_span(doc, tokens) for tokens in (*candidate.content, candidate.cue_tokens)]
    return any(span.start < other.end and other.start < span.end for span in spans for other in boilerplate)


def _quotes(doc: Doc, text: str, candidates: list[Candidate], found: list[Quotation]) -> tuple[Quote, ...]:
    ordered = sorted(candidates, key=lambda c: (min(c.content[0].start, c.head), c.head))
    position = {id(candidate): index for index, candidate in enumerate(ordered)}
    doubles = [quotation.span for quotation in found if quotation.double]
    quotes = []
    for candidate in ordered:
        content = tuple(layout.character_span(doc, part) for part in candidate.content)
        cue = layout.character_span(doc, candidate.cue_tokens)
        edges = [*content, cue]
        addressee = candidate.addressee
        if addressee and candidate.speaker and addressee.overlaps(candidate.speaker):
            addressee = None
        medium = read_medium(doc, candidate)
        quotes.append(
            Quote(
                content=content,
                cue=(cue,),
                speaker=layout.character_span(doc, candidate.speaker) if candidate.speaker else None,
                mode=_mode(text, content, doubles),
                evidence=Span(min(span.start for span in edges), max(span.end for span in edges)),
                cue_lemma=candidate.cue.name,
                cue_class=candidate.cue.cue_class,
                attitude=candidate.cue.attitude,
                act=readings.act(doc, candidate),
                polarity=readings.polarity(doc, candidate),
                epistemic=readings.epistemic(doc, candidate),
                asserted=readings.asserted(doc, candidate),
                addressee=layout.character_span(doc, addressee) if addressee else None,
                medium=layout.character_span(doc, medium) if medium else None,
                parent=position[id(candidate.parent)] if candidate.parent else None,
                confidence=confidence.confidence(doc, candidate),
            )
        )
    return tuple(quotes)


def _end(span: Span) -> int:
    return span.end


def _mode(text: str, content: tuple[Span, ...], doubles: list[Span]) -> Mode:
    letters = quoted = 0
    for span in content:
        letters += sum(map(str.isalnum, text[span.start : span.end]))
        for index in range(bisect_right(doubles, span.start, key=_end), len(doubles)):
            double = doubles[index]
            if double.start >= span.end:
                break
            start, end = max(span.start, double.start), min(span.end, double.end)
            if start < end:
                quoted += sum(map(str.isalnum, text[start:end]))
    share = quoted / letters if letters else 0.0
    if share >= DIRECT_SHARE_MINIMUM:
        return "direct"
    return "mixed" if share > MIXED_SHARE_MINIMUM else "indirect"
