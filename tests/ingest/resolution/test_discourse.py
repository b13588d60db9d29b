"""Whom the last pronoun of a passage means; "~" stands before a description of the report's own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry
from ingest.resolution.discourse import read_discourse
from ingest.resolution.grammar import FAMILY_OF_PRONOUN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry said the hostages had been freed. It added they had been taken to a hospital.", "~hostages"),
        ("The ministry said 40 prisoners had been freed. It added they had been taken to a camp.", "~40 prisoners"),
        ("The company told workers on Friday that they must leave.", "~workers"),
        ("The group said the hostages were alive and they would be freed.", "~hostages"),
        ("The army said rebels had fled and that they had burned the town.", "~rebels"),
        # a body whose name is singular may be several where nobody else is
        ("The group said they would fight.", "~group"),
        ("The group said it was ready and that they would fight.", "~group"),
        # nobody whom the text names
        ("The ministry opened a bridge on Friday. It said they were afraid.", None),
    ],
)
def test_they(model: Language, text: str, name: str | None) -> None:
    doc = parse(text, model)
    discourse = read_discourse(doc, text, extract_actors(doc, text, (), load_registry()))
    pronoun = [token for token in doc if token.lower_ in FAMILY_OF_PRONOUN][-1]
    entity = discourse.entity_at(pronoun.i)
    found = entity.mention if entity is not None else None
    assert (found and (found.name if found.named else f"~{found.name}")) == name
