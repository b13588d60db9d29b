"""Where a report's source is at home, by what its metadata say: the home given, the registry, the name of the paper, the address."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from ingest.extractors.toponyms.features import COUNTRY, DISTRICT, REGION, TOWN
from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.setting import HOME_WEIGHT
from ingest.gazetteer import Gazetteer, UnknownPlace
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.likelihood import likelihoods
from ingest.readers import Document
from ingest.registry import Registry

_DATA = Path(__file__).parent / "registry" / "sold_domains.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
# In names’ worth, as what a text itself tells: a paper’s name says as much as one and a half.
NAME_WEIGHT, COUNTRY_WEIGHT = 1.5, 1.0
LEAST_SHARE = 0.05
LONGEST_NAME_WORDS = 4
# The top-level domain of the United Kingdom is not its ISO code.
_DOMAIN_COUNTRIES = {"uk": "GB"}


def home_weights(document: Document, gazetteer: Gazetteer, registry: Registry) -> dict[int, float]:
    """Weights of places (record indexes) that the source of a document writes about; none where nothing tells.

    Only the document's own metadata count, so that no other report, and no order of reading, changes what it says.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    if document.home is not None:
        index = find_place(document.home, gazetteer)
        if index is not None:
            return {index: HOME_WEIGHT}
    country = _country(document, registry)
    record = gazetteer.country_record(country) if country is not None else None
    if record is not None:
        weights[record] += COUNTRY_WEIGHT
    if document.publisher is not None and registry.find(document.publisher, "Organization") is None:
        for index, share in _places_in(document.publisher, country, gazetteer).items():
            weights[index] += NAME_WEIGHT * share
    return dict(weights)


def find_place(home: str, gazetteer: Gazetteer) -> int | None:
    """The record index of an id ("geonames:5174035") or of a name with or without what contains it ("Toledo, Ohio"); None: unknown."""
    try:
        return gazetteer.index(home)
    except UnknownPlace:
        name, *containers = (part.strip() for part in home.split(","))
    wanted = {fold_name(each) for each in containers}
    for candidate in gazetteer.candidates(name):
        around = {
            fold_name(each) for parent in gazetteer.parents(candidate.id) for each in (parent.name, *parent.aliases)
        }
        if wanted <= around:
            return gazetteer.index(candidate.id)
    return None


def _country(document: Document, registry: Registry) -> str | None:
    """The ISO code of the side that the registry has the publisher on, else of the address's top-level domain."""
    publisher = registry.find(document.publisher, "Organization") if document.publisher is not None else None
    if publisher is not None and publisher.side is not None:
        side = registry.find(publisher.side, "Country")
        if side is not None:
            return side.id.removeprefix("country:")
    host = urlsplit(document.url).hostname if document.url is not None else None
    domain = (host or "").rpartition(".")[2].lower()
    if len(domain) != 2 or domain in _sold_domains():
        return None
    return _DOMAIN_COUNTRIES.get(domain, domain.upper())


def _places_in(publisher: str, country: str | None, gazetteer: Gazetteer) -> dict[int, float]:
    """The shares of the places that a paper's name may speak of ("The Toledo Blade"), in its country where that is known."""
    classes = word_classes()
    common = classes["common"] | classes["reject"] | classes["media"] | classes["months"] | classes["directions"]
    words = [fold_name(match[0]) for match in _WORD.finditer(publisher)]
    for length in range(min(LONGEST_NAME_WORDS, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            key = " ".join(words[first : first + length])
            if length == 1 and (key in common or len(key) < 4):
                continue
            shares = _shares(key, country, gazetteer)
            if shares:
                return shares
    return {}


def _shares(key: str, country: str | None, gazetteer: Gazetteer) -> dict[int, float]:
    bearers = tuple(
        (index, level)
        for index, level in gazetteer.bearers(key)
        if not level
        and gazetteer.feature[index] in (TOWN, DISTRICT, REGION, COUNTRY)
        and (country is None or gazetteer.country(index) == country)
    )
    likely = likelihoods(bearers, gazetteer, of_division=False)
    if not likely:
        return {}
    top = max(likely.values())
    masses = {index: 10.0 ** (value - top) for index, value in likely.items()}
    total = sum(masses.values())
    return {index: mass / total for index, mass in masses.items() if mass / total >= LEAST_SHARE}


@lru_cache(maxsize=1)
def _sold_domains() -> frozenset[str]:
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
