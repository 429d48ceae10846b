"""Occasions and attendance: each rule of language beside its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Attendance, Event, Record

Read = Callable[..., Record]


def events(record: Record) -> list[Event]:
    return [e for e in record.entities if isinstance(e, Event)]


def attendance(record: Record) -> set[tuple[str, str]]:
    return {(f.participant, f.status) for f in record.facts if isinstance(f, Attendance)}


@pytest.mark.parametrize(
    ("text", "forum", "ordinal", "kind"),
    [
        ("India attended the sixth Moscow Format meeting.", "moscow-format", 6, "consultation"),
        ("India attended the sixth meeting of the Moscow Format.", "moscow-format", 6, "consultation"),
        ("India attended the XI Summit of the Shanghai Cooperation Organisation.", None, 11, "summit"),
        ("India attended the 58th round of the Geneva International Discussions.", None, 58, "consultation"),
        ("India attended the European Political Community’s third summit.", None, 3, "summit"),
    ],
)
def test_an_occasion_has_its_forum_and_ordinal(
    read: Read, text: str, forum: str | None, ordinal: int, kind: str
) -> None:
    (event,) = events(read(text))
    assert event.forum is not None
    assert event.forum == (forum or event.forum)
    assert (event.ordinal, event.kind) == (ordinal, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Representatives of Russia, India and Iran took part in the fifth Moscow Format meeting.",
            {("rus", "attended"), ("ind", "attended"), ("irn", "attended")},
            id="states by their representatives",
        ),
        pytest.param(
            "The fifth Moscow Format meeting was held. Tajikistan boycotted the meeting.",
            {("tjk", "absent")},
            id="the meeting is the one last spoken of",
        ),
        pytest.param(
            "Russian Foreign Minister Sergey Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara.",
            {("sergey-lavrov", "attended"), ("hakan-fidan", "attended")},
            id="two meet",
        ),
        pytest.param(
            "Russian Foreign Minister Sergey Lavrov will meet Turkish Foreign Minister Hakan Fidan on Tuesday.",
            {("sergey-lavrov", "expected"), ("hakan-fidan", "expected")},
            id="two are to meet",
        ),
        pytest.param(
            "Prime Minister Bisher Khasawneh of Jordan, who is in Kuwait, did not attend the Arab League summit.",
            {("bisher-khasawneh", "absent")},
            id="absent, across a relative clause",
        ),
        pytest.param(
            "The SCO summit opened. China sent Premier Li Qiang.",
            {("li-qiang", "attended")},
            id="somebody is sent",
        ),
    ],
)
def test_who_was_there_and_who_was_not(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert attendance(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkish Foreign Minister Hakan Fidan denied that he had met Greek Foreign Minister George Gerapetritis.",
        "Turkish Foreign Minister Hakan Fidan could meet Greek Foreign Minister George Gerapetritis.",
        "Turkish Foreign Minister Hakan Fidan praised Greek Foreign Minister George Gerapetritis.",
    ],
)
def test_what_is_denied_or_only_possible_is_no_meeting(read: Read, text: str) -> None:
    assert attendance(read(text)) == set()


def test_a_guest_is_received_by_a_host(read: Read) -> None:
    (event,) = events(
        read("Chinese Foreign Minister Wang Yi was received by Iranian President Masoud Pezeshkian.")
    )
    assert event.hosts == ("irn",)


def test_a_visit_has_its_place_and_its_host(read: Read) -> None:
    (event,) = events(read("Chinese Foreign Minister Wang Yi visited Tehran on 4 May 2024."))
    assert (event.kind, event.place, event.start, event.hosts) == ("visit", "Tehran", "2024-05-04", ("irn",))


def test_talk_by_telephone_is_a_call(read: Read) -> None:
    text = "Chinese Foreign Minister Wang Yi spoke by telephone with Iranian President Masoud Pezeshkian."
    (event,) = events(read(text))
    assert event.kind == "call"


def test_an_occasion_called_off_keeps_its_event(read: Read) -> None:
    text = "Turkish Foreign Minister Hakan Fidan was expected at the G20 summit. The summit was cancelled."
    assert [e.cancelled for e in events(read(text))] == [True]


def test_evidence_is_the_sentence(read: Read) -> None:
    text = "It rained. Tajikistan boycotted the fifth Moscow Format meeting."
    (fact,) = (f for f in read(text).facts if isinstance(f, Attendance))
    assert [text[slice(*span)] for span in fact.evidence] == [
        "Tajikistan boycotted the fifth Moscow Format meeting."
    ]
