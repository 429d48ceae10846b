"""Bodies that the reference does not name, told by their last word: `Kyrgyz-Uzbek Intergovernmental Commission`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.record import Span
from ingest.lexicon import read_lexicon

_OPENER = re.compile(r"(?:The|A|In|At|On|For|And|But) ")
_WORD = r"[A-ZÀ-Þ][\w’'‘-]*"


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(read_lexicon("bodies"))
    return re.compile(
        rf"\b(?:{_WORD}[ –-]){{1,5}}(?P<head>{heads})\b(?! (?:President|Minister|Secretary|Chair))"
    )


def find_bodies(text: str, known: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind (forum or organization) of each such body that overlaps none of the known spans."""
    kinds: dict[str, str] = read_lexicon("bodies")
    for match in _pattern().finditer(text):
        opener = _OPENER.match(match.group())
        start = match.start() + (opener.end() if opener else 0)
        if " " in text[start : match.end()] and not any(a < match.end() and start < b for a, b in known):
            yield start, match.end(), kinds[match["head"]]
