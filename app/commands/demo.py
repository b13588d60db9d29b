"""`chronotope demo`: the samples in a Neo4j of their own, a running service, and its answer to the question it exists for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import httpx
import typer
from rich.console import Console
from rich.table import Table

from app.settings import ServiceSettings
from graph.errors import ChronotopeError

DEMO_FOLDER = Path(".chronotope") / "demo"
SAMPLES_FOLDER = Path("samples")
START_TIMEOUT_SECONDS = 60
QUESTION = {"about": "Bakhmut", "limit": "12"}


class DemoFailed(ChronotopeError):
    """A step of the demo that did not work."""


def demo(
    stop: Annotated[bool, typer.Option("--stop", help="stop the service and the Neo4j of an earlier demo")] = False,
) -> None:
    """Ingest the samples, serve them and ask who said what about Bakhmut."""
    environment = os.environ | {"CHRONOTOPE_DATA": str(DEMO_FOLDER.absolute())}
    process_file = DEMO_FOLDER / "serve.pid"
    _stop_service(process_file)
    if stop:
        _chronotope(environment, "db", "stop")
        return
    if not SAMPLES_FOLDER.is_dir():
        raise DemoFailed(f"there is no folder {SAMPLES_FOLDER}: run the demo in the project's own folder")
    DEMO_FOLDER.mkdir(parents=True, exist_ok=True)
    _chronotope(environment, "db", "start")
    _chronotope(environment, "ingest", str(SAMPLES_FOLDER))
    address = f"http://127.0.0.1:{_free_port(ServiceSettings().port)}"
    _start_service(environment, address, process_file)
    answer = httpx.get(f"{address}/statements", params=QUESTION, timeout=30)
    answer.raise_for_status()
    console = Console(width=max(Console().width, 120))
    console.print(_table(answer.json()))
    console.print(f"The question      {answer.url}", highlight=False, soft_wrap=True)
    console.print(f"API docs          {address}/docs", highlight=False)
    _chronotope(environment, "db", "status")
    console.print("To stop           make stop", highlight=False)


def _chronotope(environment: dict[str, str], *arguments: str) -> None:
    finished = subprocess.run([sys.executable, "-m", "app", *arguments], env=environment, check=False)
    if finished.returncode:
        raise DemoFailed(
            f"`chronotope {' '.join(arguments)}` ended with {finished.returncode}; what it printed says why"
        )


def _start_service(environment: dict[str, str], address: str, process_file: Path) -> None:
    """Starts the service in the background and waits until it can answer."""
    port = address.rpartition(":")[2]
    log_path = DEMO_FOLDER / "serve.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "serve", "--port", port],
            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    process_file.write_text(str(process.pid), encoding="ascii")
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{address}/ready", timeout=5).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise DemoFailed(f"the service was not ready within {START_TIMEOUT_SECONDS} s; {log_path} says why")


def _stop_service(process_file: Path) -> None:
    """Ends the service of an earlier demo, if the process of that number still is one."""
    try:
        pid = int(process_file.read_text(encoding="ascii"))
        command = (
            Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") if Path("/proc").is_dir() else [b"app", b"serve"]
        )
        if b"app" in command and b"serve" in command:
            os.kill(pid, signal.SIGTERM)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        pass
    process_file.unlink(missing_ok=True)


def _free_port(wanted: int) -> int:
    """`wanted` where it is free, else any free port of the loopback."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found: int = probe.getsockname()[1]
            return found
    raise DemoFailed("no port of the loopback is free")


def _table(answer: dict[str, Any]) -> Table:
    table = Table("who", "said (mode)", "when", "report", title="Who said what about Bakhmut", show_lines=True)
    for item in answer["items"]:
        said = item["said"]
        when = said["edtf"] or f"no later than {item['report']['published'] or '?'}"
        phrase = f"\n“{said['phrase']}”" if said["phrase"] else ""
        table.add_row(
            item["speaker"]["name"], f"{item['content']} ({item['mode']})", when + phrase, item["report"]["ref"]
        )
    return table
