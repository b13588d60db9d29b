"""The record of the server that runs: written by whoever starts it, read by whoever joins it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.local_server.ports import Ports


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server that was started: it may have ended since."""

    pid: int
    ports: Ports
    kept: bool
    """Whether it stays when its last user is done (`db start`)."""


def read_state(path: Path) -> ServerState | None:
    """The record; None where there is none or nobody could have written it so."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return ServerState(int(record["pid"]), Ports(**record["ports"]), bool(record["kept"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(path: Path, state: ServerState) -> None:
    """Replace the record at once, never half."""
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(asdict(state)) + "\n", encoding="utf-8")
    partial.replace(path)
