"""Bad input: one clear line each, the right exit status, and all good input kept."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Command, Done
from tests.api.talks import MEETING, talks, written
from tests.graph.made_up import record

COMMUNIQUE = Path(sys.executable).with_name("communique")


def only_line(done: Done, status: int) -> str:
    """The one line of a command that failed."""
    assert done.status == status
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    return done.err.strip()


def as_line(value: Any) -> str:
    return json.dumps(value) + "\n"


# --- usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("planets",), "No such command 'planets'"),
        (("attendees",), "Missing argument 'event'"),
        (("ingest",), "Missing argument"),
        (("attendees", "x", "--planet", "mars"), "No such option: --planet"),
        (("attendees", "x", "--status", "asleep"), "'asleep' is none of attended, expected, absent"),
        (("meetings", "x", "--status", "asleep"), "'asleep' is none of"),
        (("meetings", "x", "--from", "2024-13"), "'2024-13' is no date"),
        (("meetings", "x", "--to", "soon"), "'soon' is no date"),
        (("recognition", "--as-of", "2024-02-30"), "'2024-02-30' is no date"),
        (("holders", "minister", "--on", "24"), "'24' is no date"),
        (("holders", "minister", "--on", "2024-1"), "'2024-1' is no date"),
        (("statements", "--limit", "0"), "--limit"),
        (("export", "--format", "csv"), "'csv' is not a format"),
        (("serve", "--port", "many"), "--port"),
    ],
)
def test_wrong_usage_is_told_in_one_line_with_where_to_read_on(
    communique: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    line = only_line(communique("--graph", tmp_path / "none", *arguments), 2)
    assert words in line
    assert line.startswith("communique: ")
    assert "--help`" in line


def test_without_a_command_the_help_is_shown_and_the_usage_wrong(communique: Command) -> None:
    done = communique()
    assert done.status == 2
    assert "attendees" in done.out + done.err


def test_a_setting_that_makes_no_sense_is_named(communique: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_PORT", "many")
    assert "COMMUNIQUE_PORT: 'many'" in only_line(communique("search", "x"), 1)


def test_a_shape_or_a_period_that_is_none_is_refused(communique: Command, talks_folder: Path) -> None:
    assert "planets: no such shape" in only_line(communique("schema", "planets"), 1)
    done = communique("alliances", "--period", "lately", "--graph", talks_folder)
    assert "lately: a period is" in only_line(done, 1)


# --- names


def test_a_name_that_fits_several_lists_them_and_chooses_none(
    communique: Command, talks_folder: Path
) -> None:
    line = only_line(communique("meetings", "khan", "--graph", talks_folder), 1)
    assert "official/ali-khan (Ali Khan)" in line
    assert "official/amir-khan-muttaqi (Amir Khan Muttaqi)" in line


@pytest.mark.parametrize(
    "question",
    [
        ("attendees", "lavrov"),
        ("meetings", "nobody at all"),
        ("meetings", MEETING),
        ("statements", "--by", "nobody"),
        ("recognition", "--of", "nowhere"),
        ("holders", "minister", "--of", "nowhere"),
    ],
)
def test_a_name_that_fits_nothing_is_told(
    communique: Command, talks_folder: Path, question: tuple[str, ...]
) -> None:
    line = only_line(communique(*question, "--graph", talks_folder), 1)
    assert "nothing in the graph has this name or id" in line


def test_retract_tells_what_is_unknown_and_takes_back_the_rest(
    communique: Command, talks_folder: Path
) -> None:
    done = communique("retract", "wire-9", "wire-2", "--graph", talks_folder)
    assert done.status == 1
    assert "wire-9" in done.err
    assert done.out.startswith("wire-2: retracted")
    assert communique("statements", "--graph", talks_folder, "--json").out.count('"text"') == 1


def test_retract_by_an_id_that_several_articles_came_with_takes_none_back(
    communique: Command, folder: Path
) -> None:
    file = written(folder.parent, record("One text", id="same"), record("Another text", id="same"))
    assert communique("ingest", file, "--graph", folder).status == 0
    line = only_line(communique("retract", "same", "--graph", folder), 1)
    assert line.count("article/") >= 2
    assert "2 Article" in communique("doctor", "--graph", folder).out


# --- graphs


@pytest.mark.parametrize(
    "command",
    [
        ("attendees", "x"),
        ("meetings", "x"),
        ("statements",),
        ("recognition",),
        ("holders", "x"),
        ("search", "x"),
        ("alliances",),
        ("export",),
        ("retract", "x"),
        ("tour",),
    ],
)
def test_questions_make_no_graph(communique: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    line = only_line(communique(*command, "--graph", tmp_path / "none"), 1)
    assert line == f"communique: {tmp_path}/none: no graph there: `communique ingest` makes one"
    assert not (tmp_path / "none").exists()


def test_doctor_says_that_there_is_no_graph(communique: Command, tmp_path: Path) -> None:
    done = communique("doctor", "--graph", tmp_path / "none")
    assert done.status == 1
    assert f"graph {tmp_path}/none: no graph there" in done.out


def test_a_folder_of_something_else_is_left_alone(communique: Command, tmp_path: Path) -> None:
    file = written(tmp_path)
    assert "is no graph of communique" in only_line(communique("ingest", file, "--graph", tmp_path), 1)
    assert sorted(tmp_path.iterdir()) == [file]


def test_a_server_that_is_not_there_is_told(communique: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        line = only_line(communique("search", "lavrov", "--graph", url), 1)
    assert f"{url}: no graph server answers" in line


def test_a_wrong_password_is_told_and_not_printed(
    communique: Command, talks_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = json.loads((talks_folder / "owner").read_text(encoding="utf-8"))["port"]
    monkeypatch.setenv("COMMUNIQUE_USER", "root")
    monkeypatch.setenv("COMMUNIQUE_PASSWORD", "not-the-password")
    line = only_line(communique("search", "x", "--graph", f"bolt://127.0.0.1:{port}"), 1)
    assert "refuses this user or password" in line
    assert "not-the-password" not in line


# --- articles


def test_a_broken_line_among_a_thousand_is_named_and_the_others_are_taken(
    communique: Command, folder: Path, tmp_path: Path
) -> None:
    lines = [as_line(record(f"Text {number}", id=f"n{number}").to_json()) for number in range(1000)]
    lines[499] = lines[499][:40] + "\n"
    file = tmp_path / "thousand.jsonl"
    file.write_text("".join(lines), encoding="utf-8")
    done = communique("ingest", file, "--json", "--graph", folder)
    assert done.status == 1
    report = json.loads(done.out)
    assert (report["articles"], report["records"]) == (999, 999)
    ((source, kind),) = [(row["source"], row["kind"]) for row in report["refused"]]
    assert "thousand.jsonl" in source
    assert "500" in source
    assert kind == "failed"


def wrong_span(told: dict[str, Any]) -> str:
    told["facts"][2]["evidence"] = [[0, 100_000]]
    return "facts[2].evidence"


def unknown_id(told: dict[str, Any]) -> str:
    told["facts"][1]["participant"] = "nobody"
    return "facts[1].participant"


def missing_field(told: dict[str, Any]) -> str:
    del told["facts"][1]["event"]
    return "facts[1]"


@pytest.mark.parametrize("spoil", [wrong_span, unknown_id, missing_field])
def test_a_record_that_breaks_the_contract_is_named_with_its_field(
    communique: Command, folder: Path, tmp_path: Path, spoil: Callable[[dict[str, Any]], str]
) -> None:
    first, second = (found.to_json() for found in talks())
    path = spoil(first)
    file = tmp_path / "records.jsonl"
    file.write_text(as_line(first) + as_line(second), encoding="utf-8")
    done = communique("ingest", file, "--json", "--graph", folder)
    assert done.status == 1
    assert path in done.err
    assert json.loads(done.out)["articles"] == 1


def test_a_missing_file_and_an_empty_folder_are_named_and_the_rest_is_read(
    communique: Command, folder: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    missing = tmp_path / "missing.txt"
    done = communique("ingest", missing, empty, written(tmp_path), "--json", "--graph", folder)
    assert done.status == 1
    report = json.loads(done.out)
    assert report["articles"] == 2
    assert [row["source"] for row in report["refused"]] == [str(missing), str(empty)]
    assert [line.split(": ")[0] for line in done.err.splitlines()[:2]] == [str(missing), str(empty)]


def test_what_is_sound_but_not_for_this_reader_is_no_failure(
    communique: Command, folder: Path, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.txt"
    foreign.write_text(
        "Министр иностранных дел России Сергей Лавров открыл в пятницу в Москве шестую встречу.",
        encoding="utf-8",
    )
    done = communique("ingest", foreign, written(tmp_path), "--json", "--graph", folder)
    assert done.status == 0
    report = json.loads(done.out)
    assert [row["kind"] for row in report["refused"]] == ["skipped"]
    assert report["articles"] == 2


def test_an_address_that_does_not_answer_is_named_and_the_rest_is_read(
    communique: Command, folder: Path, tmp_path: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/news"
        done = communique("ingest", url, written(tmp_path), "--json", "--graph", folder)
    assert done.status == 1
    assert done.err.startswith(f"{url}: failed: ")
    assert json.loads(done.out)["articles"] == 2


def test_extract_goes_on_after_bad_input_and_ends_with_status_one(
    communique: Command, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.json"
    good.write_text("Foreign Minister Sergey Lavrov met Wang Yi in Moscow on Friday.", encoding="utf-8")
    bad.write_text('{"text": ', encoding="utf-8")
    done = communique("extract", bad, good)
    assert done.status == 1
    assert json.loads(done.out)["article"]["text"].startswith("Foreign Minister")
    assert done.err.startswith(f"{bad}")
    assert done.err.count("\n") == 1


# --- files that cannot be written


def test_an_export_that_cannot_be_written_leaves_the_old_file(
    communique: Command, talks_folder: Path, tmp_path: Path
) -> None:
    done = communique("export", "-o", tmp_path / "no" / "facts.jsonl", "--graph", talks_folder)
    assert "facts.jsonl: cannot be written: No such file or directory" in only_line(done, 1)


def test_an_export_for_which_the_disk_has_no_room_leaves_the_old_file(
    talks_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text("as it was", encoding="utf-8")
    done = subprocess.run(
        [COMMUNIQUE, "export", "-o", str(file), "--graph", str(talks_folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 1
    assert done.stderr == f"communique: {file}: cannot be written: File too large\n"
    assert file.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [file]
