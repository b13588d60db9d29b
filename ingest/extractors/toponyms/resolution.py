"""Decides which of the places that bear a name is meant.

Each name of the text has candidates with a prior: their size, their kind, whether the name is only an alias there. In a few rounds
every name then lends support to the others' candidates, by the shares that its own candidates have so far: the same country, the same
first-order division, and nearness. What the text says outright (a container, a kind of place) comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, exp, radians, sqrt

from ingest.extractors.toponyms.features import COUNTRY, DISTRICT, REGION, TOWN
from ingest.extractors.toponyms.mentions import Mention
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE, UNKNOWN_DEGREES
from ingest.gazetteer.likelihood import likelihoods

CANDIDATES_KEPT = 120
ROUNDS = 3
NEAR_KM = 60.0
FAR_KM = 400.0
_DEGREE_UNITS = 100_000
_KM_PER_DEGREE = 111.2

Weights = defaultdict[int, float]

# What other names speak for a candidate, set on news texts: neither half nor double of any changes the outcome by more than a point.
COUNTRY_SHARE_WORTH, COUNTRY_NAME_WORTH, COUNTRY_MOST = 1.2, 0.3, 0.8
REGION_NAME_WORTH, REGION_MOST = 1.1, 2.0
REGION_ITSELF_WORTH, REGION_ITSELF_MOST = 0.5, 1.0
NEARNESS_WORTH, NEARNESS_MOST = 1.7, 3.2

# Decimal orders of magnitude, as the priors are.
KIND_BONUS = 3.0
# No country is a town, however large.
NEVER_KIND = 12.0
DATELINE_HANDICAP = 1.5
# Who announces and denies is a government.
ACTOR_BONUS = 1.5
# A village has hardly more people.
VILLAGE_POPULATION, VILLAGE_HANDICAP = 8_000, 1.5
# A smaller town in a country that nothing else in the text speaks of is a namesake of one that no list has.
NAMESAKE_POPULATION = 100_000
STRANGER_SHARE = 0.04
OTHERS_LEAST, LEADING_SHARE = 2.0, 0.5
# The same of first-order divisions, of a place that is far from all that the text names.
FAR_POPULATION, FAR_NEARNESS, LEADING_REGION_SHARE = 30_000, 0.05, 0.7
# How sure the reading is that no list has the place.
UNLISTED_SHARE = 0.5
HOME_SUPPORT = 2.0


@dataclass(slots=True)
class Name:
    """One name of the text with its candidates; all its mentions share the reading."""

    mentions: list[Mention]
    candidates: list[int]
    priors: list[float]
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The folded name: other readings of it in the same text lend this one no support."""
        return self.mentions[0].key

    def best(self) -> int:
        """The position of the candidate with the highest score."""
        return max(range(len(self.scores)), key=lambda i: (self.scores[i], -i))


def resolve_mentions(
    mentions: list[Mention], gazetteer: Gazetteer, home_country: str | None, setting: Mapping[int, float]
) -> None:
    """Sets every mention's winner (a record index, `NONE` where no list has the place), its share and its reason."""
    names = [_name(group, gazetteer) for group in _groups(mentions)]
    for name in names:
        name.scores = list(name.priors)
        name.shares = _shares(name.scores)
    for _ in range(ROUNDS):
        support = _Support(names, gazetteer, home_country, setting)
        for name in names:
            if len(name.candidates) > 1:
                name.scores = [
                    p + support.of(index, name) for index, p in zip(name.candidates, name.priors, strict=True)
                ]
        for name in names:
            name.shares = _shares(name.scores)
    support = _Support(names, gazetteer, home_country, setting)
    for name in names:
        _decide(name, support, gazetteer)


def _decide(name: Name, support: _Support, gazetteer: Gazetteer) -> None:
    best = _acceptable(name, support, gazetteer)
    if best is None:
        for mention in name.mentions:
            mention.winner, mention.reason, mention.share = NONE, "unlisted", UNLISTED_SHARE
        return
    largest = max(range(len(name.priors)), key=lambda i: (name.priors[i], -i))
    for mention in name.mentions:
        mention.winner, mention.share = name.candidates[best], name.shares[best]
        if mention.container is not None:
            mention.reason = "container"
        elif len(name.candidates) == 1:
            mention.reason = "only"
        elif best != largest:
            mention.reason = "context"
        else:
            mention.reason = "kind" if mention.kind else "size"


