"""Where a name comes from, by its letters."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lexicon import read_lexicon
from ingest.name_families import likeness

FAMILIES = read_lexicon("name_families")


@pytest.mark.parametrize(
    ("name", "at_home", "elsewhere"),
    [
        ("Jacek Brzozowski", "POL", "USA"),
        ("Vazgen Manukyan", "ARM", "AZE"),
        ("Tornike Gogoladze", "GEO", "RUS"),
        ("Themba Masuku", "SWZ", "TWN"),
        ("Salvador Quiñones", "CUB", "NAM"),
        ("Şükrü Kandemir", "TUR", "IRN"),
        ("Guðrún Einarsdóttir", "ISL", "FIN"),
    ],
)
def test_a_name_that_nobody_listed_is_told_by_its_pieces(name: str, at_home: str, elsewhere: str) -> None:
    assert not any(name.rsplit(maxsplit=1)[-1] in listed["names"] for listed in FAMILIES.values())
    assert likeness(name)[at_home] > 2 * likeness(name)[elsewhere]


@given(st.text(max_size=40))
def test_any_text_has_a_likeness_in_every_state(text: str) -> None:
    shares = likeness(text)
    assert set(shares) == {state for listed in FAMILIES.values() for state in listed["states"]}
    assert all(isfinite(share) and 0 <= share <= 1 + 1e-9 for share in shares.values())
