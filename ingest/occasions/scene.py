"""A sentence as its occasions are read: its items beside the parse, its dates and its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.reference import BodyEntry
from ingest.actors import Cast
from ingest.clauses import Item, items_of
from ingest.datelines import dateline_end
from ingest.dates import FoundDate, find_dates, find_same_days
from ingest.docs import Page, Sentence
from ingest.occasions.places import Place, find_places
from ingest.occasions.vocabulary import vocabulary
from ingest.verbs import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

PAIR = 2
#: Dates that are not those of what is told: `the truce of late July`, `since 1991`.
_ASIDE = frozenset({"of", "since", "from", "until", "by", "till"})
#: How many characters from an occasion's words its venue may stand.
_NEAR_BEFORE, _NEAR_AFTER = 60, 90
#: How far behind a verb of saying its day stands: `said on Sunday`.
_RIGHT_BEHIND = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Among so many first items words stand for the whole sentence.
_FRONT = 5
#: And from those of an occasion told in passing its venue and its date.
_BESIDE = 24
PARTIES = frozenset({"person", "state"})


class Scene:
    """One sentence of a page."""

    def __init__(self, page: Page, cast: Cast, sentence: Sentence, heading: FoundDate | None = None) -> None:
        self.page, self.cast, self.sentence, self.heading = page, cast, sentence, heading
        self.span = (sentence.start, sentence.end)
        self._begin = dateline_end(page.text, sentence.start, sentence.end)
        self.items = tuple(i for i in items_of(page, cast, sentence) if i.start >= self._begin)
        self.words = [item.text.casefold() for item in self.items]
        doc = page.doc.char_span(*self.span, alignment_mode="expand") or ()
        self.parsed: Sequence[Token] = list(doc)
        self._token_at = {token.idx: token for token in self.parsed}
        self.groups: dict[int, tuple[str, ...]] = {}

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of each item that is a word, else its folded text."""
        return [
            token.lemma_.casefold() if token is not None and item.kind == "word" else word
            for item, word, token in zip(
                self.items, self.words, map(self.token, range(len(self.items))), strict=True
            )
        ]

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """What each word may be a form of: its lemma, and by its ending (`dined` -> `dine`), for the parser errs
        there.
        """
        return [
            frozenset({word, lemma, *_stems(word)})
            for word, lemma in zip(self.words, self.lemmas, strict=True)
        ]

    @cached_property
    def dates(self) -> list[FoundDate]:
        """The dates that the sentence names, but for those of other things."""
        found = sorted(
            (*find_dates(self.page, *self.span), *find_same_days(self.page, *self.span)),
            key=lambda d: d.start,
        )
        heading = self.heading.start if self.heading is not None else -1
        return [d for d in found if d.start != heading and not self._is_beside(d)]

    def _is_beside(self, found: FoundDate) -> bool:
        """`the truce of late July`, `since 1991`; but `in the autumn of next year`."""
        before = set(self._before(found.start, 2))
        loose = self.page.text[found.start : found.end].casefold().endswith((" year", " month"))
        return bool(_ASIDE & before) and not (loose and before & {"of"})

    @cached_property
    def places(self) -> list[Place]:
        """The venues that the sentence names."""
        return list(find_places(self.page, self.cast, self.sentence))

    def _before(self, offset: int, number: int) -> list[str]:
        return self.page.text[self.sentence.start : offset].casefold().split()[-number:]

    def token(self, index: int) -> Token | None:
        """The parsed word at an item."""
        return self._token_at.get(self.items[index].start)

    def governor(self, index: int) -> Token | None:
        """The verb that the word at an item hangs on."""
        return verb_above(self.token(index))

    def index_at(self, offset: int) -> int:
        """The item that holds an offset, or the first after it."""
        return next((n for n, item in enumerate(self.items) if item.end > offset), len(self.items))

    def tagged(self, tags: Iterable[str]) -> list[int]:
        """The items whose word has one of the parser's tags."""
        wanted = set(tags)
        return [n for n in range(len(self.items)) if (t := self.token(n)) is not None and t.tag_ in wanted]

    # --- when and where ----------------------------------------------------------------------------------------------

    def when(self, index: int) -> FoundDate | None:
        """The date that belongs to the verb of an item, else the nearest after it in its clause, else before it; in
        a text
        under dates (a diary, a chronology) at last that of the heading.
        """
        index = min(index, len(self.items) - 1)
        offset = self.items[index].start
        low, high = self.clause(index)
        here = [d for d in self.dates if max(low, self._begin) <= d.start < high]
        datelined = [d for d in self.dates if low <= d.start < self._begin]
        verb = self.governor(index)
        if verb is not None and verb.dep_ in {"aux", "auxpass"}:
            verb = verb.head
        inside = [d for d in here if not self._is_apart(d, offset) and not self._is_said(d, verb)]
        own = [d for d in inside if verb is not None and verb_above(self._token_in(d)) == verb]
        after = [d for d in inside if d.start >= offset]
        before = [d for d in inside if d.start < offset and not self._verb_between(d.end, offset)]
        before = [d for d in before if not self._is_aside(d, verb)]
        shared = [d for d in here if self._is_fronted(d.start) and self._is_shared(d, offset, verb)]
        shared = shared or [d for d in here if self._is_meanwhile(d, offset)]
        return next((row[0] for row in (own, after, before[-1:], shared, datelined) if row), self.heading)

    def _is_fronted(self, offset: int) -> bool:
        """Whether words open the sentence: `In Tbilisi on Monday, …` is said of all that follows."""
        index = self.index_at(offset)
        return index <= _FRONT and not any(
            self.is_party(i) and self.words[i - 1 : i] not in (["in"], ["at"]) for i in range(index)
        )

    def _is_shared(self, found: FoundDate, offset: int, verb: Token | None) -> bool:
        """`On July 2 she chaired … and was received by …`, `On Tuesday he came to Hargeisa, where Irro received him`:
        the second verb, told of the same time.
        """
        between = [t for t in self.parsed if found.end <= t.idx < offset and t.tag_ in _FINITE]
        joined = verb is not None and verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"}
        breaks = [w for i, w in zip(self.items, self.words, strict=True) if found.end <= i.start < offset]
        return (joined or len(between) <= 1) and not vocabulary().breaks & set(breaks) - {
            "where",
            "who",
            "which",
        }

    def _is_said(self, found: FoundDate, verb: Token | None) -> bool:
        """`will visit Beijing, his office said on Sunday`: the day of the saying."""
        day = self._token_in(found)
        own = verb_above(day)
        if own is None or day is None or own == verb or own.lower_ not in verb_forms():
            return False
        return 0 < day.i - own.i <= _RIGHT_BEHIND

    def _is_meanwhile(self, found: FoundDate, offset: int) -> bool:
        """`the chair stood empty on Monday as the group gathered`: both on that day."""
        between = [w for i, w in zip(self.items, self.words, strict=True) if found.end <= i.start < offset]
        finite = [t for t in self.parsed if found.end <= t.idx < offset and t.tag_ in _FINITE]
        between = between[between[:1] == [","] :]
        return between[:1] in (["as"], ["when"]) and not finite and not vocabulary().breaks & set(between[1:])

    def _is_apart(self, found: FoundDate, offset: int) -> bool:
        """Whether a clause begins between a date and an offset: `met on Friday, for the first time since X fell in
        May`.
        """
        low, high = sorted((found.start, offset))
        words = [w for item, w in zip(self.items, self.words, strict=True) if low < item.start < high]
        if found.start == low and self.page.text.startswith(" when ", found.end):
            words.remove("when")  # `on Wednesday when Aingimea signed`
        return bool((vocabulary().breaks - {"but"}) & set(words))

    def _is_aside(self, found: FoundDate, verb: Token | None) -> bool:
        """Whether a date belongs to a relative clause: `Abhisit, who will chair the summit in October, telephoned`."""
        own = verb_above(self._token_in(found))
        return own is not None and own != verb and own.dep_ in {"relcl", "acl"}

    def _verb_between(self, start: int, end: int) -> bool:
        return any(t.tag_ in _FINITE and start <= t.idx < end for t in self.parsed)

    def _token_in(self, found: FoundDate) -> Token | None:
        return next((t for t in self.parsed if found.start <= t.idx < found.end and t.pos_ != "DET"), None)

    def clause(self, index: int) -> tuple[int, int]:
        """The characters between the semicolons and dashes around an item."""
        marks = [i.start for n, i in enumerate(self.items) if i.text in {";", "—", "–"} and n != index]
        offset = self.items[min(index, len(self.items) - 1)].start
        before, after = [m for m in marks if m < offset], [m for m in marks if m > offset]
        return (before[-1] if before else self.sentence.start), (after[0] if after else self.sentence.end)

    def where(self, index: int) -> Place | None:
        """The venue nearest to an item, rather after it than before."""
        offset = self.items[min(index, len(self.items) - 1)].start
        low, high = self.clause(index)
        near = [
            p
            for p in self.places
            if low <= p.start < high
            and (-_NEAR_BEFORE <= p.start - offset <= _NEAR_AFTER or self._is_fronted(p.start))
        ]
        return min(near, key=lambda p: (p.start < offset, abs(p.start - offset)), default=None)

    def setting(self, first: int, last: int, *, beside: bool) -> tuple[FoundDate | None, Place | None]:
        """The date and venue of an occasion named at items `first` to `last`; of one that only stands `beside` what
        is told
        (`ahead of the meeting`) those right behind its words.
        """
        if not beside:
            return self.when(first), self.where(last)
        end = self.items[last - 1].end
        told = self.words[last : last + 2]
        reach = (
            _NEAR_AFTER
            if {"which", "that", "where", "due", "scheduled", "planned", "set"} & set(told)
            else _BESIDE
        )
        when = next((d for d in self.dates if 0 <= d.start - end <= reach), None)
        where = next((p for p in self.places if 0 <= p.start - end <= reach), None)
        return when, where

    # --- parties -----------------------------------------------------------------------------------------------------

    def is_party(self, index: int) -> bool:
        """Whether an item is an actor that may take part: no adjective, possessor or mere topic."""
        item = self.items[index]
        if index in self.groups or self.is_side(index):
            return True
        if item.kind not in PARTIES or item.form in {"adjective", "city"}:
            return False
        return not self.is_possessor(index) and (index == 0 or self.words[index - 1] not in vocabulary().mere)

    def is_side(self, index: int) -> bool:
        """`the Georgian side`, `Mexico’s government`, `a Taliban delegation`: the people of a state or body are it."""
        item = self.items[index]
        if not item.actor or self.cast.actors[item.actor].kind in {"person", "office"}:
            return False
        after = self.words[index + 1 : index + 5]
        while after[:1] in (["’"], ["'"], ["s"]):
            after = after[1:]
        if after[:1] in (["foreign"], ["finance"], ["defence"], ["defense"], ["interior"]):
            return after[1:2] == ["ministers"]
        return after[:1] != [] and after[0] in vocabulary().sides

    def is_possessor(self, index: int) -> bool:
        """`Trump’s`, `the Philippines’`."""
        after = self.words[index + 1 : index + 3]
        return after[:1] in (["’"], ["'"]) and (after[1:] == ["s"] or self.items[index].text.endswith("s"))

    def parties(self, indexes: Iterable[int]) -> tuple[Item, ...]:
        """The actors at some items; a plural gives all for whom it stands."""
        found: list[Item] = []
        for index in indexes:
            actors = self.groups.get(index, (self.items[index].actor,))
            found += [self._as_item(index, actor) for actor in actors]
        return tuple({item.actor: item for item in found}.values())

    def _as_item(self, index: int, actor: str) -> Item:
        if index not in self.groups:
            item = self.items[index]
            return replace(item, kind="state", form="name") if self.is_side(index) else item
        kind = "person" if self.cast.actors[actor].kind in {"person", "office"} else "state"
        return replace(self.items[index], kind=kind, actor=actor)

    def people(self, items: Iterable[Item]) -> list[str]:
        """The persons and unnamed holders of posts among some items."""
        return list(dict.fromkeys(i.actor for i in items if i.kind == "person"))

    def teams(self, items: Iterable[Item]) -> list[str]:
        """The states and bodies among some items whose people are meant: `the Houthi delegation`."""
        sides = (i for i in items if i.kind == "state" and self.is_side(self.index_at(i.start)))
        return list(dict.fromkeys(i.actor for i in sides))

    def powers(self, items: Iterable[Item]) -> list[str]:
        """The states and bodies among some items."""
        return list(dict.fromkeys(i.actor for i in items if i.kind == "state" and i.form != "city"))

    def served(self, actors: Iterable[str]) -> list[str]:
        """The state or body that each actor is or serves."""
        found: list[str] = []
        for actor in actors:
            kind = self.cast.actors[actor].kind
            found += self.cast.served(actor)[:1] if kind in {"person", "office"} else [actor]
        return found

    def body(self, item: Item) -> BodyEntry | None:
        """The body of the reference that an item names."""
        entry = self.cast.actors[item.actor].entry if item.kind == "state" else None
        return entry if isinstance(entry, BodyEntry) else None


def verb_above(token: Token | None) -> Token | None:
    """The verb that a word hangs on, else what heads its sentence or lies twelve words up."""
    for _ in range(12):
        if token is None or token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            break
        token = token.head
    return token


def _stems(word: str) -> Iterator[str]:
    for ending, restored in (("d", ""), ("ed", ""), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending) + restored
