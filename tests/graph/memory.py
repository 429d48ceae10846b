"""A graph in memory, for laws over many examples: it answers and changes as the store's does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.arrivals import Incoming, StoredArticle, arrival, merged
from graph.change import Change, Placed, plan
from graph.export import Content, export_rows
from graph.facts import Group, group_of
from graph.gazetteer import Gazetteer, gazetteer
from graph.model import Claim, Edge, Node
from graph.record import Record
from graph.reference import Reference


class MemoryGraph:
    """The graph as plain dictionaries; see `graph.change.View`."""

    def __init__(self, known: Gazetteer | None = None) -> None:
        self.gazetteer = known or gazetteer(Reference.load())
        self.stored: dict[str, StoredArticle] = {}
        self.placed: list[Placed] = []
        self.claims: list[Claim] = []
        self.by_id: dict[str, Node] = {}
        self.edges: dict[str, Edge] = {}

    def add(self, *records: Record) -> None:
        self.add_articles([arrival(Incoming(record)) for record in records])

    def add_articles(self, articles: Sequence[StoredArticle]) -> None:
        fresh = merged(articles)
        now = merged([*self.articles(fresh).values(), *fresh.values()])
        self.apply(plan(self, now, self.gazetteer))

    def remove(self, *articles: str) -> None:
        self.apply(plan(self, dict.fromkeys(articles), self.gazetteer))

    def articles(self, ids: Iterable[str]) -> dict[str, StoredArticle]:
        return {id_: self.stored[id_] for id_ in ids if id_ in self.stored}

    def mentions_of(self, articles: Iterable[str]) -> list[Placed]:
        wanted = set(articles)
        return [item for item in self.placed if item[0].article in wanted]

    def mentions_in(self, blocks: Iterable[str]) -> list[Placed]:
        wanted = set(blocks)
        return [item for item in self.placed if not wanted.isdisjoint(item[0].blocks)]

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        wanted = set(articles)
        return [claim for claim in self.claims if claim.article in wanted]

    def claims_on(self, groups: Iterable[Group]) -> list[Claim]:
        wanted = set(groups)
        return [claim for claim in self.claims if group_of(claim) in wanted]

    def attendances_at(self, events: Iterable[str]) -> list[Claim]:
        wanted = set(events)
        return [claim for claim in self.claims if claim.type == "attendance" and claim.object_id in wanted]

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        return {id_: self.by_id[id_] for id_ in ids if id_ in self.by_id}

    def mentioned(self, nodes: Iterable[str], *, but_by: Iterable[str]) -> set[str]:
        wanted, left_out = set(nodes), set(but_by)
        return {node for mention, node in self.placed if node in wanted and mention.article not in left_out}

    def apply(self, change: Change) -> None:
        for ids in change.gone_edges.values():
            for fact in ids:
                self.edges.pop(fact, None)
        self.placed = [item for item in self.placed if item[0].article not in change.gone_sources]
        self.claims = [claim for claim in self.claims if claim.article not in change.gone_sources]
        for article in change.gone_articles:
            self.stored.pop(article, None)
        for node in change.gone_nodes:
            del self.by_id[node]
        self.stored |= {article.id: article for article in (*change.new_articles, *change.changed_articles)}
        self.by_id |= {node.id: node for node in (*change.new_nodes, *change.changed_nodes)}
        self.placed += change.mentions
        self.claims += change.claims
        self.edges |= {edge.fact_id: edge for edge in change.edges}
        self._check_ends()

    def _check_ends(self) -> None:
        for edge in self.edges.values():
            assert edge.source in self.by_id, f"{edge} has no source"
            assert edge.target in self.by_id, f"{edge} has no target"
        for claim in self.claims:
            assert claim.object_id in self.by_id, f"{claim} has no object"
            assert claim.subject_id == "*" or claim.subject_id in self.by_id, f"{claim} has no subject"
        assert {node for _, node in self.placed} <= self.by_id.keys()
        ids = [claim.id for claim in self.claims]
        assert len(ids) == len(set(ids))

    def content(self) -> Content:
        return Content(
            nodes=tuple(self.by_id.values()),
            edges=tuple(self.edges.values()),
            claims=tuple(self.claims),
            mentioned=frozenset((node, mention.article) for mention, node in self.placed),
            given_ids={article.id: article.given_ids for article in self.stored.values()},
        )

    def export(self) -> str:
        return "\n".join(export_rows(self.content()))
