from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from graph.contract import path_text, record_schema
from graph.errors import RecordError
from graph.record import parse_record
from tests.graph.made_up import attends, event, holds, person, recognizes, record, says, state

GOOD = record(
    "good",
    state("rus", "Russia", "RUS"),
    person("p", "Sergey Lavrov"),
    event("e", start="2024-10-04", end="2024-10-05"),
    facts=(
        holds("p", "Foreign Minister", "rus"),
        attends("p", "e"),
        says("p", "Peace is near", "rus"),
        recognizes("rus", "rus"),
    ),
).to_json()


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def breaking(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = value

    return breaking


def lacking(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def breaking(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        del whole[path[-1]]

    return breaking


@pytest.mark.parametrize(
    ("breaking", "path", "words"),
    [
        (put("more", value=1), "record", "more"),
        (put("facts", 0, "sure", value=1), "facts[0]", "sure"),
        (put("article", "autor", value="x"), "article", "autor"),
        (lacking("article", "text"), "article", "text"),
        (lacking("facts", 1, "evidence"), "facts[1]", "evidence"),
        (put("facts", 1, "evidence", value=[]), "facts[1].evidence", "non-empty"),
        (put("facts", 1, "evidence", 0, value=[5, 5]), "facts[1].evidence[0]", "no span"),
        (put("facts", 1, "evidence", 0, value=[0, 10_000]), "facts[1].evidence[0]", "no span"),
        (put("facts", 1, "evidence", 0, value=[-1, 5]), "facts[1].evidence[0][0]", "-1"),
        (put("facts", 1, "evidence", 0, value=[0, 5, 6]), "facts[1].evidence[0]", ""),
        (put("facts", 1, "participant", value="nobody"), "facts[1].participant", "'nobody' is no entity"),
        (put("facts", 1, "event", value="p"), "facts[1].event", "'p' is a person, not an event"),
        (put("facts", 2, "about", value=["rus", "who"]), "facts[2].about[1]", "'who' is no entity"),
        (put("facts", 2, "about", value=["rus", "rus"]), "facts[2].about", ""),
        (put("facts", 0, "status", value="retired"), "facts[0].status", "retired"),
        (put("facts", 3, "date", value="last May"), "facts[3].date", "last May"),
        (put("facts", 3, "date", value="2023-02-30"), "facts[3].date", "calendar"),
        (put("facts", 3, "from", value="*"), "facts[3].from", "not_recognized"),
        (put("facts", 0, "confidence", value=1.5), "facts[0].confidence", "1.5"),
        (put("entities", 2, "kind", value="party"), "entities[2].kind", "party"),
        (put("entities", 2, "end", value="2024-10-03"), "entities[2].end", "before start"),
        (put("entities", 2, "hosts", value=["p"]), "entities[2].hosts[0]", "a person"),
        (put("entities", 1, "id", value="rus"), "entities[1].id", "twice"),
        (put("entities", 1, "name", value=" "), "entities[1].name", ""),
        (put("entities", 1, "name", value="half \ud83d"), "entities[1].name", "surrogate"),
        (put("entities", 1, "type", value="ship"), "entities[1].type", "ship"),
        (put("article", "published", value="2024-13-01"), "article.published", "calendar"),
        (put("entities", value={}), "entities", "array"),
    ],
)
def test_what_breaks_the_contract_is_named(
    breaking: Callable[[dict[str, Any]], None], path: str, words: str
) -> None:
    broken = copy.deepcopy(GOOD)
    breaking(broken)
    with pytest.raises(RecordError) as caught:
        parse_record(broken, "wire.jsonl:7")
    assert str(caught.value).startswith(f"wire.jsonl:7: {path}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("thing", [None, [], "record", 7])
def test_what_is_no_object_is_no_record(thing: object) -> None:
    with pytest.raises(RecordError, match=r"^x: record: "):
        parse_record(thing, "x")


def test_a_date_may_be_less_certain_than_the_one_it_follows() -> None:
    good = copy.deepcopy(GOOD)
    good["entities"][2] |= {"start": "2024-10-04", "end": "2024-10"}
    assert parse_record(good, "x").to_json() == good


def test_the_schema_is_a_schema_and_says_what_keys_mean() -> None:
    schema = record_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(
        "description" in schema["$defs"][name] for name in ("article", "person", "event", "recognition")
    )


def test_paths_are_written_as_in_code() -> None:
    assert path_text(("facts", 3, "evidence", 0)) == "facts[3].evidence[0]"
    assert path_text(()) == "record"
