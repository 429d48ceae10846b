"""What tests of several packages share: one real Neo4j a session, for those that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.neo4j.server import Neo4jServer


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """A real Neo4j, started when the first test asks; tests that ask for it carry the mark `neo4j`."""
    with Neo4jServer() as server:
        yield server
