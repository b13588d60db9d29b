"""Builds the gazetteer's file anew: `python -m ingest.gazetteer [PATH]`."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.gazetteer import default_path
from ingest.gazetteer.build import build_gazetteer
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.imported import current_import

path = Path(sys.argv[1]) if len(sys.argv) > 1 else default_path()
build_gazetteer(path, current_import())
sys.stdout.write(f"{len(Gazetteer(path)):,} places, {path.stat().st_size / 1e6:.1f} MB: {path}\n")
