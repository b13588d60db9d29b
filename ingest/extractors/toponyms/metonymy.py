"""Tells where a name stands for a government or a team: "Moscow claimed", "talks with London", "Brazil beat Chile"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from ingest.extractors.toponyms.features import COUNTRY, TOWN
from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.columns import NONE

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "iobj", "nsubjpass"})


def mark_actors(mentions: Iterable[Mention], words: list[Word], doc: Doc) -> None:
    """Gives the kind "actor" to bare names that announce, deny or vow: of several bearers a capital or a country is meant."""
    verbs = word_classes()["actor_verbs"]
    for mention in mentions:
        token_index = words[mention.last].token
        if (
            mention.kind
            or mention.container is not None
            or mention.form != "name"
            or token_index is None
            or len(mention.bearers) < 2
        ):
            continue
        token = doc[token_index]
        if token.dep_ == "nsubj" and token.head.lemma_.lower() in verbs:
            mention.kind = "actor"


def stands_for_actor(mention: Mention, words: list[Word], doc: Doc, gazetteer: Gazetteer) -> bool:
    """Whether the mention names who acts, not where: a country, or a capital for its government, by the verb or noun it hangs on."""
    token_index = words[mention.last].token
    if mention.winner == NONE or mention.form == "demonym" or token_index is None:
        return False
    is_country = gazetteer.feature[mention.winner] == COUNTRY
    if not is_country and not gazetteer.is_capital[mention.winner]:
        return _is_team(doc[token_index], gazetteer.feature[mention.winner] == TOWN)
    token = _coordination_head(doc[token_index])
    if token.dep_ in _SUBJECTS:
        return _acts(token, is_country)
    classes = word_classes()
    head = token.head
    if token.dep_ in _OBJECTS:
        return head.lemma_.lower() in classes["actor_objects"]
    if token.dep_ == "pobj":
        if head.lower_ in ("with", "between", "against") or (head.lower_ in ("to", "on") and not is_country):
            return head.head.lemma_.lower() in classes["actor_relations"]
        return head.dep_ == "agent"
    if token.dep_ == "poss":
        return head.lemma_.lower() in classes["actor_possessions"] or (head.dep_ in _SUBJECTS and not is_country)
    return False


def _acts(token: Token, is_country: bool) -> bool:
    classes = word_classes()
    verb = token.head
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubjpass":
        return lemma in classes["actor_objects"]
    if lemma in classes["actor_verbs"] or lemma in classes["team_verbs"]:
        return True
    # A country does what its government does, but for what befalls or describes the land; so does a capital that does something to another.
    if verb.pos_ != "VERB" or lemma in classes["state_verbs"]:
        return False
    return is_country or any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in verb.children)


def _is_team(token: Token, is_town: bool) -> bool:
    if token.dep_ != "nsubj" or not is_town:
        return False
    lemma = token.head.lemma_.lower()
    return lemma in ("beat", "defeat", "thrash") and any(child.dep_ == "dobj" for child in token.head.children)


def _coordination_head(token: Token) -> Token:
    """The first of "Moscow and Kyiv", whose role they share."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    return token
