"""A graph is opened, read and written by named statements, and says in one line why it cannot be."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cypher
import graph.store
from cypher import StatementError
from graph.errors import GraphError, GraphNotFound, GraphRefused, SettingError
from graph.store import Store, Transaction, open_store
from tests.neo4j.server import Neo4jServer

TEST_STATEMENTS = {
    "test/put": "MERGE (n:State {id: $id}) SET n.name = $name RETURN n.id AS id",
    "test/put_rows": "UNWIND $rows AS row MERGE (n:State {id: row.id}) SET n += row RETURN count(*) AS n",
    "test/count_up": "MERGE (n:State {id: $id}) SET n.count = coalesce(n.count, 0) + 1 RETURN n.count AS count",
    "test/get": "MATCH (n:State {id: $id}) RETURN n.name AS name, n.count AS count, n AS node",
    "test/twice": "CREATE (:State {id: $id}) CREATE (:State {id: $id})",
    "test/broken": "MATCH (n:State RETURN n",
    "test/endless": "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j WITH i, j WHERE i * j = 0 RETURN count(*) AS n",
}


@pytest.fixture(autouse=True)
def test_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """The statements above stand beside the project's own."""
    known = cypher.statement

    def find(name: str) -> cypher.Statement:
        if name not in TEST_STATEMENTS:
            return known(name)
        text = TEST_STATEMENTS[name]
        return cypher.Statement(name, "made for a test", tuple(sorted(set(cypher.used(text)))), text)

    monkeypatch.setattr(cypher, "statement", find)


def put(store: Store, id_: str, name: str) -> None:
    store.write(lambda transaction: transaction.run("test/put", id=id_, name=name))


def test_what_is_written_is_read_back_as_plain_values(store: Store) -> None:
    put(store, "state/utopia", "Utopia")
    rows = store.read("test/get", id="state/utopia")
    assert rows == [{"name": "Utopia", "count": None, "node": {"id": "state/utopia", "name": "Utopia"}}]
    assert type(rows[0]["node"]) is dict


def test_a_write_returns_what_its_work_returns(store: Store) -> None:
    assert store.write(lambda transaction: transaction.run("test/put", id="state/a", name="A")) == [
        {"id": "state/a"}
    ]


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("test/put", id="state/a", name="A")
        raise KeyError

    with pytest.raises(KeyError):
        store.write(work)
    assert store.read("test/get", id="state/a") == []


def test_one_id_cannot_stand_twice(store: Store) -> None:
    with pytest.raises(GraphError):
        store.write(lambda transaction: transaction.run("test/twice", id="state/a"))
    assert store.read("test/get", id="state/a") == []


def test_writers_of_several_threads_and_connections_take_turns(store: Store) -> None:
    others = [store, _second(store)]
    failures: list[Exception] = []

    def count(one: Store) -> None:
        try:
            for _ in range(15):
                one.write(lambda transaction: transaction.run("test/count_up", id="state/a"))
        except GraphError as error:
            failures.append(error)

    threads = [threading.Thread(target=count, args=(one,)) for one in (*others, *others)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    others[1].close()
    assert not failures
    assert store.read("test/get", id="state/a")[0]["count"] == 60


def _second(store: Store) -> Store:
    """Another way into the same graph, which knows nothing of the first."""
    if store._folder is not None:
        return open_store(store._folder.folder)
    endpoint = store._endpoint
    return open_store(endpoint.url, user=endpoint.user, password=endpoint.password)


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"id": "state/a"}, "test/put: missing parameters: name"),
        ({"id": "state/a", "name": "A", "names": []}, "test/put: unknown parameters: names"),
        ({"id": None, "name": "A"}, r"test/put: \$id is null, and MERGE takes no nulls"),
    ],
)
def test_wrong_parameters_are_refused_by_name(store: Store, params: dict[str, Any], message: str) -> None:
    with pytest.raises(StatementError, match=message):
        store.write(lambda transaction: transaction.run("test/put", **params))


@pytest.mark.parametrize(
    ("row", "where"),
    [({"id": None}, r"\[1\]\.id"), ({"id": "state/b", "names": ["B", None]}, r"\[1\]\.names\[1\]")],
)
def test_a_null_in_a_row_is_refused_by_its_place(store: Store, row: dict[str, Any], where: str) -> None:
    rows = [{"id": "state/a"}, row]
    with pytest.raises(StatementError, match=rf"test/put_rows: \$rows{where} is null: leave absent"):
        store.write(lambda transaction: transaction.run("test/put_rows", rows=rows))
    assert store.read("test/get", id="state/a") == []


def test_a_broken_statement_is_one_line_that_names_the_graph(store: Store) -> None:
    with pytest.raises(GraphError) as caught:
        store.read("test/broken")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(("/", "bolt://"))


def test_what_takes_too_long_is_given_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.store, "READ_SECONDS", 1.0)  # the embedded engine keeps to its own ten
    with pytest.raises(GraphError, match="took too long and was given up"):
        store.read("test/endless")


@pytest.mark.neo4j
def test_a_wrong_password_is_refused(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(GraphRefused, match="refuses this user or password") as caught:
        open_store(neo4j_server.url.replace("://", "://neo4j:secret-guess@"))
    assert "secret-guess" not in str(caught.value)


@pytest.mark.neo4j
def test_no_password_is_refused(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(GraphRefused, match="COMMUNIQUE_PASSWORD"):
        open_store(neo4j_server.url)


@pytest.mark.neo4j
def test_the_url_may_carry_user_password_and_database(neo4j_server: Neo4jServer) -> None:
    address = neo4j_server.url.replace("://", f"://neo4j:{neo4j_server.password}@")
    with open_store(f"{address}/neo4j") as store:
        assert store.read("test/get", id="state/none") == []
    with pytest.raises(GraphNotFound, match="nosuchdb"):
        open_store(f"{address}/nosuchdb")


def test_an_embedded_engine_refuses_a_wrong_password(embedded_store: Store) -> None:
    with pytest.raises(GraphRefused, match="refuses this user or password"):
        open_store(embedded_store._endpoint.url, user="root", password="a guess")


@pytest.fixture
def free_port() -> Iterator[int]:
    with socket.socket() as bound:  # bound and not listening: whoever calls is refused
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_not_there_is_said_so(scheme: str, free_port: int) -> None:
    with pytest.raises(GraphNotFound, match=f"{scheme}://127.0.0.1:{free_port}: no graph server answers"):
        open_store(f"{scheme}://127.0.0.1:{free_port}", user="neo4j", password="any")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://localhost:7474", "a graph is a folder, or a URL that starts with neo4j://"),
        ("bolt://localhost:port", "names a host and a port"),
        ("bolt://", "names a host and a port"),
        ("neo4j://user:secret@:1:2", "names a host and a port"),
    ],
)
def test_what_is_no_graphs_url_is_refused(url: str, message: str) -> None:
    with pytest.raises(SettingError, match=message) as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_the_schema_stands_before_the_first_write(tmp_path: Path) -> None:
    with open_store(tmp_path / "g", create=True) as store:
        assert store.read("schema/state") == [{"schema": graph.store.SCHEMA_VERSION, "version": None}]
