"""The words of titles, as titles.yaml has them, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.lexicon import read_lexicon
from ingest.tokens import Phrases, Token, tokenize

#: Words that titles keep in small letters.
_SMALL = frozenset({"of", "and", "for", "to", "the", "on", "at", "in"})


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
    abroad: Mapping[str, str]
    vague: frozenset[str]
    given_names: frozenset[str]
    inherent: Mapping[str, str | None]
    epithets: frozenset[str]
    formal: frozenset[str]
    posted: frozenset[str]
    serving: frozenset[str]
    houses: frozenset[str]
    sitting: frozenset[str]
    tenures: Mapping[tuple[str, ...], str]
    between_ties: frozenset[str]
    succeeding: frozenset[str]
    doubled: frozenset[str]


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
        data["abroad"],
        frozenset(data["vague"]),
        frozenset(data["given_names"]),
        data["inherent"],
        frozenset(data["epithets"]),
        frozenset(data["formal"]),
        frozenset(data["posted"]),
        frozenset(data["serving"]),
        frozenset(data["houses"]),
        frozenset(data["sitting"]),
        _by_words(data["tenures"]),
        frozenset(data["between_ties"]),
        frozenset(data["succeeding"]),
        frozenset(data["doubled"]),
    )


def _by_words(phrases: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Phrases by their folded words, the longest first."""
    rows = {tuple(t.folded for t in tokenize(phrase)): value for phrase, value in phrases.items()}
    return dict(sorted(rows.items(), key=lambda row: -len(row[0])))


def tie_before(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Where the name ends that a verb ties to a title, whose first word is at the index, and the status that it tells.

    `X was sworn in as`, `X, who has been`; None where no such verb stands there.
    """
    grammar, position = load_grammar(), index - 1
    while position > 0:
        found = ending_at(tokens, position, grammar.tenures)
        if found is not None:
            return _past_fillers(tokens, position - found[0]) + 1, found[1]
        if tokens[position].folded not in grammar.between_ties:
            return None
        position -= 1
    return None


def before_verb(tokens: Sequence[Token], index: int) -> int:
    """Where the subject of the verb at an index ends, auxiliaries and adverbs left aside."""
    return _past_fillers(tokens, index - 1) + 1


def _past_fillers(tokens: Sequence[Token], index: int) -> int:
    """The first word at or before a position that is no auxiliary, adverb or relative."""
    while index > 0 and tokens[index].folded in load_grammar().between_ties:
        index -= 1
    return index


def ending_at(
    tokens: Sequence[Token], index: int, phrases: Mapping[tuple[str, ...], str]
) -> tuple[int, str] | None:
    """The number of words and the value of the longest phrase that ends with the word at an index."""
    for words, value in phrases.items():
        start = index + 1 - len(words)
        if (
            tokens[index].folded == words[-1]
            and start >= 0
            and tuple(t.folded for t in tokens[start : index + 1]) == words
        ):
            return len(words), value
    return None


def title_case(words: Sequence[str], head: str, singular_head: str) -> str:
    """The words as a title: capitals but for small words, the head in the singular."""
    singular = [singular_head if w.casefold() == head else w for w in words]
    shown = [w if w.casefold() in _SMALL or not w.islower() else w.capitalize() for w in singular]
    shown = [w.casefold() if w.casefold() in _SMALL else w[:1].upper() + w[1:] for w in shown]
    return re.sub(r" ?([’'-]) ?(S\b)?", lambda m: m[1] + (m[2] or "").casefold(), " ".join(shown)).replace(
        " , ", ", "
    )
