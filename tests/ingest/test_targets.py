"""Whom a statement is about."""

from __future__ import annotations

import pytest

from graph.record import Record, Statement
from tests.ingest.facts import Read


def about(record: Record) -> set[str]:
    """The targets of the last statement."""
    return set([f for f in record.facts if isinstance(f, Statement)][-1].about)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Iran had left", {"irn"}),
        ("Russian troops had left", {"rus"}),
        ("Tehran had left", {"irn"}),
        ("the treaty had been signed in Tehran", set()),
        ("French President Emmanuel Macron had left", {"emmanuel-macron"}),
        ("it had left", set()),
        ("NATO and Georgia had talked", {"nato", "geo"}),
    ],
)
def test_a_statement_is_about_the_actors_that_it_names(read: Read, content: str, expected: set[str]) -> None:
    found = about(read(f"China said that {content}."))
    assert {a.replace("north-atlantic-treaty-organization", "nato") for a in found} == expected


def test_the_speaker_is_no_target_of_his_own_words(read: Read) -> None:
    assert about(read("China said that China and Iran were friends.")) == {"irn"}


def test_his_country_is_the_state_that_the_speaker_serves(read: Read) -> None:
    text = "Armenian Foreign Minister Ararat Mirzoyan said that his country could sign at any time."
    assert about(read(text)) == {"arm"}


def test_both_sides_are_the_two_states_last_named(read: Read) -> None:
    text = "Armenia and Azerbaijan met in Prague. Turkey urged both sides to show courage."
    assert about(read(text)) == {"arm", "aze"}


def test_a_titled_colleague_is_the_person(read: Read) -> None:
    text = "Indian envoy Asha Rao met Pakistani envoy Imran Shah. Rao praised her Pakistani colleague."
    assert about(read(text)) == {"imran-shah"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The African Union met. Egypt said that the Union had failed.", {"african-union"}),
        ("The Taliban met. Iran said that the group had failed.", {"taliban"}),
        ("Somaliland voted. Kenya said that the territory had waited long.", {"somaliland"}),
        ("Iran said that Oman had flown to Iraq.", {"omn"}),
    ],
)
def test_definite_descriptions_name_and_destinations_do_not(
    read: Read, text: str, expected: set[str]
) -> None:
    assert about(read(text)) == expected


def test_the_words_of_a_quotation_count_and_those_around_it_do_not(read: Read) -> None:
    assert about(read("“We trust Iran,” Oman said after talks with Iraq.")) == {"irn"}
