"""docs/api.md tells of every command, every REST path and every shape, and of none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import typer.main

from api.app import create_app
from api.cli import app
from api.shapes import SHAPES
from graph.store import Store

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)


def test_every_command_is_documented_and_no_other() -> None:
    told = set(re.findall(r"^\| `communique ([a-z]+)", DOCS, re.MULTILINE))
    assert told == set(GROUP.commands)  # type: ignore[attr-defined]


def test_every_path_is_documented_and_no_other(embedded_store: Store) -> None:
    paths = create_app(embedded_store).openapi()["paths"]
    served = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    told = set(re.findall(r"^\| `(GET|POST|DELETE) ([^`?]+)", DOCS, re.MULTILINE))
    assert told == served


def test_every_shape_is_documented() -> None:
    assert [shape for shape in SHAPES if f"`{shape}`" not in DOCS and f"schema {shape}`" not in DOCS] == []


def test_every_option_of_an_answer_is_documented() -> None:
    rows = {m[1]: m[0] for m in re.finditer(r"^\| `communique ([a-z]+).*$", DOCS, re.MULTILINE)}
    shared = {"--graph", "--json", "--help"}
    for name, command in GROUP.commands.items():  # type: ignore[attr-defined]
        options = {option for param in command.params for option in param.opts if option.startswith("--")}
        missing = {o for o in options - shared if o not in rows[name] and o != "--output"}
        assert missing == set(), name
