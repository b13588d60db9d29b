"""Which place and day a mention of an event has from the happening that it takes up, and which mentions stay without."""

from __future__ import annotations

import re
from datetime import date

import pytest
from spacy.language import Language

from graph.timespan import day_span
from ingest.annotations import EventMention, Figure, Span, TimeExpression, Toponym
from ingest.extractors.events import extract_events
from ingest.extractors.figures import extract_figures, link_figures
from ingest.extractors.quotes import extract_quotes
from ingest.nlp import parse
from ingest.resolution.happenings import settle_happenings
from ingest.resolution.tolls import link_tolls

DAYS = {"Friday": date(2023, 3, 10), "Saturday": date(2023, 3, 11), "Sunday": date(2023, 3, 12)}
PLACES = {"Goma": "geonames:1", "Sake": "geonames:2"}
LEAD = "A missile hit a market in Goma on Saturday.\n\n"


def spans(text: str, words: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(rf"\b{words}\b", text)]


def toponym(span: Span, name: str, reason: str = "") -> Toponym:
    return Toponym(span, "name", name, PLACES[name], None, None, None, None, reason=reason)


def settled(model: Language, text: str) -> tuple[tuple[EventMention, ...], tuple[Figure, ...]]:
    """The events of a text and its figures; "the town" is Goma."""
    doc = parse(text, model)
    times = [
        TimeExpression(span, "DATE", None, day.isoformat(), day_span(day), "relative", "test")
        for name, day in DAYS.items()
        for span in spans(text, name)
    ]
    toponyms = [toponym(span, name) for name in PLACES for span in spans(text, name)]
    references = [toponym(span, "Goma", "reference") for span in spans(text, "the town")]
    quotes = extract_quotes(doc, text)
    events = extract_events(doc, text, times, toponyms, (), references=references)
    events = settle_happenings(doc, events, times, toponyms, references, quotes)
    return events, link_tolls(doc, link_figures(extract_figures(doc, text, toponyms), events, quotes), events)


def told(found: EventMention) -> tuple[str | None, str | None, str, str]:
    """Place and day with whence they are."""
    day = found.span_of_days.edtf if found.span_of_days is not None else None
    return (found.place.name if found.place is not None else None, day, found.place_basis, found.basis)


TAKEN_UP = ("Goma", "2023-03-11", "inherited", "inherited")
UNTOLD = (None, None, "none", "none")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Three people were killed, the mayor said.", TAKEN_UP),
        ("Doctors said that nine people had been wounded.", TAKEN_UP),
        ("The missile also killed two nurses.", UNTOLD),
        ("The missile killed two nurses.", TAKEN_UP),
        ("It killed two nurses.", TAKEN_UP),
        ("At least 40 houses were damaged.", TAKEN_UP),
        ("Two people were killed on Saturday.", ("Goma", "2023-03-11", "inherited", "relative")),
        # Another day, another place, another happening, another doer, or nobody knows.
        ("Two people were killed on Sunday.", (None, "2023-03-12", "none", "relative")),
        ("Two people were killed in Sake.", ("Sake", None, "explicit", "none")),
        ("Two others were killed elsewhere.", UNTOLD),
        ("Rebels killed two nurses.", UNTOLD),
        ("On Sunday the mayor said that three people had been killed.", UNTOLD),
        ("“Two of my neighbours were killed,” said Mary Smith.", UNTOLD),
        ("Nobody was killed.", UNTOLD),
        ("Three people could be killed.", UNTOLD),
        ("Soldiers arrested a teacher.", UNTOLD),
        # What "the town" stands for is told, its day is not.
        ("Rebels shelled the town.", ("Goma", None, "reference", "none")),
        ("Rebels shelled the town on Sunday.", ("Goma", "2023-03-12", "reference", "relative")),
    ],
)
def test_what_is_told_after_the_lead(model: Language, text: str, last: tuple[str | None, str | None, str, str]) -> None:
    events, _ = settled(model, LEAD + text)
    assert told(events[0]) == ("Goma", "2023-03-11", "explicit", "relative")
    assert (told(events[-1]) if len(events) > 1 else UNTOLD) == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # After two happenings the same words tell neither, but for the one of their own paragraph.
        ("Shells hit Sake on Friday.\n\nThree people were killed.", [None]),
        ("Shells hit Sake on Friday. Three people were killed.", ["2023-03-10"]),
        ("Rebels shelled Goma again on Sunday. Three people were killed.", ["2023-03-12"]),
        ("Rebels shelled Goma again on Sunday.\n\nThree people were killed.", [None]),
    ],
)
def test_after_two_happenings(model: Language, text: str, expected: list[str | None]) -> None:
    events, _ = settled(model, LEAD + text)
    assert [told(each)[1] for each in events[2:]] == expected


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("Missile hits Goma", ("Goma", "2023-03-11", "explicit", "inherited")),
        ("Three killed by missile", TAKEN_UP),
        ("Missile hits Sake", ("Sake", None, "explicit", "none")),
        ("Goma shelled again", None),
    ],
)
def test_the_headline_tells_what_the_lead_does(
    model: Language, headline: str, first: tuple[str | None, str | None, str, str] | None
) -> None:
    events, _ = settled(model, f"{headline}\n\n{LEAD}")
    of_headline = [each for each in events if each.span.end <= len(headline)]
    if first is None:
        assert all(each.basis != "inherited" for each in of_headline)
    else:
        assert [told(each) for each in of_headline] == [first]


def test_a_day_before_verbs_that_are_joined_holds_for_all(model: Language) -> None:
    events, _ = settled(model, "On Friday rebels attacked Goma and the army arrested a teacher.")
    assert [told(each)[1] for each in events] == ["2023-03-10", "2023-03-10"]
    events, _ = settled(model, "Rebels attacked Goma on Friday and the army arrested a teacher.")
    assert [told(each)[1] for each in events] == ["2023-03-10", None]


def test_a_clause_with_a_day_of_its_own_is_another_event(model: Language) -> None:
    events, _ = settled(
        model, "Goma came under attack on Sunday, after shells killed two people near its market on Saturday."
    )
    assert [told(each)[:2] for each in events] == [("Goma", "2023-03-12"), ("Goma", "2023-03-11")]


def test_the_smaller_place_is_where_it_happened(model: Language) -> None:
    events, _ = settled(model, "A missile destroyed part of a market in Sake, in eastern Goma, on Friday.")
    assert [told(each)[0] for each in events] == ["Sake"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The mayor said three people had been killed; the police put the death toll at five.", True),
        ("The toll rose to five.", True),
        ("The toll of the war has risen to 5,000.", False),
        ("Rebels shelled Sake on Sunday. The toll rose to five.", False),
    ],
)
def test_a_toll_goes_with_the_only_attack(model: Language, text: str, event: bool) -> None:
    events, figures = settled(model, LEAD + text)
    toll = figures[-1]
    assert (toll.metric, toll.exact in (5, 5000)) == ("killed", True)
    assert (toll.event is not None) == event
    if toll.event is not None:
        assert told(events[toll.event])[:2] == ("Goma", "2023-03-11")
        assert toll.scope == "incident"
