"""Who was at an occasion and who stayed away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.clauses import Item
from ingest.occasions.deeds import Deed
from ingest.occasions.drafts import Draft
from ingest.occasions.filling import Filling
from ingest.occasions.nouns import Noun
from ingest.occasions.scene import PAIR
from ingest.occasions.vocabulary import vocabulary, word_set
from ingest.rules import Rule

_BESIDE = word_set("beside")
_CHAIRED = word_set("chaired")
_CHAIRING = word_set("chairing")
_IN_CHAIR = frozenset({"chair", "chairing", "presiding"})
_PRESENCE = (["in", "the", "presence", "of"], ["in", "the", "company", "of"])
_STAND_INS = word_set("stand_ins")
_STAYING = word_set("staying")
_TELLING = word_set("telling")


class Presence(Filling):
    """Puts those who attend, stay away or send somebody into the drafts of one scene."""

    def _attend(self, deed: Deed) -> None:
        if deed.family == "visit" and not self._after(deed):
            return
        draft = self._there(deed) or self._occasion_of(deed) or self._briefed(deed)
        actors = self._present(deed.subjects)
        actors = list(dict.fromkeys([*actors, *self._included(deed)]))
        if draft is None or not actors:
            return
        if deed.verb == "join" and self._after(deed):  # `joined Sikorski at the gathering`
            actors = list(dict.fromkeys([*actors, *self._scene.people(deed.objects)]))
        late = self._scene.words[deed.last : deed.last + 1] == ["until"]  # `did not arrive until coffee`
        absent = (deed.family == "absent") != deed.mood.negative and not late
        if absent and deed.verb not in _STAYING and self._goes_elsewhere(deed, draft):
            return
        self.fill(draft, actors, deed, "absent" if absent else "attended")
        if deed.verb in _CHAIRING and not absent:
            draft.hosts += self._scene.served(actors)

    def _there(self, deed: Deed) -> Draft | None:
        """`did not accept an invitation to Krakow`, `was not at Brdo`: the gathering held there, if it is told of."""
        if (deed.family != "absent" and not deed.mood.negative) or self._after(deed):
            return None
        end = self._scene.items[deed.last - 1].end
        place = next((p for p in self._scene.places if 0 <= p.start - end <= 8), None)
        return self._book.held_at(place.name) if place is not None and deed.verb not in _STAYING else None

    def _briefed(self, deed: Deed) -> Draft | None:
        """`briefs the Security Council on Friday`: a session of the body."""
        bodies = [
            i for i in deed.objects[:1]
            if (body := self._scene.body(i)) is not None and (body.meeting == "session" or "Council" in body.name)
        ]  # fmt: skip
        if deed.verb not in _TELLING or not bodies or (deed.verb in _CHAIRING and not deed.mood.past):
            return None
        name = f"session of {self._scene.cast.actors[bodies[0].actor].name}"
        noun = Noun(
            deed.first, deed.last, "session", "session", bodies[0].actor, None, name, coming=deed.mood.future
        )
        return self._book.named(noun, self.when(deed), None, self._paragraph)

    def _present(self, items: Sequence[Item]) -> list[str]:
        """The persons, and the states whose `representatives` are listed with them; the states where there are no
        persons.
        """
        people = self._scene.people(items)
        states = self._scene.powers(items)
        first = next((i for i in items if i.kind == "state"), None)
        before = self._scene.words[: self._scene.index_at(first.start)][-4:] if first is not None else []
        listed = set(before) & vocabulary().groups and set(before[-2:]) & {"of", "from"}
        return [*people, *states] if not people or listed else people

    def _come(self, deed: Deed) -> None:
        """`neither Miliband nor Kouchner came`, `the king came;`: to what is spoken of."""
        ends = self._scene.words[deed.last : deed.last + 1] in ([], ["."], [";"], [","])
        draft = self._spoken_of(deed)
        people = self._scene.people(deed.subjects)
        if ends and draft is not None and people:
            self.fill(draft, people, deed, "absent" if deed.mood.negative else "attended")

    def _goes_elsewhere(self, deed: Deed, draft: Draft) -> bool:
        """`will not go on to Athens`: no absence from what is held in another place."""
        place = next(
            (p for p in self._scene.places if 0 <= p.start - self._scene.items[deed.last - 1].end <= 8), None
        )
        return place is not None and draft.place not in {None, place.name} and not self._after(deed)

    def _included(self, deed: Deed) -> list[str]:
        """`Some twenty heads of state had come, including Bola Tinubu`, `took part together with Kulubaev`."""
        words = self._scene.words[deed.last :]
        beside = {("together", "with"), ("along", "with")} & set(pairwise(words)) or deed.verb == "co"
        named = {"including", "among", "alongside"} & set(words) or beside
        return self._present(deed.objects) if named else []

    def _attended_by(self, deed: Deed) -> None:
        if deed.verb == "bring" and self._is_brought(deed):
            self._brought_by(deed)
            return
        guests = self._present(deed.objects)
        draft = self._attended(deed, guests)
        if draft is None or (deed.mood.negative and deed.family != "with"):
            return
        if "represented" in self._scene.words[deed.first : deed.last]:
            self.fill(draft, self._scene.people(deed.subjects), deed, "absent")
            self.fill(draft, [] if deed.mood.negative else self._scene.powers(deed.subjects), deed)
        if deed.mood.negative:
            self.fill(draft, [i.actor for i in deed.objects], deed, "absent")
        elif deed.verb in {"as", "so"}:
            self._do_as(guests)
        else:
            self._attended_with(deed, draft, guests)

    def _attended(self, deed: Deed, guests: Sequence[str]) -> Draft | None:
        """The occasion at which guests are told to be; those who are brought together are at one of their own."""
        near = self._before(deed)[-1:] or self._after(deed)[:1]
        draft = self._told_of(deed) or (near[0][1] if near else self._spoken_of(deed))
        beside = deed.verb in _BESIDE or self._scene.words[deed.first : deed.last] in _PRESENCE
        if beside and self._met:
            return self._met[-1]
        if draft is None and deed.verb == "bring" and len(guests) > 1 and not deed.mood.negative:
            people = [*self._scene.people(deed.subjects), *guests]
            return self.meeting(self._kind_of(deed, people), people, deed)
        return draft

    def _attended_with(self, deed: Deed, draft: Draft, guests: Sequence[str]) -> None:
        """Put the guests into the occasion, and whoever brought or led them among its hosts."""
        for met in self._met[:-1] if deed.verb in _BESIDE else ():
            self.fill(met, guests, deed)
        self.fill(draft, guests, deed)
        if deed.verb == "bring":
            people = self._scene.people(deed.subjects)
            draft.hosts += self._scene.served(people or self._scene.powers(deed.subjects))
            self.fill(draft, people, deed)
        elif (_CHAIRED | _IN_CHAIR) & set(self._scene.words[deed.first : deed.last]):
            draft.hosts += self._scene.served(guests[:PAIR])

    def _is_brought(self, deed: Deed) -> bool:
        """`Lavrov and Kuleba, brought together by Çavuşoğlu`."""
        token = self._scene.token(deed.first)
        return (
            token is not None and token.tag_ == "VBN" and "together" in self._scene.words[deed.first : deed.last]
            and "by" in self._scene.words[deed.last : deed.last + 6]
        )  # fmt: skip

    def _brought_by(self, deed: Deed) -> None:
        """Those who are brought together meet, and by whom is the host."""
        brought, hosts = self._scene.people(deed.subjects), self._scene.people(deed.objects[:1])
        if len(brought) >= PAIR and not deed.mood.negative:
            people = [*brought, *hosts]
            draft = self.meeting(self._kind_of(deed, people), people, deed)
            draft.hosts += self._scene.served(hosts or self._scene.powers(deed.objects[:1]))

    def _do_as(self, actors: Sequence[str]) -> None:
        """`…, as was Zhang Ming`: his part is that of those just named."""
        if self._filled is not None and self._filled[1] != "absent":
            for actor in actors:
                self._filled[0].add(actor, self._filled[1], self._scene.span, Rule.ATTENDED_BY)

    def _send(self, deed: Deed) -> None:
        """`Ouattara sent Vice-President Koné`: one comes, the other not; `Qatar sent ministers to the meeting`."""
        draft = self._occasion_of(deed)
        senders, sent = self._scene.people(deed.subjects), self._scene.people(deed.objects)
        if self._sends_group(deed):
            senders, sent = [], self._scene.powers(deed.subjects)
        unnamed = self._sends_unnamed(deed)
        if draft is None or not (sent or unnamed) or deed.mood.negative:
            return
        self.fill(draft, sent, deed)
        for actor in senders:
            draft.add(actor, "absent", self._scene.span, Rule.SENT)

    def _sends_unnamed(self, deed: Deed) -> bool:
        """`Milei sent an ambassador to the summit`: somebody who stands for whoever stays at home."""
        token = self._scene.token(deed.last - 1)
        sent = [c for c in token.children if c.dep_ == "dobj"] if token is not None else []
        return any(t.lower_ in _STAND_INS for t in sent)

    def _sends_group(self, deed: Deed) -> bool:
        """`sent ministers to the meeting`: nobody by name."""
        scene = self._scene
        group = bool(set(scene.words[deed.last : deed.last + 3]) & vocabulary().groups)
        named = any(i.kind == "person" for i in scene.items[deed.last : deed.last + 5])
        return group and not named and bool(self._after(deed))

    def _cancel(self, deed: Deed) -> None:
        """`The talks were cancelled by the Azerbaijani side`, `Georgia called it off`: whoever does so is absent."""
        scene = self._scene
        named = [d for _, d in (*self._before(deed)[-1:], *self._after(deed, 4))]
        active = not deed.objects and bool({"it", "them"} & set(scene.words[deed.first : deed.last + 1]))
        draft = named[0] if named else self._book.last_in(self._paragraph) if active else None
        if deed.mood.negative:
            return
        if draft is None:
            if not active:
                self._cry_off(deed)
            return
        if draft.held_by_others(self._scene.span):  # what took place is not what was called off
            return
        draft.cancelled = True
        passive = "by" in scene.words[deed.last : deed.last + 6]
        visitors = draft.kind == "visit" and not draft.people
        agents = deed.objects if passive else deed.subjects if active or visitors else ()
        for actor in scene.people(agents) or scene.powers(agents):
            draft.add(actor, "absent", scene.span, Rule.ABSENT_NAMED)

    def _cry_off(self, deed: Deed) -> None:
        """`Ferrero-Waldner had cancelled on Tuesday`: not the occasion, but her part in it."""
        people = self._scene.people(deed.subjects)
        draft = self._spoken_of(deed) if people and not deed.objects else None
        if draft is not None:
            self.fill(draft, people, deed, "absent")
