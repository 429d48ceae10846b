"""One graph, wherever it stands: a folder of this machine, or a server's URL. The only user of the neo4j driver.

    with open_store("communique-graph") as store:
        store.read("read/event_attendees", event="event/moscow-format-6")
        store.write(lambda transaction: transaction.run("write/articles", rows=rows))

What runs are the statements under `cypher/`, by name; what comes back are dicts of plain values. Both engines take
one path: the embedded one answers over Bolt too.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

import cypher
from graph.embedded import EmbeddedGraph, Endpoint, open_folder
from graph.errors import GraphBusy, GraphError, GraphFull, GraphNotFound, GraphRefused, SettingError

Row = dict[str, Any]
Result = TypeVar("Result")

SCHEMES: Final = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
SCHEMA_VERSION: Final = 1
READ_SECONDS: Final = 10.0  # the embedded engine has the same limit of its own, for every statement
WRITE_SECONDS: Final = 120.0
RETRY_SECONDS: Final = 10.0
CONNECT_SECONDS: Final = 5.0
CONSTRAINT_RETRIES: Final = 3
NO_ROOM: Final = ("No space left on device", "MemoryPoolOutOfMemory", "Java heap space", "disk is full")
ASK_PASSWORD: Final = "give them in the URL, or as COMMUNIQUE_USER and COMMUNIQUE_PASSWORD"  # noqa: S105 - advice

# The driver reports what a server remarks about statements, such as a label that no node has yet.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)


class Transaction:
    """What the work of one write runs its statements in; all of it is committed, or nothing."""

    def __init__(self, running: neo4j.Transaction) -> None:
        self._running = running

    def run(self, name: str, /, **params: Any) -> list[Row]:
        """The rows of the statement of that name; StatementError if `params` do not fit it."""
        statement = cypher.statement(name)
        statement.check(params)
        _refuse_nulls(statement, params)
        return self._running.run(statement.text, params).data()


class Store:
    """An open graph. One object serves all threads of a process; `close()` it, or use it in a `with`."""

    def __init__(self, endpoint: Endpoint, folder: EmbeddedGraph | None = None) -> None:
        self._folder = folder
        self._turn = threading.Lock()
        self._reopening = threading.Lock()
        self._ready = False
        self._connect(endpoint)

    def read(self, name: str, /, **params: Any) -> list[Row]:
        """The rows of the statement of that name, read from what is committed."""
        statement = cypher.statement(name)
        statement.check(params)

        def work() -> list[Row]:
            with self._session(neo4j.READ_ACCESS) as session:
                return session.run(neo4j.Query(statement.text, timeout=READ_SECONDS), params).data()

        return self._persist(work)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` returns, once all that it wrote is committed, to stay.

        Writers of all processes take turns. Where a turn is lost or the connection breaks, `work` runs again from
        the start: it must compute the same from the same graph, and do nothing else.
        """
        with self._turn:
            self._prepare()
            return self._persist(lambda: self._in_turn(work))

    def greet(self, *, create: bool) -> None:
        """The graph answers and lets us in; with `create` it has its schema too."""
        if self._folder is not None:
            self.read("schema/state")  # again, should the folder's owner go in this very moment
        else:
            self._knock()
        if create:
            self._prepare()

    def _knock(self) -> None:
        try:
            self._driver.verify_connectivity()
            with self._session(neo4j.READ_ACCESS) as session:
                session.run("RETURN 1").consume()  # only a statement shows that the database is not there
        except (DriverError, Neo4jError) as error:
            raise self._error(error) from error

    def close(self) -> None:
        """The connections are closed, and the embedded engine has stopped if it ran here."""
        self._driver.close()
        if self._folder is not None:
            self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _connect(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._driver = neo4j.GraphDatabase.driver(
            endpoint.url,
            auth=(endpoint.user, endpoint.password) if endpoint.user else None,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS * 2,
            user_agent="communique",
        )

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._endpoint.database or None, default_access_mode=access)

    def _in_turn(self, work: Callable[[Transaction], Result]) -> Result:
        with self._alone(), self._session(neo4j.WRITE_ACCESS) as session:
            with session.begin_transaction(timeout=WRITE_SECONDS) as running:
                transaction = Transaction(running)
                transaction.run("schema/turn")
                result = work(transaction)
                running.commit()
            return result

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process writes to this folder; a server makes writers wait for one another itself."""
        if self._folder is None:
            yield
        else:
            with self._folder.writing():
                yield

    def _prepare(self) -> None:
        """The graph has its constraints and indexes, all of which must stand before any data."""
        if self._ready:
            return
        state = self.read("schema/state")
        if not state or state[0]["schema"] != SCHEMA_VERSION:
            self._persist(self._apply_schema)
        self._ready = True

    def _apply_schema(self) -> None:
        with self._alone(), self._session(neo4j.WRITE_ACCESS) as session:
            for name in cypher.SCHEMA:
                for text in cypher.script(name):
                    session.run(text).consume()
            session.run(cypher.statement("schema/stamp").text, schema=SCHEMA_VERSION).consume()

    def _persist(self, work: Callable[[], Result]) -> Result:
        """What `work` returns, tried again for as long as trying again can help."""
        deadline = time.monotonic() + RETRY_SECONDS
        for attempt in count():
            driver = self._driver
            try:
                return work()
            except (DriverError, Neo4jError) as error:
                lost = self._is_lost(error)
                if not (lost or _may_pass(error, attempt)) or time.monotonic() > deadline:
                    raise self._error(error) from error
                if lost:
                    self._reconnect(driver)
            time.sleep(_pause(attempt))
        raise AssertionError  # count() does not end

    def _is_lost(self, error: DriverError | Neo4jError) -> bool:
        """The engine is not where it was, or for a moment not itself.

        One that is being closed answers all sorts of things; one just taken over has been seen to refuse its own
        password.
        """
        if isinstance(error, ServiceUnavailable | SessionExpired):
            return True
        return self._folder is not None and (isinstance(error, AuthError) or self._folder.has_moved())

    def _reconnect(self, lost: neo4j.Driver) -> None:
        """The driver speaks to the folder's owner, whoever that is by now; once, for all threads that lost it."""
        with self._reopening:
            if self._folder is None or self._driver is not lost:
                return
            lost.close()
            self._folder.reopen()
            self._connect(self._folder.endpoint)

    def _error(self, error: DriverError | Neo4jError) -> GraphError:
        if self._folder is None:
            return _translated(_without_user(self._endpoint.url), error)
        if _is_about_commit(error) and self._folder.is_full():
            return GraphFull(f"{self._folder.folder}: the disk is full: make room and try again")
        return _translated(str(self._folder.folder), error)


