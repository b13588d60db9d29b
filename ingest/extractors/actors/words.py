"""A text as folded words to look names up in, each with its token and its case."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from graph.names import fold_name
from ingest.columns import columns_of

# Stands for punctuation: no name crosses it.
BOUNDARY = ""


class Word(NamedTuple):
    """One folded word; a token such as "al-Burhan" gives several."""

    fold: str
    token: int


def folded_words(doc: Doc) -> list[Word]:
    """The words of a text; hyphens inside a name and possessive endings are dropped, other punctuation is a boundary."""
    words: list[Word] = []
    columns = columns_of(doc)
    for index, word in enumerate(columns.words):
        if columns.tags[index] == "POS" or columns.lowers[index] == "'s":
            continue
        if columns.punctuation[index] or word.isspace():
            joins = word in "-/" and not columns.spaced[index] and words and index and not columns.spaced[index - 1]
            if not joins and word != " ":
                words.append(Word(BOUNDARY, index))
            continue
        words.extend([Word(fold, index) for fold in fold_name(word).split() or (BOUNDARY,)])
    return words
