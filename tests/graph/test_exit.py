from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import atexit, sys
import jpype
from graph.store import open_store

def report():
    print(bool(jpype.JClass("org.jpype.ref.JPypeReferenceQueue").getInstance().isRunning()))

atexit.register(report)  # handlers run in reverse: after those of the engine
with open_store(sys.argv[1], create=True) as store:
    store.read("read/node", id="event/none")
report()
"""


def test_no_java_thread_enters_python_while_it_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path / "graph")]
    finished = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert finished.stdout.split() == ["True", "False"]
