"""A small graph to ask: two articles on one meeting and a recognition, as records; no reader is needed for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from graph.arrivals import Incoming
from graph.record import Record
from graph.reference import Reference
from graph.store import Store
from graph.update import add_records
from tests.graph.made_up import attends, body, event, holds, office, person, recognizes, record, says, state

MEETING: Final = "event/moscow-format-6"
LAVROV: Final = "official/sergey-lavrov"
RUSSIA: Final = "state/russia"
TALIBAN: Final = "organization/taliban"

_RUSSIA = state("ru", "Russia", "RUS")
_PAKISTAN = state("pk", "Pakistan", "PAK")
_TALIBAN = body("tb", "Taliban")
_LAVROV = person("lavrov", "Sergey Lavrov", "Lavrov")
_FORMAT = body("mf", "Moscow Format", type="forum")
_SIXTH = event(
    "sixth",
    "sixth Moscow Format meeting",
    "consultation",
    forum="mf",
    ordinal=6,
    start="2024-10-04",
    place="Moscow",
    hosts=["ru"],
)


def talks() -> list[Record]:
    """Two records: the meeting of October 2024, and what was said and recognized in 2025."""
    people = (
        _LAVROV,
        person("muttaqi", "Amir Khan Muttaqi"),
        person("khan", "Ali Khan"),
        person("silva", "Ana María Silva"),
    )
    meeting = record(
        "Six meet in Moscow",
        *people,
        *(_RUSSIA, _PAKISTAN, _TALIBAN, _FORMAT, _SIXTH, office("envoy", "Special Envoy", "pk")),
        facts=(
            holds("lavrov", "Foreign Minister", "ru"),
            attends("lavrov", "sixth"),
            attends("muttaqi", "sixth", "absent"),
            attends("khan", "sixth", "expected"),
            attends("silva", "sixth"),
            attends("envoy", "sixth"),
            says("lavrov", "the talks were useful", "tb", event="sixth"),
        ),
        id="wire-1",
        publisher="Steppe Wire",
        published="2024-10-05",
    )
    later = record(
        "A recognition",
        *(_LAVROV, _RUSSIA, _PAKISTAN, _TALIBAN),
        facts=(
            recognizes("ru", "tb", date="2025-07-03"),
            recognizes("pk", "tb", "not_recognized"),
            says("lavrov", "others will follow", "tb", form="direct"),
        ),
        id="wire-2",
        publisher="The Herald",
        published="2025-07-04",
    )
    return [meeting, later]


def put_talks(store: Store) -> None:
    """The graph holds the two records."""
    add_records(store, [Incoming(found) for found in talks()], Reference.load())


def written(folder: Path, *records: Record) -> Path:
    """A file of records, one a line."""
    file = folder / "records.jsonl"
    file.write_text(
        "".join(json.dumps(found.to_json(), ensure_ascii=False) + "\n" for found in records or talks()),
        encoding="utf-8",
    )
    return file
