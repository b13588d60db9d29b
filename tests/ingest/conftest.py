"""What the tests of the ingest share: the language model, loaded once a run."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.nlp import load_model


@pytest.fixture(scope="session")
def model() -> Language:
    return load_model()
