"""Bodies that the reference does not name, told by their last word: `Kyrgyz-Uzbek Intergovernmental Commission`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.record import Span
from ingest.lexicon import read_lexicon
from ingest.spans import overlap

_OPENER = re.compile(r"(?:The|A|In|At|On|For|And|But) ")
#: A word with all its hyphens; only the last one may give a part of itself back, for its head.
_WORD = r"[A-ZÀ-Þ][\w’'‘-]{0,60}"


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(read_lexicon("bodies"))
    return re.compile(
        rf"\b(?:{_WORD}+[ –]){{0,4}}{_WORD}[ –-](?P<head>{heads})\b(?! (?:President|Minister|Secretary|Chair))"
    )


def find_bodies(text: str, known: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind (forum or organization) of each such body that overlaps none of the known spans."""
    kinds: dict[str, str] = read_lexicon("bodies")
    for match in _pattern().finditer(text):
        opener = _OPENER.match(match.group())
        start = match.start() + (opener.end() if opener else 0)
        if " " in text[start : match.end()] and not overlap(known, start, match.end()):
            yield start, match.end(), kinds[match["head"]]
