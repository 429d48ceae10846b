"""A graph in a folder: one process runs the engine, others come in by its port, and no death of either loses data."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from graph.embedded import open_folder
from graph.errors import GraphBusy, GraphError, GraphFull, GraphNotFound
from graph.store import Store, Transaction, open_store

ROOT = Path(__file__).resolve().parents[2]
FOUR = ("article", "forum", "office", "state")  # the labels that one write below brings, all or none


def node(label: str, number: int) -> dict[str, str]:
    return {"id": f"{label}/{number:06}", "name": str(number), "name_norm": str(number)}


def put(store: Store, number: int) -> None:
    def work(transaction: Transaction) -> None:
        for label in FOUR:
            transaction.run(f"write/create_{label}", rows=[node(label, number)])

    store.write(work)


def found(store: Store, label: str, upto: int) -> set[int]:
    ids = [f"{label}/{number:06}" for number in range(upto)]
    rows = store.write(lambda transaction: transaction.run(f"write/find_{label}", ids=ids))
    return {int(row["properties"]["name"]) for row in rows}


# What the other processes of these tests do: each prints a line when it has done a thing.
OTHER = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from graph.store import open_store
from tests.graph.test_embedded import put
folder, work, first = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_store(folder, create=True) as store:
    print("open", flush=True)
    if work == "own":
        time.sleep(600)
    for number in range(first, first + (10 if work == "ten" else 10**6)):
        put(store, number)
        print(number, flush=True)
"""


class Other:
    """Another process on the folder."""

    def __init__(self, folder: Path, work: str, first: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(folder), work, str(first)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        line = self.process.stdout.readline().strip()
        assert line, self.process.stderr.read()  # it has ended, and said why
        return line

    def numbers(self, count: int) -> list[int]:
        """The next writes that it has acknowledged."""
        return [int(self.line()) for _ in range(count)]

    def end(self, sign: int = signal.SIGKILL) -> list[int]:
        """What it had acknowledged and was not read yet; the process has ended."""
        self.process.send_signal(sign)
        out, _ = self.process.communicate(timeout=30)
        return [int(line) for line in out.splitlines() if line.isdigit()]


@pytest.fixture
def others() -> Iterator[list[Other]]:
    started: list[Other] = []
    yield started
    for other in started:
        other.process.kill()
        other.process.communicate()


def test_an_absent_folder_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(GraphNotFound, match="no graph there: `communique ingest` makes one"):
        open_store(tmp_path / "g")
    assert not (tmp_path / "g").exists()
    with open_store(tmp_path / "a" / "g", create=True) as store:
        put(store, 1)
    with open_store(tmp_path / "a" / "g") as store:
        assert found(store, "state", 3) == {1}


def test_an_empty_folder_becomes_a_graph_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(GraphNotFound):
        open_store(tmp_path)
    open_store(tmp_path, create=True).close()
    assert json.loads((tmp_path / "communique.json").read_text()) == {"format": 1}


def test_a_file_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("mine")
    with pytest.raises(GraphError, match="a file, and a graph needs a folder"):
        open_store(tmp_path / "g", create=True)
    assert (tmp_path / "g").read_text() == "mine"


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(GraphError, match="holds other files and is no graph of communique"):
        open_store(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "not json"])
def test_a_damaged_mark_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "communique.json").write_text(text)
    with pytest.raises(GraphError, match=r"communique\.json: damaged"):
        open_store(tmp_path)


def test_a_graph_of_a_later_format_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "communique.json").write_text('{"format": 99}')
    with pytest.raises(GraphError, match="a graph of format 99"):
        open_store(tmp_path)


def test_a_place_that_cannot_be_written_is_one_line() -> None:
    with pytest.raises(GraphError, match="a graph needs a folder that it may write to"):
        open_store("/proc/communique-graph", create=True)


def test_only_its_owner_reads_the_password_and_nobody_else_is_let_in(tmp_path: Path) -> None:
    with open_store(tmp_path / "g", create=True) as store:
        assert (tmp_path / "g" / "password").stat().st_mode & 0o777 == 0o600
        assert store._endpoint.url.startswith("bolt://127.0.0.1:")


def test_the_engine_leaves_nothing_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: list[Other]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    others.append(Other(tmp_path / "g", "ten"))
    assert others[0].process.wait(timeout=60) == 0
    assert list((tmp_path / "here").iterdir()) == []
    assert others[0].process.stderr is not None
    assert others[0].process.stderr.read() == ""


def test_a_second_opening_in_one_process_goes_on_when_the_first_is_closed(tmp_path: Path) -> None:
    first = open_store(tmp_path / "g", create=True)
    second = open_store(tmp_path / "g")
    put(first, 1)
    put(second, 2)
    assert found(first, "state", 5) == {1, 2}
    first.close()
    put(second, 3)
    assert found(second, "state", 5) == {1, 2, 3}
    second.close()


