"""Days as people write them: as exactly as they know them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_PREFIX: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST: Final = "0001-01-01"


def iso_prefix(text: str) -> str:
    """The text, which is a day, a month or a year: 2024-10-04, 2024-10 or 2024. Raises ValueError."""
    try:
        if _PREFIX.fullmatch(text):
            date.fromisoformat(text + _FIRST[len(text) :])
            return text
    except ValueError:
        pass  # a month or a day that is none, told as what is no date at all
    raise ValueError(f"{text!r} is no date: write 2024-10-04, 2024-10 or 2024")
