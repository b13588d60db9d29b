"""Links a name to what the text says contains it: "Paris, Texas", or a village that its province does not list."""

from __future__ import annotations

from itertools import pairwise

from ingest.extractors.toponyms.features import AREA, COUNTRY, DISTRICT, REGION, TOWN
from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.offsets import distance_km

# Up to this size a name with an explicit container that does not hold it is another, unlisted place.
LARGE_POPULATION = 300_000


def link_containers(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> None:
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
        elif (
            all(gazetteer.feature[index] == REGION for index in containers)
            and not _is_large(mention, gazetteer)
            and not _lies_in_area(mention, following, gazetteer)
            and not _lists_town(following, words, gazetteer)
        ):
            first = words[mention.first]
            if first.label != "PERSON" and not (
                mention.first == mention.last and first.key in word_classes()["common"]
            ):
                mention.unlisted_in = following


def _lies_in_area(mention: Mention, area: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a bearer of the one name stands in the area of the other, whose divisions no list puts in it ("Gaza Strip")."""
    for around, _ in area.bearers:
        if gazetteer.feature[around] != AREA:
            continue
        middle_latitude, middle_longitude = gazetteer.coordinates(around)
        for index, _ in mention.bearers:
            latitude, longitude = gazetteer.coordinates(index)
            if latitude is None or longitude is None or middle_latitude is None or middle_longitude is None:
                continue
            far_km = distance_km((latitude, longitude), (middle_latitude, middle_longitude))
            if far_km <= gazetteer.radius_km[around]:
                return True
    return False


def _lists_town(following: Mention, words: list[Word], gazetteer: Gazetteer) -> bool:
    """ "Alton, Kingston and Elder" is a list of towns, though a division is called Kingston too."""
    after = words[following.last + 1 : following.last + 3]
    coordinated = len(after) == 2 and after[0].key in ("and", "or") and after[1].capital
    return coordinated and any(gazetteer.feature[index] == TOWN and not level for index, level in following.bearers)


def _names_country(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.feature[index] == COUNTRY and not level for index, level in mention.bearers)


def _is_large(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(
        gazetteer.feature[index] in (COUNTRY, REGION) or gazetteer.population[index] >= LARGE_POPULATION
        for index, alias in mention.bearers
        if not alias
    )
