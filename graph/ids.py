"""Ids from source and wording: the same report gives the same ids on every machine, in every order of loading."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.names import fold_name

# 16 bytes of SHA-256: no collision to be expected below 10^18 ids.
_DIGEST_HEX_CHARACTERS = 32

_UNNAMED = "unnamed:"
_ERASED_ID = re.compile(r"erased:[0-9a-f]{32}")


def digest(*parts: str | None) -> str:
    """A short hash of the parts, told apart from each other and from None."""
    joined = "\x1e".join("\x1f" if part is None else part for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_HEX_CHARACTERS]


def report_id(*, url: str | None, given_id: str | None, publisher: str | None, relative_path: str) -> str:
    """A report's id: its URL; else the id that its manifest or feed gives; else its publisher and path."""
    if url:
        return url
    if given_id:
        return given_id
    return f"report:{digest(publisher, relative_path)}"


def erased_report_id(report: str) -> str:
    """The id under which an erased report is known: from its id, which no one can read back; its own where it already is such a one."""
    return report if _ERASED_ID.fullmatch(report) else f"erased:{digest(report)}"


def source_id(name: str) -> str:
    """A publisher's id, the same for every spelling that folds to one name."""
    return f"source:{_slug(fold_name(name) or name)}"


def derived_actor_id(kind: str, name: str) -> str:
    """The id of an actor whom only texts name: one node a kind and folded name, over all reports."""
    return f"{kind.lower()}:{_slug(fold_name(name) or name)}"


def unnamed_actor_id(report: str, kind: str, description: str) -> str:
    """The id of one whom no text names ("an adviser"): a report's own, for another report's adviser may be another."""
    return f"{_UNNAMED}{digest(report, kind, fold_name(description) or description)}"


def is_unnamed(actor: str) -> bool:
    """Whether an actor's id is of one whom no text names: nobody can tell whether another report's is the same."""
    return actor.startswith(_UNNAMED)


def local_place_id(report: str, name: str) -> str:
    """The id of a place that no list knows: a report's own, never a namesake."""
    return f"local:{digest(report, fold_name(name) or name)}"


def offset_place_id(anchor: str, distance_km: float | None, direction: str | None) -> str:
    """The id of what lies so far in that direction from a place: the same in every report that tells it so."""
    return f"local:{digest(anchor, f'{distance_km:g} km' if distance_km is not None else None, direction)}"


def statement_ids(report: str, wordings: Iterable[tuple[str, str]]) -> list[str]:
    """Ids for (speaker as written, content) in text order: no offsets, so that an untouched passage keeps its id.

    A wording that recurs in the report is told apart by how-manieth it is.
    """
    return [f"statement:{digest(report, *wording)}" for wording in _numbered(wordings)]


def event_mention_ids(report: str, wordings: Iterable[tuple[str, str]]) -> list[str]:
    """Ids for (sentence, trigger) in text order: no offsets, and those alike told apart by how-manieth they are."""
    return [f"event-mention:{digest(report, *wording)}" for wording in _numbered(wordings)]


def event_id(mention: str) -> str:
    """The id of the event that is named after a mention of it."""
    return f"event:{mention.removeprefix('event-mention:')}"


def figure_ids(wordings: Iterable[tuple[str, str]]) -> list[str]:
    """Ids for (id of what it stands in, text) in text order, those alike told apart by how-manieth they are."""
    return [f"figure:{digest(*wording)}" for wording in _numbered(wordings)]


def _numbered(wordings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each wording with how many like it came before."""
    seen: Counter[tuple[str, str]] = Counter()
    for wording in wordings:
        yield (*wording, str(seen[wording]))
        seen[wording] += 1


def _slug(folded: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-") or digest(folded)
