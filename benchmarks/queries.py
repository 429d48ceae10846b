"""Point questions through the service, beside the same statements through the bare driver, on one running engine."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx
import neo4j

import cypher
from benchmarks.figures import Figure
from benchmarks.load import load
from benchmarks.made_up import made_up_records
from benchmarks.processes import serving
from graph.embedded import open_folder
from graph.store import open_store

_ARTICLES = 500
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Question:
    """A path of the service with an id in it, and the statement that answers it with the id as a parameter."""

    name: str
    path: str
    statement: str
    parameter: str
    label: str
    rest: dict[str, Any]


_QUESTIONS: tuple[Question, ...] = ()


def measure() -> list[Figure]:
    """p50 and p95 of each question, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "graph")
        with open_store(graph, create=True) as store:
            load(store, list(made_up_records(_ARTICLES)))
        with serving(graph) as address, httpx.Client(base_url=address) as client, _session(graph) as session:
            return [figure for question in _QUESTIONS for figure in _compare(question, client, session)]


def _compare(question: Question, client: httpx.Client, session: neo4j.Session) -> Iterator[Figure]:
    ids = _ids(session, question.label)
    text = cypher.statement(question.statement).text

    def ask(node: str) -> None:
        client.get(question.path.format(id=node.partition("/")[2])).raise_for_status()

    def run(node: str) -> None:
        session.run(text, {question.parameter: node, **question.rest}).data()

    for name, work in (("bare driver", run), ("REST", ask)):
        times = _milliseconds(work, ids)
        yield Figure(f"{question.name}, {name}, p50", median(times), "ms")
        yield Figure(f"{question.name}, {name}, p95", quantiles(times, n=20)[-1], "ms")


def _milliseconds(work: Callable[[str], None], ids: Sequence[str]) -> list[float]:
    """How long each of the rounds took, one id after the other, after some unmeasured ones."""
    times = []
    for number in range(_ROUNDS + _ROUNDS // 10):
        start = time.perf_counter()
        work(ids[number % len(ids)])
        times.append(1000 * (time.perf_counter() - start))
    return times[_ROUNDS // 10 :]


@contextmanager
def _session(graph: Path) -> Iterator[neo4j.Session]:
    """A bare driver's session with the engine that the service runs."""
    endpoint = open_folder(graph).endpoint
    with (
        neo4j.GraphDatabase.driver(endpoint.url, auth=(endpoint.user, endpoint.password)) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        yield session


def _ids(session: neo4j.Session, label: str) -> list[str]:
    return [row["id"] for row in session.run(_EVERY_ID[label]).data()]


_EVERY_ID = {
    "Event": "MATCH (n:Event) RETURN n.id AS id ORDER BY id LIMIT 200",
    "Official": "MATCH (n:Official) RETURN n.id AS id ORDER BY id LIMIT 200",
}
