"""A real service on a folder, and commands beside it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.made_up import a_record

COMMUNIQUE = Path(sys.executable).with_name("communique")


def run(*arguments: object, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """A command run to its end, as a process of its own."""
    command = [str(COMMUNIQUE), *map(str, arguments)]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, encoding="utf-8", check=False, timeout=100
    )


def answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether the service answers within half a minute; not where it has ended."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310
                return True
        except OSError:
            if server.poll() is not None:
                return False
            time.sleep(0.1)
    return False


@pytest.fixture
def service(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder of a service that was told to make it, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(COMMUNIQUE), "serve", "--graph", str(tmp_path / "g"), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            assert answers(f"http://127.0.0.1:{port}", server)
            yield tmp_path / "g", f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_commands_ask_and_write_beside_a_service_that_owns_the_folder(service: tuple[Path, str]) -> None:
    folder, address = service
    taken = run("ingest", "-", "--graph", folder, text=json.dumps(a_record()))
    assert taken.returncode == 0, taken.stderr
    asked = run("attendees", "moscow-format-6", "--graph", folder, "--json")
    with urllib.request.urlopen(f"{address}/v1/events/moscow-format-6/attendees", timeout=10) as answer:  # noqa: S310
        served = json.load(answer)
    assert [a["name"] for a in served] == ["Sergey Lavrov", "Tajikistan"]
    assert served == json.loads(asked.stdout)["attendees"]


def test_help_comes_within_half_a_second() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        assert "attendees" in run("--help").stdout
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) <= 0.5
