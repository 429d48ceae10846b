"""States and bodies found by their names, adjectives, capitals and metonyms in the words of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.reference import BodyEntry, Reference, StateEntry
from ingest.caution import Signs
from ingest.tokens import Phrases, Token, fold

Entry = StateEntry | BodyEntry

#: Forms whose word stands for people or qualifies a noun, not for a place.
ADJECTIVAL = frozenset({"adjective", "demonym"})
#: Metonyms of one state that others use of their own ministries too.
_COMMON = frozenset({"foreign office"})
#: Forms that name a place, and only sometimes the government that sits there.
PLACES = frozenset({"capital", "city", "seat"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (exclusive) name an entry by one of its forms."""

    first: int
    last: int
    form: str
    entry: Entry


class Gazetteer:
    """The reference entries, ready for scanning."""

    def __init__(self, reference: Reference) -> None:
        self._phrases = Phrases(_forms(reference))

    def scan(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield the hits from left to right, longest first, none inside another."""
        index = 0
        while index < len(tokens):
            hit = self._hit_at(tokens, index)
            if hit is None:
                index += 1
            else:
                yield hit
                index = hit.last

    def _hit_at(self, tokens: Sequence[Token], index: int) -> Hit | None:
        for last, phrase, (form, entry) in self._phrases.at(tokens, index):
            if _written_alike(phrase, tokens[index:last]):
                return Hit(index, last, form, entry)
        return None


def _written_alike(phrase: str, words: Sequence[Token]) -> bool:
    """`Us` and `who` are no acronyms; a name begins with a capital where its entry does."""
    if len(phrase) <= 5 and phrase.isupper():
        return "".join(w.text for w in words) == phrase
    return not phrase[0].isupper() or any(c.isupper() for c in words[0].text)  # `eSwatini` has one too


def _forms(reference: Reference) -> Iterator[tuple[str, tuple[str, Entry]]]:
    """Every form with its kind; where two entries share one, names come before adjectives before places."""
    for state in reference.states:
        yield from ((n, ("name", state)) for n in (state.name, *state.names))
    for body in reference.bodies:
        yield from ((n, ("name", body)) for n in (body.name, *body.names))
        yield from ((n, ("adjective", body)) for n in body.adjectives)
    for state in reference.states:
        yield from ((n, ("adjective", state)) for n in state.adjectives)
        yield from ((n, ("demonym", state)) for n in state.demonyms if n not in state.adjectives)
        yield from ((n, ("metonym", state)) for n in state.metonyms)
        yield from ((n, ("capital", state)) for n in state.capital)
    for body in reference.bodies:
        yield from ((n, ("seat", body)) for n in body.metonyms)
    for state in reference.states:
        yield from ((n, ("city", state)) for n in state.cities)


def settled(tokens: Sequence[Token], hits: Sequence[Hit], reference: Reference) -> Iterator[Hit]:
    """Yield the hits as the article at hand means them.

    `Pakistan’s Foreign Office` is Pakistan's, not Britain's; `Brussels` is the European Union where the article does
    not speak of Belgium; `Jim Jordan` is no state, and `Russia’s Security Council` not the one of the United Nations.
    """
    seats = {fold(seat): body for body in reference.bodies for seat in body.metonyms}
    named = {hit.entry.id for hit in hits if hit.form in {"name", "adjective", "demonym"}}
    signs = Signs(tokens, hits)
    ends = {hit.last for hit in hits}
    for hit in hits:
        if not signs.let_count(hit):
            continue
        if hit.form == "metonym" and hit.first - 2 in ends and tokens[hit.first - 1].folded == "s":
            continue
        words = " ".join(token.folded for token in tokens[hit.first : hit.last])
        if words in _COMMON and hit.entry.id not in named:
            continue
        body = seats.get(words) if hit.form == "capital" and hit.entry.id not in named else None
        yield Hit(hit.first, hit.last, "seat", body) if body is not None else hit
