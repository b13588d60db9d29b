from __future__ import annotations

import pytest

from ingest.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of this version, built once a machine."""
    return open_gazetteer()
