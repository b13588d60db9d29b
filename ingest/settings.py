"""What the environment, or a `.env`, says about the ingest."""

from __future__ import annotations

import os

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.nlp import DEFAULT_MODEL


class IngestSettings(BaseSettings):
    """Settings of reading and extraction."""

    model_config = SettingsConfigDict(env_prefix="CHRONOTOPE_", env_file=".env", extra="ignore")

    model: str = Field(DEFAULT_MODEL, description="a spaCy model's name or path")
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, description="processes that extract")
