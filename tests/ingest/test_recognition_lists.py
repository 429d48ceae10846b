"""Recognition told in lists, by gaps, in passing and by turns of phrase: each rule of language beside its example."""

from __future__ import annotations

import pytest

from tests.ingest.facts import Read, by, recognitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Barbados, Jamaica, Trinidad and Tobago and the Bahamas all recognised the State of Palestine last year.",
            by("recognized", "pse", "brb", "jam", "tto", "bhs"),
            id="a name with `and` in a list",
        ),
        pytest.param(
            "No country has so far recognised Myanmar's shadow government, the National Unity Government.",
            by("not_recognized", "national-unity-government-of-myanmar", "*"),
            id="what is recognised named behind a comma",
        ),
        pytest.param(
            "Spain, France, Germany, Britain, Portugal, Sweden and Austria had one after the other recognised Juan "
            "Guaidó as interim president.",
            by("recognized", "juan-guaido", "esp", "fra", "deu", "gbr", "prt", "swe", "aut"),
            id="one after the other",
        ),
        pytest.param(
            "Juan Guaidó was sworn in as interim president of Venezuela. Washington recognised him within the hour; "
            "Paris followed on 3 February, and Italy has not followed.",
            set(),
            id="has not followed",
        ),
        pytest.param(
            "Saint Lucia broke with Beijing and restored ties with Taipei at the end of April, but Costa Rica "
            "crossed over to China in June after more than 60 years.",
            by("withdrawn", "chn", "lca")
            | by("recognized", "twn", "lca")
            | by("recognized", "chn", "cri")
            | by("withdrawn", "twn", "cri"),
            id="crossed over",
        ),
        pytest.param(
            "Malawi's departure leaves Taiwan with 23 partners, four of them on this continent: Burkina Faso, "
            "Swaziland, Sao Tome and Principe, and The Gambia.",
            by("withdrawn", "twn", "mwi") | by("recognized", "twn", "bfa", "swz", "stp", "gmb"),
            id="those with whom somebody is left",
        ),
        pytest.param(
            "By contrast St Kitts and Nevis, Belize and Haiti have stuck with Taiwan.",
            by("recognized", "twn", "kna", "blz", "hti"),
            id="have stuck with",
        ),
        pytest.param(
            "Dominica has broken with Taiwan and taken up with the People’s Republic of China, Prime Minister "
            "Roosevelt Skerrit announced.",
            by("withdrawn", "twn", "dma") | by("recognized", "chn", "dma"),
            id="taken up with the other side",
        ),
        pytest.param(
            "That leaves five members of the Caribbean Community that recognise Taiwan: St Kitts and Nevis, St "
            "Vincent and the Grenadines, Grenada, Belize and Haiti.",
            by("recognized", "twn", "kna", "vct", "grd", "blz", "hti"),
            id="members that do so, listed",
        ),
        pytest.param(
            "Seven of CELAC’s members – Belize, Guatemala, Haiti, Paraguay and St Lucia – maintain diplomatic "
            "relations with Taipei.",
            by("recognized", "twn", "blz", "gtm", "hti", "pry", "lca"),
            id="members between dashes",
        ),
        pytest.param(
            "Mario Abdo Benítez of Paraguay withdrew recognition from Nicolás Maduro and gave it to Juan Guaidó.",
            by("withdrawn", "nicolas-maduro", "pry") | by("recognized", "juan-guaido", "pry"),
            id="given to another",
        ),
        pytest.param(
            "Botswana’s Ian Khama, who since June has refused to recognise Robert Mugabe as president, stayed away.",
            by("not_recognized", "robert-mugabe", "bwa"),
            id="a person who has refused",
        ),
        pytest.param(
            "Russia remains the only SCO member to have recognised the Taliban government, which it did in July "
            "2025.",
            by("recognized", "taliban", "rus"),
            id="the only one to have done so",
        ),
        pytest.param(
            "Honduras and China established diplomatic relations on Sunday, hours after the Central American country"
            " cut its ties with Taiwan.",
            by("recognized", "chn", "hnd") | by("withdrawn", "twn", "hnd"),
            id="relations made and cut",
        ),
        pytest.param(
            "Nicaragua switched to China in December 2021, El Salvador in 2018 and Panama a year before that.",
            by("recognized", "chn", "nic", "slv", "pan"),
            id="a gap and a year",
        ),
        pytest.param(
            "Paraguayan President Santiago Peña, Taiwan’s last ally in South America, is due in Taipei in May.",
            by("recognized", "twn", "pry"),
            id="the last ally",
        ),
        pytest.param(
            "Tuvalu has long maintained relations with Taiwan.",
            by("recognized", "twn", "tuv"),
            id="relations long kept",
        ),
        pytest.param(
            "About 140 countries recognize a Palestinian state; the United States does not.",
            by("not_recognized", "pse", "usa"),
            id="so many do and one does not",
        ),
        pytest.param(
            "About a hundred countries recognise Kosovo, the United States among them; Russia and China do not.",
            by("recognized", "xkx", "usa") | by("not_recognized", "xkx", "rus", "chn"),
            id="one of so many, and those that do not",
        ),
        pytest.param(
            "Israel and Kosovo are to recognise each other.",
            by("intends", "xkx", "isr") | by("intends", "isr", "xkx"),
            id="are to recognise each other",
        ),
        pytest.param(
            "Iceland was the first country to recognise the restored independence of Estonia, Latvia and Lithuania "
            "in 1991.",
            by("recognized", "est", "isl") | by("recognized", "lva", "isl") | by("recognized", "ltu", "isl"),
            id="restored independence",
        ),
        pytest.param(
            "Bulgaria recognised Macedonia in January and Turkey in February; Athens has not.",
            by("recognized", "mkd", "bgr", "tur") | by("not_recognized", "mkd", "grc"),
            id="a gap and a month",
        ),
        pytest.param(
            "France recognised a Palestinian state on Monday at a U.N. conference, joining Britain, Canada and "
            "Australia, which had taken the same step a day earlier.",
            by("recognized", "pse", "fra", "gbr", "can", "aus"),
            id="which had taken the same step",
        ),
        pytest.param(
            "Algeria recognised Palestine within hours of its proclamation on 15 November 1988; Sweden did so in "
            "October 2014; Ireland, Spain and Norway on 28 May last year.",
            by("recognized", "pse", "dza", "swe", "irl", "esp", "nor"),
            id="a gap behind a semicolon",
        ),
        pytest.param(
            "Jordan became the second Arab state, after Egypt in 1979, to recognise Israel.",
            by("recognized", "isr", "jor", "egy"),
            id="a predecessor before the verb",
        ),
        pytest.param(
            "He called on all states to reject the recognition by Moscow, on 26 August 2008, of Abkhazia and South "
            "Ossetia.",
            by("recognized", "abkhazia", "rus") | by("recognized", "south-ossetia", "rus"),
            id="the recognition by one of others",
        ),
        pytest.param(
            "Spain's prime minister, Pedro Sanchez, told lawmakers that his country would recognise Palestine before"
            " the summer.",
            by("intends", "pse", "esp"),
            id="his country would",
        ),
        pytest.param(
            "San Marino's recognition of Palestine is due on Saturday.",
            by("intends", "pse", "smr"),
            id="recognition that is due",
        ),
        pytest.param(
            'Rabat – Zambia has withdrawn its recognition of the self-styled "Sahrawi Arab Democratic Republic" and '
            "severed all ties with the Polisario Front. Malawi took the same step in 2014 and Mauritius followed a "
            "year later.",
            by("withdrawn", "esh", "zmb", "mwi", "mus"),
            id="the self-styled in quotation marks",
        ),
        pytest.param(
            "China and Sao Tome and Principe resumed diplomatic relations on Monday, six days after the West African"
            " island nation broke with Taiwan. Sao Tome first recognized Beijing in July 1975 but switched to Taipei"
            " in May 1997.",
            by("recognized", "chn", "stp")
            | by("withdrawn", "twn", "stp")
            | by("recognized", "twn", "stp")
            | by("withdrawn", "chn", "stp"),
            id="sides changed twice",
        ),
        pytest.param(
            "Kosovo declared independence. Serbia has never recognised the former province. Nor have five members of"
            " the European Union, among them Spain, Greece and Slovakia.",
            by("not_recognized", "xkx", "srb", "esp", "grc", "svk"),
            id="nor have five members, among them",
        ),
        pytest.param(
            "Abkhazia and South Ossetia broke away. Russia recognized both regions on 26 August 2008.",
            by("recognized", "abkhazia", "rus") | by("recognized", "south-ossetia", "rus"),
            id="both regions",
        ),
        pytest.param(
            "The Minister welcomed the recognition of the State of Palestine by Ireland, Norway and Spain on 28 May.",
            by("recognized", "pse", "irl", "nor", "esp"),
            id="the recognition of one by others",
        ),
        pytest.param(
            "Nicaragua's Daniel Ortega cut ties with Taiwan in December 1985 in favor of Beijing.",
            by("withdrawn", "twn", "nic") | by("recognized", "chn", "nic"),
            id="in favour of the other side, months later",
        ),
        pytest.param(
            "Ministers called for the recognition of Palestine by France and Britain.",
            set(),
            id="a call for recognition",
        ),
        pytest.param(
            "The European Community recognised Slovenia and Croatia yesterday, and with a telegram of eleven lines "
            "Yugoslavia passed into history.",
            by("recognized", "svn", "european-community") | by("recognized", "hrv", "european-community"),
            id="the European Community",
        ),
        pytest.param(
            "Saint Lucia is far away. The island recognised Taiwan in 1984, five years after its own independence.",
            by("recognized", "twn", "lca"),
            id="the island",
        ),
        pytest.param(
            "Bangladesh declared independence. The United States has not recognised Bangladesh, and China refuses "
            "to.",
            by("not_recognized", "bgd", "usa", "chn"),
            id="another that refuses to",
        ),
        pytest.param(
            "The first country to recognise Abkhazia was the Russian Federation (26 August 2008). It was followed by"
            " Nicaragua in September of that year, by Venezuela on 10 September 2009 and by Nauru on 15 December "
            "2009.",
            by("recognized", "abkhazia", "rus", "nic", "ven", "nru"),
            id="the first was, followed by",
        ),
        pytest.param(
            "Its rival fares hardly better: no state, not even Russia or China, has extended formal recognition to "
            "Abkhazia.",
            by("not_recognized", "abkhazia", "*", "rus", "chn"),
            id="no state has extended it",
        ),
        pytest.param(
            "South Sudan was born on Saturday. Egypt, Kenya, Germany and the United Kingdom recognised the new "
            "republic in the course of the morning. Barack Obama followed with a statement.",
            by("recognized", "ssd", "egy", "ken", "deu", "gbr"),
            id="the new republic",
        ),
        pytest.param(
            "Kenya's William Ruto withdrew recognition of the Sahrawi republic. Zambia withdrew in 2016 and Malawi a"
            " year later.",
            by("withdrawn", "esh", "ken", "zmb", "mwi"),
            id="withdrew, and another a year later",
        ),
        pytest.param(
            "Austria, Hungary and Ukraine, which had recognised both republics as early as December, sent messages.",
            set(),
            id="who recognises is not recognised",
        ),
    ],
)
def test_who_recognises_whom(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert recognitions(read(text)) == expected
