"""A person with a title whose principal is sought, and what the text around the title tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reference import StateEntry
from ingest.gazetteer import PLACES, Hit
from ingest.lexicon import read_lexicon
from ingest.principals import may_be_subject, served_by
from ingest.tokens import fold

if TYPE_CHECKING:
    from ingest.actors import Mention
    from ingest.binding import TitleGroup
    from ingest.docs import Sentence
    from ingest.mentions import CastBuilder
    from ingest.titles import Title

_LEXICON = read_lexicon("principals")
_DATELINE = re.compile(r"[^.!?\n]{0,38}(?:—|–|--| - |\|)|, [A-Z][a-z]+\.? \d|:")
_OF_BODIES = frozenset(_LEXICON["of_bodies"])


class Outline:
    """What the whole article tells of every title in it, found once."""

    def __init__(self, builder: CastBuilder) -> None:
        states = [h for h in builder.hits if isinstance(h.entry, StateEntry) and h.form != "city"]
        #: How much of the article each state takes up.
        self.salience: defaultdict[str, float] = defaultdict(float)
        for hit in states:
            self.salience[builder.entry_actor(hit.entry)] += 1.5 / (len(states) + 2)
        #: The places that open a paragraph, in order.
        self.datelines = [h for h in builder.hits if is_dateline(builder, h)]
        #: The first words of the states and bodies that titles name.
        self.titled = {h.first for t in builder.titles for h in t.principals}
        self.counterparts = [t for t in builder.titles if t.counterpart]
        #: Folded name of a post -> titles like `the Indian prime minister`.
        self.described: defaultdict[str, list[Title]] = defaultdict(list)
        for title in builder.titles:
            if title.definite and title.principals and title.principals[0].form == "adjective":
                self.described[fold(title.name)].append(title)


@dataclass(frozen=True, slots=True)
class Case:
    """A person with a title whose principal is sought."""

    builder: CastBuilder
    group: TitleGroup
    mention: Mention
    guessed: Collection[str] = ()

    @property
    def outline(self) -> Outline:
        """What the whole article tells."""
        return self.builder.outline

    @property
    def offset(self) -> int:
        """Where the title begins."""
        return self.builder.tokens[self.group.first].start

    @property
    def end(self) -> int:
        """Where the title and the name end."""
        return max(self.mention.end, self.builder.tokens[self.group.last - 1].end)

    @property
    def sentence(self) -> Sentence:
        """The sentence that holds the title."""
        return self.builder.page.sentence_at(self.offset)

    def states(self, start: int, end: int) -> Iterator[tuple[int, Hit, str]]:
        """Yield offset, hit and actor of the states named within [start, end)."""
        for hit in self.builder.hits_in(start, end):
            at = self.builder.tokens[hit.first].start
            if isinstance(hit.entry, StateEntry) != self.of_body:
                yield at, hit, self.builder.entry_actor(hit.entry)

    @property
    def of_body(self) -> bool:
        """Whether states have no such post: `the Secretary-General`."""
        return self.group.titles[0].head in _OF_BODIES

    @property
    def posted_abroad(self) -> bool:
        """Whether the holder of such a post serves outside his state."""
        return self.group.titles[0].head in {"ambassador", "envoy", "charge d'affaires", "consul general"}

    def is_ours(self) -> bool:
        """`Our delegation was headed by President X`: of whoever writes, who is not named."""
        words = self.builder.tokens_between(self.sentence.start, self.offset)
        return any(t.folded == "our" and self.builder.page.quotation_at(t.start) is None for t in words)

    @property
    def clause_start(self) -> int:
        """Where the part of the sentence begins that a semicolon or a comma with `and` parts off before the title."""
        text = self.builder.page.text
        start = text.rfind(";", self.sentence.start, self.offset) + 1
        return max(start, self.sentence.start)

    def words_before(self, number: int) -> list[str]:
        """The words before the title."""
        return [word_at(self.builder, i) for i in range(self.group.first - number, self.group.first)]

    def is_venue(self, hit: Hit, prepositions: Collection[str] = ("in",)) -> bool:
        """Whether a state or place is only where something happens: `in Kenya`, `the Afghan capital`."""
        before, after = word_at(self.builder, hit.first - 1), word_at(self.builder, hit.last)
        return self.builder.is_place(hit) or before in prepositions or after in {"capital", "city", "town"}

    def is_dateline(self, hit: Hit) -> bool:
        """Whether a place only opens its paragraph."""
        return is_dateline(self.builder, hit)

    def lead(self, sentence: Sentence) -> str | None:
        """The state that a sentence begins with, itself or by a person: `Spain’s King Felipe VI begins …`."""
        start = sentence.start
        people = [
            (m.start, served_by(self.builder, m.actor))
            for m in self.builder.mentions_in(sentence.start, sentence.end)
            if m.role == "free"
        ]
        states = [
            (at, actor)
            for at, hit, actor in self.states(start, sentence.end)
            if not self.is_venue(hit)
            and not self.is_dateline(hit)
            and (may_be_subject(self.builder, hit) or at - start < 5)
            and (hit.form not in PLACES or hit.form == "capital")
        ]
        known = sorted((at, actor) for at, actor in (*people, *states) if actor is not None)
        return known[0][1] if known and not self._is_listed(known[0][0]) else None

    def _is_listed(self, offset: int) -> bool:
        """Whether a state is the first of several: `Britain, Canada and Portugal had …`."""
        hit = self.builder.hit_at.get(self.builder.index_at(offset))
        joined = hit is not None and word_at(self.builder, hit.last) in {",", "and"}
        return joined and hit is not None and hit.last + 1 in self.builder.hit_at

    def people(self, start: int, end: int) -> Iterator[tuple[Mention, str]]:
        """Yield the other persons mentioned within [start, end) and whom they serve."""
        for mention in sorted(self.builder.mentions_in(start, end), key=lambda m: m.start):
            if mention.end <= end and mention.actor != self.mention.actor:
                known = served_by(self.builder, mention.actor)
                if known is not None:
                    yield mention, known


def is_dateline(builder: CastBuilder, hit: Hit) -> bool:
    """Whether a place opens its paragraph and nothing is said of it: `LUSAKA, 12 March (Southern Wire) -`."""
    start, end = builder.span(hit.first, hit.last)
    text = builder.page.text
    opens = start == 0 or text[start - 1] == "\n"
    return opens and hit.form in PLACES and _DATELINE.match(text, end) is not None


def word_at(builder: CastBuilder, index: int) -> str:
    """The folded word at an index; "" outside the text."""
    return builder.tokens[index].folded if 0 <= index < len(builder.tokens) else ""
