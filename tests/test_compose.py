"""The compose file is one, and opens nothing to other machines."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docker-compose.yml"
COMMAND = shutil.which("docker-compose")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
    return found


def test_ports_are_published_on_the_loopback_alone(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert [port for port in published if not port.startswith("127.0.0.1:")] == []


def test_no_password_has_a_default(services: dict[str, Any]) -> None:
    passwords = [services["neo4j"]["environment"]["NEO4J_AUTH"], services["api"]["environment"]["NEO4J_PASSWORD"]]
    assert [each.removeprefix("neo4j/").partition(":?")[0] for each in passwords] == ["${NEO4J_PASSWORD"] * 2


def test_the_service_waits_for_a_neo4j_that_answers(services: dict[str, Any]) -> None:
    assert services["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["neo4j"]["image"].startswith("neo4j:5.26")
    assert "cypher-shell" in services["neo4j"]["healthcheck"]["test"][1]


def test_the_service_is_built_from_files_that_are_there(services: dict[str, Any]) -> None:
    assert services["api"]["build"] == "."
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from=" not in line]
    assert copied
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []


@pytest.mark.skipif(COMMAND is None, reason="no docker-compose here; the tests above read the file without it")
@pytest.mark.parametrize(("password", "complaint"), [("a password", ""), (None, "NEO4J_PASSWORD")])
def test_docker_compose_takes_it_with_a_password_only(password: str | None, complaint: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    checked = subprocess.run(
        [str(COMMAND), "--file", str(FILE), "config", "--quiet"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (checked.returncode == 0) == (password is not None), checked.stderr
    assert complaint in checked.stderr
