"""Errors over HTTP: application/problem+json (RFC 9457), one body for each kind in the error tree."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from graph.errors import (
    AmbiguousItem,
    CommuniqueError,
    GraphBusy,
    GraphError,
    GraphFull,
    InputError,
    SettingError,
    UnknownItem,
)

_STATUS: tuple[tuple[type[CommuniqueError], HTTPStatus], ...] = (
    (AmbiguousItem, HTTPStatus.CONFLICT),
    (UnknownItem, HTTPStatus.NOT_FOUND),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (SettingError, HTTPStatus.BAD_REQUEST),
    (GraphFull, HTTPStatus.INSUFFICIENT_STORAGE),
    (GraphBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (GraphError, HTTPStatus.SERVICE_UNAVAILABLE),
    (CommuniqueError, HTTPStatus.INTERNAL_SERVER_ERROR),
)


#: What browsers heed, on every answer.
CAREFUL_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}


def problem(
    status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """A problem body with its title from the status."""
    body = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail, **more}
    return JSONResponse(
        body, int(status), {**CAREFUL_HEADERS, **(headers or {})}, media_type="application/problem+json"
    )


def add_problems(app: FastAPI) -> None:
    """Every error that the service answers is a problem body."""
    app.add_exception_handler(CommuniqueError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    if isinstance(error, AmbiguousItem):
        return problem(status, str(error), candidates=[{"id": i, "name": n} for i, n in error.candidates])
    return problem(status, str(error))


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    shown = [{"field": ".".join(str(p) for p in f["loc"]), "message": f["msg"]} for f in faults]
    detail = "; ".join(f"{row['field']}: {row['message']}" for row in shown) or "the request is not in form"
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=shown)


async def _http(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        return await _unforeseen(_request, error)
    return problem(HTTPStatus(error.status_code), str(error.detail), error.headers)


async def _unforeseen(_request: Request, _error: Exception) -> JSONResponse:
    """What went wrong stands in the log of the server, which raises the error on; a stranger is told no more."""
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, "something went wrong here; the log of the service says what"
    )
