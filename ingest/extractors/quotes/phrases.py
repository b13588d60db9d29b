"""Attribution without a verb: "according to X", "in X's view", "reportedly", and nouns ("X's claim that ...")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.boundaries import bounded
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.deeds import is_deed
from ingest.extractors.quotes.lexicon import Cue

_POSSESSIVES_FIRST = frozenset({"in", "by", "to", "from"})
# A noun's owner may stand as the subject of a verb that merely carries it: "he made the claim that ...".
_LIGHT_VERBS = frozenset(
    {"make", "issue", "release", "give", "put", "express", "voice", "repeat", "have", "share", "send", "publish", "offer", "deliver",
     "raise", "file", "announce", "receive", "hold"}
)  # fmt: skip


def phrase_candidate(doc: Doc, start: int, words: tuple[str, ...], cue: Cue) -> Candidate | None:
    """The attribution of the phrase that begins at token `start`."""
    end = start + len(words)
    sentence = Tokens(doc[start].sent.start, doc[start].sent.end)
    if "source_after" in cue.frames:
        return _source_after(doc, Tokens(start, end), cue, sentence)
    if "source_inside" in cue.frames:
        return _source_inside(doc, doc[start], cue, sentence)
    return _unnamed(doc, doc[start], cue, sentence)


def _unnamed(doc: Doc, adverb: Token, cue: Cue, sentence: Tokens) -> Candidate | None:
    """ "reportedly": the clause around the adverb, said by nobody whom the text names."""
    clause = adverb.head
    if clause.pos_ not in ("VERB", "AUX"):
        return None
    start = max(sentence.start, clause.left_edge.i)
    content = [
        grammar.trim(doc, Tokens(start, adverb.i)),
        grammar.trim(doc, Tokens(adverb.i + 1, clause.right_edge.i + 1)),
    ]
    content = [part for part in content if part.end > part.start]
    if not content:
        return None
    word = Tokens(adverb.i, adverb.i + 1)
    return Candidate(cue, adverb.i, word, content, "unnamed", clause=word)


def _source_after(doc: Doc, words: Tokens, cue: Cue, sentence: Tokens) -> Candidate | None:
    last = doc[words.end - 1]
    source = next((child for child in last.rights if child.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        return None
    if cue.lemma == "per" and (source.tag_ not in ("NNP", "NNPS") or doc[words.start - 1].text != ","):
        return None
    speaker = grammar.mention(doc, source, sentence)
    if doc[words.start].head.i > words.start:
        # The clause that follows may have been hung on the source's name.
        comma = next((i for i in range(source.i + 1, speaker.end) if doc[i].text == ","), None)
        if comma is not None and speaker.end - comma > 12:
            speaker = grammar.trim(doc, Tokens(speaker.start, comma))
    content = _rest(doc, Tokens(words.start, speaker.end), sentence)
    if not content:
        return None
    return Candidate(cue, words.start, words, content, "phrase", speaker, "own", Tokens(words.start, speaker.end))


def _source_inside(doc: Doc, noun: Token, cue: Cue, sentence: Tokens) -> Candidate | None:
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    first = noun.left_edge.i - 1
    if owner is None or first < sentence.start or doc[first].lower_ not in _POSSESSIVES_FIRST:
        return None
    speaker = _without_possessive(doc, grammar.mention(doc, owner, sentence))
    content = _rest(doc, Tokens(first, noun.i + 1), sentence)
    if not content or (noun.i + 1 < len(doc) and doc[noun.i + 1].text not in (",", ".", "-", "--")):
        return None
    return Candidate(
        cue, noun.i, Tokens(first, noun.i + 1), content, "phrase", speaker, "own", Tokens(first, noun.i + 1)
    )


def _rest(doc: Doc, phrase: Tokens, sentence: Tokens) -> list[Tokens]:
    """The clause around an inserted phrase: all of its sentence but the phrase."""
    before = grammar.trim(doc, bounded(Tokens(sentence.start, phrase.start), phrase.start))
    after = grammar.trim(doc, bounded(Tokens(phrase.end, sentence.end), phrase.start))
    parts = [part for part in (before, after) if part.end > part.start]
    if before.end - before.start > 2 and after.end > after.start:
        separate = doc[phrase.end].text in (",", "--", "—", "-") if phrase.end < len(doc) else False
        if not separate:
            parts = [before]
    if sum(part.end - part.start for part in parts) < 2:
        return []
    return parts


def _without_possessive(doc: Doc, span: Tokens) -> Tokens:
    if span.end - span.start > 1 and doc[span.end - 1].tag_ == "POS":
        return Tokens(span.start, span.end - 1)
    return span


def noun_candidate(doc: Doc, noun: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """The attribution of a noun with its clause: "the claim that ...", "a vow to ...", "his denial of ..."."""
    for cue in cues:
        content = _noun_content(noun, cue)
        if content is None:
            continue
        family, part = content
        part = grammar.trim(doc, part)
        if part.end <= part.start:
            continue
        token, kind = _owner(noun)
        if "clash" in cue.frames and is_deed(doc, token, part):
            continue
        sentence = Tokens(noun.sent.start, noun.sent.end)
        speaker = None
        if token is not None and not part.start <= token.i < part.end:
            speaker = _without_possessive(doc, grammar.mention(doc, token, sentence))
            if speaker.overlaps(part):
                speaker = None
            elif speaker.start <= noun.i < speaker.end:
                speaker = grammar.trim(doc, Tokens(speaker.start, noun.left_edge.i)) if token.i < noun.i else None
        cue_tokens = Tokens(noun.i, noun.i + 1)
        return Candidate(cue, noun.i, cue_tokens, [part], family, speaker, kind if speaker else "none", cue_tokens)
    return None


def _noun_content(noun: Token, cue: Cue) -> tuple[str, Tokens] | None:
    for child in noun.rights:
        if (
            "clause" in cue.frames
            and child.dep_ in ("acl", "ccomp", "relcl", "advcl")
            and child.left_edge.lower_ in ("that", "whether")
        ):
            mark = child.left_edge
            if mark.dep_ == "mark" or mark.tag_ == "IN":
                return "noun_clause", Tokens(mark.i, child.right_edge.i + 1)
        if "infinitive" in cue.frames and child.dep_ in ("acl", "xcomp", "ccomp") and child.left_edge.tag_ == "TO":
            return "noun_infinitive", Tokens(child.left_edge.i, child.right_edge.i + 1)
        if child.dep_ == "prep" and child.lower_ in cue.frames:
            return "noun_preposition", Tokens(child.i + 1, child.right_edge.i + 1)
    return None


def _owner(noun: Token) -> tuple[Token | None, str]:
    for child in noun.children:
        if child.dep_ == "poss":
            return child, "own"
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((word for word in child.rights if word.dep_ == "pobj"), None), "own"
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.lemma_ in _LIGHT_VERBS:
        return grammar.subject(head)[0], "control"
    if noun.dep_ == "pobj" and head.head.lemma_ in _LIGHT_VERBS:
        return grammar.subject(head.head)[0], "control"
    return None, "none"
