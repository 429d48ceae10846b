"""Names, titles and who holds which post: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Person, Post, Record
from tests.ingest.facts import Read


def posts(record: Record) -> set[tuple[str, str, str, str]]:
    names = {e.id: e.name for e in record.entities if isinstance(e, Person)}
    return {(names[f.person], f.post, f.of, f.status) for f in record.facts if isinstance(f, Post)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Russian Foreign Minister Sergey Lavrov spoke.",
            {("Sergey Lavrov", "Foreign Minister", "rus", "current")},
            id="before the name",
        ),
        pytest.param(
            "Sergey Lavrov, Russia’s Foreign Minister, spoke.",
            {("Sergey Lavrov", "Foreign Minister", "rus", "current")},
            id="after the name",
        ),
        pytest.param(
            "Nicaragua, whose president, Daniel Ortega, signed a decree, was first.",
            {("Daniel Ortega", "President", "nic", "current")},
            id="of the state just named",
        ),
        pytest.param(
            "Foreign Ministers Oana Toiu of Romania and Radosław Sikorski of Poland met.",
            {
                ("Oana Toiu", "Foreign Minister", "rou", "current"),
                ("Radosław Sikorski", "Foreign Minister", "pol", "current"),
            },
            id="a plural with its own states",
        ),
        pytest.param(
            "Ishaq Dar, Pakistan’s deputy prime minister and foreign minister, arrived.",
            {
                ("Ishaq Dar", "Deputy Prime Minister", "pak", "current"),
                ("Ishaq Dar", "Foreign Minister", "pak", "current"),
            },
            id="two titles are two posts",
        ),
        pytest.param(
            "Amir Khan Muttaqi, acting foreign minister in the Taliban administration, headed the team.",
            {("Amir Khan Muttaqi", "Foreign Minister", "taliban", "acting")},
            id="acting, of those who rule",
        ),
        pytest.param(
            "Former Kenyan ambassador Peter Langat is sceptical.",
            {("Peter Langat", "Ambassador", "ken", "former")},
            id="former",
        ),
        pytest.param(
            "Hassan Kazemi Qomi, Iran’s Special Envoy for Afghanistan, took part.",
            {("Hassan Kazemi Qomi", "Special Envoy for Afghanistan", "irn", "current")},
            id="a portfolio is no principal",
        ),
        pytest.param(
            "Armen Grigoryan, secretary of Armenia’s Security Council, was there.",
            {("Armen Grigoryan", "Secretary of the Security Council", "arm", "current")},
            id="a part of a state stays in the title",
        ),
        pytest.param(
            "Paulson Panapa, Tuvalu’s Minister of Foreign Affairs, Labour and Trade, attended.",
            {("Paulson Panapa", "Minister of Foreign Affairs, Labour and Trade", "tuv", "current")},
            id="several portfolios",
        ),
        pytest.param(
            "Luxembourg’s Deputy Prime Minister, Minister for Foreign Affairs and Foreign Trade Xavier Bettel came.",
            {
                ("Xavier Bettel", "Deputy Prime Minister", "lux", "current"),
                ("Xavier Bettel", "Minister for Foreign Affairs and Foreign Trade", "lux", "current"),
            },
            id="two titles with a comma between",
        ),
        pytest.param(
            "Egypt’s Permanent Representative to the United Nations, Ambassador Osama Abdelkhalek, spoke.",
            {
                ("Osama Abdelkhalek", "Permanent Representative to the United Nations", "egy", "current"),
                ("Osama Abdelkhalek", "Ambassador", "egy", "current"),
            },
            id="a rank of the service between post and name",
        ),
        pytest.param(
            "Pakistan’s army chief, General Asim Munir, came.",
            {("Asim Munir", "Army Chief", "pak", "current")},
            id="a military rank is no post",
        ),
        pytest.param(
            "Pope Leo XIV received Lebanese President Joseph Aoun.",
            {("Leo XIV", "Pope", "vat", "current"), ("Joseph Aoun", "President", "lbn", "current")},
            id="a head that is a given name too",
        ),
        pytest.param(
            "Oman’s Sultan Haitham bin Tariq received Emirati minister Sultan Al Jaber.",
            {
                ("Haitham bin Tariq", "Sultan", "omn", "current"),
                ("Sultan Al Jaber", "Minister", "are", "current"),
            },
            id="sultan as title and as name",
        ),
        pytest.param(
            "The speakers of parliament of Latvia and Lithuania, Daiga Mieriņa and Saulius Skvernelis, came.",
            {
                ("Daiga Mieriņa", "Speaker of Parliament", "lva", "current"),
                ("Saulius Skvernelis", "Speaker of Parliament", "ltu", "current"),
            },
            id="two states and two names in their order",
        ),
        pytest.param(
            "Kosovo and Israel made friends: Foreign Ministers Meliza Haradinaj and Gabi Ashkenazi signed.",
            {
                ("Meliza Haradinaj", "Foreign Minister", "xkx", "current"),
                ("Gabi Ashkenazi", "Foreign Minister", "isr", "current"),
            },
            id="two states before a plural title",
        ),
        pytest.param(
            "It pleased Anwar Ibrahim, the prime minister of host Malaysia.",
            {("Anwar Ibrahim", "Prime Minister", "mys", "current")},
            id="an epithet of the state",
        ),
        pytest.param(
            "Minister of Energy of Uzbekistan Sherzod Khamidov, the Ambassador of Kenya and three others came.",
            {("Sherzod Khamidov", "Minister of Energy", "uzb", "current")},
            id="the next in a list is not what the one before is",
        ),
        pytest.param(
            "South Sudan, whose president, Salva Kiir, stayed at home, was silent.",
            {("Salva Kiir", "President", "ssd", "current")},
            id="of the state of two names just named",
        ),
        pytest.param(
            "The Russian president’s special representative, Zamir Kabulov, spoke.",
            {("Zamir Kabulov", "Special Representative", "rus", "current")},
            id="a president’s representative is the state’s, and no president",
        ),
        pytest.param(
            "Namibia hosted the talks. The country’s foreign minister, Netumbo Nandi-Ndaitwah, spoke.",
            {("Netumbo Nandi-Ndaitwah", "Foreign Minister", "nam", "current")},
            id="the country’s own",
        ),
        pytest.param(
            "Cardinal Pietro Parolin, the Vatican’s secretary of state, spoke.",
            {("Pietro Parolin", "Secretary of State", "vat", "current")},
            id="a rank of the church is no post",
        ),
        pytest.param(
            "Malaysia praised Somchai Nowhere, then prime minister in Bangkok.",
            {("Somchai Nowhere", "Prime Minister", "tha", "former")},
            id="in the seat of a government",
        ),
        pytest.param(
            "Serbian President Aleksandar Vučić, president of the republic, spoke.",
            {("Aleksandar Vučić", "President", "srb", "current")},
            id="the republic tells nothing",
        ),
        pytest.param(
            "India’s national security adviser, Ajit Doval, met Japan’s chief cabinet secretary, Yoshimasa Hayashi.",
            {
                ("Ajit Doval", "National Security Adviser", "ind", "current"),
                ("Yoshimasa Hayashi", "Chief Cabinet Secretary", "jpn", "current"),
            },
            id="heads of several words",
        ),
        pytest.param(
            "Ilham Aliyev stayed in Baku. The Azerbaijani president was tired.",
            {("Ilham Aliyev", "President", "aze", "current")},
            id="told by the first description of who was named",
        ),
        pytest.param(
            "The King of Jordan also saw the Speaker of the Council of Representatives of Iraq, Mohammed "
            "Al-Halbousi, on Monday.",
            {("Mohammed Al-Halbousi", "Speaker of the Council of Representatives", "irq", "current")},
            id="the speaker of a chamber",
        ),
        pytest.param(
            "Aguila Saleh, the speaker of Libya's House of Representatives, did not come.",
            {("Aguila Saleh", "Speaker of the House of Representatives", "lby", "current")},
            id="the speaker of a state’s chamber",
        ),
        pytest.param(
            "The Bangladesh ambassador in Yangon, Sufiur Rahman, attended the talks.",
            {("Sufiur Rahman", "Ambassador in Yangon", "bgd", "current")},
            id="an ambassador in a city",
        ),
        pytest.param(
            "Also present was the Special Envoy of the United Nations Secretary-General, Haile Menkerios.",
            {("Haile Menkerios", "Special Envoy", "united-nations", "current")},
            id="the envoy of a secretary-general",
        ),
        pytest.param(
            "The Polisario Front's representative in Pretoria, Radhi Bachir, met Kalaba of Zambia.",
            {("Radhi Bachir", "Representative in Pretoria", "polisario-front", "current")},
            id="a movement’s representative in a city",
        ),
        pytest.param(
            "His Majesty Sultan Qaboos bin Said of Oman received Dr Hassan Rouhani, President of the Islamic "
            "Republic of Iran.",
            {
                ("Hassan Rouhani", "President", "irn", "current"),
                ("Sultan Qaboos bin Said", "Sultan", "omn", "current"),
            },
            id="a sultan by his title",
        ),
        pytest.param(
            "Yusuf bin Alawi bin Abdullah, Minister Responsible for Foreign Affairs of Oman, met Mohammad Javad "
            "Zarif, Minister of Foreign Affairs of Iran.",
            {
                ("Mohammad Javad Zarif", "Minister of Foreign Affairs", "irn", "current"),
                (
                    "Yusuf bin Alawi bin Abdullah",
                    "Minister Responsible for Foreign Affairs",
                    "omn",
                    "current",
                ),
            },
            id="a minister responsible for",
        ),
        pytest.param(
            "The Chairperson of the Commission of the African Union (AU), Dr. Jean Ping, met Kofi Annan.",
            {("Jean Ping", "Chairperson", "african-union-commission", "current")},
            id="a body with its letters in brackets",
        ),
        pytest.param(
            "The Minister of Foreign Affairs of Ireland, Micheál Martin TD, spoke.",
            {("Micheál Martin", "Minister of Foreign Affairs", "irl", "current")},
            id="letters behind the name",
        ),
    ],
)
def test_posts_are_read_inside_one_noun_phrase(
    read: Read, text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    assert posts(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Daniel Noboa was sworn in as president of Ecuador in May.", "current"),
        ("Adama Barrow, who has been Gambia’s president since 2017, spoke.", "current"),
        ("John Mahama took the oath as president of Ghana.", "current"),
        (
            "Winston Peters, who is both deputy prime minister and foreign minister of New Zealand, spoke.",
            "current",
        ),
        ("Suriname’s outgoing president, Chan Santokhi, spoke.", "current"),
        ("Yemen’s newly appointed prime minister, Salem bin Breik, spoke.", "current"),
        ("Moussa Faki, who served as chairperson of the African Union until 2025, spoke.", "former"),
        ("Moussa Faki, who was prime minister of Chad, spoke.", "former"),
        ("Kenya’s then-president, Uhuru Kenyatta, spoke.", "former"),
        ("Liz Truss resigned as prime minister of the United Kingdom.", "former"),
        ("Juan Guaidó, who has declared himself interim president of Venezuela, spoke.", "acting"),
        ("Venezuela’s self-declared president, Juan Guaidó, spoke.", "acting"),
        ("The Dutch caretaker prime minister, Dick Schoof, spoke.", "acting"),
        ("Edmundo González Urrutia, the self-declared president-elect of Venezuela, spoke.", "designate"),
        ("Bolivian President-elect Rodrigo Paz named nobody.", "designate"),
        ("Philip Hammond, the UK’s foreign secretary until Friday, spoke.", "former"),
        ("Rodrigo Paz took the sash as president of Bolivia.", "current"),
        ("Rodrigo Paz was nominated as foreign minister of Bolivia.", "designate"),
    ],
)
def test_words_of_time_tell_whether_a_post_is_held_now(read: Read, text: str, status: str) -> None:
    assert {post[3] for post in posts(read(text))} == {status}


def test_a_successor_holds_what_the_predecessor_held(read: Read) -> None:
    text = "Rosa Villavicencio succeeded Laura Sarabia as foreign minister of Colombia in July."
    assert posts(read(text)) == {
        ("Rosa Villavicencio", "Foreign Minister", "col", "current"),
        ("Laura Sarabia", "Foreign Minister", "col", "former"),
    }


def test_a_surname_stands_for_its_full_name_inside_the_article(read: Read) -> None:
    record = read(
        "Armenian Prime Minister Nikol Pashinyan flew to Paris. Pashinyan met French President Emmanuel Macron."
    )
    assert [e.name for e in record.entities if isinstance(e, Person)] == [
        "Nikol Pashinyan",
        "Emmanuel Macron",
    ]


def test_in_a_list_each_title_keeps_to_its_own_name(read: Read) -> None:
    text = (
        "Present were Minister of Energy of Kyrgyzstan Nurlan Asanbekov, Minister of Justice of Uzbekistan "
        "Sherzod Khamidov and the Kazakh envoy, Marat Nurgaliev."
    )
    assert posts(read(text)) == {
        ("Nurlan Asanbekov", "Minister of Energy", "kgz", "current"),
        ("Sherzod Khamidov", "Minister of Justice", "uzb", "current"),
        ("Marat Nurgaliev", "Envoy", "kaz", "current"),
    }


def test_evidence_is_the_sentence_that_says_so(read: Read) -> None:
    text = "It rained. Russian Foreign Minister Sergey Lavrov spoke."
    (post,) = (f for f in read(text).facts if isinstance(f, Post))
    assert [text[slice(*span)] for span in post.evidence] == ["Russian Foreign Minister Sergey Lavrov spoke."]


def test_a_counterpart_holds_the_post_by_its_name_abroad(read: Read) -> None:
    text = "US Secretary of State Mike Pompeo met his North Korean counterpart, Ri Yong Ho."
    assert posts(read(text)) == {
        ("Mike Pompeo", "Secretary of State", "usa", "current"),
        ("Ri Yong Ho", "Foreign Minister", "prk", "current"),
    }


def test_a_guest_at_a_summit_is_nobodys_counterpart(read: Read) -> None:
    text = "US Secretary of State Mike Pompeo stayed away. Russia’s Vladimir Putin, a guest at the summit, sent no one."
    assert posts(read(text)) == {("Mike Pompeo", "Secretary of State", "usa", "current")}
