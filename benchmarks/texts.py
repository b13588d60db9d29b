"""Any number of different news texts, made from the samples: paragraphs dealt out anew by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ingest.readers import Document, read_sources

SAMPLES_FOLDER = Path("samples")


def sample_documents() -> list[Document]:
    """The sample reports."""
    return [item for item in read_sources([str(SAMPLES_FOLDER)]) if isinstance(item, Document)]


def shuffled_documents(count: int, seed: int = 1) -> Iterator[Document]:
    """`count` documents, each a sample with half of its paragraphs replaced by those of others."""
    generator = random.Random(seed)
    samples = sample_documents()
    paragraphs = [each for sample in samples for each in sample.text.split("\n\n") if each.strip()]
    for number in range(count):
        sample = samples[number % len(samples)]
        kept = [
            each if generator.random() < 0.5 else generator.choice(paragraphs) for each in sample.text.split("\n\n")
        ]
        yield replace(
            sample,
            ref=f"{number}.txt",
            relative_path=f"{number}.txt",
            url=None,
            given_id=f"benchmark-{number}",
            text="\n\n".join(kept) + f"\n\nNumber {number}.",
        )
