"""A day is written as exactly as it is known, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from api.days import iso_prefix


@pytest.mark.parametrize("text", ["2024", "2024-10", "2024-10-04", "2024-02-29", "0001"])
def test_a_year_a_month_and_a_day_are_taken_as_they_stand(text: str) -> None:
    assert iso_prefix(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-1",
        "2024-13",
        "2023-02-29",
        "2024-10-4",
        "20241004",
        "2024-W01",
        "2024-10-04T10",
        "٢٠٢٤",
        "2024\n",
    ],
)
def test_anything_else_is_refused_as_it_was_written(text: str) -> None:
    with pytest.raises(ValueError, match="is no date: write 2024-10-04, 2024-10 or 2024"):
        iso_prefix(text)
