"""The pages of the export: by label and by edge type, from the start and from the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.contract.case import Case
from tests.contract.cases.write import NODES, TYPES
from tests.contract.small_graph import CLAIMS, EDGES, PROPERTIES, with_label, with_type

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


def _pages(statement: str, rows: Sequence[dict[str, Any]], keys: Sequence[str]) -> Iterator[Case]:
    """All rows on one page, and the one row after the first."""
    yield Case(statement, {"after": "", "page": 1000}, rows=rows, what="all")
    yield Case(statement, {"after": keys[0], "page": 1}, rows=rows[1:2], what="from the middle")


def _cases() -> Iterator[Case]:
    for label in NODES:
        if label != "Article":
            ids = with_label(label)
            rows = [{"properties": dict(PROPERTIES[id_])} for id_ in ids]
            yield from _pages(f"read/export_{label.lower()}", rows, ids)
    for kind in TYPES:
        edges = with_type(kind)
        found = [
            {"source": edge.source, "target": edge.target, "properties": dict(edge.properties)}
            for edge in edges
        ]
        yield from _pages(
            f"read/export_{kind.lower()}", found, [edge.properties["fact_id"] for edge in edges]
        )


def _article(id_: str) -> dict[str, Any]:
    mentioned = sorted(edge.target for edge in EDGES if edge.type == "MENTIONS" and edge.source == id_)
    return {"id": id_, "given_ids": PROPERTIES[id_]["given_ids"], "mentioned": mentioned}


CASES = [
    Case(
        "read/export_articles",
        {"after": "", "page": 10},
        rows=[_article("article/paper"), _article("article/wire")],
        unsorted=("mentioned",),
    ),
    *_cases(),
    *_pages(
        "read/export_claims",
        [{key: PROPERTIES[id_].get(key) for key in CLAIM_KEYS} for id_ in sorted(CLAIMS)],
        sorted(CLAIMS),
    ),
]
