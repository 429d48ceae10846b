"""What actors do about occasions, clause by clause: meet, receive, visit, attend, stay away.

Lists of titled persons break every parser, so the actors are enumerated inside the clause: before the verb up to where
the clause begins, after it up to where the next one begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.record import Span
from ingest.actors import Cast
from ingest.clauses import Item
from ingest.docs import Page
from ingest.gatherings import vocabulary

_NEGATIVE = frozenset({"not", "never", "no", "neither", "nor", "without"})
_IRREALIS = frozenset(
    {
        "could",
        "might",
        "may",
        "should",
        "if",
        "whether",
        "unless",
        "wants",
        "hopes",
        "hope",
        "wanted",
        "refused",
        "suggested",
        "suggests",
        "proposed",
    }
)
_PLANNED = frozenset({"due", "expected", "scheduled", "planned", "set", "invited"})
_UNDOING = frozenset({"denied", "denies", "hoped", "wished", "rumours", "rumors", "reports"})
_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "to",
        "in",
        "at",
        "from",
        "on",
        "after",
        "before",
        "than",
        "against",
        "about",
        "since",
        "under",
        "between",
    }
)
_SUBORDINATE = frozenset({"although", "though", "because", "when", "where", "while", "whereas"})
_JOINTS = frozenset({",", "and", "&", "as", "well", "with", "plus", "both", "the", ";"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Subjects do something of a family to objects; `first` and `last` are the items of the verb."""

    family: str
    first: int
    last: int
    subjects: tuple[Item, ...]
    objects: tuple[Item, ...]
    negative: bool
    future: bool
    irrealis: bool
    present: bool = False


