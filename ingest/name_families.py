"""Where a name comes from: how likely it is in each state, by its letters.

The names of name_families.yaml and people.yaml, cut into pieces of two to four letters, tell the families of names
apart (a naive Bayes classifier over character n-grams, after W. B. Cavnar and J. M. Trenkle, 1994): `Najder` is Polish
by its pieces, though nobody listed it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from math import exp, log

from ingest.lexicon import read_lexicon
from ingest.tokens import fold

_PIECES = (2, 3, 4)
#: What is added to every count, for pieces that no name of a family has (Lidstone's smoothing).
_SMOOTHING = 0.1
#: The pieces of one name are far from independent: its likelihoods are taken to this power.
_TEMPER = 0.4
_REMEMBERED = 4096


@lru_cache(maxsize=_REMEMBERED)
def likeness(name: str) -> Mapping[str, float]:
    """ISO code of each state whose names are known -> the share of likelihood that a name is one of its families'."""
    scores = {family: sum(map(pieces.__getitem__, _pieces(name))) for family, pieces in _families().items()}
    best = max(scores.values())
    weights = {family: exp(_TEMPER * (score - best)) for family, score in scores.items()}
    total, shares = sum(weights.values()), defaultdict[str, float](float)
    for family, weight in weights.items():
        for state in read_lexicon("name_families")[family]["states"]:
            shares[state] += weight / total
    return shares


class _LogLikelihoods(dict[str, float]):
    """Piece of a name -> the logarithm of how likely it is in a family."""

    def __init__(self, counts: Counter[str], known: int) -> None:
        total = counts.total() + _SMOOTHING * known
        super().__init__((piece, log((n + _SMOOTHING) / total)) for piece, n in counts.items())
        self._unseen = log(_SMOOTHING / total)

    def __missing__(self, piece: str) -> float:
        return self._unseen


@cache
def _families() -> Mapping[str, _LogLikelihoods]:
    """Each family with the likelihoods of its pieces; officials count where their state has one family only."""
    families = read_lexicon("name_families")
    names = {family: set(listed["names"]) for family, listed in families.items()}
    for state, officials in read_lexicon("people").items():
        own = [family for family, listed in families.items() if state in listed["states"]]
        if len(own) == 1:
            names[own[0]].update(officials)
    words = {family: set(chain.from_iterable(map(_words, listed))) for family, listed in names.items()}
    counts = {family: Counter(chain.from_iterable(map(_pieces, each))) for family, each in words.items()}
    known = len(set().union(*counts.values()))
    return {family: _LogLikelihoods(counted, known) for family, counted in counts.items()}


def _pieces(name: str) -> Iterator[str]:
    """The words of a name, and their pieces, with marks for where each begins and ends."""
    for word in _words(name):
        marked = f"^{word}$"
        yield marked
        yield from (marked[i : i + n] for n in _PIECES for i in range(len(marked) - n + 1))


def _words(name: str) -> list[str]:
    """The words without marks and initials: `Nkoana-Mashabane` -> nkoana, mashabane."""
    plain = fold(name).replace("'", "").replace("ʻ", "")
    return [w for w in "".join(c if c.isalpha() else " " for c in plain).split() if len(w) > 1]
