"""`python -m ingest.evaluation`: every figure of extraction, on the project's own gold and on the sets of a folder."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph.names import fold_name, spelling_key
from ingest.evaluation.calibration import LEVELS, GoldQuote, calibrate
from ingest.evaluation.gold import read_gold
from ingest.evaluation.metrics import Counts, Share
from ingest.evaluation.report_scores import ReportScores, score_report
from ingest.extract_shape import QuoteShape
from ingest.pipeline import load_pipeline
from ingest.pool import Failure, extracted
from ingest.readers import Document, read_sources
from ingest.settings import IngestSettings

# The project's own gold, with the texts that it annotates: the second and the third were written after the rules, blind;
# the errors on the second have been worked on since.
OWN_GOLD = {
    "own gold": (Path("tests/gold/samples"), Path("samples")),
    "own gold, second": (Path("tests/gold/unseen"), Path("tests/gold/unseen/reports")),
    "own gold, third, unseen": (Path("tests/gold/fresh"), Path("tests/gold/fresh/reports")),
}

console = Console(width=110)


def main(
    sets: Annotated[Path | None, typer.Option(help="a folder with score.py and gold/*.jsonl.gz")] = None,
    only: Annotated[list[str] | None, typer.Option(help="a set's name; repeated: these sets only")] = None,
) -> None:
    """Print the scores of the project's own gold and of the sets."""
    for table in _own_gold():
        console.print(table)
    if sets is None or not (sets / "score.py").is_file():
        console.print(f"no evaluation sets in {sets}: give their folder with EVAL=…")
        return
    names = only or sorted(path.name.removesuffix(".jsonl.gz") for path in (sets / "gold").glob("*.jsonl.gz"))
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            _score_set(sets, name, Path(folder))


def _own_gold() -> Iterator[Table]:
    pipeline = load_pipeline(IngestSettings().model)

    def name_key(name: str) -> str:
        known = pipeline.registry.find(name)
        return fold_name(known.name) if known is not None else spelling_key(name)

    for name, folders in OWN_GOLD.items():
        total, reports = ReportScores(), 0
        for document, gold in read_gold(*folders):
            total += score_report(document.text, pipeline.annotate(document), gold, name_key)
            reports += 1
        yield _scores(name, reports, total)


def _scores(name: str, reports: int, total: ReportScores) -> Table:
    table = Table(name, "precision", "recall", "F1 or share right", "of", title=f"{reports} reports")
    for field in ("content", "joint", "about", "said_at", "toponyms", "times"):
        counts: Counts = getattr(total, field)
        if counts == Counts():
            continue
        table.add_row(
            field.replace("_", " "), _percent(counts.precision), _percent(counts.recall), _percent(counts.f1),
            str(counts.right + counts.missed),
        )  # fmt: skip
    for field in ("speaker_identity", "attitude", "act", "polarity", "said_day", "toponyms_right_place", "time_values"):
        share: Share = getattr(total, field)
        table.add_row(field.replace("_", " "), "", "", _percent(share.value), str(share.of))
    return table


def _score_set(sets: Path, name: str, folder: Path) -> None:
    """Extracts a set, has its own scorer score it, and prints how well confidence holds where there are quotes."""
    settings = IngestSettings()
    with gzip.open(sets / "gold" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    inputs = folder / f"{name}.inputs.jsonl"
    with inputs.open("w", encoding="utf-8") as file:
        file.writelines(
            json.dumps({key: record.get(key) for key in ("id", "text", "published", "title")}) + "\n"
            for record in records
        )
    predictions = folder / f"{name}.jsonl"
    quotes_by_id: dict[str, list[QuoteShape]] = {}
    started = time.monotonic()
    documents = (item for item in read_sources([str(inputs)]) if isinstance(item, Document))
    with predictions.open("w", encoding="utf-8") as file:
        for found in extracted(documents, settings.model, settings.workers):
            if isinstance(found, Failure):
                console.print(f"failed: {found.ref}: {found.detail}", markup=False)
                continue
            quotes_by_id[str(found.id)] = found.quotes
            file.write(found.model_dump_json() + "\n")
    seconds = time.monotonic() - started
    console.rule(f"{name}: {len(records)} documents in {seconds:.0f} s")
    sys.stdout.flush()
    subprocess.run([sys.executable, str(sets / "score.py"), name, str(predictions)], check=True)
    if name.startswith("quotes"):
        shares = dict.fromkeys(LEVELS, Share())
        for record in records:
            gold = [
                GoldQuote(tuple(map(tuple, each["content"])), tuple(map(tuple, each["source"])))
                for each in record["gold"]["quotes"]
            ]
            for level, share in calibrate(record["text"], gold, quotes_by_id.get(str(record["id"]), [])).items():
                shares[level] += share
        console.print(_calibration(shares))


def _calibration(shares: dict[float, Share]) -> Table:
    table = Table("confidence", "quotes", "share of all", "right in content and speaker", title="calibration")
    total = sum(share.of for share in shares.values())
    for level, share in shares.items():
        table.add_row(
            f"{level} and above" if level else "below",
            str(share.of),
            _percent(share.of / max(1, total)),
            _percent(share.value),
        )
    return table


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


if __name__ == "__main__":
    typer.run(main)
