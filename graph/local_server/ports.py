"""Ports on the loopback address: the usual ones if they are free, else any that are."""

from __future__ import annotations

import socket
from dataclasses import dataclass

LOOPBACK = "127.0.0.1"
USUAL_BOLT_PORT = 7687
USUAL_HTTP_PORT = 7474


@dataclass(frozen=True, slots=True)
class Ports:
    """Where Bolt and where HTTP (Neo4j Browser) answers."""

    bolt: int
    http: int


def choose_ports(bolt: int = USUAL_BOLT_PORT, http: int = USUAL_HTTP_PORT) -> Ports:
    """The given ports, or free ones in place of those that are taken."""
    return Ports(bolt if is_free(bolt) else free_port(), http if is_free(http) else free_port())


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
