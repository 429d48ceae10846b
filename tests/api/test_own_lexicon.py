"""A user's own file of states, bodies and words is read beside ours, by the reader and by the graph."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings, read_settings
from tests.api.conftest import Command

OWN = """
bodies:
  - {id: zeta-pact, type: forum, name: Zeta Pact, names: [ZP], members: [france], meeting: summit}
words:
  speech: {verbs: {opine: clause}}
  titles: {heads: [potentate]}
"""
TEXT = "At the third summit of the Zeta Pact in Lyon, France’s Potentate Jean Dupont opined that Russia was wrong.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path, lexicon: Path | None = None) -> str:
    """What a command prints in a process of its own: the words of reading are chosen once a process."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    environment = kept | ({"COMMUNIQUE_LEXICON": str(lexicon)} if lexicon else {})
    code = "from api.cli import main; raise SystemExit(main())"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_environment_names_the_file() -> None:
    assert Settings().lexicon is None
    assert read_settings({"COMMUNIQUE_LEXICON": "own.yaml"}).lexicon == "own.yaml"


def test_reading_sees_own_bodies_verbs_and_titles(own: Path, article: Path) -> None:
    record = json.loads(run("extract", article, "--lexicon", own))
    assert {"forum", "event", "person"} <= {entity["type"] for entity in record["entities"]}
    assert "Zeta Pact" in {entity["name"] for entity in record["entities"] if entity["type"] == "forum"}
    assert {(f["type"], f.get("post"), f.get("text")) for f in record["facts"]} >= {
        ("post", "Potentate", None),
        ("statement", None, "Russia was wrong"),
    }
    without = json.loads(run("extract", article))
    assert not {"post", "statement"} & {fact["type"] for fact in without["facts"]}


def test_the_graph_sees_own_bodies(own: Path, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    run("ingest", article, "--graph", folder, lexicon=own)
    nodes = [json.loads(line) for line in run("export", "--graph", folder).splitlines()]
    pact = next(node for node in nodes if node.get("id") == "forum/zeta-pact")
    assert "ZP" in json.dumps(pact)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bodies: [{id: x, type: forum, name: X, seats: [Y]}]", "bodies[0] (x): seats: no such key"),
        ("words: {speech: {verb: {opine: clause}}}", "words.speech.verb: no such key"),
        ("words: {speach: {}}", "words.speach: no such file of words"),
        ("words: {titles: {heads: potentate}}", "words.titles.heads: 'potentate' is no list of words"),
        ("words: {titles: {heads: [1]}}", "words.titles.heads: 1 is no word"),
        ("words: {speech: {verbs: {opine: [clause]}}}", "words.speech.verbs.opine: ['clause'] is no word"),
        ("words: [opine]", "words: no mapping of our files to words"),
        ("words: {bodies: {Caucus: 1}}", "words.bodies.Caucus: 1 is no word"),
    ],
)
def test_a_wrong_key_or_type_is_one_line_with_file_and_key(
    communique: Command, article: Path, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    for command in (["extract", article], ["ingest", article, "--graph", tmp_path / "graph"]):
        done = communique(*command, "--lexicon", path)
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith(f"communique: {path}: {said}")
        assert done.err.count("\n") == 1
    assert not (tmp_path / "graph").exists()


def test_help_loads_no_lexicon() -> None:
    code = "import sys; from api.cli import main; main(['--help']); sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
