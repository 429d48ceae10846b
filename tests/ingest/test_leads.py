"""What a lead tells of a gathering: who came together, in which form, on which day; each rule beside its example."""

from __future__ import annotations

import pytest

from graph.record import Attendance, Event, Record
from tests.ingest.facts import Read, there

SCHOLZ, ZELENSKY = "German Chancellor Olaf Scholz", "Ukrainian President Volodymyr Zelensky"
ALI, MADURO = "Guyanese President Irfaan Ali", "Venezuelan President Nicolas Maduro"


def told(record: Record) -> list[tuple[str, set[tuple[str, str]]]]:
    """The kind of each event, and who was there or not."""
    return [
        (
            event.kind,
            {
                (f.participant, f.status)
                for f in record.facts
                if isinstance(f, Attendance) and f.event == event.id
            },
        )
        for event in record.entities
        if isinstance(event, Event)
    ]


@pytest.mark.parametrize("dateline", ["BAKU, Oct. 2 — ", "BAKU, May 2 (Steppe Wire) — ", "BAKU: ", ""])
def test_a_dateline_is_no_part_of_its_sentence(read: Read, dateline: str) -> None:
    record = read(f"{dateline}{SCHOLZ} met {ZELENSKY}.")
    assert told(record) == [("bilateral", there("olaf-scholz", "volodymyr-zelensky"))]


@pytest.mark.parametrize(
    "lead",
    [
        "Iran and the United States held talks in Muscat on Saturday.",
        "Talks between Iran and the United States began in Muscat on Saturday.",
        "The leaders of Iran and the United States met in Muscat.",
        "Negotiators from Iran and the United States met in Muscat on Saturday.",
    ],
)
def test_states_that_hold_talks_meet(read: Read, lead: str) -> None:
    assert told(read(lead)) == [("bilateral", there("irn", "usa"))]


@pytest.mark.parametrize(
    "text",
    [
        "There was no sign in Muscat of talks between Iran and the United States.",
        "Iran and the United States have met every demand.",
        "Iran and the United States went over to the offensive on Saturday.",
    ],
)
def test_states_that_hold_none_do_not(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_the_presidents_of_two_states_are_both(read: Read) -> None:
    record = read("The presidents of Armenia and Azerbaijan met in Vienna on Friday.")
    assert told(record) == [("bilateral", there("arm-president", "aze-president"))]


def test_three_ministers_hold_a_ministerial(read: Read) -> None:
    record = read("The foreign ministers of Egypt, Eritrea and Somalia held a trilateral meeting in Asmara.")
    assert [kind for kind, _ in told(record)] == ["ministerial"]


@pytest.mark.parametrize(
    "deed",
    [
        "had a telephone conversation on Tuesday",
        "held a phone call on Tuesday",
        "held a video conference on Tuesday",
        "discussed aid during a telephone call on Tuesday",
    ],
)
def test_who_telephones(read: Read, deed: str) -> None:
    assert told(read(f"{SCHOLZ} and {ZELENSKY} {deed}.")) == [
        ("call", there("olaf-scholz", "volodymyr-zelensky"))
    ]


def test_whom_somebody_met_separately_he_met_one_by_one(read: Read) -> None:
    record = read(f"{SCHOLZ} met {ALI} and {MADURO} separately.")
    assert told(record) == [
        ("bilateral", there("olaf-scholz", "irfaan-ali")),
        ("bilateral", there("olaf-scholz", "nicolas-maduro")),
    ]


def test_their_meeting_is_that_of_the_two(read: Read) -> None:
    record = read(
        f"{ALI} and {MADURO} shook hands at the start of their meeting in Kingstown on Thursday.",
        published="2023-12-15",
    )
    assert told(record) == [("bilateral", there("irfaan-ali", "nicolas-maduro"))]
    assert [e.start for e in record.entities if isinstance(e, Event)] == ["2023-12-14"]


def test_leaders_of_a_forum_hold_its_summit(read: Read) -> None:
    record = read(
        "Leaders of the 21 economies of the Asia-Pacific Economic Cooperation forum closed their summit in Lima."
    )
    assert [(e.kind, e.forum) for e in record.entities if isinstance(e, Event)] == [("summit", "apec")]


def test_a_dinner_for_somebody_is_held_with_him(read: Read) -> None:
    record = read(f"{SCHOLZ} hosted a dinner at Villa Borsig for {ZELENSKY}.")
    assert told(record) == [("other", there("olaf-scholz", "volodymyr-zelensky"))]


def test_states_that_send_ministers_are_there(read: Read) -> None:
    record = read("Only Norway and Qatar sent ministers to the donors' meeting in Stockholm.")
    assert [people for _, people in told(record)] == [there("nor", "qat")]


def test_he_behind_a_day_is_the_one_spoken_of(read: Read) -> None:
    record = read(f"{SCHOLZ} was greeted at the airport by {ALI}. On Monday he will meet {MADURO}.")
    assert told(record)[-1] == ("bilateral", there("olaf-scholz", "nicolas-maduro", status="expected"))


def test_heads_of_government_of_a_body_hold_its_meeting(read: Read) -> None:
    record = read("The Caribbean Community's heads of government wind up their 47th meeting in Bridgetown.")
    assert [(e.forum, e.ordinal) for e in record.entities if isinstance(e, Event)] == [
        ("caribbean-community", 47)
    ]


def test_a_call_has_no_place(read: Read) -> None:
    record = read(f"GENEVA, Oct. 11 - {SCHOLZ} and {ZELENSKY} spoke by telephone on Tuesday.")
    assert [(e.kind, e.place) for e in record.entities if isinstance(e, Event)] == [("call", None)]


def test_who_sends_a_message_is_not_there(read: Read) -> None:
    record = read(f"{ALI} attended the SCO summit. {SCHOLZ} sent a message of greeting.")
    assert told(record) == [("summit", there("irfaan-ali"))]
