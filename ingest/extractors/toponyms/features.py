"""The gazetteer's numbers of the features that names are told apart by."""

from ingest.gazetteer.records import FEATURES

COUNTRY, REGION, DISTRICT, TOWN, AREA = (
    FEATURES.index(feature) for feature in ("country", "region", "district", "town", "area")
)
