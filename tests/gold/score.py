"""Score records against the annotated articles: python -m tests.gold.score RECORDS.jsonl [--gold DIR] [--misses KIND]."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.gold.tally import DETAILS, KINDS, Tally, tally_article
from tests.gold.words import Json

GOLD = Path(__file__).parent / "dev"


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one kind."""

    precision: float
    recall: float
    f1: float


def load_gold(folder: Path = GOLD) -> list[Json]:
    """The annotated articles of a folder, in the order of their names."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def score(records: Iterable[Json], gold: Iterable[Json]) -> tuple[Tally, dict[str, Tally]]:
    """The tally over all annotated articles, and that of each; one that no record is of counts as read empty."""
    read = {record["article"]["id"]: record for record in records}
    total, each = Tally(), {}
    for annotated in gold:
        name = annotated["article"]["id"]
        each[name] = tally_article(read.get(name, {}), annotated)
        total.add(each[name])
    return total, each


def figures(total: Tally) -> dict[str, Figures]:
    """Precision, recall and F1 of each kind; "mean" is the mean F1."""
    table = {kind: _figures(*total.kinds[kind]) for kind in KINDS}
    if not any(total.kinds["target"]):  # no statement was matched, so that all targets are missed
        table["target"] = Figures(0.0, 0.0, 0.0)
    mean = sum(row.f1 for row in table.values()) / len(table)
    return table | {"mean": Figures(mean, mean, mean)}


def _figures(right: int, wrong: int, missed: int) -> Figures:
    precision = right / (right + wrong) if right + wrong else float(not missed)
    recall = right / (right + missed) if right + missed else 1.0
    return Figures(
        precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    )


def report(total: Tally, articles: int) -> str:
    """The figures as a table for people."""
    lines = [f"{'kind':12} {'P':>6} {'R':>6} {'F1':>6}   tp   fp   fn   ({articles} articles)"]
    table = figures(total)
    for kind in KINDS:
        row, counts = table[kind], "".join(f" {number:4d}" for number in total.kinds[kind])
        lines.append(f"{kind:12} {row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}{counts}")
    lines.append(f"{'mean':26} {table['mean'].f1:6.3f}")
    lines.append("of what was matched; all_targets, of all statements:")
    lines.append("  ".join(_share(name, *total.details[name]) for name in DETAILS))
    return "\n".join(lines)


def _share(name: str, right: int, of: int) -> str:
    return f"{name} {right / max(of, 1):.2f} ({right}/{of})"


def main() -> int:
    """Print the figures of the records in a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument(
        "--misses", choices=KINDS, help="list what is missed and what is extra, article by article"
    )
    arguments = parser.parse_args()
    lines = arguments.records.read_text(encoding="utf-8").splitlines()
    total, each = score((json.loads(line) for line in lines if line.strip()), load_gold(arguments.gold))
    for name, tally in each.items():
        if tally.notes.get(arguments.misses):
            sys.stdout.write("\n".join([f"## {name}", *tally.notes[arguments.misses], ""]))
    sys.stdout.write(report(total, len(each)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
