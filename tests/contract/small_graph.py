"""The small graph that the contract's cases ask: one node of every label at least, one edge of every type.

Lavrov receives Wang and an unnamed envoy of India at the sixth Moscow Format meeting; the Taliban stay away.
Two articles say so. All ids, names and sentences are made for this graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge, by the ids of its ends."""

    source: str
    type: str
    target: str
    properties: Properties


def _named(name: str, *names: str) -> dict[str, Any]:
    forms = [name, *names]
    return {"name": name, "names": list(names), "name_norm": " | ".join(forms).casefold()}


NODES: Final[Mapping[str, tuple[str, Properties]]] = {
    "state/russia": ("State", _named("Russia", "Russian Federation") | {"iso3": "RUS"}),
    "state/china": ("State", _named("China") | {"iso3": "CHN"}),
    "state/india": ("State", _named("India") | {"iso3": "IND"}),
    "state/erewhon": ("State", _named("Erewhon") | {"recognized_by_none_as_of": "2024-10-05"}),
    "organization/taliban": ("Organization", _named("Taliban", "Islamic Emirate")),
    "organization/united-nations": ("Organization", _named("United Nations", "UN")),
    "forum/moscow-format": ("Forum", _named("Moscow Format")),
    "office/russia-foreign-minister": (
        "Office",
        _named("Foreign Minister of Russia") | {"post": "Foreign Minister", "principal": "state/russia"},
    ),
    "office/india-envoy": (
        "Office",
        _named("Special Envoy of India") | {"post": "Special Envoy", "principal": "state/india"},
    ),
    "official/sergey-lavrov": ("Official", _named("Sergey Lavrov", "Lavrov")),
    "official/wang-yi": ("Official", _named("Wang Yi", "Wang")),
    "event/moscow-format-5": (
        "Event",
        _named("fifth Moscow Format meeting")
        | {"kind": "consultation", "ordinal": 5, "start": "2023-09", "start_first": "2023-09-01"}
        | {"end_last": "2023-09-30", "place": "Kazan", "status": "held"},
    ),
    "event/moscow-format-6": (
        "Event",
        _named("sixth Moscow Format meeting")
        | {"kind": "consultation", "ordinal": 6, "start": "2024-10-04", "start_first": "2024-10-04"}
        | {"end_last": "2024-10-04", "place": "Moscow", "status": "held"},
    ),
    "event/beijing-visit": ("Event", _named("visit to Beijing") | {"kind": "visit", "status": "expected"}),
    "statement/peace": (
        "Statement",
        _named("“We stand for peace.”")
        | {"text": "We stand for peace.", "form": "direct", "first_seen": "2024-10-04"},
    ),
    "article/wire": (
        "Article",
        _named("Six meet in Moscow")
        | {"title": "Six meet in Moscow", "publisher": "Wire", "published": "2024-10-04"}
        | {
            "url": "https://wire.example/six",
            "language": "en",
            "text": "Lavrov received Wang.",
            "record": "{}",
        }
        | {"given_ids": ["wire-1", "shared"], "appearances": ['{"id": "wire-1"}', '{"id": "shared"}']},
    ),
    "article/paper": (
        "Article",
        _named("Kabul stays away")
        | {"title": "Kabul stays away", "publisher": "Paper", "published": "2024-10-05", "language": "en"}
        | {"text": "Lavrov met Wang. The Taliban stayed away.", "record": "{}"}
        | {"given_ids": ["paper-9", "shared"], "appearances": ['{"id": "paper-9"}', '{"id": "shared"}']},
    ),
}

