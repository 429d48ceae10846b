"""Posts in one wording: `Minister of Foreign Affairs` and `foreign minister` are one office of a state.

The rule is general and small: `Minister of|for X` is the `X Minister`, and `Affairs` falls away behind `Foreign`. A
`Minister of State` is a rank of its own, a `Secretary of State` stays what it is, and what a post is accredited to
(`Ambassador to Somalia`) is part of it.
"""

from __future__ import annotations

import re
from typing import Final

from graph.model import words

_MINISTER: Final = re.compile(
    r"(?P<rank>.*?)\b(?P<minister>minister) (?:of|for) (?:the )?(?P<portfolio>(?!state\b).+)", re.IGNORECASE
)
_FOREIGN: Final = re.compile(r"\b(foreign) affairs\b(?= minister)", re.IGNORECASE)
_SMALL: Final = frozenset({"of", "for", "the", "to", "and", "in", "on", "at", "de"})


def canonical_post(post: str) -> str:
    """`Deputy Minister for Foreign Affairs` → `Deputy Foreign Minister`; `Minister of State` stays."""
    text = " ".join(post.split())
    found = _MINISTER.fullmatch(text)
    if found:
        text = f"{found['rank']}{found['portfolio']} {found['minister']}"
    return " ".join(_capital(word, place) for place, word in enumerate(_FOREIGN.sub(r"\1", text).split()))


def post_key(post: str) -> str:
    """What tells one post of a state from another: `foreign-minister`."""
    return "-".join(words(canonical_post(post)))


def _capital(word: str, place: int) -> str:
    lower = word.casefold()
    if place and lower in _SMALL:
        return lower
    return word[:1].upper() + (word[1:] if not word.isupper() or len(word) <= 4 else word[1:].lower())
