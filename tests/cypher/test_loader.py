"""Statements come from files with two header lines; what is not in form is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

import cypher
from cypher import StatementError

GOOD = "// Who attended.\n// params: event, limit\nMATCH (e {id: $event}) RETURN e.id AS id LIMIT $limit\n"
FILES = sorted(Path(cypher.__file__).parent.rglob("*.cypher"))


def test_a_statement_has_its_doc_its_parameters_and_its_text() -> None:
    found = cypher.parse("read/x", GOOD)
    assert (found.name, found.doc, found.params) == ("read/x", "Who attended.", ("event", "limit"))
    assert found.text == "MATCH (e {id: $event}) RETURN e.id AS id LIMIT $limit"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_in_form_and_has_a_name(path: Path) -> None:
    name = f"{path.parent.name}/{path.stem}"
    assert name in set(cypher.names())
    assert cypher.statement(name).text


def test_every_folder_of_statements_is_known() -> None:
    assert {path.parent.name for path in FILES} <= set(cypher.FOLDERS)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", r"read/x\.cypher:1: the first line says"),
        ("MATCH (n) RETURN n\n", r"read/x\.cypher:1: the first line says"),
        ("// params: a\nRETURN $a\n", r"read/x\.cypher:1: the first line says"),
        ("// Who.\nRETURN 1\n", r"read/x\.cypher:2: the second line names"),
        ("// Who.\n// params: a, a\nRETURN $a\n", r"read/x\.cypher:2: 'a' is no parameter's name, or"),
        ("// Who.\n// params: a b\nRETURN $a\n", r"read/x\.cypher:2: 'a b' is no parameter's name"),
        ("// Who.\n// params:\n\n", r"read/x\.cypher:3: there is no statement"),
        ("// Who.\n// params:\nRETURN\n  $a\n", r"read/x\.cypher:4: \$a is not declared"),
        ("// Who.\n// params: a\nRETURN 1\n", r"read/x\.cypher:2: a is declared and never used"),
        ("// Who.\n// params: a\nRETURN '$a' // $a\n", r"read/x\.cypher:2: a is declared and never used"),
    ],
)
def test_what_is_not_in_form_is_named_by_file_and_line(source: str, message: str) -> None:
    with pytest.raises(StatementError, match=message):
        cypher.parse("read/x", source)


def test_a_call_must_give_just_the_parameters() -> None:
    found = cypher.parse("read/x", GOOD)
    found.check({"event": "event/a", "limit": 1})
    with pytest.raises(
        StatementError, match=r"^read/x: missing parameters: limit; unknown parameters: page$"
    ):
        found.check({"event": "event/a", "page": 1})


@pytest.mark.parametrize("name", ["read/no_such_statement", "read", "../graph/store", "read/../schema/turn"])
def test_no_such_statement_is_said_so(name: str) -> None:
    with pytest.raises(StatementError, match="there is no such statement"):
        cypher.statement(name)


def test_a_schema_file_holds_several_statements() -> None:
    parts = cypher.script("schema/constraints")
    assert len(parts) >= 10
    assert all(part.startswith("CREATE CONSTRAINT ") and not part.endswith(";") for part in parts)


def test_every_index_is_a_plain_one_that_both_engines_know() -> None:
    for part in cypher.script("schema/indexes"):
        assert part.startswith("CREATE INDEX ")
        assert " IF NOT EXISTS FOR (" in part
