"""Ukraine's settlements by the official codifier: those that GeoNames lacks stand at the centre of their community."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.romanisation import romanise
from ingest.gazetteer.tables import DATA, read_extract

# The radius of a community: Ukraine has 1,469 of them on 603,700 km².
HAMLET_RADIUS_KM = 12.0
# A town of GeoNames is the codifier's settlement of that name whose community's centre is nearest, if no farther than this.
SAME_SETTLEMENT_KM = 40.0
# A spelling that this many namesakes of a hamlet have is a spelling of its name.
NAMESAKES_MINIMUM = 2
_SETTLEMENT_KINDS = frozenset("MTXCK")
_KM_PER_DEGREE = 111.2


@dataclass(slots=True)
class _Settlement:
    code: str
    name: str
    region: Draft
    district: Draft | None
    community: int


class _Register:
    """GeoNames' Ukrainian records by folded name."""

    def __init__(self, drafts: Mapping[str, Draft]) -> None:
        self.towns: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
        self.namesakes: defaultdict[str, list[Draft]] = defaultdict(list)
        self.districts: defaultdict[str, list[Draft]] = defaultdict(list)
        self.regions: dict[str, Draft] = {}
        for draft in drafts.values():
            if draft.country != "UA":
                continue
            for key in {fold_name(name) for name in draft.names}:
                if draft.feature == "town":
                    self.towns[key, _region_id(draft, drafts)].append(draft)
                    self.namesakes[key].append(draft)
                elif draft.feature == "district":
                    self.districts[key].append(draft)
                elif draft.feature == "region":
                    self.regions[key] = draft


def hamlets(drafts: Mapping[str, Draft]) -> Iterable[Draft]:
    """The codifier's settlements that are not among `drafts`."""
    register = _Register(drafts)
    settlements, centres = _read(register)
    groups: defaultdict[tuple[str, str], list[_Settlement]] = defaultdict(list)
    for settlement in settlements:
        groups[fold_name(settlement.name), settlement.region.id].append(settlement)
    for (key, region_id), group in groups.items():
        listed = _listed(group, register.towns.get((key, region_id), []), centres)
        for settlement in group:
            if settlement.code not in listed:
                yield _hamlet(settlement, centres, register.namesakes[key])


def _read(register: _Register) -> tuple[list[_Settlement], dict[int, Draft]]:
    """All settlements, and the centre of each community: the first that the codifier lists, where GeoNames has it."""
    settlements: list[_Settlement] = []
    centres: dict[int, Draft] = {}
    region = district = None
    community = 0
    centre_due = False
    for code, kind, name, _ in read_extract(DATA / "settlements_ua.tsv.gz"):
        if kind in ("O", "K"):
            region = register.regions.get(fold_name(f"{name} область")) or register.regions.get(fold_name(name))
        elif kind == "P":
            named = register.districts.get(fold_name(f"{name} район"), [])
            district = next((d for d in named if region is not None and d.parent == region.id), None)
        elif kind == "H":
            community, centre_due = community + 1, True
        if kind not in _SETTLEMENT_KINDS or region is None:
            continue
        settlements.append(_Settlement(code, name, region, district, community))
        if centre_due:
            centre_due = False
            towns = register.towns.get((fold_name(name), region.id), [])
            if towns:
                centres[community] = max(
                    towns, key=lambda town: (district is not None and town.parent == district.id, town.population)
                )
    return settlements, centres


def _listed(group: list[_Settlement], towns: list[Draft], centres: Mapping[int, Draft]) -> set[str]:
    """The codes of the settlements that GeoNames has, each town taken once, by the nearest community."""
    pairs = [
        (_distance_km(_place_of(settlement, centres), town), settlement.code, town.id)
        for settlement in group
        for town in towns
    ]
    codes: set[str] = set()
    taken: set[str] = set()
    for distance_km, code, town_id in sorted(pairs):
        if distance_km <= SAME_SETTLEMENT_KM and code not in codes and town_id not in taken:
            codes.add(code)
            taken.add(town_id)
    return codes


def _place_of(settlement: _Settlement, centres: Mapping[int, Draft]) -> Draft:
    return centres.get(settlement.community) or settlement.district or settlement.region


def _distance_km(one: Draft, other: Draft) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return SAME_SETTLEMENT_KM
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) * _KM_PER_DEGREE


def _hamlet(settlement: _Settlement, centres: Mapping[int, Draft], namesakes: Iterable[Draft]) -> Draft:
    at = _place_of(settlement, centres)
    spellings = Counter(spelling for town in namesakes for spelling in set(town.names))
    usual = sorted(spelling for spelling, count in spellings.items() if count >= NAMESAKES_MINIMUM)
    names = list(dict.fromkeys([romanise(settlement.name), settlement.name, *usual]))
    parent = settlement.district or settlement.region
    return Draft(
        f"katottg:{settlement.code}", names, "town", "UA", at.latitude, at.longitude, 0, parent.id, HAMLET_RADIUS_KM
    )


def _region_id(draft: Draft, drafts: Mapping[str, Draft]) -> str:
    parent = draft.parent
    while parent is not None and drafts[parent].feature not in ("region", "country"):
        parent = drafts[parent].parent
    return parent or ""
