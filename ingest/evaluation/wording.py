"""When two wordings count as one, for scoring: names, titles, texts of statements."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

Json = dict[str, Any]


def words(text: str | None) -> list[str]:
    """The words of a text without case, accents and possessive endings."""
    flat = unicodedata.normalize("NFKD", text or "")
    flat = "".join(char for char in flat if not unicodedata.combining(char)).casefold()
    return re.findall(r"\w+", flat.replace("’s", "").replace("'s", ""))


def overlap(left: str | None, right: str | None) -> float:
    """The share of words in common, of the longer text; 0 if either has none."""
    a, b = Counter(words(left)), Counter(words(right))
    return (a & b).total() / max(a.total(), b.total()) if a and b else 0.0


def same_name(left: str, right: str) -> bool:
    """Whether two names are of one person: alike, or the shorter (of two words at least) within the longer."""
    a, b = words(left), words(right)
    if not a or not b:
        return False
    if "".join(a) == "".join(b):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and Counter(short) <= Counter(long) and short[-1] == long[-1]


def forms(entity: Json) -> list[str]:
    """All names of an entity, the main one first."""
    return [entity.get("name") or "", *entity.get("names", [])]
