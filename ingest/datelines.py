"""Where a sentence begins behind its dateline: `MOSCOW, Oct. 4 (Steppe Wire) — `."""

from __future__ import annotations

import re

#: `OTTAWA (Hemisphere News) --`, `MOSCOW, Oct. 4 (Steppe Wire) —`, `ISLAMABAD:`, `6 October 2022 –`.
_DATELINE = re.compile(
    r"(?=[A-ZÀ-Þ]{3,}|[^.\n]{0,40}\(|[^\n]{0,40}\d)[^!?;\n\"“]{2,80}?"
    r"(?:\s?[—–]\s?|\s--?\s|\.-\s|(?<=[A-Z]):\s|(?<=\d\d\d\d), [A-Z]{2,5} --\s)"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence between two offsets begins after its dateline, if it opens a paragraph with one."""
    if start and text[start - 1] != "\n":
        return start
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start
