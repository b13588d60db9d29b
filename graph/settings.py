"""Which Neo4j is used and where the local one lies, from the environment or a `.env` file."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

APPLICATION = "chronotope"
SMALLEST_HEAP_MIB = 256  # below this Neo4j does not start


class DatabaseSettings(BaseSettings):
    """The settings of the database; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", populate_by_name=True, frozen=True
    )

    uri: str | None = Field(
        default=None, validation_alias="NEO4J_URI", description="the server to use; not set: the local one"
    )
    username: str = Field(default="neo4j", validation_alias="NEO4J_USERNAME", description="the user on that server")
    password: SecretStr | None = Field(
        default=None, validation_alias="NEO4J_PASSWORD", description="not set: no authentication"
    )
    database: str | None = Field(
        default=None, validation_alias="NEO4J_DATABASE", description="not set: the user's home database"
    )
    data_folder: Path = Field(
        default_factory=lambda: user_data_path(APPLICATION, appauthor=False),
        validation_alias="CHRONOTOPE_DATA",
        description="the local Neo4j's data and login, and all other state",
    )
    cache_folder: Path = Field(
        default_factory=lambda: user_cache_path(APPLICATION, appauthor=False),
        validation_alias="CHRONOTOPE_CACHE",
        description="Neo4j's jars",
    )
    heap_mib: int = Field(
        default=1024,
        ge=SMALLEST_HEAP_MIB,
        validation_alias="CHRONOTOPE_NEO4J_HEAP_MIB",
        description="Java heap of the local Neo4j",
    )
    page_cache_mib: int = Field(
        default=512,
        ge=8,
        validation_alias="CHRONOTOPE_NEO4J_PAGE_CACHE_MIB",
        description="page cache of the local Neo4j",
    )

    @field_validator("data_folder", "cache_folder")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().resolve()
