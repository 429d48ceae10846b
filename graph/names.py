"""What a node is called: the most frequent full form, then the longest, then the first in the alphabet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from graph.model import Mention, named


def called(mentions: Iterable[Mention]) -> dict[str, Any]:
    """`name`, `names` and `name_norm` of the node that these mentions are."""
    full: Counter[str] = Counter()
    others: set[str] = set()
    for mention in mentions:
        full[mention.name] += 1
        others.update(mention.names)
    return named(preferred(full), others | set(full))


def preferred(forms: Counter[str]) -> str:
    """The most frequent, then the longest, then the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))
