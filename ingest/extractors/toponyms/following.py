"""Judges a mention by what follows it: an office or body keeps the place; a company, a paper, a disease or a surname makes another name."""

from __future__ import annotations

from ingest.extractors.toponyms.features import REGION, TOWN
from ingest.extractors.toponyms.lexicon import Classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer

# A township with the name of a town of this size is as likely that town's surroundings.
TOWNSHIP_POPULATION = 50_000


def judge_following(mention: Mention, after: Word, words: list[Word], gazetteer: Gazetteer, classes: Classes) -> None:
    """Changes the score, the kind and the cue, or rejects; `after` is the word that follows without a comma."""
    last = words[mention.last]
    if mention.form == "demonym":
        if after.gap == "hyphen" or after.noun or after.capital:
            if (
                after.capital
                and after.key in classes["reject"] | classes["bodies"]
                and after.gap == "join"
                and not last.possessive
            ):
                mention.rejected = "organisation"
        elif not after.key.endswith("ing") and not is_coordinated(words, mention.last + 1, gazetteer):
            mention.rejected = "people"
        return
    if after.gap == "hyphen":
        if after.key in ("based", "born", "area", "style", "wide", "led", "backed", "held", "controlled", "occupied"):
            mention.score += 2
        return
    if mention.key == "us" and after.key.isdigit() and after.gap == "join":
        mention.rejected = "street"
    elif after.key in classes["diseases"]:
        mention.rejected = "disease"
    elif after.key in classes["numerals"] and after.capital:
        mention.rejected = "person"
    elif last.possessive:
        if mention.key.startswith("st ") and after.capital:
            mention.rejected = "church"
    elif after.key in classes["divisions"] and _names_school(words, mention.last + 2, classes):
        mention.rejected = "organisation"
    elif after.key == "state" and _names_state_body(words, mention.last + 2):
        mention.score += 0.8
    elif after.key in classes["divisions"]:
        mention.kind = "division"
        mention.score += 2 if after.capital else 1.5
    elif after.key in classes["offices"] and any(gazetteer.feature[index] == REGION for index, _ in mention.bearers):
        mention.kind = "division"
        mention.score += 0.5
    elif after.capital and mention.form != "abbreviation":
        _judge_capital_after(mention, after, words, gazetteer, classes)
    elif after.key in classes["nouns"]:
        mention.score += 1
        mention.cue = "noun"
    elif after.key in classes["speech"] and mention.first == mention.last and not _speaks(mention, gazetteer):
        mention.score -= 2


def _judge_capital_after(
    mention: Mention, after: Word, words: list[Word], gazetteer: Gazetteer, classes: Classes
) -> None:
    first = words[mention.first]
    one_entity = first.label == after.label and not after.entity_begins
    if after.key in classes["streets"]:
        mention.rejected = "street"
    elif mention.key.startswith("st ") and after.key in classes["churches"]:
        mention.rejected = "church"
    elif after.key == "township" and not any(
        gazetteer.feature[index] == TOWN and not level and gazetteer.population[index] >= TOWNSHIP_POPULATION
        for index, level in mention.bearers
    ):
        mention.rejected = "township"  # of ten of that name; which one, no list tells
    elif after.key in classes["reject"] or _ends_as_medium(words, mention.last + 1, classes):
        mention.rejected = "organisation"
    elif after.key in ("police", "council", "rcmp", "opp"):
        mention.score += 0.8
    elif after.key in classes["keep"] or after.key in classes["titles"]:
        mention.score += 0.3
    elif (one_entity and first.label == "PERSON") or (
        mention.key in classes["given"] and "PERSON" in (first.label, after.label) and not after.upper
    ):
        mention.rejected = "person"
    elif mention.key in classes["given"] and one_entity and first.label == "ORG":
        mention.rejected = "organisation"
    else:
        # An unknown capitalised word: part of a longer name, unless the place is large.
        mention.score -= 1.5


def is_coordinated(words: list[Word], position: int, gazetteer: Gazetteer) -> bool:
    """ "and Turkish", ", British": what follows is one more demonym, so this one is an adjective too."""
    if position >= len(words):
        return False
    if words[position].key in ("and", "or", "but") and words[position].gap in ("join", "comma"):
        position += 1
    elif words[position].gap != "comma":
        return False
    return position < len(words) and gazetteer.demonym_index(words[position].key.title()) is not None


def _ends_as_medium(words: list[Word], position: int, classes: Classes) -> bool:
    """ "Nile Basin Courier": the capitalised run ends with a paper's or an agency's word."""
    while (
        position + 1 < len(words)
        and words[position + 1].gap == "join"
        and words[position + 1].capital
        and not words[position].possessive
    ):
        position += 1
    return words[position].key in classes["media"]


def _names_school(words: list[Word], position: int, classes: Classes) -> bool:
    """ "Ohio State University": a company, a paper or a school though a division's noun comes first."""
    if position >= len(words) or words[position].gap != "join":
        return False
    return words[position].capital and words[position].key in classes["reject"]


def _names_state_body(words: list[Word], position: int) -> bool:
    """ "Dale state police" is the state's police at Dale, and no state called Dale."""
    return position < len(words) and words[position].gap == "join" and words[position].key in ("police", "troopers")


def _speaks(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Countries, divisions and capitals speak for their governments; a town that "said" is a person's name."""
    return any(
        gazetteer.feature[index] != TOWN or gazetteer.is_capital[index] for index, alias in mention.bearers if not alias
    )
