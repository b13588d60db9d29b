"""Whether the service runs, and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter, Request

from app.dependencies import DatabaseDependency
from app.errors import PROBLEM_RESPONSES
from app.schemas import Health, Readiness
from graph.migrations import migrate
from graph.repositories.operations import ping

router = APIRouter(tags=["operations"])


@router.get("/health")
def health(request: Request) -> Health:
    """The process runs; says nothing of the database."""
    return Health(status="ok", version=request.app.version)


@router.get("/ready", responses={503: PROBLEM_RESPONSES[503]})
def ready(database: DatabaseDependency) -> Readiness:
    """The database answers and has its schema; 503 until then."""
    ping(database.driver, database.name)
    migrate(database.driver, database.name)
    return Readiness(status="ready")
