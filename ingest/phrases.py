"""The noun phrase that is the subject of a verb of saying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.docs import Sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that is the subject of a verb; it begins at `low`."""

    head: Token
    low: int
    sentence: Sentence

    @property
    def offset(self) -> int:
        """Where its head stands."""
        return self.head.idx

    @property
    def definite(self) -> bool:
        """`the visitor`, `his counterpart`; not `a visitor`."""
        words = {c.lower_ for c in self.head.lefts} | {self.head.left_edge.lower_}
        return bool(words & {"the", "our", "his", "her", "their", "this"})

    def of(self, head: Token, sentence: Sentence) -> Phrase:
        """The phrase of another head, the subject of another sentence."""
        return Phrase(head, max(sentence.start, head.left_edge.idx), sentence)
