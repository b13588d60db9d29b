"""Armed groups and organisations whose name some small town bears too ("Hamas", "EU")."""

from __future__ import annotations

from functools import cache

from ingest.extractors.toponyms.words import Word
from ingest.gazetteer.folding import fold_word
from ingest.registry import load_registry


def names_an_actor(word: Word) -> bool:
    """Whether the word alone, written as it is, is the registry's name of an armed group or the acronym of a body."""
    groups, acronyms = _names()
    return word.capital and (word.key in groups or (word.upper and word.key in acronyms))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Armed groups' names of one word, and acronyms of armed groups and organisations, folded."""
    groups, acronyms = set(), set()
    for actor in load_registry().actors():
        if actor.kind not in ("ArmedGroup", "Organization"):
            continue
        for name in actor.names:
            if name.isalpha() and name.isupper():
                acronyms.add(fold_word(name))
            elif name.isalpha() and actor.kind == "ArmedGroup":
                groups.add(fold_word(name))
    return frozenset(groups), frozenset(acronyms)
