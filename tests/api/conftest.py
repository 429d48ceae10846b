"""A graph that commands ask: this process owns its folder, so that each command comes in by its port and is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.cli import main
from graph.store import Store, open_store
from tests.api.talks import put_talks
from tests.stores import empty


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture(scope="session")
def owned_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Store]]:
    """A folder with a graph, and the store that owns it."""
    folder = tmp_path_factory.mktemp("commands") / "graph"
    with open_store(folder, create=True) as store:
        yield folder, store


@pytest.fixture
def folder(owned_folder: tuple[Path, Store]) -> Path:
    """The folder of an empty graph."""
    empty(owned_folder[1])
    return owned_folder[0]


@pytest.fixture
def talks_folder(owned_folder: tuple[Path, Store]) -> Path:
    """The folder of a graph with the talks."""
    empty(owned_folder[1])
    put_talks(owned_folder[1])
    return owned_folder[0]


@pytest.fixture
def communique(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command in this process, with none of the settings of whoever runs the tests."""
    for name in (
        "GRAPH",
        "USER",
        "PASSWORD",
        "MODEL",
        "LEXICON",
        "LONGEST",
        "MIN_CONFIDENCE",
        "HOST",
        "PORT",
        "RATE",
        "LARGEST_BODY",
    ):
        monkeypatch.delenv(f"COMMUNIQUE_{name}", raising=False)

    def run(*arguments: str | Path) -> Done:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Done(status, said.out, said.err)

    return run
