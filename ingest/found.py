"""A fact that was found, with what it was found by."""

from __future__ import annotations

from dataclasses import dataclass

from graph.record import Fact
from ingest.doubts import Doubt
from ingest.rules import Rule


@dataclass(frozen=True, slots=True)
class Found:
    """A fact, the rules that found it, and what speaks against it."""

    fact: Fact
    rules: tuple[Rule, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the fact: `post`, `attendance`, `statement` or `recognition`."""
        return type(self.fact).__name__.casefold()
