"""The graphs that tests work on."""

from __future__ import annotations

from graph.store import Store


def empty(store: Store) -> None:
    """Nothing stands in the graph but its schema."""
    with store._session("WRITE") as session:
        session.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume()
