"""Dates: each way of writing one beside what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Article
from ingest.dates import find_dates
from ingest.docs import lay_out, load_model


@pytest.fixture(scope="module")
def dates() -> Callable[..., list[tuple[str, str | None]]]:
    def found(text: str, published: str | None = "2025-10-03") -> list[tuple[str, str | None]]:
        (page,) = lay_out([Article("a", text, published=published)], load_model())
        return [(date.first, date.last) for date in find_dates(page, 0, len(text))]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 26 August 2008 it began.", [("2008-08-26", None)]),
        ("It began on August 26, 2008.", [("2008-08-26", None)]),
        ("MOSCOW, Oct. 4 — It began.", [("2025-10-04", None)]),
        ("It was held on 5 and 6 July this year.", [("2025-07-05", "2025-07-06")]),
        ("They met in July 2013.", [("2013-07", None)]),
        ("They met last September.", [("2025-09", None)]),
        ("They met in December.", [("2024-12", None)]),
        ("They met on Tuesday.", [("2025-09-30", None)]),
        ("They will meet on Tuesday.", [("2025-10-07", None)]),
        ("They met yesterday.", [("2025-10-02", None)]),
        ("They met last month.", [("2025-09", None)]),
        ("It has been so since 1991.", [("1991", None)]),
        ("He spoke on 31 February 2020.", []),
        ("The house has 1991 rooms.", []),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(
    dates: Callable[..., list[tuple[str, str | None]]], text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert dates(text) == expected


def test_without_a_day_of_publication_only_whole_dates_are_read(
    dates: Callable[..., list[tuple[str, str | None]]],
) -> None:
    assert dates("They met on Tuesday, and on 4 May 2020.", None) == [("2020-05-04", None)]
