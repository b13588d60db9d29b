"""Decides names of which the text tells how far and where from another town they lie: "Tokmak, 40 km south of Orikhiv"."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from ingest.extractors.toponyms.features import TOWN
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE
from ingest.gazetteer.likelihood import likelihoods
from ingest.gazetteer.offset_phrases import OffsetPhrase, components
from ingest.gazetteer.offsets import KM_PER_DEGREE, distance_km

# How much a name is likelier a place's where a distance from a town is told of it.
DESCRIBED_WORTH = 2.5
# Roads are longer than the way as the crow flies, and numbers are round.
SHORTEST_SHARE, LONGEST_SHARE, ROUND_KM = 0.55, 1.35, 5.0
# Where no distance is told, a place is named from a town as near as the next district's.
NEIGHBOUR_KM = 60.0
# A compass word spans 45 degrees to either side, and a little more: the cosine of 60 degrees.
LEAST_COSINE = 0.5
# Hereabouts a direction says nothing: a town is as wide.
TOWN_WIDTH_KM = 4.0
# What is as large as this is meant whatever a text says of its distance.
LARGE_POPULATION = 300_000
CERTAIN_SHARE = 0.9
# Farther than this from where the text says, a town is another one of that name; nearer, the text may be wrong in the direction.
ELSEWHERE_TIMES, ELSEWHERE_KM = 2.0, 25.0


def welcome_described(mentions: Sequence[Mention], words: Sequence[Word], phrases: Sequence[OffsetPhrase]) -> None:
    """Raises the score of names of which a distance is told."""
    ends = {phrase.described_end for phrase in phrases if phrase.distance_km is not None}
    for mention in mentions if ends else ():
        if words[mention.last].end in ends and not mention.rejected and mention.form == "name":
            mention.score = max(mention.score, -1.0) + DESCRIBED_WORTH
            mention.cue = mention.cue or "offset"


def settle_described(
    mentions: Sequence[Mention], words: Sequence[Word], phrases: Sequence[OffsetPhrase], gazetteer: Gazetteer
) -> None:
    """Gives a described name the candidate that lies where the text says, and both names theirs where only one pair of candidates fits.

    A name none of whose candidates lies there is in no list, unless it is a large place's.
    """
    by_start = {words[mention.first].start: mention for mention in mentions}
    by_end = {words[mention.last].end: mention for mention in mentions}
    for phrase in phrases:
        anchor, described = by_start.get(phrase.name_start), by_end.get(phrase.described_end or -1)
        if anchor is None or described is None or not described.bearers or anchor.key == described.key:
            continue
        if (
            anchor.form != "name"
            or described.form != "name"
            or described.container is not None
            or anchor.winner == NONE
        ):
            continue
        _settle(described, anchor, phrase, mentions, gazetteer)


def _settle(
    described: Mention, anchor: Mention, phrase: OffsetPhrase, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> None:
    likely = likelihoods(described.bearers, gazetteer, of_division=False)
    towns = [index for index in likely if gazetteer.feature[index] == TOWN]
    fitting = [index for index in towns if _fits(index, anchor.winner, phrase, gazetteer)]
    if fitting:
        _read(described, max(fitting, key=lambda index: (likely[index], -index)), mentions)
        return
    if phrase.distance_km is None:
        return
    if anchor.share < CERTAIN_SHARE:
        likely_anchors = likelihoods(anchor.bearers, gazetteer, of_division=False)
        pairs = [
            (likely[index] + likely_anchors[other], -index, -other)
            for index in towns
            for other in likely_anchors
            if gazetteer.feature[other] == TOWN and _fits(index, other, phrase, gazetteer)
        ]
        if pairs:
            _, index, other = max(pairs)
            _read(described, -index, mentions)
            _read(anchor, -other, mentions)
            return
    if _is_namesake(described, anchor, phrase.distance_km, gazetteer):
        for mention in _alike(described, mentions):
            mention.winner, mention.reason = NONE, "unlisted"


def _is_namesake(described: Mention, anchor: Mention, told_km: float, gazetteer: Gazetteer) -> bool:
    """Whether the town that a name was read as lies so far from where the text says that another one is meant."""
    here, there = _point(described.winner, gazetteer), _point(anchor.winner, gazetteer)
    if described.winner == NONE or here is None or there is None:
        return False
    if gazetteer.feature[described.winner] != TOWN or gazetteer.feature[anchor.winner] != TOWN:
        return False
    if gazetteer.population[described.winner] >= LARGE_POPULATION:
        return False
    return distance_km(here, there) > ELSEWHERE_TIMES * told_km + ELSEWHERE_KM


def _read(named: Mention, index: int, mentions: Sequence[Mention]) -> None:
    for mention in _alike(named, mentions):
        if mention.winner != index or len(mention.bearers) > 1:
            mention.winner, mention.reason, mention.share = index, "offset", max(mention.share, CERTAIN_SHARE)


def _alike(named: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that were read as the same place under the same name."""
    return [each for each in mentions if (each.key, each.winner) == (named.key, named.winner)]


def _fits(index: int, anchor: int, phrase: OffsetPhrase, gazetteer: Gazetteer) -> bool:
    """Whether a place lies as the phrase says from another."""
    here, there = _point(index, gazetteer), _point(anchor, gazetteer)
    if here is None or there is None or gazetteer.feature[anchor] != TOWN or index == anchor:
        return False
    far_km = distance_km(here, there)
    width_km = gazetteer.radius_km[index] + gazetteer.radius_km[anchor]
    if phrase.distance_km is None:
        near = far_km <= NEIGHBOUR_KM
    else:
        slack_km = ROUND_KM + width_km
        near = SHORTEST_SHARE * phrase.distance_km - slack_km <= far_km <= LONGEST_SHARE * phrase.distance_km + slack_km
    if not near or phrase.direction is None or far_km <= max(TOWN_WIDTH_KM, width_km):
        return near
    north, east = components(phrase.direction)
    north_km = (here[0] - there[0]) * KM_PER_DEGREE
    east_km = (here[1] - there[1]) * KM_PER_DEGREE * cos(radians(there[0]))
    return (north * north_km + east * east_km) / far_km >= LEAST_COSINE


def _point(index: int, gazetteer: Gazetteer) -> tuple[float, float] | None:
    latitude, longitude = gazetteer.coordinates(index)
    return None if latitude is None or longitude is None else (latitude, longitude)
