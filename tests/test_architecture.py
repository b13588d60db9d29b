"""The import rule: `app` and `ingest` know `graph`, `graph` knows neither, and they do not know each other but where they are wired."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# The command line wires all three (architecture.md); each command is part of it.
WIRING = {"app/cli.py", *(f"app/commands/{path.name}" for path in (ROOT / "app" / "commands").glob("*.py"))}


def modules(package: str) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / package).rglob("*.py"))


def imports(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def imported_packages(module: str) -> set[str]:
    return {name.partition(".")[0] for name in imports(module)}


@pytest.mark.parametrize("module", modules("graph"))
def test_graph_knows_neither_ingest_nor_app(module: str) -> None:
    assert not imported_packages(module) & {"app", "ingest", "spacy", "fastapi"}


@pytest.mark.parametrize("module", modules("ingest"))
def test_ingest_does_not_know_app(module: str) -> None:
    assert not imported_packages(module) & {"app", "fastapi"}


@pytest.mark.parametrize("module", [module for module in modules("app") if module not in WIRING])
def test_app_does_not_know_ingest(module: str) -> None:
    assert not imported_packages(module) & {"ingest", "spacy"}


@pytest.mark.parametrize("module", ["graph/model.py", "graph/timespan.py", "graph/ids.py", "graph/clock.py"])
def test_the_domain_model_knows_no_driver(module: str) -> None:
    assert not imported_packages(module) & {"neo4j", "pydantic"}


@pytest.mark.parametrize("module", [module for module in modules("ingest") if module.startswith("ingest/extractors")])
def test_extractors_know_neither_ids_nor_the_graph_nor_settings(module: str) -> None:
    allowed = {"graph.timespan", "graph.errors", "graph.names"}
    assert not {name for name in imports(module) if name.startswith("graph") and name not in allowed}
    assert not {name for name in imports(module) if name.startswith(("ingest.settings", "ingest.assemble"))}


@pytest.mark.parametrize("module", modules("app/routers"))
def test_routers_know_no_cypher_and_no_driver(module: str) -> None:
    assert "neo4j" not in imported_packages(module)


@pytest.mark.parametrize("package", ["app", "graph", "ingest"])
def test_modules_hold_one_idea(package: str) -> None:
    long = {
        module: lines
        for module in modules(package)
        if (lines := (ROOT / module).read_text(encoding="utf-8").count("\n")) > 350
    }
    assert not long
