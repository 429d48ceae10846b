"""On which day a deed happened: each rule of language beside its example."""

from __future__ import annotations

import pytest

from graph.record import Event, Record
from tests.ingest.facts import Read

#: A Friday.
PUBLISHED = "2025-10-03"
WANG, PEZESHKIAN = "Chinese Foreign Minister Wang Yi", "Iranian President Masoud Pezeshkian"
MET = f"{WANG} met {PEZESHKIAN}"


def days(record: Record, kind: str = "bilateral") -> list[str | None]:
    return [e.start for e in record.entities if isinstance(e, Event) and e.kind == kind]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"{MET} on Sunday.", "2025-09-28", id="a past deed on the last Sunday"),
        pytest.param(
            f"{MET} on Sunday and will soon go to Baku.", "2025-09-28", id="whatever else is still to come"
        ),
        pytest.param(
            f"{WANG} will meet {PEZESHKIAN} on Sunday.", "2025-10-05", id="a deed to come on the next Sunday"
        ),
        pytest.param(f"{MET} in March.", "2025-03", id="a past deed in the last March"),
        pytest.param(f"{MET} for the first time since March 2020.", "2025", id="since when they had not met"),
        pytest.param(
            f"{WANG} will meet {PEZESHKIAN} in March.", "2026-03", id="a deed to come in the next March"
        ),
        pytest.param(f"In March 2026 {WANG} will meet {PEZESHKIAN}.", "2026-03", id="a month with its year"),
        pytest.param(f"{MET} three days ago.", "2025-09-30", id="days ago"),
        pytest.param(f"{MET} a year ago.", "2024", id="a year ago"),
        pytest.param(f"{MET} over the weekend.", "2025-09", id="over the weekend"),
        pytest.param(
            f"{WANG} will meet {PEZESHKIAN} in the autumn of next year.", "2026", id="a season of next year"
        ),
        pytest.param(f"{MET} to hail the truce of late July.", "2025", id="the day of another thing"),
        pytest.param(f"In Baku on Monday {MET}.", "2025-09-29", id="a place and a day in front"),
        pytest.param(
            f"BAKU, October 2 - {MET}.", "2025-10-02", id="the day of the dateline, where none is told"
        ),
        pytest.param(f"BAKU, October 2 - {MET} on Monday.", "2025-09-29", id="not the day of the dateline"),
        pytest.param(
            f"The chair stood empty on Monday as {MET}.", "2025-09-29", id="as, on the day of the main clause"
        ),
        pytest.param(
            f"The chair stood empty on Monday, when {MET}.",
            "2025-09-29",
            id="when, on the day of the main clause",
        ),
    ],
)
def test_the_day_of_a_meeting(read: Read, text: str, day: str | None) -> None:
    assert days(read(text, published=PUBLISHED)) == [day]


@pytest.mark.parametrize(
    ("coming", "when", "visit", "meeting"),
    [
        pytest.param("will soon go", "on Sunday", "2025-10-05", "2025-09-28", id="a day"),
        pytest.param("is to go", "in March", "2026-03", "2025-03", id="a month"),
    ],
)
def test_a_date_lies_behind_for_what_is_past_whatever_is_to_come(
    read: Read, coming: str, when: str, visit: str, meeting: str
) -> None:
    record = read(f"{WANG}, who {coming} to Baku, met {PEZESHKIAN} {when}.", published=PUBLISHED)
    assert (days(record, "visit"), days(record)) == ([visit], [meeting])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            f"{WANG} will visit Tehran, his office said on Sunday.", None, id="the day of the saying"
        ),
        pytest.param(
            f"{WANG} will visit Tehran on Monday, his office said on Sunday.",
            "2025-10-06",
            id="the day of the visit beside that of the saying",
        ),
        pytest.param(
            f"{WANG} visited Tehran on Sunday, his office said.", "2025-09-28", id="no day of the saying"
        ),
        pytest.param(
            f"{WANG} is to pay an official visit to Tehran on Monday.", "2025-10-06", id="is to pay"
        ),
    ],
)
def test_the_day_of_a_visit(read: Read, text: str, day: str | None) -> None:
    assert days(read(text, published=PUBLISHED), "visit") == [day]


def test_days_are_counted_on_from_meeting_to_meeting(read: Read) -> None:
    text = (
        f"{MET} on 4 May 2024. Two days later Wang Yi met Iranian Foreign Minister Abbas Araghchi. "
        "Three days earlier Wang Yi had met Pakistani Foreign Minister Ishaq Dar."
    )
    assert days(read(text, published=PUBLISHED)) == ["2024-05-04", "2024-05-06", "2024-05-01"]
