"""Whom a title without a state serves: each rule beside its example."""

from __future__ import annotations

import pytest

from graph.record import Person, Post, Record
from tests.ingest.facts import Read


def serving(record: Record) -> dict[str, str]:
    """Person -> the state or body of his post."""
    names = {e.id: e.name for e in record.entities if isinstance(e, Person)}
    return {names[f.person]: f.of for f in record.facts if isinstance(f, Post)}


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        pytest.param(
            "LUSAKA, 12 March (Southern Wire) - The talks with Botswana were brief. Foreign Minister Mulambo Haimbe "
            "told reporters so.",
            "Mulambo Haimbe",
            "zmb",
            id="the dateline",
        ),
        pytest.param(
            "The Kenyan delegation, led by Deputy President Kithure Kindiki, arrived in Addis Ababa.",
            "Kithure Kindiki",
            "ken",
            id="the delegation",
        ),
        pytest.param(
            "Ghana and Togo signed. Foreign Minister Robert Dussey represented Togo.",
            "Robert Dussey",
            "tgo",
            id="represented",
        ),
        pytest.param(
            "Togo was represented by Foreign Minister Robert Dussey; the president of Namibia is expected.",
            "Robert Dussey",
            "tgo",
            id="represented by",
        ),
        pytest.param(
            "Peruvian President Dina Boluarte met Prime Minister Mark Carney of Canada, accompanied by Foreign "
            "Minister Elmer Schialer.",
            "Elmer Schialer",
            "per",
            id="on the side of whom the sentence begins with",
        ),
        pytest.param(
            "Russia was first to recognise the Taliban. Ambassador Dmitry Zhirnov brought the news in the Afghan "
            "capital.",
            "Dmitry Zhirnov",
            "rus",
            id="an ambassador is not at home where he serves",
        ),
        pytest.param(
            "DAKAR, June 3 (Sahel Press) - Malian Foreign Minister Abdoulaye Diop flew to Lomé, where he was received "
            "by President Faure Gnassingbé.",
            "Faure Gnassingbé",
            "tgo",
            id="whoever receives is at home",
        ),
        pytest.param(
            "On Monday former national security adviser Stephen Hadley and former deputy secretary of state James "
            "Steinberg arrived in Taipei.",
            "Stephen Hadley",
            "usa",
            id="two joined by and, one of whom is known",
        ),
        pytest.param(
            "Special Rapporteur Richard Bennett described the decrees of the Taliban.",
            "Richard Bennett",
            "united-nations",
            id="a post that only one body has",
        ),
        pytest.param(
            "Clinton, in Warsaw for two days, watched as Ambassador Lee Feinstein of the United States and Deputy "
            "Foreign Minister Jacek Najder signed what Poland had asked for.",
            "Jacek Najder",
            "pol",
            id="the name is common there",
        ),
    ],
)
def test_a_title_without_a_state_serves_whom_the_text_tells(
    read: Read, text: str, person: str, state: str
) -> None:
    assert serving(read(text))[person] == state


def test_a_counterparts_state_is_another_one(read: Read) -> None:
    text = (
        "ISLAMABAD: Pakistan, China and Afghanistan agreed. Foreign Minister Ishaq Dar and his Chinese counterpart, "
        "Wang Yi, flew into the Afghan capital."
    )
    assert serving(read(text)) == {"Ishaq Dar": "pak", "Wang Yi": "chn"}


def test_where_no_state_leads_nobody_is_named(read: Read) -> None:
    assert serving(read("Foreign Minister Ann Example spoke of the weather.")) == {}


def test_our_minister_is_of_whoever_writes(read: Read) -> None:
    text = "Somalia was admitted on Monday. Our delegation was headed by President Ann Example."
    assert serving(read(text)) == {}


def test_a_secretary_of_state_for_something_is_not_the_american_one(read: Read) -> None:
    text = (
        "LONDON, 3 May - Secretary of State for Wales Jo Stevens spoke. Secretary of State Marco Rubio left."
    )
    assert serving(read(text))["Marco Rubio"] == "usa"
    assert serving(read(text)).get("Jo Stevens") != "usa"


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        (
            "Ethiopia was represented by Foreign Minister Ann Example, and Chad by Prime Minister Bob Sample.",
            "Bob Sample",
            "tcd",
        ),
        ("Russia, an observer, sent Ambassador Levan Sample.", "Levan Sample", "rus"),
        ("Paraguay welcomed Secretary of the Interior Ann Example.", "Ann Example", "usa"),
        ("Ireland rested. Chancellor of the Exchequer Ann Example spoke.", "Ann Example", "gbr"),
        ("Albania welcomed Foreign Policy Chief Ann Example.", "Ann Example", "european-union"),
        ("Albania welcomed Commission President Ann Example.", "Ann Example", "european-commission"),
    ],
)
def test_whom_a_title_serves_by_its_words_or_by_who_sent_its_holder(
    read: Read, text: str, person: str, state: str
) -> None:
    assert serving(read(text))[person] == state
