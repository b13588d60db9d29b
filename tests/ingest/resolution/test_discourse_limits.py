"""Resolution takes any text: no exception, topics inside the text, time in proportion to its length."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from ingest.annotations import Quote, Span, Toponym
from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry
from ingest.resolution.about import find_topics
from ingest.resolution.speakers import resolve_speakers

SENTENCE = "General Petro Lysak of the Wagner Group told Anna Bilyk that they had left Lutsk, and he said the commander agreed.\n"


def resolve(model: Language, text: str, quotes: tuple[Quote, ...]) -> float:
    """Seconds that everything after the parse takes."""
    doc = parse(text, model)
    places = tuple(
        Toponym(Span(index, index + 5), "name", "Lutsk", None, None, None, None, "UA")
        for index in range(len(text))
        if text.startswith("Lutsk", index)
    )
    start = time.process_time()
    actors = extract_actors(doc, text, places, load_registry())
    speakers = resolve_speakers(doc, text, quotes, actors, places)
    for topics in find_topics(doc, text, quotes, actors, places, (), speakers):
        assert all(0 <= topic.span.start < topic.span.end <= len(text) for topic in topics)
    return time.process_time() - start


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet=st.sampled_from("He said “ it ” Lutsk's US\n ، \u202eנ😀-,."), min_size=1, max_size=80), st.data()
)
def test_any_text(model: Language, text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    content, speaker = (Span(*data.draw(spans)) for _ in range(2))
    resolve(model, text, (Quote((content,), (speaker,), speaker, "direct", Span(0, len(text)), "say"),))


def test_time_is_in_proportion_to_the_length(model: Language) -> None:
    def seconds(count: int) -> float:
        text = SENTENCE * count
        quotes = tuple(
            Quote(
                (Span(at + 43, at + 70),),
                (Span(at + 31, at + 35),),
                Span(at + 8, at + 19),
                "indirect",
                Span(at, at + 80),
                "tell",
            )
            for at in range(0, len(text), len(SENTENCE))
        )
        return resolve(model, text, quotes)

    seconds(20)
    assert seconds(400) < 12 * seconds(100)
