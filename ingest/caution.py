"""Which of the forms under caution count: those that mean something else too unless the article gives a second sign.

`Jordan` is a surname, `Georgia` a state of another country, and `the Security Council` may be Russia's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.reference import StateEntry
from ingest.lexicon import read_lexicon
from ingest.tokens import Token, tokenize

if TYPE_CHECKING:
    from ingest.gazetteer import Hit

#: Forms by which an article names an entry for sure, unless they are under caution.
_NAMING = frozenset({"name", "adjective", "demonym", "metonym", "capital"})
#: Pairs of words that name a part of a continent, of which the second alone names a state.
_CONTINENTS = frozenset(tuple(name.split()) for name in read_lexicon("names")["continents"])
_NO_NAMES = frozenset(read_lexicon("names")["never"])


class Signs:
    """The second signs that an article gives for the forms under caution."""

    def __init__(self, tokens: Sequence[Token], hits: Sequence[Hit]) -> None:
        self._tokens = tokens
        self._ending = {hit.last: hit.entry for hit in hits}
        self._starting = {hit.first: hit.entry for hit in hits}
        doubtful = {hit.first: hit for hit in hits if self._doubtful(hit)}
        self._sure = {hit.entry.id for hit in hits if hit.form in _NAMING and hit.first not in doubtful}
        self._surnames = {hit.entry.id for hit in doubtful.values() if self._follows_name(hit.first)}

    def let_count(self, hit: Hit) -> bool:
        """Whether a hit needs no second sign or has one.

        A state's name has one where it stands free of other names and is nobody's (`Jim Jordan said. Jordan added`);
        a body's where the article names the body, or what it is a part of, in other words too, and no other owns it.
        """
        if self._is_continent(hit):
            return False
        if not self._doubtful(hit):
            return True
        if isinstance(hit.entry, StateEntry):
            if hit.entry.id in self._sure:
                return not self._follows_name(hit.first)
            return hit.entry.id not in self._surnames and not self._precedes_name(hit.last)
        ids = {hit.entry.id, hit.entry.whole}
        return bool(ids & self._sure) and not self._follows_name(hit.first) and not self._is_of_another(hit)

    def _is_continent(self, hit: Hit) -> bool:
        """`Latin America`, `Central American`: no part of the United States."""
        part = self._tokens[hit.first - 1] if hit.first else None
        return (
            part is not None and part.capital and (part.folded, self._tokens[hit.first].folded) in _CONTINENTS
        )

    def _doubtful(self, hit: Hit) -> bool:
        if not hit.entry.caution:
            return False
        words = [token.folded for token in self._tokens[hit.first : hit.last]]
        return words in [[token.folded for token in tokenize(form)] for form in hit.entry.caution]

    def _follows_name(self, first: int) -> bool:
        """`Jim Jordan`, `National Security Council`; not `In Jordan`, `Egypt, Jordan`, `UN Security Council`."""
        before = self._tokens[first - 1] if first else None
        if before is None or not before.capital or first in self._ending:
            return False
        return before.folded not in _NO_NAMES

    def _precedes_name(self, last: int) -> bool:
        """`Georgia Governor`, `Niger Delta`; not `Jordan’s King`, `Chad-Sudan`."""
        after = self._tokens[last] if last < len(self._tokens) else None
        if after is None or not after.capital or last in self._starting:
            return False
        return after.start == self._tokens[last - 1].end + 1

    def _is_of_another(self, hit: Hit) -> bool:
        """`Russia’s Security Council`, `the Russian Security Council`, `the Security Council of Russia`."""
        own = {hit.entry.id, getattr(hit.entry, "whole", None)}
        before = hit.first - 2 if self._is_possessive(hit.first) else hit.first
        beside = [self._ending.get(before)]
        after = [token.folded for token in self._tokens[hit.last : hit.last + 2]]
        if after[:1] == ["of"]:
            beside.append(self._starting.get(hit.last + (2 if after[1:] == ["the"] else 1)))
        return any(entry is not None and entry.id not in own for entry in beside)

    def _is_possessive(self, first: int) -> bool:
        return first > 1 and self._tokens[first - 1].folded == "s" and self._tokens[first - 2].text in "’'"
