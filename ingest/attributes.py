"""The model's attribute ruler with a memory: it is asked once about each tag and relation, and about each word that it knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

_RULER = "attribute_ruler"
_FACTORY = "remembered_attributes"

_CONDITIONS = ("TAG", "DEP", "LOWER", "IS_SPACE")
_ANSWERS = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
# Words whose part in the rules is remembered: more than a run of the news uses.
_WORDS_REMEMBERED = 100_000

_TokenPattern = Mapping[str, Any]  # spaCy's own shape
_Key = tuple[int, ...]


def remember_attributes(model: Language) -> None:
    """Puts the memory in the place of the model's ruler; a model without one, or with rules of other kinds, stays as it is.

    The ruler tries every pattern at every token, which takes a tenth of the whole parse. Nearly all patterns look at one token,
    at its tag, its relation and a few words, so that tokens which agree in these get the same answer.
    """
    if _RULER not in model.pipe_names or not _can_be_remembered(model.get_pipe(_RULER)):
        return
    model.add_pipe(_FACTORY, before=_RULER)
    model.remove_pipe(_RULER)


class RememberedAttributes:
    """Sets what the ruler sets; where a word may open a pattern of several words, the ruler reads these words."""

    def __init__(self, ruler: AttributeRuler, vocab: Vocab):
        patterns = _patterns(ruler)
        openings = [pattern[0] for pattern in patterns if len(pattern) > 1]
        self._ruler = ruler
        self._longest = max(map(len, patterns), default=1)
        self._is_named = _word_test(vocab, (token for pattern in patterns for token in pattern))
        self._opens = _word_test(vocab, openings)
        self._opening_relations = {vocab.strings[each["DEP"]] for each in openings if "LOWER" not in each}
        self._answer_by_key: dict[_Key, _Key] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The parsed `doc` with its attributes set."""
        if not len(doc):
            return doc
        keys: list[_Key] = []
        together: set[int] = set()
        for index, (tag, relation, word, space) in enumerate(doc.to_array(list(_CONDITIONS)).tolist()):
            named = self._is_named(word)
            keys.append((tag, relation, word if named else 0, space))
            if relation in self._opening_relations or (named and self._opens(word)):
                together.update(range(index, min(index + self._longest, len(doc))))
        unknown = {
            key: index for index, key in enumerate(keys) if key not in self._answer_by_key and index not in together
        }
        self._answer_by_key.update(zip(unknown, self._ask(doc, unknown.values()), strict=True))
        read = dict(zip(sorted(together), self._ask(doc, sorted(together)), strict=True))
        answers = [read[index] if index in read else self._answer_by_key[key] for index, key in enumerate(keys)]
        doc.from_array(list(_ANSWERS), np.array(answers, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _ask(self, doc: Doc, indices: Iterable[int]) -> list[_Key]:
        """What the ruler sets for tokens of `doc`, read side by side."""
        tokens = [doc[index] for index in indices]
        if not tokens:
            return []
        asked = Doc(
            doc.vocab,
            words=[each.text for each in tokens],
            tags=[each.tag_ for each in tokens],
            deps=[each.dep_ for each in tokens],
        )
        self._ruler(asked)
        return [tuple(row) for row in asked.to_array(list(_ANSWERS)).tolist()]


@Language.factory(_FACTORY)
def _create(nlp: Language, name: str) -> RememberedAttributes:  # noqa: ARG001 - spaCy gives the name
    ruler = nlp.get_pipe(_RULER)
    assert isinstance(ruler, AttributeRuler)
    return RememberedAttributes(ruler, nlp.vocab)


def _patterns(ruler: AttributeRuler) -> list[list[_TokenPattern]]:
    rules: list[Any] = ruler.patterns
    return [pattern for rule in rules for pattern in rule["patterns"]]


def _can_be_remembered(ruler: Any) -> bool:
    """Whether the rules only look at and set what a key and an answer hold, and longer patterns open with a word or a relation."""
    if not isinstance(ruler, AttributeRuler):
        return False
    rules: list[Any] = ruler.patterns
    if any(set(rule["attrs"]) - set(_ANSWERS) for rule in rules):
        return False
    patterns = _patterns(ruler)
    if any(
        set(token) - set(_CONDITIONS) or not _is_plain(token.get("LOWER", "")) for each in patterns for token in each
    ):
        return False
    return all("LOWER" in each[0] or isinstance(each[0].get("DEP"), str) for each in patterns if len(each) > 1)


def _is_plain(condition: object) -> bool:
    return isinstance(condition, str) or (isinstance(condition, dict) and set(condition) <= {"IN", "REGEX"})


def _word_test(vocab: Vocab, tokens: Iterable[_TokenPattern]) -> Callable[[int], bool]:
    """Tells of the code of a word in lower case whether a pattern names it."""
    conditions = [token["LOWER"] for token in tokens if "LOWER" in token]
    words = {word for each in conditions for word in ([each] if isinstance(each, str) else each.get("IN", ()))}
    expressions = [re.compile(each["REGEX"]) for each in conditions if isinstance(each, dict) and "REGEX" in each]

    @lru_cache(maxsize=_WORDS_REMEMBERED)
    def is_named(code: int) -> bool:
        word = vocab.strings[code]
        return word in words or any(each.search(word) for each in expressions)

    return is_named
