"""How likely each place is meant by a bare name, before anything is known of the text: decimal orders of magnitude."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import TYPE_CHECKING

from ingest.gazetteer.records import FEATURES

if TYPE_CHECKING:
    from ingest.gazetteer.gazetteer import Gazetteer

_TOWN, _REGION, _DISTRICT, _COUNTRY = (FEATURES.index(feature) for feature in ("town", "region", "district", "country"))

# By the level of an alias: the place's own name, a spelling that begins alike, another (often former) name.
ALIAS_HANDICAPS = (0.0, 1.2, 2.0)
COUNTRY_BONUS, COUNTRY_LEAST = 1.5, 7.5
REGION_BONUS, DISTRICT_HANDICAP = 0.3, 1.2
CAPITAL_BONUS, CAPITAL_LEAST = 1.5, 5.5
# Rivers, seas and areas have no people; no town's bonus may pass them. Those whose extent nobody gives are known to their neighbours only.
AREA_LIKELIHOOD, LOCAL_AREA_LIKELIHOOD = 7.0, 2.0
# The capitals of islands and small territories bear the names of larger towns elsewhere ("Plymouth", "Hamilton").
SMALL_COUNTRY_POPULATION, SMALL_CAPITAL_BONUS = 1_000_000, 0.3
# A division whose namesake town holds this share of its people is named after it: the bare name is the town's.
NAMESAKE_SHARE = 0.08
NAMESAKE_HANDICAP = 0.4
_HAMLET_PEOPLE, _DIVISION_PEOPLE = 50, 1000


def likelihoods(
    bearers: Iterable[tuple[int, int]], gazetteer: Gazetteer, *, of_division: bool = False
) -> dict[int, float]:
    """By record index: a town's people, a country's and a division's with what news make of them.

    `bearers` are (record index, alias level); `of_division` tells that the text names a division ("Kharkiv province").
    """
    values = {index: _likelihood(index, gazetteer) - ALIAS_HANDICAPS[level] for index, level in bearers}
    if of_division:
        return values
    for index in values:
        if gazetteer.feature[index] in (_REGION, _DISTRICT):
            least = gazetteer.population[index] * NAMESAKE_SHARE
            namesakes = [
                value
                for town, value in values.items()
                if gazetteer.feature[town] == _TOWN
                and gazetteer.population[town] >= least
                and index in gazetteer.containers(town)
            ]
            if namesakes:
                values[index] = min(values[index], max(namesakes) - NAMESAKE_HANDICAP)
    return values


def _likelihood(index: int, gazetteer: Gazetteer) -> float:
    feature, population = gazetteer.feature[index], gazetteer.population[index]
    if feature == _TOWN:
        value = log10(population + _HAMLET_PEOPLE)
        if not gazetteer.is_capital[index]:
            return value
        if gazetteer.population[gazetteer.country_index[index]] < SMALL_COUNTRY_POPULATION:
            return value + SMALL_CAPITAL_BONUS
        return max(value, CAPITAL_LEAST) + CAPITAL_BONUS
    if feature == _COUNTRY:
        return max(log10(population + 1) + COUNTRY_BONUS, COUNTRY_LEAST)
    if feature == _REGION:
        return log10(population + _DIVISION_PEOPLE) + REGION_BONUS
    if feature == _DISTRICT:
        return log10(population + _DIVISION_PEOPLE) - DISTRICT_HANDICAP
    return AREA_LIKELIHOOD if gazetteer.radius_km[index] else LOCAL_AREA_LIKELIHOOD
