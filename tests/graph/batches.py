"""Small batches that read as examples: reports in which named people say things about towns on days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph import ids
from graph.model import Actor, GraphBatch, Mention, Place, Report, Source, Statement
from graph.timespan import TimeSpan, day_span, parse_edtf

UKRAINE = Place("geonames:690791", "Ukraine", (), "country", "UA", 49.0, 32.0)
DONETSK_REGION = Place(
    "geonames:709716", "Donetsk Oblast", ("Donetsk region",), "region", "UA", 48.0, 37.5, UKRAINE.id, "area", 109.0
)
BAKHMUT = Place(
    "geonames:711541", "Bakhmut", ("Artemivsk", "Artyomovsk"), "town", "UA", 48.59, 38.0, DONETSK_REGION.id, "town"
)
SOLEDAR = Place("geonames:692818", "Soledar", (), "town", "UA", 48.68, 38.08, within=DONETSK_REGION.id)
PLACES = {place.name: place for place in (UKRAINE, DONETSK_REGION, BAKHMUT, SOLEDAR)}

COUNTRY = Actor("country:UA", "Country", "Ukraine", side="Ukraine")
GENERAL = Actor("actor:general", "Person", "Anna Kovalenko", ("Hanna Kovalenko",), side="Ukraine")
ACTORS = {actor.name: actor for actor in (COUNTRY, GENERAL)}


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an invented report: who, what, about which places or actors, on which EDTF day (None: not told)."""

    who: str
    what: str
    about: tuple[str, ...] = ("Bakhmut",)
    when: str | None = None
    attitude: str = "speech"
    act: str = "assert"
    told_to: str | None = None
    said_at: str | None = None


def actor(name: str) -> Actor:
    return ACTORS.get(name) or Actor(ids.derived_actor_id("Person", name), "Person", name, derived=True)


def batch(
    ref: str, sentences: Iterable[Said], published: str | None = "2023-02-10", publisher: str | None = "The Paper"
) -> GraphBatch:
    """A report that says these sentences, one a line: `who: what`."""
    told = tuple(sentences)
    text = "".join(f"{each.who}: {each.what}\n" for each in told)
    published_span = day_span(date.fromisoformat(published)) if published else None
    report_id = ids.report_id(url=None, given_id=None, publisher=publisher, relative_path=ref)
    statement_ids = ids.statement_ids(report_id, [(each.who, each.what) for each in told])
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    mentions, statements, start = [], [], 0
    for each, statement_id in zip(told, statement_ids, strict=True):
        speaker = actor(each.who)
        about_ids = []
        for name in (*each.about, *([each.said_at] if each.said_at else [])):
            if name in PLACES:
                place: Place | None = PLACES[name]
                while place is not None:
                    places[place.id] = place
                    place = next(
                        (larger for larger in PLACES.values() if place is not None and larger.id == place.within), None
                    )
                thing_id = PLACES[name].id
            else:
                actors[actor(name).id] = actor(name)
                thing_id = actor(name).id
            if name in each.about:
                about_ids.append(thing_id)
        hearer = actor(each.told_to) if each.told_to else None
        for one in (speaker, *([hearer] if hearer else [])):
            actors[one.id] = one
        content_start = start + len(each.who) + 2
        content_end = content_start + len(each.what)
        mentions.append(Mention(speaker.id, start, start + len(each.who), each.who, speaker.name))
        said, clock = _said(each.when, published_span)
        statements.append(
            Statement(
                id=statement_id,
                content=each.what,
                spans=(content_start, content_end),
                mode="direct",
                cue="said",
                act=each.act,
                attitude=each.attitude,
                polarity="positive",
                epistemic="unknown",
                asserted=True,
                speaker_id=speaker.id,
                speaker_as_written=each.who,
                speaker_role=None,
                told_to_id=hearer.id if hearer else None,
                said_at_id=PLACES[each.said_at].id if each.said_at else None,
                about_ids=tuple(about_ids),
                said=said,
                said_basis="explicit" if each.when else "publication" if published else "none",
                said_phrase=each.when,
                said_rule=None,
                clock_start=clock[0],
                clock_end=clock[1],
                evidence_start=start,
                evidence_end=content_end,
                evidence=text[start:content_end],
                confidence=0.9,
            )
        )
        start = content_end + 1
    report = Report(
        id=report_id, ref=ref, title=None, url=None, language="en", text=text, published=published_span,
        published_basis="metadata" if published else "none",
        source=Source(ids.source_id(publisher), publisher) if publisher else None,
        content_hash=ids.digest(text, published), metadata_hash=ids.digest(ref, publisher), extraction_version="1",
    )  # fmt: skip
    return GraphBatch(report, tuple(actors.values()), tuple(places.values()), tuple(mentions), tuple(statements))


def _said(when: str | None, published: TimeSpan | None) -> tuple[TimeSpan, tuple[str | None, str | None]]:
    told = parse_edtf(when) if when else None
    shown = told or published
    clock: tuple[str | None, str | None] = (None, None)
    if shown is not None and shown.start is not None and shown.end is not None:
        clock = (shown.start.isoformat(), date.fromordinal(shown.end.toordinal() - 1).isoformat())
    if told is not None:
        return told, clock
    return TimeSpan(None, published.end if published else None, "unknown"), clock


def press_review() -> list[GraphBatch]:
    """Reports that share towns, days, a publisher that is spelled in two ways and people, one of them spelled in three."""
    quiet = Said("Ivan Petrenko", "It is quiet.", ("Soledar",), "2023-02-03")
    loud = Said("IVAN PETRENKO", "It is loud.", ("Bakhmut", "Soledar"), "2023-02")
    nobody = Said("Olha Shevchenko", "Nobody came.", ("Ukraine",), "2022", said_at="Soledar")
    return [
        batch("one.txt", [quiet, Said("Anna Kovalenko", "We hold.")]),
        batch("two.txt", [loud], published="2023-02-12", publisher="THE PAPER"),
        batch("three.txt", [Said("Iván Petrenko", "It is over.", told_to="Ukraine")], publisher="The Gazette"),
        batch("four.txt", [nobody], published=None),
        batch("five.txt", [Said("Olha Shevchenko", "the road is long", attitude="plan")], publisher=None),
    ]
