"""The reader: from articles to records, a plain chain of small extractors over one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from graph.record import (
    Article,
    Attendance,
    Body,
    Entity,
    Event,
    Fact,
    Office,
    Person,
    Post,
    Recognition,
    Record,
    Span,
    State,
    Statement,
)
from graph.reference import Reference, StateEntry
from ingest.actors import Actor, Cast
from ingest.confidence import confidence_of, surest_first
from ingest.docs import DEFAULT_MODEL, Page, lay_out, load_model
from ingest.doubts import doubts_of
from ingest.found import Found
from ingest.gazetteer import Gazetteer
from ingest.mentions import build_cast
from ingest.occasions import Occasions, find_occasions
from ingest.posts import find_posts
from ingest.recognition import find_recognitions
from ingest.rules import Rule
from ingest.skips import UNSURE, Skipped, each_once
from ingest.statements import find_statements

#: The version of the reading; it stands with every claim, so that a better reader can be told from this one.
EXTRACTOR = "communique-rules/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article asserts, and the sentences that looked like an assertion and gave none.

    `found` holds each fact of the record, in its order, with what it was found by.
    """

    record: Record
    skipped: tuple[Skipped, ...]
    found: tuple[Found, ...] = ()


class Reader:
    """Reads English articles with the spaCy model of that name; choose `en_core_web_trf` where one is installed.

    Facts with a lower confidence than `least` are left out, and counted as skipped.
    """

    def __init__(
        self, model: str = DEFAULT_MODEL, reference: Reference | None = None, least: float = 0.0
    ) -> None:
        self._model = model
        self._least = least
        self._reference = reference or Reference.load()
        self._gazetteer = Gazetteer(self._reference)

    def read(self, article: Article) -> Reading:
        """What one article asserts."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Reading]:
        """Yield the reading of each article, in order."""
        for page in lay_out(articles, load_model(self._model), batch_size):
            yield self.read_page(page)

    def read_page(self, page: Page) -> Reading:
        """What a page that is already laid out asserts."""
        cast = build_cast(page, self._gazetteer, self._reference)
        occasions = find_occasions(page, cast)
        sayings = list(find_statements(page, cast, occasions))
        said = (found.fact for found in sayings if isinstance(found, Found))
        statements = [fact for fact in said if isinstance(fact, Statement)]
        found = list(
            chain(
                find_posts(page, cast),
                occasions.found(),
                occasions.skipped,
                sayings,
                find_recognitions(page, cast, statements),
            )
        )
        events = {event.id: event for event in occasions.events}
        rated = [_rated(f, cast, events) for f in told_once(f for f in found if isinstance(f, Found))]
        kept = [f for f in rated if (f.fact.confidence or 0) >= self._least]
        unsure = (_too_unsure(f) for f in rated if f not in kept) if len(kept) < len(rated) else ()
        skipped = each_once(chain((f for f in found if isinstance(f, Skipped)), unsure))
        record = assemble(page, cast, occasions, [f.fact for f in kept])
        return Reading(record, skipped, tuple(kept))


def told_once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield each fact once, with all rules that found it."""
    rules: dict[Fact, tuple[Rule, ...]] = {}
    for each in found:
        rules[each.fact] = tuple(dict.fromkeys((*rules.get(each.fact, ()), *each.rules)))
    yield from (Found(fact, by) for fact, by in rules.items())


def _rated(found: Found, cast: Cast, events: Mapping[str, Event]) -> Found:
    """The find with how sure it is, its surest rule first."""
    doubts = doubts_of(found.fact, cast.actors, events)
    rated = Found(found.fact, surest_first(found.rules), doubts)
    return replace(rated, fact=replace(found.fact, confidence=confidence_of(rated)))


def _too_unsure(found: Found) -> Skipped:
    """A find beneath the threshold, as what was skipped."""
    return Skipped(found.kind, found.fact.evidence[0], UNSURE)


def assemble(page: Page, cast: Cast, occasions: Occasions, facts: list[Fact]) -> Record:
    """The record: the facts, and of the actors and events those that occur in one."""
    used = {i for fact in facts for i in _actors_of(fact)}
    events = tuple(e for e in occasions.events if e.id in used or e.hosts or e.forum)
    used |= {i for e in events for i in (e.forum, *e.hosts) if i}
    offices = (cast.actors[i].office for i in used if i in cast.actors)
    used |= {office[1] for office in offices if office}
    entities = [_entity(a) for a in cast.actors.values() if a.id in used]
    return Record(
        replace(page.article, language=page.article.language or "en"), (*entities, *events), tuple(facts)
    )


def _actors_of(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Post():
            return fact.person, fact.of
        case Attendance():
            return fact.participant, fact.event
        case Statement():
            return (fact.speaker, *fact.about, *([fact.event] if fact.event else []))
        case Recognition():
            return fact.source, fact.target


def _entity(actor: Actor) -> Entity:
    names = tuple(sorted(actor.forms - {actor.name}))
    match actor.kind:
        case "person":
            return Person(actor.id, actor.name, names)
        case "office" if actor.office is not None:
            return Office(actor.id, *actor.office)
        case "state":
            iso3 = actor.entry.iso3 if isinstance(actor.entry, StateEntry) else None
            return State(actor.id, actor.name, iso3, names)
        case _:
            return Body(actor.id, actor.kind, actor.name, names)


__all__ = ["EXTRACTOR", "Event", "Reader", "Reading", "Span", "assemble"]
