"""Which mentions of events are one event.

Two mentions are one where
1. forum and ordinal are the same (`the sixth Moscow Format meeting`; the fifth never folds into the sixth), or
2. forum and a certain day are the same, or
3. kind and a certain day are the same, and so are the parties, as far as each article names them.
Two events of one article are never one. An event without a certain day and without an ordinal stays in its article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from graph.clusters import Clusters, Key, Wish, minted
from graph.mentions import certain_days, event_ids
from graph.model import (
    EVENT,
    Mention,
    Node,
    Occasion,
    compatible,
    first_day,
    folded,
    full_days,
    last_day,
    slug,
    without_absent,
)
from graph.names import called, preferred

SEASON_DAYS: Final = 92
TWO_SIDED: Final = frozenset({"bilateral", "call", "visit", "signing", "other"})


def resolve_events(mentions: Iterable[Mention]) -> tuple[dict[Key, str], list[Node]]:
    """The node of each mention of an event, and the nodes."""
    events = sorted((mention for mention in mentions if mention.occasion), key=_richest_first)
    clusters = Clusters(events)
    _join_rounds(clusters, events)
    _join_days(clusters, events)
    groups = clusters.all()
    ids = minted([_wish(group) for group in groups])
    of = {mention.key: node_id for group, node_id in zip(groups, ids, strict=True) for mention in group}
    return of, [Node(node_id, EVENT, _properties(group)) for group, node_id in zip(groups, ids, strict=True)]


def _richest_first(mention: Mention) -> tuple[bool, int, Key]:
    occasion = _of(mention)
    return occasion.ordinal is None, -len(occasion.parties), mention.key


def _of(mention: Mention) -> Occasion:
    assert mention.occasion is not None  # noqa: S101 -- mentions of events have one
    return mention.occasion


def _join_rounds(clusters: Clusters, events: list[Mention]) -> None:
    """Same forum, same ordinal, and dates that may be the same."""
    rounds: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for mention in events:
        occasion = _of(mention)
        for forum in occasion.forum:
            if occasion.ordinal is not None:
                rounds[forum, occasion.ordinal].append(mention)
    for numbered in sorted(rounds):
        firsts: list[Mention] = []
        for mention in rounds[numbered]:
            near = [first for first in firsts if _in_one_season(_of(first), _of(mention))]
            if not any(
                clusters.root(first.key) == clusters.root(mention.key)
                or clusters.join(first.key, mention.key)
                for first in near
            ):
                firsts.append(mention)


def _in_one_season(one: Occasion, other: Occasion) -> bool:
    """Two dates may be of one round: where articles err on the day, they err by less than a season."""
    if not one.start or not other.start:
        return True
    spans = sorted((first_day(o.start), last_day(o.end or o.start)) for o in (one, other) if o.start)
    return (date.fromisoformat(spans[1][0]) - date.fromisoformat(spans[0][1])).days < SEASON_DAYS


def _join_days(clusters: Clusters, events: list[Mention]) -> None:
    """Each event, the best told first, joins the one that fits best among those before it, if one does."""
    sketches: dict[Key, Sketch] = {}
    by_block: dict[str, set[Key]] = defaultdict(set)
    for root in dict.fromkeys(clusters.root(mention.key) for mention in events):
        sketch = Sketch.of(clusters.members(root))
        near = {clusters.root(key) for block in sketch.blocks for key in by_block[block]}
        fitting = [(sketch.fits(sketches[key]), key) for key in sorted(near) if clusters.may_join(root, key)]
        best = max((fit for fit, _ in fitting), default=0)
        chosen = [key for fit, key in fitting if fit == best and best > 0]
        if len(chosen) == 1:
            clusters.join(root, chosen[0])
            sketch = Sketch.of(clusters.members(root))
        sketches[clusters.root(root)] = sketch
        for block in sketch.blocks:
            by_block[block].add(root)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a cluster of mentions says of its event, all in all."""

    kinds: frozenset[str]
    forums: frozenset[str]
    ordinals: frozenset[int]
    days: frozenset[str]
    places: frozenset[str]
    parties: frozenset[str]
    blocks: frozenset[str]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Sketch:
        """The sketch of these mentions taken together."""
        said = [(mention, _of(mention)) for mention in mentions]
        return cls(
            kinds=frozenset(occasion.kind for _, occasion in said),
            forums=frozenset(forum for _, occasion in said for forum in occasion.forum),
            ordinals=frozenset(occasion.ordinal for _, occasion in said if occasion.ordinal is not None),
            days=frozenset(day for _, occasion in said for day in certain_days(occasion)),
            places=frozenset(folded(occasion.place) for _, occasion in said if occasion.place),
            parties=frozenset(party for _, occasion in said for party in occasion.parties),
            blocks=frozenset(block for mention, _ in said for block in mention.blocks),
        )

    def fits(self, other: Sketch) -> int:
        """How well two sketches are of one event: 0 where they are not, or nothing says that they are."""
        if not self.days & other.days or self._contradicts(other):
            return 0
        if self.forums & other.forums:
            return 100 + len(self.parties & other.parties)
        return self._fits_by_parties(other) if self.kinds & other.kinds else 0

    def _contradicts(self, other: Sketch) -> bool:
        """Another round, or another forum."""
        rounds = self.ordinals and other.ordinals and not self.ordinals & other.ordinals
        forums = self.forums and other.forums and not self.forums & other.forums
        return bool(rounds or forums)

    def _fits_by_parties(self, other: Sketch) -> int:
        """Two sides must both be there; of many, half; where only one is named, the place must be the same."""
        shared, fewest = len(self.parties & other.parties), min(len(self.parties), len(other.parties))
        same_place = bool(self.places & other.places)
        two_sided = bool(self.kinds & other.kinds & TWO_SIDED)
        enough = shared >= 2 and (two_sided or same_place or 2 * shared >= fewest)
        only_named = same_place and shared == fewest and (shared == 1 or not two_sided)
        return 1 + shared + same_place if enough or only_named else 0


