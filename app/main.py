"""Makes the service: one FastAPI app over one database."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import RedirectResponse

from app import errors
from app.routers import operations, statements
from graph.database import Database


def create_app(database: Database, cors_origins: list[str] | None = None) -> FastAPI:
    """The service over `database`, which its caller opens and closes."""
    app = FastAPI(
        title="Chronotope",
        version=version("chronotope"),
        summary="Who said what, about which town, and when.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    app.state.database = database
    errors.install(app)
    if cors_origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=cors_origins, allow_methods=["GET"], allow_headers=["Authorization"]
        )
    app.include_router(statements.router)
    app.include_router(operations.router)

    @app.get("/", include_in_schema=False)
    def root() -> RedirectResponse:
        return RedirectResponse("/docs")

    return app
