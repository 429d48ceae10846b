"""What one statement does to the small graph: the form of the contract's cases.

Every statement under `cypher/` has at least one case, and each case runs on every engine with the same outcome.
To add yours, put a `Case` into a module of `tests/contract/cases/`; its list `CASES` is found by itself.

    Case("read/who_hosted", {"event": "event/kazan-2024"}, rows=[{"host": "state/russia"}])
    Case("write/drop_hosted", {"ids": ["fact/hosted"]}, removed=[edge_line("fact/hosted")])

`rows` are what the statement returns: in this order if it says ORDER BY, else in any. `added` and `removed` are the
lines (`small_graph.lines`) by which the graph differs afterwards; a case that names none must leave it as it was.
The graph is `small_graph.NODES` and `small_graph.EDGES`, and each case finds it whole: what a case writes is
rolled back. `unsorted` names the columns whose lists may come in any order; `what` tells two cases of one statement
apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """The statement, what it is asked, and what it must answer and change."""

    statement: str
    params: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] = ()
    added: Sequence[str] = ()
    removed: Sequence[str] = ()
    what: str = ""
    unsorted: Sequence[str] = ()

    @property
    def name(self) -> str:
        return f"{self.statement}: {self.what}" if self.what else self.statement
