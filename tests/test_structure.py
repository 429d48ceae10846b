"""What holds for all code: short modules, short functions, nothing left for later."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDERS: Final = ("api", "cypher", "graph", "ingest", "tests", "benchmarks")
MODULE_LINES: Final = 400
FUNCTION_LINES: Final = 40
LATER: Final = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b")


def modules() -> list[Path]:
    return [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))]


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Each function's place and its number of lines, without its docstring."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            length = (node.end_lineno or 0) - first.lineno + 1
            yield f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", length


def test_modules_are_short() -> None:
    lengths = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8").count("\n") for file in modules()
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    lengths = dict(pair for file in modules() for pair in functions(file))
    assert lengths
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


def test_nothing_is_left_for_later() -> None:
    notes = [file for file in modules() if LATER.search(file.read_text(encoding="utf-8"))]
    assert notes == []
