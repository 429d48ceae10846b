"""Officials known by name tell whose a title without a state is, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.record import Post
from ingest.known import is_known, known_state
from tests.ingest.facts import Read


@pytest.mark.parametrize(
    ("name", "state"),
    [
        (("junichiro", "koizumi"), "JPN"),
        (("sergey", "viktorovich", "lavrov"), "RUS"),
        (("lavrov",), None),
        (("junichiro", "yamada"), None),
        (("wolfgang", "koizumi"), None),
        (("junichiro", "koizumi", "jr"), "JPN"),
        (("koizumi", "jr."), None),
        ((), None),
    ],
)
def test_a_full_name_tells_the_state(name: Sequence[str], state: str | None) -> None:
    assert known_state(name) == state


@pytest.mark.parametrize(
    ("name", "known"),
    [
        (("junichiro", "koizumi"), True),
        (("sergey", "viktorovich", "lavrov"), False),
        (("lavrov",), False),
        (("wolfgang", "koizumi"), False),
    ],
)
def test_a_known_name_is_known_word_for_word(name: Sequence[str], known: bool) -> None:
    assert is_known(name) == known


def test_a_title_without_a_state_is_that_of_its_known_holder(read: Read) -> None:
    record = read("Prime Minister Junichiro Koizumi met Prime Minister Helmut Nowhere.")
    assert [(f.person, f.of) for f in record.facts if isinstance(f, Post)] == [("junichiro-koizumi", "jpn")]


def test_being_known_is_no_post(read: Read) -> None:
    record = read("Junichiro Koizumi met Sergey Lavrov.")
    assert [f for f in record.facts if isinstance(f, Post)] == []


def test_each_of_two_with_one_title_has_the_state_that_he_is_known_by(read: Read) -> None:
    record = read("Prime Minister Shehbaz Sharif met Prime Minister Keir Starmer.")
    assert {(f.person, f.of) for f in record.facts if isinstance(f, Post)} == {
        ("shehbaz-sharif", "pak"),
        ("keir-starmer", "gbr"),
    }
