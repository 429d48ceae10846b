"""Dates: each way of writing one beside what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Article
from ingest.dates import find_dates, find_same_days, shifted, turned
from ingest.docs import Page, lay_out, load_model


def page_of(text: str, published: str | None = "2025-10-03") -> Page:
    (page,) = lay_out([Article("a", text, published=published)], load_model())
    return page


@pytest.fixture(scope="module")
def dates() -> Callable[..., list[tuple[str, str | None]]]:
    def found(text: str, published: str | None = "2025-10-03") -> list[tuple[str, str | None]]:
        page = page_of(text, published)
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
        ("In 2008 it began.", [("2008", None)]),
        ("Since 1991 it has been so.", [("1991", None)]),
        ("They met three days ago.", [("2025-09-30", None)]),
        ("They met two weeks ago.", [("2025-09", None)]),
        ("They met a year ago.", [("2024", None)]),
        ("They met over the weekend.", [("2025-09", None)]),
        ("He spoke on 4 May 0000.", []),
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
    assert dates("They met three days ago, over the weekend.", None) == []


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param("2025-11-03", "They met at the weekend.", ["2025-11"], id="Monday: the two days before"),
        pytest.param("2025-10-05", "They met over the weekend.", ["2025-10"], id="Sunday: this one"),
        pytest.param("2025-10-04", "They met over the weekend.", ["2025-09"], id="Saturday: the one before"),
        pytest.param("2026-03-02", "They met over the weekend.", [], id="a weekend of two months"),
        pytest.param(
            "2025-10-13", "They met two weeks ago.", [], id="two weeks ago, in one month or the other"
        ),
        pytest.param("0001-01-02", "They met three days ago.", [], id="before the first day"),
        pytest.param("0001-01-01", "They met last year.", [], id="before the first year"),
        pytest.param("9999-12-31", "They will meet next year.", [], id="past the last year"),
    ],
)
def test_what_hangs_on_the_day_is_told_only_where_it_is_certain(
    dates: Callable[..., list[tuple[str, str | None]]], published: str, text: str, expected: list[str]
) -> None:
    assert [first for first, _ in dates(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That evening they dined.", ["2024-05-04"]),
        ("The next day they parted.", ["2024-05-05"]),
        ("A day later they parted.", ["2024-05-05"]),
        ("Two days later they parted.", ["2024-05-06"]),
        ("Ten days later they parted.", ["2024-05-14"]),
        ("The day before they had quarrelled.", ["2024-05-03"]),
        ("Three days earlier they had quarrelled.", ["2024-05-01"]),
        ("Years later they parted.", []),
    ],
)
def test_days_are_counted_from_the_day_told_last(text: str, expected: list[str]) -> None:
    page = page_of(f"They met in March, and on 4 May 2024. {text}")
    assert [d.first for d in find_same_days(page, 0, len(page.text))] == expected


@pytest.mark.parametrize("text", ["They met in May 2024.", "They met.", "They met on 31 December 9999."])
def test_no_day_is_counted_from_no_day_or_past_the_calendar(text: str) -> None:
    page = page_of(f"{text} Two days later they parted.")
    assert list(find_same_days(page, 0, len(page.text))) == []


@pytest.mark.parametrize("days", [1, 7, 30, 400])
def test_as_many_days_back_as_ahead_is_the_same_day(days: int) -> None:
    for day in ("2024-02-29", "2025-01-01", "2025-12-31"):
        ahead = shifted(day, days)
        assert ahead is not None
        assert day < ahead
        assert shifted(ahead, -days) == day


@pytest.mark.parametrize("ahead", [True, False], ids=["ahead", "behind"])
@pytest.mark.parametrize("published", ["2025-10-03", "2024-02-28", "2026-01-01", "2025-12-31"])
def test_a_date_without_its_year_is_turned_to_the_side_of_its_deed(published: str, ahead: bool) -> None:
    text = (
        "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday; in January, in March, in July, "
        "in October, in December; on 4 May, on 1 January, on 5 and 6 July."
    )
    page = page_of(text, published)
    found = list(find_dates(page, 0, len(text)))
    assert len(found) == 15
    for date in found:
        there = turned(date, page, ahead=ahead)
        day = published[: len(there.first)]
        assert there.first >= day if ahead else there.first <= day, date
        assert (there.start, there.end, len(there.first)) == (date.start, date.end, len(date.first))
        assert there.last is None or there.first < there.last
        assert turned(there, page, ahead=ahead) == there


@pytest.mark.parametrize("text", ["On 4 May 2020.", "In 2008.", "In March 2020.", "Yesterday."])
def test_a_date_with_its_year_or_of_one_day_is_not_turned(text: str) -> None:
    page = page_of(text)
    (date,) = find_dates(page, 0, len(text))
    assert [turned(date, page, ahead=ahead) for ahead in (True, False)] == [date, date]
