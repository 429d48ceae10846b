"""The cast of an article: its persons, offices, states and bodies, and every place in the text that mentions them.

A person is found by a name beside a title, by the parser's entity recognition, or by a name already found elsewhere in
the article; a bare surname resolves inside its article and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.record import Span
from graph.reference import BodyEntry, StateEntry
from ingest.rules import Rule
from ingest.skips import Skipped

#: Forms that point back instead of naming.
ANAPHORIC = frozenset({"pronoun", "description"})


@dataclass(slots=True)
class Actor:
    """Someone or something that may take part, speak or be spoken of; `entry` is its reference entry, if it has one.

    `office` is (post, principal's id) where the actor is the unnamed holder of a post.
    """

    id: str
    kind: str
    name: str
    forms: set[str] = field(default_factory=set)
    entry: StateEntry | BodyEntry | None = None
    office: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor.

    `form`: name, adjective, demonym, capital, metonym, seat, title (an unnamed holder), description, pronoun.
    `role`: free; modifier (inside another actor's title or name); place (only a place).
    `outer`: the whole noun phrase with title and apposition.
    """

    start: int
    end: int
    actor: str
    form: str
    role: str = "free"
    outer: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A person holds a post of a principal, as the words in `span` say; `rule` found it."""

    person: str
    post: str
    of: str
    status: str
    span: Span
    vague: bool = False
    rule: Rule = Rule.TITLE_BEFORE


class Cast:
    """The actors of one article and their mentions in the order of the text; `skipped` are titles of no post."""

    def __init__(
        self,
        actors: Iterable[Actor],
        mentions: Iterable[Mention],
        posts: Iterable[HeldPost],
        affiliations: Mapping[str, str] | None = None,
        skipped: Iterable[Skipped] = (),
    ) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.actor)))
        self.posts = tuple(posts)
        self.skipped = tuple(skipped)
        self.affiliations = dict(affiliations or {})
        self.posts_of: defaultdict[str, list[HeldPost]] = defaultdict(list)
        for post in self.posts:
            self.posts_of[post.person].append(post)
        self._starts = [m.start for m in self.mentions]
        self._bodies = [m for m in self.mentions if self.kind(m) not in {"person", "office"}]
        self._body_starts = [m.start for m in self._bodies]

    def between(self, start: int, end: int, roles: Sequence[str] = ("free",)) -> Iterator[Mention]:
        """Yield the mentions that begin within [start, end) and play one of the roles."""
        for mention in self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if mention.role in roles:
                yield mention

    def before(self, offset: int, roles: Sequence[str] = ("free",)) -> Iterator[Mention]:
        """Yield the mentions that begin before an offset and play one of the roles, the last one first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self.mentions[index].role in roles:
                yield self.mentions[index]

    def bodies_before(self, offset: int) -> Iterator[Mention]:
        """Yield the free mentions of states and bodies that begin before an offset, the last one first."""
        for index in range(bisect_left(self._body_starts, offset) - 1, -1, -1):
            if self._bodies[index].role == "free":
                yield self._bodies[index]

    def kind(self, mention: Mention) -> str:
        """The kind of the mentioned actor."""
        return self.actors[mention.actor].kind

    def principals(self, person: str) -> list[str]:
        """The states and bodies whose posts a person holds, current ones first; of an office its principal."""
        office = self.actors[person].office
        if office is not None:
            return [office[1]]
        held = sorted(self.posts_of.get(person, ()), key=lambda p: p.status == "former")
        return list(dict.fromkeys(p.of for p in held))

    def served(self, person: str) -> list[str]:
        """The states and bodies whose posts a person holds, else whose he is: `Mali’s X`, and officials known by
        name.
        """
        return self.principals(person) or [s for s in [self.affiliations.get(person)] if s is not None]
