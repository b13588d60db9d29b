"""Whether the service runs, and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter, Request

from app.errors import problem_responses
from app.examples import example
from app.schemas import Health
from app.schemas import Readiness as ReadinessOut

router = APIRouter(tags=["operations"])


@router.get("/health", responses=example("health"))
def health(request: Request) -> Health:
    """The process runs; says nothing of the database."""
    return Health(status="ok", version=request.app.version)


@router.get("/ready", responses=problem_responses(503) | example("ready"))
def ready(request: Request) -> ReadinessOut:
    """The database answers, has its schema, and has planned the main questions; 503 until then."""
    request.app.state.readiness.reach()
    return ReadinessOut(status="ready")
