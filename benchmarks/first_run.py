"""What the first run costs: the ingest of the samples, and the memory of all of `make run`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.processes import COMMUNIQUE, ROOT, run
from ingest.sources import ReadArticle, read_sources

_ROUNDS = 3
_ONE = ROOT / "ingest" / "samples" / "moscow-format-own.json"
_MEGABYTE = 1_000_000


def measure() -> list[Figure]:
    """Articles a second of a whole ingest (start of the model and the engine included), and peak memory."""
    samples = ROOT / "ingest" / "samples"
    count = sum(isinstance(item, ReadArticle) for item in read_sources([samples]))
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            run([COMMUNIQUE, "--graph", Path(folder, str(number)), "ingest", samples])
            for number in range(_ROUNDS)
        ]
        one = [
            run([COMMUNIQUE, "--graph", Path(folder, f"one-{number}"), "ingest", _ONE])
            for number in range(_ROUNDS)
        ]
        whole = run(["make", "run", f"GRAPH={Path(folder, 'make-run')}"])
    seconds = median(finished.seconds for finished in runs)
    start = median(finished.seconds for finished in one)
    return [
        Figure(
            f"ingest of the {count} samples, start included", count / seconds, "articles/s", 3, at_least=True
        ),
        Figure("the same without that of one article alone", (count - 1) / (seconds - start), "articles/s"),
        Figure(
            "memory of make run at its peak, all processes", whole.peak_bytes / _MEGABYTE, "MB", limit=800
        ),
        Figure("make run, second time", whole.seconds, "s"),
    ]
