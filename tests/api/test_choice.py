"""On a terminal, a name that fits several is asked about; a number chooses, and anything else chooses none."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.api.conftest import Command


class Terminal(io.StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


@pytest.mark.parametrize(
    ("number", "chosen"), [("1", "official/ali-khan"), (" 2 ", "official/amir-khan-muttaqi")]
)
def test_a_number_chooses(
    communique: Command, talks_folder: Path, monkeypatch: pytest.MonkeyPatch, number: str, chosen: str
) -> None:
    on_a_terminal(monkeypatch, number)
    done = communique("meetings", "khan", "--json", "--graph", talks_folder)
    assert done.status == 0
    assert json.loads(done.out)["actor"]["id"] == chosen
    assert "1  Ali Khan  (official/ali-khan)" in done.err
    assert "Which one? 1 to 2" in done.err


@pytest.mark.parametrize("answer", ["", "0", "3", "ali", "-1", "²"])
def test_anything_else_chooses_none(
    communique: Command, talks_folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    on_a_terminal(monkeypatch, answer)
    done = communique("meetings", "khan", "--json", "--graph", talks_folder)
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("is none of the numbers: nothing was asked\n")
