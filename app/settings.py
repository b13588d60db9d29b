"""What the environment, or a `.env`, says about the service."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.errors import ChronotopeError

ServedText = Literal["evidence", "full"]


class ServiceSettings(BaseSettings):
    """Settings of the service over HTTP."""

    model_config = SettingsConfigDict(env_prefix="CHRONOTOPE_", env_file=".env", env_ignore_empty=True, extra="ignore")

    host: str = Field("127.0.0.1", description="address to listen on; loopback only without a keys file")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    cors_origins: Annotated[str, NoDecode] = Field(
        "", description="origins, comma-separated, that browsers may call from"
    )
    keys_file: Path | None = Field(
        None, description="who may use the service; without it the service is open to this machine alone"
    )

    serve_text: ServedText = Field(
        "evidence",
        description="how much of a report's text is shown: `evidence`, the sentence and its neighbours; `full` needs a keys file",
    )

    @property
    def origins(self) -> list[str]:
        """The origins as a list."""
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]


class FullTextWithoutKeys(ChronotopeError):
    """Whole texts are to be shown, while nobody needs a key."""

    def __init__(self) -> None:
        super().__init__(
            "CHRONOTOPE_SERVE_TEXT=full shows whole reports, which are their publishers', and the service asks for no key; set "
            "CHRONOTOPE_KEYS_FILE and make keys with `chronotope keys add NAME --scope read`, or leave it at evidence"
        )


class ExposedHost(ChronotopeError):
    """An address that others can reach, while nobody needs a key."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(
            f"{host!r} can be reached from other machines and the service asks for no key; listen on 127.0.0.1, "
            "or set CHRONOTOPE_KEYS_FILE and make keys with `chronotope keys add NAME --scope read`"
        )


def check_host(host: str, *, with_keys: bool) -> str:
    """`host` where it is loopback or keys are asked for; raises `ExposedHost`."""
    if not with_keys and not is_loopback(host):
        raise ExposedHost(host)
    return host


def check_text(serve_text: ServedText, *, with_keys: bool) -> ServedText:
    """`serve_text` where it is evidence or keys are asked for; raises `FullTextWithoutKeys`."""
    if serve_text == "full" and not with_keys:
        raise FullTextWithoutKeys
    return serve_text


def is_loopback(host: str) -> bool:
    """Whether a name or an address is the loopback of this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
