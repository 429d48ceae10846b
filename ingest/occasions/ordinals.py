"""Numbers that count occasions: `the sixth meeting`, `58th round`, `9,998th Meeting`, `XI Summit`."""

from __future__ import annotations

import re

from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import vocabulary

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def ordinal_at(scene: Scene, position: int) -> int | None:
    """`sixth`, `58th`, `9,998th`, `XI`."""
    text = scene.items[position].text
    known = vocabulary().ordinals.get(text.casefold())
    if known is not None:
        return known
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    if digits:
        before = [i.text for i in scene.items[max(0, position - 2) : position]]
        thousands = before[0] if len(before) == 2 and before[1] == "," and before[0].isdigit() else ""
        return int(thousands + digits[1])
    if len(text) > 1 and _ROMAN.fullmatch(text):
        values = [_ROMAN_VALUES[c] for c in text]
        return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    return None