def _acceptable(name: Name, support: _Support, gazetteer: Gazetteer) -> int | None:
    """The position of the best candidate, of the best in the text's own country where that one is a stranger there, or None.

    A stranger is a smaller town in a country that nothing else in the text speaks of, while one country leads the text.
    """
    if not name.candidates:
        return None
    best = name.best()
    index = name.candidates[best]
    if gazetteer.feature[index] not in (TOWN, DISTRICT) or gazetteer.population[index] >= NAMESAKE_POPULATION:
        return best
    if name.mentions[0].container is not None or name.mentions[0].form != "name":
        return best
    shares, others = support.country_shares(name)
    if others < OTHERS_LEAST or shares.get(gazetteer.country_index[index], 0.0) >= STRANGER_SHARE:
        return None if support.is_far(index, name) else best
    leading, leading_share = max(shares.items(), key=lambda item: (item[1], -item[0]))
    if leading_share < LEADING_SHARE:
        return best
    at_home = [i for i, candidate in enumerate(name.candidates) if gazetteer.country_index[candidate] == leading]
    return max(at_home, key=lambda i: (name.scores[i], -i), default=None)


def _groups(mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions by name; one with a container or a kind is a name of its own, and lends its reading to the bare name."""
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    qualified: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for mention in mentions:
        container = mention.container or mention.unlisted_in
        qualifier = container.key if container is not None else mention.kind
        groups[mention.key, qualifier].append(mention)
        if container is not None or mention.kind in ("settlement", "village"):
            qualified[mention.key].add((mention.key, qualifier))
    for key, qualifiers in qualified.items():
        if len(qualifiers) == 1 and (key, "") in groups:
            (named,) = qualifiers
            # A place is introduced before it goes by its bare name: "Moscow" before "Moscow, Idaho" is another.
            bare = min(
                group[0].first
                for (other, how), group in groups.items()
                if other == key and how in ("", "actor", "dateline")
            )
            if groups[named][0].first < bare:
                groups[named].extend(groups.pop((key, "")))
    return list(groups.values())


def _name(group: list[Mention], gazetteer: Gazetteer) -> Name:
    mention = group[0]
    if mention.unlisted_in is not None:
        return Name(group, [], [])
    bearers = mention.bearers
    if mention.container is not None:
        containers = {index for index, _ in mention.container.bearers}
        bearers = (
            tuple(b for b in bearers if any(above in containers for above in gazetteer.containers(b[0]))) or bearers
        )
    priors = likelihoods(bearers, gazetteer, of_division=mention.kind == "division")
    for index in priors:
        priors[index] += _kind_support(index, mention.kind, gazetteer)
    kept = sorted(priors.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES_KEPT]
    return Name(group, [index for index, _ in kept], [prior for _, prior in kept])


def _kind_support(index: int, kind: str, gazetteer: Gazetteer) -> float:
    """What a noun beside the name ("the town of", "province") speaks for a candidate."""
    feature = gazetteer.feature[index]
    if kind == "division":
        return KIND_BONUS if feature in (REGION, DISTRICT) else 0.0
    if kind == "settlement":
        return 0.0 if feature == TOWN else -NEVER_KIND
    if kind == "village":
        if feature != TOWN:
            return -NEVER_KIND
        return -VILLAGE_HANDICAP if gazetteer.population[index] > VILLAGE_POPULATION else 0.0
    if kind == "actor":
        return ACTOR_BONUS if feature == COUNTRY or gazetteer.is_capital[index] else 0.0
    if kind == "dateline" and feature in (REGION, DISTRICT):
        return -DATELINE_HANDICAP
    return 0.0


class _Support:
    """What the text's names, as read so far, lend to a candidate."""

    def __init__(
        self, names: list[Name], gazetteer: Gazetteer, home_country: str | None, setting: Mapping[int, float]
    ) -> None:
        self._gazetteer = gazetteer
        self._home = home_country
        self._countries: Weights = defaultdict(float)
        self._regions: Weights = defaultdict(float)
        self._own: dict[str, tuple[Weights, Weights]] = {}
        self._points: list[tuple[str, float, float, float, float]] = []
        for name in names:
            self._add(name)
        for index, weight in setting.items():
            self._countries[gazetteer.country_index[index]] += weight
            if gazetteer.region[index] != NONE:
                self._regions[gazetteer.region[index]] += weight
            if gazetteer.feature[index] in (TOWN, DISTRICT):
                self._add_point("", index, min(weight, 1.0))
        self._total = sum(self._countries.values())

    def _add(self, name: Name) -> None:
        gazetteer = self._gazetteer
        weight = sqrt(min(len(name.mentions), 4))
        countries: Weights = defaultdict(float)
        regions: Weights = defaultdict(float)
        for index, share in zip(name.candidates, name.shares, strict=True):
            if share < 0.03:
                continue
            countries[gazetteer.country_index[index]] += weight * share
            regions[gazetteer.region[index]] += weight * share
            if gazetteer.feature[index] in (TOWN, DISTRICT):
                self._add_point(name.key, index, share)
        countries.pop(NONE, None)
        regions.pop(NONE, None)
        own_countries, own_regions = self._own.setdefault(name.key, (defaultdict(float), defaultdict(float)))
        for sums, weights in (
            (self._countries, countries),
            (self._regions, regions),
            (own_countries, countries),
            (own_regions, regions),
        ):
            for index, value in weights.items():
                sums[index] += value

    def _add_point(self, key: str, index: int, share: float) -> None:
        gazetteer = self._gazetteer
        if gazetteer.latitude[index] != UNKNOWN_DEGREES:
            latitude, longitude = gazetteer.latitude[index] / _DEGREE_UNITS, gazetteer.longitude[index] / _DEGREE_UNITS
            self._points.append((key, latitude, longitude, cos(radians(latitude)), share))

    def of(self, index: int, name: Name) -> float:
        """Decimal orders of magnitude that the other names speak for this candidate."""
        gazetteer = self._gazetteer
        own_countries, own_regions = self._own[name.key]
        country, region = gazetteer.country_index[index], gazetteer.region[index]
        feature = gazetteer.feature[index]
        support = 0.0
        if country != NONE:
            others = self._countries[country] - own_countries[country]
            total = self._total - sum(own_countries.values())
            support += COUNTRY_SHARE_WORTH * others / (total + 1.0) + min(COUNTRY_NAME_WORTH * others, COUNTRY_MOST)
            if self._home is not None and gazetteer.country(index) == self._home:
                support += HOME_SUPPORT
        if region != NONE and feature != COUNTRY:
            peers = self._regions[region] - own_regions[region]
            # A division is named where its towns are, without standing near any.
            support += min(REGION_NAME_WORTH * peers, REGION_MOST)
            if feature == REGION:
                support += min(REGION_ITSELF_WORTH * peers, REGION_ITSELF_MOST)
        if feature in (TOWN, DISTRICT):
            support += self._nearness(index, name.key)
        return support

    def country_shares(self, name: Name) -> tuple[dict[int, float], float]:
        """The countries' shares of the other names, and the weight of those."""
        own, _ = self._own[name.key]
        weights = {index: weight - own.get(index, 0.0) for index, weight in self._countries.items()}
        total = sum(weights.values())
        return ({index: weight / total for index, weight in weights.items()} if total > 0 else {}), total

    def is_far(self, index: int, name: Name) -> bool:
        """Whether a small town lies near nothing that the text names, in a division of which nothing speaks, while one leads the text."""
        gazetteer = self._gazetteer
        if gazetteer.population[index] >= FAR_POPULATION or self._nearness(index, name.key) > FAR_NEARNESS:
            return False
        _, own = self._own[name.key]
        weights = {region: weight - own.get(region, 0.0) for region, weight in self._regions.items()}
        total = sum(weights.values())
        if total < OTHERS_LEAST or weights.get(gazetteer.region[index], 0.0) >= STRANGER_SHARE * total:
            return False
        return max(weights.values()) >= LEADING_REGION_SHARE * total

    def _nearness(self, index: int, own: str) -> float:
        gazetteer = self._gazetteer
        if gazetteer.latitude[index] == UNKNOWN_DEGREES:
            return 0.0
        latitude, longitude = gazetteer.latitude[index] / _DEGREE_UNITS, gazetteer.longitude[index] / _DEGREE_UNITS
        total = 0.0
        for other, other_latitude, other_longitude, scale, share in self._points:
            north = (latitude - other_latitude) * _KM_PER_DEGREE
            if other == own or not -FAR_KM < north < FAR_KM:
                continue
            east = (longitude - other_longitude) * _KM_PER_DEGREE * scale
            if -FAR_KM < east < FAR_KM:
                total += share * exp(-sqrt(north * north + east * east) / NEAR_KM)
        return min(NEARNESS_WORTH * total, NEARNESS_MOST)


def _shares(scores: list[float]) -> list[float]:
    """Shares of the candidates: one order of magnitude more is ten times as likely."""
    if not scores:
        return []
    top = max(scores)
    weights = [10.0 ** (score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
