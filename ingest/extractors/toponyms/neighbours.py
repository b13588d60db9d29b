"""Takes doubtful names for places where one of their bearers lies beside what the text surely names."""

from __future__ import annotations

from math import cos, hypot, radians

from ingest.extractors.toponyms.features import TOWN
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE, UNKNOWN_DEGREES

# As far as a neighbouring town is, and how doubtful a name may be that it speaks for.
BESIDE_KM = 45.0
DOUBTFUL_LEAST = -1.3
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
        if mention.winner != NONE and gazetteer.feature[mention.winner] == TOWN and mention.share >= SURE_SHARE
    }
    return [
        mention
        for mention in mentions
        if not mention.rejected
        and DOUBTFUL_LEAST <= mention.score < 0
        and mention.form == "name"
        and not any(words[at].key in persons for at in range(mention.first, mention.last + 1))
        and _stands_alone(mention, words)
        and any(_beside(index, points, gazetteer) for index, _ in mention.bearers)
    ]


def _stands_alone(mention: Mention, words: list[Word]) -> bool:
    """No capitalised word touches the name: with one it is part of a longer name, mostly a person's."""
    if mention.first and words[mention.first].gap == "join" and words[mention.first - 1].capital:
        return False
    following = mention.last + 1
    return following >= len(words) or words[following].gap != "join" or not words[following].capital


def _beside(index: int, points: set[tuple[int, int]], gazetteer: Gazetteer) -> bool:
    latitude, longitude = gazetteer.latitude[index], gazetteer.longitude[index]
    if (
        latitude == UNKNOWN_DEGREES
        or gazetteer.feature[index] != TOWN
        or gazetteer.population[index] < NEIGHBOUR_POPULATION
    ):
        return False
    scale = cos(radians(latitude / 100_000))
    return any(
        hypot(latitude - north, (longitude - east) * scale) * _KM_PER_UNIT <= BESIDE_KM for north, east in points
    )
