"""The examples of docs/api.md name every command, and the program takes each as it stands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import typer.main

from api.cli import app

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^communique (.+)$", DOCS, re.MULTILINE)
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def test_there_is_an_example_of_every_command() -> None:
    assert {line.split()[0] for line in EXAMPLES} == set(COMMANDS)


def test_every_example_is_usage_that_the_program_takes() -> None:
    for line in EXAMPLES:
        name, *arguments = shlex.split(line)
        context = COMMANDS[name].make_context(name, arguments)
        assert context.params, line


def test_every_file_of_an_example_is_there() -> None:
    files = [word for line in EXAMPLES for word in shlex.split(line) if word.startswith("ingest/")]
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []
