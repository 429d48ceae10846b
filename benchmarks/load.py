"""Loading made-up records into a graph, on both engines: how many facts a second, over all and at the end."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.made_up import made_up_records
from graph.arrivals import Incoming
from graph.record import Record
from graph.reference import Reference
from graph.store import Store, open_store
from graph.update import BATCH, add_all
from tests.neo4j.server import Neo4jServer, Neo4jStartError

_ARTICLES = 2000


def measure() -> list[Figure]:
    """Facts a second over all articles, and over the last tenth of them, on each engine that is here."""
    records = list(made_up_records(_ARTICLES))
    with _embedded() as store:
        figures = _load(store, records, "embedded")
    try:
        with _neo4j() as store:
            figures += _load(store, records, "Neo4j")
    except Neo4jStartError as error:
        print(f"Neo4j left out: {error}")
    return figures


def load(store: Store, records: Sequence[Record]) -> list[float]:
    """The seconds that each transaction took: reading what it touches, deriving, writing, committing."""
    seconds, start = [], time.perf_counter()
    for _ in add_all(store, map(Incoming, records), Reference.load()):
        seconds.append(time.perf_counter() - start)
        start = time.perf_counter()
    return seconds


def _load(store: Store, records: Sequence[Record], engine: str) -> list[Figure]:
    seconds = load(store, records)
    last = max(1, len(seconds) // 10)
    return [
        Figure(f"{len(records):,} records, {engine}", _facts(records) / sum(seconds), "facts/s"),
        Figure(
            f"the last tenth of them, {engine}",
            _facts(records[-last * BATCH :]) / sum(seconds[-last:]),
            "facts/s",
        ),
    ]


def _facts(records: Sequence[Record]) -> int:
    return sum(len(record.facts) for record in records)


@contextmanager
def _embedded() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "graph"), create=True) as store:
        yield store


@contextmanager
def _neo4j() -> Iterator[Store]:
    with (
        Neo4jServer() as server,
        open_store(server.url, create=True, user=server.user, password=server.password) as store,
    ):
        yield store
