"""Who takes which part in an occasion, and what is none: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Attendance, Event, Record
from tests.ingest.facts import Read, events, there

Told = tuple[list[str], list[tuple[str, ...]], set[tuple[str, str]]]

ASTANA, NIAMEY = "The SCO summit opened in Astana.", "The African Union summit opened in Niamey."
LAVROV, KULEBA = "Russian Foreign Minister Sergey Lavrov", "Ukrainian Foreign Minister Dmytro Kuleba"
CAVUSOGLU = "Turkish Foreign Minister Mevlüt Çavuşoğlu"
FIDAN, GERAPETRITIS = (
    "Turkish Foreign Minister Hakan Fidan",
    "Greek Foreign Minister George Gerapetritis",
)
JAISHANKAR, WANG = "Indian Foreign Minister Subrahmanyam Jaishankar", "Chinese Foreign Minister Wang Yi"
DUSSEY, ROUHANI = "Togolese Foreign Minister Robert Dussey", "Iranian President Hassan Rouhani"
BLINKEN, MIRZIYOYEV = "US Secretary of State Antony Blinken", "Uzbek President Shavkat Mirziyoyev"


def told(record: Record) -> Told:
    """The kinds of the events, their hosts, and the attendance."""
    attendance = {(f.participant, f.status) for f in record.facts if isinstance(f, Attendance)}
    return [e.kind for e in events(record)], [e.hosts for e in events(record)], attendance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Afghan President Hamid Karzai and Ban Ki-moon, the UN secretary-general, attended the SCO summit.",
            (["summit"], [()], there("hamid-karzai", "ban-ki-moon")),
            id="those whom an apposition describes",
        ),
        pytest.param(
            f"{ASTANA} The first vice-president of South Sudan, Riek Machar, did not attend the summit.",
            (["summit"], [()], there("riek-machar", status="absent")),
            id="a name that an apposition gives",
        ),
        pytest.param(
            f"{NIAMEY} A delegation led by {DUSSEY} attended the summit.",
            (["summit"], [()], there("robert-dussey")),
            id="who leads a delegation",
        ),
        pytest.param(
            f"{NIAMEY} The envoys, headed by {DUSSEY}, attended the summit.",
            (["summit"], [()], there("robert-dussey")),
            id="who heads the envoys",
        ),
        pytest.param(
            "Cape Verdean Prime Minister Ulisses Correia e Silva, in Addis Ababa for the 37th summit of the African Union, was pleased.",
            (["summit"], [()], there("ulisses-correia-e-silva")),
            id="in a place for it",
        ),
        pytest.param(
            f"{ASTANA} The Iranian president invited had stayed away. {ROUHANI} slept.",
            (["summit"], [()], there("hassan-rouhani", status="absent")),
            id="those invited had stayed away",
        ),
        pytest.param(
            f"{ASTANA} The participants included Kenya and Peru.",
            (["summit"], [()], there("ken", "per")),
            id="the participants included",
        ),
        pytest.param(
            "The Arab League summit opened in Baghdad. Egyptian President Abdel Fattah el-Sisi had himself replaced by Foreign Minister Badr Abdelatty.",
            (
                ["summit"],
                [()],
                there("badr-abdelatty") | there("abdel-fattah-el-sisi", status="absent"),
            ),
            id="had himself replaced by",
        ),
        pytest.param(
            "Egyptian Foreign Minister Sameh Shoukry left the job to Deputy Foreign Minister Hamdi Loza at the Arab League summit.",
            (["summit"], [()], there("hamdi-loza") | there("sameh-shoukry", status="absent")),
            id="left the job to",
        ),
        pytest.param(
            f"{WANG} heads for Tianjin, where Chinese President Xi Jinping hosts the SCO summit.",
            (["summit"], [("chn",)], there("wang-yi", "xi-jinping", status="expected")),
            id="heads for a place where somebody hosts it",
        ),
        pytest.param(
            "Russian President Vladimir Putin came to the NATO-Russia Council.",
            (["session"], [()], there("vladimir-putin")),
            id="to come to a body is to come to its meeting",
        ),
        pytest.param(
            "UN envoy Hans Grundberg briefed the Security Council on Tuesday.",
            (["session"], [()], there("hans-grundberg")),
            id="briefed a council",
        ),
        pytest.param(
            "India attended the SCO follow-up meeting in Astana.",
            (["summit"], [()], there("ind")),
            id="a hyphen before the noun",
        ),
    ],
)
def test_who_attends_a_gathering(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tanzanian President Benjamin Mkapa convened his first session of the East African Community.",
            (["session"], [("tza",)], there("benjamin-mkapa")),
            id="convened his first session",
        ),
        pytest.param(
            "Yemeni Foreign Minister Ahmed bin Mubarak praised the conference which the UN is convening.",
            (["conference"], [("united-nations",)], set()),
            id="which somebody is convening",
        ),
        pytest.param(
            "Thai Foreign Minister Don Pramudwinai gathered diplomats for a conference on Myanmar.",
            (["conference"], [("tha",)], there("don-pramudwinai")),
            id="gathered diplomats",
        ),
        pytest.param(
            "Thai Foreign Minister Don Pramudwinai attended the dinner that Laotian Foreign Minister Saleumxay Kommasith gave.",
            (["other"], [("lao",)], there("don-pramudwinai", "saleumxay-kommasith")),
            id="a dinner that somebody gave",
        ),
        pytest.param(
            "The 27th session of the Arab League is to be hosted by Saudi Arabia.",
            (["session"], [("sau",)], set()),
            id="is to be hosted by",
        ),
        pytest.param(
            "The SCO ministerial meeting opened in Sheki. Azerbaijani Foreign Minister Elmar Mammadyarov, who hosted his colleagues, was tired.",
            (["ministerial"], [("aze",)], there("elmar-mammadyarov")),
            id="hosted his colleagues",
        ),
        pytest.param(
            f"{ROUHANI} chaired the UN Security Council on Monday.",
            (["session"], [("irn",)], there("hassan-rouhani")),
            id="chaired a council",
        ),
        pytest.param(
            "Finnish President Alexander Stubb met Estonian President Alar Karis with Latvian President Edgars Rinkēvičs in the chair.",
            (["bilateral"], [("lva",)], there("alexander-stubb", "alar-karis", "edgars-rinkevics")),
            id="in the chair",
        ),
        pytest.param(
            f"{LAVROV} and {KULEBA} were brought together by {CAVUSOGLU}.",
            (["ministerial"], [("tur",)], there("sergey-lavrov", "dmytro-kuleba", "mevlut-cavusoglu")),
            id="brought together by",
        ),
        pytest.param(
            f"{CAVUSOGLU} brought together {LAVROV} and {KULEBA}.",
            (["ministerial"], [("tur",)], there("sergey-lavrov", "dmytro-kuleba", "mevlut-cavusoglu")),
            id="brought together",
        ),
    ],
)
def test_who_hosts_a_gathering(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{JAISHANKAR} sat down again with {WANG}.",
            (["bilateral"], [()], there("subrahmanyam-jaishankar", "wang-yi")),
            id="an adverb inside the verb",
        ),
        pytest.param(
            f"{JAISHANKAR} sat down in Beijing with {WANG}.",
            (["bilateral"], [()], there("subrahmanyam-jaishankar", "wang-yi")),
            id="a place inside the verb",
        ),
        pytest.param(
            f"{JAISHANKAR} will sit down on Wednesday with {WANG}.",
            (["bilateral"], [()], there("subrahmanyam-jaishankar", "wang-yi", status="expected")),
            id="a day inside the verb",
        ),
        pytest.param(
            "The talks which US President Bill Clinton held with Palestinian President Yasser Arafat failed.",
            (["bilateral"], [()], there("bill-clinton", "yasser-arafat")),
            id="talks which somebody held with another",
        ),
        pytest.param(
            f"{BLINKEN} and Uzbek Foreign Minister Bakhtiyor Saidov stood up. The negotiations between A. Blinken and B. Saidov took place in Tashkent.",
            (["bilateral"], [()], there("antony-blinken", "bakhtiyor-saidov")),
            id="initials",
        ),
        pytest.param(
            f"In Seoul a face-to-face between {FIDAN} and {GERAPETRITIS} lasted an hour.",
            (["bilateral"], [()], there("hakan-fidan", "george-gerapetritis")),
            id="a face-to-face",
        ),
        pytest.param(
            f"{FIDAN} was seen by {ROUHANI}.",
            (["bilateral"], [("irn",)], there("hakan-fidan", "hassan-rouhani")),
            id="was seen by",
        ),
        pytest.param(
            "Kosovo President Vjosa Osmani praised Ghana in her meeting with Ghanaian Foreign Minister Shirley Botchwey.",
            (["bilateral"], [()], there("vjosa-osmani", "shirley-botchwey")),
            id="her meeting with, a noun",
        ),
    ],
)
def test_who_meets(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"A delegation led by {DUSSEY} landed in Ankara.",
            (["visit"], [("tur",)], there("robert-dussey")),
            id="who leads a delegation lands with it",
        ),
        pytest.param(
            "Australian Foreign Minister Penny Wong goes on to Jakarta to call on Indonesian President Joko Widodo.",
            (["visit"], [("idn",)], there("penny-wong", "joko-widodo", status="expected")),
            id="a trip to call on somebody is one visit",
        ),
        pytest.param(
            f"{FIDAN} stopped over in Kabul on Monday.",
            (["visit"], [("afg",)], there("hakan-fidan")),
            id="stopped over",
        ),
        pytest.param(
            f"{FIDAN} has called off a trip to Kabul.",
            (["visit"], [("afg",)], there("hakan-fidan", status="absent")),
            id="a trip called off",
        ),
        pytest.param(
            f"{MIRZIYOYEV} received {BLINKEN}, who is on a visit to our country.",
            (
                ["visit", "bilateral"],
                [("uzb",), ("uzb",)],
                there("antony-blinken", "shavkat-mirziyoyev"),
            ),
            id="our country is that of whoever receives",
        ),
        pytest.param(
            f"TASHKENT, March 1 - {BLINKEN}, who is on a visit to our country, praised reforms.",
            (["visit"], [("uzb",)], there("antony-blinken")),
            id="our country is that of the dateline",
        ),
    ],
)
def test_who_travels(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{BLINKEN} and {LAVROV} spoke by secure video on Monday.",
            (["call"], [()], there("antony-blinken", "sergey-lavrov")),
            id="by secure video",
        ),
        pytest.param(
            "Teams from Serbia and Kosovo met in Brussels on Monday.",
            (["bilateral"], [()], there("srb", "xkx")),
            id="teams are of their states",
        ),
        pytest.param(
            f"{ASTANA} The talks at Camp David in 2000 were attended by US President Bill Clinton.",
            (["summit", "consultation"], [(), ()], there("bill-clinton")),
            id="a day and a place tell talks apart",
        ),
    ],
)
def test_who_talks(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("verb", ["was pushed back", "did not materialise", "came to nothing", "was put off"])
def test_a_gathering_that_is_not_held_is_cancelled(read: Read, verb: str) -> None:
    assert [e.cancelled for e in events(read(f"The summit of the Arab League {verb}."))] == [True]


def test_a_trip_called_off_is_a_cancelled_visit(read: Read) -> None:
    (visit,) = events(read(f"{FIDAN} has called off a trip to Kabul."))
    assert (visit.place, visit.cancelled) == ("Kabul", True)


def test_a_trip_for_talks_is_one_occasion(read: Read) -> None:
    text = "German Foreign Minister Heiko Maas is due in Belgrade for talks with Serbian President Aleksandar Vučić."
    (event,) = events(read(text))
    assert event.place == "Belgrade"


def test_news_of_a_gathering_is_not_of_one_of_months_ago(read: Read) -> None:
    text = "The fifth Moscow Format meeting opened. Two years ago the Moscow Format meeting was attended by India."
    assert [e.start for e in events(read(text))] == ["2025", "2023"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{FIDAN} attended. Round the table sat {GERAPETRITIS}.", id="round the table"),
        pytest.param(
            f"{LAVROV} spoke after his meeting with journalists.", id="a meeting with nobody that counts"
        ),
        pytest.param(f"There was no meeting between {FIDAN} and {GERAPETRITIS}.", id="no meeting"),
        pytest.param("Turkey and Greece held no meeting.", id="held no meeting"),
        pytest.param(
            "Japanese Foreign Minister Taro Aso welcomed the prospect of a visit by South Korean President Roh Moo-hyun.",
            id="a prospect is no guest",
        ),
        pytest.param(
            f"{MIRZIYOYEV} welcomed the decision by Chinese President Xi Jinping.",
            id="a decision is no guest",
        ),
        pytest.param(
            "Canadian Prime Minister Justin Trudeau was the first G7 leader.", id="the first G7 leader"
        ),
        pytest.param(f"{ROUHANI} addressed Congress on Tuesday.", id="Congress is no congress"),
        pytest.param(
            "French President Emmanuel Macron told the audience that peace was near.", id="an audience told"
        ),
        pytest.param(f"{BLINKEN} chairs the UN Security Council on Monday.", id="chairs a council"),
    ],
)
def test_what_is_no_occasion(read: Read, text: str) -> None:
    assert told(read(text)) == ([], [], set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LAVROV} had opened the exhibition on 4 May 2024 with Turkish President Recep Tayyip Erdoğan.",
            set(),
            id="an auxiliary is no verb of having talks",
        ),
        pytest.param(
            f"{ASTANA} Indian Prime Minister Narendra Modi said that most attended the summit.",
            set(),
            id="most are not who spoke of them",
        ),
        pytest.param(
            f"{ASTANA} India and Pakistan, some of whom boycotted the summit, spoke.",
            set(),
            id="some of them are not all",
        ),
        pytest.param(
            f"{ASTANA} Indian Prime Minister Narendra Modi walked out of the summit.",
            there("narendra-modi"),
            id="who walks out was there",
        ),
    ],
)
def test_who_is_not_drawn_into_it(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert told(read(text))[2] == expected


def test_to_call_on_the_participants_to_do_something_is_no_call(read: Read) -> None:
    text = (
        "Zamir Kabulov chaired the fifth meeting of the Moscow Format. Amir Khan Muttaqi led the Afghan delegation. "
        "He called on the participants to recognise his government."
    )
    assert [e.name for e in read(text).entities if isinstance(e, Event)] == [
        "fifth meeting of the Moscow Format"
    ]
