"""The graph as a transaction sees it: what `graph.change` reads of it, and how a change is written to it.

Lists are passed in pieces of CHUNK: long ones make an engine slow, and a statement must end within its time limit.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from graph.arrivals import StoredArticle, stored_article
from graph.change import Change, Placed
from graph.facts import Group, fact_ids_of
from graph.model import ARTICLE, NOBODY, NODE_LABELS, Claim, Edge, Node, mention_from_text, without_absent
from graph.store import Transaction

CHUNK: Final = 1000
HOT_CHUNK: Final = 200  # facts, of which each may have hundreds of claims
Item = TypeVar("Item")
Row = dict[str, Any]

_LABEL_OF: Final = {label.casefold(): label for label in NODE_LABELS}


class GraphView:
    """What stands, read within one transaction; see `graph.change.View`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def articles(self, ids: Iterable[str]) -> dict[str, StoredArticle]:
        """The articles with these ids that are there."""
        rows = (row["properties"] for row in self._by_ids("write/find_article", ids))
        return {row["id"]: stored_article(row["id"], row) for row in rows}

    def mentions_of(self, articles: Iterable[str]) -> list[Placed]:
        """All mentions of these articles, with the ids of their nodes."""
        return _placed(self._by_ids("write/find_mentions", articles))

    def mentions_in(self, blocks: Iterable[str]) -> list[Placed]:
        """All mentions in these blocks."""
        rows = [
            row
            for chunk in chunks(sorted(set(blocks)))
            for row in self._transaction.run("write/find_block", blocks=chunk)
        ]
        return _placed(rows)

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        """All claims of these articles."""
        return _claims(self._by_ids("write/find_claims_of_articles", articles))

    def claims_on(self, groups: Iterable[Group]) -> list[Claim]:
        """All claims that bear on these groups of facts."""
        listed = list(groups)
        facts = [fact for group in listed for fact in fact_ids_of(group)]
        statements = [group[1] for group in listed if group[0] == "statement"]
        return _claims(
            [
                *self._by_ids("write/find_claims_on_facts", facts, HOT_CHUNK),
                *self._by_ids("write/find_claims_on_statements", statements, HOT_CHUNK),
            ]
        )

    def attendances_at(self, events: Iterable[str]) -> list[Claim]:
        """All claims on who attended these events, or did not."""
        return _claims(self._by_ids("write/find_attendances", events))

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids that are there."""
        found: dict[str, Node] = {}
        for label, of_label in by_label(ids):
            for row in self._by_ids(f"write/find_{label.casefold()}", of_label):
                properties = dict(row["properties"])
                node = Node(properties.pop("id"), label, properties)
                found[node.id] = node
        return found

    def mentioned(self, nodes: Iterable[str], *, but_by: Iterable[str]) -> set[str]:
        """Those of these nodes that articles other than `but_by` mention."""
        left_out = sorted(set(but_by))
        return {
            row["id"]
            for label, ids in by_label(nodes)
            for chunk in chunks(ids)
            for row in self._transaction.run(
                f"write/find_mentioned_{label.casefold()}", ids=chunk, but_by=left_out
            )
        }

    def _by_ids(self, statement: str, ids: Iterable[str], size: int = CHUNK) -> list[Row]:
        return [
            row
            for chunk in chunks(sorted(set(ids)), size)
            for row in self._transaction.run(statement, ids=chunk)
        ]


def apply(transaction: Transaction, change: Change) -> None:
    """The change is written: what goes first, then what comes."""
    write = _Writing(transaction)
    for edge, ids in change.gone_edges.items():
        write.ids(f"write/drop_{edge.casefold()}", ids)
    write.ids("write/drop_mentions", change.gone_sources)
    write.ids("write/drop_claims", change.gone_sources)
    write.ids("write/drop_article", change.gone_articles)
    for label, nodes in by_label(change.gone_nodes):
        write.ids(f"write/drop_{label.casefold()}", nodes)
    write.articles("create", change.new_articles)
    write.articles("change", change.changed_articles)
    write.nodes("create", change.new_nodes)
    write.nodes("change", change.changed_nodes)
    write.mentions(change.mentions)
    write.claims(change.claims)
    write.edges(change.edges)


class _Writing:
    """Values of the model as rows of statements."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def ids(self, statement: str, ids: Iterable[str]) -> None:
        for chunk in chunks(sorted(ids)):
            self._transaction.run(statement, ids=chunk)

    def rows(self, statement: str, rows: Sequence[Row]) -> None:
        for chunk in chunks(rows):
            self._transaction.run(statement, rows=chunk)

    def articles(self, verb: str, articles: Iterable[StoredArticle]) -> None:
        rows = [{"id": article.id, **article.properties()} for article in articles]
        self.rows(f"write/{verb}_{ARTICLE.casefold()}", rows)

    def nodes(self, verb: str, nodes: Iterable[Node]) -> None:
        for label, of_label in _grouped(nodes, lambda node: node.label):
            self.rows(
                f"write/{verb}_{label.casefold()}", [{"id": node.id, **node.properties} for node in of_label]
            )

    def mentions(self, mentions: Iterable[Placed]) -> None:
        for label, of_label in _grouped(mentions, lambda placed: label_of(placed[1])):
            rows = [row for placed in of_label for row in _mention_rows(placed)]
            self.rows(f"write/create_mention_{label.casefold()}", rows)

    def claims(self, claims: Sequence[Claim]) -> None:
        self.rows("write/create_claims", [_claim_row(claim) for claim in claims])
        with_subject = [claim for claim in claims if claim.subject_id != NOBODY]
        for label, of_label in _grouped(with_subject, lambda claim: label_of(claim.subject_id)):
            rows = [{"claim": claim.id, "node": claim.subject_id} for claim in of_label]
            self.rows(f"write/create_subject_{label.casefold()}", rows)
        for label, of_label in _grouped(claims, lambda claim: label_of(claim.object_id)):
            rows = [{"claim": claim.id, "node": claim.object_id} for claim in of_label]
            self.rows(f"write/create_object_{label.casefold()}", rows)

    def edges(self, edges: Iterable[Edge]) -> None:
        for edge_type, of_type in _grouped(edges, lambda edge: edge.type):
            rows = [{"claim": edge.claim, **edge.properties} for edge in of_type]
            self.rows(f"write/create_{edge_type.casefold()}", rows)


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in order, `size` at a time."""
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


def label_of(node_id: str) -> str:
    """The label that a node's id carries: `official/sergey-lavrov` → `Official`."""
    return _LABEL_OF[node_id.partition("/")[0]]


