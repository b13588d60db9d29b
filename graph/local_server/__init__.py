"""Neo4j for those who have none: fetched once, run beside us, stopped by whoever is done with it last."""

from graph.local_server.errors import LocalServerError, ServerIsYours
from graph.local_server.jars import Progress, fetch_jars
from graph.local_server.server import (
    LocalServer,
    local_server,
    running_server,
    start_local_server,
    stop_local_server,
    wipe_local_server,
)

__all__ = [
    "LocalServer",
    "LocalServerError",
    "Progress",
    "ServerIsYours",
    "fetch_jars",
    "local_server",
    "running_server",
    "start_local_server",
    "stop_local_server",
    "wipe_local_server",
]
