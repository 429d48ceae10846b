"""Occasions and attendance: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Attendance, Record
from tests.ingest.facts import Read, events


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
        pytest.param(
            "The fifth Moscow Format meeting was held in Moscow. Sitting in on the meeting were Chinese envoy Yue Xiaoyong and Iranian envoy Hassan Kazemi Qomi.",
            {("hassan-kazemi-qomi", "attended"), ("yue-xiaoyong", "attended")},
            id="a list behind its verb",
        ),
        pytest.param(
            "The fifth Moscow Format meeting opened on Friday. Iranian President Hassan Rouhani gave the summit a miss and Burundi's Pierre Nkurunziza stayed away.",
            {("hassan-rouhani", "absent"), ("pierre-nkurunziza", "absent")},
            id="a second clause has its own subject",
        ),
        pytest.param(
            "The SCO summit opened in Astana. Panama's Ricardo Martinelli cancelled on Monday and was replaced by Deputy Foreign Minister Mayra Arosemena.",
            {("mayra-arosemena", "attended"), ("ricardo-martinelli", "absent")},
            id="one cries off and is replaced",
        ),
        pytest.param(
            "The SCO summit opened in Astana. Indian Prime Minister Narendra Modi was represented by Foreign Minister Subrahmanyam Jaishankar.",
            {("narendra-modi", "absent"), ("subrahmanyam-jaishankar", "attended")},
            id="represented by another",
        ),
        pytest.param(
            "Meeting with Turkish Foreign Minister Hakan Fidan in Ankara, Russian Foreign Minister Sergey Lavrov praised the talks.",
            {("hakan-fidan", "attended"), ("sergey-lavrov", "attended")},
            id="a gerund that opens the sentence",
        ),
        pytest.param(
            "Chinese Premier Li Keqiang met separately with Tanzanian Prime Minister Kassim Majaliwa and with Ethiopian Prime Minister Abiy Ahmed.",
            {("abiy-ahmed", "attended"), ("kassim-majaliwa", "attended"), ("li-keqiang", "attended")},
            id="separately",
        ),
        pytest.param(
            "Iraqi Foreign Minister Hoshyar Zebari hoped to meet Turkish Foreign Minister Ali Babacan.",
            set(),
            id="only hoped for",
        ),
        pytest.param(
            "The talks between Armenian Foreign Minister Ararat Mirzoyan and Azerbaijani Foreign Minister Jeyhun Bayramov were called off by the Azerbaijani side.",
            {("aze", "absent")},
            id="called off",
        ),
        pytest.param(
            "The SCO summit was attended by Chinese President Xi Jinping, Russia's Vladimir Putin and Kazakh leader Kassym-Jomart Tokayev.",
            {
                ("kassym-jomart-tokayev", "attended"),
                ("vladimir-putin", "attended"),
                ("xi-jinping", "attended"),
            },
            id="a list of those present",
        ),
        pytest.param(
            "Qatar's emir, Sheikh Tamim bin Hamad al-Thani, will not attend the Arab League summit in Beirut.",
            {("tamim-bin-hamad-al-thani", "absent")},
            id="will not",
        ),
        pytest.param(
            "French President Emmanuel Macron appealed for dialogue.",
            set(),
            id="a bare dialogue",
        ),
        pytest.param(
            "The president of the Ukrainian Canadian Congress wrote to Prime Minister Stephen Harper.",
            set(),
            id="a body named as a meeting",
        ),
        pytest.param(
            "Turkish Foreign Minister Mevlüt Çavuşoğlu called on Greece to withdraw its troops.",
            set(),
            id="called on to",
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "In Tbilisi on 5 July 2010 Hillary Clinton met Mikheil Saakashvili and sat down with Irakli Alasania.",
            {"2010-07-05"},
        ),
        ("On 7 May 2024 Wang Yi flew to Tehran, where Masoud Pezeshkian received him.", {"2024-05-07"}),
        (
            "Wang Yi met Ishaq Dar on 7 May 2024. That evening Wang Yi called on Shehbaz Sharif.",
            {"2024-05-07"},
        ),
        (
            "Wang Yi met Ishaq Dar on 7 May 2024. A day later he called on Shehbaz Sharif.",
            {"2024-05-07", "2024-05-08"},
        ),
    ],
)
def test_a_day_holds_for_all_that_is_told_of_it(read: Read, text: str, days: set[str]) -> None:
    assert {e.start for e in events(read(text))} == days


def test_two_are_met_separately(read: Read) -> None:
    text = "Chinese Premier Li Qiang met separately with Bisher Khasawneh and with Shehbaz Sharif."
    assert len(events(read(text))) == 2


def test_a_diary_tells_of_the_days_to_come(read: Read) -> None:
    days = (
        "MONDAY: EU foreign policy chief Josep Borrell receives Chinese Foreign Minister Wang Yi.",
        "TUESDAY: Josep Borrell is in Tirana to see Albanian Prime Minister Edi Rama.",
        "WEDNESDAY: Edi Rama meets Albin Kurti.",
    )
    record = read("\n\n".join(days), published="2023-03-26")
    assert {e.start for e in events(record) if e.kind == "bilateral"} == {
        "2023-03-27",
        "2023-03-28",
        "2023-03-29",
    }
    assert {status for _, status in attendance(record)} == {"expected"}


def test_minutes_name_who_has_the_floor(read: Read) -> None:
    text = (
        "UN envoy Lamberto Zannier told the Security Council this morning that patrols must pass.\n\n"
        "Vitaly Churkin (Russian Federation) called the text binding. Rosemary DiCarlo (United States) disagreed. "
        "Philip Parham (United Kingdom) noted progress. China’s representative appealed for calm."
    )
    present = {actor for actor, status in attendance(read(text)) if status == "attended"}
    assert {"vitaly-churkin", "rosemary-dicarlo", "philip-parham", "chn-representative"} <= present


def test_what_an_undated_article_tells_as_past_is_not_expected(read: Read) -> None:
    text = "S. Jaishankar represented India at the 24th summit of the SCO, held in Astana on July 4, 2024."
    assert attendance(read(text, published=None)) == {("s-jaishankar", "attended")}
