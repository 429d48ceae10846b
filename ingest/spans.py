"""Whether spans of a text share characters or hold one another, without going over all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from graph.record import Span


def overlap(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which stand in order and apart, shares a character with [start, end)."""
    before = bisect_left(spans, (end,)) - 1
    return before >= 0 and start < spans[before][1]


class Cover:
    """Spans of the text, and whether one of them holds another span and more."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether a span begins and ends no nearer than these, and is not these."""
        return (
            self._end(bisect_left(self._starts, start)) >= end
            or self._end(bisect_left(self._starts, start + 1)) > end
        )

    def _end(self, number: int) -> int:
        """The last end of the first so many spans."""
        return self._ends[number - 1] if number else -1
