"""`communique evaluate` scores a reading, or the records of another reader, against annotated articles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.api.conftest import Command

GOLD = Path(__file__).parents[1] / "gold" / "dev"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    shutil.copy(GOLD / "moscow-format-own.json", folder)
    return folder


def test_a_reading_is_scored_by_kind(communique: Command, gold: Path) -> None:
    done = communique("evaluate", gold)
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()[:3]] == ["kind", "person", "post"]
    assert "(1 articles)" in done.out


def test_the_annotation_as_records_is_perfect(communique: Command, gold: Path, tmp_path: Path) -> None:
    record = json.loads((gold / "moscow-format-own.json").read_text(encoding="utf-8"))
    records = tmp_path / "records.jsonl"
    records.write_text(json.dumps(record) + "\n", encoding="utf-8")
    done = communique("evaluate", gold, "--records", records, "--json")
    figures = json.loads(done.out)["all"]
    assert figures["mean"] == 1.0
    assert figures["kinds"]["attendance"]["missed"] == 0


def test_misses_and_articles_are_listed(communique: Command, gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "records.jsonl"
    empty.write_text("", encoding="utf-8")
    done = communique("evaluate", gold, "--records", empty, "--misses", "host", "--by-article")
    assert "missed  ('rus', 'mf6')" in done.out
    assert "moscow-format-own " in done.out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("none", None, "no folder with annotated articles"),
        ("broken.json", "{", "no JSON"),
        ("wrong.json", '{"article": {"id": "x", "text": "A."}}', "wrong.json"),
    ],
)
def test_bad_gold_is_one_line_that_names_the_file(
    communique: Command, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    folder = tmp_path / "gold"
    if text is not None:
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    done = communique("evaluate", folder)
    assert done.status == 1
    assert done.err.startswith("communique: ")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_an_unknown_kind_is_wrong_usage(communique: Command, gold: Path) -> None:
    assert communique("evaluate", gold, "--misses", "rumour").status == 2
