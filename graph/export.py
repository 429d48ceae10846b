"""The fact layer as JSON Lines: sorted, and byte-identical for equal graphs.

One row a node (`node`: its label) and one row a fact edge (`edge`: its type); `articles` are the ids that the articles
came with. "No nation has recognized X" is a row whose source is `*`. What is said of shape and keys in
`docs/model.md` is what is written here.
"""

from __future__ import annotations

import json
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from graph.facts import nobody_edges, standing
from graph.model import NOBODY, STATEMENT, Claim, Edge, Node
from graph.store import Store
from graph.stored import HOT_CHUNK, by_label, chunks, claim_from_row

NODE_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "State": ("iso3", "recognized_by_none_as_of"),
    "Organization": ("recognized_by_none_as_of",),
    "Forum": ("recognized_by_none_as_of",),
    "Official": ("recognized_by_none_as_of",),
    "Office": ("post",),
    "Event": ("kind", "ordinal", "start", "end", "place", "status"),
    "Statement": ("text", "form"),
}
_STANCE: Final = ("since", "until", "current")
EDGE_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ATTENDED": ("as",),
    "EXPECTED_AT": ("as",),
    "ABSENT_FROM": ("as",),
    "RECOGNIZES": _STANCE,
    "DOES_NOT_RECOGNIZE": _STANCE,
    "WITHDREW_RECOGNITION_OF": _STANCE,
    "INTENDS_TO_RECOGNIZE": _STANCE,
    "HOLDS": ("status", "start", "end", "current"),
    "REPRESENTED": ("event",),
}
COMMON_KEYS: Final = ("claims", "sources", "first_seen", "last_seen", "confidence")


@dataclass(frozen=True, slots=True)
class Content:
    """All that the export tells of: `mentioned` pairs nodes with articles, `given_ids` are by article."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
    mentioned: frozenset[tuple[str, str]]
    given_ids: Mapping[str, tuple[str, ...]]


def export(store: Store) -> Iterator[str]:
    """The lines of the export of a graph, without line feeds."""
    yield from export_rows(read_content(store))


def read_content(store: Store) -> Content:
    """All that the export tells of.

    Articles and claims are read by ranges of their hashes; the nodes and edges that they name, by id.
    """
    articles = list(_ranges(store, "read/export_articles", "article/"))
    claims = _claims(store)
    mentioned = frozenset((node, row["id"]) for row in articles for node in row["mentioned"])
    said = {claim.object_id for claim in claims if claim.edge == "STATED"}
    return Content(
        nodes=tuple(_nodes(store, {node for node, _ in mentioned} | said)),
        edges=tuple(_edges(store, claims)),
        claims=tuple(claims),
        mentioned=mentioned,
        given_ids={row["id"]: tuple(row["given_ids"]) for row in articles},
    )


def _claims(store: Store) -> list[Claim]:
    """All claims, those on nobody in full: no edge holds what they tell."""
    claims = [claim_from_row(row) for row in _ranges(store, "read/export_claims", "claim/")]
    on_nobody = sorted({claim.fact_id for claim in claims if claim.subject_id == NOBODY})
    whole = [
        claim_from_row(row["properties"])
        for chunk in chunks(on_nobody, HOT_CHUNK)
        for row in store.read("write/find_claims_on_facts", ids=chunk)
    ]
    return [*(claim for claim in claims if claim.subject_id != NOBODY), *whole]


def _ranges(store: Store, statement: str, prefix: str) -> Iterator[dict[str, Any]]:
    """The rows of a statement whose ids begin with the prefix and go on with a hash, in sixteen pieces."""
    starts = [f"{prefix}{digit}" for digit in string.hexdigits[:16]]
    for first, before in pairwise([*starts, f"{prefix}g"]):
        yield from store.read(statement, first=first, before=before)


def _nodes(store: Store, ids: Iterable[str]) -> Iterator[Node]:
    for label, of_label in by_label(ids):
        for chunk in chunks(of_label):
            for row in store.read(f"write/find_{label.casefold()}", ids=chunk):
                properties = dict(row["properties"])
                yield Node(properties.pop("id"), label, properties)


def _edges(store: Store, claims: Iterable[Claim]) -> Iterator[Edge]:
    facts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        facts[claim.edge].add(claim.fact_id)
    for edge, ids in sorted(facts.items()):
        for chunk in chunks(sorted(ids)):
            for row in store.read(f"read/export_{edge.casefold()}", ids=chunk):
                properties = row["properties"]
                yield Edge(edge, row["source"], row["target"], properties["fact_id"], "", properties)


def export_rows(content: Content) -> Iterator[str]:
    """The lines of the export, nodes before edges, without line feeds."""
    facts = _articles_of_facts(content)
    stated = {edge.target: edge.fact_id for edge in content.edges if edge.type == "STATED"}
    yield from map(_line, _node_rows(content, stated, facts))
    yield from map(_line, _edge_rows(content, facts))


def _articles_of_facts(content: Content) -> dict[str, list[str]]:
    """The ids that the articles of each fact's standing claims came with."""
    by_fact: dict[str, list[Claim]] = defaultdict(list)
    for claim in content.claims:
        by_fact[claim.fact_id].append(claim)
    return {
        fact: _came_with({claim.article for claim in standing(claims)}, content)
        for fact, claims in by_fact.items()
    }


def _came_with(articles: Iterable[str], content: Content) -> list[str]:
    return sorted({given for article in articles for given in content.given_ids[article] or (article,)})


def _node_rows(
    content: Content, stated: Mapping[str, str], facts: Mapping[str, list[str]]
) -> Iterator[dict[str, Any]]:
    mentioning: dict[str, set[str]] = defaultdict(set)
    for mentioned, article in content.mentioned:
        mentioning[mentioned].add(article)
    for node in sorted(content.nodes, key=lambda node: node.id):
        if node.label != STATEMENT:
            yield _node_row(node, _came_with(mentioning[node.id], content))
        elif node.id in stated:
            yield _node_row(node, facts[stated[node.id]])


def _node_row(node: Node, articles: list[str]) -> dict[str, Any]:
    told = {key: node.properties.get(key) for key in NODE_KEYS[node.label]}
    names = {"name": node.properties["name"], "names": list(node.properties.get("names", ()))}
    return {"node": node.label, "id": node.id} | names | told | {"articles": articles}


def _edge_rows(content: Content, facts: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    rows = [_edge_row(edge, facts[edge.fact_id]) for edge in content.edges]
    rows += _nobody_rows(content, facts)
    yield from sorted(rows, key=lambda row: (row["edge"], row["source"], row["target"], row["fact_id"]))


def _edge_row(edge: Edge, articles: list[str]) -> dict[str, Any]:
    ends = {"edge": edge.type, "source": edge.source, "target": edge.target, "fact_id": edge.fact_id}
    own = {key: edge.properties.get(key) for key in EDGE_KEYS.get(edge.type, ())}
    common = {key: edge.properties.get(key) for key in COMMON_KEYS}
    return ends | own | common | {"articles": articles, "disputed": bool(edge.properties["disputed"])}


def _nobody_rows(content: Content, facts: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    """The facts of nobody at all, which no edge can hold."""
    for edge in nobody_edges(claim for claim in content.claims if claim.subject_id == NOBODY):
        yield _edge_row(edge, facts[edge.fact_id])


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