# fact id, source, type, target, what the type has beside the common properties, the claims' type and articles
_FACTS: Final[tuple[tuple[str, tuple[str, str, str], Properties, str, tuple[str, ...]], ...]] = (
    (
        "fact/lavrov-attended",
        ("official/sergey-lavrov", "ATTENDED", "event/moscow-format-6"),
        {"as": "office/russia-foreign-minister"},
        "attendance",
        ("wire", "paper"),
    ),
    (
        "fact/wang-attended",
        ("official/wang-yi", "ATTENDED", "event/moscow-format-6"),
        {},
        "attendance",
        ("wire",),
    ),
    (
        "fact/envoy-attended",
        ("office/india-envoy", "ATTENDED", "event/moscow-format-6"),
        {},
        "attendance",
        ("wire",),
    ),
    (
        "fact/china-attended",
        ("state/china", "ATTENDED", "event/moscow-format-5"),
        {},
        "attendance",
        ("paper",),
    ),
    (
        "fact/russia-attended",
        ("state/russia", "ATTENDED", "event/moscow-format-5"),
        {},
        "attendance",
        ("paper",),
    ),
    (
        "fact/expected",
        ("official/sergey-lavrov", "EXPECTED_AT", "event/beijing-visit"),
        {},
        "attendance",
        ("wire",),
    ),
    (
        "fact/absent",
        ("organization/taliban", "ABSENT_FROM", "event/moscow-format-6"),
        {},
        "attendance",
        ("paper",),
    ),
    ("fact/hosted", ("state/russia", "HOSTED", "event/moscow-format-6"), {}, "host", ("wire",)),
    ("fact/part-5", ("event/moscow-format-5", "PART_OF", "forum/moscow-format"), {}, "part_of", ("paper",)),
    (
        "fact/part-6",
        ("event/moscow-format-6", "PART_OF", "forum/moscow-format"),
        {},
        "part_of",
        ("wire", "paper"),
    ),
    ("fact/stated", ("official/sergey-lavrov", "STATED", "statement/peace"), {}, "statement", ("wire",)),
    ("fact/about", ("statement/peace", "ABOUT", "organization/taliban"), {}, "about", ("wire",)),
    ("fact/at", ("statement/peace", "AT", "event/moscow-format-6"), {}, "at", ("wire",)),
    (
        "fact/recognizes",
        ("state/russia", "RECOGNIZES", "state/erewhon"),
        {"since": "2024", "current": False},
        "recognition",
        ("wire",),
    ),
    (
        "fact/withdrew",
        ("state/russia", "WITHDREW_RECOGNITION_OF", "state/erewhon"),
        {"since": "2024-10", "current": True},
        "recognition",
        ("paper",),
    ),
    (
        "fact/no-recognition",
        ("state/china", "DOES_NOT_RECOGNIZE", "organization/taliban"),
        {"current": True},
        "recognition",
        ("paper",),
    ),
    (
        "fact/intends",
        ("state/india", "INTENDS_TO_RECOGNIZE", "state/erewhon"),
        {"current": True},
        "recognition",
        ("paper",),
    ),
    (
        "fact/holds",
        ("official/sergey-lavrov", "HOLDS", "office/russia-foreign-minister"),
        {"status": "current", "start": "2004-03-09", "current": True},
        "post",
        ("wire",),
    ),
    ("fact/of-russia", ("office/russia-foreign-minister", "OF", "state/russia"), {}, "principal", ("wire",)),
    ("fact/of-india", ("office/india-envoy", "OF", "state/india"), {}, "principal", ("wire",)),
    (
        "fact/represented",
        ("official/wang-yi", "REPRESENTED", "state/china"),
        {"event": "event/moscow-format-6"},
        "represented",
        ("wire",),
    ),
)

_MENTIONED: Final = {
    "wire": (
        "state/russia",
        "office/russia-foreign-minister",
        "office/india-envoy",
        "official/sergey-lavrov",
        "official/wang-yi",
        "event/moscow-format-6",
    ),
    "paper": (
        "state/russia",
        "organization/taliban",
        "forum/moscow-format",
        "official/sergey-lavrov",
        "event/moscow-format-6",
    ),
}


def claim_id(fact: str, article: str) -> str:
    """The id of the claim of that article on that fact: `claim/hosted-wire`."""
    return f"claim/{fact.removeprefix('fact/')}-{article.removeprefix('article/')}"


def _published(article: str) -> str:
    return str(NODES[f"article/{article}"][1]["published"])


def _fact_edges() -> Iterable[Edge]:
    for fact_id, (source, kind, target), own, _, articles in _FACTS:
        days = sorted(_published(article) for article in articles)
        common = {
            "fact_id": fact_id,
            "claims": len(articles),
            "articles": len(articles),
            "sources": len(articles),
        }
        seen = {"first_seen": days[0], "last_seen": days[-1], "disputed": False, "confidence": 0.5}
        yield Edge(source, kind, target, {**common, **seen, **own})


