"""How long the gazetteer takes to open, and how much memory it takes, alone and after it has resolved the places of the samples."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# A fresh process: the parse and its model are there before, so that what is added is the gazetteer's and the toponyms' own.
_CHILD = """
import json, time
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import open_gazetteer
from ingest.nlp import load_model, parse
from benchmarks.gazetteer import resident_mib
from benchmarks.texts import sample_documents
texts = [document.text for document in sample_documents()]
docs = [parse(text, load_model()) for text in texts]
before = resident_mib()
started = time.perf_counter()
gazetteer = open_gazetteer()
gazetteer.candidates("Bakhmut")
seconds = time.perf_counter() - started
opened = resident_mib()
toponyms = sum(len(extract_toponyms(doc, text, gazetteer)) for doc, text in zip(docs, texts, strict=True))
print(json.dumps([seconds, opened - before, resident_mib() - before, toponyms]))
"""


@dataclass(frozen=True, slots=True)
class GazetteerCost:
    """Seconds to open it and find one name, and MiB that are resident more, private and shared: then, and after so many toponyms."""

    seconds: float
    opened_mib: float
    used_mib: float
    toponyms: int


def measure() -> GazetteerCost:
    """In a process of its own; where the system has no `smaps_rollup`, by the peak of the process."""
    printed = subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True).stdout
    return GazetteerCost(*json.loads(printed))


def resident_mib() -> float:
    """What this process has in memory, shared pages of the mapped file too."""
    try:
        with Path("/proc/self/smaps_rollup").open(encoding="ascii") as file:
            sizes = dict(line.split(":", 1) for line in file if line.startswith("Rss"))
    except FileNotFoundError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / 1024 if sys.platform.startswith("linux") else peak / 1024**2
    return int(sizes["Rss"].split()[0]) / 1024
