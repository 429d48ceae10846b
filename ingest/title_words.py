"""The words of titles, as titles.yaml has them, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.lexicon import read_lexicon
from ingest.tokens import Phrases


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of titles.yaml, folded."""

    heads: Phrases[str]
    plurals: Mapping[str, str]
    before: frozenset[str]
    portfolio: frozenset[str]
    status: Mapping[str, str]
    counterparts: Phrases[str]
    vague: frozenset[str]
    given_names: frozenset[str]
    inherent: Mapping[str, str | None]


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The grammar that ships with the project."""
    data: dict[str, Any] = read_lexicon("titles")
    return Grammar(
        Phrases((h, h) for h in data["heads"]),
        data["plurals"],
        frozenset(data["before"]),
        frozenset(data["portfolio"]),
        data["status"],
        Phrases((h, h) for h in data["counterparts"]),
        frozenset(data["vague"]),
        frozenset(data["given_names"]),
        data["inherent"],
    )
