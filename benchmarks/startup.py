"""How long a person waits: for help, for an answer from a folder at rest, for one through a running service."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.processes import COMMUNIQUE, ROOT, run, serving

_ROUNDS = 5
_QUESTION = ("attendees", "event/moscow-format-6", "--json")


def measure() -> list[Figure]:
    """Wall seconds of whole commands, medians of five."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "graph")
        run([COMMUNIQUE, "--graph", graph, "ingest", ROOT / "ingest" / "samples"])
        question: list[str | Path] = [COMMUNIQUE, "--graph", graph, *_QUESTION]
        cold = _median_seconds(question)
        with serving(graph):
            served = _median_seconds(question)
    return [
        Figure("communique --help", _median_seconds([COMMUNIQUE, "--help"]), "s", limit=0.5),
        Figure("a question to a folder at rest", cold, "s", limit=6),
        Figure("the same while a service runs on the folder", served, "s", limit=0.5),
    ]


def _median_seconds(command: Sequence[str | Path]) -> float:
    return median(run(command).seconds for _ in range(_ROUNDS))
