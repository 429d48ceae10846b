"""Precision, recall and F1 of records beside annotated articles, micro-averaged over the articles."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.record import parse_record
from ingest.evaluation.calibration import Calibration
from ingest.evaluation.tally import DETAILS, KINDS, Tally, tally_article
from ingest.evaluation.wording import Json


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one kind, and the numbers behind them."""

    precision: float
    recall: float
    f1: float
    right: int = 0
    wrong: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of each kind and their mean, the shares of what was matched, and how true the confidence is."""

    articles: int
    kinds: dict[str, Figures]
    mean: float
    details: dict[str, float]
    calibration: Calibration

    @classmethod
    def of(cls, tally: Tally, articles: int) -> Scores:
        """The scores of a tally."""
        kinds = {kind: _figures(*tally.kinds[kind]) for kind in KINDS}
        if not any(tally.kinds["target"]):  # no statement was matched, so that all targets are missed
            kinds["target"] = Figures(0.0, 0.0, 0.0)
        mean = sum(row.f1 for row in kinds.values()) / len(kinds)
        shares = {name: right / max(of, 1) for name, (right, of) in tally.details.items() if name in DETAILS}
        told = ((fact.get("confidence"), right) for fact, right in tally.judged)
        sure = [(confidence, right) for confidence, right in told if confidence is not None]
        return cls(articles, kinds, mean, shares, Calibration.of(sure))


def load_gold(folder: Path) -> list[Json]:
    """The annotated articles of a folder, in the order of their names.

    Raises InputError where the folder is not there or holds none, or an annotation is unsound, with file and field.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: no folder with annotated articles (*.json)")
    return [_load(file) for file in files]


def _load(file: Path) -> Json:
    try:
        record: Json = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: no JSON: {error}") from error
    parse_record(record, str(file))
    return record


def score(records: Iterable[Json], gold: Iterable[Json]) -> tuple[Tally, dict[str, Tally]]:
    """The tally over all annotated articles, and that of each; one that no record is of counts as read empty."""
    read = {record["article"]["id"]: record for record in records}
    total, each = Tally(), {}
    for annotated in gold:
        name = annotated["article"]["id"]
        each[name] = tally_article(read.get(name, {}), annotated)
        total.add(each[name])
    return total, each


def _figures(right: int, wrong: int, missed: int) -> Figures:
    precision = right / (right + wrong) if right + wrong else float(not missed)
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(precision, recall, f1, right, wrong, missed)
