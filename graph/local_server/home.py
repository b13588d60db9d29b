"""Where the local Neo4j keeps what: the one place that knows the names in its folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.local_server.errors import ForeignFolder

MARKER = "chronotope-neo4j"
OWN_FOLDERS = ("conf", "data", "import", "licenses", "logs", "plugins", "run")
OWN_FILES = ("login.json", MARKER)


@dataclass(frozen=True, slots=True)
class ServerHome:
    """Neo4j's home folder, `neo4j` in CHRONOTOPE_DATA."""

    folder: Path

    @property
    def login_path(self) -> Path:
        """User name and password."""
        return self.folder / "login.json"

    @property
    def configuration_path(self) -> Path:
        """`neo4j.conf`, written anew at each start."""
        return self.folder / "conf" / "neo4j.conf"

    @property
    def initial_password_path(self) -> Path:
        """Where Neo4j looks for the first password when it makes its data."""
        return self.folder / "data" / "dbms" / "auth.ini"

    @property
    def databases_folder(self) -> Path:
        """Neo4j's databases; absent before the first start."""
        return self.folder / "data" / "databases"

    @property
    def arguments_path(self) -> Path:
        """The arguments of the last start."""
        return self.folder / "run" / "java.args"

    @property
    def state_path(self) -> Path:
        """What runs: process and ports."""
        return self.folder / "run" / "server.json"

    @property
    def use_lock_path(self) -> Path:
        """Held, shared, by every process that uses the server."""
        return self.folder / "run" / "use.lock"

    @property
    def lock_path(self) -> Path:
        """Held, alone, while the server is started, joined, stopped or wiped."""
        return self.folder.with_name("neo4j.lock")

    @property
    def log_path(self) -> Path:
        """What Neo4j prints."""
        return self.folder / "logs" / "console.log"

    def exists(self) -> bool:
        """Whether the folder was made by this project."""
        return (self.folder / MARKER).is_file()

    def make(self) -> None:
        """Make the folder if it is not there.

        Raises:
            ForeignFolder: there is one with other people's files in it.
        """
        if not self.exists():
            if self.folder.is_dir() and any(self.folder.iterdir()):
                raise ForeignFolder(self.folder)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / MARKER).write_text("The local Neo4j of Chronotope; remove it with `chronotope db wipe`.\n")
        for name in OWN_FOLDERS:
            (self.folder / name).mkdir(exist_ok=True)

    def remove(self) -> None:
        """Remove everything of ours and nothing else.

        Raises:
            ForeignFolder: the folder is not ours.
        """
        if not self.exists():
            if self.folder.is_dir() and any(self.folder.iterdir()):
                raise ForeignFolder(self.folder)
            return
        for name in OWN_FOLDERS:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for name in OWN_FILES:
            (self.folder / name).unlink(missing_ok=True)
        if not any(self.folder.iterdir()):
            self.folder.rmdir()
