"""Whether confidence means what it says: of facts given with .9, are nine in ten right?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts with a confidence within [low, high): how many, their mean confidence, the share of them that is
    right.
    """

    low: float
    high: float
    facts: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold facts, and the expected calibration error: the mean gap between confidence and share of right
    ones, weighed by the facts of each bin (Naeini, Cooper and Hauskrecht, 2015).
    """

    bins: tuple[Bin, ...]
    error: float

    @classmethod
    def of(cls, judged: Sequence[tuple[float, bool]]) -> Calibration:
        """The calibration of facts, each with its confidence and whether it is right."""
        bins = tuple(_bin(number, judged) for number in range(BINS))
        held = tuple(each for each in bins if each.facts)
        gap = sum(each.facts * abs(each.confidence - each.right) for each in held)
        return cls(held, gap / len(judged) if judged else 0.0)


def _bin(number: int, judged: Sequence[tuple[float, bool]]) -> Bin:
    within = [(sure, right) for sure, right in judged if min(int(sure * BINS), BINS - 1) == number]
    count = len(within)
    mean = sum(sure for sure, _ in within) / count if count else 0.0
    share = sum(right for _, right in within) / count if count else 0.0
    return Bin(number / BINS, (number + 1) / BINS, count, mean, share)
