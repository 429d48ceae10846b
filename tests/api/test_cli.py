"""What each command answers, over a graph with the talks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from api.commands.common import Context
from api.settings import Settings
from graph.record import Record, text_hash
from tests.api.conftest import Command
from tests.api.talks import MEETING, RUSSIA, TALIBAN, talks, written
from tests.graph.made_up import attends, event, record, state

COMMUNIQUE = Path(sys.executable).with_name("communique")


def answered(communique: Command, *arguments: str | Path) -> Any:
    """The JSON of a command, which fits the schema that is published for it."""
    done = communique(*arguments, "--json")
    assert done.status == 0, done.err
    command = next(str(a) for a in arguments if str(a) in JSON_COMMANDS)
    found = json.loads(done.out)
    schema = json.loads(communique("schema", command).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)
    return found


JSON_COMMANDS = frozenset(
    {"attendees", "meetings", "statements", "recognition", "holders", "search", "alliances", "ingest"}
)


def test_attendees_tells_who_came_who_was_expected_and_who_stayed_away(
    communique: Command, talks_folder: Path
) -> None:
    found = answered(communique, "attendees", "moscow format", "--graph", talks_folder)
    assert found["event"]["id"] == MEETING
    rows = {a["name"]: (a["status"], a["post"], a["of"]) for a in found["attendees"]}
    assert rows == {
        "Sergey Lavrov": ("attended", "Foreign Minister of Russia", ["Russia"]),
        "Ana María Silva": ("attended", None, []),
        "Special Envoy of Pakistan": ("attended", "Special Envoy", []),
        "Ali Khan": ("expected", None, []),
        "Amir Khan Muttaqi": ("absent", None, []),
    }
    assert all(a["evidence"][0]["quote"] for a in found["attendees"])


def test_attendees_for_people_name_the_unnamed_and_quote_the_sentence(
    communique: Command, talks_folder: Path
) -> None:
    done = communique("attendees", MEETING, "--graph", talks_folder)
    assert done.status == 0
    assert "(unnamed)" in done.out
    assert "Steppe Wire, 2024-10-05" in re.sub(r"\s+", " ", done.out)


@pytest.mark.parametrize(("status", "count"), [("attended", 3), ("expected", 1), ("absent", 1)])
def test_attendees_are_kept_to_a_status(
    communique: Command, talks_folder: Path, status: str, count: int
) -> None:
    found = answered(communique, "attendees", MEETING, "--status", status, "--graph", talks_folder)
    assert [a["status"] for a in found["attendees"]] == [status] * count


@pytest.mark.parametrize("name", ["lavrov", "LÁVROV", "sergey-lavrov", "official/sergey-lavrov", "gey lav"])
def test_meetings_are_found_by_any_form_of_a_name(communique: Command, talks_folder: Path, name: str) -> None:
    found = answered(communique, "meetings", name, "--graph", talks_folder)
    assert found["actor"]["id"] == "official/sergey-lavrov"
    assert [m["event"]["id"] for m in found["meetings"]] == [MEETING]


def test_meetings_of_a_state_are_those_of_its_people_and_those_that_it_hosted(
    communique: Command, talks_folder: Path
) -> None:
    found = answered(communique, "meetings", "russia", "--graph", talks_folder)
    assert [(m["status"], m["through"]) for m in found["meetings"]] == [
        ("attended", "Sergey Lavrov"),
        ("hosted", None),
    ]


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (("--from", "2024-10-04", "--to", "2024-10-04"), 1),
        (("--from", "2024"), 1),
        (("--to", "2024-10"), 1),
        (("--from", "2024-10-05"), 0),
        (("--to", "2024-09"), 0),
    ],
)
def test_meetings_are_kept_to_a_period(
    communique: Command, talks_folder: Path, period: tuple[str, ...], count: int
) -> None:
    found = answered(communique, "meetings", "lavrov", *period, "--graph", talks_folder)
    assert len(found["meetings"]) == count


def test_statements_are_found_by_speaker_target_and_event(communique: Command, talks_folder: Path) -> None:
    where = ("--graph", talks_folder)
    both = answered(communique, "statements", *where)["statements"]
    assert [s["text"] for s in both] == ["others will follow", "the talks were useful"]
    by = answered(communique, "statements", "--by", "lavrov", "--about", "taliban", *where)["statements"]
    assert by == both
    at = answered(communique, "statements", "--at", "moscow-format-6", *where)["statements"]
    assert [s["text"] for s in at] == ["the talks were useful"]
    assert answered(communique, "statements", "--by", "ali khan", *where)["statements"] == []


def test_statements_are_as_many_as_asked_for_and_the_latest(communique: Command, talks_folder: Path) -> None:
    found = answered(communique, "statements", "--limit", "1", "--graph", talks_folder)["statements"]
    assert [(s["text"], s["form"], s["date"]) for s in found] == [
        ("others will follow", "direct", "2025-07-04")
    ]


def test_recognition_tells_who_does_and_who_does_not(communique: Command, talks_folder: Path) -> None:
    found = answered(communique, "recognition", "--of", "taliban", "--graph", talks_folder)["recognition"]
    assert {(r["source"], r["status"], r["since"]) for r in found} == {
        (RUSSIA, "recognized", "2025-07-03"),
        ("state/pakistan", "not_recognized", None),
    }
    assert {r["target"] for r in found} == {TALIBAN}
    (by,) = answered(communique, "recognition", "--by", "russia", "--graph", talks_folder)["recognition"]
    assert by["source_name"] == "Russia"


@pytest.mark.parametrize(
    ("when", "sources"),
    [
        (("--as-of", "2025-07-03"), ["state/pakistan", RUSSIA]),
        (("--as-of", "2025-07-02"), ["state/pakistan"]),
        (("--known-at", "2025-07-04"), ["state/pakistan", RUSSIA]),
        (("--known-at", "2025-07-03"), []),
    ],
)
def test_recognition_is_asked_of_a_day_in_two_ways(
    communique: Command, talks_folder: Path, when: tuple[str, str], sources: list[str]
) -> None:
    found = answered(communique, "recognition", "--of", "taliban", *when, "--graph", talks_folder)
    assert [r["source"] for r in found["recognition"]] == sources


def test_holders_tells_who_has_a_post(communique: Command, talks_folder: Path) -> None:
    where = ("--graph", talks_folder)
    (found,) = answered(communique, "holders", "foreign minister", *where)["holders"]
    assert (found["name"], found["post"], found["of_name"]) == ("Sergey Lavrov", "Foreign Minister", "Russia")
    assert answered(communique, "holders", "minister", "--of", "pakistan", *where)["holders"] == []


def test_search_finds_by_a_part_of_a_name_without_accents(communique: Command, talks_folder: Path) -> None:
    found = answered(communique, "search", "maria", "--graph", talks_folder)["found"]
    assert [(f["id"], f["name"]) for f in found] == [("official/ana-maria-silva", "Ana María Silva")]


def test_alliances_are_computed_and_written_back(communique: Command, talks_folder: Path) -> None:
    file = written(talks_folder.parent, another_meeting())
    assert communique("ingest", file, "--graph", talks_folder).status == 0
    found = answered(communique, "alliances", "--graph", talks_folder)
    (tie,) = found["ties"]
    assert (tie["source"], tie["target"], tie["meetings"]) == ("state/pakistan", RUSSIA, 2)
    told = communique("alliances", "--graph", talks_folder)
    assert re.search(r"Pakistan\W+Russia", told.out)
    year = answered(communique, "alliances", "--period", "2024", "--graph", talks_folder)
    assert (year["period"], [t["meetings"] for t in year["ties"]]) == ("2024", [2])


def another_meeting() -> Record:
    states = (state("ru", "Russia", "RUS"), state("pk", "Pakistan", "PAK"))
    facts = (attends("ru", "e"), attends("pk", "e"))
    return record("Two meet", *states, event("e", start="2024-11-01"), facts=facts, id="wire-3")


@pytest.mark.parametrize(
    "command",
    [
        ("meetings", "lavrov"),
        ("statements",),
        ("recognition",),
        ("holders", "minister"),
        ("search", "lavrov"),
    ],
)
def test_each_question_is_answered_for_people_too(
    communique: Command, talks_folder: Path, command: tuple[str, ...]
) -> None:
    done = communique(*command, "--graph", talks_folder)
    assert done.status == 0
    assert "Lavrov" in done.out or "Russia" in done.out
    assert done.err == ""


def test_tour_shows_each_kind_of_answer(communique: Command, talks_folder: Path) -> None:
    done = communique("--graph", talks_folder, "tour")
    assert done.status == 0
    for words in ("2 articles", "Who attended?", "(unnamed)", "absent", "A statement:", "A recognition:"):
        assert words in done.out
    assert f"communique --graph {talks_folder} serve" in done.out


def test_doctor_tells_versions_and_what_the_graph_holds(communique: Command, talks_folder: Path) -> None:
    done = communique("doctor", "--graph", talks_folder)
    assert done.status == 0
    assert re.search(r"^spacy +3\.", done.out, re.MULTILINE)
    assert f"graph {talks_folder}: " in done.out
    assert "2 Article" in done.out


# --- where the graph is


def test_the_graph_is_named_before_or_after_the_command_or_by_a_setting(
    communique: Command, talks_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = communique("--graph", talks_folder, "search", "lavrov", "--json")
    after = communique("search", "lavrov", "--json", "--graph", talks_folder)
    both = communique("--graph", tmp_path / "none", "search", "lavrov", "--json", "--graph", talks_folder)
    monkeypatch.setenv("COMMUNIQUE_GRAPH", str(talks_folder))
    by_setting = communique("search", "lavrov", "--json")
    assert before.status == 0
    assert before.out == after.out == both.out == by_setting.out


def test_without_a_word_the_graph_stands_in_the_working_folder() -> None:
    assert Context(Settings()).where(None) == "./communique-graph"


# --- export and retract


def test_export_prints_sorted_rows_and_nothing_else(communique: Command, talks_folder: Path) -> None:
    done = communique("export", "--format", "jsonl", "--graph", talks_folder)
    rows = [json.loads(line) for line in done.out.splitlines()]
    nodes = [(row["node"], row["id"]) for row in rows if "node" in row]
    edges = [(row["edge"], row["source"], row["target"]) for row in rows if "edge" in row]
    assert len(nodes) + len(edges) == len(rows)
    assert nodes == sorted(nodes)
    assert edges == sorted(edges)
    assert ("ATTENDED", "official/sergey-lavrov", MEETING) in edges


def test_export_into_a_file_says_the_same(communique: Command, talks_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    assert communique("export", "-o", file, "--graph", talks_folder).out == ""
    assert file.read_text(encoding="utf-8") == communique("export", "--graph", talks_folder).out


@pytest.mark.parametrize("by", ["given", "graph"])
def test_an_article_is_taken_back_by_either_id(communique: Command, folder: Path, by: str) -> None:
    first, second = talks()
    alone = communique("ingest", written(folder.parent, first), "--graph", folder)
    assert alone.status == 0, alone.err
    before = communique("export", "--graph", folder).out
    communique("ingest", written(folder.parent, second), "--graph", folder)
    assert communique("export", "--graph", folder).out != before
    id_ = "wire-2" if by == "given" else f"article/{text_hash(second.article.text)}"
    done = communique("retract", id_, "--graph", folder)
    assert (done.status, done.err) == (0, "")
    assert "retracted" in done.out
    assert communique("export", "--graph", folder).out == before


# --- reading


def test_extract_prints_records_in_the_order_of_the_input(communique: Command, tmp_path: Path) -> None:
    first, second = talks()
    text = tmp_path / "note.txt"
    text.write_text("Foreign Minister Sergey Lavrov met Wang Yi in Moscow on Friday.", encoding="utf-8")
    one, two = written(tmp_path, first), tmp_path / "second.json"
    two.write_text(json.dumps(second.to_json()), encoding="utf-8")
    done = communique("extract", two, tmp_path / "absent.txt", text, one)
    printed = [json.loads(line) for line in done.out.splitlines()]
    # Records are articles to read anew here.
    assert [row["article"]["text"] for row in printed] == [
        second.article.text,
        text.read_text(encoding="utf-8"),
        first.article.text,
    ]
    assert any(e["name"] == "Sergey Lavrov" for e in printed[1]["entities"])
    assert done.status == 1
    assert "absent.txt: failed: there is no such file or folder" in done.err


def test_ingest_reports_what_came_and_what_was_known(communique: Command, folder: Path) -> None:
    file = written(folder.parent)
    first = answered(communique, "ingest", file, "--graph", folder)
    assert (first["articles"], first["records"], first["known"], first["refused"]) == (2, 2, 0, [])
    assert first["claims"] >= 10
    again = answered(communique, "ingest", file, "--graph", folder)
    assert (again["articles"], again["known"]) == (2, 2)


def test_schema_prints_the_contract_of_records(communique: Command) -> None:
    schema = json.loads(communique("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for found in talks():
        jsonschema.validate(found.to_json(), schema)


# --- as a program


HEAVY = ("spacy", "neo4j", "fastapi", "networkx", "arcadedb_embedded", "pydantic", "trafilatura", "uvicorn")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom api.cli import main\nstatus = main(['--help'])\n"
        f"print(status, [m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == "0 []\n"
    assert "attendees" in done.stdout


def test_the_program_answers_from_any_folder(talks_folder: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "COMMUNIQUE_GRAPH": str(talks_folder)}
    done = subprocess.run(
        [COMMUNIQUE, "attendees", MEETING, "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["event"]["name"] == "sixth Moscow Format meeting"
    assert done.stderr == ""


def test_a_reader_that_stops_early_ends_an_export_quietly(talks_folder: Path) -> None:
    with subprocess.Popen(
        [COMMUNIQUE, "export", "--graph", str(talks_folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait(60)
    assert status == 1
    assert said == b""
