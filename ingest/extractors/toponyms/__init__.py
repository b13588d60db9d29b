"""Toponyms of a text: names of places and demonyms, each resolved to a place of the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from spacy.tokens import Doc

from ingest.annotations import Span, Toponym
from ingest.extractors.toponyms.described import settle_described, welcome_described
from ingest.extractors.toponyms.mentions import Mention, find_mentions
from ingest.extractors.toponyms.metonymy import mark_actors, stands_for_actor
from ingest.extractors.toponyms.neighbours import neighbours
from ingest.extractors.toponyms.recognition import judge_mentions
from ingest.extractors.toponyms.resolution import resolve_mentions
from ingest.extractors.toponyms.setting import find_setting
from ingest.extractors.toponyms.unlisted import find_unlisted
from ingest.extractors.toponyms.words import Word, split_words
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE
from ingest.gazetteer.offset_phrases import offset_phrases

__all__ = ["extract_toponyms"]


def extract_toponyms(
    doc: Doc,
    text: str,
    gazetteer: Gazetteer,
    boilerplate: Sequence[Span] = (),
    home_country: str | None = None,
    home: str | None = None,
    source: Mapping[int, float] | None = None,
) -> tuple[Toponym, ...]:
    """The toponyms of `text` in text order, those inside `boilerplate` left out.

    `doc` is `ingest.nlp.parse(text)`; `home_country` the ISO code of the country its source writes for,
    `home` the id of the town, district or state that it writes about: namesakes there are likelier. `source` gives the weights of places
    (record indexes) that all else tells of its source.

    Raises:
        UnknownPlace: the gazetteer does not know `home`.
    """
    words = split_words(doc)
    mentions = find_mentions(words, text, gazetteer)
    persons = judge_mentions(mentions, words, gazetteer)
    phrases = tuple(offset_phrases(text))
    welcome_described(mentions, words, phrases)
    accepted = [mention for mention in mentions if not mention.rejected and mention.score >= 0]
    unlisted = find_unlisted(words, mentions, persons, phrases, gazetteer)
    accepted = sorted([*accepted, *unlisted], key=lambda mention: mention.first)
    mark_actors(accepted, words, doc)
    setting = find_setting(text, gazetteer, home, source)
    resolve_mentions(accepted, gazetteer, home_country, setting)
    beside = neighbours(mentions, accepted, words, persons, gazetteer)
    if beside:
        accepted = sorted([*accepted, *beside], key=lambda mention: mention.first)
        resolve_mentions(accepted, gazetteer, home_country, setting)
    settle_described(accepted, words, phrases, gazetteer)
    toponyms = (_toponym(mention, words, doc, text, gazetteer) for mention in accepted)
    return tuple(t for t in toponyms if not any(b.start <= t.span.start < b.end for b in boilerplate))


def _toponym(mention: Mention, words: list[Word], doc: Doc, text: str, gazetteer: Gazetteer) -> Toponym:
    start, end = words[mention.first].start, words[mention.last].end
    if mention.form == "abbreviation" and text[end : end + 1] == "." and text[end - 1] != ".":
        end += 1
    form: Literal["name", "demonym"] = "demonym" if mention.form == "demonym" else "name"
    if mention.winner == NONE:
        around = mention.unlisted_in.winner if mention.unlisted_in is not None else NONE
        latitude, longitude = (None, None) if around == NONE else gazetteer.coordinates(around)
        return Toponym(
            span=Span(start, end),
            form=form,
            name=text[start:end],
            place_id=None,
            geonameid=None,
            latitude=latitude,
            longitude=longitude,
            country=None if around == NONE else gazetteer.country(around),
            reason="container" if around != NONE else mention.reason,
            confidence=round(mention.share, 2),
            precision="unknown" if latitude is None else "area",
            radius_km=None if latitude is None else gazetteer.radius_km[around] or None,
            within=None if around == NONE else gazetteer.place_id(around),
        )
    latitude, longitude = gazetteer.coordinates(mention.winner)
    return Toponym(
        span=Span(start, end),
        form=form,
        name=gazetteer.name(mention.winner),
        place_id=gazetteer.place_id(mention.winner),
        geonameid=gazetteer.geonameid[mention.winner] or None,
        latitude=latitude,
        longitude=longitude,
        country=gazetteer.country(mention.winner),
        metonym=stands_for_actor(mention, words, doc, gazetteer),
        reason=mention.reason,
        confidence=round(mention.share, 2),
        precision=gazetteer.precision(mention.winner),
        radius_km=gazetteer.radius_km[mention.winner] or None,
    )
