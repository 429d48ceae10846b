"""The graph in a folder: an ArcadeDB engine inside this process, spoken to over Bolt on loopback.

    folder/
    ├── communique.json   marks the folder as ours
    ├── password          random, mode 0600; the one thing that a client needs beside the port
    ├── owner             locked by the process that runs the engine; holds its process id and port
    ├── writer            locked by the process that writes
    ├── config/ databases/ backups/    the engine's own
    └── log/              the engine's warnings

One process owns a folder and runs the engine; every other one connects to the owner's port. The kernel drops the
lock when its owner dies, however it dies, so that a stale `owner` file misleads nobody: what counts is the lock.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import secrets
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph.errors import GraphBusy, GraphError, GraphFull, GraphNotFound

USER: Final = "root"
DATABASE: Final = "communique"
FORMAT: Final = 1
WAIT_SECONDS: Final = 30.0
ROOM_BYTES: Final = 4_000_000
# The engine reads these from the command line alone. The flush makes a commit durable; serial collection and one
# compiler keep a small process small.
JVM_ARGUMENTS: Final = (
    "-Xms32m",
    "-Xmx320m",
    "-XX:+UseSerialGC",
    "-XX:+UseCompactObjectHeaders",
    "-XX:TieredStopAtLevel=1",
    "-Xrs",
    "-XX:-UsePerfData",
    "-Xshare:auto",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Darcadedb.txWalFlush=2",
    "-Darcadedb.command.timeout=10000",
)
LOGGING: Final = """\
handlers=java.util.logging.FileHandler
.level=WARNING
java.util.logging.FileHandler.pattern={folder}/engine-%g.log
java.util.logging.FileHandler.limit=1000000
java.util.logging.FileHandler.count=2
java.util.logging.FileHandler.append=true
java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
"""
_DISK_FULL: Final = ("No space left on device", "Disk quota exceeded", "File too large")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a driver reaches the engine; `url` is on loopback, on a port that the kernel chose."""

    url: str
    user: str
    password: str
    database: str


class EmbeddedGraph:
    """The engine of one folder, for as long as this process uses it: run here, or in the folder's owner.

    `endpoint` is where it answers. When the owner has gone, `reopen()` makes this process the owner, or finds
    the new one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: int | None = None
        self._server: Any = None
        self.endpoint = self._attach()

    @property
    def owned(self) -> bool:
        """Whether this process runs the engine."""
        return self._server is not None

    def has_moved(self) -> bool:
        """Whether the engine no longer answers at `endpoint`, though something there may still talk."""
        return not self.owned and not self.endpoint.url.endswith(f":{_owner_port(self.folder)}")

    def reopen(self) -> None:
        """`endpoint` answers again; GraphBusy if the folder's owner stays silent."""
        if not self.owned:
            self.endpoint = self._attach()

    def close(self) -> None:
        """The folder is free for others; the engine has stopped if it ran here."""
        server, self._server = self._server, None
        if server is not None:
            server.stop()
        self._release()

    def is_full(self) -> bool:
        """The disk has no room for the least that the engine appends to its files."""
        return shutil.disk_usage(self.folder).free < ROOM_BYTES

    @contextmanager
    def writing(self) -> Iterator[None]:
        """No other process writes to the folder while this lasts."""
        descriptor = _open(self.folder / "writer")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _attach(self) -> Endpoint:
        deadline = time.monotonic() + WAIT_SECONDS
        while True:
            if self._acquire():
                return self._run()
            port = _owner_port(self.folder)
            if port is not None and _listens(port):
                return self._endpoint(port)
            if time.monotonic() > deadline:
                raise GraphBusy(
                    f"{self.folder}: another process holds this graph and is silent: end it first"
                )
            time.sleep(0.05)

    def _acquire(self) -> bool:
        descriptor = _open(self.folder / "owner")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        self._lock = descriptor
        return True

    def _release(self) -> None:
        if self._lock is not None:
            os.ftruncate(self._lock, 0)
            os.close(self._lock)
            self._lock = None

    def _run(self) -> Endpoint:
        try:
            self._server, port = _start_engine(self.folder, _password(self.folder, make=True))
            assert self._lock is not None  # noqa: S101 - taken by _acquire
            os.pwrite(self._lock, json.dumps({"pid": os.getpid(), "port": port}).encode(), 0)
        except BaseException:
            self.close()
            raise
        return self._endpoint(port)

    def _endpoint(self, port: int) -> Endpoint:
        return Endpoint(f"bolt://127.0.0.1:{port}", USER, _password(self.folder), DATABASE)


