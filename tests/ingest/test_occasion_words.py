"""Visits, meetings and gatherings in the many words of news: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Attendance, Record
from tests.ingest.facts import Read, events

#: Kind, first day, place and hosts of an event, and who took which part.
Told = tuple[str, str | None, str | None, tuple[str, ...], dict[str, str]]


def told(record: Record) -> list[Told]:
    """What a record tells of each event."""
    parts = [f for f in record.facts if isinstance(f, Attendance)]
    return [
        (e.kind, e.start, e.place, e.hosts, {f.participant: f.status for f in parts if f.event == e.id})
        for e in events(record)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vice President Joe Biden of the United States today concluded a two-day visit to Guatemala City.",
            [
                ("visit", "2025-10-02", "Guatemala City", ("gtm",), {"joe-biden": "attended"}),
            ],
            id="the last of two days",
        ),
        pytest.param(
            "In Ottawa, where Canada played host to the Lima Group on Monday, Chrystia Freeland, the Canadian "
            "foreign minister, welcomed her guests.",
            [
                ("ministerial", "2025-09-29", None, ("can",), {"chrystia-freeland": "attended"}),
            ],
            id="played host to a body",
        ),
        pytest.param(
            "Mexico has convened a conference in Montevideo for Friday together with Uruguay. Federica Mogherini "
            "will attend for the European Union.",
            [
                ("conference", "2025-10-03", "Montevideo", ("mex",), {"federica-mogherini": "expected"}),
            ],
            id="for a day to come",
        ),
        pytest.param(
            "At the Cabinet Office on Tuesday External Affairs Minister Rufus Bousquet of St Lucia and James Huang "
            "of Taiwan put their signatures to a joint communiqué. “We have gone where our friends are,” Mr Bousquet"
            " told the gathering. Stephenson King looked on.",
            [
                (
                    "signing",
                    "2025-09-30",
                    None,
                    (),
                    {"rufus-bousquet": "attended", "james-huang": "attended"},
                ),
            ],
            id="the gathering is the signing",
        ),
        pytest.param(
            "Argentina’s Javier Milei sent an ambassador to the CELAC summit in Kingstown on Friday. Ecuador’s "
            "Daniel Noboa and Paraguay’s Santiago Peña did not make the journey, and Mexico and Chile were content "
            "with their foreign ministers, Alicia Bárcena and Alberto van Klaveren.",
            [
                (
                    "summit",
                    "2025-10-03",
                    "Kingstown",
                    (),
                    {"javier-milei": "absent", "daniel-noboa": "absent", "santiago-pena": "absent"},
                ),
            ],
            id="sent an ambassador, did not make the journey",
        ),
        pytest.param(
            "Hungary was the host of a two-day informal Ecofin that ended on Saturday in Budapest. Italy’s Giancarlo"
            " Giorgetti came, and so did Ladislav Kamenický of Slovakia.",
            [
                (
                    "ministerial",
                    "2025-09-27",
                    "Budapest",
                    (),
                    {"giancarlo-giorgetti": "attended", "ladislav-kamenicky": "attended"},
                ),
            ],
            id="a council by its name",
        ),
        pytest.param(
            "US President George W. Bush reached Abuja on Friday evening.",
            [
                ("visit", "2025-10-03", "Abuja", ("nga",), {"george-w-bush": "attended"}),
            ],
            id="reached",
        ),
        pytest.param(
            "On the fringes, Joseph Kabila of the DRC and Paul Kagame of Rwanda spent forty minutes in a private "
            "sitting room on Thursday.",
            [
                (
                    "bilateral",
                    "2025-10-02",
                    None,
                    (),
                    {"joseph-kabila": "attended", "paul-kagame": "attended"},
                ),
            ],
            id="spent forty minutes",
        ),
        pytest.param(
            "Derek Chollet, counselor of the U.S. State Department, flies to Bangkok on Sunday and continues to "
            "Singapore and Jakarta.",
            [
                ("visit", "2025-10-05", "Bangkok", ("tha",), {"derek-chollet": "expected"}),
                ("visit", "2025-10-05", "Singapore", ("sgp",), {"derek-chollet": "expected"}),
                ("visit", "2025-10-05", "Jakarta", ("idn",), {"derek-chollet": "expected"}),
            ],
            id="continues to",
        ),
        pytest.param(
            "By telephone last night Australian Foreign Minister Alexander Downer congratulated Prime Minister Ham "
            "Lini of Vanuatu and said Canberra would turn the page.",
            [
                ("call", "2025", None, (), {"alexander-downer": "attended", "ham-lini": "attended"}),
            ],
            id="by telephone, first of all",
        ),
        pytest.param(
            "US Secretary of State Hillary Clinton spoke first, then China's Cui Tiankai. The two later spent half "
            "an hour together under a mango tree.",
            [
                ("bilateral", "2025", None, (), {"hillary-clinton": "attended", "cui-tiankai": "attended"}),
            ],
            id="the two, half an hour together",
        ),
        pytest.param(
            "UN envoy Rafael Grossi expects to be in Tehran next week.",
            [
                ("visit", "2025-10", "Tehran", ("irn",), {"rafael-grossi": "expected"}),
            ],
            id="expects to be in",
        ),
        pytest.param(
            "On Tuesday the Russian envoy, Alexander Lavrentyev, held separate meetings with Turkey's Sedat Onal and"
            " with Syria's Bashar Ja'afari.",
            [
                (
                    "bilateral",
                    "2025-09-30",
                    None,
                    (),
                    {"alexander-lavrentyev": "attended", "sedat-onal": "attended"},
                ),
                (
                    "bilateral",
                    "2025-09-30",
                    None,
                    (),
                    {"alexander-lavrentyev": "attended", "bashar-ja-afari": "attended"},
                ),
            ],
            id="separate meetings",
        ),
        pytest.param(
            "On Monday afternoon U.S. Secretary of State Condoleezza Rice had picked up the telephone to tell "
            "Turkish Prime Minister Tayyip Erdogan that nothing would change.",
            [
                (
                    "call",
                    "2025-09-29",
                    None,
                    (),
                    {"condoleezza-rice": "attended", "tayyip-erdogan": "attended"},
                ),
            ],
            id="picked up the telephone",
        ),
        pytest.param(
            "India's Narendra Modi and China's Xi Jinping sat down this afternoon for their first formal talks in "
            "five years.",
            [
                (
                    "bilateral",
                    "2025-10-03",
                    None,
                    (),
                    {"narendra-modi": "attended", "xi-jinping": "attended"},
                ),
            ],
            id="sat down for talks",
        ),
        pytest.param(
            "Japanese Prime Minister Keizo Obuchi has accepted an invitation to Seoul for next spring.",
            [
                ("visit", None, "Seoul", ("kor",), {"keizo-obuchi": "expected"}),
            ],
            id="accepted an invitation to",
        ),
        pytest.param(
            "Emperor Akihito of Japan hosted a banquet for South Korean President Kim Dae-jung and his wife, Lee "
            "Hee-ho, at the Imperial Palace on Wednesday.",
            [
                (
                    "other",
                    "2025-10-01",
                    "Imperial Palace",
                    ("jpn",),
                    {"emperor-akihito": "attended", "kim-dae-jung": "attended"},
                ),
            ],
            id="a banquet for two",
        ),
        pytest.param(
            "Vladimir Putin received each of them on Tuesday: first Narendra Modi, then Cyril Ramaphosa, last Xi "
            "Jinping.",
            [
                (
                    "bilateral",
                    "2025-09-30",
                    None,
                    ("rus",),
                    {"vladimir-putin": "attended", "narendra-modi": "attended"},
                ),
                (
                    "bilateral",
                    "2025-09-30",
                    None,
                    ("rus",),
                    {"vladimir-putin": "attended", "cyril-ramaphosa": "attended"},
                ),
                (
                    "bilateral",
                    "2025-09-30",
                    None,
                    ("rus",),
                    {"vladimir-putin": "attended", "xi-jinping": "attended"},
                ),
            ],
            id="received each of them",
        ),
        pytest.param(
            "Turkish Foreign Minister Mevlut Cavusoglu said after the talks that he would travel to Israel and "
            "Palestine in August.",
            [
                ("visit", "2026-08", "Israel", ("isr",), {"mevlut-cavusoglu": "expected"}),
                ("visit", "2026-08", "Palestine", ("pse",), {"mevlut-cavusoglu": "expected"}),
            ],
            id="to two states",
        ),
        pytest.param(
            "Israeli President Isaac Herzog paid short visits to Greece and Cyprus last week.",
            [
                ("visit", "2025-09", "Greece", ("grc",), {"isaac-herzog": "attended"}),
                ("visit", "2025-09", "Cyprus", ("cyp",), {"isaac-herzog": "attended"}),
            ],
            id="visits to two states",
        ),
        pytest.param(
            "Indonesia's Marty Natalegawa is due in Manila on Friday and in Hanoi, Phnom Penh and Singapore by the "
            "end of the week.",
            [
                ("visit", "2025-10-03", "Manila", ("phl",), {"marty-natalegawa": "expected"}),
                ("visit", None, "Hanoi", ("vnm",), {"marty-natalegawa": "expected"}),
                ("visit", None, "Phnom Penh", ("khm",), {"marty-natalegawa": "expected"}),
                ("visit", None, "Singapore", ("sgp",), {"marty-natalegawa": "expected"}),
            ],
            id="on one day, and in others later",
        ),
        pytest.param(
            "New Zealand's John Key and Samoa's Tuilaepa Sailele had an hour together on Monday.",
            [
                (
                    "bilateral",
                    "2025-09-29",
                    None,
                    (),
                    {"john-key": "attended", "tuilaepa-sailele": "attended"},
                ),
            ],
            id="had an hour together",
        ),
        pytest.param(
            "MANAGUA, June 10 (Istmo) - Iranian President Mahmoud Ahmadinejad is due here on Sunday.",
            [
                ("visit", "2025-10-05", "Managua", ("nic",), {"mahmoud-ahmadinejad": "expected"}),
            ],
            id="due here",
        ),
        pytest.param(
            "President Abdel Fattah al-Sisi of Egypt was host to Greek Prime Minister Antonis Samaras and to Nicos "
            "Anastasiades, President of Cyprus, on Saturday for the first trilateral summit.",
            [
                (
                    "summit",
                    "2025-09-27",
                    None,
                    ("egy",),
                    {
                        "abdel-fattah-al-sisi": "attended",
                        "antonis-samaras": "attended",
                        "nicos-anastasiades": "attended",
                    },
                ),
            ],
            id="was host to two for a summit",
        ),
        pytest.param(
            "Kosovo's president, Vjosa Osmani, who wasn’t in Ohrid, spoke on Sunday by telephone with US Secretary "
            "of State Antony Blinken. Blinken also rang Serbia's Aleksandar Vucic.",
            [
                ("call", "2025-09-28", None, (), {"vjosa-osmani": "attended", "antony-blinken": "attended"}),
            ],
            id="spoke on a day by telephone",
        ),
        pytest.param(
            "Israel's foreign minister, Yair Lapid, met Turkey's Mevlut Cavusoglu in May; the two ministers spoke on"
            " the telephone on Monday.",
            [
                (
                    "bilateral",
                    "2025-05",
                    None,
                    (),
                    {"yair-lapid": "attended", "mevlut-cavusoglu": "attended"},
                ),
                ("call", "2025-09-29", None, (), {"yair-lapid": "attended", "mevlut-cavusoglu": "attended"}),
            ],
            id="the two spoke on the telephone",
        ),
        pytest.param(
            "Angola's João Lourenço leaves on Monday for Lisbon.",
            [
                ("visit", "2025-10-06", "Lisbon", ("prt",), {"joao-lourenco": "expected"}),
            ],
            id="leaves on a day for",
        ),
        pytest.param(
            "PRETORIA, October 2 (Veld Wire) - The old president was buried on Thursday. Nigeria’s Bola Tinubu, "
            "Ghana’s John Mahama and Zambia’s Hakainde Hichilema were there, as was Senegal’s Bassirou Diomaye Faye.",
            [
                (
                    "other",
                    "2025",
                    "Pretoria",
                    (),
                    {
                        "bola-tinubu": "attended",
                        "john-mahama": "attended",
                        "hakainde-hichilema": "attended",
                        "bassirou-diomaye-faye": "attended",
                    },
                ),
            ],
            id="a gathering that no words name",
        ),
        pytest.param(
            "Presidents of the Collective Security Treaty Organization agreed on Sunday to create a force. "
            "Belarusian President Alexander Lukashenko stayed away.",
            [
                ("summit", "2025-09-28", None, (), {"alexander-lukashenko": "absent"}),
            ],
            id="those of a body who act together",
        ),
        pytest.param(
            "The talks between Iranian Foreign Minister Abbas Araghchi and Omani Foreign Minister Badr al-Busaidi "
            "ended on Friday. The talks between Iraqi President Abdul Latif Rashid and Turkish President Recep "
            "Tayyip Erdoğan were called off.",
            [
                (
                    "bilateral",
                    "2025-10-03",
                    None,
                    (),
                    {"abbas-araghchi": "attended", "badr-al-busaidi": "attended"},
                ),
            ],
            id="what was held is not called off",
        ),
    ],
)
def test_what_an_occasion_is(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected
