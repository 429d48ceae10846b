"""The reader: from articles to records, a plain chain of small extractors over one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from ingest.docs import DEFAULT_MODEL, Page, lay_out, load_model
from ingest.gazetteer import Gazetteer
from ingest.mentions import build_cast
from ingest.occasions import Occasions, find_occasions
from ingest.posts import find_posts
from ingest.recognition import find_recognitions
from ingest.skips import Skipped
from ingest.statements import find_statements

#: The version of the reading; it stands with every claim, so that a better reader can be told from this one.
EXTRACTOR = "communique-rules/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article asserts, and the sentences that looked like an assertion and gave none."""

    record: Record
    skipped: tuple[Skipped, ...]


class Reader:
    """Reads English articles with the spaCy model of that name; choose `en_core_web_trf` where one is installed."""

    def __init__(self, model: str = DEFAULT_MODEL, reference: Reference | None = None) -> None:
        self._model = model
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
        found = list(
            chain(
                find_posts(page, cast),
                occasions.attendance,
                find_statements(page, cast, occasions),
                find_recognitions(page, cast),
            )
        )
        facts = list(dict.fromkeys(f for f in found if not isinstance(f, Skipped)))
        skipped = tuple(f for f in found if isinstance(f, Skipped))
        return Reading(assemble(page, cast, occasions, facts), skipped)


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
