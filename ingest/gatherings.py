"""Occasions named by a noun: `the sixth Moscow Format meeting`, `58th round of the Geneva Discussions`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from graph.reference import BodyEntry
from ingest.actors import Cast
from ingest.clauses import Item
from ingest.lexicon import read_lexicon
from ingest.tokens import tokenize

Value = TypeVar("Value", str, str | None)

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_STOPS = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        "—",
        "–",
        "(",
        "in",
        "at",
        "for",
        "to",
        "with",
        "on",
        "by",
        "after",
        "before",
        "during",
        "from",
        "and",
    }
)
_BETWEEN = frozenset(
    {
        "of",
        "the",
        "council",
        "heads",
        "foreign",
        "ministers",
        "state",
        "states",
        "government",
        "governments",
        "’",
        "'",
        "s",
        "format",
        "platform",
        "members",
        "leaders",
        "member",
    }
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """An occasion named at items `first` to `last` (exclusive); `other` where it is not the one spoken of."""

    first: int
    last: int
    kind: str | None
    forum: str | None
    ordinal: int | None
    definite: bool
    other: bool
    name: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """events.yaml, ready for look-up."""

    nouns: dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]
    qualifiers: dict[str, str]
    others: frozenset[str]
    ordinals: dict[str, int]
    verbs: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    group: frozenset[str]
    future: frozenset[str]
    mere: frozenset[str]
    groups: frozenset[str]
    breaks: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the project."""
    data: dict[str, Any] = read_lexicon("events")
    verbs: dict[str, str] = {}
    for family, phrases in data["verbs"].items():
        for phrase in phrases:
            verbs.setdefault(phrase, family)
    return Vocabulary(
        _by_first({**data["nouns"], **data["compounds"]}),
        data["qualifiers"],
        frozenset(data["others"]),
        data["ordinals"],
        _by_first(verbs),
        frozenset(data["group"]),
        frozenset(data["future"]),
        frozenset(data["mere"]),
        frozenset(data["groups"]),
        frozenset(data["breaks"]),
    )


def _by_first(phrases: dict[str, Value]) -> dict[str, tuple[tuple[tuple[str, ...], Value], ...]]:
    """Phrases as their words, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in phrases.items():
        words = tuple(token.folded for token in tokenize(phrase))
        found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def find_gatherings(items: Sequence[Item], cast: Cast, text: str) -> Iterator[Gathering]:
    """Yield the occasions that nouns in a sentence name, from left to right."""
    words = vocabulary()
    index = 0
    while index < len(items):
        found = _noun_at(items, index, words)
        if found is None:
            index += 1
            continue
        last, kind = found
        yield _grown(items, index, last, kind, cast, text)
        index = last


def _noun_at(items: Sequence[Item], index: int, words: Vocabulary) -> tuple[int, str | None] | None:
    """The end and the kind of the longest noun of an occasion that begins at an item."""
    if items[index].kind != "word":
        return None
    before = items[index - 1].text.casefold() if index else ""
    for noun, kind in words.nouns.get(items[index].text.casefold(), ()):
        last = index + len(noun)
        if tuple(i.text.casefold() for i in items[index:last]) != noun or before in {
            "to",
            "press",
            "news",
            "will",
        }:
            continue
        following = items[last].text.casefold() if last < len(items) else ""
        return None if following in {"level", "room"} else (last, kind)
    return None


def _grown(items: Sequence[Item], noun: int, last: int, kind: str | None, cast: Cast, text: str) -> Gathering:
    words = vocabulary()
    first, forum, ordinal, definite, other = noun, None, None, False, False
    position = noun - 1
    while position >= 0 and noun - position < 10 and items[position].text.casefold() not in _STOPS:
        item = items[position]
        word = item.text.casefold()
        forum = forum or _forum(item, cast)
        ordinal = ordinal or _ordinal(items, position)
        kind = words.qualifiers.get(word, kind) if kind in {None, "consultation"} else kind
        other = other or word in words.others
        if word in {"the", "this", "that", "its", "their"}:
            definite, first = True, position
            break
        if word in {"a", "an"} or (item.kind == "person" and forum is None):
            break
        first = position
        position -= 1
    forum, last, ordinal = _forum_after(items, last, forum, ordinal, cast)
    if ordinal == 1 and {"to", "since", "ever"} & {i.text.casefold() for i in items[last : last + 10]}:
        ordinal = None  # "the first round to be held outside the capital" counts nothing
    name = text[items[min(first + definite, last - 1)].start : items[last - 1].end]
    return Gathering(first, last, kind, forum, ordinal, definite, other, name)


def _forum(item: Item, cast: Cast) -> str | None:
    if item.kind != "state" or item.form == "seat":
        return None
    actor = cast.actors[item.actor]
    rules = isinstance(actor.entry, BodyEntry) and actor.entry.governs
    return item.actor if actor.kind in {"forum", "organization"} and not rules else None


def _ordinal(items: Sequence[Item], position: int) -> int | None:
    """`sixth`, `58th`, `9,998th`, `XI`."""
    text = items[position].text
    known = vocabulary().ordinals.get(text.casefold())
    if known is not None:
        return known
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    if digits:
        before = items[position - 2 : position]
        thousands = (
            [i.text for i in before]
            if len(before) == 2 and before[1].text == "," and before[0].text.isdigit()
            else []
        )
        return int((thousands[0] if thousands else "") + digits[1])
    if len(text) > 1 and _ROMAN.fullmatch(text):
        values = [_ROMAN_VALUES[c] for c in text]
        return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    return None


def _forum_after(
    items: Sequence[Item], last: int, forum: str | None, ordinal: int | None, cast: Cast
) -> tuple[str | None, int, int | None]:
    """`sixth meeting of the Moscow Format`, `summit of the Council of Heads of State of the SCO`."""
    if forum is not None or last >= len(items) or items[last].text.casefold() != "of":
        return forum, last, ordinal
    position = last
    while position < len(items) and position - last < 12:
        found = _forum(items[position], cast)
        if found is not None:
            return found, position + 1, ordinal
        if items[position].text.casefold() not in _BETWEEN:
            break
        position += 1
    return None, last, ordinal
