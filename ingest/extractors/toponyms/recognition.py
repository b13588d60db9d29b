"""Tells mentions that name a place from persons, organisations and common words, by what stands around them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import log10

from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.records import FEATURES

COUNTRY, REGION, DISTRICT, TOWN = (FEATURES.index(feature) for feature in ("country", "region", "district", "town"))

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Scores are in units of a preposition's worth; at 0 and above a mention counts.
_LARGE_TOWN_POPULATION = 100_000


def judge_mentions(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> None:
    """Sets every mention's score, cue and container, and why it was rejected."""
    _link_containers(mentions, words, gazetteer)
    persons = _person_names(words)
    for mention in mentions:
        mention.score = _prior(mention, gazetteer)
        _judge(mention, words, gazetteer)
    _agree(mentions, persons)


def _prior(mention: Mention, gazetteer: Gazetteer) -> float:
    """How likely the bare name is a place's: the size of the largest place that bears it."""
    if mention.is_demonym or mention.is_abbreviation:
        return 3.0
    best = -3.0
    for index, is_alias in mention.bearers:
        feature = gazetteer.feature[index]
        if feature == TOWN:
            value = log10(gazetteer.population[index] + 100) - 4.5
        elif feature == DISTRICT:
            value = -0.5
        elif feature == REGION:
            value = 1.5
        elif feature == COUNTRY:
            value = 3.0
        else:
            value = 2.0
        best = max(best, value - (1.0 if is_alias else 0.0))
    return best + (1.0 if mention.last > mention.first else 0.0)


def _link_containers(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> None:
    """ "City, State" and "City, State, Country": the next mention contains this one where some bearer of it does."""
    for mention, following in pairwise(mentions):
        if following.first != mention.last + 1 or following.is_demonym or mention.is_demonym:
            continue
        word = words[following.first]
        if word.gap not in ("comma", "join") or (word.gap == "join" and not following.is_abbreviation):
            continue
        containers = {index for index, _ in following.bearers if gazetteer.feature[index] != TOWN}
        if not containers:
            continue
        if any(above in containers for index, _ in mention.bearers for above in gazetteer.containers(index)):
            mention.container = following


def _person_names(words: list[Word]) -> set[str]:
    """Surnames of the text's persons: the last words of names the parser calls a person, and what follows a title."""
    titles = word_classes()["titles"]
    names = set()
    for position, word in enumerate(words):
        if position and word.capital and word.gap == "join":
            before = words[position - 1]
            if (before.key in titles and before.capital) or (
                word.label == "PERSON" and before.label == "PERSON" and not word.entity_begins
            ):
                names.add(word.key)
    return names


def _judge(mention: Mention, words: list[Word], gazetteer: Gazetteer) -> None:
    classes = word_classes()
    first, last = words[mention.first], words[mention.last]
    before = words[mention.first - 1] if mention.first and first.gap in ("join", "hyphen") else None
    after = (
        words[mention.last + 1]
        if mention.last + 1 < len(words) and words[mention.last + 1].gap in ("join", "hyphen")
        else None
    )
    single = mention.first == mention.last

    if after is not None and after.capital and after.gap == "join" and not mention.is_abbreviation:
        _judge_following(mention, after, words, classes)
    if before is not None and before.capital and before.gap == "join" and not first.starts_sentence:
        _judge_preceding(mention, before, words, classes)
    if mention.rejected:
        return

    if mention.container is not None:
        mention.score += 4
        mention.cue = "container"
    of = before is not None and before.key == "of" and mention.first > 1
    if of and words[mention.first - 2].key in classes["classes"]:
        noun = words[mention.first - 2].key
        mention.kind = "division" if noun in classes["divisions"] else "settlement"
        mention.score += 3
        mention.cue = "kind"
    elif of and words[mention.first - 2].key in classes["reject_of"] and words[mention.first - 2].capital:
        mention.rejected = "organisation"
        return
    if after is not None and after.gap == "join":
        if after.key in classes["divisions"]:
            mention.kind = "division"
            mention.score += 2 if after.capital else 1.5
        elif after.key in classes["settlements"] and not after.capital:
            mention.score += 0.5
    if before is not None and not before.capital:
        if before.key in classes["locatives"]:
            mention.score += 1.5
            mention.cue = mention.cue or "preposition"
        elif before.key in classes["settlements"]:
            mention.kind = "settlement"
            mention.score += 2
        elif before.key in ("of", "for"):
            mention.score += 0.5
        elif before.key in ("a", "an", "the") and not mention.is_demonym and single:
            mention.score -= 0.7
    if mention.is_demonym:
        return
    if first.label in _PLACE_LABELS:
        mention.score += 1.2
    elif first.label == "PERSON":
        mention.score -= 1.2
    elif first.label in ("DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"):
        mention.score -= 0.7
    if single and first.key in classes["common"]:
        mention.score -= 2.5
        if mention.cue not in ("container", "kind"):
            mention.score = min(mention.score, 1.0)
    if single and first.starts_sentence and not first.proper:
        mention.score -= 1.5
    if single and after is not None and after.key in classes["speech"] and not _speaks(mention, gazetteer):
        mention.score -= 2
    if (
        mention.last + 1 < len(words)
        and words[mention.last + 1].gap == "hyphen"
        and words[mention.last + 1].key in ("based", "born", "area")
    ):
        mention.score += 2
    if last.upper and single and first.starts_sentence and not mention.is_abbreviation:
        mention.score += 0.3


def _speaks(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Countries, divisions and capitals speak for their governments; a town that "said" is a person's name."""
    return any(
        gazetteer.feature[index] != TOWN or gazetteer.is_capital[index] for index, alias in mention.bearers if not alias
    )


def _judge_following(mention: Mention, after: Word, words: list[Word], classes: Mapping[str, frozenset[str]]) -> None:
    """A capitalised word follows: an office or body keeps the place, a company, paper or surname makes it another name."""
    if after.key in classes["streets"] and not mention.is_demonym:
        mention.rejected = "street"
    elif after.key in classes["reject"]:
        mention.rejected = "organisation"
    elif after.key in classes["keep"] or after.key in classes["titles"]:
        mention.score += 0.3
    elif mention.is_demonym:
        return
    elif after.label == "PERSON" and words[mention.first].label == "PERSON" and not after.entity_begins:
        mention.rejected = "person"
    else:
        # An unknown capitalised word: part of a longer name, unless the place is large.
        mention.score -= 1.5


def _judge_preceding(mention: Mention, before: Word, words: list[Word], classes: Mapping[str, frozenset[str]]) -> None:
    """A capitalised word precedes: a direction changes nothing, a title or given name makes it a person's."""
    if before.key in classes["directions"] or mention.is_demonym:
        return
    if before.key in classes["titles"] and words[mention.first].label != "GPE":
        mention.rejected = "person"
    elif before.key in classes["keep"] or before.key in classes["titles"]:
        mention.score -= 0.3
    elif words[mention.first].label == "PERSON" and before.label == "PERSON":
        mention.rejected = "person"
    else:
        mention.score -= 1.7


def _agree(mentions: list[Mention], persons: set[str]) -> None:
    """One sense a text: a name that is surely a place once is one elsewhere; a person's surname is none without a cue."""
    sure = {mention.key for mention in mentions if not mention.rejected and mention.score >= 2.5 and mention.cue}
    for mention in mentions:
        if mention.rejected or mention.is_demonym:
            continue
        if mention.key in sure:
            mention.score += 1.5
        elif mention.key in persons and not mention.cue:
            mention.score -= 3
        elif mention.key in persons:
            mention.score -= 1
