"""Judges the mentions of a text together: lists, one sense a name, persons named elsewhere, the country the text is about."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from ingest.extractors.toponyms.features import TOWN
from ingest.extractors.toponyms.lexicon import Classes, word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import PLACE_LABELS, Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE

# Where English is spoken every surname is a town's name too: the country of a text says nothing there.
ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM"})
# A country that this share of the text's names lie in is what the text is about.
SUBJECT_SHARE = 0.25
LONE_SHARE = 0.5
# A place of this score speaks for its neighbours in a list.
LISTED_LEAST = 0.3
LISTED_WORTH = 1.6
PAIR_WORTH, PAIRED_POPULATION = 1.2, 5_000
WELCOME_LEAST = -2.6


def judge_together(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> set[str]:
    """Changes the scores by what the other mentions say; gives the words of the names of the text's persons."""
    persons = _person_names(words, word_classes())
    _judge_pairs(mentions, words, persons, gazetteer)
    _judge_lists(mentions, words)
    _agree(mentions, words, persons)
    surnames = _surnames(mentions, words, word_classes())
    for mention in mentions:
        if mention.key in surnames and not mention.cue and words[mention.first].label not in PLACE_LABELS:
            mention.score -= 1
    persons |= surnames
    _welcome(mentions, words, persons, gazetteer)
    _judge_lists(mentions, words)
    return persons


def _person_names(words: list[Word], classes: Classes) -> set[str]:
    """Names of the text's persons: words of names that the parser calls a person's, and what follows a title."""
    names = set()
    for before, word in pairwise(words):
        if not word.capital or not before.capital or word.gap != "join" or before.possessive:
            continue
        if before.key in classes["titles"]:
            names.add(word.key)
        elif word.key in classes["keep"] or word.key in classes["titles"]:
            continue
        elif word.label == before.label == "PERSON" and not word.entity_begins:
            names.update((before.key, word.key))
    return names


def _judge_lists(mentions: list[Mention], words: list[Word]) -> None:
    """A name beside a place in a list ("Torez, Snizhne and Khrestivka") is likelier one; so is what stands beside that."""
    neighbours = [(left, right) for left, right in pairwise(mentions) if _listed(left, right, words)]
    for pairs in (neighbours, [(right, left) for left, right in reversed(neighbours)]):
        for sure, other in pairs:
            if sure.cue and sure.score >= LISTED_LEAST and other.cue != "list":
                other.score += LISTED_WORTH
                other.cue = other.cue or "list"


def _judge_pairs(mentions: list[Mention], words: list[Word], persons: set[str], gazetteer: Gazetteer) -> None:
    """Two doubtful names in a list that both are towns of one first-order division are likelier towns than persons."""
    classes = word_classes()
    for left, right in pairwise(mentions):
        if not _listed(left, right, words) or left.key in persons or right.key in persons:
            continue
        if {left.key, right.key} & (classes["common"] | classes["given"]):
            continue
        if _regions(left, gazetteer) & _regions(right, gazetteer):
            for mention in (left, right):
                mention.score += PAIR_WORTH
                mention.cue = mention.cue or "list"


def _regions(mention: Mention, gazetteer: Gazetteer) -> set[int]:
    """The first-order divisions in which a town of some size bears the name as its own."""
    return {
        gazetteer.region[index]
        for index, level in mention.bearers
        if not level
        and gazetteer.feature[index] == TOWN
        and gazetteer.population[index] >= PAIRED_POPULATION
        and gazetteer.region[index] != NONE
    }


def _listed(left: Mention, right: Mention, words: list[Word]) -> bool:
    if left.rejected or right.rejected or "demonym" in (left.form, right.form):
        return False
    between = right.first - left.last - 1
    if between == 0:
        return words[right.first].gap == "comma"
    return between == 1 and words[left.last + 1].key in ("and", "or") and words[right.first].gap == "join"


def _agree(mentions: list[Mention], words: list[Word], persons: set[str]) -> None:
    """One sense a text: a name that is surely a place once is one elsewhere; a person's name is none without a cue."""
    strong = ("container", "kind", "dateline", "noun", "preposition", "locality")
    sure = {
        mention.key for mention in mentions if not mention.rejected and mention.score >= 1.5 and mention.cue in strong
    }
    given = {mention.key for mention in mentions if mention.rejected == "person"}
    named = given | persons
    for mention in mentions:
        if mention.rejected or mention.form == "demonym" or mention.cue == "container":
            continue
        if mention.key in named:
            place = words[mention.first].label in PLACE_LABELS and mention.key in sure
            mention.score -= 1 if mention.cue or place else 6 if mention.key in given else 4
        elif mention.key in sure:
            mention.score += 1.5


def _surnames(mentions: list[Mention], words: list[Word], classes: Classes) -> set[str]:
    """Single names that somewhere stand right behind an unknown capitalised word, as a surname does, whatever the parser says."""
    known = classes["directions"] | classes["locatives"] | classes["keep"] | classes["titles"] | classes["classes"]
    places = {mention.last for mention in mentions if not mention.rejected and mention.score >= 0}
    return {
        mention.key
        for mention in mentions
        if mention.first == mention.last
        and mention.form == "name"
        and mention.score < 0
        and mention.first
        and mention.first - 1 not in places
        and words[mention.first].gap == "join"
        and words[mention.first - 1].capital
        and not words[mention.first - 1].possessive
        and not words[mention.first - 1].function
        and words[mention.first - 1].key not in known
    }


def _welcome(mentions: list[Mention], words: list[Word], persons: set[str], gazetteer: Gazetteer) -> None:
    """A name that is doubtful by its size is a place where the text is about its country."""
    names: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if not mention.rejected and mention.score >= 0 and mention.bearers:
            country = gazetteer.country(max(mention.bearers, key=lambda bearer: gazetteer.population[bearer[0]])[0])
            if country is not None and country not in ENGLISH_SPEAKING:
                names[country].add(mention.key)
    known = sum(map(len, names.values()))
    subjects = {
        country
        for country, keys in names.items()
        if len(keys) >= (SUBJECT_SHARE if len(keys) > 1 else LONE_SHARE) * known
    }
    for mention in mentions:
        if mention.rejected or not WELCOME_LEAST <= mention.score < 0 or mention.form != "name":
            continue
        if mention.key in persons:
            continue
        if any(gazetteer.country(index) in subjects for index, _ in mention.bearers):
            mention.score += 1 if words[mention.first].label == "PERSON" else 2
