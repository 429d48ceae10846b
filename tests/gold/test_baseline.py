"""No kind may fall by more than a hundredth below the baseline: `make baseline` writes a better one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

import pytest

from graph.record import parse_record
from ingest.evaluation import Scores, load_gold, score
from ingest.pipeline import Reader
from tests.gold.write_baseline import SETS

FOLDER: Final = Path(__file__).parent
BASELINE: Final = json.loads((FOLDER / "baseline.json").read_text(encoding="utf-8"))
SLACK: Final = 0.01


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("name", SETS)
def test_no_kind_falls_below_the_baseline(reader: Reader, name: str) -> None:
    gold = load_gold(FOLDER / name)
    articles = [parse_record(record, record["article"]["id"]).article for record in gold]
    records = [reading.record.to_json() for reading in reader.read_many(articles)]
    scores = Scores.of(score(records, gold)[0], len(gold))
    f1 = {kind: row.f1 for kind, row in scores.kinds.items()}
    assert {kind: f1[kind] for kind, low in BASELINE[name].items() if f1[kind] < low - SLACK} == {}


def test_the_unseen_half_is_as_it_was_laid_aside() -> None:
    listed = (FOLDER / "unseen.sha256").read_text(encoding="utf-8").splitlines()
    digests = {name: digest for digest, name in (line.split("  ", 1) for line in listed)}
    files = sorted((FOLDER / "unseen").glob("*.json"))
    assert {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files} == digests
