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
    """The share of right facts of each rule and each doubt, as confidence.yaml has it."""
    tables = read_lexicon("confidence").values()
    return {name: row["share"] for table in tables for name, row in table.items()}


def surest_first(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that found one fact, the surest first."""
    return tuple(sorted(rules, key=lambda rule: (-shares()[rule], rule)))


def confidence_of(found: Found) -> float:
    """How sure a find is: as its surest rule, or as its gravest doubt where that is less."""
    sure = max(shares()[rule] for rule in found.rules)
    return round(min(sure, *(shares()[doubt] for doubt in found.doubts)) if found.doubts else sure, 2)
