"""From a page to its cast: names, titles, states and bodies found in the words and put together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.record import Span
from graph.reference import Reference, StateEntry
from ingest.actors import Actor, Cast, HeldPost, Mention
from ingest.bodies import find_bodies
from ingest.docs import Page
from ingest.gazetteer import PLACES, Entry, Gazetteer, Hit, settled
from ingest.known import known_state
from ingest.lexicon import read_lexicon
from ingest.mention_order import MentionOrder
from ingest.names import honorifics, name_end, same_person
from ingest.persons import NameFinder
from ingest.skips import Skipped
from ingest.spans import Cover, overlap
from ingest.title_words import load_grammar
from ingest.titles import TitleFinder
from ingest.tokens import Token, fold

if TYPE_CHECKING:
    from ingest.binding import TitleGroup
    from ingest.principal_cases import Outline

_LOCATIVE = frozenset(read_lexicon("names")["before_places"])
_first = attrgetter("first")
_SUFFIX = re.compile(r"^(?:i{1,3}|iv|v|vi|jr|sr)$")


class _Person:
    """A person while the article is being searched: the names seen, the fullest first."""

    def __init__(self, words: tuple[str, ...], shown: str) -> None:
        self.words = words
        self.shown = shown
        self.forms: set[str] = {shown}
        self.aliases: set[str] = set()
        self.id = ""


class CastBuilder(MentionOrder):
    """Builds the cast of one page."""

    def __init__(self, page: Page, gazetteer: Gazetteer, reference: Reference) -> None:
        super().__init__()
        self.page = page
        self.reference = reference
        self.tokens = page.tokens
        self.hits = list(settled(self.tokens, list(gazetteer.scan(self.tokens)), reference))
        self.hit_at = {h.first: h for h in self.hits}
        self.titles = list(TitleFinder(self.tokens, self.hits, load_grammar()).find())
        self.title_at = {t.first: t for t in self.titles}
        self.title_words = {i for t in self.titles for i in range(t.core, t.last)}
        self.names = NameFinder(page, self.tokens, self.hits, self.titles)
        self.actors: dict[str, Actor] = {}
        self.posts: list[HeldPost] = []
        self.skipped: list[Skipped] = []
        self.leaders: list[tuple[TitleGroup, str | None]] = []
        self.posts_of: defaultdict[str, list[HeldPost]] = defaultdict(list)
        self.posts_under: defaultdict[str, list[HeldPost]] = defaultdict(list)
        self.persons: list[_Person] = []
        self.affiliations: dict[str, str] = {}
        self.known: dict[str, str] = {}
        self._starts = [t.start for t in self.tokens]
        self._name_at: dict[int, int] = {}
        self._name_ending: dict[int, int] = {}
        self._persons_with: defaultdict[str, list[int]] = defaultdict(list)
        self._words_known: set[str] = set()
        self._numbers: dict[str, int] = {}

    @cached_property
    def outline(self) -> Outline:
        """What the whole article tells of its titles, once its persons are found."""
        from ingest.principal_cases import Outline

        return Outline(self)

    def build(self) -> Cast:
        """The cast: persons first, then who holds what, then states and bodies, then what points back."""
        from ingest.anaphora import resolve_descriptions, settle_leaders, settle_offices
        from ingest.binding import bind_titles, hold_pending
        from ingest.pronouns import resolve_pronouns

        self.find_persons()
        unbound, pending = bind_titles(self)
        resolve_descriptions(self, unbound, pending)
        hold_pending(self, pending)
        settle_offices(self)
        settle_leaders(self)
        self.add_unknown_bodies()
        self.add_reference_mentions()
        resolve_pronouns(self)
        return Cast(
            self.actors.values(), self.mentions, self.posts, self.known | self.affiliations, self.skipped
        )

    # --- persons -------------------------------------------------------------------------------------------------

    def find_persons(self) -> None:
        """Collect names, make one person of those that belong together, and mention each wherever it stands."""
        spans = {(s.first, s.last) for s in self.names.spans()}
        full = sorted(
            (s for s in spans if len(self.names.words(*s)) > 1), key=lambda s: (-len(self.names.words(*s)), s)
        )
        for first, last in full:
            self._add_name(first, last)
        for first, last in sorted(s for s in spans if len(self.names.words(*s)) == 1):
            self._add_single(first, last)
        self._mention_names()

    def _add_name(self, first: int, last: int) -> None:
        words = self.names.words(first, last)
        shown = self.page.text[self.tokens[first].start : self.tokens[last - 1].end]
        for person in self._persons_sharing(words):
            if same_person(words, person.words):
                person.forms.add(shown)
                return
        self._add_person(words, shown)

    def _add_person(self, words: tuple[str, ...], shown: str) -> None:
        for word in dict.fromkeys(words):
            self._persons_with[word].append(len(self.persons))
        self._words_known.update(words, map(_bare, words))
        self.persons.append(_Person(words, shown))

    def _persons_sharing(self, words: Sequence[str]) -> Iterator[_Person]:
        """Yield the persons who have one of the words in their names."""
        numbers = {number for word in words for number in self._persons_with.get(word, ())}
        return (self.persons[number] for number in sorted(numbers))

    def _add_single(self, first: int, last: int) -> None:
        word = self.names.words(first, last)[0]
        if word not in self._words_known:
            self._add_person((word,), self.page.text[slice(*self.span(first, last))])

    def _mention_names(self) -> None:
        """Give each person an id and mention it at every full name, surname or other short form in the text."""
        shorts = self._short_forms()
        taken: set[int] = set()
        for person in self.persons:
            person.id = self._fresh_id(" ".join(person.words))
            self.actors[person.id] = Actor(person.id, "person", person.shown, set(person.forms))
        recent: dict[str, _Person] = {}
        index = 0
        while index < len(self.tokens):
            match = self._person_at(index, shorts, recent)
            if match is None:
                index += 1
                continue
            last, person = match
            self._mention_person(index, last, person)
            for word in person.words:
                recent[word] = person
            taken.update(range(index, last))
            index = last
        self._affiliate()
        self.hits = [h for h in self.hits if not any(i in taken for i in range(h.first, h.last))]
        self.hit_at = {h.first: h for h in self.hits}

    def _alias(self) -> None:
        """Take in by-names: `Abdirahman Mohamed Abdullahi, better known as Irro`."""
        for index, token in enumerate(self.tokens[:-2]):
            words = (token.folded, self.tokens[index + 1].folded)
            name = (
                index + 2
                if words in {("known", "as"), ("known", "simply")}
                else index + 1
                if token.folded == "calls"
                else None
            )
            if name is None or not self.tokens[name].capital or name in self.hit_at:
                continue
            sentence = self.page.sentence_at(token.start)
            before = [p for p in self.persons if self._stands_between(p, sentence.start, token.start)]
            if before:
                before[-1].aliases.add(self.tokens[name].folded)

    def _stands_between(self, person: _Person, start: int, end: int) -> bool:
        return any(form in self.page.text[start:end] for form in person.forms)

    def _affiliate(self) -> None:
        """Note whose each person is: `Ukraine’s Volodymyr Zelensky`, `Xi Jinping of China`, `FU CONG (China)`."""
        starts = {m.start: m.actor for m in self.mentions}
        ends = {m.end: m.actor for m in self.mentions}
        for hit in (h for h in self.hits if h.form in {"name", "capital"}):
            following = [t.folded for t in self.tokens[hit.last : hit.last + 2]]
            after = self.tokens[hit.last + 2].start if hit.last + 2 < len(self.tokens) else -1
            if following in (["'", "s"], ["’", "s"]) and after in starts:
                self.affiliations[starts[after]] = self.entry_actor(hit.entry)
            joint = hit.first - 1 - (self.tokens[hit.first - 1].folded == "the")
            person = ends.get(self.tokens[joint - 1].end) if joint > 0 else None
            if person is not None and self.tokens[joint].folded in {"of", "("}:
                self.affiliations.setdefault(person, self.entry_actor(hit.entry))
        for known in self.persons:
            state = self.reference.state(known_state(known.words) or "")
            if state is not None and known.id not in self.affiliations:
                self.known[known.id] = self.entry_actor(state)

    def _short_forms(self) -> dict[str, list[_Person]]:
        """Word -> the persons whom it may stand for alone: by surname, else by another of their names."""
        self._alias()
        shorts: dict[str, list[_Person]] = {}
        for person in self.persons:
            for alias in person.aliases:
                shorts.setdefault(alias, []).append(person)
            words = [w for w in person.words if not _SUFFIX.match(w)] or list(person.words)
            for word in dict.fromkeys((words[-1], words[0], *words[1:-1])):
                for form in (word, _bare(word)):
                    if (
                        len(form) > 2 or (len(form) == 2 and len(words) > 1)
                    ) and person not in shorts.setdefault(form, []):
                        shorts[form].append(person)
        for word, persons in shorts.items():
            persons.sort(key=lambda p: word not in {p.words[-1], _bare(p.words[-1])})
            surnamed = [p for p in persons if word in {p.words[-1], _bare(p.words[-1])} or word in p.aliases]
            if surnamed:
                persons[:] = surnamed
        return shorts

    def _person_at(
        self, index: int, shorts: dict[str, list[_Person]], recent: dict[str, _Person]
    ) -> tuple[int, _Person] | None:
        token = self.tokens[index]
        if not token.capital or index in self.title_words:
            return None
        end = name_end(self.tokens, index, self.hit_at)
        while end > index:
            words = self.names.words(index, end)
            if len(words) > 1:
                for person in self._persons_sharing(words):
                    if same_person(words, person.words) and not _opens_with_rank(words, person.words):
                        return end, person
            elif words and words[0] in shorts and index not in self.hit_at and index not in self.title_words:
                chosen = recent.get(words[0], shorts[words[0]][0])
                return end, chosen if chosen in shorts[words[0]] else shorts[words[0]][0]
            end -= 1
            while end > index and self.tokens[end - 1].text in "-’'‘.":
                end -= 1
        return None

    def _mention_person(self, first: int, last: int, person: _Person) -> None:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        form = self.page.text[start:end]
        self.actors[person.id].forms.add(form)
        self._name_at[start] = self._name_ending[end] = len(self.mentions)
        self.mention(Mention(start, end, person.id, "name", "free", (start, end)))

    # --- states and bodies ---------------------------------------------------------------------------------------

    def entry_actor(self, entry: Entry) -> str:
        """The local id of the actor for a reference entry."""
        if isinstance(entry, StateEntry):
            local = (entry.iso3 or entry.id).casefold()
            kind = "state"
        else:
            local, kind = entry.id, entry.type
        if local not in self.actors:
            self.actors[local] = Actor(local, kind, entry.name, set(), entry)
        return local

    def add_unknown_bodies(self) -> None:
        """Mention bodies that the reference does not name: `the Kyrgyz-Uzbek Intergovernmental Commission`."""
        named = sorted((m.start, m.end) for m in self.mentions if m.form == "name")
        for start, end, kind in find_bodies(self.page.text, self.hits_of_bodies()):
            if overlap(named, start, end):
                continue
            name = self.page.text[start:end]
            local = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
            if local not in self.actors:
                self.actors[local] = Actor(local, kind, name, set())
            self.mention(Mention(start, end, local, "name", "free", (start, end)))

    def hits_of_bodies(self) -> list[Span]:
        """Where the reference's bodies are named."""
        return [self.span(h.first, h.last) for h in self.hits if not isinstance(h.entry, StateEntry)]

    def add_reference_mentions(self) -> None:
        """Mention the states and bodies that the hits name, outside of titles already bound."""
        covered = Cover(m.outer for m in self.mentions)
        for hit in self.hits:
            start, end = self.tokens[hit.first].start, self.tokens[hit.last - 1].end
            inside = covered.holds(start, end)
            role = "modifier" if inside else "place" if self.is_place(hit) else "free"
            actor = self.entry_actor(hit.entry)
            form = "name" if hit.form == "name" else hit.form
            if role != "place" or hit.form != "city":
                self.actors[actor].forms.add(self.page.text[start:end])
            self.mention(Mention(start, end, actor, form, role, (start, end)))

    def is_place(self, hit: Hit) -> bool:
        """Whether a capital or city is only a venue here: `in Moscow`, not `Moscow warned`."""
        if hit.form not in PLACES:
            return False
        if hit.form == "city" or hit.first == 0:
            return True
        before = self.tokens[hit.first - 1].folded
        after = self.tokens[hit.last].text if hit.last < len(self.tokens) else ""
        joined = before == "and" and hit.first > 1 and self._follows_locative(hit.first - 1)
        return before in _LOCATIVE or joined or (before == "the" and after not in "’'") or after in {"—", "–"}

    def _follows_locative(self, index: int) -> bool:
        return index > 1 and self.tokens[index - 2].folded in _LOCATIVE

    # --- helpers for the modules that go on -------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """The characters of words `first` to `last` (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def skip(self, first: int, reason: str) -> None:
        """Count the sentence of a title that begins at a word and gave no post."""
        sentence = self.page.sentence_at(self.tokens[first].start)
        if sentence.body:
            self.skipped.append(Skipped("post", (sentence.start, sentence.end), reason))

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def tokens_between(self, start: int, end: int) -> Sequence[Token]:
        """The words that begin within [start, end)."""
        return self.tokens[self.index_at(start) : self.index_at(end)]

    def person_at(self, first: int) -> Mention | None:
        """The person mentioned at a word."""
        place = self._name_at.get(self.tokens[first].start) if first < len(self.tokens) else None
        return self.mentions[place] if place is not None else None

    def person_ending(self, last: int) -> Mention | None:
        """The person whose name ends before a word."""
        place = self._name_ending.get(self.tokens[last - 1].end) if last else None
        return self.mentions[place] if place is not None else None

    def hits_in(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that begin within [start, end)."""
        first, last = (bisect_left(self.hits, self.index_at(o), key=_first) for o in (start, end))
        return self.hits[first:last]

    def hits_before(self, offset: int) -> Iterator[Hit]:
        """Yield the hits that begin before an offset, the last one first."""
        for index in range(bisect_left(self.hits, self.index_at(offset), key=_first) - 1, -1, -1):
            yield self.hits[index]

    def hold_post(self, post: HeldPost) -> None:
        """Add that a person holds a post."""
        self.posts.append(post)
        self.posts_of[post.person].append(post)
        self.posts_under[post.of].append(post)

    def _fresh_id(self, name: str) -> str:
        base = re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "person"
        number, candidate = self._numbers.get(base, 2), base
        while candidate in self.actors:
            candidate, number = f"{base}-{number}", number + 1
        self._numbers[base] = number
        return candidate

    def office(self, post: str, of: str) -> str:
        """The local id of the unnamed holder of a post."""
        base = f"{of}-{re.sub(r'[^a-z0-9]+', '-', fold(post)).strip('-')}"
        if base not in self.actors:
            self.actors[base] = Actor(base, "office", post, set(), None, (post, of))
        return base


def _bare(word: str) -> str:
    """A name without the article that papers add or leave: `al-sharaa` -> `sharaa`."""
    return word[3:] if word.startswith(("al-", "el-", "as-", "ar-", "ad-")) else word


def _opens_with_rank(words: Sequence[str], name: Sequence[str]) -> bool:
    """`General Assimi Goïta` is the name Assimi Goïta after a rank."""
    return words[0] in honorifics() and words[0] not in name


def build_cast(page: Page, gazetteer: Gazetteer, reference: Reference) -> Cast:
    """The cast of a page."""
    return CastBuilder(page, gazetteer, reference).build()
