"""One plural noun tells the kind of all names of a list."""

from __future__ import annotations

import pytest

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.nlp import load_model, parse

OBLASTS = ["Donetsk Oblast", "Luhansk Oblast"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting went on in the Donetsk and Luhansk regions.", OBLASTS),
        ("The decree names the regions of Donetsk and Luhansk.", OBLASTS),
        ("The decree names Donetsk, Luhansk and Kherson oblasts.", [*OBLASTS, "Kherson Oblast"]),
        ("The decree names Donetsk, Luhansk, and two other provinces.", OBLASTS),
        ("Gunmen killed ten in Borno and Yobe states.", ["Borno", "Yobe"]),
        ("Storms hit Georgia and two more states.", ["Georgia"]),
        ("Storms hit Donetsk and Luhansk.", ["Donetsk", "Luhansk"]),
        ("Trains link Donetsk, Luhansk and other towns.", ["Donetsk", "Luhansk"]),
    ],
)
def test_names_of_a_list_share_their_kind(text: str, names: list[str], gazetteer: Gazetteer) -> None:
    found = extract_toponyms(parse(text, load_model()), text, gazetteer)
    assert [each.name for each in found] == names
