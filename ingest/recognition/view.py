"""One clause as recognition sees it: its items, the words that matter, and what the article said before."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ingest.actors import Cast
from ingest.clauses import Clause, Item
from ingest.lexicon import read_lexicon
from ingest.rules import Rule
from ingest.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Act:
    """Actors recognise targets, or do not; "*" is nobody at all; `rule` found it, `at` is the offset of its word.

    `undated` acts were of another day than the one told beside them.
    """

    subjects: tuple[str, ...]
    targets: tuple[str, ...]
    status: str
    rule: Rule = Rule.RECOGNISES
    at: int = -1
    undated: bool = False


@dataclass(slots=True)
class Thread:
    """What the article last said about recognition, so that "it", "the same" and "has not" find what they repeat."""

    targets: tuple[str, ...] = ()
    status: str = ""
    subjects: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    sentence: int = -1
    acts: tuple[Act, ...] = ()
    acted: int = -1
    history: list[Act] = field(default_factory=list)


Phrase = tuple[str, ...]
#: What of the vocabulary is phrases, and what a table; the rest is words.
_PHRASES = ("anaphora", "repeats", "moved", "loyal", "withdrawal")
_TABLES = ("giving", "rivals")
#: Names of months and days.
DATES = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
#: Words of a day told by the way in a list.
_DAYS = frozenset(
    {
        ",",
        "and",
        "last",
        "this",
        "week",
        "month",
        "year",
        "now",
        "since",
        "finally",
        "lately",
        "of",
        "all",
        "yesterday",
        "today",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of recognition.yaml, ready for look-up; phrases longest first."""

    filler: frozenset[str]
    negative: frozenset[str]
    intention: frozenset[str]
    irrealis: frozenset[str]
    objects: frozenset[str]
    owned: frozenset[str]
    nobody: frozenset[str]
    pair: frozenset[str]
    leave: frozenset[str]
    cut: frozenset[str]
    followed: frozenset[str]
    withdrew: frozenset[str]
    refused: frozenset[str]
    behind: frozenset[str]
    ties: frozenset[str]
    partners: frozenset[str]
    announcing: frozenset[str]
    regard: frozenset[str]
    win: frozenset[str]
    keep: frozenset[str]
    make: frozenset[str]
    anaphora: tuple[Phrase, ...]
    repeats: tuple[Phrase, ...]
    moved: tuple[Phrase, ...]
    loyal: tuple[Phrase, ...]
    withdrawal: tuple[Phrase, ...]
    before_noun: frozenset[str]
    dated: frozenset[str]
    finite: frozenset[str]
    otherwise: frozenset[str]
    passing: frozenset[str]
    giving: dict[str, str]
    rivals: dict[str, str]


@cache
def load_words() -> Words:
    """The vocabulary that ships with the project."""
    data = read_lexicon("recognition")
    lists = {**data, **data["switch"]}
    words: dict[str, Any] = {
        name: frozenset(lists[name])
        for name in Words.__dataclass_fields__
        if name not in {*_PHRASES, *_TABLES}
    }
    phrases: dict[str, Any] = {name: _phrases(lists[name]) for name in _PHRASES}
    return Words(**words, **phrases, **{name: lists[name] for name in _TABLES})


def _phrases(lines: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted((tuple(t.folded for t in tokenize(line)) for line in lines), key=len, reverse=True))


@dataclass(slots=True)
class ClauseView:
    """A clause with its surroundings; positions count its items. `found` once it has given an act."""

    clause: Clause
    cast: Cast
    thread: Thread
    words: Words
    found: bool = False
    folded: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.folded = [item.text.casefold() for item in self.clause.items]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the clause."""
        return self.clause.items

    def words_at(self, start: int, count: int) -> list[str]:
        """The folded words from a position on."""
        return self.folded[start : start + count]

    def named_before(self) -> Iterator[str]:
        """Yield the states and bodies that the article named before the clause, the last one first."""
        yield from reversed(self.clause.before)
        yield from (m.actor for m in self.cast.bodies_before(self.clause.opens))

    @property
    def sides(self) -> set[str]:
        """The codes of those between whom recognition is a choice."""
        return {*self.words.rivals, *self.words.rivals.values()}

    def iso3(self, actor: str) -> str | None:
        """The ISO code of a state."""
        known = self.cast.actors.get(actor)
        return getattr(known.entry, "iso3", None) if known is not None else None

    def is_contested(self, actor: str) -> bool:
        """Whether not all states recognise an actor."""
        known = self.cast.actors.get(actor)
        return known is not None and bool(getattr(known.entry, "contested", False))

    def state_before(self, position: int) -> str:
        """The state whose post the person named last before a position in the clause holds: `his government`."""
        person = next((i for i in reversed(self.items[:position]) if i.kind == "person"), None)
        return self.state_of(person) if person is not None else ""

    def list_before(self, position: int) -> tuple[tuple[str, ...], int]:
        """The actors listed up to a position, and where the list begins: `Andorra, Malta and Monaco`."""
        found = [self.state_of(self.items[position])]
        while position > 1:
            back = position - 1
            while back >= 0 and self.items[back].text.casefold() in {",", "and", "or", "nor", "the", "&"}:
                back -= 1
            back = self._past_day(back, position)
            joints = set(self.folded[back + 1 : position])
            if len(found) == 1 and "," in joints and not joints & {"and", "or", "nor", "&"}:
                break  # `after they rolled into Kabul, the Taliban`
            if back == position - 1 or back < 0 or self.items[back].kind != "state":
                break
            found.insert(0, self.items[back].actor)
            position = back
        return tuple(a for a in found if a), position

    def _past_day(self, back: int, position: int) -> int:
        """Before the day of a list's last member: `Honduras and, last week, Nauru`."""
        aside = back
        while aside >= 0 and position - aside < 8 and self.items[aside].text.casefold() in _DAYS:
            aside -= 1
        listed = 0 <= aside < back and self.items[aside].kind == "state"
        return aside if listed else back

    def list_after(self, position: int) -> tuple[str, ...]:
        """The actors listed from a position on, small words between."""
        found: list[str] = []
        while position < len(self.items):
            item = self.items[position]
            if item.kind == "state":
                found.append(item.actor)
            elif item.text.casefold() not in {
                ",",
                "and",
                "or",
                "nor",
                "the",
                "&",
                "only",
                "solely",
                "both",
                "—",
                "–",
                ":",
                "also",
                "just",
                "alone",
                "except",
            }:
                break
            position += 1
        return tuple(dict.fromkeys(found))

    def state_of(self, item: Item) -> str:
        """The state itself; of a person the state whose post he holds."""
        if item.kind != "person":
            return item.actor
        return next((p for p in self.cast.served(item.actor) if self.cast.actors[p].kind == "state"), "")
