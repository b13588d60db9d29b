"""The login of the local Neo4j: made at the first start and readable by its owner alone."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from graph.local_server.errors import LoginMissing
from graph.local_server.home import ServerHome

USERNAME = "neo4j"  # the one user that a new Neo4j Community has
PASSWORD_BYTES = 24
SALT_BYTES = 32  # as Neo4j's own hasher
HASH_ITERATIONS = 1024  # as Neo4j's own hasher


@dataclass(frozen=True, slots=True)
class Login:
    """A user name and its password."""

    username: str
    password: str = field(repr=False)


def ensure_login(home: ServerHome) -> Login:
    """The kept login; before Neo4j's first start a new one, handed to Neo4j as a hash in its file for the first password.

    Raises:
        LoginMissing: Neo4j already has data, and the login is gone.
    """
    if home.login_path.exists() or home.databases_folder.exists():
        return read_login(home)
    login = Login(USERNAME, secrets.token_urlsafe(PASSWORD_BYTES))
    _write_private(home.initial_password_path, initial_password_line(login, secrets.token_bytes(SALT_BYTES)))
    _write_private(home.login_path, json.dumps({"username": login.username, "password": login.password}) + "\n")
    return login


def read_login(home: ServerHome) -> Login:
    """The kept login.

    Raises:
        LoginMissing: it is not there, or not as it was written.
    """
    try:
        kept = json.loads(home.login_path.read_text(encoding="utf-8"))
        return Login(kept["username"], kept["password"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LoginMissing(home.login_path) from error


def initial_password_line(login: Login, salt: bytes) -> str:
    """The line of Neo4j's `auth.ini`: `user:SHA-256,hash,salt,iterations:`, the hash taken of salt and password, then of itself."""
    digest = hashlib.sha256(salt + login.password.encode()).digest()
    for _ in range(HASH_ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{login.username}:SHA-256,{digest.hex()},{salt.hex()},{HASH_ITERATIONS}:\n"


def _write_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(descriptor, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
