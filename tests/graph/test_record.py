from __future__ import annotations

import json

import pytest
from hypothesis import given

from graph.record import Article, Event, Person, Record, parse_record, text_hash
from tests.graph.made_up import attends, event, person, record, records, state


@given(records())
def test_a_record_survives_the_way_to_json_and_back(told: Record) -> None:
    there = json.loads(json.dumps(told.to_json()))
    assert parse_record(there, "r") == told
    assert parse_record(there, "r").to_json() == there


def test_keys_that_say_nothing_may_be_left_out() -> None:
    read = parse_record(
        {
            "article": {"text": "Lavrov came."},
            "entities": [{"id": "p", "type": "person", "name": "Lavrov"}],
            "facts": [],
        },
        "r",
    )
    assert read.entities == (Person("p", "Lavrov"),)
    assert read.article == Article(id=f"article/{text_hash('Lavrov came.')}", text="Lavrov came.")


def test_marks_of_facts_and_events_are_kept() -> None:
    told = record(
        "a",
        person("p", "Sergey Lavrov"),
        event("e", cancelled=True, names=["the round"], optional=True),
        facts=(attends("p", "e", "absent", retracts=True, optional=True, confidence=0.5),),
    )
    whole = told.to_json()
    assert whole["facts"][0]["retracts"] is True
    assert whole["facts"][0]["confidence"] == 0.5
    assert whole["entities"][1]["names"] == ["the round"]
    assert isinstance(told.entities[1], Event)
    assert told.entities[1].cancelled
    assert told.entities[1].optional


def test_json_keys_stand_in_the_order_of_the_guide() -> None:
    whole = record("a", state("s", "Russia", "RUS"), event("e")).to_json()
    assert list(whole) == ["article", "entities", "facts"]
    assert list(whole["article"]) == ["id", "url", "title", "publisher", "published", "language", "text"]
    assert list(whole["entities"][0]) == ["id", "type", "name", "names", "iso3"]
    assert list(whole["entities"][1]) == [
        "id", "type", "name", "kind", "forum", "ordinal", "start", "end", "place", "hosts",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [6, 6.0])
def test_json_knows_one_kind_of_number(number: float) -> None:
    told = record("a", event("e", ordinal=number))
    assert isinstance(told.entities[0], Event)
    assert repr(told.entities[0].ordinal) == "6"
