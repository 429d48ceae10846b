"""Every error that the service answers is a problem body, whatever its kind."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph import errors
from graph.store import Store

KINDS = {
    errors.UnknownItem: HTTPStatus.NOT_FOUND,
    errors.InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.RecordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.SettingError: HTTPStatus.BAD_REQUEST,
    errors.GraphError: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.GraphNotFound: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.GraphRefused: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.GraphBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.GraphFull: HTTPStatus.INSUFFICIENT_STORAGE,
    errors.CommuniqueError: HTTPStatus.INTERNAL_SERVER_ERROR,
}


class Failing:
    """A store that answers every question with an error."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, _name: str, **_params: Any) -> list[dict[str, Any]]:
        raise self._error


def client_of(error: Exception) -> TestClient:
    store: Any = Failing(error)
    return TestClient(create_app(store), raise_server_exceptions=False)


@pytest.mark.parametrize(("kind", "status"), KINDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_each_kind_of_error_has_its_status(kind: type[errors.CommuniqueError], status: HTTPStatus) -> None:
    answer = client_of(kind("the folder: what is wrong")).get("/v1/statements")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": "the folder: what is wrong",
    }
    assert answer.status_code == status


def test_an_ambiguous_name_comes_with_its_candidates() -> None:
    both = (("official/ali-khan", "Ali Khan"), ("official/khan", "Khan"))
    answer = client_of(errors.AmbiguousItem("khan: fits several", both)).get("/v1/statements")
    assert answer.status_code == 409
    assert answer.json()["candidates"] == [{"id": id_, "name": name} for id_, name in both]


def test_what_nobody_foresaw_is_a_problem_that_tells_nothing_of_the_inside() -> None:
    answer = client_of(RuntimeError("the secret")).get("/v1/statements")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_every_kind_of_the_error_tree_is_told_apart() -> None:
    kinds = {
        k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.CommuniqueError)
    }
    assert kinds - KINDS.keys() == {errors.LookupFailed, errors.AmbiguousItem}


def test_refusals_carry_careful_headers_too(embedded_store: Store) -> None:
    client = TestClient(create_app(embedded_store, Settings(largest_body=10, rate=2)))
    answers = [
        client.post("/v1/articles", json={"text": "x" * 20}),
        client.get("/v1/states/none"),
        client.delete("/v1/states"),
        client.get("/v1/states"),
        client.get("/v1/states"),
    ]
    assert [a.status_code for a in answers] == [413, 404, 405, 200, 429]
    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert int(answers[-1].headers["retry-after"]) > 0
