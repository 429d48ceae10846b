"""Running the programs that are measured: how long they take, and how much memory they and their children hold."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
COMMUNIQUE = Path(sys.executable).with_name("communique")
_STEP_SECONDS = 0.05
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that has ended well: its wall time, and the most that its process tree held resident at once."""

    seconds: float
    peak_bytes: int
    output: str


def run(command: Sequence[str | Path]) -> Finished:
    """Run a program to its end. Raises CalledProcessError if it fails."""
    start, peak = time.perf_counter(), 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        seconds = None
        while seconds is None:
            peak = max(peak, tree_bytes(process.pid))
            try:
                output, _ = process.communicate(timeout=_STEP_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(map(str, command)), output)
    return Finished(seconds, peak, output)


@contextmanager
def serving(graph: Path) -> Iterator[str]:
    """The service over a graph, for as long as the block runs; yields its address once it answers."""
    port = _free_port()
    command: list[str | Path] = [COMMUNIQUE, "--graph", graph, "serve", "--port", str(port)]
    unlimited = os.environ | {"COMMUNIQUE_RATE": "0"}
    with subprocess.Popen(
        command, cwd=ROOT, env=unlimited, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _await_answer(address, process)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(_PATIENCE_SECONDS)


def tree_bytes(pid: int) -> int:
    """The resident memory of a process and its children's children; pages that they share count in each."""
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1])
            resident[int(folder.name)] = int(folder.joinpath("statm").read_text().split()[1])
        except (OSError, IndexError):  # it has just ended
            continue
        children[parent].append(int(folder.name))
    family, pages = [pid], 0
    while family:
        member = family.pop()
        pages += resident.get(member, 0)
        family += children[member]
    return pages * os.sysconf("SC_PAGE_SIZE")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_answer(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return httpx.get(f"{address}/health", timeout=_PATIENCE_SECONDS).raise_for_status().close()
        except httpx.TransportError:
            time.sleep(_STEP_SECONDS)
    raise TimeoutError("the service does not answer; run `communique serve` by hand to see why")
