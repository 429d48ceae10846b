"""What has to change in the graph when articles come, go or are told of anew: exact, and looking at a part alone.

The graph is a function of the set of its articles. When some change,
1. the mentions that share blocks with theirs, if need be over others, are resolved again;
2. articles of which a mention now is another node are taken up again with those that changed;
3. the facts that any of their old or new claims bear on are derived again, each from all of its claims;
4. nodes that nobody mentions any more go.
Everything else would come out as it stands, and is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.arrivals import StoredArticle
from graph.claims import claims_of
from graph.clusters import Key
from graph.facts import Facts, Group, derive_facts, group_of
from graph.gazetteer import Gazetteer
from graph.identity import Resolution, resolve
from graph.mentions import mentions_of
from graph.model import EVENT, NOBODY, STATEMENT, Claim, Edge, Mention, Node

Placed = tuple[Mention, str]


class View(Protocol):
    """What is read of the graph as it stands."""

    def articles(self, ids: Iterable[str]) -> dict[str, StoredArticle]:
        """The articles with these ids that are there."""

    def mentions_of(self, articles: Iterable[str]) -> list[Placed]:
        """All mentions of these articles, with the ids of their nodes."""

    def mentions_in(self, blocks: Iterable[str]) -> list[Placed]:
        """All mentions in these blocks."""

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        """All claims of these articles."""

    def claims_on(self, groups: Iterable[Group]) -> list[Claim]:
        """All claims that bear on these groups of facts."""

    def attendances_at(self, events: Iterable[str]) -> list[Claim]:
        """All claims on who attended these events, or did not."""

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids that are there."""

    def mentioned(self, nodes: Iterable[str], *, but_by: Iterable[str]) -> set[str]:
        """Those of these nodes that articles other than `but_by` mention."""


