"""The occasions that an article speaks of, and who attended, was expected at or was absent from each."""

from __future__ import annotations

from dataclasses import dataclass

from graph.record import Attendance, Event
from ingest.actors import Cast
from ingest.docs import Page
from ingest.skips import Skipped


@dataclass(frozen=True, slots=True)
class Occasions:
    """The events of an article and the attendance at them; `at` tells which one a place in the text speaks of."""

    events: tuple[Event, ...] = ()
    attendance: tuple[Attendance | Skipped, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()

    def at(self, offset: int) -> str | None:
        """The id of the event at which something said there was said; None where it was said at none."""
        return None


def find_occasions(page: Page, cast: Cast) -> Occasions:
    """The occasions of a page."""
    return Occasions()
