"""Locks on files that the system lets go of when their process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.local_server.errors import FolderUnusable, LockTimeout

POLL_SECONDS = 0.05


@contextmanager
def exclusive_lock(path: Path, timeout_seconds: float, holder: str) -> Iterator[None]:
    """Hold the lock alone; `holder` says in the error who else may have it.

    Raises:
        FolderUnusable: its folder cannot be written to.
        LockTimeout: it was not free in time.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(_open(path))
    except OSError as error:
        raise FolderUnusable(path.parent, error.strerror or str(error)) from error
    deadline = time.monotonic() + timeout_seconds
    while True:
        descriptor = _open(path)
        try:
            _wait_for(descriptor, deadline, LockTimeout(path, holder, timeout_seconds))
            if _is_still(path, descriptor):
                yield
                return
        finally:
            os.close(descriptor)


class UseLock:
    """Says that a process uses the server: shared among all that do, and gone with each of them."""

    def __init__(self, path: Path) -> None:
        self._descriptor = _open(path)
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def release(self) -> bool:
        """Stop using the server; True if nobody else does."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(self._descriptor)
        return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def _wait_for(descriptor: int, deadline: float, error: LockTimeout) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise error from None
            time.sleep(POLL_SECONDS)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the locked file is still the one of that name: its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
