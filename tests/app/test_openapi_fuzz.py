"""The service keeps to its OpenAPI whatever it is asked: made-up requests of every route, over a real graph.

`make fuzz` asks far more, and other things each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import schemathesis
from batches import BAKHMUT, GENERAL, Said, press_review
from event_batches import Told, event_batch
from hypothesis import HealthCheck, settings
from schemathesis import Case, checks
from schemathesis.specs.openapi import checks as openapi_checks
from serving import serving

from app.commands.submit import PipelineSubmit
from app.keys import KeysFile, Scope
from app.main import create_app
from graph import ids
from graph.cursors import write_cursor
from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer
from ingest.nlp import DEFAULT_MODEL

NOW = "2023-02-11T00:00:00+00:00"

# Requests of each route besides those that go through its parameters one by one; without a number few, and the same each time.
FUZZ_EXAMPLES = os.environ.get("FUZZ_EXAMPLES")
SHORT_EXAMPLES = 10

TOLD = [
    Told("Russian forces shelled the bridge.", actors=("Ukraine",), recipients=("Anna Kovalenko",), killed=3),
    Told("Shells fell on the depot.", "2023-02", "Soledar", said_by="Ivan Petrenko"),
    Told("They may attack.", None, None, modality="predicted"),
]
BATCHES = [
    event_batch("events.txt", TOLD, said=[Said("Anna Kovalenko", "Nobody left.", told_to="Ukraine")]),
    *press_review(),
]
STATEMENT_IDS = [statement.id for batch in BATCHES for statement in batch.statements]
REPORT_IDS = [batch.report.id for batch in BATCHES]
EVENT_IDS = [ids.event_id(mention.id) for batch in BATCHES for mention in batch.event_mentions]
NAMES = ["Bakhmut", "Artemivsk", "bakhmut ", "Ukraine", "Petrenko", "Anna Kovalenko", "Soledar", BAKHMUT.id, GENERAL.id]
DATES = [
    "2023",
    "2023-02",
    "2023-02-03",
    "2023-02-01/2023-02-28",
    "2022-23",
    "2023-02-30",
    "../2023-02",
    "9999-12-31",
    "0001-01-01",
]
CURSORS = [
    write_cursor("2023-02-03", STATEMENT_IDS[0]), write_cursor("0.5", BAKHMUT.id), write_cursor("", ""),
    write_cursor("NaN", "x"), write_cursor("1e999", "x"), "WzEsIDJd", "e30",
]  # fmt: skip
TEXTS = [
    'KYIV, March 7 - "The town will hold," mayor Oleksii Reva said on Monday of Bakhmut. Three people were killed there.',
    "The governor said <script>alert(1)</script> =1+1 about Soledar\x07\x1b[31m and that the bridge near Bakhmut was closed.\r\n"
    * 3,
    "“" * 200 + "he said, " * 50,
    "He said that she said that they said that " * 40 + "Bakhmut fell.",
]

# Values that lead somewhere, mixed with what is made up.
VALUES_BY_PARAMETER = {
    **dict.fromkeys(
        [f"query.{name}" for name in ("speaker", "about", "said_at", "told_to", "actor", "place", "side", "from", "to")]
        + ["path.actor_id", "path.place_id"],
        NAMES,
    ),
    **dict.fromkeys([f"query.{name}" for name in ("when", "since", "until")], DATES),
    "query.cursor": CURSORS,
    "query.bbox": ["37.5,48.4,38.5,48.9", "180,-90,-180,90", "1,2,3", "nan,0,1,2", "1e309,0,1,2"],
    "query.near": ["48.59,38.0,25", "90,180,20038", "48.59,38.0,0", "inf,0,1"],
    "query.q": ["quiet", '"the road"', "AND", "road OR", "\\", "a*", "~", "[x TO y]", "/(/"],
    "query.report": REPORT_IDS,
    "query.source": ["The Paper"],
    "body.text": TEXTS,
    "body.published": DATES,
    "body.url": ["javascript:alert(1)", "https://news.example/1", "https://news.example/ä?b=c#d"],
    "body.language": ["en", "de", "English"],
    "path.statement_id": STATEMENT_IDS,
    "path.event_id": EVENT_IDS,
    "path.report_id": REPORT_IDS,
    "path.node_id": [*STATEMENT_IDS[:2], *EVENT_IDS[:1], *REPORT_IDS[:2], *NAMES],
}

# What refuses a request that is none of ours: too long an address and too large a body too.
REFUSALS = ["400", "401", "403", "404", "405", "409", "413", "414", "422"]

SCHEMA = schemathesis.openapi.from_dict(
    create_app(None).openapi(),  # type: ignore[arg-type]
    config=schemathesis.Config.from_dict(
        {
            "dictionaries": {name: {"values": values} for name, values in VALUES_BY_PARAMETER.items()},
            # Each request has the key; that none is answered without one is a check of its own.
            "generation": {"with-security-parameters": False},
            "parameters": {name: {"dictionary": name, "probability": 0.5} for name in VALUES_BY_PARAMETER},
            "checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}},
        }
    ),
)

CHECKS = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
    openapi_checks.negative_data_rejection,
    openapi_checks.missing_required_header,
    openapi_checks.unsupported_method,
    openapi_checks.allow_header_conformance,
    openapi_checks.ignored_auth,
]

as_often_as_asked = settings(
    max_examples=int(FUZZ_EXAMPLES or SHORT_EXAMPLES),
    derandomize=FUZZ_EXAMPLES is None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True, slots=True)
class Service:
    """A running service, and a key that opens all of it."""

    url: str
    token: str

    def check(self, case: Case) -> None:
        """Asks it and holds the answer against OpenAPI."""
        # A parameter with no value at all is not in the address: what was to be refused is a good request then.
        unsent = any(value in ([], {}) for value in dict(case.query or {}).values())
        case.call_and_validate(
            base_url=self.url,
            headers={"Authorization": f"Bearer {self.token}"},
            checks=CHECKS,
            excluded_checks=[openapi_checks.negative_data_rejection] if unsent else [],
        )


@pytest.fixture(scope="module")
def service(read_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    migrate(read_database.driver, read_database.name)
    writer = Writer(read_database.driver, read_database.name)
    for batch in BATCHES:
        writer.load(batch, NOW)
    keys_file = KeysFile(tmp_path_factory.mktemp("keys") / "keys.jsonl")
    token = keys_file.add("all", [Scope.READ, Scope.WRITE])
    with serving(
        create_app(read_database, submit=PipelineSubmit(read_database, DEFAULT_MODEL), keys_file=keys_file)
    ) as client:
        yield Service(str(client.base_url), token)


@as_often_as_asked
@SCHEMA.include(method="GET").parametrize()
def test_reads_keep_to_openapi(case: Case, service: Service) -> None:
    service.check(case)


# After the reads, which need what is there.
@as_often_as_asked
@SCHEMA.exclude(method="GET").parametrize()
def test_writes_keep_to_openapi(case: Case, service: Service) -> None:
    service.check(case)
