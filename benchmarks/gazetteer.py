"""How long the gazetteer takes to open, and how much memory it takes."""

from __future__ import annotations

import subprocess
import sys

_CHILD = """
import resource, time
from ingest.gazetteer import open_gazetteer
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
gazetteer = open_gazetteer()
gazetteer.candidates("Bakhmut")
print(time.perf_counter() - started, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def measure() -> tuple[float, float]:
    """Seconds to open it and find one name, and MiB of memory that this added."""
    printed = subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True).stdout.split()
    return float(printed[0]), float(printed[1])
