"""The answers, as plain values: what questions over the graph return, whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A node that fits a name; `start` only of an event."""

    id: str
    name: str
    label: str
    names: tuple[str, ...] = ()
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that supports a fact, and the article that it stands in."""

    fact: str
    claim: str
    quote: str
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    confidence: float | None
    retracts: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what the graph holds of it."""

    id: str
    name: str
    kind: str | None
    ordinal: int | None
    start: str | None
    end: str | None
    place: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who attended, was expected at or was absent from an event: `post` held there, `of` those represented."""

    id: str
    name: str
    label: str
    status: str
    post: str | None
    of: tuple[str, ...]
    fact: str
    disputed: bool
    articles: int
    sources: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event in an actor's life; `through` who was there for a state or body, where it is not the actor itself."""

    event: Event
    status: str
    fact: str
    disputed: bool
    through: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, who made it, about whom and at which event."""

    id: str
    speaker: str
    speaker_name: str
    text: str
    form: str
    date: str | None
    about: tuple[str, ...]
    event: str | None
    fact: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether one recognises another; `source` is "*" where nobody at all does."""

    source: str
    source_name: str
    target: str
    target_name: str
    status: str
    since: str | None
    until: str | None
    current: bool | None
    fact: str
    disputed: bool
    first_seen: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """An official and a post of his."""

    id: str
    name: str
    office: str
    post: str
    of: str
    of_name: str
    status: str | None
    start: str | None
    end: str | None
    current: bool | None
    fact: str
    evidence: tuple[Evidence, ...] = ()
