"""The service over REST, on an embedded graph that holds one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.arrivals import Incoming
from graph.record import parse_record
from graph.reference import Reference
from graph.store import Store
from graph.update import add_records
from tests.api.made_up import TEXT, a_record


@pytest.fixture
def client(embedded_store: Store) -> Iterator[TestClient]:
    add_records(embedded_store, [Incoming(parse_record(a_record(), "test"))], Reference.load())
    with TestClient(create_app(embedded_store)) as client:
        yield client


def problem(answer: Any, status: int) -> dict[str, Any]:
    """The body of a refusal."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail"} <= body.keys()
    assert body["status"] == status
    return body


def test_attendees_come_with_their_sentences(client: TestClient) -> None:
    people = client.get("/v1/events/moscow-format-6/attendees").json()
    assert [(p["name"], p["status"], p["post"]) for p in people] == [
        ("Sergey Lavrov", "attended", "Foreign Minister of Russia"),
        ("Tajikistan", "absent", None),
    ]
    assert people[1]["evidence"][0]["quote"] == "Tajikistan stayed away."
    assert people[1]["evidence"][0]["url"] == "https://wire.example/six"
    absent = client.get("/v1/events/moscow-format-6/attendees", params={"status": "absent"}).json()
    assert absent == people[1:]


def test_a_facts_evidence_is_found_by_its_id(client: TestClient) -> None:
    (first, _) = client.get("/v1/events/moscow-format-6/attendees").json()
    assert client.get(f"/v1/{first['fact'].replace('fact/', 'facts/')}/evidence").json() == first["evidence"]


def test_an_event_comes_with_forum_and_host(client: TestClient) -> None:
    body = client.get("/v1/events/moscow-format-6").json()
    assert body["event"]["start"] == "2024-10-04"
    assert [link["id"] for link in body["forums"]] == ["forum/moscow-format"]
    assert [link["id"] for link in body["hosts"]] == ["state/russia"]


@pytest.mark.parametrize(
    ("params", "count"),
    [
        ({}, 1),
        ({"from": "2024-10", "to": "2024-10"}, 1),
        ({"from": "2025"}, 0),
        ({"forum": "forum/moscow-format", "host": "state/russia", "status": "held"}, 1),
        ({"kind": "summit"}, 0),
    ],
)
def test_events_are_filtered(client: TestClient, params: dict[str, str], count: int) -> None:
    body = client.get("/v1/events", params=params).json()
    assert (len(body["events"]), body["next"]) == (count, None)


@pytest.mark.parametrize("actor", ["officials/sergey-lavrov", "states/russia"])
def test_meetings_are_asked_of_people_and_states(client: TestClient, actor: str) -> None:
    attended = client.get(f"/v1/{actor}/meetings", params={"from": "2024", "status": "attended"}).json()
    assert [m["event"]["id"] for m in attended] == ["event/moscow-format-6"]
    assert client.get(f"/v1/{actor}/meetings", params={"from": "2025"}).json() == []


def test_actors_are_listed_in_pages(client: TestClient) -> None:
    ids: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        body = client.get("/v1/states", params={"limit": 1, "cursor": cursor}).json()
        ids += [row["id"] for row in body["nodes"]]
        cursor = body["next"]
    assert ids == ["state/erewhon", "state/russia", "state/tajikistan", "state/utopia"]
    assert client.get("/v1/forums").json()["nodes"][0]["id"] == "forum/moscow-format"
    assert client.get("/v1/states/russia").json()["iso3"] == "RUS"
    assert client.get("/v1/officials/sergey-lavrov/posts").json()[0]["of"] == "state/russia"


def test_statements_recognitions_and_holders_answer(client: TestClient) -> None:
    (said,) = client.get("/v1/statements", params={"about": "organization/taliban"}).json()
    assert said["speaker"] == "official/sergey-lavrov"
    (stance,) = client.get("/v1/recognitions", params={"by": "state/russia"}).json()
    assert (stance["target"], stance["status"]) == ("state/erewhon", "recognized")
    (nobody,) = client.get("/v1/recognitions", params={"by": "*"}).json()
    assert (nobody["target"], nobody["evidence"][0]["quote"]) == (
        "state/utopia",
        "No state recognizes Utopia.",
    )
    (held,) = client.get("/v1/holders", params={"post": "foreign minister", "of": "state/russia"}).json()
    assert held["name"] == "Sergey Lavrov"


def test_search_finds_by_a_part_without_accents(client: TestClient) -> None:
    assert [f["id"] for f in client.get("/v1/search", params={"q": "LÁVROV"}).json()] == [
        "official/sergey-lavrov"
    ]


