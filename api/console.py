"""How commands speak: answers on stdout, as tables or JSON; progress and errors on stderr, one line each."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graph.errors import AmbiguousItem, UnknownItem

if TYPE_CHECKING:
    from graph.answers import Evidence, Found
    from graph.store import Store

SHORT = 220


def say(line: str) -> None:
    """One line on stderr."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def show(line: str = "") -> None:
    """One line on stdout."""
    print(line)  # noqa: T201


def as_json(value: object) -> str:
    """Dataclasses and plain values as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=2)


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """A table on stdout."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [[cell or "" for cell in row] for row in rows]
    if not shown:
        show(f"{title}: nothing in the graph.")
        return
    grid = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    for cells in shown:
        grid.add_row(*map(Text, cells))
    wide = Console()
    (wide if wide.is_terminal else Console(width=140)).print(grid)


def sentence(evidence: Sequence[Evidence]) -> str:
    """The first sentence of the evidence, with where it stands and how many more there are."""
    if not evidence:
        return ""
    first = evidence[0]
    quote = " ".join(first.quote.split())
    quote = quote if len(quote) <= SHORT else quote[: SHORT - 1].rstrip() + "…"
    where = ", ".join(part for part in (first.publisher, first.published) if part) or first.article
    more = f" (+{len(evidence) - 1})" if len(evidence) > 1 else ""
    return f"{quote} — {where}{more}"


def choose(store: Store, name: str, labels: Sequence[str]) -> Found:
    """The node that a name stands for; several are listed, and the choice is asked for where somebody can answer."""
    from graph.finding import find, search

    try:
        return find(store, name, labels)
    except AmbiguousItem as error:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        return _asked(error, {f.id: f for f in search(store, name, labels, limit=len(error.candidates))})


def _asked(error: AmbiguousItem, known: dict[str, Found]) -> Found:
    for number, (node, name) in enumerate(error.candidates, 1):
        say(f"{number:3}  {name}  ({node})")
    say(f"Which one? 1 to {len(error.candidates)}: ")
    answer = sys.stdin.readline().strip()
    if not answer.isdecimal() or not 1 <= int(answer) <= len(error.candidates):
        raise UnknownItem(f"{answer!r} is none of the numbers: nothing was asked")
    return known[error.candidates[int(answer) - 1][0]]
