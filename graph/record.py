"""The record: what ONE article asserts, as entities and facts with character spans.

It is the hinge of communique: everything before it is reading, everything after it is the graph.
Spans count Unicode code points in the record's own `article.text`, end exclusive. Ids are local to the record.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Article:
    """One text and where it came from. `id` is the id that it came with; `published` an ISO day."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named human being; `name` is the fullest form in the article, `names` every other form."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """The holder of a post whom the article never names: `post` of the actor with the id `of`."""

    id: str
    post: str
    of: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state; `iso3` is None where no code is in use (Abkhazia, former states)."""

    id: str
    name: str
    iso3: str | None
    names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An organization or a forum, as `type` says."""

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One concrete occasion; `start` and `end` are the ISO prefixes that are certain."""

    id: str
    name: str
    kind: str
    forum: str | None = None
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    hosts: tuple[str, ...] = ()
    cancelled: bool = False
    optional: bool = False


Entity = Person | Office | State | Body | Event


@dataclass(frozen=True, slots=True)
class Post:
    """A person holds, held or will hold a post of a state or body; status current, acting, former, designate."""

    person: str
    post: str
    of: str
    status: str
    evidence: tuple[Span, ...]
    since: str | None = None
    until: str | None = None
    optional: bool = False
    retracts: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """An actor attended an event, is expected at it, or was absent from it."""

    participant: str
    event: str
    status: str
    evidence: tuple[Span, ...]
    optional: bool = False
    retracts: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An actor said something, in its own words (direct) or as reported."""

    speaker: str
    form: str
    text: str
    about: tuple[str, ...]
    evidence: tuple[Span, ...]
    event: str | None = None
    optional: bool = False
    retracts: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """A state or body recognises another, or does not; `source` is the record's `from`, "*" for nobody at all."""

    source: str
    target: str
    status: str
    evidence: tuple[Span, ...]
    date: str | None = None
    optional: bool = False
    retracts: bool = False
    confidence: float | None = None


Fact = Post | Attendance | Statement | Recognition


@dataclass(frozen=True, slots=True)
class Record:
    """What one article asserts."""

    article: Article
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
