"""Cleaning: marks what of a text is not the report itself, and moves no offset."""

from ingest.cleaning.boilerplate import find_boilerplate

__all__ = ["find_boilerplate"]
