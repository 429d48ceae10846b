"""How the graph is changed: by label and by edge type, and what a change reads first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.contract.case import Case
from tests.contract.small_graph import (
    CLAIMS,
    EDGES,
    LABELS,
    PROPERTIES,
    Edge,
    claim_id,
    edge_line,
    facts,
    node_line,
    touching,
    with_label,
    with_type,
)

NODES: Final = ("Article", "Event", "Forum", "Office", "Official", "Organization", "State", "Statement")
MENTIONED: Final = ("Event", "Forum", "Office", "Official", "Organization", "State")
# Each edge type, with one of its facts and what the type has beside the common properties.
TYPES: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "ABOUT": ("fact/about", {}),
    "ABSENT_FROM": ("fact/absent", {"as": "office/india-envoy"}),
    "AT": ("fact/at", {}),
    "ATTENDED": ("fact/lavrov-attended", {"as": "office/russia-foreign-minister"}),
    "DOES_NOT_RECOGNIZE": ("fact/no-recognition", {"since": "2021", "until": "2025", "current": False}),
    "EXPECTED_AT": ("fact/expected", {"as": "office/russia-foreign-minister"}),
    "HOLDS": ("fact/holds", {"status": "former", "start": "2004", "end": "2024-10-04", "current": False}),
    "HOSTED": ("fact/hosted", {}),
    "INTENDS_TO_RECOGNIZE": ("fact/intends", {"since": "2021", "until": "2025", "current": False}),
    "OF": ("fact/of-india", {}),
    "PART_OF": ("fact/part-6", {}),
    "RECOGNIZES": ("fact/recognizes", {"since": "2021", "until": "2025", "current": True}),
    "REPRESENTED": ("fact/represented", {"event": "event/moscow-format-5"}),
    "STATED": ("fact/stated", {}),
    "WITHDREW_RECOGNITION_OF": ("fact/withdrew", {"since": "2021", "until": "2025", "current": True}),
}
COMMON: Final = {
    "fact_id": "fact/new",
    "claims": 3,
    "articles": 2,
    "sources": 1,
    "first_seen": "2024-10-04",
    "last_seen": "2024-10-05",
    "disputed": True,
}
# What a node of each label may have and the small graph's first one lacks.
MORE: Final[Mapping[str, Mapping[str, Any]]] = {
    "Event": {"ordinal": 7, "end": "2025-10-08", "disputed": True},
    "Forum": {"recognized_by_none_as_of": "2024-10-05"},
    "Official": {"recognized_by_none_as_of": "2024-10-05"},
    "Organization": {"recognized_by_none_as_of": "2024-10-05"},
    "State": {"recognized_by_none_as_of": "2024-10-05"},
}


def _node_cases() -> Iterator[Case]:
    for label in NODES:
        low = label.lower()
        first = with_label(label)[0]
        old = PROPERTIES[first]
        new = {**old, **MORE.get(label, {}), "id": f"{low}/new", "name": "new", "names": ["new", "neu"]}
        yield Case(
            f"write/create_{low}", {"rows": [new]}, added=[node_line(label, new)], what="all it may have"
        )
        bare = {"id": f"{low}/bare", "name": "bare", "names": [], "name_norm": "bare"}
        yield Case(f"write/create_{low}", {"rows": [bare]}, added=[node_line(label, bare)], what="the least")
        less = {**bare, "id": first}
        yield Case(
            f"write/change_{low}",
            {"rows": [less, {**less, "id": f"{low}/absent"}]},
            added=[node_line(label, less)],
            removed=[node_line(label, old)],
        )
        yield Case(f"write/drop_{low}", {"ids": [first, f"{low}/absent"]}, removed=touching(first))
        yield Case(f"write/find_{low}", {"ids": [first, f"{low}/absent"]}, rows=[{"properties": old}])


def _edge_cases() -> Iterator[Case]:
    for kind, (fact, own) in TYPES.items():
        low = kind.lower()
        edge = facts(fact)[0]
        claim = next(id_ for id_, properties in CLAIMS.items() if properties["fact_id"] == fact)
        for what, properties in (
            ("all it may have", {**COMMON, **own, "confidence": 0.25}),
            ("the least", dict(COMMON)),
        ):
            yield Case(
                f"write/create_{low}",
                {"rows": [{**properties, "claim": claim}]},
                added=[edge_line(Edge(edge.source, kind, edge.target, properties))],
                what=what,
            )
        yield Case(f"write/drop_{low}", {"ids": [fact, "fact/none"]}, removed=[edge_line(edge)])


def _mention_cases() -> Iterator[Case]:
    told = {"key": "mention/new", "local": "x", "entity": "{}", "block": "block new"}
    for label in MENTIONED:
        low = label.lower()
        first = with_label(label)[0]
        for what, properties in (("in a block", told), ("in none", {**told, "block": None})):
            here = {name: value for name, value in properties.items() if value is not None}
            yield Case(
                f"write/create_mention_{low}",
                {"rows": [{**here, "article": "article/paper", "node": first}]},
                added=[edge_line(Edge("article/paper", "MENTIONS", first, here))],
                what=what,
            )
        both = _mentioned_by(label, "article/wire"), _mentioned_by(label, "article/paper")
        yield Case(
            f"write/find_mentioned_{low}",
            {"ids": [*with_label(label), f"{low}/absent"], "but_by": ["article/wire"]},
            rows=[{"id": id_} for id_ in both[1]],
            what="by others than one",
        )
        yield Case(
            f"write/find_mentioned_{low}",
            {"ids": with_label(label), "but_by": []},
            rows=[{"id": id_} for id_ in sorted({*both[0], *both[1]})],
            what="by any",
        )


def _mentioned_by(label: str, article: str) -> list[str]:
    return sorted(
        edge.target
        for edge in EDGES
        if edge.type == "MENTIONS" and edge.source == article and LABELS[edge.target] == label
    )


def _end_cases() -> Iterator[Case]:
    for end in ("SUBJECT", "OBJECT"):
        for label in (*MENTIONED, "Statement"):
            first = with_label(label)[0]
            claim = claim_id("fact/hosted", "wire")
            yield Case(
                f"write/create_{end.lower()}_{label.lower()}",
                {"rows": [{"claim": claim, "node": first}, {"claim": claim, "node": "nothing"}]},
                added=[edge_line(Edge(claim, end, first, {}))],
            )


def _claims_where(**wanted: str) -> list[dict[str, Any]]:
    return [
        {"properties": dict(PROPERTIES[id_])}
        for id_, properties in CLAIMS.items()
        if all(properties[name] == value for name, value in wanted.items())
    ]


def _mentions(*articles: str, node: str | None = None) -> list[dict[str, Any]]:
    return [
        {"entity": edge.properties["entity"], "node": edge.target}
        for edge in EDGES
        if edge.type == "MENTIONS" and edge.source in articles and node in (None, edge.target)
    ]


NEW_CLAIM: Final = {**PROPERTIES[claim_id("fact/hosted", "wire")], "id": "claim/new", "publisher": "Wire"}
BARE_CLAIM: Final = {
    name: NEW_CLAIM[name] for name in ("type", "edge", "article", "fact_id", "subject_id", "object_id")
} | {"id": "claim/bare"}
BOTH: Final = ("article/wire", "article/paper")

CASES = [
    *_node_cases(),
    *_edge_cases(),
    *_mention_cases(),
    *_end_cases(),
    Case(
        "write/create_claims",
        {"rows": [NEW_CLAIM, BARE_CLAIM]},
        added=[
            node_line("Claim", NEW_CLAIM),
            node_line("Claim", BARE_CLAIM),
            edge_line(Edge("article/wire", "ASSERTS", "claim/new", {})),
            edge_line(Edge("article/wire", "ASSERTS", "claim/bare", {})),
        ],
    ),
    Case(
        "write/drop_claims",
        {"ids": ["article/wire", "article/absent"]},
        removed=touching(*(row["properties"]["id"] for row in _claims_where(article="article/wire"))),
    ),
    Case(
        "write/drop_mentions",
        {"ids": ["article/wire"]},
        removed=[edge_line(edge) for edge in with_type("MENTIONS") if edge.source == "article/wire"],
    ),
    Case(
        "write/find_attendances",
        {"ids": ["event/moscow-format-6", "event/absent"]},
        rows=_claims_where(type="attendance", object_id="event/moscow-format-6"),
    ),
    Case(
        "write/find_block",
        {"blocks": ["block state/russia", "block of nobody"]},
        rows=_mentions(*BOTH, node="state/russia"),
    ),
    Case(
        "write/find_claims_of_articles",
        {"ids": ["article/paper", "article/absent"]},
        rows=_claims_where(article="article/paper"),
    ),
    Case(
        "write/find_claims_on_facts",
        {"ids": ["fact/part-6", "fact/none"]},
        rows=_claims_where(fact_id="fact/part-6"),
    ),
    Case(
        "write/find_claims_on_statements",
        {"ids": ["statement/peace"]},
        rows=[
            *_claims_where(fact_id="fact/stated"),
            *_claims_where(fact_id="fact/about"),
            *_claims_where(fact_id="fact/at"),
        ],
    ),
    Case(
        "write/find_given_id",
        {"given_id": "shared"},
        rows=[
            {"id": "article/paper", "name": "Kabul stays away"},
            {"id": "article/wire", "name": "Six meet in Moscow"},
        ],
        what="that two came with",
    ),
    Case("write/find_given_id", {"given_id": "nobody's"}, what="that none came with"),
    Case("write/find_mentions", {"ids": ["article/paper"]}, rows=_mentions("article/paper")),
]
