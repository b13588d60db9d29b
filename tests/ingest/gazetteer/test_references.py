"""Which place "the city", "the village" or "the state" means: by what the text has called it, by its size, by who only sits there."""

from __future__ import annotations

import pytest

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.references import place_references
from ingest.nlp import load_model, parse


@pytest.mark.parametrize(
    ("text", "phrase", "place"),
    [
        # what the text has called it
        ("Floods hit the city of Poltava and the town of Lubny. The city is dark.", "The city", "Poltava"),
        ("Floods hit the city of Poltava and the town of Lubny. The town is dark.", "The town", "Lubny"),
        # where somebody sits or spoke is not where it happened
        ("Floods hit Poltava. Officials in Lutsk said that the city was dark.", "the city", "Poltava"),
        ("Floods hit Poltava, the mayor said in a speech in Lutsk. The city is dark.", "The city", "Poltava"),
        # a reference keeps its place present
        ("Floods hit Lutsk. The city is dark. Trains run to Poltava, Lubny and Rivne. They leave the city at dawn.", "the city", "Lutsk"),
        ("Floods hit Lutsk. They met in the provincial capital on Tuesday.", "the provincial capital", "Lutsk"),
        ("Rain fell on Gezira state. Parts of the state are flooded.", "the state", "Gezira"),
        # a heading sets the place of its section
        ("POLTAVA. Floods hit the city hard.\n\nLUTSK. The city is dark.", "The city", "Lutsk"),
        ("Floods hit Poltava. Poltava is wet.\n\nLutsk:\n\nThe city is dark.", "The city", "Lutsk"),
        # a town that no list has
        ("Trains run to Poltava. Floods hit a market in Qoshzelm and a bridge in Qoshzelm. The town is dark.", "The town", "Qoshzelm"),
    ],
)  # fmt: skip
def test_a_reference_means_the_place_that_the_words_fit(
    text: str, phrase: str, place: str, gazetteer: Gazetteer
) -> None:
    doc = parse(text, load_model())
    found = place_references(doc, text, extract_toponyms(doc, text, gazetteer), gazetteer)
    assert (phrase, place) in [(text[each.span.start : each.span.end], each.name) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Gezira state, the state television said.",
        "Floods hit the city of Poltava. The village is dark.",
        # an apposition is no further mention, of another place least of all
        "Floods hit Kyiv. He left for Poltava, the provincial capital, on Tuesday.",
    ],
)
def test_a_reference_that_fits_no_place_is_left_out(text: str, gazetteer: Gazetteer) -> None:
    doc = parse(text, load_model())
    assert place_references(doc, text, extract_toponyms(doc, text, gazetteer), gazetteer) == ()
