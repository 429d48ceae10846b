"""Who recognises and who is recognised: each rule of language beside its example."""

from __future__ import annotations

import pytest

from tests.ingest.facts import Read, by, recognitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Four small states — Andorra, Malta, San Marino and Monaco — have recognised Palestine.",
            by("recognized", "pse", "and", "mlt", "smr", "mco"),
            id="a list between dashes",
        ),
        pytest.param(
            "Twenty states, among them Spain and France, have recognised Kosovo.",
            by("recognized", "xkx", "esp", "fra"),
            id="among them",
        ),
        pytest.param(
            "Eleven members have recognised Palestine: Argentina, Brazil and Chile.",
            by("recognized", "pse", "arg", "bra", "chl"),
            id="a list behind a colon",
        ),
        pytest.param(
            "Ukraine is among the countries that have not recognised Kosovo.",
            by("not_recognized", "xkx", "ukr"),
            id="is among those that",
        ),
        pytest.param(
            "Spain is one of the five members that do not recognise Kosovo.",
            by("not_recognized", "xkx", "esp"),
            id="is one of those that",
        ),
        pytest.param(
            "Spain recognised Palestine in May 2024 along with Ireland and Norway.",
            by("recognized", "pse", "esp", "irl", "nor"),
            id="along with",
        ),
        pytest.param(
            "Malta recognised Palestine, as did France and Belgium.",
            by("recognized", "pse", "mlt", "fra", "bel"),
            id="as did",
        ),
        pytest.param(
            "Israel became the third country this year to recognise Kosovo, after Kenya in March and Sudan in April.",
            by("recognized", "xkx", "isr", "ken", "sdn"),
            id="after those before it",
        ),
        pytest.param(
            "No nation has recognised the Taliban government, not even Pakistan.",
            by("not_recognized", "taliban", "*", "pak"),
            id="not even",
        ),
        pytest.param(
            "No country, Russia included, has recognised Somaliland.",
            by("not_recognized", "somaliland", "*", "rus"),
            id="included",
        ),
        pytest.param(
            "Belarus, an ally of Moscow, has not recognised Abkhazia.",
            by("not_recognized", "abkhazia", "blr"),
            id="across an apposition with a state",
        ),
        pytest.param(
            "Iran and Israel: neither side recognises the other.",
            {("irn", "isr", "not_recognized"), ("isr", "irn", "not_recognized")},
            id="neither side",
        ),
        pytest.param(
            "Nauru and Tuvalu recognised Abkhazia in 2011, and neither has recognised Kosovo.",
            by("recognized", "abkhazia", "nru", "tuv") | by("not_recognized", "xkx", "nru", "tuv"),
            id="neither of those just told of",
        ),
        pytest.param(
            "Malta and Monaco recognised Kosovo; the latter two recognised Palestine.",
            by("recognized", "xkx", "mlt", "mco") | by("recognized", "pse", "mlt", "mco"),
            id="the latter two",
        ),
    ],
)
def test_who_recognises(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert recognitions(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Sahrawi republic, which Japan does not recognise, sent a delegation.",
            by("not_recognized", "esh", "jpn"),
            id="a relative clause",
        ),
        pytest.param(
            "Brahim Ghali, president of the Sahrawi republic, which Namibia has recognised, came to Windhoek.",
            by("recognized", "esh", "nam"),
            id="the state of a post",
        ),
        pytest.param(
            "Japan recognises neither Abkhazia nor South Ossetia.",
            by("not_recognized", "abkhazia", "jpn") | by("not_recognized", "south-ossetia", "jpn"),
            id="neither nor",
        ),
        pytest.param(
            "Russia recognised Abkhazia and South Ossetia. Belarus recognises neither.",
            by("recognized", "abkhazia", "rus")
            | by("recognized", "south-ossetia", "rus")
            | by("not_recognized", "abkhazia", "blr")
            | by("not_recognized", "south-ossetia", "blr"),
            id="neither of the two",
        ),
        pytest.param(
            "Paraguay recognises Taiwan and not Beijing.",
            {("pry", "twn", "recognized"), ("pry", "chn", "not_recognized")},
            id="and not",
        ),
        pytest.param(
            "Nauru recognised Abkhazia on September 18, 2011, and South Ossetia the day after.",
            {("nru", "abkhazia", "recognized"), ("nru", "south-ossetia", "recognized")},
            id="two with a date between",
        ),
        pytest.param(
            "Andorra recognised Palestine, Mexico the most recent of them.",
            by("recognized", "pse", "and"),
            id="no list without a joint",
        ),
        pytest.param(
            "Abkhazia held a vote. Kenya does not recognise the “Republic of Abkhazia”.",
            by("not_recognized", "abkhazia", "ken"),
            id="a state in quotation marks",
        ),
        pytest.param(
            "France recognised Juan Guaidó as interim president of Venezuela.",
            by("recognized", "juan-guaido", "fra"),
            id="a claimant",
        ),
        pytest.param(
            "Albania recognised Kosovo’s independence.", by("recognized", "xkx", "alb"), id="independence"
        ),
    ],
)
def test_who_is_recognised(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert recognitions(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya has recognised Kosovo. Iraq has not done so.",
            {("ken", "xkx", "recognized"), ("irq", "xkx", "not_recognized")},
            id="not done so",
        ),
        pytest.param(
            "Kenya has not recognised the Taliban. Russia took that step on July 3.",
            {("ken", "taliban", "not_recognized"), ("rus", "taliban", "recognized")},
            id="took the step that another has not",
        ),
        pytest.param(
            "Saudi Arabia, Pakistan and the UAE recognised the Taliban in 1997. None of the three has repeated the step.",
            by("recognized", "taliban", "sau", "pak", "are")
            | by("not_recognized", "taliban", "sau", "pak", "are"),
            id="none of the three",
        ),
        pytest.param(
            "Vanuatu recognised Abkhazia in May 2011, Tuvalu four months later.",
            by("recognized", "abkhazia", "vut", "tuv"),
            id="a verb left out",
        ),
        pytest.param(
            "Russia recognised Abkhazia. Nicaragua, Venezuela and Nauru followed.",
            by("recognized", "abkhazia", "rus", "nic", "ven", "nru"),
            id="followed",
        ),
        pytest.param(
            "Vanuatu recognised Abkhazia in 2011. Vanuatu, which had wavered, withdrew last year.",
            {("vut", "abkhazia", "recognized"), ("vut", "abkhazia", "withdrawn")},
            id="withdrew",
        ),
        pytest.param(
            "Russia recognised Abkhazia. Tajikistan refuses outright.",
            {("rus", "abkhazia", "recognized"), ("tjk", "abkhazia", "not_recognized")},
            id="refuses",
        ),
        pytest.param(
            "Morocco recognised Kosovo. So has Mauritania.",
            by("recognized", "xkx", "mar", "mrt"),
            id="so has",
        ),
        pytest.param(
            "Germany does not recognise Abkhazia, and neither do Spain and Greece.",
            by("not_recognized", "abkhazia", "deu", "esp", "grc"),
            id="neither do",
        ),
        pytest.param(
            "Spain has recognised Palestine, and so, for now, has Ireland.",
            by("recognized", "pse", "esp", "irl"),
            id="so, across an aside",
        ),
        pytest.param(
            "Kenya does not recognise Abkhazia. Neither do three members of the EU: Cyprus, Greece and Spain.",
            by("not_recognized", "abkhazia", "ken", "cyp", "grc", "esp"),
            id="neither do those listed",
        ),
        pytest.param(
            "Brazil has recognised Palestine. Mexico, Guyana and Saint Lucia have not.",
            by("recognized", "pse", "bra") | by("not_recognized", "pse", "mex", "guy", "lca"),
            id="have not",
        ),
        pytest.param(
            "Brazil has recognised Palestine. Mexico never has.",
            {("bra", "pse", "recognized"), ("mex", "pse", "not_recognized")},
            id="never has",
        ),
        pytest.param(
            "Kenya has recognised Kosovo. Japan is among those that have not.",
            {("ken", "xkx", "recognized"), ("jpn", "xkx", "not_recognized")},
            id="among those that have not",
        ),
        pytest.param(
            "Russia recognised Abkhazia, the first country to do so.",
            by("recognized", "abkhazia", "rus"),
            id="the first to do so is the one just told of",
        ),
        pytest.param(
            "Kenya recognised Kosovo. For Iran to do so would be to declare war.",
            by("recognized", "xkx", "ken"),
            id="to do so would be",
        ),
    ],
)
def test_what_repeats_an_act(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert recognitions(read(text)) == expected
