"""The service as a program: it answers on a port, shares its folder with other processes, and ends cleanly."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.commands.serving import _listening
from tests.api.talks import MEETING, talks, written

COMMUNIQUE = Path(sys.executable).with_name("communique")
SETTINGS = {name: text for name, text in os.environ.items() if not name.startswith("COMMUNIQUE_")}


def communique(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command in another process."""
    return subprocess.run(
        [COMMUNIQUE, *map(str, arguments)],
        env=SETTINGS | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """A service on a free port, and a client of it; the service has ended afterwards."""
    process = subprocess.Popen(
        [COMMUNIQUE, "serve", "--graph", str(folder), "--port", "0"],
        env=SETTINGS | settings,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.fullmatch(r"serving (.*) on (http://127\.0\.0\.1:[1-9]\d*)/docs\n", line)
        assert found, line
        assert found[1] == str(folder)
        with httpx.Client(base_url=found[2], timeout=60, trust_env=False) as client:
            yield process, client
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_it_answers_while_other_processes_ask_and_ingest(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with serving(folder) as (process, client):
        assert client.get("/health").json() == {"status": "ok"}
        assert client.get("/v1").json()["counts"]["Article"] == 0
        came = communique("ingest", written(tmp_path), "--graph", folder, "--json")
        assert came.returncode == 0, came.stderr
        assert json.loads(came.stdout)["articles"] == 2
        asked = communique("attendees", "moscow format", "--graph", folder, "--json")
        assert asked.returncode == 0, asked.stderr
        served = client.get("/v1/events/moscow-format-6/attendees").json()
        assert json.loads(asked.stdout)["attendees"] == served
        assert len(served) == 5
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    # The folder is free and whole.
    after = communique("attendees", MEETING, "--graph", folder, "--json")
    assert json.loads(after.stdout)["attendees"] == served


def test_many_ask_and_post_at_once_and_all_are_answered(tmp_path: Path) -> None:
    records = [record.to_json() for record in talks()]
    for record in records:
        record["article"].pop("id")

    def post(number: int) -> int:
        record = records[number % 2]
        article = record["article"] | {
            "id": f"n{number}",
            "text": f"{record['article']['text']} No. {number}.",
        }
        return client.post("/v1/articles", json=record | {"article": article}).status_code

    def ask(_number: int) -> int:
        return client.get("/v1/officials/sergey-lavrov/meetings").status_code

    with serving(tmp_path / "graph", COMMUNIQUE_RATE="0") as (_, client):
        assert post(0) == 201
        with ThreadPoolExecutor(8) as pool:
            posted = pool.map(post, range(1, 13))
            asked = pool.map(ask, range(40))
            assert [*posted] == [201] * 12
            assert [*asked] == [200] * 40
        assert client.get("/v1").json()["counts"]["Article"] == 13


def test_a_service_heeds_its_settings(tmp_path: Path) -> None:
    with serving(tmp_path / "graph", COMMUNIQUE_RATE="2", COMMUNIQUE_LARGEST_BODY="50") as (_, client):
        assert [client.get("/v1/states").status_code for _ in range(3)] == [200, 200, 429]
        assert client.post("/v1/articles", json={"text": "x" * 60}).status_code == 413


def test_an_interrupted_service_leaves_the_folder_free(tmp_path: Path) -> None:
    with serving(tmp_path / "graph") as (process, client):
        client.get("/health")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "")
    assert communique("doctor", "--graph", tmp_path / "graph").returncode == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1"])
def test_a_place_where_nobody_can_listen_is_told_in_one_line(tmp_path: Path, host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = communique("serve", "--host", host, "--port", port, "--graph", tmp_path / "graph")
    assert done.returncode == 1
    assert re.fullmatch(rf"communique: {re.escape(host)}:{port}: cannot listen there: [^\n]+\n", done.stderr)
    assert not (tmp_path / "graph").exists()


def test_the_service_describes_itself(tmp_path: Path) -> None:
    with serving(tmp_path / "graph") as (_, client):
        described: dict[str, Any] = client.get("/openapi.json").json()
        assert client.get("/docs").headers["content-type"].startswith("text/html")
        assert "http_request" in client.get("/metrics").text
    said = {
        f"{method} {path}": route.get("description")
        for path, methods in described["paths"].items()
        for method, route in methods.items()
    }
    assert len(said) > 15
    assert [route for route, words in said.items() if not words] == []


def test_an_answer_in_two_packets_does_not_wait_for_the_first_one_s_receipt() -> None:
    with _listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
