"""From a record and its resolution to claims: what one article asserts, in ids of the graph.

Each claim supports one fact edge. An event's hosts and forum, an office's principal, a statement's targets and event,
and for whom an attending official came are claims too, with the evidence of the facts that carry them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.mentions import office_local
from graph.model import (
    ATTENDANCE_EDGES,
    NOBODY,
    RECOGNITION_EDGES,
    Claim,
    digest,
    fact_id,
    folded,
    without_absent,
)
from graph.record import Attendance, Entity, Event, Fact, Office, Post, Recognition, Record, Span, Statement

SERVING: Final = ("current", "acting")
REPRESENTED_LABELS: Final = ("state/", "organization/")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose claims they are: the article's graph id, when and by whom it was published, and what read it."""

    article: str
    published: str | None
    publisher: str | None
    extractor: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim without what all claims of a fact share."""

    type: str
    edge: str
    subject: str
    object: str
    roles: tuple[str, ...]
    status: str | None = None
    event: str | None = None
    attributes: Mapping[str, Any] | None = None


def claims_of(source: Source, record: Record, nodes: Mapping[str, str]) -> tuple[Claim, ...]:
    """All claims of one record, sorted by id; `nodes` gives the graph id of each of its mentions by local id."""
    reading = _Reading(source, record, nodes)
    return _with_unique_ids(list(reading.claims()))


def statement_id(text: str, speaker: str) -> str:
    """One wording by one speaker is one statement: capitals, accents, spaces and quotation marks do not count."""
    return f"statement/{digest(wording(text), speaker)}"


def wording(text: str) -> str:
    """A text as far as it is the same wording."""
    plain = folded(text.translate(_QUOTES)).strip(" .,;:!?'\"-")
    return " ".join(plain.split())


_QUOTES: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
)


class _Reading:
    """One record on its way to claims."""

    def __init__(self, source: Source, record: Record, nodes: Mapping[str, str]) -> None:
        self.source, self.record, self.nodes = source, record, nodes
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in record.entities}
        self.posts = [fact for fact in record.facts if isinstance(fact, Post) and not fact.retracts]

    def claims(self) -> Iterator[Claim]:
        for fact in self.record.facts:
            for draft in self._drafts(fact):
                yield self._claim(draft, fact.evidence, fact)
        for entity in self.record.entities:
            evidence = self._evidence_for(entity)
            for draft in self._entity_drafts(entity):
                yield self._claim(draft, evidence, None)

    def _drafts(self, fact: Fact) -> Iterator[_Draft]:
        match fact:
            case Post():
                yield from self._post(fact)
            case Attendance():
                yield from self._attendance(fact)
            case Statement():
                yield from self._statement(fact)
            case Recognition():
                yield self._recognition(fact)

    def _post(self, fact: Post) -> Iterator[_Draft]:
        office = self.nodes[office_local(fact.post, fact.of)]
        attributes = {"since": fact.since, "until": fact.until, "post": fact.post}
        roles = (self._name(fact.person), fact.post, self._name(fact.of))
        yield _Draft(
            "post", "HOLDS", self.nodes[fact.person], office, roles, fact.status, attributes=attributes
        )
        yield _Draft("principal", "OF", office, self.nodes[fact.of], roles[1:])

    def _attendance(self, fact: Attendance) -> Iterator[_Draft]:
        who, event = self.nodes[fact.participant], self.nodes[fact.event]
        roles = (self._name(fact.participant), self._name(fact.event))
        serving = self._serving(fact.participant)
        held = {self.nodes[office_local(post.post, post.of)] for post in serving}
        yield _Draft(
            "attendance",
            ATTENDANCE_EDGES[fact.status],
            who,
            event,
            roles,
            fact.status,
            attributes={"as": held.pop() if len(held) == 1 else None},
        )
        principals = {self.nodes[post.of] for post in serving}
        if fact.status == "attended" and len(principals) == 1 and who.startswith("official/"):
            principal = principals.pop()
            if principal.startswith(REPRESENTED_LABELS):
                yield _Draft("represented", "REPRESENTED", who, principal, roles, event=event)

    def _statement(self, fact: Statement) -> Iterator[_Draft]:
        speaker = self.nodes[fact.speaker]
        said = statement_id(fact.text, speaker)
        roles = (self._name(fact.speaker), wording(fact.text))
        attributes = {"text": fact.text, "form": fact.form}
        yield _Draft("statement", "STATED", speaker, said, roles, attributes=attributes)
        for target in dict.fromkeys(self.nodes[local] for local in fact.about):
            yield _Draft("about", "ABOUT", said, target, (*roles, self._name_of_node(target, fact.about)))
        if fact.event:
            yield _Draft("at", "AT", said, self.nodes[fact.event], (*roles, self._name(fact.event)))

    def _recognition(self, fact: Recognition) -> _Draft:
        source = NOBODY if fact.source == NOBODY else self.nodes[fact.source]
        roles = (self._name(fact.source), self._name(fact.target))
        edge = RECOGNITION_EDGES[fact.status]
        attributes = {"date": fact.date}
        return _Draft(
            "recognition", edge, source, self.nodes[fact.target], roles, fact.status, attributes=attributes
        )

    def _entity_drafts(self, entity: Entity) -> Iterator[_Draft]:
        here, roles = self.nodes[entity.id], (self._name(entity.id),)
        if isinstance(entity, Office):
            yield _Draft("principal", "OF", here, self.nodes[entity.of], (entity.post, self._name(entity.of)))
        if isinstance(entity, Event):
            for host in entity.hosts:
                yield _Draft("host", "HOSTED", self.nodes[host], here, (self._name(host), *roles))
            if entity.forum:
                yield _Draft(
                    "part_of", "PART_OF", here, self.nodes[entity.forum], (*roles, self._name(entity.forum))
                )

    def _claim(self, draft: _Draft, evidence: tuple[Span, ...], fact: Fact | None) -> Claim:
        spans = tuple(place for span in evidence for place in span)
        text = self.record.article.text
        return Claim(
            id=f"claim/{digest(self.source.article, draft.type, draft.edge, spans, draft.roles)}",
            type=draft.type,
            edge=draft.edge,
            subject_id=draft.subject,
            object_id=draft.object,
            article=self.source.article,
            fact_id=fact_id(draft.edge, draft.subject, draft.object, draft.event),
            quote=" … ".join(text[start:end] for start, end in evidence),
            spans=spans,
            extractor=self.source.extractor,
            status=draft.status,
            published=self.source.published,
            publisher=self.source.publisher,
            confidence=fact.confidence if fact else None,
            retracts=bool(fact and fact.retracts and draft.type != "principal"),
            attributes=without_absent(dict(draft.attributes or {}) | {"event": draft.event}),
        )

    def _evidence_for(self, entity: Entity) -> tuple[Span, ...]:
        """An event or office stands where the facts stand that name it."""
        spans = {
            span
            for fact in self.record.facts
            if not fact.retracts and entity.id in _named(fact)
            for span in fact.evidence
        }
        return tuple(sorted(spans))

    def _serving(self, local: str) -> list[Post]:
        return [post for post in self.posts if post.person == local and post.status in SERVING]

    def _name(self, local: str) -> str:
        if local == NOBODY:
            return NOBODY
        entity = self.entities[local]
        return f"{entity.post} of {self._name(entity.of)}" if isinstance(entity, Office) else entity.name

    def _name_of_node(self, node: str, locals_: tuple[str, ...]) -> str:
        return next(self._name(local) for local in locals_ if self.nodes[local] == node)


def _named(fact: Fact) -> tuple[str | None, ...]:
    """The local ids that an attendance, a statement or a recognition names."""
    match fact:
        case Attendance():
            return fact.participant, fact.event
        case Statement():
            return fact.speaker, fact.event, *fact.about
        case _:
            return ()


def _with_unique_ids(claims: list[Claim]) -> tuple[Claim, ...]:
    """A record may say the same twice from the same words: what differs is kept apart, what does not stands once."""
    distinct = sorted({_content(claim): claim for claim in claims}.items())
    seen: Counter[str] = Counter()
    unique = []
    for _, claim in distinct:
        seen[claim.id] += 1
        unique.append(claim if seen[claim.id] == 1 else replace(claim, id=f"{claim.id}-{seen[claim.id]}"))
    return tuple(unique)


def _content(claim: Claim) -> tuple[str, str]:
    """What tells one claim from another, in an order that the record's own order does not touch."""
    return claim.id, digest(
        claim.fact_id, claim.status, claim.confidence, claim.retracts, sorted(claim.attributes.items())
    )
