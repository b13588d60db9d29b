"""Finds names that are surely places though no list has them: streets, "Plum Lake", "the village of X", "the X district"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extractors.toponyms.features import COUNTRY, REGION
from ingest.extractors.toponyms.lexicon import Classes, word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import LABEL_PREPOSITIONS, Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.offset_phrases import OffsetPhrase

LONGEST_NAME_WORDS = 4
# Between two of these stand two places, in and near one thing and another.
_COORDINATING = frozenset({"between", "in", "near", "around", "outside", "towards", "toward", "from"})
# Capitals of this length that no list knows stand for an organisation.
ACRONYM_LETTERS = 5


def find_unlisted(
    words: list[Word],
    mentions: list[Mention],
    persons: set[str],
    phrases: Sequence[OffsetPhrase],
    gazetteer: Gazetteer,
) -> list[Mention]:
    """Mentions without bearers, in text order, where no accepted one of `mentions` stands."""
    described = {phrase.described_end for phrase in phrases if phrase.distance_km is not None}
    counted = [mention for mention in mentions if _counts(mention)]
    taken = {position for mention in counted for position in range(mention.first, mention.last + 1)}
    divisions = {mention.first: mention for mention in counted if _names_division(mention, gazetteer)}
    classes = word_classes()
    found: list[Mention] = []
    sure: set[str] = set()
    position = 0
    while position < len(words):
        last = position
        if words[position].capital and position not in taken:
            last = _run_end(words, position, taken)
            mention = (
                _before_division(words, position, last, divisions, classes)
                or (_described(words, position, last, persons, classes) if words[last].end in described else None)
                or _in_run(words, position, last, classes)
            )
            if mention is not None and mention.cue == "label" and not _stands_alone(words, mention, persons):
                mention = None
            if mention is not None and mention.key.replace(" ", "-") not in classes["never"]:
                found.append(mention)
                if mention.cue in ("kind", "container", "offset"):
                    sure.add(mention.key)
        position = last + 1
    covered = taken | {position for mention in found for position in range(mention.first, mention.last + 1)}
    found += _again(words, sure, covered)
    towns = [mention for mention in counted if not _may_be_a_state(mention, gazetteer)]
    listed = {position for mention in mentions for position in range(mention.first, mention.last + 1)}
    found += _beside(words, towns, persons, covered | listed, classes)
    return sorted(found, key=lambda mention: mention.first)


def _names_division(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.feature[index] == REGION and not level for index, level in mention.bearers)


def _before_division(
    words: list[Word], first: int, last: int, divisions: dict[int, Mention], classes: Classes
) -> Mention | None:
    """ "in Oak Bluff, Ohio", "OAK BLUFF, Ohio -": before a comma and a first-order division stands a place in it."""
    dateline = words[first].begins_paragraph and all(word.upper for word in words[first : last + 1])
    if first < last and words[first].starts_sentence and words[first].key in classes["locatives"]:
        first += 1
    elif dateline or (words[first].starts_sentence and words[first].label in ("GPE", "LOC")):
        pass
    elif not first or words[first].gap != "join" or words[first - 1].key not in classes["locatives"]:
        return None
    if last + 1 not in divisions or words[last + 1].gap != "comma" or last - first >= LONGEST_NAME_WORDS:
        return None
    if words[last].possessive or any(
        (word.label == "PERSON" or word.upper) and not dateline for word in words[first : last + 1]
    ):
        return None
    mention = _unlisted(words, first, last, "container")
    mention.unlisted_in = divisions[last + 1]
    return mention


def _described(words: list[Word], first: int, last: int, persons: set[str], classes: Classes) -> Mention | None:
    """ "Oak Bluff, 12 miles north of Dale": of whom a distance is told is no person, nor "It"."""
    if first < last and words[first].starts_sentence and words[first].key in classes["locatives"]:
        first += 1
    run = words[first : last + 1]
    if last - first >= LONGEST_NAME_WORDS or any(word.function or word.upper or word.key in persons for word in run):
        return None
    if run[0].key in classes["common"] | classes["months"] or (len(run) > 1 and run[0].label == "PERSON"):
        return None
    return _unlisted(words, first, last, "offset")


def _stands_alone(words: list[Word], mention: Mention, persons: set[str]) -> bool:
    """ "near Miller's house" and a person's surname are no place."""
    return not words[mention.last].possessive and words[mention.last].key not in persons


def _counts(mention: Mention) -> bool:
    return not mention.rejected and mention.score >= 0


def _run_end(words: list[Word], first: int, taken: set[int]) -> int:
    """The last of the capitalised words that stand together from `first` on."""
    last = first
    while last + 1 < len(words):
        word = words[last + 1]
        if not word.capital or word.gap not in ("join", "hyphen") or words[last].possessive or last + 1 in taken:
            break
        last += 1
    return last


