"""Small batches that tell of happenings: reports that say where and when something happened, who claims it, how many it cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from batches import PLACES, Said, actor, batch

from graph import ids
from graph.clock import clock_days
from graph.model import Actor, GraphBatch, Mention, Place
from graph.model_events import EventMention, Figure, Participation, Stance
from graph.timespan import TimeSpan, parse_edtf


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an invented report that tells of an event; with `said_by`, as the content of what that person says."""

    what: str
    when: str | None = "2023-02-03"
    place: str | None = "Bakhmut"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    type: str = "ASSAULT"
    modes: tuple[str, ...] = ()
    control_change: str = "none"
    modality: str = "actual"
    said_by: str | None = None
    stance: Stance | None = "asserts"
    killed: int | None = None


def event_batch(
    ref: str,
    told: Iterable[Told],
    published: str | None = "2023-02-10",
    publisher: str | None = "The Paper",
    said: Iterable[Said] = (),
) -> GraphBatch:
    """A report that tells these events, one a line, what somebody says first; `said` are further sentences without events."""
    sentences = list(told)
    spoken = [each for each in sentences if each.said_by is not None]
    about = [Said(each.said_by or "", each.what, (each.place,) if each.place else (), each.when) for each in spoken]
    base = batch(ref, [*about, *said], published, publisher)
    text = base.report.text
    mention_ids = iter(ids.event_mention_ids(base.report.id, [(each.what, _trigger(each)) for each in sentences]))
    actors: dict[str, Actor] = {each.id: each for each in base.actors}
    places: dict[str, Place] = {each.id: each for each in base.places}
    mentions, event_mentions, figures = list(base.mentions), [], []
    for each in sentences:
        statement = base.statements[spoken.index(each)] if each.said_by is not None else None
        start = statement.spans[0] if statement is not None else len(text)
        end = start + len(each.what)
        text += "" if statement is not None else f"{each.what}\n"
        for name in (*each.actors, *each.recipients):
            actors[actor(name).id] = actor(name)
            mentions.append(Mention(actor(name).id, start, start + 1, name, actor(name).name))
        place = PLACES[each.place] if each.place is not None else None
        if place is not None:
            mentions.append(Mention(place.id, start, start + 2, place.name, place.name))
        for larger in _with_larger(place):
            places[larger.id] = larger
        mention = _event_mention(next(mention_ids), each, start, base.report.published)
        if statement is not None:
            mention = replace(mention, statement_id=statement.id, stance=each.stance)
        event_mentions.append(mention)
        if each.killed is not None:
            figures.append((mention, each.killed, end))
    figure_ids = ids.figure_ids([(mention.id, str(killed)) for mention, killed, _ in figures])
    return replace(
        base,
        report=replace(base.report, text=text, content_hash=ids.digest(text, published, repr(sentences))),
        actors=tuple(actors.values()),
        places=tuple(places.values()),
        mentions=tuple(dict.fromkeys(mentions)),
        event_mentions=tuple(event_mentions),
        figures=tuple(
            Figure(
                figure_id, "killed", None, None, float(killed), "person", "incident", False, end - 1, end, str(killed),
                statement_id=mention.statement_id, mention_id=mention.id,
            )
            for figure_id, (mention, killed, end) in zip(figure_ids, figures, strict=True)
        ),
    )  # fmt: skip


def _event_mention(mention_id: str, each: Told, start: int, published: TimeSpan | None) -> EventMention:
    when = parse_edtf(each.when) if each.when else TimeSpan(None, published.end if published else None, "unknown")
    clock_start, clock_end = clock_days(when, published)
    return EventMention(
        id=mention_id, type=each.type, modes=each.modes, control_change=each.control_change, modality=each.modality,
        trigger=_trigger(each), evidence_start=start, evidence_end=start + len(each.what), evidence=each.what,
        place_id=PLACES[each.place].id if each.place else None,
        participations=tuple(
            Participation(actor(name).id, role)
            for role, names in (("actor", each.actors), ("recipient", each.recipients))
            for name in names
        ),
        when=when, when_basis="explicit" if each.when else "publication" if published else "none", when_phrase=each.when,
        clock_start=clock_start, clock_end=clock_end,
    )  # fmt: skip


def _trigger(each: Told) -> str:
    return each.what.split()[0]


def _with_larger(place: Place | None) -> list[Place]:
    found = []
    while place is not None:
        found.append(place)
        within = place.within
        place = next((larger for larger in PLACES.values() if larger.id == within), None)
    return found
