"""Every statement under `cypher/` does the same on both engines; the cases say what. How to add one: case.py."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

import neo4j
import pytest

import cypher
from graph.store import SCHEMA_VERSION, Row, Store, Transaction
from tests.contract.case import Case
from tests.contract.loading import load
from tests.contract.small_graph import Edge, edge_line, lines, node_line
from tests.stores import empty

CASES: list[Case] = list(
    chain.from_iterable(
        import_module(f"tests.contract.cases.{path.stem}").CASES
        for path in sorted((Path(__file__).parent / "cases").glob("[a-z]*.py"))
    )
)
# The scripts make every graph of these tests; what writers count has its own test below.
ELSEWHERE = {*cypher.SCHEMA, "schema/state", "schema/turn"}
ALL_NODES = "MATCH (n) WHERE NOT n:Graph RETURN labels(n)[0] AS label, properties(n) AS properties"
ALL_EDGES = (
    "MATCH (s)-[r]->(o) RETURN s.id AS source, type(r) AS type, o.id AS target, properties(r) AS properties"
)


class RolledBackError(Exception):
    """The outcome of a case is known, and the transaction ends here."""


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def small(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The small graph, on each engine in turn; the cases leave it as it is."""
    store: Store = request.getfixturevalue(f"{request.param}_graph")
    empty(store)
    load(store)
    assert session_lines(store) == lines()
    yield store
    assert session_lines(store) == lines(), "a case was not rolled back"
    empty(store)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_answers_and_changes_as_its_case_says(small: Store, case: Case) -> None:
    before = lines()
    rows, after = outcome(small, case)
    assert in_order(case, rows) == in_order(case, case.rows)
    assert sorted(set(after) - set(before)) == sorted(case.added)
    assert sorted(set(before) - set(after)) == sorted(case.removed)
    assert len(after) == len(set(after)), "something stands twice"


def test_each_write_takes_one_turn(small: Store) -> None:
    small.write(lambda _: None)
    before = small.read("schema/state")[0]
    turns = small.write(lambda transaction: transaction.run("schema/turn"))
    assert turns == [{"version": before["version"] + 2}], "its own turn, and the one that it asked for"
    assert small.read("schema/state") == [{"schema": SCHEMA_VERSION, "version": before["version"] + 2}]


@pytest.mark.parametrize("name", [name for name in cypher.names() if name not in ELSEWHERE])
def test_every_statement_has_a_case(name: str) -> None:
    assert name in {case.statement for case in CASES}, "add one, as tests/contract/case.py says"


def test_every_case_has_a_statement() -> None:
    assert {case.statement for case in CASES} <= set(cypher.names())


def outcome(store: Store, case: Case) -> tuple[list[Row], list[str]]:
    """The rows that the case's statement returns, and the graph's lines after it; nothing of it stays."""
    found: list[tuple[list[Row], list[str]]] = []

    def work(transaction: Transaction) -> None:
        rows = transaction.run(case.statement, **case.params)
        found.append((rows, _lines(transaction._running)))
        raise RolledBackError

    with pytest.raises(RolledBackError):
        store.write(work)
    return found[0]


def in_order(case: Case, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The rows as they came if the statement sorts them, else sorted here; floats to nine digits."""
    found = [
        {name: sorted(value) if name in case.unsorted else value for name, value in row.items()}
        for row in rows
    ]
    plain = json.loads(json.dumps(found), parse_float=lambda text: round(float(text), 9))
    ordered = "ORDER BY" in cypher.statement(case.statement).text
    return plain if ordered else sorted(plain, key=lambda row: json.dumps(row, sort_keys=True))


def session_lines(store: Store) -> list[str]:
    """The lines of what is committed."""
    with store._session("READ") as session:
        return session.execute_read(_lines)


def _lines(transaction: neo4j.Transaction | neo4j.ManagedTransaction) -> list[str]:
    nodes = [node_line(row["label"], row["properties"]) for row in transaction.run(ALL_NODES).data()]
    edges = [edge_line(Edge(**row)) for row in transaction.run(ALL_EDGES).data()]
    return sorted(nodes + edges)
