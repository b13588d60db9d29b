"""Every error as problem+json (RFC 9457), in one table."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from neo4j.exceptions import DriverError, Neo4jError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from app.headers import SECURITY_HEADERS
from app.metrics import METHODS
from app.schemas import Problem
from app.submission import ExtractionFailed, NoPipeline, RejectedSubmission, SubmissionsWait, WithdrawnReport
from graph.errors import (
    AmbiguousName,
    ChronotopeError,
    InvalidCursor,
    InvalidDate,
    UnknownEvent,
    UnknownName,
    UnknownReport,
    UnknownStatement,
)

PROBLEM_MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5

_STATUS_BY_ERROR: dict[type[ChronotopeError], HTTPStatus] = {
    InvalidDate: HTTPStatus.UNPROCESSABLE_ENTITY,
    InvalidCursor: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnknownName: HTTPStatus.NOT_FOUND,
    UnknownStatement: HTTPStatus.NOT_FOUND,
    UnknownEvent: HTTPStatus.NOT_FOUND,
    UnknownReport: HTTPStatus.NOT_FOUND,
    AmbiguousName: HTTPStatus.CONFLICT,
    RejectedSubmission: HTTPStatus.UNPROCESSABLE_ENTITY,
    WithdrawnReport: HTTPStatus.CONFLICT,
    SubmissionsWait: HTTPStatus.SERVICE_UNAVAILABLE,
    ExtractionFailed: HTTPStatus.INTERNAL_SERVER_ERROR,
    NoPipeline: HTTPStatus.NOT_IMPLEMENTED,
}


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of answers with these statuses."""
    return {
        status: {"model": Problem, "description": HTTPStatus(status).phrase, "content": {PROBLEM_MEDIA_TYPE: {}}}
        for status in statuses
    }


# What a route that reads the graph may answer, besides what no route decides: `main` adds that to each.
PROBLEM_RESPONSES = problem_responses(404, 409, 422, 503)

# Of a body with thousands of faults the first ones are told.
FAULTS_TOLD_MAXIMUM = 20


def problem(
    status: int, kind: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """An answer that says what went wrong; `kind` names the kind of problem in its `type`."""
    body = {
        "type": f"urn:chronotope:problem:{kind}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    all_headers = dict(headers or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        all_headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return JSONResponse(body | more, status_code=status, headers=all_headers, media_type=PROBLEM_MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Makes `app` answer every error as a problem."""

    @app.exception_handler(ChronotopeError)
    def known(_: Request, error: ChronotopeError) -> JSONResponse:
        status = _STATUS_BY_ERROR.get(type(error), HTTPStatus.SERVICE_UNAVAILABLE)
        more: dict[str, Any] = {}
        if isinstance(error, UnknownName):
            more["suggestions"] = error.suggestions
        if isinstance(error, AmbiguousName):
            more["candidates"] = error.candidates
        if isinstance(error, RejectedSubmission):
            more["reason"] = error.reason
        return problem(status, _kind(type(error).__name__), str(error), **more)

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        found = [
            {"where": ".".join(map(str, each["loc"])), "what": each["msg"]}
            for each in error.errors()[:FAULTS_TOLD_MAXIMUM]
        ]
        detail = "; ".join(f"{each['where']}: {each['what']}" for each in found)
        return problem(422, "invalid-request", detail, errors=found)

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> JSONResponse:
        too_large = error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        kind = "too-large" if too_large else _kind(HTTPStatus(error.status_code).name)
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(_methods_of(request))
        return problem(error.status_code, kind, str(error.detail), headers=headers)

    @app.exception_handler(DriverError)
    @app.exception_handler(Neo4jError)
    def database(_: Request, error: Exception) -> JSONResponse:
        detail = "Neo4j does not answer; the service recovers by itself when it is back"
        return problem(503, "database-unavailable", detail, cause=type(error).__name__)

    @app.exception_handler(Exception)
    def unexpected(_: Request, error: Exception) -> JSONResponse:
        detail = f"an unexpected {type(error).__name__}; the log of the service has more"
        return problem(500, "internal-error", detail, headers=SECURITY_HEADERS)


def _methods_of(request: Request) -> list[str]:
    """The methods of a path: of all its routes, where Starlette names those of the first (RFC 9110, 15.5.6)."""
    return [
        method
        for method in sorted(METHODS)
        if any(route.matches({**request.scope, "method": method})[0] == Match.FULL for route in request.app.routes)
    ]


def _kind(name: str) -> str:
    """`UnknownName` and `NOT_FOUND` as `unknown-name` and `not-found`."""
    if name.isupper():
        return name.lower().replace("_", "-")
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
