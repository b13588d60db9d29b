"""Full text: what holds the words, the best first."""

from __future__ import annotations

import pytest
from batches import Said, batch
from event_batches import Told, event_batch

from graph.cursors import write_cursor
from graph.database import Database
from graph.errors import InvalidCursor
from graph.repositories.search import SearchQuery, SearchRepository
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

SENTENCES = [
    Said("Anna Kovalenko", "They shelled the supply road, and Bakhmut’s bridge."),
    Said("Anna Kovalenko", "The road supplies us."),
    Said("Ivan Petrenko", "The shelling went on. It don’t stop.", ("Soledar",)),
    Said("Ivan Petrenko", "C++ OR nothing", ("Soledar",)),
    *(Said("Ivan Petrenko", "It is quiet.", ("Soledar",)) for _ in range(6)),
]


@pytest.fixture(scope="module")
def search(read_graph: Database) -> SearchRepository:
    Writer(read_graph.driver, read_graph.name).load(batch("one.txt", SENTENCES), NOW)
    return SearchRepository(read_graph.driver, read_graph.name)


def found(repository: SearchRepository, words: str) -> set[str]:
    hits = repository.page(SearchQuery(words)).items
    return {each.statement.content.split()[0] if each.statement else each.name for each in hits}


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("shelling", {"They", "The"}),
        ("SHELLED road", {"They"}),
        ('"supply road"', {"They"}),
        ('"road supply"', {"The"}),
        ("bridge", {"They"}),
        ("don’t", {"The"}),
        ("Bakhmut", {"They", "Bakhmut"}),
        ("Артемівськ", {"Bakhmut"}),
        ("artemivsk", {"Bakhmut"}),
        ("hanna", {"Anna Kovalenko"}),
        ("Kovalenko, Anna", {"Anna Kovalenko"}),
        ("c++", {"C++"}),
        ("or nothing", {"C++"}),
        ("river", set()),
        ("the", set()),
    ],
)
def test_what_holds_the_words_is_found(words: str, hits: set[str], search: SearchRepository) -> None:
    assert found(search, words) == hits


@pytest.mark.parametrize(
    "words",
    ["*", "+-&|!(){}[]^\"~*?:\\/", 'content:"', "shelling) OR (*:*", "/.*/", "[a TO z]", "*:*", "shell~", "\\", '"', "AND", "\x00",
     "😀", "a" * 200, "((((((", "NOT the", "content:shelling"],
)  # fmt: skip
def test_syntax_is_neither_an_error_nor_obeyed(words: str, search: SearchRepository) -> None:
    assert found(search, words) <= {"C++", "The", "They"}  # the words within, never all there is


def test_a_statement_is_shown_around_the_words(search: SearchRepository) -> None:
    [hit] = search.page(SearchQuery("bridge")).items
    assert (hit.kind, hit.name) == ("Statement", "Anna Kovalenko")
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.matches] == ["bridge"]
    assert hit.statement is not None
    start = hit.statement.evidence_start
    assert hit.statement.evidence[hit.snippet.start - start : hit.snippet.end - start] == hit.snippet.text


def test_a_thing_is_shown_with_its_spelling_and_where_it_is_named(search: SearchRepository) -> None:
    [hit] = search.page(SearchQuery("hanna")).items
    assert (hit.kind, hit.snippet.text, hit.snippet.matches) == ("Person", "Hanna Kovalenko", ((0, 5),))
    assert hit.mention is not None
    assert (hit.mention.report.ref, hit.mention.surface) == ("one.txt", "Anna Kovalenko")


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_of_equal_scores_join_to_the_whole(limit: int, search: SearchRepository) -> None:
    whole = [each.id for each in search.page(SearchQuery("quiet")).items]
    walked, cursor = [], None
    while True:
        page = search.page(SearchQuery("quiet", limit, cursor))
        walked += [each.id for each in page.items]
        if (cursor := page.next) is None:
            break
    assert walked == whole == sorted(whole)
    assert len(whole) == 6


@pytest.mark.parametrize("key", ["high", "inf"])
def test_a_cursor_of_another_order_is_refused(key: str, search: SearchRepository) -> None:
    with pytest.raises(InvalidCursor):
        search.page(SearchQuery("quiet", cursor=write_cursor(key, "x")))


def test_an_event_is_found_by_its_summary_and_shown_where_it_is_told(graph: Database, writer: Writer) -> None:
    loaded = event_batch("one.txt", [Told("A depot burned.", place="Soledar"), Told("The bridge was shelled.")])
    writer.load(loaded, NOW)
    [hit] = SearchRepository(graph.driver, graph.name).page(SearchQuery("shelling bridges")).items
    assert (hit.kind, hit.name, hit.snippet.matches) == ("Event", "The bridge was shelled.", ((4, 10), (15, 22)))
    assert hit.mention is not None
    assert loaded.report.text[hit.mention.start : hit.mention.end] == hit.mention.surface == "The bridge was shelled."
