"""Which occasion a deed means, and how its actors are put into it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.dates import FoundDate, turned
from ingest.occasions.book import Book
from ingest.occasions.deeds import Deed
from ingest.occasions.drafts import Draft, agree
from ingest.occasions.evidence import rule_of
from ingest.occasions.nouns import Noun
from ingest.occasions.scene import PAIR, PARTIES, Scene
from ingest.occasions.vocabulary import vocabulary, word_set

_ADDRESSING = word_set("addressing")
_PHONES = word_set("phones")
Named = Sequence[tuple[Noun, Draft | None]]

_PRESENCES = frozenset({"attend", "attended_by", "absent", "with", "come"})
_ENCOUNTERS = {"call": "call", "by_phone": "call", "sign": "signing", "credentials": "other"}
#: How many items after a deed its occasion may be named.
_REACH = 14
#: How many items after an occasion a relative clause may belong to it: `the summit in Moscow, which`.
_RELATED = 6
_HEADS_OF_STATE = ("president", "king", "emir", "prime minister", "chancellor", "premier", "queen", "sultan")


class Filling:
    """Puts actors into the drafts that one scene speaks of."""

    def __init__(self, book: Book, scene: Scene, named: Named) -> None:
        self._book, self._scene, self._named = book, scene, named
        self._paragraph = scene.sentence.paragraph
        self._met: list[Draft] = []
        self._met_at = 0
        self._visit_here: Draft | None = None
        self._prior = {coming: book.last_in(self._paragraph, coming=coming) for coming in (True, False)}
        self._filled: tuple[Draft, str] | None = None
        self.starts: list[int] = []

    # --- which occasion ----------------------------------------------------------------------------------------------

    def _after(self, deed: Deed, reach: int = _REACH) -> list[tuple[Noun, Draft]]:
        """The occasions named after a deed, but for those right behind a later one: `joined by video, and Erywan
        missed the dinner`.
        """
        theirs = {i for start in self.starts if start > deed.first for i in (start, start + 1, start + 2)}
        return [
            (n, d)
            for n, d in self._named
            if d is not None and deed.last <= n.first <= deed.last + reach
            and not n.margin and n.first not in theirs
        ]  # fmt: skip

    def _before(self, deed: Deed) -> list[tuple[Noun, Draft]]:
        """The occasions named before a deed, but for those of relative clauses that are not its own."""
        return [(n, d) for n, d in self._named if d is not None and n.last <= deed.first and not n.margin]

    def _told_of(self, deed: Deed) -> Draft | None:
        """What a relative clause belongs to: `the summit in Moscow, which was chaired by …`, `met them, in which …`."""
        words = self._scene.words
        at = next(
            (i for i in range(deed.first - 1, max(-1, deed.first - 14), -1) if words[i] == "which"), None
        )
        if at is None:
            return None
        named = [(n.last, d) for n, d in self._named if d is not None and n.last <= at]
        inside = words[at - 1 : at] in (["in"], ["at"]) and bool(self._met)
        if inside and self._met_at > max((last for last, _ in named), default=0):
            return self._met[-1]
        return named[-1][1] if named and at - named[-1][0] <= _RELATED and named[-1][1].is_gathering else None

    def _occasion_of(self, deed: Deed) -> Draft | None:
        """The gathering named after the deed, else before it in the sentence, else the one spoken of."""
        told_of = self._told_of(deed)
        if told_of is not None:
            return told_of
        if self._scene.words[deed.last - 1] == "at":
            return next((d for _, d in self._after(deed, 8)), None)
        if deed.verb in _ADDRESSING and deed.last == deed.first + 1:
            return next((d for _, d in self._after(deed, 3)), None)
        named = [
            (n, d)
            for n, d in (*self._after(deed), *reversed(self._before(deed)))
            if d.kind not in {"visit", "call"}
        ]
        if named:
            return named[0][1]
        return self._spoken_of(deed)

    def _spoken_of(self, deed: Deed) -> Draft | None:
        """What was spoken of before this sentence; in it, what stands `in the presence of` somebody."""
        if (
            deed.family in {"with", "attended_by"}
            and "represented" not in self._scene.words[deed.first : deed.last]
        ):
            here = self._book.last_in(self._paragraph, coming=not deed.mood.past)
        else:
            here = self._prior[not deed.mood.past]
        draft = here or self._book.focus(self._paragraph)
        return draft or (self._book.presume() if self._tells_of_many(deed) else None)

    def _tells_of_many(self, deed: Deed) -> bool:
        """Whether more than two are told to have been at something, or to have stayed away."""
        if deed.family not in _PRESENCES or deed.mood.irrealis or deed.verb == "bring":
            return False
        parties = [i for i in (*deed.subjects, *deed.objects) if i.kind in PARTIES]
        return len(parties) > PAIR

    # --- filling -----------------------------------------------------------------------------------------------------

    def fill(self, draft: Draft, actors: Sequence[str], deed: Deed, status: str = "attended") -> None:
        """Note the part of some actors; what is to come makes them expected."""
        if status == "attended" and (
            deed.mood.future or draft.coming or (deed.mood.present and self._is_ahead(draft))
        ):
            status = "expected"
        named = any(d is draft for _, d in self._named)
        rule = rule_of(deed.family, status, named=named, many=named or draft.is_gathering)
        for actor in actors:
            draft.add(actor, status, self._scene.span, rule)
        self._filled = (draft, status)
        self._book.touch(draft, self._paragraph, self._scene.items[deed.first].start)

    def when(self, deed: Deed) -> FoundDate | None:
        """The date of a deed: before the publication where it is told as past, after it where it is to come."""
        found = self._scene.when(deed.first)
        if found is None or not (deed.mood.future or deed.mood.past):
            return found
        return turned(found, self._scene.page, ahead=deed.mood.future)

    def _is_ahead(self, draft: Draft) -> bool:
        """In the present tense a paper tells what is to come, unless the day has passed."""
        return (
            draft.start is None
            or draft.start >= (self._scene.page.article.published or "")[: len(draft.start)]
        )

    def meeting(self, kind: str, actors: Sequence[str], deed: Deed, word: str = "") -> Draft:
        """The meeting of just these, on the day and at the place of what is spoken of unless others are said."""
        when, where = self.when(deed), self._scene.where(deed.last)
        visit = self._visit_here
        if kind == "bilateral" and visit is not None and self._is_purpose(visit, deed, actors, when):
            self.fill(visit, actors, deed, next(status for status, _ in visit.people.values()))
            return visit
        around = self._book.focus(self._paragraph)
        margin = next((d for n, d in self._named if d is not None and n.margin), None)
        ahead = deed.mood.future or (
            deed.mood.present and "again" in self._scene.words[deed.last : deed.last + 2]
        )
        draft = self._book.encounter(kind, actors, when, None if kind == "call" else where, word, ahead=ahead)
        near = margin or (None if deed.mood.perfect or deed.mood.future or when else around)
        if near is not draft and draft.around is None:
            draft.around = near
        self.fill(draft, actors, deed)
        self._met.append(draft)
        self._met_at = deed.last
        return draft

    def _is_purpose(self, visit: Draft, deed: Deed, actors: Sequence[str], when: FoundDate | None) -> bool:
        """`goes on to Jakarta to call on Widodo`: the visit itself, where no day is told apart."""
        words = self._scene.words
        if not set(visit.people) <= set(actors) or not agree(visit.start, when):
            return False
        return words[deed.first - 1 : deed.first] == ["to"]

    def _kind_of(self, deed: Deed, actors: Sequence[str]) -> str:
        kind = _ENCOUNTERS.get(deed.family, "bilateral")
        remote = _PHONES & set(self._scene.words[deed.first : deed.last + 8])
        if kind == "bilateral" and remote:
            return "call"
        return self._gathering_kind(actors) if kind == "bilateral" and len(actors) > PAIR else kind

    def _gathering_kind(self, actors: Sequence[str]) -> str:
        """A summit of heads of state and government, a ministerial of ministers, else consultations."""
        cast = self._scene.cast
        posts = [[p.post.casefold() for p in cast.posts_of.get(a, ())] for a in actors]
        posts = [held or [cast.actors[a].name.casefold()] for a, held in zip(actors, posts, strict=True)]
        if all(any(post.startswith(_HEADS_OF_STATE) for post in held) for held in posts):
            return "summit"
        return "ministerial" if all(any("minister" in p for p in held) for held in posts) else "consultation"


def is_wished(scene: Scene, noun: Noun) -> bool:
    """`hoped for a meeting with`, `a request for talks`: no occasion."""
    return bool(
        set(scene.words[max(0, noun.first - 5) : noun.first]) & (vocabulary().undoing | vocabulary().irrealis)
    )


def main_subject(scene: Scene) -> str | None:
    """The person of whom the sentence's main verb in the past is said."""
    root = next((t for t in scene.parsed if t.head.i == t.i), None)
    subject = next((t for t in root.lefts if t.dep_ == "nsubj"), None) if root is not None else None
    if root is None or subject is None or root.tag_ not in {"VBD", "VBN"}:
        return None
    start, end = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
    return next((i.actor for i in scene.items if i.kind == "person" and start <= i.start < end), None)
