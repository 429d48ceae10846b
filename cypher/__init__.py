"""The Cypher that communique runs, one statement a file, the same on every engine.

A file opens with two header lines and holds one statement with values only as parameters:

    // Who attended one event, with the fact behind each.
    // params: event, limit
    MATCH (e:Event {id: $event})<-[r:ATTENDED]-(p) …

`statement("read/event_attendees")` reads `read/event_attendees.cypher`. The files under `schema/` hold several
statements, each ended by a semicolon at the end of a line, and take no parameters: `script("schema/indexes")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

FOLDERS: Final = ("schema", "write", "read", "alliances", "browser")
SCHEMA: Final = ("schema/constraints", "schema/indexes")

_DOC = re.compile(r"// (?P<doc>\S.*)")
_PARAMS = re.compile(r"// params:(?P<names>.*)")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_USED = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_COMMENT_OR_STRING = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class StatementError(ValueError):
    """A statement's file breaks the form above, or a call does not fit its parameters."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: `name` is its path without the suffix, `doc` what it answers, `params` what it takes."""

    name: str
    doc: str
    params: tuple[str, ...]
    text: str

    def check(self, given: Mapping[str, Any]) -> None:
        """Nothing is missing and nothing is left over in `given`; StatementError names what is."""
        missing = [name for name in self.params if name not in given]
        unknown = [name for name in given if name not in self.params]
        if missing or unknown:
            raise StatementError(
                f"{self.name}: "
                + "; ".join(
                    f"{what} parameters: {', '.join(names)}"
                    for what, names in (("missing", missing), ("unknown", unknown))
                    if names
                )
            )


@cache
def statement(name: str) -> Statement:
    """The statement of that name; StatementError if there is none, or its file is not in form."""
    return parse(name, _read(name))


@cache
def script(name: str) -> tuple[str, ...]:
    """The statements of a file that holds several, in order."""
    whole = statement(name)
    if whole.params:
        raise StatementError(f"{name}.cypher:2: a file of several statements takes no parameters")
    return tuple(part.strip() for part in re.split(r";\s*$", whole.text, flags=re.MULTILINE) if part.strip())


def names() -> Iterator[str]:
    """The names of all statements, sorted by folder and name."""
    root = files(__package__)
    for folder in FOLDERS:
        there = root / folder
        if there.is_dir():
            yield from sorted(
                f"{folder}/{file.name.removesuffix('.cypher')}"
                for file in there.iterdir()
                if file.name.endswith(".cypher")
            )


def parse(name: str, source: str) -> Statement:
    """The statement in `source`; StatementError names the file and the line that is not in form."""
    lines = source.splitlines()
    doc = _DOC.fullmatch(lines[0]) if lines else None
    if doc is None or _PARAMS.fullmatch(lines[0]):
        raise StatementError(f"{name}.cypher:1: the first line says what is answered: // Who …")
    params = _declared(name, lines[1] if len(lines) > 1 else "")
    text = "\n".join(lines[2:]).strip()
    if not text:
        raise StatementError(f"{name}.cypher:3: there is no statement")
    _compare(name, params, lines)
    return Statement(name, doc["doc"].strip(), params, text)


def used(text: str) -> tuple[str, ...]:
    """The parameters that stand in a piece of Cypher, outside its strings and comments."""
    return tuple(_USED.findall(_COMMENT_OR_STRING.sub("", text)))


def _read(name: str) -> str:
    file = files(__package__).joinpath(*f"{name}.cypher".split("/"))
    if not re.fullmatch(r"[a-z]+(/[a-z0-9_]+)+", name) or not file.is_file():
        raise StatementError(f"{name}.cypher: there is no such statement")
    return file.read_text(encoding="utf-8")


def _declared(name: str, line: str) -> tuple[str, ...]:
    found = _PARAMS.fullmatch(line)
    if found is None:
        raise StatementError(f"{name}.cypher:2: the second line names the parameters: // params: a, b")
    params = tuple(part.strip() for part in found["names"].split(",") if part.strip())
    for param in params:
        if not _NAME.fullmatch(param) or params.count(param) > 1:
            raise StatementError(f"{name}.cypher:2: {param!r} is no parameter's name, or stands twice")
    return params


def _compare(name: str, params: tuple[str, ...], lines: list[str]) -> None:
    found = [(number, used(line)) for number, line in enumerate(lines[2:], start=3)]
    for number, line_params in found:
        for param in line_params:
            if param not in params:
                raise StatementError(f"{name}.cypher:{number}: ${param} is not declared in line 2")
    for param in params:
        if not any(param in line_params for _, line_params in found):
            raise StatementError(f"{name}.cypher:2: {param} is declared and never used")
