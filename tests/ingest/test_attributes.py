"""The attribute ruler with a memory sets what spaCy's own ruler sets, token by token."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from ingest.attributes import RememberedAttributes, remember_attributes
from ingest.nlp import DEFAULT_MODEL

ATTRIBUTES = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]

# Each with a pattern of the ruler that looks at a word, at a relation or at two tokens.
SENTENCES = [
    "There were shots near the mill, and there is no water.",
    "Let's go, we're gonna see what they've got to say.",
    "He ain't leaving, y'all can't stay, and I won't either.",
    'It has been said that "nothin\' has changed" since they had the town.',
    "The army that took it did so because it could; that was all.",
    "C'mon on, said the mayor \n\n , doin' nothing.",
    "You saw it, it saw you, I saw them and they told me.",
    "There",
    "there there is is",
    "let",
]


@pytest.fixture(scope="module")
def model() -> Language:
    """Tags and parse alone."""
    return spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])


@pytest.fixture(scope="module")
def ruler(model: Language) -> AttributeRuler:
    found = spacy.load(DEFAULT_MODEL, vocab=model.vocab, exclude=["ner", "lemmatizer"]).get_pipe("attribute_ruler")
    assert isinstance(found, AttributeRuler)
    return found


@pytest.fixture(scope="module")
def remembered(model: Language, ruler: AttributeRuler) -> RememberedAttributes:
    """One memory for all texts: what it learned from one must hold for the next."""
    return RememberedAttributes(ruler, model.vocab)


def attributes(doc: Doc) -> list[list[int]]:
    rows: list[list[int]] = doc.to_array(ATTRIBUTES).tolist() if len(doc) else []
    return rows


@pytest.mark.parametrize("text", [*SENTENCES, " ".join(SENTENCES), " ".join(reversed(SENTENCES))])
def test_sets_what_the_ruler_sets(
    text: str, model: Language, ruler: AttributeRuler, remembered: RememberedAttributes
) -> None:
    doc = model(text)
    wanted = attributes(ruler(doc.copy()))
    assert attributes(remembered(doc)) == wanted


WORDS = st.sampled_from(" ".join(SENTENCES).split())


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=12))
def test_sets_what_the_ruler_sets_in_any_order_of_words(
    words: list[str], model: Language, ruler: AttributeRuler, remembered: RememberedAttributes
) -> None:
    doc = model(" ".join(words))
    wanted = attributes(ruler(doc.copy()))
    assert attributes(remembered(doc)) == wanted


def test_takes_the_place_of_the_ruler() -> None:
    model = spacy.load(DEFAULT_MODEL)
    names = list(model.pipe_names)
    remember_attributes(model)
    assert [name for name in model.pipe_names if name not in names] == ["remembered_attributes"]
    assert model.pipe_names.index("remembered_attributes") == names.index("attribute_ruler")


@pytest.mark.parametrize(
    "rule",
    [
        {"patterns": [[{"SHAPE": "Xx"}]], "attrs": {"POS": "NOUN"}},
        {"patterns": [[{"LOWER": {"NOT_IN": ["the"]}}]], "attrs": {"POS": "NOUN"}},
        {"patterns": [[{"LOWER": "the"}]], "attrs": {"NORM": "a"}},
        {"patterns": [[{"TAG": "DT"}, {"LOWER": "same"}]], "attrs": {"POS": "ADJ"}},
    ],
    ids=["looks at the shape", "at all words but one", "sets another attribute", "opens with any word of a tag"],
)
def test_a_ruler_with_other_rules_stays(rule: dict[str, object]) -> None:
    model = spacy.blank("en")
    model.add_pipe("attribute_ruler").add_patterns([rule])  # type: ignore[attr-defined]
    remember_attributes(model)
    assert model.pipe_names == ["attribute_ruler"]


def test_a_model_without_a_ruler_stays() -> None:
    model = spacy.blank("en")
    remember_attributes(model)
    assert model.pipe_names == []
