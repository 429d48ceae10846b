"""For whom words stand that point at several persons or at a guest: `the two leaders`, `both`, `they`, `his host`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.lexicon import read_lexicon
from ingest.occasions.scene import PAIR, Scene

_SPEECH = read_lexicon("speech")
_NUMBERS: dict[str, int] = _SPEECH["numbers"]
#: Plurals that stand for persons; states and delegations have other rules.
_PEOPLE = (
    frozenset(_SPEECH["groups"])
    - frozenset(_SPEECH["sides"])
    - {"they", "both", "two", "delegations", "members"}
)
_SIDES = frozenset({"sides", "parties", "countries", "neighbours", "neighbors", "states", "governments"})
#: Plurals of posts, and what the title of a holder has in it.
_POSTS = {
    "presidents": "president",
    "premiers": "minister",
    "ministers": "minister",
    "kings": "king",
    "ambassadors": "ambassador",
}
_POST_WITHIN = 4
_GUESTS = frozenset({"guest", "visitor"})
_HOSTS = frozenset({"host", "hostess"})
#: For so many persons at most `they` stands.
_FEW = 4
_DETERMINERS = frozenset({"the", "these", "those", "same", "all", "his", "her"})
_POSSESSING = frozenset({"of", "from", "’", "'"})
_OFFICES = frozenset({("heads", "of", "state"), ("heads", "of", "government"), ("heads", "of", "delegation")})
#: Plurals that need no number: `the ministers met`.
_TOGETHER = frozenset(_SPEECH["together"]) | frozenset({"presidents", "premiers", "men", "sides"})
_SUBORDINATE = frozenset({"although", "though", "because", "when", "while", "that", "before", "after"})
_SMALL = frozenset({"of", "and", "for", "to", "in", "at", "by", "from", "with"})


class Pointers:
    """Settles the pointing words of one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def settle(self, present: Sequence[Sequence[str]], visitors: Sequence[str], home: str | None) -> None:
        """Settle for whom `the two leaders`, `both`, `they`, `the visitor` stand; `present` are those who took part in
        the occasions spoken of, the last one first: as many as the plural counts, or those of the last for one without
        a number; `visitors` pay the visits told so far; `home` is the state that the article is datelined from.
        """
        index = 0
        while index < len(self._scene.items):
            found = self._plural_at(index)
            if found is None:
                self._settle_guest(index, present, visitors, home)
                index += 1
                continue
            last, number = found
            if self._scene.words[last - 1] in _SIDES:
                actors = self._sides_before(index, number or PAIR)
            else:
                actors = self._counted(index, number, present) if number else self._uncounted(index, present)
            if len(actors) > 1:
                self._scene.groups[index] = actors
            index = last

    def _settle_guest(
        self, index: int, present: Sequence[Sequence[str]], visitors: Sequence[str], home: str | None
    ) -> None:
        """`the visitor`, `her guest`: of those spoken of last who is from abroad; `his host`: who is at home."""
        word, before = self._word(index), self._scene.words[index - 1 : index]
        if word not in _GUESTS | _HOSTS or before not in (["the"], ["his"], ["her"]):
            return
        here = [i.actor for i in self._scene.items[:index] if i.kind == "person"]
        lately = [p for people in present for p in people] + list(self._people_lately(index))
        for actor in dict.fromkeys([*(visitors if word in _GUESTS else ()), *lately]):
            person = self._scene.cast.actors[actor].kind == "person"
            foreign = actor in visitors or (home is not None and home not in self._scene.served([actor]))
            if person and actor not in here and foreign == (word in _GUESTS):
                self._scene.groups[index] = (actor,)
                return

    def _people_lately(self, index: int) -> Iterator[str]:
        """The persons named in this sentence before an item and in the two before it, the last one first."""
        start = self._scene.page.sentences[max(0, self._scene.sentence.index - 2)].start
        for mention in reversed(list(self._scene.cast.between(start, self._scene.items[index].start))):
            if self._scene.cast.kind(mention) == "person":
                yield mention.actor

    def _counted(self, index: int, number: int, present: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """The persons named last where they stand together, else those who last met in that number."""
        last = self._people_before(index, number, self._post_of(index))
        here = [i.actor for i in self._scene.items[:index] if i.kind == "person"]
        if set(last) <= set(here):
            return last
        met = next((tuple(people) for people in present if len(people) == number), ())
        return met if met and not set(last) <= set(met) else last

    def _uncounted(self, index: int, present: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """For `they` the persons of the sentence before, if there were several; else those who last met."""
        if self._scene.words[index] == "they" and self._scene.sentence.index:
            before = self._scene.page.sentences[self._scene.sentence.index - 1]
            named = self._scene.cast.between(before.start, before.end)
            people = tuple(dict.fromkeys(m.actor for m in named if self._scene.cast.kind(m) == "person"))
            if before.paragraph == self._scene.sentence.paragraph and len(people) > 1:
                return people
        last = tuple(next(iter(present), ()))
        words = self._scene.words
        together = any(w in _TOGETHER and i not in self._scene.groups for i, w in enumerate(words[:index]))
        if words[index] in {"they", "them"} and together:
            return ()  # `Most of the ministers go on to Brussels, where Borrell will host them`
        return last if self._scene.words[index] not in {"they", "them"} or len(last) <= _FEW else ()

    def _plural_at(self, index: int) -> tuple[int, int] | None:
        """The end of a plural and its number, 0 where it has none: `the two leaders`, `both men`, `they`."""
        if self._scene.items[index].kind != "word":
            return None
        if self._scene.words[index] in {"they", "them"}:
            return index + 1, 0
        start = index
        while self._word(index) in _DETERMINERS:
            index += 1
        number = _NUMBERS.get(self._word(index), 0)
        index += bool(number)
        head = index
        while head - index < 2 and self._word(head) not in _PEOPLE | _SIDES and self._is_epithet(head):
            head += 1
        counted = number or (index > start and self._word(head) in _TOGETHER)
        offices = number and tuple(self._scene.words[head : head + 3]) in _OFFICES
        owned = self._word(head + 1) in _POSSESSING and not offices
        if self._word(head) in _PEOPLE | _SIDES and not owned and counted:
            return head + 1, number
        return (index, number) if number and self._is_bare(start, index) else None

    def _is_bare(self, start: int, end: int) -> bool:
        """`both have come`, `the two went over business`: a number that stands alone before its verb."""
        opens = (
            not any(self._scene.is_party(i) for i in range(start))
            or self._scene.words[start - 1] in _SUBORDINATE
        )
        token = self._scene.token(end) if end < len(self._scene.items) else None
        return opens and token is not None and token.pos_ in {"VERB", "AUX", "ADV"}

    def _word(self, index: int) -> str:
        return self._scene.words[index] if index < len(self._scene.words) else ""

    def _is_epithet(self, index: int) -> bool:
        """`two [young] leaders`, `three [foreign] ministers`; not `Cabinet [of] Ministers`."""
        known = index < len(self._scene.items) and self._scene.items[index].kind == "adjective"
        return known or (self._word(index).isalpha() and self._word(index) not in _SMALL)

    def _post_of(self, index: int) -> str:
        """`the three Presidents`: `president`, where a plural stands for holders of one post."""
        words = self._scene.words[index : index + _POST_WITHIN]
        return next((_POSTS[word] for word in words if word in _POSTS), "")

    def _people_before(self, index: int, number: int, post: str) -> tuple[str, ...]:
        """The last so many persons named before an item, of those who may hold a post."""
        offset = self._scene.items[index].start
        people: dict[str, None] = {}
        start = self._scene.page.sentences[max(0, self._scene.sentence.index - 5)].start
        for mention in reversed(list(self._scene.cast.between(start, offset))):
            if (
                self._scene.cast.kind(mention) == "person"
                and self._scene.page.quotation_at(mention.start) is None
                and self._may_hold(mention.actor, post)
            ):
                people[mention.actor] = None
            if len(people) == number:
                return tuple(reversed(people))
        return ()

    def _may_hold(self, person: str, post: str) -> bool:
        """Whether nothing tells that a person holds other posts only."""
        held = [p.post.casefold() for p in self._scene.cast.posts_of.get(person, ())]
        return not post or not held or any(post in each and "vice" not in each for each in held)

    def _sides_before(self, index: int, number: int) -> tuple[str, ...]:
        """The last so many states and bodies named before an item."""
        sides: dict[str, None] = {}
        start = self._scene.page.sentences[max(0, self._scene.sentence.index - 3)].start
        for mention in reversed(list(self._scene.cast.between(start, self._scene.items[index].start))):
            if self._scene.cast.kind(mention) not in {"person", "office"} and mention.form not in {
                "city",
                "seat",
            }:
                sides[mention.actor] = None
            if len(sides) == number:
                return tuple(reversed(sides))
        return ()
