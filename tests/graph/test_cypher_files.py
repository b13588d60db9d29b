"""Every Cypher file says what it answers, is one statement, and is one that Neo4j understands."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.queries import CYPHER_FOLDER, ParameterMismatch, cypher, cypher_names, parameter_names, run

FOLDERS = sorted(path.name for path in CYPHER_FOLDER.iterdir() if path.is_dir())
STATEMENTS = [name for folder in FOLDERS if folder != "schema" for name in cypher_names(folder)]

# EXPLAIN reads types: a list where a list is unwound, a number where rows are bounded, text elsewhere.
LISTS = {
    "rows",
    "ids",
    "keys",
    "things",
    "speakers",
    "windows",
    "other_things",
    "reports",
    "attitudes",
    "modes",
    "acts",
    "said_at",
    "told_to",
    "kinds",
    "types",
    "place_ids",
    "actor_ids",
    "modalities",
    "wide_features",
}
EXAMPLES = {"limit": 1, "properties": {}, "ingested_at": "2023-01-01T00:00:00Z", "started": "2023-01-01T00:00:00Z",
            "finished": "2023-01-01T00:00:00Z", "published_start": "2023-01-01", "published_end": "2023-01-02", "told": False,
            "topic_limit": 1, "look_limit": 1, "holds_limit": 1, "dated": True, "undated": True, "from_day": "2023-01-01",
            "latitude": 0.0, "longitude": 0.0, "radius_m": 1.0, "after_distance_m": 0.0, "hit_limit": 1, "after_score": 1.0,
            "actors": True, "places": True, "mention_limit": 1, "figure_limit": 1}  # fmt: skip


@pytest.mark.parametrize("name", [name for folder in FOLDERS for name in cypher_names(folder)])
def test_a_file_opens_with_what_it_answers_and_is_one_statement(name: str) -> None:
    first_line, _, rest = cypher(name).partition("\n")
    assert first_line.startswith("// ")
    assert first_line.rstrip().endswith(".")
    assert rest.strip()
    assert ";" not in rest


@pytest.mark.parametrize("name", STATEMENTS)
def test_neo4j_plans_every_statement(name: str, graph: Database) -> None:
    parameters = {each: [] if each in LISTS else EXAMPLES.get(each, "x") for each in parameter_names(name)}
    with graph.driver.session(database=graph.name) as session:
        summary = session.run("EXPLAIN " + cypher(name), parameters).consume()
    assert summary.plan is not None


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("statements/page_about", ("thing", "extent", "day")),
        ("statements/page_about_by_speaker", ("thing", "speaker", "extent", "day")),
        ("events/page_at", ("place", "extent", "day")),
        ("events/page_of_actor", ("actor", "extent", "day")),
        ("events/page_at_of_actor", ("place", "actor", "extent", "day")),
    ],
)
def test_the_main_queries_read_their_index_in_order(name: str, keys: tuple[str, ...], graph: Database) -> None:
    parameters = {each: [] if each in LISTS else EXAMPLES.get(each, "x") for each in parameter_names(name)}
    with graph.driver.session(database=graph.name) as session:
        plan = session.run("EXPLAIN " + cypher(name), parameters).consume().plan
    steps = list(_steps(plan))
    seeks = [step for step in steps if "RelationshipIndexSeek" in step["operatorType"]]
    assert seeks
    details = str(seeks[0]["args"]["Details"])
    assert all(key in details for key in keys)
    below = list(_steps_above(plan, seeks[0]))
    assert not [step for step in below if step["operatorType"].startswith(("Sort", "Top")) and _is_inner(step, plan)]


@pytest.mark.parametrize(
    "name",
    [
        each
        for folder in ("statements", "events", "walks", "write")
        for each in cypher_names(folder)
        if "USING INDEX" in cypher(each)
    ],
)
def test_hints_ask_for_a_seek(name: str) -> None:
    """A plan made while the graph fills up else scans the whole index, and is kept."""
    hints = [line.split()[:3] for line in cypher(name).splitlines() if line.strip().startswith("USING INDEX")]
    assert hints
    assert all(hint == ["USING", "INDEX", "SEEK"] for hint in hints)


@pytest.mark.parametrize("name", ["events/page", "write/event_candidates"])
def test_days_are_sought_in_an_index(name: str, graph: Database) -> None:
    parameters = {each: [] if each in LISTS else EXAMPLES.get(each, "x") for each in parameter_names(name)}
    with graph.driver.session(database=graph.name) as session:
        plan = session.run("EXPLAIN " + cypher(name), parameters).consume().plan
    seeks = [str(step["args"]["Details"]) for step in _steps(plan) if step["operatorType"].startswith("NodeIndexSeek")]
    assert [details for details in seeks if "extent" in details and "day" in details]


def test_a_statement_is_run_with_exactly_the_parameters_it_names(graph: Database) -> None:
    with (
        graph.driver.session(database=graph.name) as session,
        pytest.raises(ParameterMismatch, match=r"names.*id.*given.*identity"),
    ):
        run(session, "statements/report_text", identity="x")


def _steps(plan):
    yield plan
    for child in plan.get("children", []):
        yield from _steps(child)


def _steps_above(plan, step):
    """The steps on the way from the root down to `step`."""
    if plan is step:
        return [plan]
    for child in plan.get("children", []):
        if path := _steps_above(child, step):
            return [plan, *path]
    return []


def _is_inner(step, plan):
    """Whether a step lies within the `CALL`, on its right-hand side: what runs once a thing and window."""
    for outer in _steps(plan):
        if outer["operatorType"].startswith("Apply") and any(inner is step for inner in _steps(outer["children"][1])):
            return True
    return False
