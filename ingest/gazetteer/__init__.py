"""The gazetteer: places of the world by any spelling, in one file that all processes map."""

from ingest.gazetteer.gazetteer import Gazetteer, UnknownPlace
from ingest.gazetteer.opening import default_path, open_gazetteer
from ingest.gazetteer.records import Feature, PlaceRecord

__all__ = ["Feature", "Gazetteer", "PlaceRecord", "UnknownPlace", "default_path", "open_gazetteer"]
