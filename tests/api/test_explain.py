"""How sure a fact is: told by `extract --explain`, held to a threshold, and passed on to the answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings, read_settings
from graph.errors import SettingError
from graph.store import Store
from ingest.skips import UNSURE
from tests.api.conftest import Command

READING = (Path(__file__).resolve().parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
TEXT = """Lavrov shook hands. Russian Foreign Minister Sergey Lavrov met Pakistani Foreign Minister Ishaq Dar in Moscow on 3 May 2025. Norway’s foreign minister attended the talks. Police met the demonstrators."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def bare(lines: str) -> list[str]:
    """The lines of an explanation without their figures, and without the name of the article."""
    return [re.sub(r"^\d\.\d\d", "n.nn", line) for line in lines.strip().splitlines() if line[:1] != "#"]


def test_a_fact_is_explained_by_its_rule_and_its_sentence(communique: Command, article: Path) -> None:
    lines = bare(communique("extract", "--explain", article).out)
    at = lines.index("n.nn  Ishaq Dar attended meeting of Sergey Lavrov and Ishaq Dar")
    assert lines[at + 1] == "      attendance, met"
    assert lines[at + 2].startswith("      Russian Foreign Minister Sergey Lavrov met ")


def test_what_speaks_against_a_fact_is_told(communique: Command, article: Path) -> None:
    assert "— but an unnamed holder of a post" in communique("extract", "--explain", article).out


def test_each_candidate_that_was_dropped_is_one_line_with_its_reason(
    communique: Command, article: Path
) -> None:
    dropped = [
        line for line in communique("extract", "--explain", article).out.splitlines() if "none" in line
    ]
    assert dropped == [
        "none  attendance: only one party is known: Lavrov shook hands.",
        "none  attendance: nobody who is known takes part: Police met the demonstrators.",
    ]


def test_the_sample_in_the_docs_is_what_the_program_says(communique: Command, tmp_path: Path) -> None:
    command, told = re.findall(r"^\$ (echo .+)\n((?:.*\n)+?)```", READING, re.MULTILINE)[0]
    path = tmp_path / "article.txt"
    path.write_text(re.findall(r"'(.+)'", command)[0] + "\n", encoding="utf-8")
    assert bare(communique("extract", "--explain", path).out) == bare(told)


def test_facts_that_are_less_sure_are_left_out_and_counted(communique: Command, article: Path) -> None:
    record = json.loads(communique("extract", article).out)
    least, second = sorted({fact["confidence"] for fact in record["facts"]})[:2]
    kept = json.loads(communique("extract", "--min-confidence", str(second), article).out)
    assert kept["facts"] == [fact for fact in record["facts"] if fact["confidence"] > least]
    assert {e["type"] for e in record["entities"]} - {e["type"] for e in kept["entities"]} == {"office"}
    assert UNSURE in communique("extract", "--explain", "--min-confidence", str(second), article).out


def test_the_setting_is_a_threshold_too(
    communique: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_MIN_CONFIDENCE", "1")
    assert json.loads(communique("extract", article).out)["facts"] == []
    assert json.loads(communique("extract", "--min-confidence", "0", article).out)["facts"] != []


def test_ingest_counts_what_was_less_sure(communique: Command, article: Path, folder: Path) -> None:
    done = communique("ingest", article, "--graph", folder, "--min-confidence", "1", "--json")
    assert f"attendance: {UNSURE}" in json.loads(done.out)["unread_sentences"]


@pytest.mark.parametrize("wrong", ["2", "-0.1", "nan", "much"])
def test_what_is_no_confidence_is_refused_in_one_line(communique: Command, article: Path, wrong: str) -> None:
    done = communique("extract", f"--min-confidence={wrong}", article)
    assert done.status == 2
    assert f"'{wrong}' is no number from 0 to 1" in done.err
    assert done.err.count("\n") == 1
    with pytest.raises(SettingError, match=r"COMMUNIQUE_MIN_CONFIDENCE: .* is no number from 0 to 1"):
        read_settings({"COMMUNIQUE_MIN_CONFIDENCE": wrong})


def test_the_confidence_reaches_the_evidence_of_answers(
    communique: Command, article: Path, folder: Path, owned_folder: tuple[Path, Store]
) -> None:
    told = [fact["confidence"] for fact in json.loads(communique("extract", article).out)["facts"]]
    communique("ingest", article, "--graph", folder)
    holders = json.loads(communique("holders", "foreign minister", "--graph", folder, "--json").out)[
        "holders"
    ]
    found = {evidence["confidence"] for holder in holders for evidence in holder["evidence"]}
    assert found
    assert found <= set(told)
    with TestClient(create_app(owned_folder[1])) as client:
        rows = client.get("/v1/holders", params={"post": "foreign minister"}).json()
    assert {evidence["confidence"] for row in rows for evidence in row["evidence"]} == found


def test_the_service_keeps_to_the_threshold(embedded_store: Store) -> None:
    with TestClient(create_app(embedded_store, Settings(min_confidence=1))) as client:
        taken = client.post("/v1/articles", json={"text": TEXT, "published": "2025-05-04"}).json()
    assert taken["claims"] == 0
    assert taken["unread_sentences"] > 0
