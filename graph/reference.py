"""The reference: states and bodies that news names, with the forms that name them.

Names are matched whole, without case and accents, never by likeness: Niger is not Nigeria.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypeVar

from graph.entries import BodyEntry, StateEntry, check_links, read_entries, read_own, read_yaml

__all__ = ["BodyEntry", "Reference", "StateEntry", "folded"]

T = TypeVar("T", bound="StateEntry | BodyEntry")


class Reference:
    """The entries, looked up by id, ISO code or name; where two share a name, the first has it."""

    def __init__(self, states: Iterable[StateEntry], bodies: Iterable[BodyEntry]) -> None:
        self.states = tuple(states)
        self.bodies = tuple(bodies)
        self._states = _by_name(self.states) | {s.iso3.casefold(): s for s in self.states if s.iso3}
        self._bodies = _by_name(self.bodies)

    @classmethod
    @cache
    def load(cls, own: str | None = None) -> Reference:
        """The reference that ships with the project; the entries of a user's own file stand beside it.

        An own entry goes before ours, and replaces the one with its id. Raises SettingError with the file and the key.
        """
        shipped = cls(
            read_entries(StateEntry, _shipped("states"), "states.yaml"),
            read_entries(BodyEntry, _shipped("bodies"), "bodies.yaml"),
        )
        return shipped if own is None else shipped.extended(own)

    def extended(self, path: str) -> Reference:
        """This reference with the entries of a file. Raises SettingError with the file and the key."""
        data = read_own(path)
        states = read_entries(StateEntry, data.get("states") or [], f"{path}: states")
        bodies = read_entries(BodyEntry, data.get("bodies") or [], f"{path}: bodies")
        both = Reference(_replacing(states, self.states), _replacing(bodies, self.bodies))
        check_links(both.states, both.bodies, path)
        return both

    def state(self, key: str) -> StateEntry | None:
        """The state with that id, ISO code or name."""
        return self._states.get(folded(key))

    def body(self, key: str) -> BodyEntry | None:
        """The body with that id or name."""
        return self._bodies.get(folded(key))


def folded(name: str) -> str:
    """A name without case, accents and typographic apostrophes."""
    if name.isascii():
        return " ".join(name.casefold().split())
    flat = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split())


def _by_name(entries: tuple[T, ...]) -> dict[str, T]:
    named = {folded(name): e for e in reversed(entries) for name in e.names}
    full = {folded(e.name): e for e in reversed(entries)}
    return named | full | {e.id: e for e in entries}


def _replacing(own: tuple[T, ...], ours: tuple[T, ...]) -> tuple[T, ...]:
    replaced = {entry.id for entry in own}
    return (*own, *(entry for entry in ours if entry.id not in replaced))


def _shipped(name: str) -> object:
    path = files("graph").joinpath("reference", f"{name}.yaml")
    return read_yaml(path.read_text(encoding="utf-8"), f"{name}.yaml")