def test_a_record_is_posted_read_and_taken_back(embedded_store: Store) -> None:
    client = TestClient(create_app(embedded_store))
    posted = client.post("/v1/articles", json=a_record())
    assert posted.status_code == 201
    assert (posted.json()["known"], posted.json()["claims"] > 5) == (False, True)
    assert client.post("/v1/articles", json=a_record()).json()["known"] is True
    article = posted.json()["article"].removeprefix("article/")
    assert client.get(f"/v1/articles/{article}").json()["text"] == TEXT
    assert [a["id"] for a in client.get("/v1/articles").json()["articles"]] == [f"article/{article}"]
    assert client.delete("/v1/articles/wire-1").json()["gone"] is True
    problem(client.get(f"/v1/articles/{article}"), 404)
    assert client.get("/v1").json()["counts"]["Claim"] == 0
    problem(client.delete(f"/v1/articles/{article}"), 404)


def test_an_article_is_read_when_it_is_posted(embedded_store: Store) -> None:
    client = TestClient(create_app(embedded_store))
    text = "Russian Foreign Minister Sergey Lavrov met Chinese Foreign Minister Wang Yi in Beijing on Monday."
    told = {"id": "a", "text": text, "published": "2024-04-09", "publisher": "Wire", "title": "Talks"}
    assert client.post("/v1/articles", json=told).json()["facts"] > 0
    assert client.get("/v1/officials/wang-yi").json()["name"] == "Wang Yi"


@pytest.mark.parametrize(
    "path",
    [
        "/v1/events/none",
        "/v1/events/none/attendees",
        "/v1/officials/none/meetings",
        "/v1/states/none",
        "/v1/facts/none/evidence",
        "/v1/articles/none",
        "/nowhere",
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    problem(client.get(path), 404)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/events?from=yesterday", "from"),
        ("/v1/events?limit=0", "limit"),
        ("/v1/events/moscow-format-6/attendees?status=asleep", "status"),
        ("/v1/search", "q"),
        ("/v1/planets", "kind"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, path: str, field: str) -> None:
    assert field in problem(client.get(path), 422)["detail"]


def test_a_record_that_breaks_the_contract_is_refused_by_its_field(client: TestClient) -> None:
    wrong = a_record("wire-2")
    wrong["facts"][1]["participant"] = "p9"
    assert "facts[1].participant" in problem(client.post("/v1/articles", json=wrong), 422)["detail"]
    wrong = a_record("wire-2")
    wrong["facts"][1]["evidence"] = [[0, 10_000]]
    assert "facts[1].evidence" in problem(client.post("/v1/articles", json=wrong), 422)["detail"]
    assert client.get("/v1").json()["counts"]["Article"] == 1


def test_an_empty_article_and_broken_json_are_refused(client: TestClient) -> None:
    problem(client.post("/v1/articles", json={"text": "  "}), 422)
    problem(
        client.post("/v1/articles", content=b'{"text": ', headers={"content-type": "application/json"}), 422
    )


def test_an_id_that_fits_several_articles_takes_none_back(client: TestClient) -> None:
    twin = a_record()
    twin["article"]["text"] = TEXT + " And so on."
    assert client.post("/v1/articles", json=twin).status_code == 201
    assert len(problem(client.delete("/v1/articles/wire-1"), 409)["candidates"]) == 2
    assert client.get("/v1").json()["counts"]["Article"] == 2


def test_a_body_over_the_limit_is_not_read(embedded_store: Store) -> None:
    client = TestClient(create_app(embedded_store, Settings(largest_body=100)))
    problem(client.post("/v1/articles", json=a_record()), 413)
    problem(client.post("/v1/articles", content=iter([b"x" * 200])), 411)


def test_too_many_requests_are_refused(embedded_store: Store) -> None:
    client = TestClient(create_app(embedded_store, Settings(rate=3)))
    assert [client.get("/v1/states").status_code for _ in range(4)] == [200, 200, 200, 429]
    problem(client.get("/v1/states"), 429)
    assert client.get("/health").status_code == 200


def test_answers_carry_careful_headers_and_no_other_origin_may_ask(client: TestClient) -> None:
    answer = client.get("/v1/states", headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers


def test_openapi_shows_an_example_article(client: TestClient) -> None:
    body = client.get("/openapi.json").json()["paths"]["/v1/articles"]["post"]["requestBody"]
    assert body["content"]["application/json"]["examples"]["article"]["value"]["text"]