def claim_from_row(row: Mapping[str, Any]) -> Claim:
    """The claim that a Claim node's properties tell of; absent ones may be missing or null."""
    values = without_absent(row)
    values["spans"] = tuple(values.get("spans", ()))
    values["attributes"] = json.loads(values.get("attributes", "{}"))
    return Claim(**{"quote": "", "extractor": ""} | values)


def _placed(rows: Iterable[Row]) -> list[Placed]:
    found = {(row["entity"], row["node"]) for row in rows}
    return [(mention_from_text(entity), node) for entity, node in sorted(found)]


def _claims(rows: Iterable[Row]) -> list[Claim]:
    by_id = {row["properties"]["id"]: row["properties"] for row in rows}
    return [claim_from_row(properties) for properties in by_id.values()]


def by_label(ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The ids, sorted and each once, by the labels of their nodes."""
    return _grouped(sorted(set(ids)), label_of)


def _grouped(items: Iterable[Item], key: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return sorted(groups.items())


def _mention_rows(placed: Placed) -> Iterator[Row]:
    """One row for each identity block, which is what the edge is found by; one without, where there is none."""
    mention, node = placed
    row = {"article": mention.article, "node": node, "local": mention.local, "entity": mention.to_text()}
    key = f"{mention.article}#{mention.local}"
    for block in mention.blocks:
        yield row | {"key": key, "block": block}
    if not mention.blocks:
        yield row | {"key": key}


def _claim_row(claim: Claim) -> Row:
    row = {name: getattr(claim, name) for name in Claim.__slots__}
    row["spans"] = list(claim.spans)
    row["attributes"] = json.dumps(dict(claim.attributes), ensure_ascii=False, sort_keys=True)
    return without_absent(row)
