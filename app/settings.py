"""What the environment, or a `.env`, says about the service."""

from __future__ import annotations

import ipaddress
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.errors import ChronotopeError


class ServiceSettings(BaseSettings):
    """Settings of the service over HTTP."""

    model_config = SettingsConfigDict(env_prefix="CHRONOTOPE_", env_file=".env", extra="ignore")

    host: str = Field("127.0.0.1", description="address to listen on; loopback only while nobody has a key")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    cors_origins: Annotated[str, NoDecode] = Field(
        "", description="origins, comma-separated, that browsers may call from"
    )

    @property
    def origins(self) -> list[str]:
        """The origins as a list."""
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]


class ExposedHost(ChronotopeError):
    """An address that others can reach, while nobody needs a key."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(
            f"{host!r} can be reached from other machines and the service asks for no key; "
            "listen on 127.0.0.1 and put a proxy that asks for a login before it"
        )


def check_host(host: str) -> str:
    """`host` where it is loopback; raises `ExposedHost`."""
    if host == "localhost":
        return host
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise ExposedHost(host)
    return host
