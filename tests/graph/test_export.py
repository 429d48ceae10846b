from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.record import Record
from tests.graph.made_up import (
    attends,
    body,
    event,
    holds,
    office,
    person,
    recognizes,
    record,
    records,
    says,
    state,
)
from tests.graph.memory import MemoryGraph


def rows(*told: Record) -> list[dict[str, Any]]:
    graph = MemoryGraph()
    graph.add(*told)
    return [json.loads(line) for line in graph.export().splitlines()]


TOLD = record(
    "told",
    person("p", "Sergey Lavrov"),
    state("rus", "Russia", "RUS"),
    state("pak", "Pakistan", "PAK"),
    body("mf", "Moscow Format", type="forum"),
    body("tal", "Taliban"),
    office("o", "Envoy", "pak"),
    event(
        "e",
        "the sixth meeting",
        "consultation",
        forum="mf",
        ordinal=6,
        start="2024-10-04",
        place="Moscow",
        hosts=["rus"],
    ),
    facts=(
        holds("p", "Foreign Minister", "rus", since="2004-03"),
        attends("p", "e"),
        attends("o", "e", "expected"),
        says("p", "Peace is near", "tal", event="e"),
        recognizes("rus", "tal", "not_recognized"),
        recognizes("*", "tal", "not_recognized"),
    ),
    id="told-1",
)


def test_every_node_row_has_its_keys() -> None:
    nodes = {row["id"]: row for row in rows(TOLD) if "node" in row}
    assert all({"node", "id", "name", "names", "articles"} <= row.keys() for row in nodes.values())
    assert nodes["state/russia"]["iso3"] == "RUS"
    assert nodes["office/russia-foreign-minister"]["post"] == "Foreign Minister"
    told = nodes["event/moscow-format-6"]
    assert [told[key] for key in ("kind", "ordinal", "start", "end", "place", "status")] == [
        "consultation", 6, "2024-10-04", None, "Moscow", "held",
    ]  # fmt: skip
    (statement,) = (row for row in nodes.values() if row["node"] == "Statement")
    assert (statement["text"], statement["form"]) == ("Peace is near", "reported")
    assert all(row["articles"] == ["told-1"] for row in nodes.values())


def test_every_edge_row_has_its_keys() -> None:
    edges = [row for row in rows(TOLD) if "edge" in row]
    assert all({"source", "target", "fact_id", "articles", "disputed"} <= row.keys() for row in edges)
    by_type = {row["edge"]: row for row in edges if row["source"] != "*"}
    assert by_type["ATTENDED"]["as"] == "office/russia-foreign-minister"
    assert [by_type["HOLDS"][key] for key in ("status", "start", "end", "current")] == [
        "current",
        "2004-03",
        None,
        True,
    ]
    assert [by_type["DOES_NOT_RECOGNIZE"][key] for key in ("since", "until", "current")] == [None, None, True]
    assert sorted(row["source"] for row in edges if row["edge"] == "DOES_NOT_RECOGNIZE") == [
        "*",
        "state/russia",
    ]


def test_nodes_come_before_edges_and_both_are_sorted() -> None:
    told = rows(TOLD)
    nodes = [row["id"] for row in told if "node" in row]
    edges = [(row["edge"], row["source"], row["target"], row["fact_id"]) for row in told if "edge" in row]
    assert nodes == sorted(nodes)
    assert edges == sorted(edges)
    assert ["node" in row for row in told] == [True] * len(nodes) + [False] * len(edges)


@settings(max_examples=40, deadline=None)
@given(st.lists(records(), max_size=4))
def test_every_end_of_an_edge_is_a_row_and_every_office_statement_and_event_is_whole(
    told: list[Record],
) -> None:
    all_rows = rows(*told)
    nodes = {row["id"]: row["node"] for row in all_rows if "node" in row}
    edges = [row for row in all_rows if "edge" in row]
    assert {end for row in edges for end in (row["source"], row["target"])} <= nodes.keys() | {"*"}
    assert len({row["fact_id"] for row in edges}) == len(edges)
    assert all(row["articles"] for row in all_rows)
    for label, edge, end, most, least in (
        ("Office", "OF", "source", 1, 1),
        ("Statement", "STATED", "target", 1, 1),
        ("Statement", "AT", "source", 1, 0),
    ):
        for node in (id_ for id_, kind in nodes.items() if kind == label):
            assert least <= sum(row["edge"] == edge and row[end] == node for row in edges) <= most
