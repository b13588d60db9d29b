"""Tells mentions that name a place from persons, organisations and common words, by what stands around them.

Every cue adds to a score in units of a preposition's worth; a mention counts from 0 on. What names something else outright is rejected.
"""

from __future__ import annotations

from math import log10

from ingest.extractors.toponyms.agreement import judge_together
from ingest.extractors.toponyms.containers import link_containers
from ingest.extractors.toponyms.coordination import share_kinds
from ingest.extractors.toponyms.features import COUNTRY, DISTRICT, REGION, TOWN
from ingest.extractors.toponyms.following import is_coordinated, judge_following
from ingest.extractors.toponyms.lexicon import Classes, word_classes
from ingest.extractors.toponyms.localities import judge_locality
from ingest.extractors.toponyms.mentions import Mention
from ingest.extractors.toponyms.namesakes import names_an_actor
from ingest.extractors.toponyms.preceding import apposed_kind, judge_preceding, kind_of
from ingest.extractors.toponyms.words import LABEL_PREPOSITIONS, PLACE_LABELS, Word
from ingest.gazetteer import Gazetteer

_OTHER_LABELS = frozenset({"DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "EVENT"})
# A town of this many people is as likely named as not, where nothing else tells.
_EVEN_POPULATION = 20_000
_EVEN_DISTRICT_POPULATION = 300_000
# A pond or a hill is named without its kind as rarely as a hamlet.
LOCAL_AREA_PRIOR = -2.0
# What a word of the language that is also a place's name must make up for, the less where the parser too takes it for where something is.
COMMON_ALONE, COMMON_IN_A_PLACE = 2.5, 1.5

# "Hamas said", "Azov fighters": only a word that tells a kind of place, or what contains it, makes up for this.
NAMESAKE_OF_ACTOR = 4.0


def judge_mentions(mentions: list[Mention], words: list[Word], gazetteer: Gazetteer) -> set[str]:
    """Sets every mention's score, cue and container, and why it was rejected.

    Gives the words of the names of the text's persons.
    """
    classes = word_classes()
    link_containers(mentions, words, gazetteer)
    for mention in mentions:
        mention.score = _prior(mention, gazetteer)
        _judge(mention, words, gazetteer, classes)
    share_kinds(mentions, words, gazetteer)
    return judge_together(mentions, words, gazetteer)


def _prior(mention: Mention, gazetteer: Gazetteer) -> float:
    """How likely the bare name is a place's: the size of the largest place that bears it."""
    if mention.form in ("demonym", "abbreviation"):
        return 3.0
    best = -3.0
    for index, alias_level in mention.bearers:
        feature = gazetteer.feature[index]
        if feature == TOWN:
            value = log10((gazetteer.population[index] + 100) / _EVEN_POPULATION)
        elif feature == DISTRICT:
            known = log10((gazetteer.population[index] + 1) / _EVEN_DISTRICT_POPULATION)
            value = 0.5 if mention.last > mention.first else min(max(known, -0.5), 0.5)
        elif feature == REGION:
            value = 2.0
        elif feature == COUNTRY:
            value = 3.0
        else:
            value = 2.0 if gazetteer.radius_km[index] else LOCAL_AREA_PRIOR
        best = max(best, value - 1.0 * alias_level)
    return best + (1.0 if mention.last > mention.first else 0.0)


def _judge(mention: Mention, words: list[Word], gazetteer: Gazetteer, classes: Classes) -> None:
    first, last = words[mention.first], words[mention.last]
    before = words[mention.first - 1] if mention.first and first.gap in ("join", "hyphen") else None
    after = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if after is not None and after.gap not in ("join", "hyphen"):
        after = None

    _judge_alone(mention, words, classes)
    if after is not None:
        judge_following(mention, after, words, gazetteer, classes)
    elif mention.form == "demonym" and not is_coordinated(words, mention.last + 1, gazetteer):
        mention.rejected = "people"
    if before is not None and not mention.rejected:
        judge_preceding(mention, before, words, classes)
    if mention.rejected:
        return
    judge_locality(mention, before, after, words, classes)
    noun = apposed_kind(mention, words, classes)
    if noun is not None:
        mention.kind = mention.kind or kind_of(noun, classes)
        mention.score += 2.5
        mention.cue = "kind"
    if mention.container is not None or mention.unlisted_in is not None:
        mention.score = max(mention.score, -1.0) + 4
        mention.cue = "container"
    elif (
        last.upper and first.begins_paragraph and mention.form == "name" and not last.possessive and last.ends_dateline
    ):
        mention.score = max(mention.score, 0.0) + 2.5
        mention.cue = "dateline"
        mention.kind = mention.kind or "dateline"
    if (
        mention.form == "name"
        and mention.cue not in ("container", "kind", "dateline", "locality")
        and _is_common(mention, words, classes)
    ):
        in_a_place = before is not None and before.key in LABEL_PREPOSITIONS and first.label == "GPE"
        mention.score = min(mention.score - (COMMON_IN_A_PLACE if in_a_place else COMMON_ALONE), 1.0)


def _is_common(mention: Mention, words: list[Word], classes: Classes) -> bool:
    """A word of the language that is also a small place's name."""
    return mention.first == mention.last and words[mention.first].key in classes["common"]


def _is_plain(mention: Mention, words: list[Word], classes: Classes) -> bool:
    """A name made of nothing but directions and kinds of place ("North", "Far North", "Central District")."""
    plain = classes["directions"] | classes["classes"] | classes["plain"]
    return all(word.key in plain for word in words[mention.first : mention.last + 1])


def _judge_alone(mention: Mention, words: list[Word], classes: Classes) -> None:
    """The name itself: the parser's label, and whether it opens a sentence as no proper noun."""
    first = words[mention.first]
    never = mention.key.replace(" ", "-") in classes["never"] or first.is_money
    never = never or (mention.first == mention.last and first.starts_sentence and first.function and not first.upper)
    never = never or (mention.container is None and mention.key in classes["months"])
    if never or (mention.container is None and mention.form == "name" and _is_plain(mention, words, classes)):
        mention.rejected = "common"
    elif mention.form == "demonym":
        return
    if mention.form == "name" and mention.first == mention.last and names_an_actor(first):
        mention.score -= NAMESAKE_OF_ACTOR
    elif first.label in PLACE_LABELS:
        mention.score += 1.2
    elif first.label == "PERSON":
        # A known name of two words is hardly ever a person's.
        mention.score -= 1.2 if mention.first == mention.last else 0.4
    elif first.label in _OTHER_LABELS:
        mention.score -= 0.7
    if mention.form == "name" and mention.first == mention.last and first.starts_sentence and not first.proper:
        mention.score -= 1.5 if first.noun or first.verb else 0.3
