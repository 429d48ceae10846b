"""The graphs that tests are given."""

from __future__ import annotations

import pytest

from graph.store import Store

MADE = (
    "CREATE (:State {id: 'state/utopia'})-[:RECOGNIZES {fact_id: 'fact/1'}]->(:State {id: 'state/erewhon'})"
)


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_starts_from_an_empty_graph_with_its_schema(store: Store, turn: str) -> None:
    with store._session("WRITE") as session:
        before = session.run("MATCH (n:State) RETURN count(n) AS nodes").data()
        session.run(MADE).consume()
    assert before == [{"nodes": 0}], turn
    assert store.read("schema/state")[0]["schema"] is not None
