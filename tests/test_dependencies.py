"""pyproject.toml, constraints.txt, docs/dependencies.md and the code's imports say the same."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distributions, packages_distributions
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
OURS: Final = ("api", "cypher", "graph", "ingest")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return canonical(name[0])


def project() -> tuple[set[str], set[str]]:
    """What communique needs to run, and what its developers need beside."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = {required(line) for line in settings["project"]["dependencies"]}
    return runtime, {required(line) for line in settings["dependency-groups"]["dev"]}


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonical(name): pinned for name, pinned in pairs}


def imported(folders: tuple[str, ...]) -> Iterator[str]:
    """The top-level names that the code under the folders imports, anywhere in its files."""
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    yield from (alias.name.split(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    yield node.module.split(".")[0]


def foreign_distributions(folders: tuple[str, ...]) -> set[str]:
    known = packages_distributions()
    local = {*OURS, "tests", "benchmarks"} | sys.stdlib_module_names
    return {canonical(known.get(name, [name])[0]) for name in set(imported(folders)) - local}


def test_every_dependency_is_pinned() -> None:
    runtime, dev = project()
    assert (runtime | dev) - pins().keys() == set()


def test_what_is_installed_is_what_is_pinned() -> None:
    installed = {canonical(there.name): there.version for there in distributions()}
    pinned = pins()
    assert {name: installed[name] for name in installed.keys() & pinned} == {
        name: pinned[name] for name in installed.keys() & pinned
    }


def test_constraints_name_no_place_to_fetch_from() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]{10,}) \| [^|]+ \|$", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE
    )
    documented = {canonical(name) for names, _ in rows for name in names.split(", ")}
    runtime, dev = project()
    assert documented == runtime | dev


def test_the_packages_import_only_what_communique_requires() -> None:
    runtime, _ = project()
    # starlette and pydantic are FastAPI's own face, as jpype is the embedded engine's
    allowed = runtime | {"starlette", "pydantic", "jpype1"}
    assert foreign_distributions(OURS) - allowed == set()


def test_the_tests_import_only_what_developers_install() -> None:
    runtime, dev = project()
    allowed = runtime | dev | {"starlette", "pydantic", "jpype1"}
    assert foreign_distributions(("tests", "benchmarks")) - allowed == set()
