"""Which actors are known beforehand: the states and bodies of the reference, as static nodes.

A static node's id and properties come from the reference alone, whoever mentions it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from graph.model import FORUM, ORGANIZATION, STATE, Node, named, slug, without_absent
from graph.reference import BodyEntry, Reference, StateEntry


class Gazetteer:
    """The reference as identity asks it: entities of records in, nodes out."""

    def __init__(self, reference: Reference) -> None:
        entries: tuple[StateEntry | BodyEntry, ...] = (*reference.states, *reference.bodies)
        self._nodes = {node.id: node for node in map(_node, entries)}
        self._reference = reference

    def state(self, iso3: str | None, name: str) -> Node | None:
        """The state with that code, else the one with that name."""
        keys = (iso3, name, slug(name))
        found = next((entry for key in keys if key and (entry := self._reference.state(key))), None)
        return self._nodes[f"state/{found.id}"] if found else None

    def body(self, name: str, names: Iterable[str] = ()) -> Node | None:
        """The body with that name; else the one body that the other names mean, if they mean one."""
        found = self._reference.body(name) or self._reference.body(slug(name))
        others = {entry.id: entry for other in names if (entry := self._reference.body(other))}
        if found is None and len(others) == 1:
            found = next(iter(others.values()))
        return self._nodes[f"{found.type}/{found.id}"] if found else None

    def node(self, node_id: str) -> Node | None:
        """The static node with that id."""
        return self._nodes.get(node_id)


@lru_cache(maxsize=4)
def gazetteer(reference: Reference) -> Gazetteer:
    """The gazetteer of a reference, made once."""
    return Gazetteer(reference)


def _node(entry: StateEntry | BodyEntry) -> Node:
    calls = named(entry.name, entry.names)
    if isinstance(entry, StateEntry):
        return Node(f"state/{entry.id}", STATE, without_absent(calls | {"iso3": entry.iso3}))
    return Node(f"{entry.type}/{entry.id}", FORUM if entry.type == "forum" else ORGANIZATION, calls)