class DeedFinder:
    """Finds the deeds in one sentence's items."""

    def __init__(self, page: Page, cast: Cast, items: Sequence[Item], start: int, end: int) -> None:
        self._cast = cast
        self._items = items
        self._words = [i.text.casefold() for i in items]
        self._finite = _tagged_items(page, items, (start, end), _FINITE)
        self._present = set(_tagged_items(page, items, (start, end), _PRESENT))

    def find(self) -> Iterator[Deed]:
        """Yield the deeds from left to right."""
        index = 0
        while index < len(self._items):
            found = self._verb_at(index)
            if found is None:
                index += 1
                continue
            last, family = found
            yield self._deed(index, last, family)
            index = last

    def _verb_at(self, index: int) -> tuple[int, str] | None:
        if self._items[index].kind != "word":
            return None
        for phrase, family in vocabulary().verbs.get(self._words[index], ()):
            last = index + len(phrase)
            if tuple(self._words[index:last]) == phrase:
                return last, family
        return None

    def _deed(self, first: int, last: int, family: str) -> Deed:
        subjects, begin = self._subjects(first)
        group = self._group(first, begin)
        negative = any(w in _NEGATIVE for w in group) or self._words[last : last + 1] == ["not"]
        future = any(w in vocabulary().future for w in group) or self._words[first] == "expected"
        irrealis = any(w in _IRREALIS for w in group) or self._is_undone(first, begin, group)
        if family == "by_phone":
            start = self._clause_start(first)
            subjects = tuple(self._items[i] for i in range(start, first) if self._is_party(i))
        present = (
            first in self._present and not group and self._words[first] not in {"is", "are", "has", "have"}
        )
        objects = self._objects(last, family)
        if family == "with":
            objects = self._accompanying(first) or subjects
        return Deed(family, first, last, subjects, objects, negative, future, irrealis, present)

    def _accompanying(self, first: int) -> tuple[Item, ...]:
        """`with the Taliban in the room`: the actors between `with` and the phrase."""
        start = next((i for i in range(first - 1, -1, -1) if self._words[i] == "with"), first)
        return tuple(self._items[i] for i in range(start, first) if self._is_party(i))

    def _is_undone(self, verb: int, begin: int, group: list[str]) -> bool:
        """`denied that Doval had sat down with an envoy`, `had been due to meet`, `had hoped for a meeting`."""
        before = self._words[max(0, begin - 12) : verb]
        planned = {"had", "been"} <= set(group) and bool(set(group) & _PLANNED)
        return planned or bool(set(before) & _UNDOING)

    def _group(self, verb: int, begin: int) -> list[str]:
        """The auxiliaries and adverbs right before a verb: `is due to`, `did not`, `had once more`."""
        first = verb
        while first > begin and self._words[first - 1] in vocabulary().group:
            first -= 1
        return self._words[first:verb]

    # --- before the verb ---------------------------------------------------------------------------------------------

    def _subjects(self, verb: int) -> tuple[tuple[Item, ...], int]:
        """The actors of whom the verb is said, and where the words about the verb begin.

        They stand after the finite verb before it (`India confirmed that Muttaqi will arrive`), unless the two verbs
        share their subject (`Wang flew in and met Dar`), or else where the clause begins.
        """
        begin = self._clause_start(verb)
        opener = self._words[begin - 1] if begin else ""
        group = verb - len(self._group(verb, begin))
        stops = [begin, *(i + 1 for i in self._finite if begin <= i < group)]
        shared = group > 0 and self._words[group - 1] in {"and", "then"}
        for number in range(len(stops) - 1, -1, -1):
            if shared and number == len(stops) - 1 and number:
                continue
            end = stops[number + 1] - 1 if number + 1 < len(stops) else group
            listed = self._coordinated([i for i in range(stops[number], end) if self._is_party(i)])
            if listed:
                return tuple(self._items[i] for i in listed), begin
        if begin and opener in {"who", "which", ",", "and", "whose"}:
            relative = [i for i in range(begin) if self._words[i] in {"who", "which", "whose"}]
            end = relative[-1] if relative else begin
            before = [i for i in range(end) if self._is_party(i) and not self._follows_preposition(i)]
            if before:
                return (self._items[before[-1]],), begin
        return (), begin

    def _clause_start(self, verb: int) -> int:
        """The item after the last word that opens a clause before a verb."""
        for position in range(verb - 1, -1, -1):
            word = self._words[position]
            if word in {";", ":", "—", "–"}:
                return position + 1
            if word in vocabulary().breaks and not (
                word == "as" and self._words[position + 1 : position + 2] == ["well"]
            ):
                inside = word in _SUBORDINATE or any(self._is_party(i) for i in range(position + 1, verb))
                if inside or word in {"who", "which", "whose"}:
                    return self._after_relative(position, verb)
        return 0

    def _after_relative(self, position: int, verb: int) -> int:
        """`Khasawneh, who is in Kuwait, did not attend`: past a relative clause that has a verb of its own."""
        commas = [i for i in range(position, verb) if self._words[i] == ","]
        verbs = [i for i in self._finite if position < i < verb]
        if self._words[position] in {"who", "which", "whose"} and commas and verbs and verbs[0] < commas[-1]:
            return commas[-1] + 1
        return position + 1

    def _is_party(self, index: int) -> bool:
        item = self._items[index]
        if item.kind not in {"person", "state"} or item.form in {"adjective", "city"}:
            return False
        after = self._words[index + 1 : index + 3]
        possessive = after[:1] in (["’"], ["'"]) and (after[1:] == ["s"] or item.text.endswith("s"))
        return not possessive and (index == 0 or self._words[index - 1] not in vocabulary().mere)

    def _follows_preposition(self, index: int) -> bool:
        position = index - 1
        while position >= 0 and self._words[position] in {"the", ","}:
            position -= 1
        return position >= 0 and self._words[position] in _PREPOSITIONS

    def _coordinated(self, found: Sequence[int]) -> list[int]:
        """The actors of a coordination: those before which no preposition stands, and what is joined to them."""
        listed: list[int] = []
        for index in found:
            joined = bool(listed) and all(w in _JOINTS for w in self._words[listed[-1] + 1 : index])
            if joined or not self._follows_preposition(index) or self._in_group(index):
                listed.append(index)
        return listed

    def _in_group(self, index: int) -> bool:
        """`representatives of Russia, India and China`."""
        position = index - 1
        while position >= 0 and (self._words[position] in _JOINTS or self._items[position].kind == "state"):
            position -= 1
        if position < 1 or self._words[position] not in {"of", "from"}:
            return False
        return bool(set(self._words[max(0, position - 4) : position]) & vocabulary().groups)

    # --- after the verb ----------------------------------------------------------------------------------------------

    def _objects(self, last: int, family: str) -> tuple[Item, ...]:
        """The actors after the verb, up to where the next clause begins."""
        found: list[Item] = []
        for position in range(last, len(self._items)):
            word = self._words[position]
            if word in {";", ":"} and family != "attended_by" and word != ":":
                break
            if word in vocabulary().breaks and not (
                word == "as" and self._words[position + 1 : position + 2] == ["well"]
            ):
                if word in {"who", "whose", "which", "where"} and family == "attended_by":
                    continue
                break
            if position in self._finite and family != "attended_by" and position > last:
                break
            if self._is_party(position):
                found.append(self._items[position])
        return tuple(found)


def _tagged_items(page: Page, items: Sequence[Item], span: Span, tags: frozenset[str]) -> list[int]:
    """The positions of the items that are verbs with one of these tags."""
    words = page.doc.char_span(*span, alignment_mode="expand")
    offsets = {t.idx for t in words if t.tag_ in tags} if words is not None else set()
    return [n for n, item in enumerate(items) if item.start in offsets]
