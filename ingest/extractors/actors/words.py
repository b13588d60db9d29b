"""A text as folded words to look names up in, each with its token and its case."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from graph.names import fold_name

# Stands for punctuation: no name crosses it.
BOUNDARY = ""


class Word(NamedTuple):
    """One folded word; a token such as "al-Burhan" gives several."""

    fold: str
    token: int


def folded_words(doc: Doc) -> list[Word]:
    """The words of a text; hyphens inside a name and possessive endings are dropped, other punctuation is a boundary."""
    words: list[Word] = []
    for token in doc:
        if token.tag_ == "POS" or token.lower_ == "'s":
            continue
        if token.is_punct or token.is_space:
            joins = (
                token.text in "-/" and not token.whitespace_ and words and token.i and not doc[token.i - 1].whitespace_
            )
            if not joins and not (token.is_space and token.text == " "):
                words.append(Word(BOUNDARY, token.i))
            continue
        words.extend(Word(fold, token.i) for fold in fold_name(token.text).split() or [BOUNDARY])
    return words
