"""Recognition in other words, of those listed, joined and pointed at: each rule of language beside its example."""

from __future__ import annotations

import pytest

from tests.ingest.facts import Read, by, recognitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Palau keeps formal ties with Taipei.", by("recognized", "twn", "plw"), id="formal ties kept"
        ),
        pytest.param(
            "Nauru resumed diplomatic relations with China.", by("recognized", "chn", "nru"), id="resumed"
        ),
        pytest.param(
            "Eswatini has never had ties with Beijing.", by("not_recognized", "chn", "swz"), id="never had"
        ),
        pytest.param(
            "Nicaragua keeps no ties with Taipei.", by("not_recognized", "twn", "nic"), id="no ties"
        ),
        pytest.param(
            "Palau is the only state with formal ties with Taiwan.",
            by("recognized", "twn", "plw"),
            id="the only one with ties",
        ),
        pytest.param(
            "Kenya re-established relations with the Sahrawi republic.",
            by("recognized", "esh", "ken"),
            id="relations with one whose recognition is in question",
        ),
        pytest.param(
            "Taiwan’s remaining diplomatic partners include Guatemala, Paraguay and Palau.",
            by("recognized", "twn", "gtm", "pry", "plw"),
            id="remaining partners",
        ),
        pytest.param(
            "Panama cut ties with Taipei and recognised Beijing.",
            {("pan", "twn", "withdrawn"), ("pan", "chn", "recognized")},
            id="cut ties",
        ),
        pytest.param(
            "Kiribati switched from Taiwan to China.",
            {("kir", "twn", "withdrawn"), ("kir", "chn", "recognized")},
            id="switched from one to the other",
        ),
        pytest.param(
            "Nicaragua had ties with Taiwan. In 2021 Nicaragua broke off relations to recognise China.",
            by("withdrawn", "twn", "nic"),
            id="broke off with the other side",
        ),
    ],
)
def test_ties_are_recognition_where_they_are_a_choice(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Russia recognised Abkhazia and South Ossetia. Only Nauru and Syria regard the two regions as independent.",
            by("recognized", "abkhazia", "rus", "nru", "syr")
            | by("recognized", "south-ossetia", "rus", "nru", "syr"),
            id="regard as independent",
        ),
        pytest.param(
            "Turkey regards Northern Cyprus as a sovereign state.",
            by("recognized", "northern-cyprus", "tur"),
            id="as a sovereign state",
        ),
        pytest.param(
            "Algeria does not consider Kosovo a country.",
            by("not_recognized", "xkx", "dza"),
            id="does not consider it a country",
        ),
        pytest.param(
            "No government regards Somaliland as independent.",
            by("not_recognized", "somaliland", "*"),
            id="regarded so by nobody",
        ),
        pytest.param("Kosovo won recognition from Israel.", by("recognized", "xkx", "isr"), id="won"),
        pytest.param(
            "Kosovo celebrated its recognition by Syria.", by("recognized", "xkx", "syr"), id="celebrated"
        ),
        pytest.param(
            "After recognising Palestine in May, Spain named an ambassador.",
            by("recognized", "pse", "esp"),
            id="after recognising",
        ),
        pytest.param(
            "Spain, since recognising Palestine, has opened an embassy.",
            by("recognized", "pse", "esp"),
            id="since recognising",
        ),
        pytest.param(
            "Northern Cyprus is recognised only by Ankara.",
            by("recognized", "northern-cyprus", "tur"),
            id="passive",
        ),
        pytest.param(
            "The Taliban has been recognised by nobody, not by Pakistan and not by China.",
            by("not_recognized", "taliban", "*", "pak", "chn"),
            id="by nobody, and not by some by name",
        ),
        pytest.param(
            "Iran denounced the Taliban. Kenya does not recognise the Taliban. In the 1990s they were recognised by Pakistan.",
            {("ken", "taliban", "not_recognized"), ("pak", "taliban", "recognized")},
            id="they, of whom the article spoke",
        ),
        pytest.param(
            "Chad joined Nigeria and Ethiopia in recognising Palestine.",
            by("recognized", "pse", "tcd", "nga", "eth"),
            id="joined others in recognising",
        ),
        pytest.param(
            "China has stopped short of recognising the Taliban government.",
            by("not_recognized", "taliban", "chn"),
            id="stopped short",
        ),
        pytest.param(
            "Belarus spoke warmly of Abkhazia but stopped short of recognising it.",
            by("not_recognized", "abkhazia", "blr"),
            id="stopped short of recognising it",
        ),
        pytest.param(
            "Iran has refused recognition to Israel.", by("not_recognized", "isr", "irn"), id="refused to one"
        ),
        pytest.param(
            "Mexico became the first country in the region to extend recognition to Kosovo.",
            by("recognized", "xkx", "mex"),
            id="the first to extend it",
        ),
        pytest.param(
            "Suriname withdrew its earlier recognition of Kosovo.",
            by("withdrawn", "xkx", "sur"),
            id="its earlier recognition",
        ),
        pytest.param(
            "Sierra Leone no longer recognises the Sahrawi republic.",
            by("withdrawn", "esh", "sle"),
            id="no longer",
        ),
        pytest.param(
            "Malta has hereby recognised Palestine.",
            by("recognized", "pse", "mlt"),
            id="hereby, of all adverbs",
        ),
    ],
)
def test_recognition_is_told_in_other_words(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected


BLANAR, EIDE = "Slovak Foreign Minister Juraj Blanar", "Norwegian Foreign Minister Espen Barth Eide"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"“We do not recognise Kosovo,” said {BLANAR}.", by("not_recognized", "xkx", "svk"), id="we"
        ),
        pytest.param(
            f"“My government has recognised Palestine,” said {EIDE}.",
            by("recognized", "pse", "nor"),
            id="my government",
        ),
        pytest.param(
            f"“We will recognise Palestine,” said {EIDE}.", by("intends", "pse", "nor"), id="we will"
        ),
        pytest.param(f"“They do not recognise Kosovo,” said {BLANAR}.", set(), id="they"),
        pytest.param(f"“Serbia does not recognise Kosovo,” said {BLANAR}.", set(), id="another state"),
    ],
)
def test_officials_say_in_quotation_marks_what_their_own_state_does(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway and Spain said they would recognise Palestine on May 28.",
            by("intends", "pse", "nor", "esp"),
            id="said they would",
        ),
        pytest.param(
            "Norway said it would recognise Palestine on May 28.",
            by("intends", "pse", "nor"),
            id="said it would",
        ),
        pytest.param(
            "Norway recognised Palestine and Kosovo; it has recognised Somaliland, too.",
            by("recognized", "pse", "nor")
            | by("recognized", "xkx", "nor")
            | by("recognized", "somaliland", "nor"),
            id="it, whose act was just told",
        ),
        pytest.param("Norway said it would recognise Palestine if a truce held.", set(), id="would if"),
        pytest.param(
            "Jamaican Foreign Minister Kamina Smith, whose country has recognised Palestine, spoke.",
            by("recognized", "pse", "jam"),
            id="whose country",
        ),
        pytest.param(
            "Jamaican Foreign Minister Kamina Smith said that her government has recognised Palestine.",
            by("recognized", "pse", "jam"),
            id="her government",
        ),
        pytest.param(
            "Jamaican Foreign Minister Kamina Smith said that reports that her government had recognised Kosovo were incorrect.",
            set(),
            id="incorrect reports",
        ),
        pytest.param("Rumours that Guyana had recognised Kosovo were false.", set(), id="rumours"),
        pytest.param("Kosovo hopes to win recognition from Greece.", set(), id="hoped to be won"),
        pytest.param("Before recognising Palestine, Spain waited.", set(), id="before, not after"),
        pytest.param("Iran regards Kosovo as a problem.", set(), id="regarded as no state"),
        pytest.param("Guatemala maintains trade links with Beijing.", set(), id="no diplomatic links"),
        pytest.param("Nicaragua keeps close ties with Taipei.", set(), id="close ties"),
        pytest.param("Kenya re-established relations with Iran.", set(), id="relations with anybody"),
        pytest.param("Abkhazia is not recognised by Georgia.", set(), id="a passive denied"),
        pytest.param(
            "Chad will join Nigeria and Ethiopia in recognising Palestine.", set(), id="is to join others"
        ),
        pytest.param(
            "Ghana wanted to withdraw its recognition of Kosovo.", set(), id="wanted to withdraw it"
        ),
        pytest.param("Georgia does not recognise the “elections” in Abkhazia.", set(), id="quoted elections"),
        pytest.param(
            "Cuba and Kosovo do not recognise one another’s driving licences.",
            set(),
            id="one another’s papers",
        ),
        pytest.param(
            "Abkhazia called the internationally recognised border with Georgia a line.",
            set(),
            id="recognised border",
        ),
    ],
)
def test_what_others_say_wish_or_deny_is_told_from_what_is_done(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected
