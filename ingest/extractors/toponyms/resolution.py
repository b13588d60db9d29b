"""Decides which of the places that bear a name is meant: containment, the other places of the text, kind, nearness, size last."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import cos, exp, log10, radians, sqrt

from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.recognition import COUNTRY, DISTRICT, REGION, TOWN
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.build import NONE, UNKNOWN_DEGREES

CANDIDATES_KEPT = 40
ROUNDS = 3
NEAR_KM = 90.0
_DEGREE_UNITS = 100_000
_KM_PER_DEGREE = 111.2


@dataclass(slots=True)
class Name:
    """One name of the text with its candidates; all mentions of the name share the reading, but for those with a container."""

    mentions: list[Mention]
    candidates: list[int]
    priors: list[float]
    shares: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def best(self) -> int:
        """The position of the candidate with the highest score."""
        return max(range(len(self.scores)), key=lambda i: (self.scores[i], -i))


def resolve_mentions(mentions: list[Mention], gazetteer: Gazetteer, home_country: str | None) -> None:
    """Sets every mention's winner (a record index, `NONE` for no place of any list), its share and its reason."""
    names = _group(mentions, gazetteer)
    for name in names:
        name.scores = list(name.priors)
        name.shares = _softmax(name.scores)
    for _ in range(ROUNDS):
        support = _Support(names, gazetteer, home_country)
        for name in names:
            if len(name.candidates) > 1:
                name.scores = [
                    prior + support.of(index, name) for index, prior in zip(name.candidates, name.priors, strict=True)
                ]
        for name in names:
            name.shares = _softmax(name.scores)
    for name in names:
        best = name.best()
        only = len(name.candidates) == 1
        by_size = max(range(len(name.priors)), key=lambda i: name.priors[i])
        for mention in name.mentions:
            mention.winner = name.candidates[best]
            mention.share = name.shares[best]
            mention.reason = mention.reason or (
                "container"
                if mention.container is not None
                else "only"
                if only
                else "size"
                if best == by_size
                else "context"
            )


def _group(mentions: list[Mention], gazetteer: Gazetteer) -> list[Name]:
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        container = mention.container.key if mention.container is not None else ""
        groups[mention.key, container or mention.kind].append(mention)
    contained: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, how in groups:
        if groups[key, how][0].container is not None:
            contained[key].append((key, how))
    names = []
    for (key, how), group in groups.items():
        if not how and len(contained.get(key, ())) == 1:
            # Named with its container once, it is the same place without.
            groups[contained[key][0]].extend(group)
    for (key, how), group in groups.items():
        if not how and len(contained.get(key, ())) == 1:
            continue
        names.append(_name(group, gazetteer))
    return names


def _name(group: list[Mention], gazetteer: Gazetteer) -> Name:
    mention = group[0]
    bearers = mention.bearers
    if mention.container is not None:
        containers = {index for index, _ in mention.container.bearers}
        inside = tuple(b for b in bearers if any(above in containers for above in gazetteer.containers(b[0])))
        bearers = inside or bearers
    weighed = sorted(
        ((_prior(index, alias, mention, gazetteer), index) for index, alias in bearers), key=lambda p: (-p[0], p[1])
    )
    kept = weighed[:CANDIDATES_KEPT]
    return Name(group, [index for _, index in kept], [prior for prior, _ in kept])


def _prior(index: int, is_alias: bool, mention: Mention, gazetteer: Gazetteer) -> float:
    """Decimal orders of magnitude: a town's people, an area's with a handicap towards its capital."""
    feature = gazetteer.feature[index]
    population = gazetteer.population[index]
    if feature == TOWN:
        value = log10(population + 50)
        if gazetteer.is_capital[index]:
            value = max(value, 5.5) + 0.5
    elif feature == COUNTRY:
        value = max(log10(population + 1) + 1.5, 7.5)
    elif feature == REGION:
        value = log10(population + 1000) - 0.9
    elif feature == DISTRICT:
        value = log10(population + 1000) - 2.0
    else:
        value = 6.0
    if is_alias:
        value -= 1.2
    if mention.kind == "division":
        value += 3.0 if feature in (REGION, DISTRICT) else 0.0
    elif mention.kind == "settlement" and feature != TOWN:
        value -= 3.0
    return value


class _Support:
    """What the text's names, as read so far, lend to a candidate."""

    def __init__(self, names: list[Name], gazetteer: Gazetteer, home_country: str | None) -> None:
        self._gazetteer = gazetteer
        self._countries: Counter[int] = Counter()
        self._regions: Counter[int] = Counter()
        self._own: dict[int, tuple[Counter[int], Counter[int]]] = {}
        self._points: list[tuple[int, float, float, float, float]] = []
        self._home = home_country
        for name in names:
            weight = min(len(name.mentions), 4) ** 0.5
            countries: Counter[int] = Counter()
            regions: Counter[int] = Counter()
            for index, share in zip(name.candidates, name.shares, strict=True):
                if share < 0.05:
                    continue
                countries[gazetteer.country_index[index]] += weight * share
                region = gazetteer.region[index]
                if region != NONE:
                    regions[region] += weight * share
                if gazetteer.feature[index] in (TOWN, DISTRICT) and gazetteer.latitude[index] != UNKNOWN_DEGREES:
                    latitude = gazetteer.latitude[index] / _DEGREE_UNITS
                    self._points.append(
                        (id(name), latitude, gazetteer.longitude[index] / _DEGREE_UNITS, cos(radians(latitude)), share)
                    )
            countries.pop(NONE, None)
            self._own[id(name)] = (countries, regions)
            self._countries.update(countries)
            self._regions.update(regions)

    def of(self, index: int, name: Name) -> float:
        gazetteer = self._gazetteer
        own_countries, own_regions = self._own[id(name)]
        country, region = gazetteer.country_index[index], gazetteer.region[index]
        total = sum(self._countries.values()) - sum(own_countries.values())
        support = 0.0
        if country != NONE:
            weight = self._countries[country] - own_countries[country]
            if total > 0:
                support += 1.2 * weight / (total + 1.0) + min(0.3 * weight, 0.8)
            if self._home is not None and gazetteer.country(index) == self._home:
                support += 1.0
        if region != NONE and gazetteer.feature[index] != COUNTRY:
            support += min(0.9 * (self._regions[region] - own_regions[region]), 1.6)
        if gazetteer.feature[index] in (TOWN, DISTRICT):
            support += self._nearness(index, name)
        return support

    def _nearness(self, index: int, name: Name) -> float:
        gazetteer = self._gazetteer
        if gazetteer.latitude[index] == UNKNOWN_DEGREES:
            return 0.0
        latitude, longitude = gazetteer.latitude[index] / _DEGREE_UNITS, gazetteer.longitude[index] / _DEGREE_UNITS
        total = 0.0
        own = id(name)
        for other, other_latitude, other_longitude, scale, share in self._points:
            north = (latitude - other_latitude) * _KM_PER_DEGREE
            if other == own or not -400 < north < 400:
                continue
            east = (longitude - other_longitude) * _KM_PER_DEGREE * scale
            if -400 < east < 400:
                total += share * exp(-sqrt(north * north + east * east) / NEAR_KM)
        return min(1.2 * total, 2.4)


def _softmax(scores: list[float]) -> list[float]:
    """Shares of the candidates; one order of magnitude more is ten times as likely."""
    top = max(scores)
    weights = [10.0 ** (score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
