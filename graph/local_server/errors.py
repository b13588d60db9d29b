"""What can go wrong with the local Neo4j, each error with the sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from graph.errors import ChronotopeError

FETCH_COMMAND = "python -m graph.local_server"


class LocalServerError(ChronotopeError):
    """Base of the errors of the local Neo4j."""


class JarsUnavailable(LocalServerError):
    """Neo4j's jars are neither in the cache nor to be fetched."""

    def __init__(self, cache_folder: Path, missing: int, reason: str) -> None:
        self.cache_folder = cache_folder
        self.missing = missing
        self.reason = reason
        super().__init__(
            f"{missing} of Neo4j's jars are not in {cache_folder} and could not be fetched ({reason}); connect to the network "
            f"and run `{FETCH_COMMAND}`, or set CHRONOTOPE_CACHE to a folder that holds them, or NEO4J_URI to a server of your own"
        )


class JarMismatch(LocalServerError):
    """A jar is not the file whose hash is pinned."""

    def __init__(self, path: Path, expected_sha256: str, found_sha256: str, *, downloaded: bool) -> None:
        self.path = path
        self.expected_sha256 = expected_sha256
        self.found_sha256 = found_sha256
        self.downloaded = downloaded
        remedy = (
            f"it was thrown away; check which repositories jgo is set to use and run `{FETCH_COMMAND}` again"
            if downloaded
            else f"delete it and run `{FETCH_COMMAND}` to fetch it again"
        )
        where = f"the {path.name} that was fetched" if downloaded else str(path)
        super().__init__(
            f"{where} is not the file that is pinned (SHA-256 {found_sha256}, expected {expected_sha256}); {remedy}"
        )


class FolderUnusable(LocalServerError):
    """A folder that is needed cannot be written to."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(
            f"{folder} cannot be written to ({reason}); make it so, or set CHRONOTOPE_DATA and CHRONOTOPE_CACHE to other folders"
        )


class ForeignFolder(LocalServerError):
    """The folder for the local Neo4j holds something that is not ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"{folder} holds files that are not Chronotope's, and they are left alone; "
            "move them, or set CHRONOTOPE_DATA to another folder"
        )


class LoginMissing(LocalServerError):
    """The data of the local Neo4j is there, but not the password it was made with."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"the login of the local Neo4j is missing or unreadable at {path}, and its data cannot be opened without it; "
            "put the file back, or start afresh with `chronotope db wipe`"
        )


class LockTimeout(LocalServerError):
    """Another process holds a lock for too long."""

    def __init__(self, path: Path, holder: str, timeout_seconds: float) -> None:
        self.path = path
        self.holder = holder
        self.timeout_seconds = timeout_seconds
        super().__init__(
            f"{holder} holds {path} and has not let go of it for {timeout_seconds:g} seconds; "
            "wait for it to finish or end it, then try again"
        )


class DataFolderInUse(LocalServerError):
    """A Neo4j that no state file speaks of has the data open."""

    def __init__(self, home: Path, pid: int | None) -> None:
        self.home = home
        self.pid = pid
        who = f"process {pid}, a Neo4j of ours without a record" if pid else "a process that is not ours"
        remedy = "end it with `chronotope db stop`" if pid else "end that process"
        super().__init__(f"the data of the local Neo4j in {home} is in use by {who}; {remedy} and try again")


class StartFailed(LocalServerError):
    """Neo4j ended, or did not answer in time."""

    def __init__(self, reason: str, log_path: Path, last_line: str) -> None:
        self.reason = reason
        self.log_path = log_path
        self.last_line = last_line
        said = f", its last word: {last_line}" if last_line else ""
        super().__init__(f"the local Neo4j {reason}{said}; read {log_path}, then try `chronotope db start` again")


class StopFailed(LocalServerError):
    """Neo4j is still there after it was told to end."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        super().__init__(f"the local Neo4j (process {pid}) does not end; end it with `kill -9 {pid}`")


class ServerIsYours(LocalServerError):
    """NEO4J_URI names a server that is not ours to start, stop or wipe."""

    def __init__(self, action: str, uri: str) -> None:
        self.action = action
        self.uri = uri
        super().__init__(
            f"NEO4J_URI is set to {uri}: that server is yours, and Chronotope does not {action} it; "
            f"unset NEO4J_URI to {action} the local one"
        )