def _in_run(words: list[Word], first: int, last: int, classes: Classes) -> Mention | None:
    if first < last and words[first].starts_sentence and words[first].key in classes["locatives"] | classes["joining"]:
        first += 1
    street = next((at for at in range(first, last + 1) if words[at].key in classes["streets"]), None)
    if street is not None and first < street <= first + LONGEST_NAME_WORDS and street in (last, last - 1):
        return _unlisted(words, first, street, "street") if _names_street(words, first, street, classes) else None
    if last - first >= LONGEST_NAME_WORDS or (words[first].upper and len(words[first].key) <= ACRONYM_LETTERS):
        return None
    if last > first and words[last].key == "township":
        return _unlisted(words, first, last, "feature")
    before = words[first - 1] if first and words[first].gap == "join" else None
    after = (
        words[last + 1]
        if last + 1 < len(words) and words[last + 1].gap == "join" and not words[last].possessive
        else None
    )
    if last > first and not any(words[at].label in ("PERSON", "ORG") for at in range(first, last + 1)):
        if words[last].key in classes["features"] and words[first].key not in classes["common"] | classes["directions"]:
            return _unlisted(words, first, last, "feature")
        if words[first].key in classes["features_before"] and not words[first].starts_sentence:
            return _unlisted(words, first, last, "feature")
    if words[first].key in classes["months"] | classes["titles"] | classes["abbreviated"]:
        return None
    if any(words[at].label == "PERSON" and before is None for at in range(first, last + 1)):
        return None
    if before is not None and _is_kind_before(words, first, classes):
        return _unlisted(words, first, last, "kind")
    if (
        after is not None
        and not after.capital
        and after.key
        in classes["divisions"] | {"camp", "village", "neighbourhood", "neighborhood", "township", "hamlet"}
        and before is not None
        and (before.key in classes["locatives"] or before.key == "the")
        and words[first].proper
        and words[first].key not in classes["common"]
    ):
        return _unlisted(words, first, last, "kind")
    if (
        before is not None
        and before.key in LABEL_PREPOSITIONS
        and words[first].label in ("GPE", "LOC")
        and not all(word.key in classes["directions"] | classes["keep"] for word in words[first : last + 1])
        and words[first].key not in classes["common"] | classes["months"]
    ):
        return _unlisted(words, first, last, "label")
    return None


def _names_street(words: list[Word], first: int, street: int, classes: Classes) -> bool:
    if words[first].key in classes["plain_streets"] or (words[street].key == "st" and not words[street].dotted):
        return False
    if (
        words[street].key in ("st", "court", "square", "crescent", "terrace", "drive")
        and words[first].label == "PERSON"
    ):
        return False
    after = words[street + 1] if street + 1 < len(words) and words[street + 1].gap == "join" else None
    return after is None or not after.capital or after.key not in classes["reject"]


def _is_kind_before(words: list[Word], first: int, classes: Classes) -> bool:
    """ "the village of X", "the villages of X and Y" at X, "village X"."""
    before = words[first - 1]
    if before.key == "of" and first > 1:
        return words[first - 2].key in classes["kinds"] and not words[first - 2].capital
    return (
        before.key in ("village", "hamlet", "villages", "hamlets")
        and not before.capital
        and words[first].label != "PERSON"
    )


def _again(words: list[Word], sure: set[str], covered: set[int]) -> list[Mention]:
    """Other mentions of single names that are sure once; a second name after "and" in "the villages of X and Y"."""
    found = []
    for position, word in enumerate(words):
        if not word.capital or position in covered:
            continue
        alone = position + 1 == len(words) or words[position + 1].gap != "join" or not words[position + 1].capital
        coordinated = (
            position > 3
            and words[position - 1].key in ("and", "or")
            and words[position - 2].key in sure
            and any(
                words[at].key in ("villages", "towns", "settlements", "hamlets", "districts")
                for at in (position - 4, position - 3)
            )
        )
        if (
            alone
            and (word.key in sure or coordinated)
            and (position == 0 or words[position - 1].gap != "join" or not words[position - 1].capital)
        ):
            found.append(_unlisted(words, position, position, "again"))
    return found


def _may_be_a_state(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Countries and capitals stand for governments, beside which others stand: "between Moscow and the rebels"."""
    return any(
        gazetteer.feature[index] == COUNTRY or gazetteer.is_capital[index]
        for index, level in mention.bearers
        if not level
    )


def _beside(
    words: list[Word], towns: list[Mention], persons: set[str], covered: set[int], classes: Classes
) -> list[Mention]:
    """ "between Dale and Oak", "near Dale and Oak": what stands beside a place behind one preposition is a place too."""
    found = []
    for place in towns:
        before, second = place.first - 1, place.last + 2
        if before < 0 or second >= len(words) or words[place.first].gap != "join" or words[place.last + 1].key != "and":
            continue
        word = words[second]
        preposition = words[before].key
        joined = all(words[at].gap == "join" for at in (second - 1, second))
        alone = second + 1 == len(words) or words[second + 1].gap != "join" or not words[second + 1].capital
        if (
            joined
            and alone
            and word.capital
            and not word.upper
            and not word.possessive
            and second not in covered
            and preposition in _COORDINATING
            and (preposition == "between" or word.label != "PERSON")
            and word.key
            not in persons | classes["common"] | classes["months"] | classes["titles"] | classes["directions"]
        ):
            found.append(_unlisted(words, second, second, "beside"))
    return found


def _unlisted(words: list[Word], first: int, last: int, cue: str) -> Mention:
    key = " ".join(word.key for word in words[first : last + 1])
    return Mention(first, last, key, (), form="unlisted", cue=cue)
