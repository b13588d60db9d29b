"""The documents name what there is, and nothing else: routes, parameters, settings, commands, labels, relationship types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import typer
from pydantic_settings import BaseSettings

from app.cli import cli
from app.main import create_app
from app.settings import ServiceSettings
from graph.model import ActorKind
from graph.settings import DatabaseSettings
from ingest.settings import IngestSettings

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SCHEMA = (ROOT / "docs" / "graph-schema.md").read_text(encoding="utf-8")
SETTING = re.compile(r"`((?:NEO4J|CHRONOTOPE)_[A-Z0-9_]+)`")


def rows(document: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = document.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def settings() -> set[str]:
    """The names of all settings in the environment."""
    classes: list[type[BaseSettings]] = [DatabaseSettings, ServiceSettings, IngestSettings]
    return {
        str(field.validation_alias or f"{found.model_config.get('env_prefix', '')}{name}").upper()
        for found in classes
        for name, field in found.model_fields.items()
    }


def written() -> str:
    """All that Cypher creates: the patterns after CREATE and MERGE."""
    files = [*(ROOT / "graph" / "cypher" / "write").glob("*.cypher"), *(ROOT / "graph" / "cypher").glob("operations/*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return "\n".join(re.findall(r"\b(?:CREATE|MERGE)\s+(\(.*)", text))


def test_every_route_is_told_with_its_parameters() -> None:
    told = {
        route.strip("`"): sorted(re.findall(r"`(\w+)`", parameters)) for route, _, parameters in rows(API, "Routes")
    }
    there = {
        f"{method.upper()} {path}": sorted(
            each["name"] for each in operation.get("parameters", []) if each["in"] == "query"
        )
        for path, methods in create_app(None).openapi()["paths"].items()  # type: ignore[arg-type]
        for method, operation in methods.items()
    }
    assert told == there


def test_the_readme_names_every_setting_that_there_is() -> None:
    assert set(SETTING.findall(" ".join(cell for row in rows(README, "Settings") for cell in row))) == settings()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_names_a_setting_that_there_is_not(document: Path) -> None:
    assert set(SETTING.findall(document.read_text(encoding="utf-8"))) <= settings()


def test_the_readme_names_every_command() -> None:
    root = typer.main.get_command(cli)
    assert set(re.findall(r"^\| `chronotope (\w+)", README, re.MULTILINE)) == set(root.commands)  # type: ignore[attr-defined]


def test_every_label_is_told() -> None:
    told = {label for row in rows(SCHEMA, "Nodes") for label in re.findall(r"`(\w+)`", row[0])}
    there = {*re.findall(r"\(\w*:(\w+)", written()), *get_args(ActorKind)}
    assert told == there


def test_every_relationship_type_is_told() -> None:
    told = {type_ for row in rows(SCHEMA, "Relationships") for type_ in re.findall(r"\[:(\w+)", row[0])}
    there = set(re.findall(r"\[\w*:(\w+)", written()))
    assert told == there
    assert len(there) > 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    assert [each for each in links if "://" not in each and not (document.parent / each).exists()] == []
