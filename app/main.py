"""Makes the service: one FastAPI app over one database."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import RedirectResponse
from fastapi.security import HTTPBearer

from app import documentation, errors
from app.etags import EntityTags
from app.headers import SecurityHeaders
from app.keys import KeysFile
from app.limits import Limits
from app.metrics import Measured, Metrics
from app.openapi import Service
from app.parameters import refuse_repeated
from app.readiness import Readiness
from app.routers import (
    actors,
    events,
    metrics,
    operations,
    places,
    reports,
    search,
    statements,
    submissions,
    timeline,
    walks,
)
from app.security import Access
from app.settings import ServedText, check_text
from app.submission import OneAtATime, Submit
from graph.database import Database


def create_app(
    database: Database,
    cors_origins: list[str] | None = None,
    *,
    submit: Submit | None = None,
    keys_file: KeysFile | None = None,
    serve_text: ServedText = "evidence",
) -> FastAPI:
    """The service over `database`, which its caller opens and closes.

    `submit` reads the reports that are sent; without it none are. Without `keys_file` only this machine is answered.
    `serve_text` "full" shows the whole text of a report; raises `FullTextWithoutKeys` where no key is asked for.
    """
    app = Service(
        title="Chronotope",
        version=version("chronotope"),
        summary="Who said what, about which town, and when.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        # What `Access` and `Limits` answer before any route.
        responses=errors.problem_responses(403, 413, 414),
        docs_url=None,
        redoc_url=None,
    )
    app.state.database = database
    app.state.submit = OneAtATime(submit) if submit is not None else None
    app.state.metrics = Metrics()
    app.state.readiness = Readiness(database)
    app.state.serve_text = check_text(serve_text, with_keys=keys_file is not None)
    errors.install(app)
    app.add_middleware(EntityTags)
    # Each wraps those before it: what is refused is counted too, and says so to a browser.
    app.add_middleware(Access, keys_file=keys_file, origins=frozenset(cors_origins or ()))
    app.add_middleware(Limits)
    if cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match"],
            expose_headers=["ETag", "Location"],
        )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Measured, metrics=app.state.metrics)
    app.include_router(operations.router)
    app.include_router(documentation.router)
    # For the documentation: `Access` asks for the key, and reads the keys.
    key = Depends(HTTPBearer(auto_error=False, description="a key of `chronotope keys add`"))
    for group in (statements, events, actors, places, reports, timeline, search, walks, submissions, metrics):
        app.include_router(
            group.router,
            dependencies=[key, Depends(refuse_repeated)],
            responses=errors.problem_responses(401, 503),
        )

    @app.get("/", include_in_schema=False)
    def root() -> RedirectResponse:
        return RedirectResponse(documentation.PAGE)

    return app
