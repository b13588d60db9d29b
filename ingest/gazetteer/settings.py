"""Where the gazetteer's files lie, from the environment or a `.env` file."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_APPLICATION = "chronotope"


class GazetteerSettings(BaseSettings):
    """The folders of the gazetteer; an empty value counts as not set."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    data_folder: Path = Field(
        default_factory=lambda: user_data_path(_APPLICATION, appauthor=False),
        validation_alias="CHRONOTOPE_DATA",
        description="what was imported",
    )
    cache_folder: Path = Field(
        default_factory=lambda: user_cache_path(_APPLICATION, appauthor=False),
        validation_alias="CHRONOTOPE_CACHE",
        description="the built file",
    )
