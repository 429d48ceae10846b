"""Which mentions of states and bodies that no gazetteer knows are one, and the offices of all.

An unknown state is known by its name. Unknown bodies are one where the name of one is among the names of the other.
An office is known by its post and whose it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from graph.clusters import Key
from graph.gazetteer import Gazetteer
from graph.mentions import office_id
from graph.model import FORUM, OFFICE, ORGANIZATION, STATE, Mention, Node, named, slug, without_absent
from graph.names import called, preferred

LABELS = {"organization": ORGANIZATION, "forum": FORUM}


def resolve_states(mentions: Iterable[Mention]) -> tuple[dict[Key, str], list[Node]]:
    """The node of each mention of a state that the gazetteer does not know, and the nodes."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[f"state/{slug(mention.name)}"].append(mention)
    of = {mention.key: node_id for node_id, group in groups.items() for mention in group}
    return of, [Node(node_id, STATE, called(group) | _iso3(group)) for node_id, group in groups.items()]


def _iso3(group: Iterable[Mention]) -> dict[str, str]:
    codes = Counter(mention.iso3 for mention in group if mention.iso3)
    return without_absent({"iso3": preferred(codes) if codes else None})


def resolve_bodies(mentions: Iterable[Mention]) -> tuple[dict[Key, str], list[Node]]:
    """The node of each mention of a body that the gazetteer does not know, and the nodes."""
    bodies = sorted(mentions, key=lambda mention: mention.key)
    groups: dict[str, list[Mention]] = defaultdict(list)
    least = _least_names(bodies)
    for mention in bodies:
        groups[least[slug(mention.name)]].append(mention)
    of: dict[Key, str] = {}
    nodes: list[Node] = []
    for name, group in groups.items():
        label = _majority(group)
        node = Node(f"{label.casefold()}/{name}", label, called(group))
        of |= {mention.key: node.id for mention in group}
        nodes.append(node)
    return of, nodes


def _least_names(bodies: Iterable[Mention]) -> dict[str, str]:
    """For the name of each body, the least of the names of those who are one with it."""
    primary = {slug(mention.name) for mention in bodies}
    least = {name: name for name in primary}

    def root(name: str) -> str:
        while least[name] != name:
            name = least[name]
        return name

    for mention in bodies:
        for other in {slug(name) for name in mention.names} & primary:
            first, second = sorted((root(slug(mention.name)), root(other)))
            least[second] = first
    return {name: root(name) for name in primary}


def _majority(group: Iterable[Mention]) -> str:
    kinds = Counter(mention.kind for mention in group)
    return FORUM if kinds["forum"] > kinds["organization"] else ORGANIZATION


def resolve_offices(
    mentions: Iterable[Mention],
    principals: Mapping[Key, str],
    nodes: Mapping[str, Node],
    gazetteer: Gazetteer,
) -> tuple[dict[Key, str], list[Node]]:
    """The node of each mention of an office, and the nodes; `principals` knows the nodes of states and bodies."""
    of: dict[Key, str] = {}
    offices: dict[str, Node] = {}
    for mention in mentions:
        principal = principals[mention.article, mention.principals[0]]
        node_id = office_id(mention.post or mention.name, principal, gazetteer)
        of[mention.key] = node_id
        offices[node_id] = _office(node_id, mention.post or mention.name, nodes[principal])
    return of, list(offices.values())


def _office(node_id: str, post: str, principal: Node) -> Node:
    whose = principal.properties["name"]
    calls = named(f"{post} of {whose}", (f"{whose} {post}",))
    return Node(node_id, OFFICE, calls | {"post": post, "principal": principal.id})
