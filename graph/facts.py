"""From claims to facts: every fact edge is derived from its claims, and from nothing else.

Facts that bear on one another are derived together, as a group: what one participant did about one event, how one
actor stands to recognizing another, all that belongs to one statement. A group's facts are a function of the set of
its claims (and of whether the event was called off).

- A retracting claim takes away the support of the same fact's claims that were published up to its own day.
- `sources` counts copies once: claims from one publisher, or with one wording, have one source.
- `first_seen` and `last_seen` are days of publication; no clock has a say in anything here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.model import (
    ATTENDANCE_EDGES,
    NOBODY,
    RECOGNITION_EDGES,
    STATEMENT_EDGES,
    Claim,
    Edge,
    fact_id,
    folded,
    last_day,
    without_absent,
)
from graph.stances import best_date, stances

Group = tuple[str, ...]
LATEST: Final = "9999"
UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True)
class Facts:
    """The edges of some groups, and what their claims make of nodes: statements' texts, `recognized_by_none_as_of`."""

    edges: tuple[Edge, ...]
    statements: Mapping[str, Mapping[str, Any]]
    recognized_by_none: Mapping[str, str]


def group_of(claim: Claim) -> Group:
    """The group of facts that the claim bears on."""
    if claim.edge in ATTENDANCE_EDGES.values():
        return "attendance", claim.subject_id, claim.object_id
    if claim.edge in RECOGNITION_EDGES.values():
        return "recognition", claim.subject_id, claim.object_id
    if claim.edge in STATEMENT_EDGES:
        return "statement", claim.object_id if claim.edge == "STATED" else claim.subject_id
    return "fact", claim.fact_id


def fact_ids_of(group: Group) -> tuple[str, ...]:
    """The ids of all facts that can be in the group; a statement's are found by the statement."""
    kind, *ends = group
    match kind:
        case "attendance":
            return tuple(fact_id(edge, *ends) for edge in ATTENDANCE_EDGES.values())
        case "recognition":
            return tuple(fact_id(edge, *ends) for edge in RECOGNITION_EDGES.values())
        case "fact":
            return tuple(ends)
        case _:
            return ()