def _claims() -> Iterable[tuple[str, Properties]]:
    for fact_id, (source, edge, target), _, kind, articles in _FACTS:
        for article in articles:
            yield (
                claim_id(fact_id, article),
                {"type": kind, "edge": edge, "fact_id": fact_id, "article": f"article/{article}"}
                | {"subject_id": source, "object_id": target, "published": _published(article)}
                | {"quote": f"{fact_id}, as the {article} has it.", "spans": [0, 21], "confidence": 0.5}
                | {"extractor": "hand", "retracts": False, "attributes": "{}", "status": "asserted"},
            )


CLAIMS: Final[Mapping[str, Properties]] = dict(_claims())
LABELS: Final[Mapping[str, str]] = {id_: label for id_, (label, _) in NODES.items()} | dict.fromkeys(
    CLAIMS, "Claim"
)


def _source_edges() -> Iterable[Edge]:
    for claim, properties in CLAIMS.items():
        yield Edge(properties["article"], "ASSERTS", claim, {})
        yield Edge(claim, "SUBJECT", properties["subject_id"], {})
        yield Edge(claim, "OBJECT", properties["object_id"], {})
    for article, nodes in _MENTIONED.items():
        for node in nodes:
            told = {
                "key": f"{article} {node}",
                "local": node.rpartition("/")[2],
                "entity": f'{{"of": "{article}"}}',
            }
            yield Edge(f"article/{article}", "MENTIONS", node, told | {"block": f"block {node}"})


PROPERTIES: Final[Mapping[str, Properties]] = {
    id_: {"id": id_, **properties} for id_, (_, properties) in NODES.items()
} | {id_: {"id": id_, **properties} for id_, properties in CLAIMS.items()}


def _tie(source: str, target: str, period: str, weight: float) -> Edge:
    own = {"sign": 1, "meetings": 1, "attendance": weight, "recognition": 0.0, "stances": 0.0}
    where = {"period": period, "weight": weight, "source_community": 0, "target_community": 0}
    return Edge(source, "ALIGNED_WITH", target, {**where, **own})


ALIGNED: Final = (
    _tie("state/china", "state/russia", "2023", 0.5),
    _tie("state/china", "state/india", "2024", 0.25),
    _tie("state/china", "state/russia", "2024", 0.75),
    _tie("state/india", "state/russia", "2024", 0.5),
)
EDGES: Final[tuple[Edge, ...]] = (*_fact_edges(), *_source_edges(), *ALIGNED)


def node_line(label: str, properties: Properties) -> str:
    """One node as a line, to compare graphs by."""
    return f"{label} {_text(properties)}"


def edge_line(edge: Edge) -> str:
    """One edge as a line, to compare graphs by."""
    return f"{edge.source} {edge.type} {edge.target} {_text(edge.properties)}"


def lines() -> list[str]:
    """The whole small graph, a line a node or edge, sorted."""
    nodes = [node_line(LABELS[id_], properties) for id_, properties in PROPERTIES.items()]
    return sorted([*nodes, *map(edge_line, EDGES)])


def touching(*ids: str) -> list[str]:
    """The lines of these nodes and of all edges on them."""
    nodes = [node_line(LABELS[id_], PROPERTIES[id_]) for id_ in ids]
    return nodes + [edge_line(edge) for edge in EDGES if edge.source in ids or edge.target in ids]


def facts(*fact_ids: str) -> list[Edge]:
    """The edges with these fact ids, in their order."""
    by_id = {edge.properties["fact_id"]: edge for edge in EDGES if "fact_id" in edge.properties}
    return [by_id[fact_id] for fact_id in fact_ids]


def with_label(label: str) -> list[str]:
    """The ids of that label's nodes, sorted."""
    return sorted(id_ for id_, found in LABELS.items() if found == label)


def with_type(kind: str) -> list[Edge]:
    """The edges of that type, sorted by fact id."""
    return sorted(
        (edge for edge in EDGES if edge.type == kind), key=lambda edge: edge.properties.get("fact_id", "")
    )


def _text(properties: Properties) -> str:
    return json.dumps(dict(properties), sort_keys=True, ensure_ascii=False)
