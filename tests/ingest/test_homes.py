"""Where a source is at home, by the metadata of one report alone; and what that decides between namesakes."""

from __future__ import annotations

import pytest

from ingest.homes import find_place, home_weights
from ingest.nlp import DEFAULT_MODEL
from ingest.pipeline import Pipeline, load_pipeline
from ingest.readers import Document


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline(DEFAULT_MODEL)


def likeliest(document: Document, pipeline: Pipeline) -> str | None:
    weights = home_weights(document, pipeline.gazetteer, pipeline.registry)
    if not weights:
        return None
    found = pipeline.gazetteer.record(max(weights, key=lambda index: (weights[index], -index)))
    return f"{found.name}, {found.country}"


@pytest.mark.parametrize(
    ("publisher", "url", "home", "place"),
    [
        (None, None, "Toledo, Ohio", "Toledo, US"),
        (None, None, "geonames:4717560", "Paris, US"),
        (
            "The Springfield Argus",
            "https://argus.example.ca/1",
            "Paris, Texas",
            "Paris, US",
        ),  # what is given goes first
        (None, None, "Nowhere at All, Ohio", None),
        ("The Toledo Blade", None, None, "Toledo, US"),
        ("Gainesville Sun", None, None, "Gainesville, US"),
        ("Lincolnshire Echo", None, None, "Lincolnshire, GB"),
        ("Cambridge Times", "https://cambridge.example.ca/news/1", None, "Cambridge, CA"),
        ("Ukrinform", None, None, "Ukraine, UA"),
        (None, "https://news.example.co.uk/1", None, "United Kingdom, GB"),
        (None, "https://news.example.co.nz/1", None, "New Zealand, NZ"),
        (None, "https://news.example.io/1", None, None),
        (None, "https://news.example.org/1", None, None),
        ("The Independent", None, None, None),
        ("Morning Star", None, None, None),
    ],
)
def test_a_source_is_at_home_where_its_metadata_say(
    publisher: str | None, url: str | None, home: str | None, place: str | None, pipeline: Pipeline
) -> None:
    document = Document("a", "a", "Rain fell.", publisher=publisher, url=url, home=home)
    assert likeliest(document, pipeline) == place


@pytest.mark.parametrize(
    ("text", "given", "container"),
    [
        ("Crews were called to a house in Springfield.", {"home": "Toledo, Ohio"}, "Ohio"),
        ("Crews were called to a house in Sylvania.", {"publisher": "The Toledo Blade"}, "Ohio"),
        ("The mayor of Cambridge resigned.", {"publisher": "Boston Chronicle"}, "Massachusetts"),
        ("The mayor of Cambridge resigned.", {"url": "https://news.example.ca/1"}, "Canada"),
        ("A bus crashed in Hamilton.", {"url": "https://news.example.co.nz/1"}, "New Zealand"),
        ("A shooting in Athens left one dead.", {"publisher": "Atlanta Chronicle"}, "Georgia"),
        ("Talks in Moscow failed.", {"publisher": "Toledo Chronicle", "url": "https://news.example.us/1"}, "Russia"),
    ],
)
def test_a_home_decides_between_namesakes(text: str, given: dict[str, str], container: str, pipeline: Pipeline) -> None:
    (toponym,) = pipeline.annotate(Document("a", "a", text, **given)).toponyms  # type: ignore[arg-type]
    assert toponym.place_id is not None
    assert container in {place.name for place in pipeline.gazetteer.parents(toponym.place_id)}


def test_a_name_is_read_with_what_contains_it(pipeline: Pipeline) -> None:
    index = find_place("Paris, Lamar County, Texas", pipeline.gazetteer)
    assert index is not None
    assert pipeline.gazetteer.place_id(index) == "geonames:4717560"
    assert find_place("Toledo, Ukraine", pipeline.gazetteer) is None


@pytest.mark.parametrize(
    ("home", "dropped"),
    [("Toledo, Ohio", {}), ("geonames:5174035", {}), ("Toledo, Ukraine", {"home-unknown": 1}), (None, {})],
)
def test_a_home_that_nobody_knows_is_counted(home: str | None, dropped: dict[str, int], pipeline: Pipeline) -> None:
    assert pipeline.batch(Document("a", "a", "Crews were called to a house.", home=home)).dropped == dropped