def open_folder(folder: Path, *, create: bool = False) -> EmbeddedGraph:
    """The graph in `folder`, which must stand there unless `create` says to make it.

    Raises GraphNotFound where there is none, GraphError where something else is.
    """
    folder = folder.absolute()
    try:
        _claim(folder, create=create)
        return EmbeddedGraph(folder)
    except OSError as error:
        raise _os_error(folder, error) from error


def _claim(folder: Path, *, create: bool) -> None:
    """The folder is marked as ours."""
    if folder.exists() and not folder.is_dir():
        raise GraphError(f"{folder}: a file, and a graph needs a folder: name another one")
    marker = folder / "communique.json"
    if marker.exists():
        _check_format(marker)
        return
    if folder.exists() and any(entry.name != marker.name + ".new" for entry in folder.iterdir()):
        raise GraphError(f"{folder}: holds other files and is no graph of communique: name another folder")
    if not create:
        raise GraphNotFound(f"{folder}: no graph there: `communique ingest` makes one")
    folder.mkdir(parents=True, exist_ok=True)
    _write_whole(marker, json.dumps({"format": FORMAT}) + "\n")


def _check_format(marker: Path) -> None:
    try:
        found = json.loads(marker.read_text(encoding="utf-8"))["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"{marker}: damaged: it should hold {{'format': {FORMAT}}}") from error
    if found != FORMAT:
        raise GraphError(f"{marker.parent}: a graph of format {found}, and this communique reads {FORMAT}")


def _password(folder: Path, *, make: bool = False) -> str:
    """The folder's password; made by its first owner, who holds the lock then."""
    path = folder / "password"
    if make and not path.exists():
        _write_whole(path, secrets.token_urlsafe(24))
    return path.read_text(encoding="utf-8")


def _write_whole(path: Path, text: str) -> None:
    """The file holds all of `text`, or is not there; nobody but its owner reads it."""
    new = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _owner_port(folder: Path) -> int | None:
    try:
        return int(json.loads((folder / "owner").read_text(encoding="utf-8"))["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # its owner is just starting, or has just gone


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _os_error(folder: Path, error: OSError) -> GraphError:
    reason = error.strerror or str(error)
    if any(text in reason for text in _DISK_FULL):
        return GraphFull(f"{folder}: {reason}: make room and try again")
    return GraphError(f"{folder}: {reason}: a graph needs a folder that it may write to")


_STARTING = threading.Lock()


def _start_engine(folder: Path, password: str) -> tuple[Any, int]:
    """The running server and its Bolt port."""
    from arcadedb_embedded.exceptions import ArcadeDBError
    from arcadedb_embedded.server import ArcadeDBServer

    with _STARTING:
        _start_jvm(folder / "log")
        server = ArcadeDBServer(
            str(folder),
            password,
            {
                "mode": "development",  # production hides the text of every error
                "host": "127.0.0.1",
                "http_port": "0",
                "bolt_port": "0",
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            },
        )
        try:
            server.start()
            server.create_database(DATABASE)
        except ArcadeDBError as error:
            server.stop()
            raise _engine_error(folder, error) from error
    return server, _bolt_port(server)


def _engine_error(folder: Path, error: Exception) -> GraphError:
    reason = str(error).splitlines()[0]
    if any(text in str(error) for text in _DISK_FULL):
        return GraphFull(f"{folder}: no space left: make room and try again")
    return GraphError(f"{folder}: the engine cannot open this graph: {reason}")


def _bolt_port(server: Any) -> int:
    for plugin in server._java_server.getPlugins():  # noqa: SLF001 - the package shows no plugins
        if str(plugin.getClass().getSimpleName()) == "BoltProtocolPlugin":
            return int(plugin.getPort())
    raise GraphError("the engine runs without its Bolt plugin: reinstall arcadedb-embedded")


def _start_jvm(log: Path) -> None:
    """The process has a Java machine, logging to the folder of the first graph that it opened."""
    import jpype
    import jpype.config
    from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

    if jpype.isJVMStarted():
        return
    log.mkdir(exist_ok=True)
    settings = log / "logging.properties"
    settings.write_text(LOGGING.format(folder=log), encoding="utf-8")
    # At exit, waiting for the Java threads of connections that are still open would hang the process.
    jpype.config.destroy_jvm = False
    jpype.startJVM(
        get_bundled_jre_lib_path(),
        *JVM_ARGUMENTS,
        f"-XX:ErrorFile={log}/crash-%p.log",
        f"-Djava.util.logging.config.file={settings}",
        classpath=[str(jar) for jar in sorted(Path(get_jar_path()).glob("*.jar"))],
        interrupt=False,  # Ctrl-C stays Python's
    )
    atexit.register(_stop_calling_back)


def _stop_calling_back() -> None:
    """No Java thread enters Python any more, which aborts a process that is about to end."""
    import jpype

    jpype.JClass("org.jpype.ref.JPypeReferenceQueue").getInstance().stop()
