"""Moves what happened "12 km north of Soledar" from the town that the text names to where it says that it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.annotations import EventMention, Offset
from ingest.gazetteer.offsets import place_of_offset


def at_offsets(events: Sequence[EventMention], offsets: Sequence[Offset]) -> tuple[EventMention, ...]:
    """The events in their order, those at a town from which an offset is told at the point, or near that town where it gives none.

    An offset that tells where a named place lies ("Yampil, 12 km north of Siversk") moves nothing.
    """
    place_by_anchor = {each.anchor.span: place_of_offset(each) for each in offsets if each.described is None}
    return tuple(
        replace(event, place=place_by_anchor[event.place.span])
        if event.place is not None and event.place.span in place_by_anchor
        else event
        for event in events
    )
