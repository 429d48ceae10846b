"""Settings come from the environment, and what makes no sense is refused by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.settings import Settings, read_settings
from graph.errors import SettingError

OPERATIONS = (Path(__file__).resolve().parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")
SOURCE = (Path(__file__).resolve().parents[2] / "api" / "settings.py").read_text(encoding="utf-8")


def test_without_an_environment_the_defaults_stand() -> None:
    assert read_settings({}) == Settings()
    assert read_settings({"COMMUNIQUE_GRAPH": "", "COMMUNIQUE_PORT": " "}) == Settings()


def test_the_service_listens_on_loopback_unless_told_otherwise() -> None:
    assert Settings().host == "127.0.0.1"


def test_each_variable_is_read() -> None:
    found = read_settings({"COMMUNIQUE_GRAPH": "bolt://h:1", "COMMUNIQUE_PORT": "9", "COMMUNIQUE_RATE": "0"})
    assert (found.graph, found.port, found.rate) == ("bolt://h:1", 9, 0)


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "²"])
def test_what_is_no_number_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(SettingError, match="COMMUNIQUE_LONGEST"):
        read_settings({"COMMUNIQUE_LONGEST": text})


def test_every_variable_is_documented() -> None:
    names = set(re.findall(r'"(COMMUNIQUE_[A-Z_]+)"', SOURCE))
    assert len(names) > 5
    assert {name for name in names if name not in OPERATIONS} == set()
