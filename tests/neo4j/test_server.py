"""The server that stands behind every test marked `neo4j`."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import neo4j
import pytest

from tests.neo4j.server import Neo4jServer, Neo4jStartError


@pytest.mark.neo4j
def test_it_is_neo4j_5_26_community(neo4j_server: Neo4jServer) -> None:
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=auth) as driver:
        rows, _, _ = driver.execute_query(
            "CALL dbms.components() YIELD versions, edition RETURN versions, edition"
        )
    assert rows[0]["versions"][0].startswith("5.26.")
    assert rows[0]["edition"] == "community"


@pytest.mark.neo4j
def test_it_refuses_a_wrong_password(neo4j_server: Neo4jServer) -> None:
    with (
        neo4j.GraphDatabase.driver(neo4j_server.url, auth=("neo4j", "not the password")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


@pytest.mark.neo4j
def test_it_serves_neo4j_browser(neo4j_server: Neo4jServer) -> None:
    with urllib.request.urlopen(neo4j_server.browser_url, timeout=10) as answer:  # noqa: S310 - our own loopback URL
        assert b"Neo4j Browser" in answer.read()


def test_without_its_jars_it_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(Neo4jStartError, match="make test-neo4j"):
        Neo4jServer(tmp_path)


@pytest.mark.neo4j
def test_a_server_that_cannot_start_says_why() -> None:
    with (
        pytest.raises(Neo4jStartError, match=r"no\.such\.setting"),
        Neo4jServer(settings={"no.such.setting": "1"}),
    ):
        pass