def open_store(
    where: str | Path, *, create: bool = False, user: str | None = None, password: str | None = None
) -> Store:
    """The graph in a folder or at a URL (neo4j://, bolt://, with or without user:password@ and /database).

    `create` makes an absent folder, and the schema of a graph that has none. `user` and `password` fill in what
    the URL leaves out; a folder needs neither.
    Raises GraphNotFound, GraphRefused, GraphBusy or GraphError with one line that says what to do.
    """
    folder = None if "://" in str(where) else open_folder(Path(where), create=create)
    endpoint = folder.endpoint if folder else _endpoint(str(where), user, password)
    try:
        store = Store(endpoint, folder)
    except (ConfigurationError, ValueError) as error:
        raise SettingError(f"{_without_user(endpoint.url)}: {error}") from error
    try:
        store.greet(create=create)
    except BaseException:
        store.close()
        raise
    return store


def _endpoint(url: str, user: str | None, password: str | None) -> Endpoint:
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES:
        raise SettingError(
            f"{_without_user(url)}: a graph is a folder, or a URL that starts with neo4j:// or bolt://"
        )
    if not parts.hostname or not _port_is_right(parts):
        raise SettingError(
            f"{_without_user(url)}: a graph's URL names a host and a port: neo4j://localhost:7687"
        )
    address = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "", "", ""))
    return Endpoint(
        address,
        unquote(parts.username) if parts.username else user or "",
        unquote(parts.password) if parts.password else password or "",
        parts.path.strip("/"),
    )


def _port_is_right(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def _without_user(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _refuse_nulls(statement: cypher.Statement, params: Mapping[str, Any]) -> None:
    """A null in a list or map is refused by one engine and stored by the other; a null key merges with nothing."""
    for name, value in params.items():
        if value is None and "MERGE" in statement.text:
            raise cypher.StatementError(
                f"{statement.name}: ${name} is null, and MERGE takes no nulls: leave it out"
            )
        path = _null_in(value)
        if path is not None:
            raise cypher.StatementError(
                f"{statement.name}: ${name}{path} is null: leave absent properties out"
            )


def _null_in(value: object) -> str | None:
    """Where a null stands inside a list or map, as in `[3].name`."""
    if isinstance(value, Mapping):
        inner = ((f".{key}", item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        inner = ((f"[{place}]", item) for place, item in enumerate(value))
    else:
        return None
    for step, item in inner:
        if item is None:
            return step
        below = _null_in(item)
        if below is not None:
            return step + below
    return None


def _may_pass(error: DriverError | Neo4jError, attempt: int) -> bool:
    """Trying again may help. The embedded engine calls a race for one new id, once lost, a broken constraint."""
    return error.is_retryable() or (isinstance(error, ConstraintError) and attempt < CONSTRAINT_RETRIES)


def _pause(attempt: int) -> float:
    """Seconds to the next attempt; at random, so that two losers do not meet again."""
    return min(0.01 * 2.0**attempt, 1.0) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret


def _is_about_commit(error: DriverError | Neo4jError) -> bool:
    return isinstance(error, Neo4jError) and "commit" in (error.message or "")


def _translated(where: str, error: DriverError | Neo4jError) -> GraphError:
    """The error as one line that names the graph and says what to do."""
    text = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    line = text.splitlines()[0].rstrip(":. ")
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    found: tuple[type[GraphError], str] = (GraphError, line)
    if isinstance(error, AuthError):
        found = (GraphRefused, f"the server refuses this user or password: {ASK_PASSWORD}")
    elif isinstance(error, ServiceUnavailable | SessionExpired):
        found = (GraphNotFound, f"no graph server answers there: start it, or check the address ({line})")
    elif "DatabaseNotFound" in code:
        found = (GraphNotFound, f"{line}: leave /database out of the URL, or create it on the server")
    elif "TransactionTimedOut" in code:
        found = (GraphError, "it took too long and was given up: ask for less at a time")
    elif any(sign in text for sign in NO_ROOM):
        found = (GraphFull, f"the store takes no more ({line}): make room and try again")
    elif error.is_retryable():
        found = (GraphBusy, f"busy with other writers: try again ({line})")
    kind, message = found
    return kind(f"{where}: {message}")
