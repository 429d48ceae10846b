"""Whether a person is a woman or a man, where the given name tells: `Vjosa Osmani` is no `he`."""

from __future__ import annotations

from functools import cache

from ingest.lexicon import read_lexicon
from ingest.tokens import fold


@cache
def _pronouns() -> dict[str, str]:
    names = read_lexicon("given_names")
    told = {"she": names["women"], "he": names["men"]}
    return {fold(name): pronoun for pronoun, listed in told.items() for name in listed}


def pronoun_of(name: str) -> str | None:
    """`she` or `he` for a full name that begins with a given name of one only; None where nothing is known."""
    words = fold(name).split()
    if len(words) < 2:
        return None
    return _pronouns().get(" ".join(words[:2])) or _pronouns().get(words[0])
