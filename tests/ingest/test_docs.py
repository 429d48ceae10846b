"""Sentences, quotations and masks: the ground that reading stands on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.docs import find_quotations, mask, split_sentences


def sentences(text: str) -> list[str]:
    masked = mask(text, find_quotations(text))
    return [text[s.start : s.end] for s in split_sentences(masked)]


def quotations(text: str) -> list[str]:
    return [text[slice(*q.inner)] for q in find_quotations(text)]


def test_a_quotation_of_several_sentences_stays_in_the_sentence_that_quotes_it() -> None:
    text = "Lavrov said: “Much remains. More must come. We wait.” The guests left."
    assert sentences(text) == ["Lavrov said: “Much remains. More must come. We wait.”", "The guests left."]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Sen. Ali met U.S. President J. Biden on Oct. 4 in St. Petersburg. They ate."
    assert sentences(text) == [
        "Sen. Ali met U.S. President J. Biden on Oct. 4 in St. Petersburg.",
        "They ate.",
    ]


def test_an_acronym_may_end_a_sentence() -> None:
    assert sentences("He flew to the U.S. The minister stayed.") == [
        "He flew to the U.S.",
        "The minister stayed.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By our Moscow bureau",
        "READ ALSO: Kazan round urges an inclusive government",
        "(Editing by the Africa desk)",
        "Subscribe to our briefing",
    ],
)
def test_bylines_credits_and_pointers_assert_nothing(line: str) -> None:
    found = list(split_sentences(f"{line}\n\nThe ministers met in Oslo."))
    assert [s.body for s in found] == [False, True]


def test_a_sentence_that_only_begins_like_a_byline_is_read() -> None:
    (found,) = split_sentences("By Friday the ministers had met twice in Oslo.")
    assert found.body


def test_quotations_are_found_in_every_kind_of_mark() -> None:
    assert quotations('“one two” and "three four" and «five six» and ‘seven eight’.') == [
        "one two",
        "three four",
        "five six",
        "seven eight",
    ]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quotations("Iran’s envoy met Gideon Sa’ar’s aides.") == []


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    assert quotations("“We came.\nThe end") == ["We came."]


def test_only_long_quotations_are_masked_and_offsets_stay() -> None:
    text = "He called it “null and void”. She said “we will come back tomorrow”."
    masked = mask(text, find_quotations(text))
    assert len(masked) == len(text)
    assert "null and void" in masked
    assert "tomorrow" not in masked


@given(st.text(max_size=300))
def test_any_text_splits_into_sentences_that_lie_inside_it_in_order(text: str) -> None:
    found = list(split_sentences(mask(text, find_quotations(text))))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in text[s.start : s.end] for s in found)
