"""What looked like an assertion and gave none is counted, once a sentence and with a fixed reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.pipeline import Reading
from ingest.skips import (
    ASKED,
    DENIED,
    NO_HOLDER,
    NO_OCCASION,
    NO_PARTY,
    NO_PRINCIPAL,
    NOBODY,
    NOTHING,
    ONE_PARTY,
    UNCLEAR,
    WISHED,
)

ReadAll = Callable[..., Reading]
LAVROV, DAR = "Russian Foreign Minister Sergey Lavrov", "Pakistani Foreign Minister Ishaq Dar"


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        (f"{LAVROV} hoped to meet {DAR}.", "attendance", WISHED),
        (f"{LAVROV} did not meet {DAR}.", "attendance", DENIED),
        ("Police met the demonstrators.", "attendance", NO_PARTY),
        (f"{LAVROV} met the demonstrators.", "attendance", ONE_PARTY),
        (f"{LAVROV} stayed away.", "attendance", NO_OCCASION),
        ("A shopkeeper said that the door was open.", "statement", NOBODY),
        ("The door, according to shopkeepers, was open.", "statement", NOBODY),
        (f"{LAVROV} has said so.", "statement", NOTHING),
        ("Would Kosovo recognise Palestine?", "recognition", ASKED),
        ("Kenya might recognise Somaliland.", "recognition", UNCLEAR),
        ("The defence minister resigned.", "post", NO_HOLDER),
        ("Interior Minister Karim Saleh resigned.", "post", NO_PRINCIPAL),
    ],
)
def test_a_candidate_that_gave_nothing_is_told_with_its_reason(
    read_all: ReadAll, text: str, kind: str, reason: str
) -> None:
    skipped = read_all(text).skipped
    assert [(s.kind, s.reason, s.span) for s in skipped if s.kind == kind] == [(kind, reason, (0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        f"{LAVROV} met {DAR} in Moscow.",
        "Ghana recognised Kosovo.",
        f"{LAVROV} said that the door was open.",
        "Turkey hosted the summit of the Organization of Turkic States.",
    ],
)
def test_a_sentence_that_gave_something_is_not_counted(read_all: ReadAll, text: str) -> None:
    assert read_all(text).skipped == ()
