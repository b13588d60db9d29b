"""Neo4j's Java process: started apart from ours, recognised later, and ended."""

from __future__ import annotations

import os
import subprocess
import time

import psutil

from graph.local_server.configuration import home_argument, java_command
from graph.local_server.errors import StopFailed
from graph.local_server.home import ServerHome

STOP_TIMEOUT_SECONDS = 30  # Neo4j writes a checkpoint before it ends
KILL_TIMEOUT_SECONDS = 5
POLL_SECONDS = 0.1

PASSED_ON_VARIABLES = ("HOME", "TMPDIR", "TZ", "USER")
"""All that Neo4j sees of our environment: a JAVA_TOOL_OPTIONS meant for others would change it."""

LOCALE = {"LC_ALL": "C.UTF-8"}
"""So that Java opens folders with any name, whatever the locale."""


def spawn(home: ServerHome) -> int:
    """Start Neo4j in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it; return its process id."""
    with home.log_path.open("wb") as log:
        process = subprocess.Popen(
            java_command(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home.folder,
            env={name: os.environ[name] for name in PASSED_ON_VARIABLES if name in os.environ} | LOCALE,
            start_new_session=True,
        )
    return process.pid


def runs(pid: int, home: ServerHome) -> bool:
    """Whether the process is there and is this home's Neo4j: the system may have given its number to another."""
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and home_argument(home) in process.cmdline()
    except psutil.Error:
        return False


def find(home: ServerHome) -> int | None:
    """The process id of a Neo4j that runs in this home, whether or not there is a record of it."""
    return next((pid for pid in psutil.pids() if runs(pid, home)), None)


def end(pid: int, home: ServerHome) -> None:
    """Ask Neo4j to end, and make it if it does not.

    Raises:
        StopFailed: it is still there.
    """
    try:
        process = psutil.Process(pid)
        process.terminate()
        if _has_gone(pid, home, STOP_TIMEOUT_SECONDS):
            return
        process.kill()
    except psutil.NoSuchProcess:
        return
    except psutil.AccessDenied as error:
        raise StopFailed(pid) from error
    if not _has_gone(pid, home, KILL_TIMEOUT_SECONDS):
        raise StopFailed(pid)


def _has_gone(pid: int, home: ServerHome, timeout_seconds: float) -> bool:
    deadline = time.monotonic() + timeout_seconds
    while runs(pid, home):
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True
