"""Which entity of a reading is which of the annotation: actors first, then events by who takes part, where and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ingest.evaluation.wording import Json, forms, overlap, same_name, words

#: What an id of the reading stands for: an id of the annotation, or ("?", id) where there is none.
Aligned = Any
People = Mapping[str, set[Aligned]]
Id = TypeVar("Id", str, int)

_BODIES = ("organization", "forum")
_ORDER = {"state": 0, "organization": 1, "forum": 1, "person": 2, "office": 3}
_LIKE_ENOUGH = 1.5


@dataclass(slots=True)
class Side:
    """A reading or an annotation of one article, without the facts that it takes back."""

    entities: list[Json]
    facts: list[Json]
    by_id: dict[str, Json] = field(init=False)
    optional: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {entity["id"]: entity for entity in self.entities}
        self.optional = {entity["id"] for entity in self.entities if entity.get("optional")}

    @classmethod
    def of(cls, record: Json) -> Side:
        """The side that a record is; an empty object is an empty one."""
        facts = [fact for fact in record.get("facts", []) if not fact.get("retracts")]
        return cls(record.get("entities", []), facts)

    def kind(self, *types: str) -> list[Json]:
        """The entities of these types."""
        return [entity for entity in self.entities if entity.get("type") in types]

    def told(self, kind: str) -> list[Json]:
        """The facts of a type."""
        return [fact for fact in self.facts if fact["type"] == kind]

    def serves(self) -> dict[str, set[str]]:
        """Person or office -> the states and bodies that it serves."""
        out: dict[str, set[str]] = defaultdict(set)
        for fact in self.told("post"):
            out[fact["person"]].add(fact["of"])
        for office in self.kind("office"):
            out[office["id"]].add(office["of"])
        return out


@dataclass(frozen=True, slots=True)
class Alignment:
    """A reading beside an annotation; `event_pairs` maps events of the one to events of the other."""

    read: Side
    gold: Side
    as_gold: dict[str, str]
    event_pairs: dict[str, str]

    def to_gold(self, entity_id: str | None) -> Aligned:
        """The annotation's id for an id of the reading."""
        return self.as_gold.get(entity_id or "", ("?", entity_id))


def align(read: Side, gold: Side) -> Alignment:
    """The alignment of two sides; "*" (nobody, everybody) stands for itself."""
    as_gold = _align_actors(read, gold)
    pairs = _align_events(read, gold, as_gold)
    return Alignment(read, gold, as_gold | pairs, pairs)


def best_pairs(scores: Iterable[tuple[float, Id, Id]], at_least: float) -> dict[Id, Id]:
    """One-to-one pairs out of (score, left, right), the best first."""
    pairs: dict[Id, Id] = {}
    for score, left, right in sorted(scores, key=lambda row: (-row[0], str(row[1]), str(row[2]))):
        if score >= at_least and left not in pairs and right not in pairs.values():
            pairs[left] = right
    return pairs


def _align_actors(read: Side, gold: Side) -> dict[str, str]:
    """Id of the reading -> id of the annotation, many to one; of two namesakes, the one who serves the same state."""
    as_gold = {"*": "*"}
    mine_serve, theirs_serve = read.serves(), gold.serves()
    for mine in sorted(read.entities, key=lambda entity: _ORDER.get(entity["type"], 9)):
        fits = [theirs for theirs in gold.entities if _same_actor(mine, theirs, as_gold)]
        if fits:
            principals = {as_gold.get(of) for of in mine_serve.get(mine["id"], ())}
            best = max(fits, key=lambda theirs: len(principals & theirs_serve.get(theirs["id"], set())))
            as_gold[mine["id"]] = best["id"]
    return as_gold


def _same_actor(mine: Json, theirs: Json, as_gold: Mapping[str, str]) -> bool:
    kind = theirs["type"]
    if mine["type"] != kind and not (mine["type"] in _BODIES and kind in _BODIES):
        return False
    match kind:
        case "event":
            return False
        case "state":
            return _same_state(mine, theirs)
        case "office":
            same_principal = as_gold.get(mine["of"]) == theirs["of"]
            return same_principal and overlap(mine.get("post"), theirs.get("post")) >= 0.5
        case "person":
            return any(same_name(forms(mine)[0], form) for form in forms(theirs))
    return any(words(a) == words(b) for a in forms(mine) for b in forms(theirs) if words(a))


def _same_state(mine: Json, theirs: Json) -> bool:
    if mine.get("iso3") or theirs.get("iso3"):
        return bool(mine.get("iso3") == theirs.get("iso3"))
    return any(words(form) == words(theirs["name"]) for form in forms(mine))


def _align_events(read: Side, gold: Side, as_gold: dict[str, str]) -> dict[str, str]:
    """Required events are paired first, so that an optional one takes none away from them."""
    mine, theirs = _participants(read, as_gold), _participants(gold, None)
    likeness = [
        (_likeness(a, b, mine.get(a["id"], set()), theirs.get(b["id"], set()), as_gold), a["id"], b["id"])
        for a in read.kind("event")
        for b in gold.kind("event")
    ]
    pairs = best_pairs([row for row in likeness if row[2] not in gold.optional], _LIKE_ENOUGH)
    rest = [row for row in likeness if row[2] in gold.optional and row[1] not in pairs]
    return pairs | best_pairs(rest, _LIKE_ENOUGH)


def _participants(side: Side, as_gold: Mapping[str, str] | None) -> People:
    people: dict[str, set[Aligned]] = defaultdict(set)
    for fact in side.told("attendance"):
        who = fact["participant"]
        people[fact["event"]].add(who if as_gold is None else as_gold.get(who, ("?", who)))
    return people


def _likeness(
    mine: Json,
    theirs: Json,
    my_people: set[Hashable],
    their_people: set[Hashable],
    as_gold: Mapping[str, str],
) -> float:
    """How alike two events are; 0 where nothing tells this event from another: no participant, forum or place in
    common, nor the day with the name, nor the whole name.
    """
    same_place = bool(set(words(mine.get("place"))) & set(words(theirs.get("place"))))
    same_forum = bool(theirs.get("forum")) and as_gold.get(mine.get("forum") or "") == theirs["forum"]
    day = mine.get("start") or ""
    needed = 0.3 if day == theirs.get("start") and len(day) == 10 else 0.8
    names = overlap(mine.get("name"), theirs.get("name"))
    if not (my_people & their_people or same_place or same_forum or names >= needed):
        return 0.0
    score = (
        names
        + 0.5 * (mine.get("kind") == theirs.get("kind"))
        + _date_likeness(day, theirs.get("start") or "")
    )
    if my_people and their_people:
        score += 3 * len(my_people & their_people) / len(my_people | their_people)
    if same_forum:
        score += 2 if mine.get("ordinal") == theirs.get("ordinal") else 1
    if mine.get("place") and theirs.get("place"):
        score += 1 if same_place else -0.5
    return score


def _date_likeness(mine: str, theirs: str) -> float:
    if not mine or not theirs:
        return 0.0
    shared = min(len(mine), len(theirs))
    return 1.5 if mine[:shared] == theirs[:shared] else -1.5
