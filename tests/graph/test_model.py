from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Mention, Occasion, compatible, folded, full_days, mention_from_text, name_norm, slug
from graph.posts import canonical_post


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Sergey Lavrov", "sergey-lavrov"),
        ("Lidia Castellón", "lidia-castellon"),
        ("Rəşad  Øster-Łuk", "resad-oster-luk"),
        ("Sa'ar", "saar"),
        ("Sa’ar", "saar"),
    ],
)
def test_slugs_are_ascii_words(name: str, written: str) -> None:
    assert slug(name) == written


def test_what_ascii_cannot_write_is_told_apart_by_a_hash() -> None:
    assert slug("王毅") != slug("王力")
    assert slug("王毅").isascii()


@given(st.text(min_size=1))
def test_a_slug_is_plain_and_never_holds_two_dashes(name: str) -> None:
    written = slug(name)
    assert written
    assert written.isascii()
    assert "--" not in written
    assert "/" not in written
    assert slug(written) == written or len(written) >= 80


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2024", None, "2024-01-01", "2024-12-31"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2024-10-04", None, "2024-10-04", "2024-10-04"),
        ("2024-10-04", "2024-11", "2024-10-04", "2024-11-30"),
        (None, None, None, None),
    ],
)
def test_a_date_s_bounds_are_full_days(
    start: str | None, end: str | None, first: str | None, last: str | None
) -> None:
    assert full_days(start, end) == (first, last)


def test_dates_go_together_where_one_begins_with_the_other() -> None:
    assert compatible("2024", "2024-10-04")
    assert not compatible("2024-10-04", "2024-10-05")
    assert compatible(None, "2024")


def test_names_are_searched_without_case_and_accents() -> None:
    assert folded("  Castellón’s ") == "castellon's"
    assert name_norm("Türkiye", "TURKIYE", "Turkey") == "turkiye | turkey"


def test_a_mention_survives_the_way_to_text_and_back() -> None:
    told = Mention(
        "article/1", "e", "event", "talks", blocks=("b",), occasion=Occasion("call", ("f",), 6), place=2
    )
    assert mention_from_text(told.to_text()) == told


@pytest.mark.parametrize(
    ("post", "canonical"),
    [
        ("Minister of Foreign Affairs", "Foreign Minister"),
        ("minister for foreign affairs", "Foreign Minister"),
        ("Deputy Minister of Foreign Affairs", "Deputy Foreign Minister"),
        ("Foreign Affairs Minister", "Foreign Minister"),
        ("External Affairs Minister", "External Affairs Minister"),
        ("Minister of Defence", "Defence Minister"),
        ("Minister of State for Foreign Affairs", "Minister of State for Foreign Affairs"),
        ("Secretary of State", "Secretary of State"),
        ("Ambassador to Somalia", "Ambassador to Somalia"),
        ("prime minister", "Prime Minister"),
    ],
)
def test_a_post_has_one_wording(post: str, canonical: str) -> None:
    assert canonical_post(post) == canonical
