"""Takes doubtful names for places where one of their bearers lies beside what the text surely names."""

from __future__ import annotations

from math import cos, hypot, radians

from ingest.extractors.toponyms.features import DISTRICT, TOWN
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE, UNKNOWN_DEGREES

# As far as a neighbouring town is, and how doubtful a name may be that one or several of them speak for.
BESIDE_KM = 45.0
DOUBTFUL_LEAST, DOUBTFUL_LEAST_OF_SEVERAL = -1.3, -2.0
SURE_SHARE = 0.6
# Hamlets bear every surname.
NEIGHBOUR_POPULATION = 1_500
_KM_PER_UNIT = 111.2 / 100_000


def neighbours(
    mentions: list[Mention], resolved: list[Mention], words: list[Word], persons: set[str], gazetteer: Gazetteer
) -> list[Mention]:
    """Those of the mentions not yet taken that name a town beside one of the resolved."""
    points = {
        (gazetteer.latitude[mention.winner], gazetteer.longitude[mention.winner])
        for mention in resolved
        if mention.winner != NONE
        and gazetteer.feature[mention.winner] in (TOWN, DISTRICT)
        and mention.share >= SURE_SHARE
    }
    return [
        mention
        for mention in mentions
        if not mention.rejected
        and DOUBTFUL_LEAST_OF_SEVERAL <= mention.score < 0
        and mention.form == "name"
        and not any(words[at].key in persons for at in range(mention.first, mention.last + 1))
        and _stands_alone(mention, words)
        and any(_count_beside(index, points, gazetteer) >= _neighbours_needed(mention) for index, _ in mention.bearers)
    ]


def _stands_alone(mention: Mention, words: list[Word]) -> bool:
    """No capitalised word touches the name: with one it is part of a longer name, mostly a person's."""
    if mention.first and words[mention.first].gap == "join" and words[mention.first - 1].capital:
        return False
    following = mention.last + 1
    return following >= len(words) or words[following].gap != "join" or not words[following].capital


def _neighbours_needed(mention: Mention) -> int:
    return 1 if mention.score >= DOUBTFUL_LEAST else 2


def _count_beside(index: int, points: set[tuple[int, int]], gazetteer: Gazetteer) -> int:
    latitude, longitude = gazetteer.latitude[index], gazetteer.longitude[index]
    if (
        latitude == UNKNOWN_DEGREES
        or gazetteer.feature[index] != TOWN
        or gazetteer.population[index] < NEIGHBOUR_POPULATION
    ):
        return 0
    scale = cos(radians(latitude / 100_000))
    return sum(
        hypot(latitude - north, (longitude - east) * scale) * _KM_PER_UNIT <= BESIDE_KM for north, east in points
    )
