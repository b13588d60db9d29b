"""Ports on the loopback address: the usual ones if they are free, else any that are."""

from __future__ import annotations

import fcntl
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
USUAL_BOLT_PORT = 7687
USUAL_HTTP_PORT = 7474


@dataclass(frozen=True, slots=True)
class Ports:
    """Where Bolt and where HTTP (Neo4j Browser) answers."""

    bolt: int
    http: int


@contextmanager
def reserved_ports(bolt: int = USUAL_BOLT_PORT, http: int = USUAL_HTTP_PORT) -> Iterator[Ports]:
    """The given ports, or free ones in place of those that are taken, kept from other starts of ours until the block ends.

    A port is bound seconds after it was chosen; without the reservation two servers that start at once choose the same.
    """
    with ExitStack() as reservations:
        yield Ports(*(port if _reserve(port, reservations) else _reserve_any(reservations) for port in (bolt, http)))


def _reserve(port: int, reservations: ExitStack) -> bool:
    """Whether the port is free and now ours, by a lock on a file that all users of the machine share."""
    try:
        lock = reservations.enter_context((Path(tempfile.gettempdir()) / f"chronotope-port-{port}.lock").open("a"))
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another start holds it, or the file is another user's
        return False
    return is_free(port)


def _reserve_any(reservations: ExitStack) -> int:
    while not _reserve(port := free_port(), reservations):
        pass
    return port


def is_free(port: int) -> bool:
    """Whether nobody listens on the port of the loopback address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """A port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether somebody listens on the port of the loopback address."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0
