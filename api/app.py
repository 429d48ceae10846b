"""The service: the graph over REST under /v1, with OpenAPI under /docs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from fastapi import Depends, FastAPI, Request, Response

from api.dependencies import LazyReader, RateLimit, StoreGiven, check_rate
from api.problems import CAREFUL_HEADERS, add_problems, problem
from api.routes import actors, articles, events, facts
from api.settings import Settings
from graph.finding import counts
from graph.store import Store

Next = Callable[[Request], Awaitable[Response]]


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The application over an open graph, which the caller closes."""
    settings = settings or Settings()
    app = FastAPI(
        title="communique",
        version=version("communique"),
        description="A knowledge graph of diplomatic actors, read from the news. Errors are problem+json.",
    )
    app.state.store, app.state.settings = store, settings
    app.state.reader, app.state.rate = LazyReader(settings), RateLimit(settings.rate)
    add_problems(app)
    for router in (events.router, facts.router, articles.router, actors.router):
        app.include_router(router, prefix="/v1", dependencies=[Depends(check_rate)])
    app.get("/health", tags=["service"])(health)
    app.get("/v1", tags=["service"])(summary)
    app.middleware("http")(_guard)
    _measure(app)
    return app


def health() -> dict[str, str]:
    """The service runs."""
    return {"status": "ok"}


def summary(store: StoreGiven) -> dict[str, Any]:
    """What the graph holds: how many nodes of each label."""
    return {"counts": counts(store)}


async def _guard(request: Request, call_next: Next) -> Response:
    """Refuse a body that is too large before it is read; add the headers that browsers heed."""
    length = request.headers.get("content-length", "")
    largest = request.app.state.settings.largest_body
    has_body = request.method in {"POST", "PUT", "PATCH"}
    if has_body and not (length.isascii() and length.isdigit()):
        return problem(HTTPStatus.LENGTH_REQUIRED, "say how long the body is: Content-Length")
    if has_body and int(length) > largest:
        return problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body has {length} bytes, and {largest} are the limit"
        )
    response = await call_next(request)
    for name, value in CAREFUL_HEADERS.items():
        response.headers[name] = value
    return response


def _measure(app: FastAPI) -> None:
    """Requests and their times, for Prometheus, under /metrics."""
    from prometheus_client import CollectorRegistry
    from prometheus_fastapi_instrumentator import Instrumentator

    Instrumentator(registry=CollectorRegistry()).instrument(app).expose(app, include_in_schema=False)
