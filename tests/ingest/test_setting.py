"""At which occasion something was said; occasions are set by hand."""

from __future__ import annotations

from graph.record import Article, Attendance, Event
from ingest.actors import Actor, Cast, HeldPost
from ingest.docs import lay_out, load_model
from ingest.floor import Floor
from ingest.groups import find_group
from ingest.occasions import Occasions
from ingest.phrases import Phrase
from ingest.setting import event_of

TEXT = "The Council met on Monday. The ministers said that pressure had failed."
PERSONS = (Actor("nebenzia", "person", "Nebenzia"), Actor("peskov", "person", "Peskov"))
POSTS = (
    HeldPost("nebenzia", "Ambassador", "rus", "current", (0, 1)),
    HeldPost("peskov", "Kremlin Spokesman", "rus", "current", (0, 1)),
)


def floor_with(event: Event, *attendance: Attendance) -> Floor:
    page = next(iter(lay_out([Article("a", TEXT)], load_model())))
    cast = Cast((*PERSONS, Actor("sco", "forum", "SCO"), Actor("rus", "state", "Russia")), (), POSTS)
    return Floor(page, cast, Occasions((event,), attendance, ((4, event.id),)))


def attended(who: str, status: str = "attended") -> Attendance:
    return Attendance(who, "e", status, ())


def test_who_took_part_spoke_at_the_occasion() -> None:
    floor = floor_with(Event("e", "summit", "summit"), attended("nebenzia"))
    assert event_of(floor, "nebenzia", 40, to_many=False) == "e"
    assert event_of(floor, "peskov", 40, to_many=False) is None


def test_what_is_said_to_many_is_said_at_the_gathering() -> None:
    floor = floor_with(Event("e", "summit", "summit"))
    assert event_of(floor, "peskov", 40, to_many=True) == "e"


def test_officials_heard_in_the_report_of_one_debate_spoke_at_it_and_spokesmen_did_not() -> None:
    floor = floor_with(Event("e", "meeting", "session"))
    assert event_of(floor, "nebenzia", 40, to_many=False) == "e"
    assert event_of(floor, "peskov", 40, to_many=False) is None


def test_nobody_spoke_at_a_debate_that_is_still_to_come() -> None:
    floor = floor_with(Event("e", "meeting", "session"), attended("peskov", "expected"))
    assert event_of(floor, "nebenzia", 40, to_many=False) is None


def test_the_ministers_of_a_forum_speak_as_the_forum() -> None:
    floor = floor_with(Event("e", "meeting", "ministerial", forum="sco"))
    sentence = floor.page.sentences[1]
    head = next(t for t in floor.words(sentence) if t.lower_ == "ministers")
    assert find_group(floor, Phrase(head, head.left_edge.idx, sentence)) == ("sco",)
