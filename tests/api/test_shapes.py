"""What commands print with --json has the shape that `communique schema` prints."""

from __future__ import annotations

import json

import jsonschema
import pytest

from api import console
from api.shapes import SHAPES, answer_schema
from graph import finding, queries
from graph.errors import SettingError
from graph.store import Store
from tests.contract.loading import load

MF6, LAVROV = "event/moscow-format-6", "official/sergey-lavrov"


def test_each_answer_fits_its_schema(embedded_store: Store) -> None:
    load(embedded_store)
    answers = {
        "attendees": {
            "event": queries.event(embedded_store, MF6),
            "attendees": queries.attendees(embedded_store, MF6),
        },
        "meetings": {
            "actor": finding.find(embedded_store, LAVROV),
            "meetings": queries.meetings(embedded_store, LAVROV),
        },
        "statements": {"statements": queries.statements(embedded_store)},
        "recognition": {"recognition": queries.recognition(embedded_store)},
        "holders": {"holders": queries.holders(embedded_store, "foreign minister")},
        "search": {"found": finding.search(embedded_store, "moscow")},
    }
    for name, answer in answers.items():
        printed = json.loads(console.as_json(answer))
        assert all(printed.values()), name
        jsonschema.Draft202012Validator(answer_schema(name)).validate(printed)
    assert answers.keys() <= SHAPES.keys()


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_each_schema_is_one_and_refuses_another_answer(name: str) -> None:
    schema = answer_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not jsonschema.Draft202012Validator(schema).is_valid({"else": []})


def test_an_unknown_shape_is_refused_with_those_that_are() -> None:
    with pytest.raises(SettingError, match="attendees"):
        answer_schema("planets")
