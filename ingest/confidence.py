"""How sure a fact is: from the share of right facts among those that its rule found in annotated articles, and among
those that the same doubts spoke against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ingest.found import Found
from ingest.lexicon import read_lexicon
from ingest.rules import Rule


@cache
def shares() -> Mapping[str, float]:
    """The share of right facts of each kind, each rule and each doubt, as confidence.yaml has it."""
    tables = read_lexicon("confidence").values()
    return {name: row["share"] for table in tables for name, row in table.items()}


def surest_first(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that found one fact, the surest first."""
    return tuple(sorted(rules, key=lambda rule: (-shares()[rule], rule)))


def confidence_of(found: Found) -> float:
    """How sure a find is: the odds of its surest rule, times how far the odds of each doubt are from those of the kind
    (doubts taken as independent of rules, as in naive Bayes); never quite certain.
    """
    odds = _odds(max(shares()[rule] for rule in found.rules))
    for doubt in found.doubts:
        odds *= _odds(shares()[doubt]) / _odds(shares()[doubt.kind])
    return min(max(round(odds / (1 + odds), 2), 0.01), 0.99)


def _odds(share: float) -> float:
    return share / (1 - share)
