"""Point questions through the service, beside the very statements that answer them through the bare driver.

The statements of a question are recorded once for each id; then the service answers the question, and the bare driver
runs its statements, in turns, on the same running engine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
from graph import queries
from graph.embedded import open_folder
from graph.finding import Readable
from graph.store import Row, Store, open_store

_ARTICLES = 500
_IDS = 50
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every event, official or fact: a path of the service, and the function that answers it."""

    name: str
    path: str
    of: str
    answer: Callable[[Readable, str], object]


_QUESTIONS = (
    Question("one event", "/v1/events/{id}", "Event", queries.event),
    Question("who attended an event", "/v1/events/{id}/attendees", "Event", queries.attendees),
    Question("the meetings of an official", "/v1/officials/{id}/meetings", "Official", queries.meetings),
    Question(
        "the evidence of a fact",
        "/v1/facts/{id}/evidence",
        "fact",
        lambda store, fact: queries.evidence(store, [fact]),
    ),
)
_EVERY_ID = {
    "Event": "MATCH (n:Event) RETURN n.id AS id ORDER BY id LIMIT $limit",
    "Official": "MATCH (n:Official) RETURN n.id AS id ORDER BY id LIMIT $limit",
    "fact": "MATCH ()-[r:ATTENDED]->() RETURN r.fact_id AS id ORDER BY id LIMIT $limit",
}

Asked = list[tuple[str, Mapping[str, Any]]]


@dataclass(slots=True)
class _Recorder:
    """A store that remembers what it was asked."""

    store: Store
    asked: Asked = field(default_factory=list)

    def read(self, name: str, /, **params: Any) -> list[Row]:
        self.asked.append((cypher.statement(name).text, params))
        return self.store.read(name, **params)


def measure() -> list[Figure]:
    """p50 and p95 of each question both ways, in milliseconds, and the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "graph")
        with open_store(graph, create=True) as store:
            load(store, list(made_up_records(_ARTICLES)))
        with (
            serving(graph) as address,
            httpx.Client(base_url=address) as client,
            open_store(graph) as store,
            _session(graph) as session,
        ):
            compare = _Comparison(client, store, session)
            return [figure for question in _QUESTIONS for figure in compare(question)]


@dataclass(frozen=True, slots=True)
class _Comparison:
    client: httpx.Client
    store: Store
    session: neo4j.Session

    def __call__(self, question: Question) -> Iterator[Figure]:
        rows = self.session.run(_EVERY_ID[question.of], limit=_IDS).data()
        ids = [row["id"] for row in rows]
        statements = {node: self._statements(question, node) for node in ids}
        bare, rest = _in_turns(
            ids, lambda node: self._run(statements[node]), lambda node: self._ask(question.path, node)
        )
        for name, times in (("bare driver", bare), ("REST", rest)):
            yield Figure(f"{question.name}, {name}, p50", median(times), "ms")
            yield Figure(f"{question.name}, {name}, p95", quantiles(times, n=20)[-1], "ms")
        yield Figure(f"{question.name}, REST by bare driver", median(rest) / median(bare), "×")

    def _statements(self, question: Question, node: str) -> Asked:
        recorder = _Recorder(self.store)
        question.answer(recorder, node)
        return recorder.asked

    def _run(self, statements: Asked) -> None:
        for text, params in statements:
            self.session.run(text, params).data()  # type: ignore[arg-type]

    def _ask(self, path: str, node: str) -> None:
        self.client.get(path.format(id=node.partition("/")[2])).raise_for_status()


def _in_turns(ids: Sequence[str], *works: Callable[[str], None]) -> list[list[float]]:
    """The milliseconds of every call of each work, one id after the other, after one unmeasured round."""
    times: list[list[float]] = [[] for _ in works]
    for number in range(_ROUNDS + 1):
        for node in ids:
            for work, taken in zip(works, times, strict=True):
                start = time.perf_counter()
                work(node)
                if number:
                    taken.append(1000 * (time.perf_counter() - start))
    return times


@contextmanager
def _session(graph: Path) -> Iterator[neo4j.Session]:
    """A bare driver's session with the engine that the service runs."""
    endpoint = open_folder(graph).endpoint
    with (
        neo4j.GraphDatabase.driver(endpoint.url, auth=(endpoint.user, endpoint.password)) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        yield session
