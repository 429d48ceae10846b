"""Identity: which node every mention is; a pure function of the mentions (and of the gazetteer).

Mentions that share no block, not even over others, have nothing to do with one another: resolving them together or
apart gives the same. That is what lets `graph.change` look at a part of the graph alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.bodies import resolve_bodies, resolve_offices, resolve_states
from graph.clusters import Key
from graph.gazetteer import Gazetteer
from graph.model import Mention, Node
from graph.occasions import resolve_events
from graph.persons import resolve_persons


@dataclass(frozen=True, slots=True)
class Resolution:
    """`of` gives the node id of each mention (by article and local id); `nodes` the nodes by id."""

    of: Mapping[Key, str]
    nodes: Mapping[str, Node]


def resolve(mentions: Iterable[Mention], gazetteer: Gazetteer) -> Resolution:
    """The node of each mention, and the nodes with their names and properties."""
    by_kind: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.key):
        by_kind.setdefault("static" if mention.node else mention.kind, []).append(mention)
    of = {mention.key: mention.node for mention in by_kind.get("static", []) if mention.node}
    nodes = {node_id: node for node_id in set(of.values()) if (node := gazetteer.node(node_id))}
    bodies = by_kind.get("organization", []) + by_kind.get("forum", [])
    for part, found in (
        resolve_states(by_kind.get("state", [])),
        resolve_bodies(bodies),
        resolve_persons(by_kind.get("person", [])),
        resolve_events(by_kind.get("event", [])),
    ):
        of |= part
        nodes |= {node.id: node for node in found}
    part, found = resolve_offices(by_kind.get("office", []), of, nodes, gazetteer)
    return Resolution(of | part, nodes | {node.id: node for node in found})
