"""What tests of reading ask of a record."""

from __future__ import annotations

from collections.abc import Callable

from graph.record import Event, Recognition, Record

#: The fixture that reads a text, with the fields of its article by name.
Read = Callable[..., Record]


def events(record: Record) -> list[Event]:
    return [e for e in record.entities if isinstance(e, Event)]


def there(*actors: str, status: str = "attended") -> set[tuple[str, str]]:
    """The attendance of several."""
    return {(actor, status) for actor in actors}


def recognitions(record: Record) -> set[tuple[str, str, str]]:
    return {(f.source, f.target, f.status) for f in record.facts if isinstance(f, Recognition)}


def by(status: str, target: str, *sources: str) -> set[tuple[str, str, str]]:
    """The recognition of one by several."""
    return {(source, target, status) for source in sources}
