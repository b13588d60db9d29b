"""The index of names: for the hash of every folded name the records that bear it, and how they bear it."""

from __future__ import annotations

from array import array

import numpy

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.folding import fold_name, name_hash
from ingest.gazetteer.records import ALIAS, ALIAS_BITS, REMOTE_ALIAS

ALIKE_LETTERS = 2
# The first words of a town's name stand for it from this size on.
SHORTENED_POPULATION = 15_000
# News drop the article: "Fasher", "Hasaheisa".
ARABIC_SPEAKING = frozenset("AE BH DJ DZ EG EH IQ IL JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())  # noqa: SIM905
_ARTICLES = frozenset("al el ad ar as at an az ash ed er es et ez".split())  # noqa: SIM905
BARE_LETTERS = 5


class Postings:
    """Takes the names of records; `sections` gives them sorted by hash."""

    def __init__(self) -> None:
        self._hashes, self._records = array("Q"), array("I")

    def add(self, index: int, draft: Draft) -> None:
        """Notes every name of the record at an index; the low bits of a posting tell how much of an alias it is."""
        for key, level in _levels(draft).items():
            self._hashes.append(name_hash(key))
            self._records.append(index << ALIAS_BITS | level)

    def sections(self) -> dict[str, array[int]]:
        """The hashes in order, where the records of each start, and these."""
        hashes = numpy.frombuffer(self._hashes, dtype=numpy.uint64)
        records = numpy.frombuffer(self._records, dtype=numpy.uint32)
        order = numpy.lexsort((records, hashes))
        hashes = hashes[order]
        distinct, starts = numpy.unique(hashes, return_index=True)
        bounds = numpy.append(starts, len(hashes)).astype(numpy.uint32)
        return {
            "name_hash": array("Q", distinct.tobytes()),
            "name_start": array("I", bounds.tobytes()),
            "name_record": array("I", records[order].tobytes()),
        }


def _levels(draft: Draft) -> dict[str, int]:
    """The folded names of a record, each with the least that it is of an alias."""
    levels: dict[str, int] = {}
    for position, name in enumerate(draft.names):
        key = fold_name(name)
        if draft.feature == "town" and draft.country in ARABIC_SPEAKING:
            article, _, bare = key.partition(" ")
            if article in _ARTICLES and len(bare) >= BARE_LETTERS:
                levels[bare] = min(levels.get(bare, REMOTE_ALIAS), ALIAS)
        if len(key) > 1:
            levels[key] = min(levels.get(key, REMOTE_ALIAS), _alias_level(position, name, key, draft))
    return levels


def _alias_level(position: int, name: str, key: str, draft: Draft) -> int:
    if position == 0 or name in draft.preferred or _shortens(name, draft):
        return 0
    return ALIAS if key[:ALIKE_LETTERS] == fold_name(draft.names[0])[:ALIKE_LETTERS] else REMOTE_ALIAS


def _shortens(name: str, draft: Draft) -> bool:
    """ "New York" and "Newcastle" are the everyday names of New York City and Newcastle upon Tyne."""
    return (
        draft.feature == "town" and draft.population >= SHORTENED_POPULATION and draft.names[0].startswith(name + " ")
    )
