"""The reference: states and bodies that news names, with the forms that name them.

Names are matched whole, without case and accents, never by likeness: Niger is not Nigeria.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A state; `iso3` is None where no code is in use, `status` member, observer, partial, territory or former."""

    id: str
    iso3: str | None
    name: str
    status: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    caution: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """An organization or a forum, as `type` says; `governs` the state whose de facto authority it is."""

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    governs: str | None = None
    part_of: str | None = None
    seat: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    meeting: str | None = None
    caution: tuple[str, ...] = ()


T = TypeVar("T", bound="StateEntry | BodyEntry")


class Reference:
    """The entries, looked up by id, ISO code or name."""

    def __init__(self, states: Iterable[StateEntry], bodies: Iterable[BodyEntry]) -> None:
        self.states = tuple(states)
        self.bodies = tuple(bodies)
        self._states = _by_name(self.states) | {s.iso3.casefold(): s for s in self.states if s.iso3}
        self._bodies = _by_name(self.bodies)

    @classmethod
    @cache
    def load(cls) -> Reference:
        """The reference that ships with the project."""
        return cls(
            (_entry(StateEntry, row) for row in _read("states")),
            (_entry(BodyEntry, row) for row in _read("bodies")),
        )

    def state(self, key: str) -> StateEntry | None:
        """The state with that id, ISO code or name."""
        return self._states.get(folded(key))

    def body(self, key: str) -> BodyEntry | None:
        """The body with that id or name."""
        return self._bodies.get(folded(key))


def folded(name: str) -> str:
    """A name without case, accents and typographic apostrophes."""
    flat = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split())


def _by_name(entries: tuple[T, ...]) -> dict[str, T]:
    named = {folded(name): e for e in reversed(entries) for name in e.names}
    return named | {folded(e.name): e for e in entries} | {e.id: e for e in entries}


def _read(name: str) -> list[dict[str, Any]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("graph").joinpath("reference", f"{name}.yaml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    return rows


def _entry(kind: type[T], row: Mapping[str, Any]) -> T:
    known = {f.name for f in fields(kind)}
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k in known}
    return kind(**values)
