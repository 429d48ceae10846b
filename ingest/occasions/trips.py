"""Who travels where, and who calls a trip off."""

from __future__ import annotations

from ingest.occasions.deeds import Deed
from ingest.occasions.drafts import Draft
from ingest.occasions.nouns import Noun
from ingest.occasions.places import Place
from ingest.occasions.presence import Presence

_TRIPS = frozenset({"trip", "trips", "visit", "visits", "tour", "journey"})


class Trips(Presence):
    """Puts those who visit, or were to, into the drafts of one scene."""

    def _visit(self, deed: Deed) -> None:
        people = self._scene.people(deed.subjects)
        places = [p for p in self._scene.places if 0 <= p.start - self._scene.items[deed.last - 1].end <= 20]
        words = self._scene.words
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
        draft = self._book.encounter("visit", people, self.when(deed), place)
        self.fill(draft, people, deed)
        draft.hosts.append(place.state)
        self._visit_here = draft
        for noun, talks in self._named:
            if talks is not None and noun.before == "for" and noun.first > deed.last and talks in self._met:
                self._book.merge(talks, draft)  # `is due in Belgrade for talks with Vucic`

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
        name = f"meeting of {self._scene.cast.actors[bodies[0]].name}"
        noun = Noun(deed.first, deed.last, "meeting", None, bodies[0], None, name, coming=not deed.mood.past)
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
