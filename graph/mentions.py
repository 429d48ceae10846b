"""From a record to its mentions: every entity with all that tells who or what it is.

Nothing here looks beyond the one record. A mention's blocks are written so that
1. two mentions that may be one share a block, and
2. an id that a node takes is a block of one of its mentions (or holds an article's hash): two nodes that would take
   one id are always looked at together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph.gazetteer import Gazetteer
from graph.model import Mention, Node, Occasion, folded, is_day, slug, words
from graph.posts import canonical_post
from graph.record import Attendance, Body, Entity, Event, Office, Person, Post, Record, State

CERTAIN_DAYS: Final = 10  # an occasion longer than this is looked up by its first days


@dataclass(frozen=True, slots=True)
class _Reading:
    """One record, and what the gazetteer knows of its actors."""

    article: str
    record: Record
    published: str | None
    entities: Mapping[str, Entity]
    known: Mapping[str, Node]

    def keys(self, local: str) -> tuple[str, ...]:
        """The keys under which a state or body is compared: its static id, or one for each of its names."""
        if local in self.known:
            return (self.known[local].id,)
        entity = self.entities[local]
        if isinstance(entity, State):
            return (f"state/{slug(entity.name)}",)
        if isinstance(entity, Body):
            return tuple(sorted({f"body/{slug(name)}" for name in (entity.name, *entity.names)}))
        return ()

    def principals(self, local: str) -> tuple[str, ...]:
        """The keys of those whom a person holds or held a post of; a coming post ties nobody yet."""
        posts = self.posts(local)
        return tuple(sorted({key for post in posts for key in self.keys(post.of)}))

    def posts(self, local: str) -> list[Post]:
        return [
            fact
            for fact in self.record.facts
            if isinstance(fact, Post) and fact.person == local and not fact.retracts
        ]


def mentions_of(
    article: str, record: Record, published: str | None, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """All mentions of a record: its entities, and the offices that its posts speak of; sorted by local id."""
    entities = {entity.id: entity for entity in record.entities}
    known = {entity.id: node for entity in record.entities if (node := _known(entity, gazetteer))}
    reading = _Reading(article, record, published, entities, known)
    places: Counter[str] = Counter()
    mentions = []
    for entity in record.entities:
        mention = _mention(entity, reading)
        places[mention.kind] += 1
        mentions.append(replace(mention, place=places[mention.kind]))
    offices = {office.local: office for office in _offices_of_posts(reading)}
    return tuple(sorted((*mentions, *offices.values()), key=lambda mention: mention.local))


def office_local(post: str, of: str) -> str:
    """The local id of the office that a post fact speaks of; no entity's id holds the separator."""
    return f"office\x1f{slug(canonical_post(post))}\x1f{of}"


def office_id(post: str, principal: str, gazetteer: Gazetteer) -> str:
    """`office/russia-foreign-minister`.

    Two dashes part principal and post where another state's or body's name could be read into it
    (`guinea--bissau-envoy`), and wherever the principal is not static.
    """
    name, rest = principal.partition("/")[2], slug(canonical_post(post))
    single = f"{name}-{rest}"
    cuts = [single[:place] for place, letter in enumerate(single) if letter == "-" and single[:place] != name]
    clear = gazetteer.node(principal) is not None and not any(
        gazetteer.node(f"{label}/{cut}") for cut in cuts for label in ("state", "organization", "forum")
    )
    return f"office/{single}" if clear else f"office/{name}--{rest}"


def full_forms(mention: Mention) -> frozenset[str]:
    """The forms of a person's name that stand for one person: two words or more."""
    return frozenset(slug(name) for name in (mention.name, *mention.names) if len(words(name)) > 1)


def outer_form(name: str) -> str | None:
    """First and last word of a name of three or more: `Eduardo Enrique Reina` → `eduardo-reina`."""
    parts = words(name)
    return slug(f"{parts[0]} {parts[-1]}") if len(parts) > 2 else None


def _known(entity: Entity, gazetteer: Gazetteer) -> Node | None:
    if isinstance(entity, State):
        return gazetteer.state(entity.iso3, entity.name)
    if isinstance(entity, Body):
        return gazetteer.body(entity.name, entity.names)
    return None


def _mention(entity: Entity, reading: _Reading) -> Mention:
    match entity:
        case Person():
            return _person(entity, reading)
        case Office():
            return _office(entity.id, entity.post, entity.of, reading)
        case Event():
            return _event(entity, reading)
        case _:
            return _principal(entity, reading)


def _principal(entity: State | Body, reading: _Reading) -> Mention:
    static = reading.known.get(entity.id)
    return Mention(
        article=reading.article,
        local=entity.id,
        kind="state" if isinstance(entity, State) else entity.type,
        name=entity.name,
        names=_others(entity.name, entity.names),
        published=reading.published,
        blocks=() if static else reading.keys(entity.id),
        node=static.id if static else None,
        iso3=entity.iso3 if isinstance(entity, State) else None,
    )


