"""The database that commands and the service work on: the server of NEO4J_URI, or the local one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from graph.errors import ChronotopeError
from graph.local_server import Progress, local_server
from graph.settings import DatabaseSettings

CONNECT_TIMEOUT_SECONDS = 5
RETRY_TIMEOUT_SECONDS = 5  # an absent server is an answer within seconds, not the driver's half minute
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
VALID_ADDRESS = "bolt://host:7687 or neo4j+s://host"


@dataclass(frozen=True, slots=True)
class Database:
    """An open driver and the database on it."""

    driver: neo4j.Driver
    name: str | None
    """For `database_=` and `database=`; None: the user's home database, whose name is not known yet."""
    browser_url: str | None
    """The address of Neo4j Browser; None where it is not ours to know."""


class DatabaseUnavailable(ChronotopeError):
    """The database does not answer, or does not let us in."""

    def __init__(self, uri: str, reason: str) -> None:
        self.uri = uri
        self.reason = reason
        super().__init__(f"the Neo4j at {uri} cannot be used: {reason}")


@contextmanager
def open_database(
    settings: DatabaseSettings | None = None, *, check: bool = True, progress: Progress | None = None
) -> Iterator[Database]:
    """Open the database of the settings; without NEO4J_URI the local server is joined, or started and stopped when done.

    Without settings those of the environment count.
    With `check=False` a server of NEO4J_URI need not answer yet: the driver connects when it is first used.
    `progress` is told of Neo4j's jars as they are fetched.

    Raises:
        DatabaseUnavailable: the server does not answer or refuses the login.
        LocalServerError: the local server cannot be had.
    """
    settings = DatabaseSettings() if settings is None else settings
    if settings.uri is not None:
        auth = (settings.username, settings.password.get_secret_value()) if settings.password else None
        with _open(settings.uri, auth, settings.database, None, check=check) as database:
            yield database
    else:
        with local_server(settings, progress) as server:
            auth = (server.username, server.password)
            with _open(server.uri, auth, settings.database, server.browser_url, check=check) as database:
                yield database


@contextmanager
def _open(
    uri: str, auth: tuple[str, str] | None, name: str | None, browser_url: str | None, *, check: bool
) -> Iterator[Database]:
    if uri.partition("://")[0] not in SCHEMES:
        raise DatabaseUnavailable(uri, f"it is no address; a valid one is {VALID_ADDRESS}")
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=CONNECT_TIMEOUT_SECONDS,
            connection_acquisition_timeout=CONNECT_TIMEOUT_SECONDS,
            max_transaction_retry_time=RETRY_TIMEOUT_SECONDS,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="chronotope",
        )
    except (DriverError, ValueError) as error:
        raise DatabaseUnavailable(uri, f"{_first_line(error)}; a valid address is {VALID_ADDRESS}") from error
    with driver:
        if check:
            name = _check(driver, uri, name)
        yield Database(driver, name, browser_url)


def _check(driver: neo4j.Driver, uri: str, name: str | None) -> str | None:
    """The name of the database, once it has answered a query."""
    try:
        driver.verify_connectivity()  # unlike a query, it does not wait for an absent server to come
        return driver.execute_query("RETURN 1", database_=name).summary.database
    except AuthError as error:
        raise DatabaseUnavailable(uri, "it refuses the login; check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except ClientError as error:
        raise DatabaseUnavailable(uri, f"{error.message}; check NEO4J_DATABASE") from error
    except (DriverError, Neo4jError, OSError, ValueError) as error:
        raise DatabaseUnavailable(uri, f"it does not answer ({_first_line(error)}); check NEO4J_URI") from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(":") if str(error) else type(error).__name__
