"""The classes of words that tell places from other names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ingest.gazetteer.folding import fold_word

Classes = Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def word_classes() -> Classes:
    """Folded words by class name, as `data/words.txt` lists and describes them."""
    text = (Path(__file__).parent / "data" / "words.txt").read_text(encoding="utf-8")
    classes: dict[str, frozenset[str]] = {}
    for block in re.split(r"^\[", text, flags=re.MULTILINE)[1:]:
        heading, _, body = block.partition("\n")
        name = heading.partition("]")[0]
        classes[name] = frozenset(fold_word(word) for word in body.split())
    return classes
