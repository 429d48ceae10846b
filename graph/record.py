"""The record: what ONE article asserts, as entities and facts with character spans.

It is the hinge of communique: everything before it is reading, everything after it is the graph.
Spans count Unicode code points in the record's own `article.text`, end exclusive. Ids are local to the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graph.contract import check

Span = tuple[int, int]


def text_hash(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of an article's normalised text: what the text is known by."""
    return sha256(text.encode()).hexdigest()[:16]


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
    names: tuple[str, ...] = ()


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

    def to_json(self) -> dict[str, Any]:
        """The JSON object of the contract, keys in the guide's order; `parse_record` gives this record back."""
        return {
            "article": _article_json(self.article),
            "entities": [_entity_json(entity) for entity in self.entities],
            "facts": [_fact_json(fact) for fact in self.facts],
        }


def parse_record(obj: object, where: str) -> Record:
    """The record that a JSON object is; RecordError names `where`, the path of the field, and what is wrong.

    The text is taken as it stands: see `ingest.articles.normalised_record`.
    """
    check(obj, where)
    assert isinstance(obj, dict)  # noqa: S101 -- `check` has just said so; this tells the type checker
    return checked_record(obj)


def checked_record(obj: dict[str, Any]) -> Record:
    """The record that an object is which is known to keep the contract."""
    return Record(
        article=_article(obj["article"]),
        entities=tuple(_entity(entity) for entity in obj["entities"]),
        facts=tuple(_fact(fact) for fact in obj["facts"]),
    )


def _article(obj: dict[str, Any]) -> Article:
    given = {key: obj.get(key) for key in ("title", "publisher", "published", "language", "url")}
    return Article(id=obj.get("id") or f"article/{text_hash(obj['text'])}", text=obj["text"], **given)


def _article_json(article: Article) -> dict[str, Any]:
    keys = ("id", "url", "title", "publisher", "published", "language", "text")
    return {key: getattr(article, key) for key in keys}


def _entity(obj: dict[str, Any]) -> Entity:
    given = {key: value for key, value in obj.items() if key != "type"}
    for key in ("names", "hosts"):
        if key in given:
            given[key] = tuple(given[key])
    match obj["type"]:
        case "person":
            return Person(**given)
        case "office":
            return Office(**given)
        case "state":
            return State(**given)
        case "event":
            return Event(**given | {"ordinal": _whole(obj["ordinal"])})
        case _:
            return Body(**given, type=obj["type"])


def _whole(number: float | None) -> int | None:
    """JSON knows one kind of number: 6.0 is the sixth."""
    return None if number is None else int(number)


def _entity_json(entity: Entity) -> dict[str, Any]:
    head: dict[str, Any] = {"id": entity.id, "type": _type(entity)}
    match entity:
        case Person() | Body():
            head |= {"name": entity.name, "names": list(entity.names)}
        case Office():
            head |= {"post": entity.post, "of": entity.of}
        case State():
            head |= {"name": entity.name, "names": list(entity.names), "iso3": entity.iso3}
        case Event():
            head |= _event_json(entity)
    return head | ({"optional": True} if entity.optional else {})


def _type(entity: Entity) -> str:
    return entity.type if isinstance(entity, Body) else type(entity).__name__.casefold()


def _event_json(event: Event) -> dict[str, Any]:
    return (
        {"name": event.name}
        | ({"names": list(event.names)} if event.names else {})
        | {key: getattr(event, key) for key in ("kind", "forum", "ordinal", "start", "end", "place")}
        | {"hosts": list(event.hosts)}
        | ({"cancelled": True} if event.cancelled else {})
    )


def _fact(obj: dict[str, Any]) -> Fact:
    given = {key: value for key, value in obj.items() if key not in ("type", "from", "to")}
    given["evidence"] = tuple((int(start), int(end)) for start, end in obj["evidence"])
    match obj["type"]:
        case "post":
            return Post(**given)
        case "attendance":
            return Attendance(**given)
        case "statement":
            return Statement(**given | {"about": tuple(obj["about"])})
        case _:
            return Recognition(**given, source=obj["from"], target=obj["to"])


def _fact_json(fact: Fact) -> dict[str, Any]:
    return {"type": type(fact).__name__.casefold()} | dict(_roles_json(fact)) | dict(_marks_json(fact))


def _roles_json(fact: Fact) -> Iterator[tuple[str, Any]]:
    """What a fact says, without its evidence and how sure it is."""
    match fact:
        case Post():
            yield from (
                ("person", fact.person),
                ("post", fact.post),
                ("of", fact.of),
                ("status", fact.status),
            )
            yield from ((key, day) for key, day in (("since", fact.since), ("until", fact.until)) if day)
        case Attendance():
            yield from (("participant", fact.participant), ("event", fact.event), ("status", fact.status))
        case Statement():
            yield from (("speaker", fact.speaker), ("form", fact.form), ("text", fact.text))
            yield from (("about", list(fact.about)), ("event", fact.event))
        case Recognition():
            yield from (("from", fact.source), ("to", fact.target), ("status", fact.status))
            yield ("date", fact.date)


def _marks_json(fact: Fact) -> Iterator[tuple[str, Any]]:
    yield "evidence", [list(span) for span in fact.evidence]
    if fact.optional:
        yield "optional", True
    if fact.retracts:
        yield "retracts", True
    if fact.confidence is not None:
        yield "confidence", fact.confidence
