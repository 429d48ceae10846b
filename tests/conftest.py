"""What tests of several packages share: a graph on each engine, empty for each test that asks.

    def test_it_holds_on_both(store: Store) -> None:           the embedded engine, and Neo4j (mark `neo4j`)
    def test_it_holds(embedded_store: Store) -> None:          the embedded engine alone
    def test_servers_do_this(neo4j_store: Store) -> None:      Neo4j alone; the test carries the mark itself

One engine of each kind runs for the whole session, and a test gets the same graph, emptied. Where one test needs
several empty graphs (a law over examples), `tests.stores.empty(store)` makes the next.
"""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pytest

from graph.store import Store, open_store
from tests.neo4j.server import Neo4jServer
from tests.stores import empty

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM_ARGUMENTS: Final = (
    "--no-sandbox",  # which root may not have
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
)


@pytest.fixture(scope="session", autouse=True)
def interrupts() -> None:
    """Ctrl-C reaches the processes that tests start, also where the tests run in the background, deaf to it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """A real Neo4j, started when the first test asks; tests that ask for it carry the mark `neo4j`."""
    with Neo4jServer() as server:
        yield server


@pytest.fixture(scope="session")
def embedded_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The session's embedded graph, as the last test left it."""
    with open_store(tmp_path_factory.mktemp("embedded") / "graph", create=True) as store:
        yield store


@pytest.fixture(scope="session")
def neo4j_graph(neo4j_server: Neo4jServer) -> Iterator[Store]:
    """The session's graph in Neo4j, as the last test left it."""
    place = {"user": neo4j_server.user, "password": neo4j_server.password}
    with open_store(neo4j_server.url, create=True, **place) as store:
        yield store


@pytest.fixture
def embedded_store(embedded_graph: Store) -> Store:
    """An empty graph on the embedded engine."""
    empty(embedded_graph)
    return embedded_graph


@pytest.fixture
def neo4j_store(neo4j_graph: Store) -> Store:
    """An empty graph in Neo4j."""
    empty(neo4j_graph)
    return neo4j_graph


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty graph, on each engine in turn."""
    graph: Store = request.getfixturevalue(f"{request.param}_graph")
    empty(graph)
    return graph


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium that calls nobody by itself; tests that ask for it carry the mark `browser`."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    assert path is not None, "no chromium: `make test-browser` fetches one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()
