"""Makes the service ready: the schema is there, and the main questions have been asked once."""

from __future__ import annotations

import threading

import structlog
from neo4j.exceptions import DriverError, Neo4jError

from graph.database import Database
from graph.migrations import migrate
from graph.repositories.operations import ping
from graph.repositories.warming import warm

log = structlog.get_logger()


class Readiness:
    """Whether the service can answer at its usual speed; of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._is_warm = False

    def reach(self) -> None:
        """Returns once the service is ready: at once, but for the first time; raises the driver's errors where the database is away."""
        driver, name = self._database.driver, self._database.name
        ping(driver, name)
        with self._turn:
            migrate(driver, name)
            if not self._is_warm:
                warm(driver, name)
                self._is_warm = True

    def begin(self) -> None:
        """Becomes ready in the background, while the service answers already; where the database is away, `/ready` does it later."""
        threading.Thread(target=self._try, name="readiness", daemon=True).start()

    def _try(self) -> None:
        try:
            self.reach()
        except (DriverError, Neo4jError) as error:
            log.warning("Neo4j does not answer yet", cause=type(error).__name__)
