"""The keys of those who may use the service: JSON lines with name, scopes and the hash of a token that is shown once."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ChronotopeError

# 256 bits from the system's generator: beyond guessing, so that one SHA-256 protects it as a slow hash does a password.
TOKEN_BYTES = 32
TOKEN_PREFIX = "chronotope_"  # by which scanners recognise a key that was published by mistake
OWNER_ONLY = 0o600


class Scope(StrEnum):
    """What a key opens; none includes another."""

    READ = "read"
    WRITE = "write"
    JUDGE = "judge"
    CYPHER = "cypher"


class Key(BaseModel):
    """One line of the keys file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, description="whose key it is")
    scopes: frozenset[Scope]
    hash: str = Field(pattern=r"^sha256:[0-9a-f]{64}$", description="of the token")


class KeysFileError(ChronotopeError):
    """A keys file that is not there or holds what is no key."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"the keys file {path} cannot be used: {reason}")


class KeyNameTaken(ChronotopeError):
    """A second key of one name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"there is a key named {name!r} already; remove it first or choose another name")


class UnknownKey(ChronotopeError):
    """A name that no key has."""

    def __init__(self, name: str, names: list[str]) -> None:
        self.name = name
        super().__init__(f"no key is named {name!r}; there is {', '.join(names) or 'none'}")


class KeysFile:
    """The keys of a file, read again whenever the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_at: tuple[int, int, int] | None = None
        self._keys: tuple[Key, ...] = ()

    def read(self) -> tuple[Key, ...]:
        """All keys, in the order of the file. Raises `KeysFileError`: a file that cannot be read lets nobody in."""
        try:
            status = self.path.stat()
            now = (status.st_mtime_ns, status.st_size, status.st_ino)
            if now != self._read_at:
                self._keys = _parsed(self.path, self.path.read_text(encoding="utf-8"))
                self._read_at = now
        except FileNotFoundError as error:
            reason = "it is not there; `chronotope keys add NAME --scope read` makes it"
            raise KeysFileError(self.path, reason) from error
        except (OSError, UnicodeDecodeError) as error:
            raise KeysFileError(self.path, str(error)) from error
        return self._keys

    def holder_of(self, token: str) -> Key | None:
        """The key of a token, None where there is none; takes as long for a wrong token as for a right one."""
        asked = hash_of(token)
        holder = None
        for key in self.read():
            if hmac.compare_digest(key.hash, asked):
                holder = key
        return holder

    def add(self, name: str, scopes: Iterable[Scope]) -> str:
        """Adds a key and returns its token, which nobody can read again. Raises `KeyNameTaken`."""
        keys = self.read() if self.path.exists() else ()
        if any(key.name == name for key in keys):
            raise KeyNameTaken(name)
        token = TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)
        self._write([*keys, Key(name=name, scopes=frozenset(scopes), hash=hash_of(token))])
        return token

    def remove(self, name: str) -> None:
        """Removes a key; its token opens nothing from the next request on. Raises `UnknownKey`."""
        keys = self.read()
        if all(key.name != name for key in keys):
            raise UnknownKey(name, [key.name for key in keys])
        self._write([key for key in keys if key.name != name])

    def _write(self, keys: list[Key]) -> None:
        """Puts a whole file in the place of the old one, readable by its owner alone: no reader meets half a file."""
        lines = (
            json.dumps({"name": key.name, "scopes": sorted(key.scopes), "hash": key.hash}, ensure_ascii=False)
            for key in keys
        )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, written = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                os.fchmod(stream.fileno(), OWNER_ONLY)
                stream.writelines(f"{line}\n" for line in lines)
            Path(written).replace(self.path)
        except OSError:
            Path(written).unlink(missing_ok=True)
            raise


def hash_of(token: str) -> str:
    """The hash under which a token is kept."""
    return f"sha256:{hashlib.sha256(token.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _parsed(path: Path, text: str) -> tuple[Key, ...]:
    keys: dict[str, Key] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            key = Key.model_validate_json(line)
        except ValidationError as error:
            what = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
            raise KeysFileError(path, f"line {number} is no key ({what.lstrip(': ')})") from error
        if key.name in keys:
            raise KeysFileError(path, f"line {number} is a second key named {key.name!r}")
        keys[key.name] = key
    return tuple(keys.values())