def derive_facts(claims: Iterable[Claim], cancelled: Callable[[str], bool]) -> Facts:
    """The facts of all groups that these claims bear on; each group's claims must all be there.

    `cancelled` says of an event's id whether it was called off.
    """
    groups: dict[Group, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        groups[group_of(claim)].append(claim)
    edges: list[Edge] = []
    statements: dict[str, Mapping[str, Any]] = {}
    nobody: dict[str, str] = {}
    for group, members in sorted(groups.items()):
        found = _edges_of(group, _by_edge(members), cancelled)
        edges += [edge for edge in found if edge.source != NOBODY]
        nobody |= {
            edge.target: edge.properties.get("last_seen", UNDATED) for edge in found if edge.source == NOBODY
        }
        if group[0] == "statement":
            statements[group[1]] = statement_properties(members)
    return Facts(tuple(edges), statements, nobody)


def nobody_edges(claims: Iterable[Claim]) -> list[Edge]:
    """What is said of nobody at all, as edges that no store can hold: their source is `*`."""
    groups: dict[Group, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        groups[group_of(claim)].append(claim)
    return [
        edge
        for _, members in sorted(groups.items())
        for edge in _edges_of(("recognition",), _by_edge(members), bool)
    ]


def standing(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one fact that nobody has taken back.

    A claim is taken back by a retracting one that was published on its day or later; of posts, one that says the
    same status.
    """
    retracting = [claim for claim in claims if claim.retracts]
    return [
        claim
        for claim in claims
        if not claim.retracts and not any(_takes_back(other, claim) for other in retracting)
    ]


def _takes_back(retracting: Claim, claim: Claim) -> bool:
    if retracting.edge == "HOLDS" and retracting.status != claim.status:
        return False
    return (claim.published or "") <= (retracting.published or LATEST) and claim.article != retracting.article


def _by_edge(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The standing claims by fact, without facts that nothing supports any more."""
    facts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        facts[claim.fact_id].append(claim)
    return {fact: kept for fact, members in facts.items() if (kept := standing(members))}


def _edges_of(group: Group, facts: Mapping[str, list[Claim]], cancelled: Callable[[str], bool]) -> list[Edge]:
    match group[0]:
        case "attendance":
            return _attendance(list(facts.values()), called_off=cancelled(group[2]))
        case "recognition":
            return [_edge(stance.claims, **stance.properties()) for stance in stances(list(facts.values()))]
        case "statement":
            return _statement(list(facts.values()))
        case _:
            return [
                _post(claims) if claims[0].edge == "HOLDS" else _edge(claims) for claims in facts.values()
            ]


def _edge(claims: Sequence[Claim], *, disputed: bool = False, **properties: Any) -> Edge:
    """The edge of one fact, with what all edges have."""
    first = claims[0]
    seen = sorted(claim.published for claim in claims if claim.published)
    sure = [claim.confidence for claim in claims if claim.confidence is not None]
    common = {
        "fact_id": first.fact_id,
        "claims": len(claims),
        "articles": len({claim.article for claim in claims}),
        "sources": independent_sources(claims),
        "first_seen": seen[0] if seen else None,
        "last_seen": seen[-1] if seen else None,
        "confidence": max(sure) if sure else None,
        "disputed": disputed,
        "event": first.attributes.get("event"),
    }
    properties = without_absent(common | properties)
    return Edge(first.edge, first.subject_id, first.object_id, first.fact_id, first.id, properties)


def independent_sources(claims: Iterable[Claim]) -> int:
    """How many sources say so, where claims of one publisher or of one wording have one source."""
    linked: dict[str, str] = {}

    def root(name: str) -> str:
        while linked.setdefault(name, name) != name:
            name = linked[name]
        return name

    for claim in claims:
        own = root(f"article {claim.article}")
        for mark in (
            claim.publisher and f"publisher {folded(claim.publisher)}",
            f"quote {folded(claim.quote)}",
        ):
            if mark and mark != "quote ":
                linked[root(mark)] = own = root(own)
    return len({root(name) for name in list(linked)})


def _attendance(facts: Sequence[list[Claim]], *, called_off: bool) -> list[Edge]:
    """Who came is no longer expected; who came and did not come is disputed; nobody came to what was called off."""
    by_type = {claims[0].edge: claims for claims in facts}
    settled = by_type.keys() & {"ATTENDED", "ABSENT_FROM"}
    if called_off:
        by_type.pop("ATTENDED", None)
    elif settled:
        by_type.pop("EXPECTED_AT", None)
    disputed = len(by_type.keys() & {"ATTENDED", "ABSENT_FROM"}) == 2
    return [
        _edge(claims, disputed=disputed and edge != "EXPECTED_AT", **{"as": _most(claims, "as")})
        for edge, claims in by_type.items()
    ]


def _most(claims: Iterable[Claim], attribute: str) -> str | None:
    """The value that most claims give, on a tie the first in the alphabet."""
    values = Counter(claim.attributes[attribute] for claim in claims if claim.attributes.get(attribute))
    return min(values, key=lambda value: (-values[value], value)) if values else None


def _statement(facts: Sequence[list[Claim]]) -> list[Edge]:
    """A statement that nobody stands by any more has no targets; one that was made at two events was made at one."""
    by_type: dict[str, list[list[Claim]]] = defaultdict(list)
    for claims in facts:
        by_type[claims[0].edge].append(claims)
    if not by_type["STATED"]:
        return []
    at = sorted(by_type["AT"], key=lambda claims: (-len({c.article for c in claims}), claims[0].object_id))
    edges = [_edge(claims) for claims in (*by_type["STATED"], *by_type["ABOUT"])]
    return edges + [_edge(claims, disputed=len(at) > 1) for claims in at[:1]]


def statement_properties(claims: Iterable[Claim]) -> dict[str, Any]:
    """Text, form and first day of a statement, from the claims that it was made."""
    stated = [claim for claim in claims if claim.edge == "STATED"]
    texts = Counter(str(claim.attributes["text"]) for claim in stated)
    text = min(texts, key=lambda text: (-texts[text], -len(text), text))
    seen = sorted(claim.published for claim in stated if claim.published)
    form = "direct" if any(claim.attributes["form"] == "direct" for claim in stated) else "reported"
    return without_absent(
        {"name": text, "names": [], "name_norm": folded(text)[:2000], "text": text, "form": form}
        | {"first_seen": seen[0] if seen else None}
    )


def _post(claims: Sequence[Claim]) -> Edge:
    """One edge for a person and an office: what the latest articles say, with the dates that any gives."""
    latest = max(claim.published or "" for claim in claims)
    status = min(
        (claim.status or "" for claim in claims if (claim.published or "") == latest), key=_STATUS_ORDER.index
    )
    start = best_date(claim.attributes.get("since") for claim in claims)
    end = best_date(claim.attributes.get("until") for claim in claims)
    over = status in ("former", "designate") or (end is not None and last_day(end) < latest)
    return _edge(claims, status=status, start=start, end=end, current=not over)


_STATUS_ORDER: Final = ("current", "acting", "former", "designate")