def test_another_process_reads_and_writes_beside_the_owner(tmp_path: Path, others: list[Other]) -> None:
    others.append(Other(tmp_path / "g", "endless"))
    assert others[0].line() == "open"
    others[0].numbers(3)
    with open_store(tmp_path / "g") as store:
        assert store._folder is not None
        assert not store._folder.owned
        for number in range(900_000, 900_020):
            put(store, number)
        assert {0, 1, 2} <= found(store, "state", 100)
        others[0].numbers(3)
    others[0].end()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_the_owner_ends_the_other_opens_the_folder_and_goes_on(
    tmp_path: Path, others: list[Other], sign: int
) -> None:
    others.append(Other(tmp_path / "g", "own"))
    assert others[0].line() == "open"
    with open_store(tmp_path / "g") as store:
        put(store, 1)
        others[0].end(sign)
        assert len(store.read("read/export_articles", first="article/", before="article/~")) == 1
        put(store, 2)
        assert found(store, "state", 5) == {1, 2}
        assert store._folder is not None
        assert store._folder.owned


def test_of_two_that_outlive_the_owner_one_takes_over_and_both_go_on(
    tmp_path: Path, others: list[Other]
) -> None:
    others.append(Other(tmp_path / "g", "own"))
    assert others[0].line() == "open"
    others.append(Other(tmp_path / "g", "endless", 0))
    assert others[1].line() == "open"
    others.append(Other(tmp_path / "g", "endless", 1000))
    assert others[2].line() == "open"
    others[0].end()
    told = {*others[1].numbers(15), *others[2].numbers(15)}
    with open_store(tmp_path / "g") as store:
        assert told <= found(store, "state", 2000)
    told |= {*others[1].end(), *others[2].end()}
    with open_store(tmp_path / "g") as store:
        assert told <= found(store, "state", 2000)


def test_an_engine_that_refuses_its_own_password_for_a_moment_is_asked_again(tmp_path: Path) -> None:
    refusals = iter([AuthError("The credentials of this connection are no longer valid")])
    with open_store(tmp_path / "g", create=True) as store:

        def work(transaction: Transaction) -> None:
            transaction.run("write/create_state", rows=[node("state", 1)])
            for refusal in refusals:
                raise refusal

        store.write(work)
        assert found(store, "state", 3) == {1}


def test_kill_9_in_the_middle_of_writes_loses_nothing_acknowledged_and_halves_nothing(
    tmp_path: Path, others: list[Other]
) -> None:
    chance = random.Random(6)  # noqa: S311 - where the blows fall
    told: set[int] = set()
    first = 0
    for _ in range(4):
        other = Other(tmp_path / "g", "endless", first)
        others.append(other)
        assert other.line() == "open"
        told |= set(other.numbers(chance.randint(1, 40)))
        time.sleep(chance.random() / 20)
        told |= set(other.end())
        with open_store(tmp_path / "g") as store:
            held = [found(store, label, 3000) for label in FOUR]
        assert told <= held[0]
        assert all(one == held[0] for one in held), "a write stands half"
        first = max(held[0], default=0) + 1
    assert len(told) >= 20


@pytest.mark.parametrize("moment", [0.0, 0.5, 0.9, 1.2, 1.6])
def test_kill_9_while_the_folder_is_made_leaves_one_that_opens(
    tmp_path: Path, others: list[Other], moment: float
) -> None:
    other = Other(tmp_path / "g", "endless")
    others.append(other)
    while not (tmp_path / "g").exists():
        time.sleep(0.01)
    time.sleep(moment)
    told = other.end()
    with open_store(tmp_path / "g", create=True) as store:
        assert set(told) <= found(store, "state", 1000)
        put(store, 999)


def test_a_silent_owner_is_waited_for_and_then_named(
    tmp_path: Path, others: list[Other], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.embedded.WAIT_SECONDS", 1.0)
    others.append(Other(tmp_path / "g", "own"))
    assert others[0].line() == "open"
    (tmp_path / "g" / "owner").write_text("")  # as while it starts
    with pytest.raises(GraphBusy, match="another process holds this graph"):
        open_folder(tmp_path / "g")


FULL = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from graph.errors import GraphFull
from graph.store import open_store
with open_store(sys.argv[1], create=True) as store:
    try:
        for number in range(10_000):
            row = {{"id": f"article/{{number:06}}", "name": "n", "text": "x" * 400_000}}
            store.write(lambda transaction: transaction.run("write/create_article", rows=[row]))
            print(number, flush=True)
    except GraphFull as error:
        print("full:", error, flush=True)
    rows = store.read("read/export_articles", first="article/", before="article/~")
    print("kept:", len(rows), flush=True)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only a user who may mount can make a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_said_in_one_line_and_keeps_what_was_acknowledged(small_disk: Path) -> None:
    command = [sys.executable, "-c", FULL, str(small_disk / "g")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    *told, full, kept = done.stdout.splitlines()
    assert full == f"full: {small_disk / 'g'}: the disk is full: make room and try again"
    assert kept == f"kept: {len(told)}"
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    with open_store(small_disk / "g") as store:
        assert len(store.read("read/export_articles", first="article/", before="article/~")) == len(told)
        put(store, 999)


def test_a_disk_that_is_full_from_the_start_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(GraphFull, match="No space left on device: make room"):
        open_store(tmp_path / "g", create=True)


def test_an_answer_from_a_cold_folder_takes_little_memory(tmp_path: Path) -> None:
    with open_store(tmp_path / "g", create=True) as store:
        put(store, 1)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from graph.store import open_store\n"
        "with open_store(sys.argv[1]) as store: store.read('schema/state')\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "g")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert 0 < int(done.stdout) < 800_000  # kB at the peak, the JVM included
