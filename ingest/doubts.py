"""What makes a fact less sure whatever rule found it: signs that are known once the whole article is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from graph.record import Attendance, Event, Fact, Post, Statement
from ingest.actors import Actor

#: Titles of more words tend to have swallowed their neighbours.
_LONG = 4
_DAY = 10


class Doubt(StrEnum):
    """The signs, by kind of fact; each stands beside its example."""

    #: `Minister of Trade and Industry and Investment Promotion X`
    LONG_TITLE = "post: a title of more than four words"
    #: `Minister Karim`, who has no other name in the article
    ONE_NAME = "post: a name of one word"
    #: `Norway’s foreign minister attended`
    UNNAMED_PARTY = "attendance: an unnamed holder of a post"
    #: `They met at a workshop`
    VAGUE_OCCASION = "attendance: an occasion without forum and day"
    #: `They opened the fair`
    ODD_OCCASION = "attendance: an occasion of no common kind"
    #: `Norway’s foreign minister said`
    UNNAMED_SPEAKER = "statement: an unnamed holder of a post"
    #: `Moscow said`
    STATE_SPEAKS = "statement: a state speaks"
    #: `the African Union welcomed`
    BODY_SPEAKS = "statement: an organization or forum speaks"

    @property
    def kind(self) -> str:
        """The kind of fact that is in doubt."""
        return self.value.partition(": ")[0]

    @property
    def told(self) -> str:
        """The sign in words, without its kind."""
        return self.value.partition(": ")[2]


#: By the kind of actor that speaks.
_OF_SPEAKERS = {
    "office": Doubt.UNNAMED_SPEAKER,
    "state": Doubt.STATE_SPEAKS,
    "organization": Doubt.BODY_SPEAKS,
    "forum": Doubt.BODY_SPEAKS,
}


def doubts_of(fact: Fact, actors: Mapping[str, Actor], events: Mapping[str, Event]) -> tuple[Doubt, ...]:
    """What speaks against a fact."""
    match fact:
        case Post():
            return tuple(_of_post(fact, actors))
        case Attendance():
            return tuple(_of_attendance(fact, actors, events))
        case Statement():
            doubt = _OF_SPEAKERS.get(actors[fact.speaker].kind)
            return (doubt,) if doubt is not None else ()
    return ()


def _of_post(fact: Post, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    if len(fact.post.split()) > _LONG:
        yield Doubt.LONG_TITLE
    if " " not in actors[fact.person].name:
        yield Doubt.ONE_NAME


def _of_attendance(
    fact: Attendance, actors: Mapping[str, Actor], events: Mapping[str, Event]
) -> Iterator[Doubt]:
    if actors[fact.participant].kind == "office":
        yield Doubt.UNNAMED_PARTY
    event = events[fact.event]
    if event.forum is None and len(event.start or "") < _DAY:
        yield Doubt.VAGUE_OCCASION
    if event.kind == "other":
        yield Doubt.ODD_OCCASION
