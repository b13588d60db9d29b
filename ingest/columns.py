"""The tokens of a parse as columns, made once a text: passes over all tokens read lists and make no token objects."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_KEY = "columns"
_STRINGS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each token is, by its number: `words` as written, `starts` its first character, `spaced` whether a blank follows.

    `text` is the text that was parsed, as long as the text as read. `part` is the universal part of speech, `tag` the
    finer one; `labels` are those of the entities, "" outside.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    tags: tuple[str, ...]
    dependencies: tuple[str, ...]
    labels: tuple[str, ...]
    begins_entity: tuple[bool, ...]
    spaced: tuple[bool, ...]
    punctuation: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, start: int, end: int) -> str:
        """The words of tokens `start <= i < end` as they stand in the text."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def columns_of(doc: Doc) -> Columns:
    """The columns of a parse; kept with it, for every layer asks for them. Made after the last change to the parse."""
    columns = doc.user_data.get(_KEY)
    if columns is None:
        columns = doc.user_data[_KEY] = _read(doc)
    assert isinstance(columns, Columns)
    return columns


def _read(doc: Doc) -> Columns:
    if not len(doc):
        return Columns("", *((),) * 12)
    strings = doc.vocab.strings
    codes = doc.to_array([*_STRINGS, "IDX", "SPACY", "ENT_IOB", "IS_PUNCT"]).T.tolist()
    text_by_code = {code: strings[code] if code else "" for column in codes[:7] for code in set(column)}
    orth, lower, lemma, part, tag, dependency, label = (
        tuple(map(text_by_code.__getitem__, column)) for column in codes[:7]
    )
    starts, spaces, borders, marks = codes[7:]
    spaced = tuple(map(bool, spaces))
    return Columns(
        text="".join(word + " " if blank else word for word, blank in zip(orth, spaced, strict=True)),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, orth, strict=True)),
        words=orth,
        lowers=lower,
        lemmas=lemma,
        parts=part,
        tags=tag,
        dependencies=dependency,
        labels=label,
        begins_entity=tuple(border == _BEGINS for border in borders),
        spaced=spaced,
        punctuation=tuple(map(bool, marks)),
    )


_BEGINS = 3  # spaCy's code of an entity's first token
