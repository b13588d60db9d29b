"""Bodies that every country has, named without it, are those of the country that the text plays in."""

from __future__ import annotations

import pytest

from ingest.annotations import ActorMention, Span, Toponym
from ingest.extractors.actors.national import country_of_text, in_their_country
from ingest.registry import load_registry


def towns(countries: str) -> list[Toponym]:
    return [
        Toponym(Span(at, at + 1), "name", f"Town {at}", None, None, None, None, country)
        for at, country in enumerate(countries.split())
    ]


@pytest.mark.parametrize(
    ("countries", "country"),
    [
        ("", None),
        ("KE", "Kenya"),
        ("KE KE GH", "Kenya"),
        ("KE GH", None),
        ("KE GH PE LY", None),
        ("KE KE GH PE LY", None),
    ],
)
def test_a_text_plays_where_most_of_its_places_lie(countries: str, country: str | None) -> None:
    found = country_of_text((), towns(countries), load_registry())
    assert (found.name if found is not None else None) == country


@pytest.mark.parametrize(
    ("name", "countries", "body", "actor_id"),
    [
        ("Supreme Court", "KE KE", "Supreme Court of Kenya", "office:KE:supreme-court"),
        ("Central Bank", "GH", "Central Bank of Ghana", "office:GH:central-bank"),
        ("Coast Guard", "PH PH CN", "Philippine Coast Guard", "office:PH:coast-guard"),
        # no country, or as many of one as of the other
        ("Supreme Court", "", "Supreme Court", None),
        ("Supreme Court", "KE GH PE", "Supreme Court", None),
        # no body that every country has, and a word that may be anybody's
        ("Atlantic Council", "KE KE", "Atlantic Council", None),
        ("Senate", "KE KE", "Senate", None),
    ],
)
def test_a_body_is_that_of_the_texts_country(name: str, countries: str, body: str, actor_id: str | None) -> None:
    mention = ActorMention(Span(100, 100 + len(name)), name, "Organization")
    (found,) = in_their_country([mention], towns(countries), load_registry())
    assert (found.name, found.actor_id) == (body, actor_id)


def test_what_the_registry_knows_stays() -> None:
    council = ActorMention(Span(100, 116), "UN Security Council", "Organization", "actor:un-security-council")
    assert in_their_country([council], towns("KE KE"), load_registry()) == (council,)
