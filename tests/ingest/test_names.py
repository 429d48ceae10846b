"""Personal names: which words are one, and which names are one person's."""

from __future__ import annotations

import pytest

from graph.record import Person, Record
from tests.ingest.facts import Read


def people(record: Record) -> list[str]:
    return [e.name for e in record.entities if isinstance(e, Person)]


def test_a_rank_before_a_name_is_no_part_of_it(read: Read) -> None:
    text = "Mali’s transitional president, General Assimi Goïta, met the acting Afghan prime minister, Mullah Hasan Akhund."
    assert people(read(text)) == ["Assimi Goïta", "Hasan Akhund"]


def test_an_initial_stands_for_the_given_name(read: Read) -> None:
    text = (
        "Deputy Prime Minister of Uzbekistan Rustam Baxtiyorovich Yuldashev arrived in Osh. R. Yuldashev was received by "
        "President of Kyrgyzstan Sadyr Japarov."
    )
    assert people(read(text)) == ["Rustam Baxtiyorovich Yuldashev", "Sadyr Japarov"]


def test_an_article_of_a_surname_may_be_left_out(read: Read) -> None:
    text = (
        "Syrian President Ahmed al-Sharaa came to Riyadh. Mr Sharaa said he was content. Sharaa left at noon."
    )
    assert people(read(text)) == ["Ahmed al-Sharaa"]


@pytest.mark.parametrize(
    "text",
    [
        "Sri Lanka’s stance was noted. The Prime Minister of Nepal spoke in Colombo.",
        "Kathmandu University hosted the talks, Balqa News Agency said.",
        "The head of the United Nations Assistance Mission in Afghanistan spoke.",
    ],
)
def test_an_institution_is_nobody(read: Read, text: str) -> None:
    assert people(read(text)) == []
