"""The list of Neo4j's jars that belong together, each with the hash of its file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

ROOT_COORDINATES = (
    "org.neo4j:neo4j:5.26.30",
    "org.neo4j.app:neo4j-server:5.26.30",
    "org.neo4j.client:neo4j-browser:5.24.0",
)
"""What the list is made from; the rest are their dependencies."""

NEO4J_VERSION = ROOT_COORDINATES[0].rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Pin:
    """One jar: its Maven coordinate and the SHA-256 of its file."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def file_name(self) -> str:
        """The jar's name in the cache and in a Maven repository."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{suffix}.jar"

    @property
    def line(self) -> str:
        """The pin as the list writes it."""
        coordinate = ":".join(part for part in (self.group, self.artifact, self.version, self.classifier) if part)
        return f"{coordinate} {self.sha256}"


def parse_pin(line: str) -> Pin:
    """Read one line of the list, `group:artifact:version[:classifier] sha256`."""
    coordinate, sha256 = line.split()
    group, artifact, version, *classifier = coordinate.split(":")
    return Pin(group, artifact, version, "".join(classifier), sha256)


def read_pins() -> tuple[Pin, ...]:
    """The pinned jars, in the order of the class path."""
    text = files(__package__).joinpath("neo4j-jars.txt").read_text(encoding="utf-8")
    return tuple(parse_pin(line) for line in text.splitlines() if line and not line.startswith("#"))