def _wish(group: list[Mention]) -> Wish:
    """The surest id that any of its articles gives it; an event that none can tell apart keeps to its article."""
    ranked = [(place, wish) for mention in group for place, wish in enumerate(event_ids(_of(mention)))]
    if ranked:
        return Wish(min(ranked)[1], None, group[0])
    return Wish(f"event/{slug(group[0].name)}", None, group[0], alone=False)


def _properties(group: list[Mention]) -> dict[str, Any]:
    said = [_of(mention) for mention in group]
    start, end, clash = _dates(said)
    first, last = full_days(start, end)
    ordinals = Counter(str(occasion.ordinal) for occasion in said if occasion.ordinal is not None)
    places = Counter(occasion.place for occasion in said if occasion.place)
    return without_absent(
        called(group)
        | {"kind": preferred(Counter(occasion.kind for occasion in said))}
        | {"ordinal": int(preferred(ordinals)) if ordinals else None, "start": start, "end": end}
        | {"start_first": first, "end_last": last, "place": preferred(places) if places else None}
        | {"status": _status(group, first), "disputed": True if clash else None}
    )


def _dates(said: list[Occasion]) -> tuple[str | None, str | None, bool]:
    """Start and end, and whether articles contradict one another on them.

    The most precise date wins, then the one that most articles give, then the earlier; the end is one that goes
    with that start.
    """
    starts = Counter(occasion.start for occasion in said if occasion.start)
    if not starts:
        return None, None, False
    start = min(starts, key=lambda day: (-len(day), -starts[day], day))
    ends = Counter(
        o.end for o in said if o.end and compatible(o.start, start) and last_day(o.end) >= first_day(start)
    )
    end = min(ends, key=lambda day: (-len(day), -ends[day], day)) if ends else None
    clash = any(not compatible(one, start) for one in starts) or any(not compatible(one, end) for one in ends)
    return start, end, clash


def _status(group: list[Mention], first: str | None) -> str:
    """held, expected or cancelled: what the latest article says that says anything.

    Where none does, an event that began before an article spoke of it was held.
    """
    telling = [mention for mention in group if _of(mention).said in ("held", "cancelled")]
    if telling:
        latest = max(mention.published or "" for mention in telling)
        said = {_of(mention).said for mention in telling if (mention.published or "") == latest}
        return "cancelled" if "cancelled" in said else "held"
    if any(_of(mention).said == "expected" for mention in group):
        return "expected"
    over = first is not None and any(first <= (mention.published or "") for mention in group)
    return "held" if over or first is None else "expected"
