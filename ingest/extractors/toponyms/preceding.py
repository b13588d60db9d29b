"""Judges a mention by what precedes it: a preposition or a kind of place speaks for a place, a title or a given name for a person."""

from __future__ import annotations

from typing import Literal

from ingest.extractors.toponyms.lexicon import Classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word

# How far behind its article the noun of an apposition stands.
APPOSITION_WORDS = 4

# "captured N": towns are, and now and then a person whose surname is a town's.
OBJECT_OF_TAKING = 1.2


def judge_preceding(mention: Mention, before: Word, words: list[Word], classes: Classes) -> None:
    """Changes the score, the kind and the cue, or rejects; `before` is the word that precedes without a comma."""
    first = words[mention.first]
    earlier = words[mention.first - 2] if mention.first > 1 and before.gap == "join" else None
    if before.key in classes["reject_before"] and (before.capital or first.gap == "hyphen"):
        mention.rejected = "organisation"
    elif before.key == "un" and first.gap == "hyphen":
        mention.rejected = "common"
    elif mention.form == "demonym":
        return
    elif before.capital and first.gap == "join" and not before.possessive:
        _judge_capital_before(mention, before, words, classes)
    elif before.key == "of" and earlier is not None and earlier.key in classes["classes"] | classes["kinds"]:
        mention.kind = kind_of(earlier.key, classes)
        mention.score += 3
        mention.cue = "kind"
    elif before.key == "of" and earlier is not None and earlier.capital and earlier.key in classes["reject_of"]:
        mention.rejected = "organisation"
    elif before.key in classes["locatives"]:
        mention.score += 1.5
        mention.cue = mention.cue or "preposition"
    elif before.key in classes["settlements"]:
        mention.kind = kind_of(before.key, classes)
        mention.score += 2
        mention.cue = "kind"
    elif (
        before.key in ("of", "from")
        and earlier is not None
        and earlier.key in classes["directions"] | classes["distances"]
    ):
        mention.score += 1.5
        mention.cue = mention.cue or "preposition"
    elif before.key in ("of", "for"):
        mention.score += 0.5
    elif before.key in classes["taken"] and not before.capital:
        mention.score += OBJECT_OF_TAKING
    elif before.key in ("a", "an", "the") and mention.first == mention.last and not mention.cue:
        mention.score -= 0.7


def _judge_capital_before(mention: Mention, before: Word, words: list[Word], classes: Classes) -> None:
    first = words[mention.first]
    if before.key in classes["directions"] or (before.starts_sentence and before.key in classes["locatives"]):
        if before.key in classes["locatives"]:
            mention.score += 1.5
            mention.cue = "preposition"
    elif before.key in classes["titles"] and first.label != "GPE":
        mention.rejected = "person"
    elif before.key in classes["parts"] and first.label == before.label:
        mention.rejected = "part"
    elif before.key in classes["keep"] or before.key in classes["titles"]:
        mention.score -= 0.3
    elif first.label == before.label == "PERSON":
        mention.rejected = "person"
    else:
        mention.score -= 1.7


def apposed_kind(mention: Mention, words: list[Word], classes: Classes) -> str | None:
    """The noun of ", a small mining town": what the text says the name is."""
    position = mention.last + 1
    if mention.form != "name" or position >= len(words) or words[position].gap != "comma":
        return None
    if words[position].key not in ("a", "an", "the", "one"):
        return None
    for word in words[position + 1 : position + 1 + APPOSITION_WORDS]:
        if word.gap not in ("join", "hyphen"):
            return None
        if word.key in classes["settlements"] or word.key in classes["villages"]:
            return word.key
    return None


def kind_of(noun: str, classes: Classes) -> Literal["division", "village", "settlement"]:
    """The class of place that a noun such as "oblast" or "hamlet" gives."""
    if noun in classes["divisions"]:
        return "division"
    return "village" if noun in classes["villages"] else "settlement"
