"""Peak memory of `extract` over few and many reports: it must not grow with their number."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.texts import shuffled_documents

REPORT_COUNTS = (200, 2_000)

# The child tells its own peak: that of all children of this process would be the larger of both runs.
_CHILD = (
    "import resource, runpy, sys; sys.argv = ['chronotope', 'extract', sys.argv[1]]\n"
    "try:\n    runpy.run_module('app', run_name='__main__')\n"
    "finally:\n    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)
KIB_A_UNIT = 1 if sys.platform.startswith("linux") else 1 / 1024


def measure(counts: tuple[int, ...] = REPORT_COUNTS) -> dict[int, float]:
    """Peak MiB of one process by the number of reports."""
    with tempfile.TemporaryDirectory() as folder:
        return {count: _peak_mib(Path(folder) / f"{count}.jsonl", count) for count in counts}


def _peak_mib(path: Path, count: int) -> float:
    with path.open("w", encoding="utf-8") as file:
        for document in shuffled_documents(count):
            record = {
                "id": document.given_id,
                "text": document.text,
                "published": "2023-03-07",
                "title": document.title,
            }
            file.write(json.dumps(record) + "\n")
    finished = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path)],
        env=os.environ | {"CHRONOTOPE_WORKERS": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return int(finished.stderr.split()[-1]) * KIB_A_UNIT / 1024
