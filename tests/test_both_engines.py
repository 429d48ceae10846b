"""The sample articles through the command line, on each engine: one graph, to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.store import Store
from tests.neo4j.server import Neo4jServer

ROOT = Path(__file__).resolve().parents[1]
COMMUNIQUE = Path(sys.executable).with_name("communique")


def exported(file: Path, settings: Mapping[str, str]) -> bytes:
    """The export of a graph that has read the samples, found by the settings alone."""
    environment = {**os.environ, **settings}
    for command in (
        ["ingest", str(ROOT / "ingest/samples")],
        ["export", "--format", "jsonl", "-o", str(file)],
    ):
        subprocess.run([COMMUNIQUE, *command], env=environment, capture_output=True, check=True, timeout=120)
    return file.read_bytes()


@pytest.mark.neo4j
def test_the_samples_make_the_same_graph_on_both(
    tmp_path: Path, neo4j_server: Neo4jServer, neo4j_store: Store
) -> None:
    server = {
        "COMMUNIQUE_GRAPH": neo4j_server.url,
        "COMMUNIQUE_USER": neo4j_server.user,
        "COMMUNIQUE_PASSWORD": neo4j_server.password,
    }
    embedded = exported(tmp_path / "embedded.jsonl", {"COMMUNIQUE_GRAPH": str(tmp_path / "graph")})
    assert embedded.count(b"\n") > 1000
    assert exported(tmp_path / "neo4j.jsonl", server) == embedded
