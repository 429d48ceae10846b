"""A real Neo4j 5.26 Community server for the tests: started from the jars that `make test-neo4j` fetches."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Final, Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

JARS: Final = Path(__file__).resolve().parents[2] / ".cache" / "neo4j"
START_SECONDS: Final = 120.0
# What Neo4j reaches into and Java 17 and later keep closed.
OPENS: Final = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
)
CONFIGURATION: Final = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
"""


class Neo4jStartError(RuntimeError):
    """The server cannot be started; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Where one server listens, on 127.0.0.1."""

    bolt: int
    http: int


class Neo4jServer:
    """A fresh, empty Neo4j while the `with` lasts, on free ports and with a password of its own.

    `url`, `user` and `password` are for the driver, `browser_url` is Neo4j Browser's page. All data lies in a
    temporary folder that goes with the server. `settings` go into neo4j.conf, and Neo4j refuses those that it
    does not know.
    """

    user: Final = "neo4j"

    def __init__(self, jars: Path = JARS, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        if not (jars / ".complete").exists():
            raise Neo4jStartError(f"no Neo4j in {jars}: `make test-neo4j` fetches one")
        self._jars = jars
        self._settings = dict(settings)
        self._home = Path(tempfile.mkdtemp(prefix="communique-neo4j-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._ports = _free_ports()
        self.password = secrets.token_hex(16)  # no dash in front: it stands on a command line

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self._ports.bolt}"

    @property
    def browser_url(self) -> str:
        return f"http://127.0.0.1:{self._ports.http}/browser/"

    def __enter__(self) -> Self:
        try:
            self._configure()
            self._start()
            self._wait_until_it_answers()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """The process has ended and its folder is gone; nothing happens to a server that has not started."""
        if self._process is not None:
            self._process.kill()  # a gentle stop takes ten seconds, to save data that nobody wants
            self._process.wait()
            self._process = None
        shutil.rmtree(self._home, ignore_errors=True)

    def _configure(self) -> None:
        conf = self._home / "conf"
        conf.mkdir()
        own = CONFIGURATION.format(bolt=self._ports.bolt, http=self._ports.http)
        lines = dict(line.split("=", 1) for line in own.splitlines()) | self._settings
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        (conf / "neo4j.conf").write_text(text, encoding="utf-8")
        command = self._java("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password)
        done = subprocess.run(command, env=self._environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise Neo4jStartError(f"Neo4j refuses its first password: {done.stderr.strip()}")

    def _start(self) -> None:
        conf = self._home / "conf"
        command = self._java(
            "org.neo4j.server.CommunityEntryPoint", f"--home-dir={self._home}", f"--config-dir={conf}"
        )
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env=self._environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process is None or self._process.poll() is not None:
                raise Neo4jStartError(f"Neo4j ended while it started:\n{self._last_lines()}")
            if time.monotonic() > deadline:
                raise Neo4jStartError(f"Neo4j is silent after {START_SECONDS:.0f} s:\n{self._last_lines()}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        if not _listens(self._ports.http):  # the last thing that a starting server opens
            return False
        try:
            with neo4j.GraphDatabase.driver(self.url, auth=(self.user, self.password)) as driver:
                driver.verify_connectivity()
        except (DriverError, Neo4jError):
            return False
        return True

    def _java(self, main: str, *arguments: str) -> list[str]:
        java = shutil.which("java")
        if java is None:
            raise Neo4jStartError("no java: `make test-neo4j` fetches one")
        return [java, *OPENS, "-Xmx1g", "-cp", f"{self._jars}/*", main, *arguments]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")}

    @property
    def _log(self) -> Path:
        return self._home / "output.log"

    def _last_lines(self, count: int = 20) -> str:
        return "\n".join(self._log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])


def _free_ports() -> Ports:
    with socket.socket() as bolt, socket.socket() as http:
        bolt.bind(("127.0.0.1", 0))
        http.bind(("127.0.0.1", 0))
        return Ports(bolt.getsockname()[1], http.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0
