"""The words of occasions, as events.yaml has them, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from ingest.lexicon import read_lexicon
from ingest.tokens import tokenize

Value = TypeVar("Value", str, str | None)
#: Stands in a phrase for up to three words, none of them an actor: `hold ~ talks with`.
GAP = "~"
GAP_WORDS = 3
#: How many words before a noun of a headline belong to its name.
_TITLE_WIDTH = 2

ByFirst = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """events.yaml; phrases are looked up by their first word, the longest first."""

    nouns: ByFirst[str | None]
    qualifiers: Mapping[str, str]
    others: frozenset[str]
    coming: frozenset[str]
    ordinals: Mapping[str, int]
    verbs: ByFirst[str]
    group: frozenset[str]
    future: frozenset[str]
    mere: frozenset[str]
    groups: frozenset[str]
    sides: frozenset[str]
    plurals: frozenset[str]
    breaks: frozenset[str]
    irrealis: frozenset[str]
    undoing: frozenset[str]
    future_heads: frozenset[str]
    irrealis_heads: frozenset[str]
    words: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the project, with a user's own words."""
    data: dict[str, Any] = read_lexicon("events")
    verbs: dict[str, str] = {}
    for family, phrases in data["verbs"].items():
        for phrase in phrases:
            verbs.setdefault(phrase, family)
    return Vocabulary(
        _by_first({**data["nouns"], **data["compounds"]}),
        data["qualifiers"],
        frozenset(data["others"]),
        frozenset(data["coming"]),
        data["ordinals"],
        _by_first(verbs),
        frozenset(data["group"]),
        frozenset(data["future"]),
        frozenset(data["mere"]),
        frozenset(data["groups"]),
        frozenset(data["sides"]),
        frozenset(data["plurals"]),
        frozenset(data["breaks"]),
        frozenset(data["irrealis"]),
        frozenset(data["undoing"]),
        frozenset(data["future_heads"]),
        frozenset(data["irrealis_heads"]),
        {name: frozenset(listed) for name, listed in data["words"].items()},
    )


def word_set(name: str) -> frozenset[str]:
    """One of the small lists."""
    return vocabulary().words[name]


def title_noun(title: str) -> tuple[str | None, str] | None:
    """The kind and the words of the occasion that a headline names: `Lukashenko shuns Moscow security summit`."""
    words = title.replace("’", " ").split()
    for number, word in enumerate(words):
        for noun, kind in vocabulary().nouns.get(word.casefold().strip(",.:;"), ()):
            if len(noun) == 1 and kind not in {"visit", "call", "bilateral"}:
                return kind, " ".join(words[max(0, number - _TITLE_WIDTH) : number + 1]).strip(",.:;")
    return None


def _by_first(phrases: Mapping[str, Value]) -> dict[str, tuple[tuple[tuple[str, ...], Value], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in phrases.items():
        words = tuple(part if part == GAP else token for part in phrase.split() for token in _folded(part))
        found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _folded(part: str) -> Sequence[str]:
    return [GAP] if part == GAP else [token.folded for token in tokenize(part)]
