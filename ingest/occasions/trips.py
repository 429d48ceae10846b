"""Who travels where, and who calls a trip off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.dates import FoundDate
from ingest.occasions.deeds import Deed
from ingest.occasions.drafts import Draft
from ingest.occasions.nouns import meeting_of
from ingest.occasions.places import Place
from ingest.occasions.presence import Presence

#: Between the places of one journey.
_LISTING = re.compile(r"(?:[\s,;]|\b(?:and|then|to|in|on|at|later|from there|onward)\b)*")
#: How many characters behind a place its day stands.
_BESIDE = 24
_TRIPS = frozenset({"trip", "trips", "visit", "visits", "tour", "journey"})


class Trips(Presence):
    """Puts those who visit, or were to, into the drafts of one scene."""

    def _visit(self, deed: Deed) -> None:
        people = self._scene.people(deed.subjects)
        places = [p for p in self._scene.places if 0 <= p.start - self._scene.items[deed.last - 1].end <= 20]
        words = self._scene.words
        if not places and words[deed.last - 1] == "here":
            here = self._book.here(self._scene.items[deed.last - 1].end)
            places = [here] if here is not None else []
        purpose = [
            n for n, d in self._after(deed)
            if d.is_gathering and (n.before == "for" or words[max(0, n.first - 2) : n.first] == ["to", "attend"])
        ]  # fmt: skip
        if not places and people and not self._after(deed, 3):
            self._come_to_body(deed, people)
        if purpose or self._after(deed, 3) or not places:
            self._attend(deed)
            return
        place = places[0]
        beyond = self._scene.index_at(place.end)
        if self._scene.words[beyond : beyond + 2] == [",", "where"] and any(
            d.is_gathering for _, d in self._after(deed)
        ):
            self._attend(deed)  # `heads for Tianjin, where Xi hosts the summit`
            return
        home = {s for p in people for s in self._scene.cast.served(p)}
        if deed.mood.negative or not people or place.state is None or place.state in home:
            return
        draft = self._call_at(place, people, deed, self.when(deed))
        self._visit_here = draft
        for further, when in self._further(place, deed):
            if further.state is not None and further.state not in home:
                self._call_at(further, people, deed, when)
        for noun, talks in self._named:
            if talks is not None and noun.before == "for" and noun.first > deed.last and talks in self._met:
                self._book.merge(talks, draft)  # `is due in Belgrade for talks with Vucic`

    def _call_at(self, place: Place, people: list[str], deed: Deed, when: FoundDate | None) -> Draft:
        """The visit of some people to a place."""
        draft = self._book.encounter("visit", people, when, place)
        self.fill(draft, people, deed)
        draft.hosts += [place.state] if place.state is not None else []
        return draft

    def _further(self, place: Place, deed: Deed) -> Iterator[tuple[Place, FoundDate | None]]:
        """`is due in Manila on Friday and in Hanoi by Sunday`: the other places, each with its own day."""
        scene, last, apart = self._scene, place, False
        for further in (p for p in scene.places if p.start > place.end):
            between = scene.page.text[last.end : further.start]
            days = [d for d in scene.dates if last.end <= d.start < further.start]
            for day in days:
                between = between.replace(scene.page.text[day.start : day.end], "")
            if not _LISTING.fullmatch(between):
                return
            apart = apart or bool(days)
            own = next((d for d in scene.dates if 0 <= d.start - further.end <= _BESIDE), None)
            yield further, own if apart else self.when(deed)
            last = further

    def _come_to_body(self, deed: Deed, people: list[str]) -> None:
        """`Putin comes to the NATO-Russia Council`: to its meeting."""
        draft = self._meeting_of(deed) if not deed.mood.negative else None
        if draft is not None:
            self.fill(draft, people, deed)

    def _meeting_of(self, deed: Deed) -> Draft | None:
        """The meeting of the body to which something is done."""
        bodies = [
            i.actor for i in deed.objects[:1] if (body := self._scene.body(i)) is not None and body.meeting
        ]
        if not bodies:
            return None
        noun = meeting_of(self._scene, bodies[0], deed.first, deed.last)
        noun = replace(noun, coming=not deed.mood.past)
        return self._book.named(noun, self.when(deed), None, self._paragraph)

    def _stay_away(self, deed: Deed) -> None:
        """`boycotted the summit`; `has called off a trip to Kabul` tells of a visit that is none."""
        place = self._destination(deed)
        people = self._scene.people(deed.subjects)
        if place is None or not people or deed.mood.negative:
            self._attend(deed)
            return
        visit = self._book.encounter("visit", people, self._scene.when(deed.last), place)
        visit.cancelled = True
        self.fill(visit, people, deed, "absent")
        visit.hosts += [place.state] if place.state is not None else []

    def _destination(self, deed: Deed) -> Place | None:
        """The place of the trip that is called off."""
        if not _TRIPS & set(self._scene.words[deed.first : deed.last]):
            return None
        end = self._scene.items[deed.last - 1].end
        return next((p for p in self._scene.places if 0 <= p.start - end <= 8), None)
