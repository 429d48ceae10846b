"""What each deed of a sentence makes of its actors: who met whom, who received, visited, attended, stayed away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from ingest.clauses import Item
from ingest.occasions.book import Book
from ingest.occasions.deeds import Deed
from ingest.occasions.filling import Named, main_subject
from ingest.occasions.nouns import Noun, meeting_of
from ingest.occasions.scene import PAIR, PARTIES, Scene
from ingest.occasions.trips import Trips
from ingest.occasions.vocabulary import word_set

_FOR = word_set("for")
#: Whoever is welcomed with so many others comes to a gathering.
_MANY = 3
#: How many items behind the verb what is given stands: `hosted a state banquet for`.
_CLOSE = 4
#: How many behind it stands what guests are received for.
_FAR = 30
_WELCOMING = word_set("welcoming")
_GATHERING = word_set("meeting_heads")
_ALL_GUESTS = word_set("all_guests")
_TEAMS = word_set("gathering_teams")
_GROUPS = frozenset({"group", "grouping", "format", "members", "neighbours", "neighbors", "council"})
_SPEAKING = frozenset({"speak", "talk", "see", "exchange", "shake"})
_TALKS = frozenset({"meet", "met", "meeting", "talks", "negotiations", "consultations", "discussions"})
#: `met separately with`, `held separate meetings with`, `received each of them`.
_EACH = frozenset({"separately", "separate", "each"})
_CONVENING = frozenset({"convene", "gather", "assemble"})


class Parts(Trips):
    """Puts the deeds of one scene into the book."""

    def __init__(self, book: Book, scene: Scene, named: Named) -> None:
        super().__init__(book, scene, named)
        #: What each family of verbs does; those that are not here do nothing.
        self._handlers: Mapping[str, Callable[[Deed], None]] = {
            **dict.fromkeys(("meet", "call", "by_phone", "sign", "received", "credentials"), self._encounter),
            **dict.fromkeys(("receive", "host"), self._host),
            "attend": self._attend,
            "absent": self._stay_away,
            **dict.fromkeys(("attended_by", "with"), self._attended_by),
            "audience": self._grant,
            "bring": self._bring,
            "cancel": self._cancel,
            "come": self._come,
            "held": self._held,
            "hold": self._hold,
            "oath": self._oath,
            "send": self._send,
            "sit": self._sit,
            "visit": self._visit,
        }

    def knows(self, deed: Deed) -> bool:
        """Whether the deed may put somebody into an occasion."""
        return deed.family in self._handlers

    def do(self, deed: Deed) -> None:
        """Put what a deed tells into the book."""
        handler = self._handlers.get(deed.family)
        if handler is not None:
            handler(deed)

    def _grant(self, deed: Deed) -> None:
        """`gives an audience at his hotel to Ma`: he receives him."""
        if "audience" in self._scene.words[deed.last : deed.last + 8]:
            self._host(replace(deed, family="receive"))
        elif self._is_relative(deed) and [d.kind for _, d in self._before(deed)[-1:]] == ["other"]:
            self._host(replace(deed, family="host"))  # `the dinner that Saleumxay gave`

    # --- deeds -------------------------------------------------------------------------------------------------------

    def _oath(self, deed: Deed) -> None:
        """`Irro was sworn in on Thursday`."""
        people = self._scene.people(deed.subjects) or self._scene.people(deed.objects)[:1]
        if people and not deed.mood.negative:
            self.meeting("other", people[:1], deed, "inauguration")

    def _encounter(self, deed: Deed) -> None:
        if deed.mood.negative:
            return
        subjects, objects = self._scene.people(deed.subjects), self._scene.people(deed.objects)
        if deed.family == "meet" and subjects and not objects:
            objects = self._scene.teams(deed.objects)  # `will meet Arab League foreign ministers`
        subjects = subjects or self._sides(deed)
        if deed.family == "received" and not subjects and self._is_held_by(deed):
            return
        if not subjects and objects and deed.first == 0:  # `Meeting with Kaboré on Friday, Xi spoke of …`
            subjects = [a for a in [main_subject(self._scene)] if a is not None and a not in objects]
        if deed.family == "meet" and deed.verb in _CONVENING and self._convokes(deed):
            self._host(replace(deed, family="host"))
            return
        if deed.family == "meet" and self._gathers(deed, subjects, objects):
            return
        needed = (
            objects
            if deed.family in {"received", "credentials", "meet", "call"} and len(subjects) < PAIR
            else [*subjects, *objects]
        )
        if not needed or len({*subjects, *objects}) < PAIR or self._is_call_upon(deed):
            return
        for part in self._apart(deed, subjects, objects):
            draft = self.meeting(self._kind_of(deed, part), part, deed)
            if deed.family == "received":
                draft.hosts += self._hosting(objects, subjects, deed)
        self._attend_too(deed, [*subjects, *objects])

    def _sides(self, deed: Deed) -> list[str]:
        """`Iran and the United States held talks in Muscat on Saturday`: who met, at a place or on a day."""
        scene = self._scene
        meet = deed.family == "meet" and bool(_TALKS & set(scene.words[deed.first : deed.last]))
        named = any(d is not None and deed.first <= n.first < deed.last for n, d in self._named)
        if not meet or named or (self.when(deed) is None and scene.where(deed.last) is None):
            return []
        sides = scene.powers(deed.subjects)
        return sides if len(sides) >= PAIR and not scene.people(deed.objects) else []

    def _convokes(self, deed: Deed) -> bool:
        """`Mkapa convened his first session`, `the conference which the UN is convening`, `gathered diplomats`."""
        token = self._scene.token(deed.last - 1)
        things = (
            [c for c in token.children if c.dep_ == "dobj" and c.lower_ not in {"that", "which"}]
            if token
            else []
        )
        named = any(
            d is not None and n.first <= deed.last + 4 and n.first >= deed.last for n, d in self._named
        )
        guests = any(t.lower_ in _ALL_GUESTS for t in things)
        return named or guests or (self._is_relative(deed) and not things and bool(self._before(deed)))

    def _is_held_by(self, deed: Deed) -> bool:
        """`The 27th session is to be hosted by Saudi Arabia`: an occasion that somebody hosts."""
        near = [(n, d) for n, d in self._before(deed)[-1:] if d.kind not in {"visit", "call"}]
        hosted = near and "hosted" in self._scene.words[deed.first : deed.last]
        if hosted:
            near[0][1].hosts += self._scene.served(
                [i.actor for i in deed.objects[:PAIR] if i.kind in PARTIES]
            )
            self.fill(near[0][1], self._scene.people(deed.objects[:1]), deed)
        return bool(hosted)

    def _gathers(self, deed: Deed, subjects: Sequence[str], objects: Sequence[str]) -> bool:
        """`The ministers met for the third round`, `The Council met`: those who meet hold the occasion that is
        named.
        """
        within = ((n, d) for n, d in self._named if d is not None and deed.first <= n.first < deed.last)
        after = ((n, d) for n, d in self._after(deed, 6) if n.before in _FOR and d.is_gathering)
        named = next(chain(within, after), None)
        if named is not None and (subjects or objects):
            self.fill(named[1], list(dict.fromkeys([*subjects, *objects])), deed)
            return True
        if not objects and len(subjects) < PAIR:
            if deed.verb not in _SPEAKING:
                self._convenes(deed)
            return True
        return False

    def _is_call_upon(self, deed: Deed) -> bool:
        """`called on Putin to withdraw`, `called on the participants to go on`: no call."""
        last = self._scene.index_at(deed.objects[-1].start) if deed.objects else 0
        behind = self._scene.words[last + 1 : last + 3]
        return self._scene.words[deed.last - 1] == "on" and "to" in behind

    def _apart(self, deed: Deed, subjects: Sequence[str], objects: Sequence[str]) -> list[list[str]]:
        """`met Orban and, separately, Mirziyoyev`, `met separately with Orban and Mirziyoyev`: two meetings."""
        words = self._scene.words[deed.last :]
        told = {*words[:1], *self._scene.words[deed.first : deed.last]}
        if _EACH & told:  # `met separately with A and with B`, `received each of them: A, B and C`
            return [[*subjects, other] for other in objects]
        last = max((self._scene.index_at(i.start) for i in deed.objects), default=0)
        if self._scene.words[last + 1 : last + 2] == ["separately"]:  # `met A and B separately`
            return [[*subjects, other] for other in objects]
        if "separately" in words and len(objects) > 1:
            split = self._scene.items[deed.last + words.index("separately")].start
            halves = [
                [i.actor for i in deed.objects if i.actor in objects and (i.start < split) == first]
                for first in (True, False)
            ]
            return [[*subjects, *half] for half in halves if half]
        return [list(dict.fromkeys([*subjects, *objects]))]

    def _attend_too(self, deed: Deed, actors: Sequence[str]) -> None:
        """`X and Y talked at the summit`: they attended it."""
        for noun, draft in self._after(deed):
            if noun.before in {"at", "during"} and draft.is_gathering and not noun.margin:
                self.fill(draft, actors, deed)
                return

    def _convenes(self, deed: Deed) -> None:
        """`The 15-member council met at ministerial level`: a body that meets holds a gathering."""
        scene = self._scene
        bodies = [i for i in deed.subjects if self._is_body(i)]
        bodies += [
            i for i in scene.items[: deed.first] if i.kind == "state" and i.form != "city" and scene.body(i)
        ]
        if not bodies:
            self._gather(deed)
            return
        body = bodies[0]
        before = scene.words[: deed.first]
        kind = "ministerial" if "ministers" in before else None
        other = bool({"last", "next"} & set(before[-3:]))
        noun = meeting_of(scene, body.actor, deed.first, deed.last, kind)
        noun = replace(noun, coming=deed.mood.future, definite=not other, other=other)
        draft = self._book.named(noun, self.when(deed), scene.where(deed.last), self._paragraph)
        if draft is not None:
            self._book.touch(draft, self._paragraph, scene.items[deed.first].start)

    def _sit(self, deed: Deed) -> None:
        """`The Security Council on Monday discussed Yemen`: a body that sits holds a session."""
        known = ((i, self._scene.body(i)) for i in deed.subjects[:1])
        bodies = [i for i, body in known if body is not None and body.meeting == "session"]
        if not bodies or not deed.mood.past or deed.mood.negative or self.when(deed) is None:
            return
        name = f"session of {self._scene.cast.actors[bodies[0].actor].name}"
        noun = Noun(deed.first, deed.last, "session", "session", bodies[0].actor, None, name, definite=True)
        draft = self._book.named(noun, self.when(deed), self._scene.where(deed.last), self._paragraph)
        if draft is not None:
            self._book.touch(draft, self._paragraph, self._scene.items[deed.first].start)

    def _gather(self, deed: Deed) -> None:
        """`The foreign ministers of the Nordic-Baltic Eight met at Turku`: a gathering of a body that nobody lists."""
        before = self._scene.words[max(0, deed.first - 12) : deed.first]
        again = bool({"last", "previously"} & {*before[-3:], *self._scene.words[deed.last : deed.last + 1]})
        heads = [w for w in before if w in _GATHERING or (again and w in _GROUPS)]
        powers = self._scene.powers(deed.subjects)
        if not heads or self._scene.people(deed.subjects) or (powers and not _TEAMS & set(before)):
            return
        kind = (
            "ministerial"
            if "ministers" in before
            else "summit"
            if {"leaders", "presidents"} & set(before)
            else None
        )
        noun = Noun(
            deed.first,
            deed.last,
            "meeting",
            kind,
            self._book.main.forum if again and self._book.main is not None else None,
            None,
            f"meeting of {heads[-1]}",
            coming=deed.mood.future,
            other=again,
        )
        draft = self._book.named(noun, self.when(deed), self._scene.where(deed.last), self._paragraph)
        if draft is not None:
            self.fill(draft, powers, deed)

    def _is_body(self, item: Item) -> bool:
        return item.kind == "state" and self._is_body_of(item.actor)

    def _host(self, deed: Deed) -> None:
        """`Turkey hosted the summit`; `Lavrov received Muttaqi`."""
        reach = _FAR if deed.verb in _CONVENING or self._is_for(deed) else 10
        after = [d for n, d in self._after(deed, reach) if not n.linked or n.kind != "bilateral"]
        if not after and self._is_relative(deed):
            after = [d for n, d in self._named if d is not None and n.last <= deed.first][-1:]
        people = self._scene.people(deed.subjects)
        subjects = people or self._scene.powers(deed.subjects)
        guests = [p for p in self._scene.people(deed.objects) if p not in people]
        if deed.mood.negative or not subjects:
            return
        gathering = self._book.focus(self._paragraph)
        if not guests and not after and gathering is not None and self._receives_all(deed):
            self.fill(gathering, people, deed)
            gathering.hosts += self._scene.served(subjects) if deed.verb not in _WELCOMING else []
        elif (
            deed.verb in _WELCOMING
            and len(guests) >= _MANY
            and gathering is not None
            and gathering.is_gathering
        ):
            self.fill(gathering, [*people, *guests], deed)
        elif deed.family == "receive" and guests and people and not self._gives(deed):
            for part in self._apart(deed, people, guests):
                draft = self.meeting(self._kind_of(deed, part), part, deed)
                draft.hosts += self._hosting(people, guests, deed) if deed.verb not in _WELCOMING else []
        elif after:
            after[0].hosts += self._scene.served(subjects)
            invited = guests if self._is_for(deed) else self._invited(deed)
            self.fill(after[0], [*people, *invited], deed)
        elif guests and people and self._scene.words[deed.last - 1] == "to":  # `was host to Samaras`
            self._host(replace(deed, family="receive"))
        elif deed.family == "host":
            self._host_body(deed, subjects)

    def _host_body(self, deed: Deed, hosts: Sequence[str]) -> None:
        """`Canada played host to the Lima Group`: to its meeting."""
        draft = self._meeting_of(deed)
        if draft is not None:
            draft.hosts += self._scene.served(hosts)
            self.fill(draft, [a for a in hosts if self._scene.cast.actors[a].kind == "person"], deed)

    def _is_for(self, deed: Deed) -> bool:
        """`was host to Samaras and Anastasiades for the first trilateral summit`."""
        return any(n.before == "for" for n, d in self._after(deed, _FAR) if d.is_gathering)

    def _gives(self, deed: Deed) -> bool:
        """`hosted a banquet for Kim and his wife`: an occasion, and no guest, is what the verb acts on."""
        named = [n for n, _ in self._after(deed, _CLOSE)]
        people = (self._scene.index_at(i.start) for i in deed.objects if i.kind == "person")
        return bool(named) and named[0].last <= min(people, default=0) and deed.verb not in _WELCOMING

    def _invited(self, deed: Deed) -> list[str]:
        """`hosted a dinner at State House for Mattarella`: for whom it is held."""
        scene = self._scene
        behind = (i for i in range(deed.last, len(scene.items)) if scene.words[i - 1] == "for")
        return scene.people(scene.items[i] for i in behind if i not in scene.groups)

    def _receives_all(self, deed: Deed) -> bool:
        """`Mammadyarov, who hosted his colleagues`: those at the gathering spoken of."""
        token = self._scene.token(deed.last - 1)
        things = [c.lower_ for c in token.children if c.dep_ == "dobj"] if token is not None else []
        return bool(set(things) & _ALL_GUESTS)

    def _hosting(self, hosts: Sequence[str], guests: Sequence[str], deed: Deed) -> list[str]:
        """The state that receives: that of the host, else that of the place, else that of the dateline."""
        served = self._scene.served(hosts)
        place = self._scene.where(deed.last)
        foreign = self._scene.served(guests)
        near = [place.state] if place is not None else [self._book.home]
        return served or [state for state in near if state is not None and state not in foreign]

    def _is_relative(self, deed: Deed) -> bool:
        """`the summit that Japan hosts`, `the discussions, which the EU and the UN chair jointly`."""
        return bool({"that", "which"} & set(self._scene.words[max(0, deed.first - 12) : deed.first]))

    def _hold(self, deed: Deed) -> None:
        """`Wang and Doval held the 24th round`, `Morocco and the Polisario wrapped up two days of talks`."""
        named = [
            (n, d)
            for n, d in self._after(deed, 6)
            if d.kind not in {"visit", "call"} and n.before not in {"at", "in", "for"}
        ]
        actors = self._present(deed.subjects)
        if not named and self._is_relative(deed):  # `the talks which Clinton held with Arafat`
            named = self._before(deed)[-1:]
            actors = list(dict.fromkeys([*actors, *self._scene.people(deed.objects)]))
        if not named or not actors or deed.mood.negative:
            return
        theirs = [a for a in actors if named[0][0].theirs and self._is_body_of(a)]
        if theirs and named[0][1].forum is None:
            named[0][1].forum = theirs[0]  # `the ICGLR held its fifth summit`
        bodies = [a for a in actors if a == named[0][1].forum]
        self.fill(named[0][1], [a for a in actors if a not in bodies], deed)

    def _is_body_of(self, actor: str) -> bool:
        return self._scene.cast.actors[actor].kind in {"organization", "forum"}

    def _held(self, deed: Deed) -> None:
        """`at its summit, which was held in Samarkand yesterday`: its day and its place; `is to be held` lies ahead."""
        opens = self._scene.words[max(0, deed.first - 1) : deed.first]
        for _, draft in self._before(deed)[-1:]:
            draft.coming = draft.coming or (deed.mood.future and not draft.people)
            if opens in (["which"], ["that"]):
                draft.settle(self.when(deed), self._scene.where(deed.last))

    def _bring(self, deed: Deed) -> None:
        """`Trump brought the two leaders together`: who brings together hosts, and a person who does is there."""
        scene = self._scene
        until = next(
            (
                i
                for i in range(deed.last, min(len(scene.words), deed.last + 16))
                if scene.words[i] == "together"
            ),
            None,
        )
        if until is None or deed.mood.negative:
            return
        limit = scene.items[until].start
        within = [
            i for i in deed.objects if i.start < limit or scene.words[until + 1 : until + 2] == ["with"]
        ]
        brought = scene.people(within) or scene.powers(within)
        people = scene.people(deed.subjects)
        after = [d for n, d in self._after(deed, 20) if n.before == "for"]
        if after or len(scene.people(within)) < PAIR:
            draft = after[0] if after else self._spoken_of(deed)
            if draft is not None:
                self.fill(draft, [*people, *brought], deed)
        else:
            draft = self.meeting(self._kind_of(deed, [*people, *brought]), [*people, *brought], deed)
        if draft is not None:
            draft.hosts += scene.served(people or scene.powers(deed.subjects))
