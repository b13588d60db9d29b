"""Judges a mention by the ways of local news: "the Dale school board", "a Dale man", "Ann Lee, 34, of Dale", "Dale police"."""

from __future__ import annotations

from ingest.extractors.toponyms.lexicon import Classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word

MUNICIPAL_WORTH, INHABITANT_WORTH, HOME_WORTH, SERVICE_WORTH, SCHOOL_WORTH = 1.5, 1.5, 2.5, 0.5, 1.5
_ARTICLES = frozenset({"a", "an", "another", "one", "two", "three"})


def judge_locality(
    mention: Mention, before: Word | None, after: Word | None, words: list[Word], classes: Classes
) -> None:
    """Adds to the score and gives the cue "locality"; a municipal body makes the name a settlement's."""
    first, last = words[mention.first], words[mention.last]
    if mention.form != "name" or all(level for _, level in mention.bearers):
        return
    if _is_home(mention, words):
        mention.score += HOME_WORTH
        mention.cue = "locality"
    if after is None or after.gap != "join" or last.possessive:
        return
    following = words[mention.last + 2] if mention.last + 2 < len(words) else None
    if after.key == "magistrates" and following is not None and following.key == "court":
        mention.score = max(mention.score, 0.0) + MUNICIPAL_WORTH
        mention.cue = "locality"
        return
    if following is not None and following.gap == "join" and f"{after.key}-{following.key}" in classes["municipal"]:
        mention.score += MUNICIPAL_WORTH
        mention.cue = "locality"
        mention.kind = mention.kind or "settlement"
    elif (
        following is not None
        and following.gap == "join"
        and after.key in classes["schools"]
        and following.key == "school"
    ):
        mention.score += SCHOOL_WORTH
        mention.kind = mention.kind or "settlement"
    elif after.capital:
        return
    elif before is not None and before.key in _ARTICLES and after.key in classes["inhabitants"]:
        mention.score += INHABITANT_WORTH
        mention.cue = "locality"
    elif after.key in classes["services"] and first.proper and (before is None or before.key != "the"):
        mention.score += SERVICE_WORTH
        mention.cue = "locality"


def _is_home(mention: Mention, words: list[Word]) -> bool:
    """Whether the name stands after an age: where persons of news live."""
    if mention.first < 2 or words[mention.first].gap != "join" or words[mention.first - 1].key not in ("of", "from"):
        return False
    preposition, age = words[mention.first - 1], words[mention.first - 2].key
    return age.strip(",").isdigit() and (age.endswith(",") or preposition.gap == "comma")