def _office(local: str, post: str, of: str, reading: _Reading) -> Mention:
    """A static principal's office is known by itself; another's is looked at together with the principal."""
    return Mention(
        article=reading.article,
        local=local,
        kind="office",
        name=post,
        published=reading.published,
        blocks=() if of in reading.known else reading.keys(of),
        post=canonical_post(post),
        principals=(of,),
    )


def _offices_of_posts(reading: _Reading) -> Iterator[Mention]:
    for fact in reading.record.facts:
        if isinstance(fact, Post):
            yield _office(office_local(fact.post, fact.of), fact.post, fact.of, reading)


def _person(person: Person, reading: _Reading) -> Mention:
    mention = Mention(
        article=reading.article,
        local=person.id,
        kind="person",
        name=person.name,
        names=_others(person.name, person.names),
        published=reading.published,
        posts=tuple(sorted({slug(canonical_post(fact.post)) for fact in reading.posts(person.id)})),
        principals=reading.principals(person.id),
    )
    forms = set(full_forms(mention)) | {outer for form in (person.name,) if (outer := outer_form(form))}
    return _with_blocks(mention, (f"official/{form}" for form in forms))


def _event(event: Event, reading: _Reading) -> Mention:
    occasion = _occasion(event, reading)
    mention = Mention(
        article=reading.article,
        local=event.id,
        kind="event",
        name=event.name,
        names=_others(event.name, event.names),
        published=reading.published,
        occasion=occasion,
    )
    return _with_blocks(mention, _event_blocks(occasion))


def _with_blocks(mention: Mention, blocks: Iterable[str]) -> Mention:
    return replace(mention, blocks=tuple(sorted(set(blocks))))


def _occasion(event: Event, reading: _Reading) -> Occasion:
    attendances = [
        fact
        for fact in reading.record.facts
        if isinstance(fact, Attendance) and fact.event == event.id and not fact.retracts
    ]
    parties = {key for fact in attendances for key in _party(fact.participant, reading)}
    parties.update(key for host in event.hosts for key in _party(host, reading))
    return Occasion(
        kind=event.kind,
        forum=reading.keys(event.forum) if event.forum else (),
        ordinal=event.ordinal,
        start=event.start,
        end=event.end,
        place=event.place or None,
        parties=tuple(sorted(parties)),
        said=_said(event, {fact.status for fact in attendances}),
    )


def _said(event: Event, statuses: set[str]) -> str | None:
    if event.cancelled:
        return "cancelled"
    if "attended" in statuses:
        return "held"
    return "expected" if "expected" in statuses else None


def _party(local: str, reading: _Reading) -> tuple[str, ...]:
    """For whom a participant comes: states and bodies for themselves, people for those whom they serve."""
    entity = reading.entities[local]
    if isinstance(entity, Office):
        return reading.keys(entity.of)
    if isinstance(entity, Person):
        serving = [post for post in reading.posts(local) if post.status in ("current", "acting")]
        keys = tuple(key for post in serving for key in reading.keys(post.of))
        return keys or reading.principals(local) or _by_name(entity)
    return reading.keys(local)


def _by_name(person: Person) -> tuple[str, ...]:
    return (f"official/{slug(person.name)}",) if len(words(person.name)) > 1 else ()


def _event_blocks(occasion: Occasion) -> Iterator[str]:
    """Where the article does not say enough to know the occasion elsewhere, there are none."""
    yield from event_ids(occasion)
    for day in certain_days(occasion):
        for forum in occasion.forum:
            yield f"event/{_tail(forum)}-{day}"
        for party in (*occasion.parties, *([f"place/{folded(occasion.place)}"] if occasion.place else [])):
            yield f"day/{occasion.kind}/{day}/{party}"


def event_ids(occasion: Occasion) -> Iterator[str]:
    """The ids that an occasion can have by what the article says, the surest first."""
    for forum in occasion.forum:
        if occasion.ordinal is not None:
            yield f"event/{_tail(forum)}-{occasion.ordinal}"
    if is_day(occasion.start):
        for forum in occasion.forum:
            yield f"event/{_tail(forum)}-{occasion.start}"
        states = [_tail(party) for party in occasion.parties if not party.startswith("official/")]
        if not occasion.forum and states:
            yield f"event/{'-'.join((occasion.kind, *states[:4], str(occasion.start)))}"


def certain_days(occasion: Occasion) -> list[str]:
    """The days on which it surely went on: from a start that is certain to the day."""
    if occasion.start is None or not is_day(occasion.start):
        return []
    first = date.fromisoformat(occasion.start)
    last = date.fromisoformat(occasion.end) if occasion.end and is_day(occasion.end) else first
    length = min((last - first).days, CERTAIN_DAYS)
    return [(first + timedelta(days=offset)).isoformat() for offset in range(length + 1)]


def _tail(key: str) -> str:
    return key.partition("/")[2]


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({other for other in names if other != name}))
