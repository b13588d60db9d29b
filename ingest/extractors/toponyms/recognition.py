"""Tells mentions that name a place from persons, organisations and common words, by what stands around them.

Every cue adds to a score in units of a preposition's worth; a mention counts from 0 on. What names something else outright is rejected.
"""

from __future__ import annotations

from itertools import pairwise
from math import log10
from typing import Literal

from ingest.extractors.toponyms.agreement import judge_together
from ingest.extractors.toponyms.lexicon import Classes, word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import PLACE_LABELS, Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.records import FEATURES

COUNTRY, REGION, DISTRICT, TOWN = (FEATURES.index(feature) for feature in ("country", "region", "district", "town"))

_OTHER_LABELS = frozenset({"DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "EVENT"})
# A town of this many people is as likely named as not, where nothing else tells.
_EVEN_POPULATION = 20_000
# How far behind its article the noun of an apposition stands.
APPOSITION_WORDS = 4
# Up to this size a name with an explicit container that does not hold it is another, unlisted place.
LARGE_POPULATION = 300_000


def judge_mentions(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> set[str]:
    """Sets every mention's score, cue and container, and why it was rejected.

    Gives the words of the names of the text's persons.
    """
    classes = word_classes()
    _link_containers(mentions, words, gazetteer)
    for mention in mentions:
        mention.score = _prior(mention, gazetteer)
        _judge(mention, words, gazetteer, classes)
    return judge_together(mentions, words, gazetteer)


def _prior(mention: Mention, gazetteer: Gazetteer) -> float:
    """How likely the bare name is a place's: the size of the largest place that bears it."""
    if mention.form in ("demonym", "abbreviation"):
        return 3.0
    best = -3.0
    for index, alias_level in mention.bearers:
        feature = gazetteer.feature[index]
        if feature == TOWN:
            value = log10((gazetteer.population[index] + 100) / _EVEN_POPULATION)
        elif feature == DISTRICT:
            value = 0.5 if mention.last > mention.first else -0.5
        elif feature == REGION:
            value = 2.0
        elif feature == COUNTRY:
            value = 3.0
        else:
            value = 2.0
        best = max(best, value - 1.0 * alias_level)
    return best + (1.0 if mention.last > mention.first else 0.0)


def _link_containers(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> None:
    """ "City, State" and "City, State, Country": the next mention contains this one where some bearer of it lies there.

    Where none does, and the name is no large place's, it names one that no list has ("Village, Province").
    """
    for mention, following in pairwise(mentions):
        if following.first != mention.last + 1 or mention.form == "demonym" or following.form == "demonym":
            continue
        gap = words[following.first].gap
        if gap != "comma" and not (gap == "join" and following.form == "abbreviation"):
            continue
        containers = {
            index for index, _ in following.bearers if gazetteer.feature[index] in (COUNTRY, REGION, DISTRICT)
        }
        # "Canada, Mexico" is a list, though Mexico has a state of that name and a village Cañada.
        if not containers or (_names_country(mention, gazetteer) and _names_country(following, gazetteer)):
            continue
        if any(above in containers for index, _ in mention.bearers for above in gazetteer.containers(index)):
            mention.container = following
            if any(gazetteer.feature[index] == REGION for index in containers) and not _names_country(
                following, gazetteer
            ):
                following.kind = "division"
        elif all(gazetteer.feature[index] == REGION for index in containers) and not _is_large(mention, gazetteer):
            first = words[mention.first]
            if first.label != "PERSON" and not (
                mention.first == mention.last and first.key in word_classes()["common"]
            ):
                mention.unlisted_in = following


def _names_country(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.feature[index] == COUNTRY and not level for index, level in mention.bearers)


def _is_large(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(
        gazetteer.feature[index] in (COUNTRY, REGION) or gazetteer.population[index] >= LARGE_POPULATION
        for index, alias in mention.bearers
        if not alias
    )


def _judge(mention: Mention, words: list[Word], gazetteer: Gazetteer, classes: Classes) -> None:
    first, last = words[mention.first], words[mention.last]
    before = words[mention.first - 1] if mention.first and first.gap in ("join", "hyphen") else None
    after = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if after is not None and after.gap not in ("join", "hyphen"):
        after = None

    _judge_alone(mention, words, classes)
    if after is not None:
        _judge_following(mention, after, words, gazetteer, classes)
    elif mention.form == "demonym" and not _coordinated_adjective(words, mention.last + 1, gazetteer):
        mention.rejected = "people"
    if before is not None and not mention.rejected:
        _judge_preceding(mention, before, words, classes)
    if mention.rejected:
        return
    noun = _apposed_kind(mention, words, classes)
    if noun is not None:
        mention.kind = mention.kind or _kind(noun, classes)
        mention.score += 2.5
        mention.cue = "kind"
    if mention.container is not None or mention.unlisted_in is not None:
        mention.score = max(mention.score, -1.0) + 4
        mention.cue = "container"
    elif (
        last.upper and first.begins_paragraph and mention.form == "name" and not last.possessive and last.ends_dateline
    ):
        mention.score = max(mention.score, 0.0) + 2.5
        mention.cue = "dateline"
        mention.kind = mention.kind or "dateline"
    if (
        mention.form == "name"
        and mention.cue not in ("container", "kind", "dateline")
        and _is_common(mention, words, classes)
    ):
        mention.score = min(mention.score - 2.5, 1.0)


def _is_common(mention: Mention, words: list[Word], classes: Classes) -> bool:
    """A word of the language that is also a small place's name."""
    return mention.first == mention.last and words[mention.first].key in classes["common"]


def _is_plain(mention: Mention, words: list[Word], classes: Classes) -> bool:
    """A name made of nothing but directions and kinds of place ("North", "Far North", "Central District")."""
    plain = classes["directions"] | classes["classes"] | classes["plain"]
    return all(word.key in plain for word in words[mention.first : mention.last + 1])


def _judge_alone(mention: Mention, words: list[Word], classes: Classes) -> None:
    """The name itself: the parser's label, and whether it opens a sentence as no proper noun."""
    first = words[mention.first]
    never = mention.key.replace(" ", "-") in classes["never"] or first.is_money
    never = never or (mention.first == mention.last and first.starts_sentence and first.function and not first.upper)
    never = never or (mention.container is None and mention.key in classes["months"])
    if never or (mention.container is None and mention.form == "name" and _is_plain(mention, words, classes)):
        mention.rejected = "common"
    elif mention.form == "demonym":
        return
    elif first.label in PLACE_LABELS:
        mention.score += 1.2
    elif first.label == "PERSON":
        # A known name of two words is hardly ever a person's.
        mention.score -= 1.2 if mention.first == mention.last else 0.4
    elif first.label in _OTHER_LABELS:
        mention.score -= 0.7
    if mention.form == "name" and mention.first == mention.last and first.starts_sentence and not first.proper:
        mention.score -= 1.5 if first.noun or first.verb else 0.3


def _judge_following(mention: Mention, after: Word, words: list[Word], gazetteer: Gazetteer, classes: Classes) -> None:
    """What follows: an office or body keeps the place; a company, a paper, a disease or a surname makes it another name."""
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
        elif not after.key.endswith("ing") and not _coordinated_adjective(words, mention.last + 1, gazetteer):
            mention.rejected = "people"
        return
    if after.gap == "hyphen":
        if after.key in ("based", "born", "area", "style", "wide", "led", "backed", "held", "controlled", "occupied"):
            mention.score += 2
        return
    if after.key in classes["diseases"]:
        mention.rejected = "disease"
    elif after.key in classes["numerals"] and after.capital:
        mention.rejected = "person"
    elif last.possessive:
        if mention.key.startswith("st ") and after.capital:
            mention.rejected = "church"
    elif after.key in classes["divisions"] and _names_school(words, mention.last + 2, classes):
        mention.rejected = "organisation"
    elif after.key in classes["divisions"]:
        mention.kind = "division"
        mention.score += 2 if after.capital else 1.5
    elif after.key in classes["offices"] and any(gazetteer.feature[index] == REGION for index, _ in mention.bearers):
        mention.kind = "division"
        mention.score += 0.5
    elif after.capital and mention.form != "abbreviation":
        _judge_capital_after(mention, after, words, classes)
    elif after.key in classes["nouns"]:
        mention.score += 1
        mention.cue = "noun"
    elif after.key in classes["speech"] and mention.first == mention.last and not _speaks(mention, gazetteer):
        mention.score -= 2


def _judge_capital_after(mention: Mention, after: Word, words: list[Word], classes: Classes) -> None:
    first = words[mention.first]
    one_entity = first.label == after.label and not after.entity_begins
    if after.key in classes["streets"]:
        mention.rejected = "street"
    elif mention.key.startswith("st ") and after.key in classes["churches"]:
        mention.rejected = "church"
    elif after.key in classes["reject"] or _ends_as_medium(words, mention.last + 1, classes):
        mention.rejected = "organisation"
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


def _coordinated_adjective(words: list[Word], position: int, gazetteer: Gazetteer) -> bool:
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


def _speaks(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Countries, divisions and capitals speak for their governments; a town that "said" is a person's name."""
    return any(
        gazetteer.feature[index] != TOWN or gazetteer.is_capital[index] for index, alias in mention.bearers if not alias
    )


def _judge_preceding(mention: Mention, before: Word, words: list[Word], classes: Classes) -> None:
    """What precedes: a preposition or a kind of place speaks for a place, a title or a given name for a person."""
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
        mention.kind = _kind(earlier.key, classes)
        mention.score += 3
        mention.cue = "kind"
    elif before.key == "of" and earlier is not None and earlier.capital and earlier.key in classes["reject_of"]:
        mention.rejected = "organisation"
    elif before.key in classes["locatives"]:
        mention.score += 1.5
        mention.cue = mention.cue or "preposition"
    elif before.key in classes["settlements"]:
        mention.kind = _kind(before.key, classes)
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
    elif before.key in ("a", "an", "the") and mention.first == mention.last and not mention.cue:
        mention.score -= 0.7


def _apposed_kind(mention: Mention, words: list[Word], classes: Classes) -> str | None:
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


def _kind(noun: str, classes: Classes) -> Literal["division", "village", "settlement"]:
    if noun in classes["divisions"]:
        return "division"
    return "village" if noun in classes["villages"] else "settlement"


def _judge_capital_before(mention: Mention, before: Word, words: list[Word], classes: Classes) -> None:
    first = words[mention.first]
    if before.key in classes["directions"] or (before.starts_sentence and before.key in classes["locatives"]):
        if before.key in classes["locatives"]:
            mention.score += 1.5
            mention.cue = "preposition"
    elif before.key in classes["titles"] and first.label != "GPE":
        mention.rejected = "person"
    elif before.key in classes["keep"] or before.key in classes["titles"]:
        mention.score -= 0.3
    elif first.label == before.label == "PERSON":
        mention.rejected = "person"
    else:
        mention.score -= 1.7
