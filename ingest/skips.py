"""What was not read: a sentence with a trigger that gave no fact, and why."""

from __future__ import annotations

from dataclasses import dataclass

from graph.record import Span


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that looked like an assertion of a kind and gave none; `reason` is the same phrase for all such."""

    kind: str
    span: Span
    reason: str