@dataclass(frozen=True, slots=True)
class Change:
    """What goes and what comes; applied in one piece, in the order of the fields."""

    gone_edges: Mapping[str, tuple[str, ...]]
    gone_sources: tuple[str, ...]
    gone_articles: tuple[str, ...]
    gone_nodes: tuple[str, ...]
    new_articles: tuple[StoredArticle, ...]
    changed_articles: tuple[StoredArticle, ...]
    new_nodes: tuple[Node, ...]
    changed_nodes: tuple[Node, ...]
    mentions: tuple[Placed, ...]
    claims: tuple[Claim, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class _Retold:
    """The articles that are told anew, their mentions, and the nodes that were looked at: then and now."""

    articles: Mapping[str, StoredArticle | None]
    placed: Sequence[Placed]
    resolution: Resolution
    old_nodes: Mapping[str, Node]
    gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Derived:
    """What follows for claims, facts and the nodes that facts shape."""

    claims: tuple[Claim, ...]
    edges: tuple[Edge, ...]
    gone_edges: Mapping[str, tuple[str, ...]]
    nodes: tuple[Node, ...]
    stood: frozenset[str]
    gone_statements: frozenset[str]


def plan(view: View, changed: Mapping[str, StoredArticle | None], gazetteer: Gazetteer) -> Change:
    """What changes when these articles are as given here, and those given as None are not there."""
    retold = _retold(view, changed, gazetteer)
    facts = _derived(view, retold)
    stood = view.articles(changed)
    stands = [stored for _, stored in sorted(changed.items()) if stored is not None]
    return Change(
        gone_edges=facts.gone_edges,
        gone_sources=tuple(sorted(retold.articles)),
        gone_articles=tuple(sorted(article for article in stood if changed[article] is None)),
        gone_nodes=tuple(sorted(retold.gone | facts.gone_statements)),
        new_articles=tuple(stored for stored in stands if stored.id not in stood),
        changed_articles=tuple(stored for stored in stands if stored.id in stood),
        new_nodes=tuple(node for node in facts.nodes if node.id not in facts.stood),
        changed_nodes=tuple(node for node in facts.nodes if node.id in facts.stood),
        mentions=tuple(retold.placed),
        claims=facts.claims,
        edges=facts.edges,
    )


def _retold(view: View, changed: Mapping[str, StoredArticle | None], gazetteer: Gazetteer) -> _Retold:
    """The articles to take up again: those that changed, and those of which a mention is another node now."""
    before = view.mentions_of(changed)
    told = _told(changed.values(), gazetteer)
    near = _near(view, {*_blocks(before), *(block for mention in told for block in mention.blocks)}, changed)
    resolution = resolve([*told, *(mention for mention, _ in near)], gazetteer)
    moved = {mention.article for mention, node in near if resolution.of[mention.key] != node}
    articles = dict(changed) | view.articles(moved)
    placed = _placed(told, [*near, *view.mentions_of(moved)], articles, resolution)
    old_nodes = view.nodes({node for _, node in (*before, *near)} | set(resolution.nodes))
    left = old_nodes.keys() - resolution.nodes.keys() - {node for _, node in placed}
    gone = frozenset(left - view.mentioned(left, but_by=articles))
    return _Retold(articles, placed, resolution, old_nodes, gone)


def _told(articles: Iterable[StoredArticle | None], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of the articles that changed, as they are now."""
    return [
        mention
        for article in articles
        if article is not None
        for mention in mentions_of(
            article.id, article.record(), article.first().field("published"), gazetteer
        )
    ]


def _blocks(placed: Iterable[Placed]) -> set[str]:
    return {block for mention, _ in placed for block in mention.blocks}


def _near(view: View, blocks: set[str], changed: Mapping[str, object]) -> list[Placed]:
    """Mentions of unchanged articles that share blocks with those that changed, if need be over others."""
    found: dict[Key, Placed] = {}
    seen: set[str] = set()
    while blocks - seen:
        fresh = view.mentions_in(blocks - seen)
        seen |= blocks
        found |= {mention.key: (mention, node) for mention, node in fresh if mention.article not in changed}
        blocks = _blocks(fresh)
    return list(found.values())


def _placed(
    told: Iterable[Mention], others: Iterable[Placed], retold: Mapping[str, object], resolution: Resolution
) -> list[Placed]:
    """All mentions of the articles that are told anew, with the nodes that they are now."""
    mentions = {mention.key: (mention, node) for mention, node in others if mention.article in retold}
    mentions |= {mention.key: (mention, "") for mention in told}
    return [(mention, resolution.of.get(key, node)) for key, (mention, node) in sorted(mentions.items())]


def _derived(view: View, retold: _Retold) -> _Derived:
    old_claims = view.claims_of(retold.articles)
    claims = _claims(retold)
    groups = {group_of(claim) for claim in (*old_claims, *claims, *view.attendances_at(_turned(retold)))}
    groups |= {("recognition", NOBODY, node) for node in retold.resolution.nodes}
    all_old = view.claims_on(groups)
    kept = [claim for claim in all_old if claim.article not in retold.articles]
    called_off = _called_off(view, retold, groups)
    facts = derive_facts([*kept, *claims], called_off.__contains__)
    said = {group[1] for group in groups if group[0] == "statement"}
    targets = {group[2] for group in groups if group[:2] == ("recognition", NOBODY)}
    old = _old_nodes(view, retold, facts, targets)
    return _Derived(
        claims=tuple(claims),
        edges=facts.edges,
        gone_edges=_edges_of(claim for claim in all_old if claim.subject_id != NOBODY),
        nodes=_nodes(retold, facts, targets, old),
        stood=frozenset(old),
        gone_statements=frozenset(said - set(facts.statements)),
    )


def _claims(retold: _Retold) -> list[Claim]:
    nodes: dict[str, dict[str, str]] = {article: {} for article in retold.articles}
    for mention, node in retold.placed:
        nodes[mention.article][mention.local] = node
    return [
        claim
        for article, stored in sorted(retold.articles.items())
        if stored is not None
        for claim in claims_of(stored.source(), stored.record(), nodes[article])
    ]


def _turned(retold: _Retold) -> set[str]:
    """The events that were called off by what came, or are no longer."""
    now, then = retold.resolution.nodes, retold.old_nodes
    return {node for node in now.keys() & then.keys() if _is_off(now[node]) != _is_off(then[node])}


def _is_off(node: Node) -> bool:
    return node.label == EVENT and node.properties.get("status") == "cancelled"


def _called_off(view: View, retold: _Retold, groups: Iterable[Group]) -> set[str]:
    """The events of these groups that are called off."""
    events = {group[2] for group in groups if group[0] == "attendance"}
    nodes = view.nodes(events - set(retold.resolution.nodes)) | dict(retold.resolution.nodes)
    return {event for event in events if event in nodes and _is_off(nodes[event])}


def _edges_of(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """The ids of the facts that these claims support or supported, by type."""
    facts: dict[str, set[str]] = {}
    for claim in claims:
        facts.setdefault(claim.edge, set()).add(claim.fact_id)
    return {edge: tuple(sorted(ids)) for edge, ids in sorted(facts.items())}


def _old_nodes(view: View, retold: _Retold, facts: Facts, targets: set[str]) -> dict[str, Node]:
    """All nodes that claims may have shaped, as they stood."""
    return dict(retold.old_nodes) | view.nodes((targets | facts.statements.keys()) - retold.old_nodes.keys())


def _nodes(retold: _Retold, facts: Facts, targets: set[str], old: Mapping[str, Node]) -> tuple[Node, ...]:
    """The nodes that are new, or other than before, with all of their properties."""
    now = {node: old[node] for node in targets if node in old and node not in retold.gone}
    now |= retold.resolution.nodes
    nodes = [_with_nobody(node, facts) for node in now.values()]
    nodes += [Node(id_, STATEMENT, properties) for id_, properties in facts.statements.items()]
    return tuple(sorted((node for node in nodes if old.get(node.id) != node), key=lambda node: node.id))


def _with_nobody(node: Node, facts: Facts) -> Node:
    """`recognized_by_none_as_of` comes from the claims on nobody, and goes with them."""
    own = {key: value for key, value in node.properties.items() if key != "recognized_by_none_as_of"}
    day = facts.recognized_by_none.get(node.id)
    return Node(node.id, node.label, own | ({"recognized_by_none_as_of": day} if day else {}))
