"""The record that tests of the command line and of REST put into a graph: one meeting, a statement, a recognition."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

TEXT: Final = (
    "Foreign Minister Sergey Lavrov opened the sixth Moscow Format meeting on Friday. Tajikistan stayed away. "
    "“We stand for peace,” he said of the Taliban. Russia recognized Erewhon. No state recognizes Utopia."
)


def span(words: str) -> list[list[int]]:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return [[start, start + len(words)]]


OPENED: Final = span("Foreign Minister Sergey Lavrov opened the sixth Moscow Format meeting on Friday.")
ENTITIES: Final[list[dict[str, Any]]] = [
    {"id": "p1", "type": "person", "name": "Sergey Lavrov", "names": ["Sergey Lavrov"]},
    {"id": "s1", "type": "state", "name": "Russia", "iso3": "RUS"},
    {"id": "s2", "type": "state", "name": "Tajikistan", "iso3": "TJK"},
    {"id": "s3", "type": "state", "name": "Erewhon", "iso3": None},
    {"id": "s4", "type": "state", "name": "Utopia", "iso3": None},
    {"id": "o1", "type": "organization", "name": "Taliban", "names": ["Taliban"]},
    {"id": "f1", "type": "forum", "name": "Moscow Format", "names": ["Moscow Format"]},
    {
        "id": "e1",
        "type": "event",
        "name": "sixth Moscow Format meeting",
        "kind": "consultation",
        "forum": "f1",
        "ordinal": 6,
        "start": "2024-10-04",
        "end": None,
        "place": "Moscow",
        "hosts": ["s1"],
    },
]
FACTS: Final[list[dict[str, Any]]] = [
    {
        "type": "post",
        "person": "p1",
        "post": "Foreign Minister",
        "of": "s1",
        "status": "current",
        "evidence": OPENED,
    },
    {
        "type": "attendance",
        "participant": "p1",
        "event": "e1",
        "status": "attended",
        "evidence": OPENED,
    },
    {
        "type": "attendance",
        "participant": "s2",
        "event": "e1",
        "status": "absent",
        "evidence": span("Tajikistan stayed away."),
    },
    {
        "type": "statement",
        "speaker": "p1",
        "form": "direct",
        "text": "We stand for peace,",
        "about": ["o1"],
        "event": "e1",
        "evidence": span("“We stand for peace,” he said of the Taliban."),
    },
    {
        "type": "recognition",
        "from": "s1",
        "to": "s3",
        "status": "recognized",
        "date": None,
        "evidence": span("Russia recognized Erewhon."),
    },
    {
        "type": "recognition",
        "from": "*",
        "to": "s4",
        "status": "not_recognized",
        "date": None,
        "evidence": span("No state recognizes Utopia."),
    },
]


def a_record(id_: str = "wire-1") -> dict[str, Any]:
    """A record in the form of docs/annotation.md; a fresh one each time, for tests break it."""
    article = {
        "id": id_,
        "title": "Six meet",
        "publisher": "Steppe Wire",
        "published": "2024-10-04",
        "url": "https://wire.example/six",
        "language": "en",
        "text": TEXT,
    }
    return {"article": article, "entities": deepcopy(ENTITIES), "facts": deepcopy(FACTS)}
