"""What a benchmark yields: named figures, some of them with a limit that they are held to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; `limit` is the most (or with `at_least`, the least) that it may be."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the figure keeps within its limit; one without a limit does."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def row(self) -> str:
        """The figure as a row of a Markdown table."""
        bound = "" if self.limit is None else f"{'≥' if self.at_least else '≤'} {self.limit:g}"
        verdict = "" if self.limit is None else " ✓" if self.holds else " **missed**"
        return f"| {self.name} | {_short(self.value)} {self.unit} | {bound}{verdict} |"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    return "\n".join(["| what | measured | limit |", "|---|---|---|", *(figure.row() for figure in figures)])


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
