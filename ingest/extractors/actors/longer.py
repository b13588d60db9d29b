"""Whether a registered body's name is only a part of the longer name of another body: "Crisis Group" of "the Lake Crisis Group"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from ingest.extractors.actors.lexicon import is_calendar_name, is_organisation_word, is_person_noun, is_title
from ingest.registry import Registry, RegistryActor

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
# A sentence of at least so many words of that length, all with a capital, is a headline; shorter words stay small in one.
HEADLINE_WORDS_MINIMUM = 4
HEADLINE_CHARACTERS_MINIMUM = 4


def is_inside_longer_name(doc: Doc, start: int, end: int, actor: RegistryActor, registry: Registry) -> bool:
    """Whether capitalised words around tokens `start <= i < end` make the actor's name another's.

    Titles, other known names ("the UN World Food Programme") and the actor's own country do not; another country's adjective does, but
    for an armed group, which works in several.
    """
    if actor.kind not in {"Organization", "ArmedGroup"} or actor.id.startswith("office:"):
        return False
    # "the House Democrats", "the Ohio GOP": members and branches
    if (end - start == 1 and (doc[start].tag_ == "NNPS" or doc[start].is_upper)) or _is_headline(doc[start].sent):
        return False
    if start and _belongs_before(doc, start, end) and _makes_another(doc, start - 1, actor, registry):
        return True
    return _goes_on(doc, start, end, actor, registry)


def opens_longer_name(doc: Doc, end: int, registry: Registry) -> bool:
    """Whether a country's name opens a body's that no registry knows: "Zambia Herald", not "Zambia's Foreign Ministry"."""
    last = end
    while last < len(doc) and doc[last].ent_type_ == "ORG" and doc[last].ent_iob_ == "I" and _is_name_word(doc[last]):
        last += 1
    if last == end or doc[end - 1].ent_type_ != "ORG" or (last < len(doc) and doc[last].ent_iob_ == "I"):
        return False
    return is_organisation_word(doc[last - 1].text) and not registry.is_office(doc[end:last].text)


def _belongs_before(doc: Doc, start: int, end: int) -> bool:
    before = doc[start - 1]
    if not _is_name_word(before):
        return False
    if before.ent_type_ == "ORG" and doc[start].ent_type_ == "ORG" and doc[start].ent_iob_ == "I":
        return True
    return before.dep_ in _MODIFIERS and start <= before.head.i < end


def _makes_another(doc: Doc, index: int, actor: RegistryActor, registry: Registry) -> bool:
    word = doc[index]
    if is_title(word.text) or is_person_noun(word.lower_) or is_calendar_name(word.text):
        return False
    pair = doc[index - 1 : index + 1].text if index else word.text
    country = _country_named(pair, registry) or _country_named(word.text, registry)
    if country is not None:
        return actor.kind == "Organization" and not _is_of(actor, country, registry)
    if actor.kind == "ArmedGroup" and word.ent_type_ == "NORP":
        return False
    return registry.find(word.text) is None


def _goes_on(doc: Doc, start: int, end: int, actor: RegistryActor, registry: Registry) -> bool:
    """Whether the name goes on in one entity: "Harbour Bank Watch", "the Lake Council of N"."""
    if end >= len(doc) or doc[end].ent_type_ != "ORG" or doc[end].ent_iob_ != "I" or doc[start].ent_type_ != "ORG":
        return False
    if _is_name_word(doc[end]):
        return (
            end - start > 1
            and is_organisation_word(doc[end].text)
            and doc[end].lower_ != "group"
            and doc[end].dep_ not in _MODIFIERS
        )
    if doc[end].lower_ != "of" or end + 1 >= len(doc) or not _is_name_word(doc[end + 1]):
        return False
    country = _country_named(doc[end + 1].text, registry)
    return country is None or not _is_of(actor, country, registry)


def _is_of(actor: RegistryActor, country: RegistryActor, registry: Registry) -> bool:
    return country.country == actor.country or (
        actor.side is not None and registry.find(actor.side, "Country") == country
    )


def _country_named(words: str, registry: Registry) -> RegistryActor | None:
    return registry.country_of_adjective(words) or registry.country_of_seat(words) or registry.find(words, "Country")


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ == "PROPN"


def _is_headline(sentence: Span) -> bool:
    longer = [token for token in sentence if token.is_alpha and len(token) >= HEADLINE_CHARACTERS_MINIMUM]
    return len(longer) >= HEADLINE_WORDS_MINIMUM and all(token.text[0].isupper() for token in longer)
