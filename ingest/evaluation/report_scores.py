"""Compares the annotations of one report with its gold."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Self

from ingest.annotations import ActorMention, Annotations, Attribution, Span, Toponym
from ingest.evaluation.gold import GoldReport, GoldStatement, GoldToponym
from ingest.evaluation.metrics import Counts, Share, compare_sets, match_by_overlap, match_by_words, words_of

# A place is the right one within this distance (a hundred miles: the usual measure of geoparsing), or where the GeoNames id agrees.
SAME_PLACE_KM = 161.0
EARTH_RADIUS_KM = 6371.0

NameKey = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ReportScores:
    """How one report, or a sum of them, fares."""

    content: Counts = field(default_factory=Counts)
    joint: Counts = field(default_factory=Counts)
    speaker_identity: Share = field(default_factory=Share)
    attitude: Share = field(default_factory=Share)
    act: Share = field(default_factory=Share)
    polarity: Share = field(default_factory=Share)
    about: Counts = field(default_factory=Counts)
    said_at: Counts = field(default_factory=Counts)
    said_day: Share = field(default_factory=Share)
    toponyms: Counts = field(default_factory=Counts)
    toponyms_right_place: Share = field(default_factory=Share)
    times: Counts = field(default_factory=Counts)
    time_values: Share = field(default_factory=Share)

    def __add__(self, other: Self) -> ReportScores:
        return ReportScores(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def score_report(text: str, found: Annotations, gold: GoldReport, name_key: NameKey) -> ReportScores:
    """The scores of one report; `name_key` maps every spelling of one actor or place to one key."""
    wanted = [each for each in gold.statements if not each.nested]
    got = [each for each in found.attributions if each.quote.parent is None]
    pairs = match_by_words([_gold_words(text, each) for each in wanted], [_found_words(text, each) for each in got])
    matched = [(wanted[i], got[j]) for i, j in pairs]
    right_speaker = sum(_same_mention(text, one.speaker, two.quote.speaker) for one, two in matched)
    toponym_pairs = match_by_overlap([each.span for each in gold.toponyms], [each.span for each in found.toponyms])
    gold_names = _gold_names([(gold.toponyms[i], found.toponyms[j]) for i, j in toponym_pairs])

    def topic_key(topic: ActorMention | Toponym) -> str:
        return name_key(topic.name if isinstance(topic, ActorMention) else gold_names.get(_place(topic), topic.name))

    with_point = [(gold.toponyms[i], found.toponyms[j]) for i, j in toponym_pairs if gold.toponyms[i].lat is not None]
    time_pairs = match_by_overlap([each.span for each in gold.times], [each.span for each in found.times])
    return ReportScores(
        content=_counts(len(pairs), len(got), len(wanted)),
        joint=_counts(right_speaker, len(got), len(wanted)),
        speaker_identity=Share(sum(_same_speaker(one, two, name_key) for one, two in matched), len(matched)),
        attitude=Share(sum(one.attitude == two.quote.attitude for one, two in matched), len(matched)),
        act=Share(sum(one.act == two.quote.act for one, two in matched), len(matched)),
        polarity=Share(sum(one.polarity == two.quote.polarity for one, two in matched), len(matched)),
        about=sum(
            (compare_sets(map(name_key, one.about), map(topic_key, two.about)) for one, two in matched),
            Counts(),
        ),
        said_at=sum(
            (
                compare_sets(
                    _places_of_saying(one, name_key), [topic_key(two.said_at)] if two.said_at is not None else []
                )
                for one, two in matched
                if "said_at" in one.model_fields_set
            ),
            Counts(),
        ),
        said_day=Share(sum(one.said.edtf == _said_edtf(two) for one, two in matched), len(matched)),
        toponyms=_counts(len(toponym_pairs), len(found.toponyms), len(gold.toponyms)),
        toponyms_right_place=Share(
            sum(_same_place(one, two.geonameid, two.latitude, two.longitude) for one, two in with_point),
            len(with_point),
        ),
        times=_counts(len(time_pairs), len(found.times), len(gold.times)),
        time_values=Share(sum(gold.times[i].timex == found.times[j].timex for i, j in time_pairs), len(time_pairs)),
    )


def _gold_names(pairs: Iterable[tuple[GoldToponym, Toponym]]) -> dict[str, str]:
    """What the gold calls a place that the gazetteer writes in another way: where the ids agree or the gold knows none."""
    return {_place(found): wanted.name for wanted, found in pairs if wanted.geonameid in {None, found.geonameid}}


def _place(toponym: Toponym) -> str:
    return toponym.place_id or toponym.name


def _counts(right: int, found: int, wanted: int) -> Counts:
    return Counts(right, found - right, wanted - right)


def _gold_words(text: str, statement: GoldStatement) -> frozenset[int]:
    return words_of(text, statement.content or statement.cue)


def _found_words(text: str, found: Attribution) -> frozenset[int]:
    return words_of(text, found.quote.content or found.quote.cue)


def _same_mention(text: str, gold: tuple[int, int] | None, found: Span | None) -> bool:
    if gold is None or found is None:
        return gold is None and found is None
    return bool(words_of(text, [gold]) & words_of(text, [found]))


def _same_speaker(gold: GoldStatement, found: Attribution, name_key: NameKey) -> bool:
    """The same person or body by any spelling; one whom nobody names is right when found unnamed."""
    if gold.speaker_name is None:
        return found.speaker is None or not found.speaker.named
    return found.speaker is not None and name_key(gold.speaker_name) == name_key(found.speaker.name)


def _places_of_saying(statement: GoldStatement, name_key: NameKey) -> list[str]:
    return [name_key(statement.said_at)] if statement.said_at is not None else []


def _said_edtf(found: Attribution) -> str | None:
    return found.said.span_of_days.edtf if found.said.span_of_days.start is not None else None


def _same_place(gold: GoldToponym, geonameid: int | None, latitude: float | None, longitude: float | None) -> bool:
    if gold.geonameid is not None and gold.geonameid == geonameid:
        return True
    if latitude is None or longitude is None or gold.lat is None or gold.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, latitude, longitude) <= SAME_PLACE_KM


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance of two points in degrees."""
    a, b, c, d = map(math.radians, (latitude, longitude, other_latitude, other_longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return EARTH_RADIUS_KM * 2 * math.asin(min(1.0, math.sqrt(h)))
