"""The words of titles, as titles.yaml has them, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.lexicon import read_lexicon
from ingest.tokens import Phrases, Token, tokenize


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of titles.yaml, folded."""

    heads: Phrases[str]
    plurals: Mapping[str, str]
    before: frozenset[str]
    portfolio: frozenset[str]
    status: Mapping[str, str]
    status_phrases: Mapping[tuple[str, ...], str]
    counterparts: Phrases[str]
    vague: frozenset[str]
    given_names: frozenset[str]
    inherent: Mapping[str, str | None]
    epithets: frozenset[str]
    tenures: Mapping[tuple[str, ...], str]
    between_ties: frozenset[str]
    succeeding: frozenset[str]


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
        _by_words(data["status"]),
        Phrases((h, h) for h in data["counterparts"]),
        frozenset(data["vague"]),
        frozenset(data["given_names"]),
        data["inherent"],
        frozenset(data["epithets"]),
        _by_words(data["tenures"]),
        frozenset(data["between_ties"]),
        frozenset(data["succeeding"]),
    )


def _by_words(phrases: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Phrases by their folded words, the longest first."""
    rows = {tuple(t.folded for t in tokenize(phrase)): value for phrase, value in phrases.items()}
    return dict(sorted(rows.items(), key=lambda row: -len(row[0])))


def ending_at(
    tokens: Sequence[Token], index: int, phrases: Mapping[tuple[str, ...], str]
) -> tuple[int, str] | None:
    """The number of words and the value of the longest phrase that ends with the word at an index."""
    for words, value in phrases.items():
        start = index + 1 - len(words)
        if start >= 0 and tuple(t.folded for t in tokens[start : index + 1]) == words:
            return len(words), value
    return None
