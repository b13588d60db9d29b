"""Word lists and patterns of cleaning, as data files with their source in the first lines."""

from __future__ import annotations

from importlib.resources import files


def read_entries(name: str) -> list[str]:
    """The lines of a data file beside this module, without blank lines and comments."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
