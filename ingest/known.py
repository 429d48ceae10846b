"""Officials whom readers of news know, by name: whose they are, where the article does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.lexicon import read_lexicon
from ingest.tokens import fold, tokenize

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."})
_MARKS = re.compile(r"[\s\-'’.]+")


@cache
def _known() -> dict[str, list[tuple[str, str]]]:
    """Last word of a name -> the names that end with it, and the state that each serves or served."""
    by_surname: dict[str, list[tuple[str, str]]] = {}
    for state, names in read_lexicon("people").items():
        for name in names:
            by_surname.setdefault(_MARKS.split(fold(name))[-1], []).append((name, state))
    return by_surname


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(t.folded for t in tokenize(name) if t.text not in {".", "-", "'", "’"})


def known_state(name: Sequence[str]) -> str | None:
    """The ISO code or id of the state that a person of that full name serves or served; None where two might be meant.

    A middle name or patronymic more or less is no other name; a surname alone is none.
    """
    words = tuple(
        part for word in name for part in word.replace("’", "'").replace("'", "-").split("-")
        if part and part not in _SUFFIXES
    )  # fmt: skip
    if len(words) < 2:
        return None
    states = {state for name, state in _known().get(words[-1], ()) if _may_be_one(words, _words(name))}
    return states.pop() if len(states) == 1 else None


def is_known(name: Sequence[str]) -> bool:
    """Whether these words are, word for word, the full name of a known official."""
    words = tuple(part for word in name for part in word.replace("’", "'").split("-") if part)
    return len(words) > 1 and any(_words(known) == words for known, _ in _known().get(words[-1], ()))


def _may_be_one(left: Sequence[str], right: Sequence[str]) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) > 1 and short[-1] == long[-1] and short[0] == long[0] and set(short) <= set(long)
