"""Names, titles and who holds which post: each rule of language beside its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Person, Post, Record

Read = Callable[..., Record]


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
    ],
)
def test_posts_are_read_inside_one_noun_phrase(
    read: Read, text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    assert posts(read(text)) == expected


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
