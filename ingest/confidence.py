"""How sure a fact is: the share of facts right among those that its rule found in annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ingest.lexicon import read_lexicon
from ingest.rules import Rule


@cache
def shares() -> Mapping[Rule, float]:
    """The share of right facts of each rule, as confidence.yaml has it."""
    return {Rule(name): row["share"] for name, row in read_lexicon("confidence").items()}


def surest_first(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that found one fact, the surest first."""
    return tuple(sorted(rules, key=lambda rule: (-shares()[rule], rule)))


def confidence_of(rules: Iterable[Rule]) -> float:
    """How sure a fact is that these rules found: as sure as by the surest of them."""
    return max(shares()[rule] for rule in rules)
