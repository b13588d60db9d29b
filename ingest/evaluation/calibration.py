"""Whether confidence means something: how many of the quotes at each level of confidence are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.evaluation.metrics import Share, match_by_words, words_of
from ingest.extract_shape import Offsets, QuoteShape

LEVELS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Content and source of a gold attribution; an empty source means that the text names none."""

    content: tuple[Offsets, ...]
    source: tuple[Offsets, ...]


def calibrate(text: str, gold: Sequence[GoldQuote], found: Sequence[QuoteShape]) -> dict[float, Share]:
    """For each level, how many quotes at or above it (and below the next) match gold in content and speaker."""
    with_content = [each for each in found if each.content]
    pairs = match_by_words(
        [words_of(text, each.content) for each in gold], [words_of(text, each.content) for each in with_content]
    )
    right = {j for i, j in pairs if _same_speaker(text, gold[i], with_content[j])}
    shares = dict.fromkeys(LEVELS, Share())
    for index, quote in enumerate(with_content):
        level = next(level for level in LEVELS if quote.confidence >= level)
        shares[level] += Share(int(index in right), 1)
    return shares


def _same_speaker(text: str, gold: GoldQuote, found: QuoteShape) -> bool:
    if not gold.source or found.speaker is None:
        return not gold.source and found.speaker is None
    return bool(words_of(text, gold.source) & words_of(text, [found.speaker]))
