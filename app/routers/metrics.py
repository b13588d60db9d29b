"""What Prometheus scrapes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from app.dependencies import DatabaseDependency
from app.metrics import Metrics
from graph.repositories.operations import is_up

EXAMPLE = """# HELP chronotope_requests_total Requests answered
# TYPE chronotope_requests_total counter
chronotope_requests_total{method="GET",route="/statements",status="200"} 12.0
"""

router = APIRouter(tags=["operations"])


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}, "example": EXAMPLE}}}},
)
def metrics(request: Request, database: DatabaseDependency) -> Response:
    """Requests by route and status, how long they took, and whether the database answers."""
    counted: Metrics = request.app.state.metrics
    text = counted.text(database_up=is_up(database.driver, database.name))
    return Response(text, media_type=CONTENT_TYPE_LATEST)
