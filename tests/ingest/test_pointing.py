"""For whom pronouns, plurals and descriptions stand: each rule of language beside its example."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.record import Attendance, Record, Statement
from tests.ingest.facts import Read

ASTANA = "The SCO summit opened in Astana."
MODI, XI = "Indian Prime Minister Narendra Modi", "Chinese President Xi Jinping"
ARAGHCHI, LAVROV = "Iranian Foreign Minister Abbas Araghchi", "Russian Foreign Minister Sergey Lavrov"
FAJON, SCHALLENBERG = (
    "Slovenian Foreign Minister Tanja Fajon",
    "Austrian Foreign Minister Alexander Schallenberg",
)
MUSAR, OSMANI = "Slovenian President Nataša Pirc Musar", "Kosovo President Vjosa Osmani"
FIDAN, ALIYEV = "Turkish Foreign Minister Hakan Fidan", "Azerbaijani President Ilham Aliyev"
LJUBLJANA = "LJUBLJANA, May 4 -"


def meetings(record: Record) -> list[set[str]]:
    """Who was at each occasion that several attended, in the order of the text."""
    present: dict[str, set[str]] = {}
    for fact in record.facts:
        if isinstance(fact, Attendance):
            present.setdefault(fact.event, set()).add(fact.participant)
    return [people for people in present.values() if len(people) > 1]


def speakers(record: Record) -> list[str]:
    return [f.speaker for f in record.facts if isinstance(f, Statement)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MODI} and {XI} smiled. The two leaders met on Friday.",
            [{"narendra-modi", "xi-jinping"}],
            id="the two leaders",
        ),
        pytest.param(
            f"{MODI} and {XI} smiled. They met on Friday.",
            [{"narendra-modi", "xi-jinping"}],
            id="they",
        ),
        pytest.param(
            f"{ASTANA} {MODI} and {XI} were invited. Both have attended.",
            [{"narendra-modi", "xi-jinping"}],
            id="both, before its verb",
        ),
        pytest.param(
            f"{MODI} met {XI} in Tianjin. The two young leaders met {LAVROV} on 4 May 2024.",
            [{"narendra-modi", "xi-jinping"}, {"narendra-modi", "xi-jinping", "sergey-lavrov"}],
            id="an epithet inside the plural",
        ),
        pytest.param(
            f"{ASTANA} {MODI} and {XI} flew in. The two heads of state attended the summit.",
            [{"narendra-modi", "xi-jinping"}],
            id="the two heads of state",
        ),
        pytest.param(
            f"{MODI} met {XI} in Tianjin. Both men met {LAVROV} on 4 May 2024.",
            [{"narendra-modi", "xi-jinping"}, {"narendra-modi", "xi-jinping", "sergey-lavrov"}],
            id="both men met a third",
        ),
        pytest.param(
            f"{MODI} met {XI} in Tianjin. {LAVROV} received them.",
            [{"narendra-modi", "xi-jinping"}, {"narendra-modi", "xi-jinping", "sergey-lavrov"}],
            id="them",
        ),
        pytest.param(
            f"{MODI} met {XI} in Tianjin. {LAVROV} was asleep. The two leaders met again on 4 May 2019.",
            [{"narendra-modi", "xi-jinping"}],
            id="those who last met in that number, not those last named",
        ),
        pytest.param(
            "India and Pakistan quarrel. The two countries attended the fifth Moscow Format meeting.",
            [{"ind", "pak"}],
            id="the two countries",
        ),
    ],
)
def test_plurals_stand_for_those_spoken_of(read: Read, text: str, expected: list[set[str]]) -> None:
    assert meetings(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LJUBLJANA} {FAJON} received {SCHALLENBERG}. The visitor also met {MUSAR}.",
            [{"tanja-fajon", "alexander-schallenberg"}, {"alexander-schallenberg", "natasa-pirc-musar"}],
            id="the visitor is from abroad",
        ),
        pytest.param(
            f"{SCHALLENBERG} paid a visit to Ljubljana. {FAJON} praised Austria. The visitor met {MUSAR}.",
            [{"alexander-schallenberg", "natasa-pirc-musar"}],
            id="the visitor paid the visit",
        ),
        pytest.param(
            f"{SCHALLENBERG} visited Ljubljana on Monday. {FAJON} praised Austria. {MUSAR} received the guest.",
            [{"alexander-schallenberg", "natasa-pirc-musar"}],
            id="the guest paid the visit",
        ),
    ],
)
def test_the_guest_is_who_is_from_abroad(read: Read, text: str, expected: list[set[str]]) -> None:
    assert meetings(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LJUBLJANA} {FAJON} was pleased. The host met {SCHALLENBERG} on Monday.",
            [{"tanja-fajon", "alexander-schallenberg"}],
            id="the host is at home where the article is datelined",
        ),
        pytest.param(
            f"{SCHALLENBERG} visited Ljubljana. {FAJON} was pleased. The visitor met his host on Monday.",
            [{"tanja-fajon", "alexander-schallenberg"}],
            id="his host is not who paid the visit",
        ),
    ],
)
def test_the_host_is_who_is_at_home(read: Read, text: str, expected: list[set[str]]) -> None:
    assert meetings(read(text)) == expected


@pytest.mark.parametrize("word", ["him", "the visitor", "the guest"])
def test_a_pointing_word_never_stands_for_the_subject_of_its_own_sentence(read: Read, word: str) -> None:
    for subject in (FAJON, SCHALLENBERG):
        assert meetings(read(f"{LJUBLJANA} {subject} met {word}.")) == []
        assert meetings(read(f"{LJUBLJANA} On Monday {subject} held talks with {word}.")) == []
    visits = f"{SCHALLENBERG} visited Ljubljana on Monday. {LAVROV} visited Ljubljana on Tuesday."
    assert meetings(read(f"{visits} In the evening Lavrov met {word}.")) == [
        {"alexander-schallenberg", "sergey-lavrov"}
    ]
    both = {"tanja-fajon", "alexander-schallenberg"}
    assert meetings(read(f"{LJUBLJANA} {SCHALLENBERG} arrived. On Monday {FAJON} met {word}.")) == [both]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LAVROV} met {ARAGHCHI} in Moscow. He met {ALIYEV} on 4 May 2024.",
            [{"sergey-lavrov", "abbas-araghchi"}, {"sergey-lavrov", "ilham-aliyev"}],
            id="he, opening its sentence, is whom the sentence before is of",
        ),
        pytest.param(
            f"{LAVROV} met {ARAGHCHI} in Moscow. In Tehran he met {ALIYEV}.",
            [{"sergey-lavrov", "abbas-araghchi"}, {"abbas-araghchi", "ilham-aliyev"}],
            id="he, inside its sentence, is the last one named",
        ),
        pytest.param(
            f"{OSMANI} arrived in Accra. {FAJON} will receive her.",
            [{"vjosa-osmani", "tanja-fajon"}],
            id="her, owning nothing",
        ),
        pytest.param(
            f"{OSMANI} arrived in Accra. {FAJON} will receive her on Monday.",
            [{"vjosa-osmani", "tanja-fajon"}],
            id="her, before a day",
        ),
        pytest.param(
            f"{LAVROV} flew to Tehran. {ARAGHCHI} received him.",
            [{"sergey-lavrov", "abbas-araghchi"}],
            id="him is nobody who does something to him",
        ),
        pytest.param(
            f"{LAVROV} wrote to {ARAGHCHI} and received him on 4 May 2024.",
            [{"sergey-lavrov", "abbas-araghchi"}],
            id="who does something to him stands before both verbs",
        ),
        pytest.param(
            f"Russia’s Vladimir Nowhere was in Tianjin. It rained. It was cold. The Russian president met {XI}.",
            [{"vladimir-nowhere", "xi-jinping"}],
            id="a description is who is told to be that state’s",
        ),
        pytest.param(
            f"Narendra Modi was in Tianjin. It rained. It was cold. The Indian prime minister met {XI}.",
            [{"narendra-modi", "xi-jinping"}],
            id="a description is who is known to be that state’s",
        ),
    ],
)
def test_pronouns_and_descriptions_stand_for_those_named_before(
    read: Read, text: str, expected: list[set[str]]
) -> None:
    assert meetings(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ms Federica Mogherini met Mr Javad Zarif. She said that the door was open.",
            ["federica-mogherini"],
            id="a form of address tells she",
        ),
        pytest.param(
            f"Queen Margrethe II of Denmark met {ARAGHCHI}. He said that the door was open.",
            ["abbas-araghchi"],
            id="a queen is not he",
        ),
        pytest.param(
            "“I saw Abbas Araghchi,” a shopkeeper said. He said that the door was open.",
            [],
            id="nobody named outside quotation marks",
        ),
        pytest.param("He said that the door was open.", [], id="nobody named at all"),
        pytest.param(
            f"{ARAGHCHI} read Sergey Lavrov’s plan. In Tehran he said that the door was open.",
            ["abbas-araghchi"],
            id="whose plan it is stands back",
        ),
        pytest.param(
            "Ilham Aliyev stayed in Baku. The Azerbaijani president said that the door was open.",
            ["ilham-aliyev"],
            id="a description tells the post of who was named",
        ),
        pytest.param(
            f"Narendra Modi met {XI} in Tianjin. The Indian Prime Minister said that the door was open.",
            ["narendra-modi"],
            id="of two the one who is known to be that state’s",
        ),
        pytest.param(
            "Russia’s Vladimir Putin flew to Tianjin. The Russian president said that the door was open.",
            ["vladimir-putin"],
            id="who is told to be that state’s",
        ),
        pytest.param(
            f"{ALIYEV} flew to Ankara. The Azerbaijani leader said that the door was open.",
            ["ilham-aliyev"],
            id="a leader is a president",
        ),
        pytest.param(
            f"{LAVROV} and Russian Deputy Foreign Minister Andrei Rudenko flew to Baku. The deputy minister said that the door was open.",
            ["andrei-rudenko"],
            id="a deputy minister is no minister",
        ),
        pytest.param(
            "The Secretary said that the door was open. US Secretary of State Antony Blinken was in Tashkent.",
            ["antony-blinken"],
            id="named only later",
        ),
    ],
)
def test_who_speaks_where_words_point(read: Read, text: str, expected: Iterable[str]) -> None:
    assert speakers(read(text)) == expected
