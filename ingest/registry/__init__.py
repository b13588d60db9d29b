"""The registry of actors: people, organisations, countries and armed groups with every spelling that news uses for them."""

from ingest.registry.loading import InvalidRegistry, load_registry
from ingest.registry.records import RegistryActor, Role
from ingest.registry.registry import Match, Registry

__all__ = ["InvalidRegistry", "Match", "Registry", "RegistryActor", "Role", "load_registry"]
