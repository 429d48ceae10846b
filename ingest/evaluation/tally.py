"""What a reading found of each kind, beside what the annotation holds; docs/annotation.md says what counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Set
from dataclasses import dataclass, field
from typing import Any

from ingest.evaluation.alignment import Aligned, Alignment, Side, align, best_pairs
from ingest.evaluation.wording import Json, forms, overlap, words

KINDS = ("person", "post", "event", "attendance", "host", "statement", "target", "recognition")
DETAILS = (
    "event_date",
    "post_status",
    "statement_form",
    "statement_event",
    "recognition_date",
    "evidence",
    "all_targets",
)
_BODIES = ("organization", "forum")
_FILLERS = frozenset({"of", "the", "for"})

Translate = Callable[[str], Aligned]


@dataclass(slots=True)
class Tally:
    """`kinds`: found rightly, found wrongly, missed; `details`: right, of so many; `notes`: a line for each miss;
    `judged`: each fact that is not optional, and whether it is right.
    """

    kinds: dict[str, list[int]] = field(default_factory=lambda: {kind: [0, 0, 0] for kind in KINDS})
    details: dict[str, list[int]] = field(default_factory=lambda: {detail: [0, 0] for detail in DETAILS})
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    judged: list[tuple[Json, bool]] = field(default_factory=list)

    def count(
        self, kind: str, found: Set[Hashable], wanted: Set[Hashable], neutral: Set[Hashable] = frozenset()
    ) -> None:
        """Count what was found of what is wanted; what is neutral is neither rewarded nor punished."""
        required = wanted - neutral
        extra, missed = sorted(found - required - neutral, key=str), sorted(required - found, key=str)
        for place, number in enumerate((len(found & required), len(extra), len(missed))):
            self.kinds[kind][place] += number
        self.notes[kind] += [f"extra   {item}" for item in extra] + [f"missed  {item}" for item in missed]

    def detail(self, name: str, right: object) -> None:
        """Count whether a detail of what was matched is right."""
        self.details[name][0] += bool(right)
        self.details[name][1] += 1

    def judge(self, fact: Json, right: object) -> None:
        """Note whether a fact that was read is right."""
        self.judged.append((fact, bool(right)))

    def add(self, other: Tally) -> None:
        """Add the numbers of another article; its notes stay its own."""
        for mine, theirs in ((self.kinds, other.kinds), (self.details, other.details)):
            for name, row in theirs.items():
                mine[name] = [a + b for a, b in zip(mine[name], row, strict=True)]
        self.judged += other.judged


def tally_article(read: Json, gold: Json) -> Tally:
    """The tally of one article; `read` may be empty."""
    pair, tally = align(Side.of(read), Side.of(gold)), Tally()
    for judge in (_persons, _events, _attendance, _recognition, _posts, _hosts, _statements):
        judge(pair, tally)
    return tally


def _persons(pair: Alignment, tally: Tally) -> None:
    """One human being, one entity: a second entity for the same one is extra."""
    wanted = {entity["id"] for entity in pair.gold.kind("person")}
    found: set[Hashable] = set()
    for entity in pair.read.kind("person"):
        person = pair.to_gold(entity["id"])
        if person not in wanted:
            found.add(("unknown", entity["name"]))
        elif person in found:
            found.add(("split", entity["name"]))
        else:
            found.add(person)
    tally.count("person", found, wanted, pair.gold.optional)


def _events(pair: Alignment, tally: Tally) -> None:
    for mine, theirs in pair.event_pairs.items():
        start = pair.gold.by_id[theirs].get("start")
        if start:
            tally.detail("event_date", pair.read.by_id[mine].get("start") == start)
    unknown = [event for event in pair.read.kind("event") if event["id"] not in pair.event_pairs]
    found = set(pair.event_pairs.values()) | {("?", event.get("name"), event["id"]) for event in unknown}
    tally.count("event", found, {event["id"] for event in pair.gold.kind("event")}, pair.gold.optional)


def _attendance(pair: Alignment, tally: Tally) -> None:
    def key(fact: Json, translate: Translate) -> tuple[Aligned, Aligned, str]:
        return translate(fact["participant"]), translate(fact["event"]), fact["status"]

    found, wanted = _keyed(pair, "attendance", key)
    serves = pair.gold.serves()
    implied = {(of, event, status) for who, event, status in wanted for of in serves.get(who, ())}
    neutral = {at for at, fact in wanted.items() if fact.get("optional")} | (implied - wanted.keys())
    neutral |= {at for at in [*wanted, *found] if at[1] in pair.gold.optional}
    tally.count("attendance", found.keys(), wanted.keys(), neutral)
    for at in found.keys() - neutral:
        tally.judge(found[at], at in wanted)
    for at in found.keys() & wanted.keys() - neutral:
        tally.detail("evidence", _same_evidence(found[at], wanted[at]))


def _recognition(pair: Alignment, tally: Tally) -> None:
    def key(fact: Json, translate: Translate) -> tuple[Aligned, Aligned, str]:
        return translate(fact["from"]), translate(fact["to"]), fact["status"]

    found, wanted = _keyed(pair, "recognition", key)
    neutral = {at for at, fact in wanted.items() if fact.get("optional")}
    tally.count("recognition", found.keys(), wanted.keys(), neutral)
    dates = {(*key(fact, pair.to_gold), fact.get("date")) for fact in pair.read.told("recognition")}
    for at in found.keys() - neutral:
        tally.judge(found[at], at in wanted)
    for at in found.keys() & wanted.keys() - neutral:
        tally.detail("evidence", _same_evidence(found[at], wanted[at]))
        if wanted[at].get("date"):
            tally.detail("recognition_date", (*at, wanted[at]["date"]) in dates)


def _keyed(
    pair: Alignment, kind: str, key: Callable[[Json, Translate], tuple[Aligned, Aligned, str]]
) -> tuple[dict[Any, Json], dict[Any, Json]]:
    """The facts of both sides by key; of several with one key a required one speaks for all."""

    def by_key(facts: Iterable[Json], translate: Translate) -> dict[Any, Json]:
        return {
            key(fact, translate): fact for fact in sorted(facts, key=lambda fact: not fact.get("optional"))
        }

    return by_key(pair.read.told(kind), pair.to_gold), by_key(
        pair.gold.told(kind), lambda entity_id: entity_id
    )


def _posts(pair: Alignment, tally: Tally) -> None:
    read, gold = pair.read.told("post"), pair.gold.told("post")
    likeness = [
        (_title_likeness(pair, mine, theirs), i, j)
        for i, mine in enumerate(read)
        for j, theirs in enumerate(gold)
        if pair.to_gold(mine["person"]) == theirs["person"]
    ]
    pairs = best_pairs(likeness, 0.5)
    required = {j for j, fact in enumerate(gold) if not fact.get("optional")}
    for i, j in pairs.items():
        if j in required:
            tally.detail("post_status", read[i].get("status") == gold[j].get("status"))
            tally.detail("evidence", _same_evidence(read[i], gold[j]))
    for i, fact in enumerate(read):
        if pairs.get(i, -1) in required or i not in pairs:
            tally.judge(fact, i in pairs)
    unknown = {_unknown_post(pair, fact) for i, fact in enumerate(read) if i not in pairs}
    tally.count(
        "post",
        {("gold", j) for j in required & set(pairs.values())} | unknown,
        {("gold", j) for j in required},
    )


def _unknown_post(pair: Alignment, fact: Json) -> tuple[str, str, str, str]:
    return "?", str(pair.to_gold(fact["person"])), fact["post"], str(pair.to_gold(fact["of"]))


def _title_likeness(pair: Alignment, mine: Json, theirs: Json) -> float:
    """President of the ECOWAS Commission: the post may be of the part, or of the whole with the part in the title."""
    if pair.to_gold(mine["of"]) == theirs["of"]:
        return overlap(mine["post"], theirs["post"])
    my_body, their_body = pair.read.by_id.get(mine["of"], {}), pair.gold.by_id[theirs["of"]]
    if my_body.get("type") not in _BODIES or their_body["type"] not in _BODIES:
        return 0.0
    for a in map(words, forms(my_body)):
        for b in map(words, forms(their_body)):
            if a and set(a) < set(b):
                return _part_likeness(mine["post"], theirs["post"], [word for word in b if word not in a])
            if b and set(b) < set(a):
                return _part_likeness(theirs["post"], mine["post"], [word for word in a if word not in b])
    return 0.0


def _part_likeness(of_whole: str, of_part: str, part: list[str]) -> float:
    def bare(text: str) -> str:
        return " ".join(word for word in words(text) if word not in _FILLERS)

    return overlap(bare(of_whole), bare(" ".join([of_part, *part])))


def _hosts(pair: Alignment, tally: Tally) -> None:
    """A host that an official stands for is that host; a forum that convenes its own meeting is none."""
    wanted = {(host, event["id"]) for event in pair.gold.kind("event") for host in event.get("hosts") or ()}
    forum = {event["id"]: event.get("forum") for event in pair.gold.kind("event")}
    serves, found = pair.gold.serves(), set()
    for event in pair.read.kind("event"):
        at = pair.to_gold(event["id"])
        for host in map(pair.to_gold, event.get("hosts") or ()):
            served = next((of for of in sorted(serves.get(host, ())) if (of, at) in wanted), host)
            if (served, at) in wanted or served != forum.get(at, ("no", "event")):
                found.add((served, at))
    unsaid = {
        event["id"] for event in pair.gold.kind("event") if event.get("place") and not event.get("hosts")
    }
    neutral = {key for key in found | wanted if key[1] in pair.gold.optional | unsaid}
    tally.count("host", found, wanted, neutral)


def _statements(pair: Alignment, tally: Tally) -> None:
    read, gold = pair.read.told("statement"), pair.gold.told("statement")
    likeness = [
        (overlap(mine["text"], theirs["text"]), i, j)
        for i, mine in enumerate(read)
        for j, theirs in enumerate(gold)
        if pair.to_gold(mine["speaker"]) == theirs["speaker"]
    ]
    pairs = best_pairs(likeness, 0.5)
    required = {j: ("gold", j, fact["text"][:60]) for j, fact in enumerate(gold) if not fact.get("optional")}
    right = {required[j] for j in pairs.values() if j in required}
    unknown = {
        ("?", str(pair.to_gold(fact["speaker"])), fact["text"][:60])
        for i, fact in enumerate(read)
        if i not in pairs
    }
    tally.count("statement", right | unknown, set(required.values()))
    for i, fact in enumerate(read):
        if pairs.get(i, -1) in required or i not in pairs:
            tally.judge(fact, i in pairs)
    for i, j in pairs.items():
        if j in required:
            _statement_details(pair, tally, read[i], gold[j])
    wanted = {(j, actor) for j in required for actor in gold[j]["about"] if actor != gold[j]["speaker"]}
    found = {(j, pair.to_gold(actor)) for i, j in pairs.items() for actor in read[i].get("about", [])}
    tally.details["all_targets"] = [len(wanted & found), len(wanted)]


def _statement_details(pair: Alignment, tally: Tally, mine: Json, theirs: Json) -> None:
    event = pair.to_gold(mine["event"]) if mine.get("event") else None
    tally.detail("statement_form", mine.get("form") == theirs["form"])
    tally.detail("statement_event", event == theirs.get("event"))
    tally.detail("evidence", _same_evidence(mine, theirs))
    found = set(map(pair.to_gold, mine.get("about", [])))
    tally.count("target", found - {theirs["speaker"]}, set(theirs["about"]) - {theirs["speaker"]})


def _same_evidence(mine: Json, theirs: Json) -> bool:
    """At least half of the annotation's characters, and at most three times as many."""
    a, b = (
        {i for start, end in fact.get("evidence") or () for i in range(start, end)} for fact in (mine, theirs)
    )
    return bool(b) and len(a & b) >= len(b) / 2 and len(a) <= 3 * len(b)
