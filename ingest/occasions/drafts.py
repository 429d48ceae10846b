"""Events while an article is read, and what agrees with what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.record import Span
from ingest.dates import FoundDate, shifted
from ingest.occasions.nouns import Noun
from ingest.occasions.places import Place
from ingest.occasions.scene import PAIR
from ingest.rules import Rule
from ingest.tokens import fold

#: Kinds that two parties have with one another.
PAIR_KINDS = frozenset({"bilateral", "call", "visit", "signing"})
#: Kinds that are one another's: `the session` may be the summit's.
LOOSE = frozenset({"session", "conference", "consultation"})
_DAY, _MONTH, _YEAR = 10, 7, 4
#: So many days of a month are its first.
_WEEK = 7


@dataclass(slots=True)
class Draft:
    """An event while the article is read.

    `people` maps actors to their status and the sentences that say so, each with the rules that found it; `around` is
    the occasion whose day and place it has where nothing else is said (`On the sidelines …`).
    """

    kind: str | None
    name: str
    forum: str | None = None
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    hosts: list[str] = field(default_factory=list)
    cancelled: bool = False
    coming: bool = False
    margin: bool = False
    presumed: bool = False
    days: int = 0
    around: Draft | None = None
    people: dict[str, tuple[str, dict[Span, set[Rule]]]] = field(default_factory=dict)
    anchors: list[int] = field(default_factory=list)

    def add(self, actor: str, status: str, span: Span, rule: Rule) -> None:
        """Note an actor's part; what was said first stands, and its evidence grows."""
        known, told = self.people.setdefault(actor, (status, {}))
        if known == status:
            told.setdefault(span, set()).add(rule)
        elif known == "expected":
            self.people[actor] = (status, {span: {rule}})

    @property
    def is_own(self) -> bool:
        """Whether it may be what the article is about: neither to come nor only beside what is told."""
        return not self.coming and not self.margin

    @property
    def is_gathering(self) -> bool:
        """Whether more than a pair come together: a summit, a session; no visit, no call."""
        return self.kind not in PAIR_KINDS and (bool(self.forum or self.ordinal) or len(self.people) != PAIR)

    @property
    def was_held(self) -> bool:
        """Whether somebody is told to have been at it."""
        return any(status == "attended" for status, _ in self.people.values())

    def held_by_others(self, span: Span) -> bool:
        """Whether other sentences tell that somebody was at it."""
        return any(status == "attended" and set(told) - {span} for status, told in self.people.values())

    def close(self, when: FoundDate) -> None:
        """Take a date as the last day: of the first then only the month is certain."""
        if self.start == when.first and self.end is None and len(when.first) == _DAY:
            self.start, self.end = when.first[:7], when.first

    def settle(self, when: FoundDate | None, where: Place | None) -> None:
        """Take the date and place of a sentence, where there are none yet."""
        if when is not None and self.start is None:
            self.start, self.end = when.first, when.last
        if where is not None and self.place is None:
            self.place = where.name


def take_days(draft: Draft) -> None:
    """`The three-day meeting`: the first day tells the last, and the last the first."""
    if draft.days < PAIR:
        return
    if draft.end is None and draft.start is not None and len(draft.start) == _DAY:
        draft.end = shifted(draft.start, draft.days - 1)
    elif draft.end is not None and len(draft.end) == _DAY and len(draft.start or "") < _DAY:
        draft.start = shifted(draft.end, 1 - draft.days) or draft.start


def take_setting(draft: Draft, published: str) -> None:
    """Give an occasion the day and place of the one around it: `On the sidelines …`, `Before the meeting …`."""
    around, seen = draft.around, {id(draft)}
    held = draft.was_held
    while around is not None and id(around) not in seen:
        ahead = held and bool(published) and (around.start or "") > published
        if draft.start is None and len(around.start or "") == _DAY and around.end is None and not ahead:
            draft.start = around.start
        if draft.place is None and around.place is not None:
            draft.place = around.place
        seen.add(id(around))
        around = around.around


def take_season(draft: Draft, published: str, *, main: bool) -> None:
    """News is new: what took place without a date lies in the year of the publication, and what the article is of in
    its month, but for the first days of one.
    """
    if draft.start is None and draft.was_held and not draft.coming and len(published) == _DAY:
        draft.start = published[: _MONTH if main and int(published[8:]) > _WEEK else _YEAR]


def kinds_agree(left: str | None, right: str | None) -> bool:
    """Whether one forum's meeting may be of both kinds."""
    return left == right or None in {left, right} or bool({left, right} & LOOSE)


def kinds_fit(noun: Noun, draft: Draft) -> bool:
    """Whether a definite noun may mean an occasion: `the session` any gathering, `the dinner` a dinner."""
    if noun.kind in LOOSE:
        return draft.is_gathering or draft.kind == "consultation"
    if noun.kind == "other":
        ceremony = noun.head == "ceremony" and draft.kind in {"signing", "other"}
        return ceremony or noun.head in draft.name.casefold()
    return noun.kind == draft.kind or (draft.kind is None and draft.is_gathering)


def persons_agree(draft: Draft, noun: Noun) -> bool:
    """Whether the actors tied to a noun take part in an occasion."""
    return not noun.linked or set(noun.linked) <= set(draft.people)


def names_agree(draft: Draft, noun: Noun) -> bool:
    """`the Kabul Conference`: a name of its own is no other occasion, unless that has its name or its place."""
    if not (noun.specified_by_name and noun.forum is None):
        return True
    own = {w for w in fold(noun.name).split() if w != noun.head}
    return bool(own & {*fold(draft.name).split(), *fold(draft.place or "").split()})


def places_agree(draft: Draft, where: Place | None) -> bool:
    """Whether an occasion may be held at a venue: at the same, or one of another kind (a palace in the city)."""
    return (
        None in {draft.place, where}
        or where is None
        or where.state is None
        or where.name == draft.place
        or draft.around is not None
    )


def is_far(day: str, published: str) -> bool:
    """Whether a day or month lies more than two months before the publication."""
    if len(day) < _MONTH or len(published) < _DAY:
        return bool(published) and day < published[: len(day)]
    return _months(day) < _months(published) - 2


def _months(day: str) -> int:
    """A day's month, counted from the calendar's first year."""
    return int(day[:4]) * 12 + int(day[5:_MONTH])


def agree(start: str | None, when: FoundDate | None) -> bool:
    """Whether two dates may be one: the shorter begins the longer, or one is not known."""
    return agree_days(start, when.first if when is not None else None)


def agree_days(left: str | None, right: str | None) -> bool:
    """Whether two ISO prefixes may be one."""
    if left is None or right is None:
        return True
    shorter = min(len(left), len(right))
    return left[:shorter] == right[:shorter]
