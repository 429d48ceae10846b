"""Words of the raw text with their offsets, and a look-up of phrases over them.

The raw text is scanned whole, quotations included, so names and states inside quotations are found too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+|[^\w\s]|_")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʻʼ`´"), "'")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ə": "a", "ß": "ss"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `folded` is without case and accents."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def fold(text: str) -> str:
    """Without case, accents and typographic apostrophes: `Türkiye’s` -> `turkiye's`."""
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold().translate(_LETTERS))
    return "".join(c for c in flat if not unicodedata.combining(c))


folded = lru_cache(maxsize=10_000)(fold)


def tokenize(text: str) -> list[Token]:
    """The words and marks of a text; `U.S.` is one word, `Iran’s` is three, `Sa’ar` is three."""
    return [Token(m.group(), fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


class Phrases(Generic[T]):
    """A look-up of phrases by their folded words: the longest phrase at a position wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        for phrase, value in entries:
            words = tuple(t.folded for t in tokenize(phrase))
            if words:
                self._by_first.setdefault(words[0], []).append((words, phrase, value))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], index: int) -> Iterator[tuple[int, str, T]]:
        """Yield (end index, phrase, value) of the phrases that begin at a position, longest first."""
        for words, phrase, value in self._by_first.get(tokens[index].folded, ()):
            end = index + len(words)
            if end <= len(tokens) and all(tokens[index + i].folded == w for i, w in enumerate(words)):
                yield end, phrase, value
