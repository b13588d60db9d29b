"""Which nodes a name of a question stands for: a place with all within it, a country as actor and as place."""

from __future__ import annotations

from graph.model import Thing
from graph.repositories.events import Involved
from graph.repositories.names import NamesRepository, Resolution


def about_ids(names: NamesRepository, resolution: Resolution, *, within: bool) -> tuple[tuple[str, ...], Resolution]:
    """The ids that statements about a thing are linked to, and the resolution without the country's own twin.

    A country is an actor that speaks and a place that holds towns: who asks about one asks about both.
    """
    things, read = _with_twin(resolution)
    ids: list[str] = []
    for thing in things:
        ids.extend(names.within(thing.id) if thing.kind == "Place" and within else [thing.id])
    return tuple(dict.fromkeys(ids)), read


def involved(names: NamesRepository, values: list[str], *, within: bool) -> tuple[Involved, ...]:
    """For each thing that events are to be about the places and the actors that it stands for; a country is both."""
    found = []
    for value in values:
        resolution = names.resolve("about", value, "about")
        things, _ = _with_twin(resolution)
        places = [
            id_ for each in things if each.kind == "Place" for id_ in (names.within(each.id) if within else [each.id])
        ]
        actors = [each.id for each in things if each.kind != "Place"]
        if resolution.thing.kind != "Place":
            actors.append(resolution.canonical)
        found.append(Involved(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(actors))))
    return tuple(found)


def topics(
    names: NamesRepository, values: list[str], *, within: bool, strict: bool = False
) -> tuple[tuple[tuple[str, ...], ...], list[Resolution]]:
    """For each thing that statements are to be about the ids that it stands for, and how its name was read."""
    read = [about_ids(names, names.resolve("about", each, "about", strict=strict), within=within) for each in values]
    return tuple(ids for ids, _ in read), [resolution for _, resolution in read]


def place_ids(names: NamesRepository, resolution: Resolution, *, within: bool) -> tuple[str, ...]:
    """The ids of a place, with all places within it unless told otherwise."""
    return tuple(names.within(resolution.thing.id)) if within else (resolution.thing.id,)


def _with_twin(resolution: Resolution) -> tuple[list[Thing], Resolution]:
    """What a name stands for, a country's own twin too, and the resolution without that twin among the alternatives."""
    twins = [each for each in resolution.alternatives if _are_twins(resolution.thing, each)]
    others = tuple(each for each in resolution.alternatives if each not in twins)
    return [resolution.thing, *twins[:1]], Resolution(resolution.thing, resolution.canonical, others)


def _are_twins(one: Thing, other: Thing) -> bool:
    return {one.kind, other.kind} == {"Country", "Place"} and one.name == other.name
