"""Who went from one to the other, who followed, who did it before: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Recognition
from tests.ingest.facts import Read, by, recognitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Honduras established diplomatic relations with Beijing in March, ending eight decades of ties with Taiwan.",
            by("recognized", "chn", "hnd") | by("withdrawn", "twn", "hnd"),
            id="a participle belongs to who opens the clause",
        ),
        pytest.param(
            "Taiwan regretted it. Nicaragua and Panama have switched recognition to Beijing.",
            by("recognized", "chn", "nic", "pan") | by("withdrawn", "twn", "nic", "pan"),
            id="who goes to one leaves the other",
        ),
        pytest.param(
            "Guatemala and Paraguay are Taiwan's largest remaining allies.",
            by("recognized", "twn", "gtm", "pry"),
            id="are its remaining allies",
        ),
        pytest.param(
            "Eswatini remains Taiwan's last ally in Africa.",
            by("recognized", "twn", "swz"),
            id="its last ally",
        ),
        pytest.param(
            "Taiwan now has formal relations with 13 states, including Belize and Haiti.",
            by("recognized", "twn", "blz", "hti"),
            id="told from the other end",
        ),
        pytest.param(
            "Israel and Kosovo formally established diplomatic relations.",
            by("recognized", "xkx", "isr"),
            id="ties between the two",
        ),
        pytest.param(
            "Nauru severed its ties with Taiwan in 2024. Days later Kiribati followed.",
            by("withdrawn", "twn", "nru", "kir"),
            id="followed in taking back",
        ),
        pytest.param(
            "Panama broke ties with Taiwan in 2017, followed by Burkina Faso and El Salvador.",
            by("withdrawn", "twn", "pan", "bfa", "slv"),
            id="followed by",
        ),
        pytest.param(
            "Bahrain and Sudan followed the United Arab Emirates in recognising Israel.",
            by("recognized", "isr", "bhr", "sdn", "are"),
            id="followed another in doing it",
        ),
        pytest.param(
            "France recognised Palestine on Monday, a day after Britain and Canada.",
            by("recognized", "pse", "fra", "gbr", "can"),
            id="a day after others",
        ),
        pytest.param(
            "France recognised Palestine on Monday, a day after Britain closed its consulate.",
            by("recognized", "pse", "fra"),
            id="a day after something else",
        ),
        pytest.param(
            "Georgia condemned Syria's recognition of Abkhazia.",
            by("recognized", "abkhazia", "syr"),
            id="whose recognition it is",
        ),
        pytest.param(
            "Georgia warned against Syria's possible recognition of Abkhazia.", set(), id="a possible one"
        ),
        pytest.param(
            "Malawi suspended its recognition of the Sahrawi republic in 2017 and Zambia withdrew its own in 2016.",
            by("withdrawn", "esh", "mwi", "zmb"),
            id="its own",
        ),
        pytest.param(
            "Serbia said that 17 states have revoked their recognition of Kosovo, among them Togo and Suriname.",
            by("withdrawn", "xkx", "tgo", "sur"),
            id="of so many those that are listed",
        ),
        pytest.param(
            "Abkhazia was recognised by six states, among them Russia and Syria.",
            by("recognized", "abkhazia", "rus", "syr"),
            id="recognised by so many",
        ),
        pytest.param(
            "Russia and China, Serbia's allies, refuse to recognise Kosovo.",
            by("not_recognized", "xkx", "rus", "chn"),
            id="past an apposition",
        ),
        pytest.param(
            "Spain, Greece and Cyprus, the three members that still refuse to recognise Kosovo, stayed silent.",
            by("not_recognized", "xkx", "esp", "grc", "cyp"),
            id="the three members",
        ),
        pytest.param(
            "Japan, Senegal and Guyana, which have recognised Kosovo, sent envoys.",
            by("recognized", "xkx", "jpn", "sen", "guy"),
            id="which have",
        ),
        pytest.param(
            "Paraguay is the only country in South America that still recognises Taiwan.",
            by("recognized", "twn", "pry"),
            id="the only country that",
        ),
        pytest.param(
            "Israel became the first UN member state to formally recognise Somaliland.",
            by("recognized", "somaliland", "isr"),
            id="the first to formally recognise",
        ),
        pytest.param(
            "No European state has recognised Abkhazia.", set(), id="no European state is not nobody"
        ),
        pytest.param(
            "Ethiopia denied that it had recognised Somaliland.",
            by("not_recognized", "somaliland", "eth"),
            id="what is denied",
        ),
        pytest.param(
            "Argentina and Canada recognised Kosovo. Mexico and Uruguay did not.",
            by("recognized", "xkx", "arg", "can") | by("not_recognized", "xkx", "mex", "ury"),
            id="did not",
        ),
        pytest.param(
            "No country has recognised Abkhazia. They said they had recognised Kosovo.",
            by("not_recognized", "abkhazia", "*"),
            id="nobody is no they",
        ),
        pytest.param("Kenya treats Kosovo as a country that owes it money.", set(), id="a country that"),
        pytest.param(
            "Russia recognised Abkhazia. Tajikistan followed the talks.",
            by("recognized", "abkhazia", "rus"),
            id="who follows talks follows nobody",
        ),
    ],
)
def test_recognition_goes_from_one_to_another(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected


def test_the_day_of_one_is_not_that_of_those_before(read: Read) -> None:
    record = read("France recognised Palestine on 22 September 2025, a day after Britain.")
    dates = {f.source: f.date for f in record.facts if isinstance(f, Recognition)}
    assert dates == {"fra": "2025-09-22", "gbr": None}
