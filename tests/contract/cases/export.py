"""What the export reads: articles and claims by ranges of ids, edges by their fact ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.contract.case import Case
from tests.contract.cases.write import TYPES
from tests.contract.small_graph import CLAIMS, EDGES, PROPERTIES, with_type

CLAIM_KEYS = (
    "id",
    "type",
    "edge",
    "subject_id",
    "object_id",
    "article",
    "fact_id",
    "status",
    "published",
    "retracts",
)


def _edges() -> Iterator[Case]:
    for kind in TYPES:
        edges = with_type(kind)
        found = [
            {"source": edge.source, "target": edge.target, "properties": dict(edge.properties)}
            for edge in edges
        ]
        ids = [edge.properties["fact_id"] for edge in edges]
        statement = f"read/export_{kind.lower()}"
        yield Case(statement, {"ids": [*ids, "fact/absent"]}, rows=found, what="all")
        yield Case(statement, {"ids": ids[:1]}, rows=found[:1], what="one")


def _article(id_: str) -> dict[str, Any]:
    mentioned = sorted(edge.target for edge in EDGES if edge.type == "MENTIONS" and edge.source == id_)
    return {"id": id_, "given_ids": PROPERTIES[id_]["given_ids"], "mentioned": mentioned}


def _claim(id_: str) -> dict[str, Any]:
    return {key: PROPERTIES[id_].get(key) for key in CLAIM_KEYS}


CASES = [
    Case(
        "read/export_articles",
        {"first": "article/", "before": "article/~"},
        rows=[_article("article/paper"), _article("article/wire")],
        unsorted=("mentioned",),
        what="all",
    ),
    Case(
        "read/export_articles",
        {"first": "article/paper", "before": "article/wire"},
        rows=[_article("article/paper")],
        unsorted=("mentioned",),
        what="a range",
    ),
    Case(
        "read/export_claims",
        {"first": "claim/", "before": "claim/~"},
        rows=[_claim(id_) for id_ in sorted(CLAIMS)],
        what="all",
    ),
    Case(
        "read/export_claims",
        {"first": min(CLAIMS), "before": sorted(CLAIMS)[1]},
        rows=[_claim(min(CLAIMS))],
        what="a range",
    ),
    *_edges(),
]
