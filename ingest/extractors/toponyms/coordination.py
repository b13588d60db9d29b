"""Gives all names of a list the kind that one plural noun gives them: "the Donetsk and Luhansk regions", "the states of Borno and Yobe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.extractors.toponyms.features import DISTRICT, REGION
from ingest.extractors.toponyms.lexicon import Classes, word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer

DIVISION_WORTH, DIVISION_LEAST = 1.5, 0.5
# "…, and two additional provinces": how far behind the last name the noun stands.
REMAINDER_WORDS = 4


def share_kinds(mentions: Sequence[Mention], words: Sequence[Word], gazetteer: Gazetteer) -> None:
    """Marks as divisions the names of lists that a plural noun calls so, as far as a division bears the name."""
    classes = word_classes()
    for names in _lists(mentions, words):
        if not _are_divisions(names, words, classes):
            continue
        for mention in names:
            if mention.kind in ("", "division") and any(
                gazetteer.feature[index] in (REGION, DISTRICT) for index, _ in mention.bearers
            ):
                mention.score = max(mention.score if mention.kind else mention.score + DIVISION_WORTH, DIVISION_LEAST)
                mention.kind, mention.cue = "division", mention.cue or "kind"


def _lists(mentions: Sequence[Mention], words: Sequence[Word]) -> Iterator[list[Mention]]:
    """Names that follow each other with nothing but commas, "and" or "or" between."""
    names: list[Mention] = []
    for mention in mentions:
        if mention.form != "name" or mention.rejected:
            continue
        if names and not _joined(names[-1], mention, words):
            yield names
            names = []
        names.append(mention)
    if names:
        yield names


def _joined(left: Mention, right: Mention, words: Sequence[Word]) -> bool:
    between = words[left.last + 1 : right.first]
    if not between:
        return words[right.first].gap == "comma"
    return len(between) == 1 and between[0].key in ("and", "or") and words[right.first].gap == "join"


def _are_divisions(names: Sequence[Mention], words: Sequence[Word], classes: Classes) -> bool:
    plural = classes["plural_divisions"]
    first, behind = names[0].first, words[names[-1].last + 1 : names[-1].last + 2 + REMAINDER_WORDS]
    if len(names) > 1 and behind and behind[0].gap == "join" and behind[0].key in plural:
        return True
    if len(names) > 1 and first > 1 and words[first - 1].key == "of" and words[first - 2].key in plural:
        return True
    if not behind or behind[0].key != "and" or behind[0].gap not in ("join", "comma"):
        return False
    rest = behind[1:]
    if not any(word.key in ("other", "additional", "more", "further") for word in rest[:2]):
        return False
    for word in rest:
        if word.gap != "join" or word.capital:
            return False
        if word.key in plural:
            return True
    return False
