"""The small graph, made in a store: by statements of its own, so that the project's are tested against it."""

from __future__ import annotations

import neo4j

from graph.store import Store
from tests.contract.small_graph import EDGES, LABELS, PROPERTIES


def load(store: Store) -> None:
    """The small graph stands in the store, beside what stood there."""
    with store._session("WRITE") as session:
        session.execute_write(_load)


def _load(transaction: neo4j.ManagedTransaction) -> None:
    for id_, properties in PROPERTIES.items():  # a label and a type cannot be parameters
        transaction.run(f"CREATE (n:{LABELS[id_]}) SET n = $properties", properties=properties).consume()
    for edge in EDGES:
        transaction.run(
            f"MATCH (s:{LABELS[edge.source]} {{id: $source}}) MATCH (o:{LABELS[edge.target]} {{id: $target}}) "
            f"CREATE (s)-[r:{edge.type}]->(o) SET r = $properties",
            source=edge.source,
            target=edge.target,
            properties=dict(edge.properties),
        ).consume()
