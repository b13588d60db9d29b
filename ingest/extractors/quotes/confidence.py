"""How likely an attribution is right in both content and speaker, from a small table of log-odds."""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Doc

from ingest.extractors.quotes.candidate import Candidate
from ingest.extractors.quotes.lexicon import LEXICONS

# Below this an attribution is hardly more often right than wrong, and costs a reader of statements more than it gives.
CONFIDENCE_MINIMUM = 0.55


@lru_cache(maxsize=1)
def _log_odds() -> dict[str, float]:
    table = {}
    for line in files(LEXICONS).joinpath("cues_confidence.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            feature, points = line.split("\t")
            table[feature] = float(points)
    return table


def features(doc: Doc, candidate: Candidate) -> list[str]:
    """What is looked at, each with its points in the table: the frame, who speaks, where the cue stands."""
    head = doc[candidate.head]
    position = {"ROOT": "root", "conj": "conj"}.get(head.dep_, "inner")
    found = [
        f"family {candidate.family}",
        f"attitude {candidate.cue.attitude}",
        f"speaker {candidate.speaker_kind}",
        f"position {position}",
    ]
    if head.tag_ == "VB":
        found.append("cue infinitive")
    if candidate.negated or candidate.hedged:
        found.append("cue not factual")
    if candidate.speaker is not None:
        words = doc[candidate.speaker.start : candidate.speaker.end]
        if words.text.lower() in ("i", "you", "we"):
            found.append("speaker first or second person")
        if not any(word.text[:1].isupper() for word in words):
            found.append("speaker without a name")
    return found


def confidence(doc: Doc, candidate: Candidate) -> float:
    """Share of attributions with the same features that are right."""
    table = _log_odds()
    points = sum(table.get(feature, 0.0) for feature in features(doc, candidate))
    return round(1 / (1 + math.exp(-points)), 2)
