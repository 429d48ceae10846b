"""Who has the floor: what a pronoun, `the visitor`, `both sides` and `the text` can point back at.

The floor remembers who spoke where while the statements of a page are read in order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.reference import BodyEntry
from ingest.given_names import pronoun_of
from ingest.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from ingest.actors import Cast, Mention
    from ingest.docs import Page, Sentence
    from ingest.occasions import Occasions

#: Stands in the memory of the floor for a speaker who is not known.
NOBODY = ""
HELD = frozenset({"person", "office"})
PRONOUNS = frozenset({"he", "she"})
_FEMALE = frozenset(read_lexicon("speech")["female"])
_HUMANS = frozenset(read_lexicon("speech")["humans"])
_TITLED = re.compile(rf"\b(?:{'|'.join((*_FEMALE, *read_lexicon('speech')['male']))})\b")
_BOND_AFTER = re.compile(r"\s(?:\(|of )(?:the )?")
_BOND_BEFORE = re.compile(r"[’']s\s$")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SIDE_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp", "ccomp", "csubj"})
#: How far back, in sentences, a pronoun finds whom it takes up.
_MEMORY = 3
#: Through how many pronouns one after the other he is followed.
_CHAIN = 30


@dataclass(slots=True)
class Floor:
    """The page, its cast and its occasions, and who has spoken so far."""

    page: Page
    cast: Cast
    occasions: Occasions
    spoken: list[tuple[int, str]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    bonds: dict[str, list[str]] = field(default_factory=dict)
    _taken: dict[int, str | None] = field(default_factory=dict)
    _followed: int = 0
    _subjects: dict[int, list[Token]] = field(default_factory=dict)
    _served: dict[str, list[str]] = field(default_factory=dict)
    _serving: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _people: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._note_bonds()
        self._people = [a.id for a in self.cast.actors.values() if a.kind == "person"]
        for number, person in enumerate(self._people):
            for principal in self.serves(person):
                self._serving[principal].append(number)
        self.genders.update(
            (p, g) for p in self._people if (g := pronoun_of(self.cast.actors[p].name)) is not None
        )
        for mention in self.cast.mentions:
            match = _TITLED.search(self.page.text, min(mention.start, mention.outer[0]), mention.end)
            before = match or _TITLED.search(self.page.text, max(0, mention.start - 6), mention.start)
            if before is not None and self.kind(mention.actor) == "person":
                self.genders.setdefault(mention.actor, "she" if before.group() in _FEMALE else "he")

    def _note_bonds(self) -> None:
        """`Hungary’s Viktor Orban`, `Xi Jinping of China`, `FU CONG (China)`: whose a person without a post is."""
        states = [
            m for m in self.cast.mentions if self.kind(m.actor) == "state" and m.form in {"name", "capital"}
        ]
        ends = {m.end: m.actor for m in states}
        starts = {m.start: m.actor for m in states}
        for mention in self.cast.mentions:
            if mention.form != "name" or self.kind(mention.actor) != "person":
                continue
            after = _BOND_AFTER.match(self.page.text, mention.end)
            before = _BOND_BEFORE.search(self.page.text, max(0, mention.start - 4), mention.start)
            state = starts.get(after.end()) if after else None
            state = state or (ends.get(before.start()) if before else None)
            if state is not None:
                self.bonds.setdefault(mention.actor, [state])

    def say(self, offset: int, actors: Iterable[str]) -> None:
        """Note that the actors spoke at an offset."""
        self.spoken.extend((offset, actor) for actor in actors)

    def kind(self, actor: str) -> str:
        """The kind of an actor."""
        return self.cast.actors[actor].kind

    def holds(self, actor: str) -> bool:
        """Whether the actor is a person or the unnamed holder of a post; an unknown speaker may be one."""
        return actor == NOBODY or self.kind(actor) in HELD

    def serves(self, actor: str) -> list[str]:
        """The states and bodies that a person serves, by a post or by name: `Hungary’s Viktor Orban`, `Fu (China)`."""
        if actor not in self._served:
            self._served[actor] = self.cast.principals(actor) or self.bonds.get(actor, [])
        return self._served[actor]

    def last_person(self, offset: int, reach: int = 1) -> str | None:
        """The person who spoke last, at most `reach` paragraphs before."""
        return next((a for a in self._speakers_before(offset, reach) if self.holds(a)), None) or None

    def last_body(self, offset: int, reach: int = 1) -> str | None:
        """The state or body that spoke last, at most `reach` paragraphs before."""
        return next((a for a in self._speakers_before(offset, reach) if not self.holds(a)), None)

    def _speakers_before(self, offset: int, reach: int) -> Iterator[str]:
        paragraph = self.page.sentence_at(offset).paragraph
        earliest = self.page.paragraph_start(paragraph - reach)
        for at, actor in reversed(self.spoken):
            if at < earliest:
                return
            if at < offset:
                yield actor

    def spoken_within(self, start: int, end: int) -> list[tuple[int, str]]:
        """Who spoke within [start, end) and where, in order; what is read is read sentence by sentence."""
        found: list[tuple[int, str]] = []
        for at, actor in reversed(self.spoken):
            if at < start:
                break
            if at < end:
                found.append((at, actor))
        return found[::-1]

    def topic(self, offset: int, sentence: Sentence) -> str | None:
        """The person whom the text is about; None where it is nobody known."""
        return self.taken_up(offset, sentence) or None

    def taken_up(self, offset: int, sentence: Sentence, pronoun: str = "") -> str | None:
        """The person whom the text is about: the last main subject before the offset in the sentence, else who spoke or
        acted last in the sentences before it, at most one paragraph back; of a `pronoun`, whoever it may stand for;
        NOBODY where that is a stranger.
        """
        if pronoun == "she":
            near = self.spoken_within(self.page.paragraph_start(sentence.paragraph - 1), offset)
            known = [a for _, a in near if self.genders.get(a) == pronoun]
            if known:
                return known[-1]
        person = self._lead(sentence, offset, pronoun)
        index = sentence.index
        while person is None and index > max(0, sentence.index - _MEMORY):
            index -= 1
            before = self.page.sentences[index]
            if sentence.paragraph - before.paragraph > 1:
                break
            person = self._lead(before, before.end, pronoun)
        women = self._women_before(offset, sentence) if person is None and pronoun == "she" else []
        return women[-1] if women else person

    def _women_before(self, offset: int, sentence: Sentence) -> list[str]:
        """The women named in this paragraph and the one before, the last one last."""
        start = self.page.paragraph_start(sentence.paragraph - 1)
        named = (m for m in self.cast.between(start, offset) if self.page.quotation_at(m.start) is None)
        return [m.actor for m in named if self.genders.get(m.actor) == "she"]

    def _lead(self, sentence: Sentence, until: int, pronoun: str) -> str | None:
        """Who spoke last in a sentence before an offset, or else acted in it."""
        spoke = [a for _, a in self.spoken_within(sentence.start, until) if self.holds(a)]
        spoke = [a for a in spoke if self.may_be(a, pronoun)]
        return spoke[-1] if spoke else self.acting(sentence, until, pronoun)

    def may_be(self, actor: str, pronoun: str) -> bool:
        """Whether nothing speaks against `he` or `she` for the actor."""
        return self.genders.get(actor, pronoun) == pronoun or not pronoun

    def acting(self, sentence: Sentence, until: int, pronoun: str = "") -> str | None:
        """The person who is the last subject of a main verb of the sentence before an offset."""
        found: str | None = None
        for token in self._main_subjects(sentence):
            if token.idx >= until:
                break
            found = self._actor_of(token, sentence, pronoun) or found
        return found

    def _main_subjects(self, sentence: Sentence) -> list[Token]:
        """The subjects of the main verbs of a sentence, in order."""
        if sentence.index not in self._subjects:
            subjects = (t for t in self.words(sentence) if t.dep_ in _SUBJECTS)
            self._subjects[sentence.index] = [t for t in subjects if is_main(t.head)]
        return self._subjects[sentence.index]

    def _actor_of(self, token: Token, sentence: Sentence, pronoun: str) -> str | None:
        """The person whom a subject names or takes up, if the pronoun may stand for him."""
        if token.lower_ in PRONOUNS:
            if pronoun and token.lower_ != pronoun:
                return None
            taken = self._antecedent(token, sentence)
            if taken is not None:
                return taken
        mention = self.mention_of(sentence, token)
        if mention is None or self.kind(mention.actor) != "person":
            return None
        return mention.actor if self.may_be(mention.actor, pronoun) else None

    def _antecedent(self, pronoun: Token, sentence: Sentence) -> str | None:
        """Whom a pronoun takes up, itself through pronouns before it, but not through ever so many."""
        if pronoun.idx not in self._taken:
            if self._followed >= _CHAIN:
                return None
            self._followed += 1
            self._taken[pronoun.idx] = self.taken_up(pronoun.idx, sentence, pronoun.lower_)
            self._followed -= 1
        return self._taken[pronoun.idx]

    def mention_of(self, sentence: Sentence, head: Token) -> Mention | None:
        """The mention that a noun is part of, or else the name beside it: `Her deputy, Kreshnik Ahmeti, …`."""
        mention = self.mention_over(sentence, head.idx)
        if mention is None and head.lower_ in _HUMANS:
            names = (c for c in head.rights if c.dep_ == "appos")
            beside = [self.mention_over(sentence, name.idx) for name in names]
            mention = next((m for m in beside if m is not None and self.holds(m.actor)), None)
        return mention

    def words(self, sentence: Sentence) -> Iterable[Token]:
        """The parsed words of a sentence."""
        return self.page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand") or ()

    def mention_over(self, sentence: Sentence, offset: int) -> Mention | None:
        """The mention whose words or noun phrase hold the character; a person before the state in the title."""
        found = [
            m
            for m in self.cast.between(max(sentence.start, offset - 150), offset + 150, ("free", "place"))
            if m.outer[0] <= offset < m.outer[1] or m.start <= offset < m.end
        ]
        return min(found, key=lambda m: (not self.holds(m.actor), m.start)) if found else None

    def named_before(self, offset: int, sentences: int = 2) -> list[Mention]:
        """The mentions in this sentence before the offset and in the sentences before it, in order."""
        sentence = self.page.sentence_at(offset)
        start = self.page.sentences[max(0, sentence.index - sentences)].start
        return list(self.cast.between(start, offset))

    def people_before(self, offset: int, number: int = 1) -> list[str]:
        """The persons named before an offset, each once, in the order of their last naming; as far back as it takes for
        so many, within ten sentences.
        """
        people: list[str] = []
        for sentences in (2, 5, 10):
            named = [m.actor for m in self.named_before(offset, sentences) if self.kind(m.actor) == "person"]
            people = list(reversed(dict.fromkeys(reversed(named))))
            if len(people) >= number:
                break
        return people

    def sides_before(self, offset: int, number: int, but: Iterable[str] = ()) -> tuple[str, ...]:
        """The last so many states and bodies that were named, or served by persons who were; () if there are fewer."""
        found: dict[str, None] = {}
        for mention in reversed(self.named_before(offset, 4)):
            sides = self.serves(mention.actor)[:1] if self.holds(mention.actor) else [mention.actor]
            found.update(dict.fromkeys(s for s in sides if s not in but and self._may_be_side(s)))
            if len(found) >= number:
                return tuple(reversed(list(found)[:number]))
        return ()

    def _may_be_side(self, actor: str) -> bool:
        """A state, or a body that has no member states of its own."""
        entry = self.cast.actors[actor].entry
        return not (isinstance(entry, BodyEntry) and (entry.members or entry.meeting))

    def hosts(self, offset: int) -> tuple[str, ...]:
        """Who hosts the occasion that is spoken of."""
        event = self.occasions.at(offset)
        found = self.occasions.event(event)
        return found.hosts if found is not None else ()

    def serving(self, principals: Iterable[str]) -> list[str]:
        """The persons who hold a post of one of the states or bodies, in the order of the cast."""
        return [self._people[i] for i in sorted({i for p in principals for i in self._serving.get(p, ())})]

    def issuer(self, offset: int) -> str | None:
        """Who speaks in a joint text: the forum of the occasion, else a forum just named, else who first took part."""
        forum = self.forum_at(offset)
        if forum is None:
            named = (m.actor for m in self.cast.before(offset, ("free", "modifier")))
            forum = next((a for a in named if self._convenes(a)), None)
        return forum or self._first_participant(self.occasions.at(offset))

    def forum_at(self, offset: int) -> str | None:
        """The forum whose occasion is spoken of at an offset."""
        event = self.occasions.at(offset)
        found = self.occasions.event(event)
        return (found.forum or None) if found is not None else None

    def _convenes(self, actor: str) -> bool:
        """A forum, or an organization of states."""
        entry = self.cast.actors[actor].entry
        return self.kind(actor) == "forum" or (isinstance(entry, BodyEntry) and bool(entry.members))

    def _first_participant(self, event: str | None) -> str | None:
        parts = self.occasions.parts_in(event)
        return next((a.participant for a in parts if a.status == "attended"), None)


def is_main(verb: Token) -> bool:
    """Whether a verb belongs to a main clause: no relative, adverbial or content clause."""
    while verb.head.i != verb.i:
        if verb.dep_ in _SIDE_CLAUSES and not _stands_first(verb):
            return False
        verb = verb.head
    return True


def _stands_first(verb: Token) -> bool:
    """`X signed …; Y put …`, which the parser takes for content of the latter."""
    return verb.dep_ == "ccomp" and verb.i < verb.head.i
