"""Neo4j's jars: fetched once with jgo, and held against the pinned hashes whenever they are used."""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import requests
from jgo.config import GlobalSettings
from jgo.maven import MavenContext, PythonResolver

from graph.local_server.errors import JarMismatch, JarsUnavailable
from graph.local_server.locking import exclusive_lock
from graph.local_server.pins import NEO4J_VERSION, ROOT_COORDINATES, Pin, read_pins

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Told how many jars there are by now, and how many there will be."""

Download = Callable[[Pin, Path], Path]
"""Puts one jar below a folder and returns its path."""

TEMPORARY_PREFIX = "fetching-"
DOWNLOAD_TIMEOUT_SECONDS = 20
DOWNLOAD_ATTEMPTS = 3
DOWNLOAD_THREADS = 8
FETCH_LOCK_TIMEOUT_SECONDS = 600  # another process may be fetching 156 MB on a slow line


def jar_folder(cache_folder: Path) -> Path:
    """Where the jars of this Neo4j lie in the cache."""
    return cache_folder / f"neo4j-{NEO4J_VERSION}"


def fetch_jars(
    cache_folder: Path,
    pins: Sequence[Pin] | None = None,
    download: Download | None = None,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """The paths of all pinned jars, each checked; those that are missing are fetched first.

    Only a whole jar with the pinned hash ever gets its name in the cache, so that a broken download leaves nothing.

    Raises:
        JarsUnavailable: a jar is missing and cannot be fetched.
        JarMismatch: a jar in the cache, or one that was fetched, has another hash.
    """
    pins = read_pins() if pins is None else pins
    folder = jar_folder(cache_folder)
    if any(not (folder / pin.file_name).is_file() for pin in pins):
        with exclusive_lock(cache_folder / "fetch.lock", FETCH_LOCK_TIMEOUT_SECONDS, holder="another fetch"):
            folder.mkdir(exist_ok=True)
            _fetch_missing(folder, pins, download or download_with_jgo, progress)
    for pin in pins:
        _check(folder / pin.file_name, pin, downloaded=False)
    return tuple(folder / pin.file_name for pin in pins)


def _fetch_missing(folder: Path, pins: Sequence[Pin], download: Download, progress: Progress | None) -> None:
    for leftover in folder.glob(f"{TEMPORARY_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)  # of a fetch that was killed
    missing = [pin for pin in pins if not (folder / pin.file_name).is_file()]
    logger.info("fetching %d jars of Neo4j %s into %s", len(missing), NEO4J_VERSION, folder)
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix=TEMPORARY_PREFIX) as temporary,
        ThreadPoolExecutor(DOWNLOAD_THREADS) as threads,
    ):
        futures = [threads.submit(_fetch, pin, folder, Path(temporary), download) for pin in missing]
        done = len(pins) - len(missing)
        try:
            for future in as_completed(futures):
                future.result()
                done += 1
                if progress:
                    progress(done, len(pins))
        except (requests.RequestException, RuntimeError, OSError) as error:
            raise JarsUnavailable(folder.parent, len(pins) - done, _root_reason(error)) from error
        finally:
            threads.shutdown(cancel_futures=True)


def _fetch(pin: Pin, folder: Path, temporary: Path, download: Download) -> None:
    for attempt in range(1, DOWNLOAD_ATTEMPTS + 1):
        attempt_folder = temporary / str(attempt)
        try:
            path = download(pin, attempt_folder)
            break
        except (requests.RequestException, RuntimeError):
            if attempt == DOWNLOAD_ATTEMPTS:
                raise
            time.sleep(attempt)
    _check(path, pin, downloaded=True)
    shutil.move(path, folder / pin.file_name)


def download_with_jgo(pin: Pin, folder: Path) -> Path:
    """Fetch one jar from the Maven repositories that jgo is set to use, in pure Python: neither Java nor mvn is asked."""
    component = _maven_context(folder).project(pin.group, pin.artifact).at_version(pin.version)
    return component.artifact(pin.classifier).resolve()


def resolve_pins(folder: Path, coordinates: Sequence[str] = ROOT_COORDINATES) -> tuple[Pin, ...]:
    """Resolve and fetch what the coordinates need, and pin it: how the list is made anew for another Neo4j."""
    context = _maven_context(folder)
    roots, transitive = context.resolver.resolve([context.create_dependency(name) for name in coordinates])
    artifacts = [dependency.artifact for dependency in roots + transitive]
    pins = {
        Pin(found.groupId, found.artifactId, found.version, found.classifier, sha256_of(found.resolve()))
        for found in artifacts
    }
    return tuple(sorted(pins, key=lambda pin: pin.line))


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _maven_context(folder: Path) -> MavenContext:
    context = MavenContext(PythonResolver(), folder, timeout=DOWNLOAD_TIMEOUT_SECONDS)
    context.remote_repos.update(GlobalSettings.load().repositories)
    return context


def _check(path: Path, pin: Pin, *, downloaded: bool) -> None:
    found = sha256_of(path)
    if found != pin.sha256:
        raise JarMismatch(path, pin.sha256, found, downloaded=downloaded)


def _root_reason(error: BaseException) -> str:
    """The first cause, in one line: the rest of the chain repeats it at length."""
    while cause := error.__cause__ or error.__context__:
        error = cause
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
