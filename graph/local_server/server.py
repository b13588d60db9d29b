"""The local Neo4j: started, joined, stopped and wiped, by one process at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.local_server import process
from graph.local_server.configuration import Memory, java_arguments, neo4j_configuration
from graph.local_server.errors import DataFolderInUse, LoginMissing, ServerIsYours, StartFailed
from graph.local_server.home import ServerHome
from graph.local_server.jars import Progress, fetch_jars
from graph.local_server.locking import UseLock, exclusive_lock
from graph.local_server.login import Login, ensure_login, read_login
from graph.local_server.ports import LOOPBACK, Ports, answers, reserved_ports
from graph.local_server.signals import exit_when_told
from graph.local_server.state import ServerState, read_state, write_state
from graph.settings import DatabaseSettings

START_TIMEOUT_SECONDS = 120  # 8 to 14 are usual; a busy machine needs longer
LOCK_TIMEOUT_SECONDS = 180  # another process may be starting the server
POLL_SECONDS = 0.2
LOCK_HOLDER = "another Chronotope process"


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A local Neo4j that answers."""

    pid: int
    ports: Ports
    username: str
    password: str = field(repr=False)
    login_path: Path
    kept: bool
    """Whether it stays when its last user is done (`db start`)."""

    @property
    def uri(self) -> str:
        """Its address for a driver."""
        return f"bolt://{LOOPBACK}:{self.ports.bolt}"

    @property
    def browser_url(self) -> str:
        """The address of its Neo4j Browser, which finds out by itself where Bolt answers."""
        return f"http://{LOOPBACK}:{self.ports.http}/browser/"


@contextmanager
def local_server(settings: DatabaseSettings, progress: Progress | None = None) -> Iterator[LocalServer]:
    """Join the server that runs, or start one; the last one to leave stops it, unless it was started to stay.

    Raises:
        LocalServerError: it cannot be had; the sentence says what to do.
    """
    home = _home(settings, "start")
    with _alone(home):
        server = _join_or_start(home, settings, progress)
        use = UseLock(home.use_lock_path)
    try:
        with exit_when_told():
            yield server
    finally:
        with _alone(home):
            state = read_state(home.state_path)
            nobody_else = use.release()
            if nobody_else and state is not None and state.pid == server.pid and not state.kept:
                _stop(home, state)


def start_local_server(settings: DatabaseSettings, progress: Progress | None = None) -> LocalServer:
    """Join the server that runs, or start one, and let it stay until it is stopped.

    Raises:
        LocalServerError: it cannot be had; the sentence says what to do.
    """
    home = _home(settings, "start")
    with _alone(home):
        server = _join_or_start(home, settings, progress)
        write_state(home.state_path, ServerState(server.pid, server.ports, kept=True))
    return replace(server, kept=True)


def running_server(settings: DatabaseSettings) -> LocalServer | None:
    """The local server that runs, None if none does: nothing is started or changed."""
    home = _home(settings, "look for")
    state = read_state(home.state_path)
    if state is None or not process.runs(state.pid, home):
        return None
    return _server(state, home, read_login(home))


def stop_local_server(settings: DatabaseSettings) -> bool:
    """Stop the server, whoever uses it; False if none ran."""
    home = _home(settings, "stop")
    if not home.exists():
        return False
    with _alone(home):
        return _stop_any(home)


def wipe_local_server(settings: DatabaseSettings) -> bool:
    """Stop the server and remove its data and its login, and nothing that is not ours; False if there was nothing.

    Raises:
        ForeignFolder: the folder is not ours.
    """
    home = _home(settings, "wipe")
    if not home.folder.exists():
        return False
    with _alone(home):
        _stop_any(home)
        home.remove()
        home.lock_path.unlink()
    return True


def _home(settings: DatabaseSettings, action: str) -> ServerHome:
    if settings.uri is not None:
        raise ServerIsYours(action, settings.uri)
    return ServerHome(settings.data_folder / "neo4j")


@contextmanager
def _alone(home: ServerHome) -> Iterator[None]:
    with exclusive_lock(home.lock_path, LOCK_TIMEOUT_SECONDS, LOCK_HOLDER):
        yield


def _join_or_start(home: ServerHome, settings: DatabaseSettings, progress: Progress | None) -> LocalServer:
    state = read_state(home.state_path)
    if state is not None and process.runs(state.pid, home):
        return _ready_server(home, state)
    jars = fetch_jars(settings.cache_folder, progress=progress)
    with reserved_ports() as ports:
        state = _start(home, settings, jars, ports)
        try:
            with exit_when_told():
                return _ready_server(home, state)
        except BaseException:
            _stop(home, state)
            raise


def _start(home: ServerHome, settings: DatabaseSettings, jars: Sequence[Path], ports: Ports) -> ServerState:
    home.make()
    unrecorded = process.find(home)
    if unrecorded is not None:
        raise DataFolderInUse(home.folder, unrecorded)
    ensure_login(home)
    memory = Memory(settings.heap_mib, settings.page_cache_mib)
    home.configuration_path.write_text(neo4j_configuration(ports, memory), encoding="utf-8")
    home.arguments_path.write_text(java_arguments(jars, memory), encoding="utf-8")
    try:
        pid = process.spawn(home)
    except OSError as error:
        raise StartFailed(f"could not be run ({error})", home.log_path, "") from error
    state = ServerState(pid, ports, kept=False)
    write_state(home.state_path, state)
    return state


def _ready_server(home: ServerHome, state: ServerState) -> LocalServer:
    login = read_login(home)
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while not (answers(state.ports.http) and _lets_in(state.ports, login, home)):
        if not process.runs(state.pid, home):
            raise _start_failure(home, "ended before it was ready")
        if time.monotonic() > deadline:
            raise _start_failure(home, f"was not ready after {START_TIMEOUT_SECONDS} seconds")
        time.sleep(POLL_SECONDS)
    return _server(state, home, login)


def _lets_in(ports: Ports, login: Login, home: ServerHome) -> bool:
    """Whether Bolt answers and takes the login.

    Raises:
        LoginMissing: it answers and refuses the login.
    """
    if not answers(ports.bolt):
        return False
    address = f"bolt://{LOOPBACK}:{ports.bolt}"
    try:
        with neo4j.GraphDatabase.driver(address, auth=(login.username, login.password)) as driver:
            driver.verify_connectivity()
    except AuthError as error:
        raise LoginMissing(home.login_path) from error
    except (DriverError, Neo4jError):
        return False
    return True


def _start_failure(home: ServerHome, reason: str) -> Exception:
    log = home.log_path.read_text(encoding="utf-8", errors="replace")
    if "store_lock" in log:
        return DataFolderInUse(home.folder, process.find(home))
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = [line for line in lines if " ERROR " in line or line.startswith("Caused by")]
    return StartFailed(reason, home.log_path, (errors or lines or [""])[-1])


def _stop_any(home: ServerHome) -> bool:
    state = read_state(home.state_path)
    pid = state.pid if state is not None and process.runs(state.pid, home) else process.find(home)
    home.state_path.unlink(missing_ok=True)
    if pid is None:
        return False
    process.end(pid, home)
    return True


def _stop(home: ServerHome, state: ServerState) -> None:
    process.end(state.pid, home)
    home.state_path.unlink(missing_ok=True)


def _server(state: ServerState, home: ServerHome, login: Login) -> LocalServer:
    return LocalServer(state.pid, state.ports, login.username, login.password, home.login_path, state.kept)
