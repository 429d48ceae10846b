"""What the reading of an article's occasions gives: its events, who took part, and where each is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from graph.record import Attendance, Event
from ingest.found import Found
from ingest.rules import Rule
from ingest.skips import Skipped

_offset = itemgetter(0)


@dataclass(frozen=True)
class Occasions:
    """The events of an article and the attendance at them; `anchors` say from where on which one is spoken of,
    `rules` what found each attendance, `skipped` what was no attendance.
    """

    events: tuple[Event, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    rules: tuple[tuple[Rule, ...], ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def found(self) -> Iterator[Found]:
        """Yield the attendance with what found it."""
        yield from (Found(fact, rules) for fact, rules in zip(self.attendance, self.rules, strict=True))

    def at(self, offset: int) -> str | None:
        """The id of the event last spoken of before an offset; None where none was."""
        last = bisect_right(self.anchors, offset, key=_offset) - 1
        return self.anchors[last][1] if last >= 0 else None

    def spoken_of(self, start: int, end: int) -> list[str]:
        """The ids of the events spoken of within [start, end), in order."""
        first, last = (bisect_left(self.anchors, offset, key=_offset) for offset in (start, end))
        return [event for _, event in self.anchors[first:last]]

    def event(self, event_id: str | None) -> Event | None:
        """The event of an id."""
        return self._by_id.get(event_id)

    def parts_in(self, event_id: str | None) -> Sequence[Attendance]:
        """The attendance at an event, in order."""
        return self._parts.get(event_id, ())

    @cached_property
    def _by_id(self) -> dict[str | None, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _parts(self) -> dict[str | None, list[Attendance]]:
        parts: dict[str | None, list[Attendance]] = {}
        for fact in self.attendance:
            if isinstance(fact, Attendance):
                parts.setdefault(fact.event, []).append(fact)
        return parts
