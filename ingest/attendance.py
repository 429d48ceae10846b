"""Who attended, hosted, stayed away: the deeds of one sentence, put to the events of the article."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reference import BodyEntry
from ingest.actors import Cast
from ingest.clauses import Item, items_of
from ingest.dates import FoundDate, find_dates
from ingest.deeds import Deed, DeedFinder
from ingest.docs import Page, Sentence
from ingest.drafts import PAIR, Book, Draft
from ingest.gatherings import Gathering, find_gatherings
from ingest.places import Place, find_places

_BLOC = re.compile(r"\b(?:bloc|group|grouping|alliance|union|organi[sz]ation)[’']s\b")
_PEOPLE = frozenset({"ministers", "leaders", "members", "heads", "envoys", "presidents", "foreign"})
_ENCOUNTERS = {"call": "call", "by_phone": "call", "sign": "signing", "credentials": "other"}
#: What one tells a gathering makes one attend it; what one tells a person does not.
_ADDRESSING = frozenset({"told", "assured", "informed", "reminded", "welcomed"})
#: How many characters from an occasion's words its venue may stand.
_NEAR_BEFORE, _NEAR_AFTER = 60, 90


class SentenceReading:
    """The occasions of one sentence, put into the drafts of the article."""

    def __init__(self, book: Book, page: Page, cast: Cast, sentence: Sentence) -> None:
        self._book = book
        self._page = page
        self._cast = cast
        self._sentence = sentence
        self._span = (sentence.start, sentence.end)
        self._items = tuple(items_of(page, cast, sentence))
        self._dates = list(find_dates(page, sentence.start, sentence.end))
        self._places = list(find_places(page, cast, sentence))

    def read(self) -> None:
        """Put what the sentence tells into the book."""
        self._note_forum()
        deeds = list(DeedFinder(self._page, self._cast, self._items, *self._span).find())
        taken = {
            i for d in deeds if d.family in {"meet", "talks", "call", "visit"} for i in range(d.first, d.last)
        }
        named = [
            g for g in find_gatherings(self._items, self._cast, self._page.text) if g.last - 1 not in taken
        ]
        drafts = [(g, self._draft_of(g)) for g in named]
        for gathering, draft in drafts:
            if draft is not None:
                draft.anchors.append(self._items[gathering.first].start)
        for deed in deeds:
            if not deed.irrealis:
                self._do(deed, drafts)
        self._speak_at(drafts)
        self._take_the_floor()
        self._name_hosts(drafts)
        if deeds and all(d.irrealis for d in deeds):
            self._book.skip(self._sentence, "only wished, weighed or doubted")

    def _draft_of(self, gathering: Gathering) -> Draft | None:
        if gathering.forum is None and not gathering.definite and gathering.kind not in {"visit", "call"}:
            gathering = replace(gathering, forum=self._convening(gathering.first))
        if gathering.forum is None and _BLOC.search(gathering.name):
            gathering = replace(gathering, forum=self._book.bloc)
        when, where = self._when(gathering.first), self._where(gathering.last)
        return self._book.gathering(gathering, when, where)

    def _convening(self, index: int) -> str | None:
        """`Foreign ministers of the Lima Group wound up an emergency meeting`: the body whose people meet."""
        for position in range(2, index):
            body = self._items[position]
            before = [i.text.casefold() for i in self._items[max(0, position - 3) : position]]
            if body.kind == "state" and "of" in before and set(before) & _PEOPLE:
                kind = self._cast.actors[body.actor].kind
                return body.actor if kind in {"forum", "organization"} else None
        return None

    def _note_forum(self) -> None:
        """The forum last named, for a round that comes without one."""
        for item in self._items:
            entry = self._cast.actors[item.actor].entry if item.kind == "state" else None
            if isinstance(entry, BodyEntry) and entry.type == "forum":
                self._book.forum = item.actor
            if isinstance(entry, BodyEntry) and entry.meeting == "summit":
                self._book.bloc = item.actor

    def _speak_at(self, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        """`At an emergency session of the Council, Tammy Bruce defended …`: who speaks at it attends it."""
        for gathering, draft in drafts:
            before = self._items[gathering.first - 1].text.casefold() if gathering.first else ""
            article = before in {"a", "an"} and gathering.first > 1
            before = self._items[gathering.first - 2].text.casefold() if article else before
            if before not in {"at", "during"} or draft is None or draft.cancelled:
                continue
            speaker = self._main_subject()
            if speaker is not None:
                draft.add(speaker, "attended", self._span)

    def _name_hosts(self, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        """`host Malaysia`, `Host Pedro Sánchez welcomed`, `with Edi Rama as host`, `Russia brought them together`."""
        gathering = next((d for _, d in drafts if d is not None and d.kind != "visit"), self._spoken_of)
        if gathering is None:
            return
        for index, item in enumerate(self._items):
            words = [i.text.casefold() for i in self._items[max(0, index - 2) : index]]
            after = [i.text.casefold() for i in self._items[index + 1 : index + 10]]
            named = words[-1:] == ["host"] or words == ["host", "country"] or after[:2] == ["as", "host"]
            gathers = after[:1] in (["brought"], ["brings"]) and "together" in after
            if item.kind in {"state", "person"} and item.form != "city" and (named or gathers):
                gathering.hosts += self._served([item.actor])
                if item.kind == "person":
                    gathering.add(item.actor, "attended", self._span)

    def _take_the_floor(self) -> None:
        """`VASSILY NEBENZIA (Russian Federation) recalled …`: minutes name who speaks at the session in capitals."""
        first = next(iter(self._items), None)
        session = self._book.main
        if first is None or session is None or first.kind != "person":
            return
        capitals = first.text.isupper() and " " in first.text
        unnamed = first.form == "title" and session.kind == "session"
        if capitals or unnamed:
            session.add(first.actor, "attended", self._span)

    def _main_subject(self) -> str | None:
        """The person of whom the sentence's first finite verb in the past is said."""
        span = self._page.doc.char_span(*self._span, alignment_mode="expand")
        root = span.root if span is not None else None
        subject = next((t for t in root.lefts if t.dep_ == "nsubj"), None) if root is not None else None
        if root is None or subject is None or root.tag_ not in {"VBD", "VBN"}:
            return None
        start, end = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
        return next((i.actor for i in self._items if i.kind == "person" and start <= i.start < end), None)

    # --- when and where ----------------------------------------------------------------------------------------------

    def _when(self, index: int) -> FoundDate | None:
        """The date nearest after an item, else the nearest before it."""
        offset = self._items[min(index, len(self._items) - 1)].start
        after = [d for d in self._dates if d.start >= offset and not self._is_aside(d)]
        before = [d for d in self._dates if not self._is_aside(d)]
        return after[0] if after else (before[-1] if before else None)

    def _is_aside(self, found: FoundDate) -> bool:
        """`the truce of late July`, `since 1991`: not the date of what is told."""
        words = self._page.text[self._sentence.start : found.start].casefold().split()[-2:]
        return bool({"of", "since", "from", "until", "by"} & set(words))

    def _where(self, index: int) -> Place | None:
        offset = self._items[min(index, len(self._items) - 1)].start
        near = [p for p in self._places if -_NEAR_BEFORE <= p.start - offset <= _NEAR_AFTER]
        return min(near, key=lambda p: (p.start < offset, abs(p.start - offset)), default=None)

    # --- deeds -------------------------------------------------------------------------------------------------------

    def _do(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        match deed.family:
            case "meet" | "talks" | "call" | "by_phone" | "sign" | "received" | "credentials":
                self._encounter(deed, drafts)
            case "oath":
                self._oath(deed)
            case "receive" | "host":
                self._host(deed, drafts)
            case "visit":
                self._visit(deed, drafts)
            case "attend" | "absent":
                self._attend(deed, drafts)
            case "attended_by" | "with":
                self._attended_by(deed, drafts)
            case "send":
                self._send(deed, drafts)
            case "cancel":
                self._cancel(deed, drafts)

    def _people(self, items: tuple[Item, ...]) -> list[str]:
        return list(dict.fromkeys(i.actor for i in items if i.kind == "person"))

    def _parties(self, items: tuple[Item, ...]) -> list[str]:
        """The persons among the actors; where there are none, the states and bodies."""
        people = self._people(items)
        return people or list(dict.fromkeys(i.actor for i in items if i.kind == "state" and i.form != "city"))

    def _oath(self, deed: Deed) -> None:
        """`Irro was sworn in on Thursday`."""
        people = self._people(deed.subjects) or self._people(deed.objects)[:1]
        if people and not deed.negative:
            draft = self._book.encounter("other", people[:1], self._when(deed.first), self._where(deed.last))
            self._fill(draft, people[:1], deed)

    def _convenes(self, deed: Deed) -> None:
        """`The 15-member council met at ministerial level`: a body that meets holds a gathering."""
        bodies = [i for i in self._items[: deed.first] if i.kind == "state" and i.form != "city"]
        body = next((i for i in bodies if isinstance(self._cast.actors[i.actor].entry, BodyEntry)), None)
        if body is None:
            return
        kind = (
            "ministerial"
            if any(i.text.casefold() == "ministers" for i in self._items[: deed.first])
            else None
        )
        name = f"meeting of {self._cast.actors[body.actor].name}"
        other = any(
            i.text.casefold() in {"last", "next"} for i in self._items[max(0, deed.first - 3) : deed.first]
        )
        found = Gathering(deed.first, deed.last, kind, body.actor, None, not other, other, name)
        draft = self._draft_of(found)
        if draft is not None:
            draft.anchors.append(self._items[deed.first].start)

    def _encounter(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        if deed.negative:
            return
        after = next((d for g, d in drafts if deed.last <= g.first <= deed.last + 6 and d is not None), None)
        if deed.family == "meet" and not self._people(deed.objects):
            if after is not None and self._people(deed.subjects):
                self._fill(after, self._people(deed.subjects), deed)
                return
            if len(self._people(deed.subjects)) < PAIR:
                self._convenes(deed)
                return
        subjects, objects = self._people(deed.subjects), self._people(deed.objects)
        parties = list(dict.fromkeys([*subjects, *objects]))
        needed = objects if deed.family in {"received", "credentials"} else parties
        if len(parties) < PAIR or not needed:
            return
        kind = _ENCOUNTERS.get(deed.family, "bilateral")
        remote = any(i.text.casefold() in {"telephone", "phone", "video"} for i in self._items[deed.first :])
        if remote and kind == "bilateral":
            kind = "call"
        if len(parties) > PAIR + 1 and kind == "bilateral":
            kind = "consultation"
        draft = self._book.encounter(kind, parties, self._when(deed.first), self._where(deed.last))
        self._fill(draft, parties, deed)
        if deed.family == "received":
            draft.hosts += self._served(objects)

    def _fill(self, draft: Draft, parties: list[str], deed: Deed, status: str = "attended") -> None:
        if status == "attended" and (deed.future or (deed.present and self._is_ahead(draft))):
            status = "expected"
        for actor in parties:
            draft.add(actor, status, self._span)
        draft.anchors.append(self._items[deed.first].start)
        self._book.touched(draft, self._sentence.paragraph)

    def _is_ahead(self, draft: Draft) -> bool:
        """In the present tense a paper tells what is to come, unless the day has passed."""
        return draft.start is None or draft.start > (self._page.article.published or "")[: len(draft.start)]

    def _served(self, parties: list[str]) -> list[str]:
        """The state or body that each party is or serves."""
        served = []
        for actor in parties:
            kind = self._cast.actors[actor].kind
            served += self._cast.principals(actor)[:1] if kind in {"person", "office"} else [actor]
        return served

    def _host(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        """`Turkey hosted the summit`; `Lavrov received Muttaqi`."""
        after = [d for g, d in drafts if deed.last <= g.first <= deed.last + 8 and d is not None]
        before = [d for g, d in drafts if g.last <= deed.first and d is not None]
        if not after and self._is_relative(deed):
            after = before[-1:]
        subjects = self._parties(deed.subjects)
        if deed.negative or not subjects:
            return
        if after:
            after[0].hosts += self._served(subjects)
            self._fill(after[0], self._people(deed.subjects), deed)
        elif deed.family == "receive":
            guests = self._people(deed.objects)
            if guests and self._people(deed.subjects):
                parties = list(dict.fromkeys([*self._people(deed.subjects), *guests]))
                draft = self._book.encounter(
                    "bilateral", parties, self._when(deed.first), self._where(deed.last)
                )
                self._fill(draft, parties, deed)
                draft.hosts += self._served(self._people(deed.subjects)) if self._is_reception(deed) else []

    def _is_relative(self, deed: Deed) -> bool:
        """`the summit that Japan hosts`, `the discussions, which the EU and the UN chair jointly`."""
        return any(
            i.text.casefold() in {"that", "which"} for i in self._items[max(0, deed.first - 12) : deed.first]
        )

    def _is_reception(self, deed: Deed) -> bool:
        return self._items[deed.first].text.casefold() not in {
            "welcomed",
            "welcomes",
            "greeted",
            "entertained",
        }

    def _visit(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        people = self._people(deed.subjects)
        if any(deed.last <= g.first <= deed.last + 3 for g, _ in drafts):
            self._attend(deed, drafts)
            return
        place = next((p for p in self._places if 0 <= p.start - self._items[deed.last - 1].end <= 12), None)
        if deed.negative or not people or place is None:
            return
        home = {s for p in people for s in self._cast.principals(p)}
        if place.state is None or place.state in home:
            return
        draft = self._book.encounter("visit", people, self._when(deed.first), place)
        self._fill(draft, people, deed)
        draft.hosts.append(place.state)

    def _attend(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        draft = self._occasion_of(deed, drafts)
        parties = list(dict.fromkeys(i.actor for i in deed.subjects))
        if self._people(deed.subjects):
            parties = self._people(deed.subjects)
        parties = list(dict.fromkeys([*parties, *self._included(deed)]))
        if draft is None or not parties:
            return
        absent = (deed.family == "absent") != deed.negative
        self._fill(draft, parties, deed, "absent" if absent else "attended")
        if (
            self._items[deed.first].text.casefold() in {"chaired", "chairs", "co-chaired", "presided"}
            and not absent
        ):
            draft.hosts += self._served(parties)

    def _included(self, deed: Deed) -> list[str]:
        """`Some twenty heads of state had come, including Bola Tinubu of Nigeria`."""
        words = [i.text.casefold() for i in self._items[deed.last :]]
        marked = "including" in words or "among" in words
        return self._people(deed.objects) if marked else []

    def _occasion_of(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> Draft | None:
        """The gathering named after the deed, else before it in the sentence, else the one last spoken of."""
        after = [d for g, d in drafts if g.first >= deed.last and d is not None]
        before = [d for g, d in drafts if g.last <= deed.first and d is not None]
        if self._items[deed.first].text.casefold() in _ADDRESSING:
            return next((d for g, d in drafts if deed.last <= g.first <= deed.last + 3), None)
        if (
            self._items[deed.first].text.casefold() in {"was", "were", "accompanied"}
            and not before
            and not after
        ):
            return self._book.last_in(self._sentence.paragraph) or self._spoken_of
        return next(iter(after), None) or (before[-1] if before else self._spoken_of)

    @property
    def _spoken_of(self) -> Draft | None:
        return self._book.current

    def _attended_by(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        before = [d for g, d in drafts if g.last <= deed.first and d is not None]
        after = [d for g, d in drafts if g.first >= deed.last and d is not None]
        draft = (before or after)[-1] if before or after else self._spoken_of
        if draft is None or (deed.negative and deed.family != "with"):
            return
        if deed.negative:
            self._fill(draft, [i.actor for i in deed.objects], deed, "absent")
            return
        people = self._people(deed.objects)
        listed = (
            [i.actor for i in deed.objects if i.kind == "state" and i.form != "city"] if not people else []
        )
        self._fill(draft, people or listed, deed)
        word = self._items[deed.first].text.casefold()
        if word in {"brought", "brings", "bring"}:
            draft.hosts += self._served(self._parties(deed.subjects))
            self._fill(draft, self._people(deed.subjects), deed)
        elif any(
            w.text.casefold() in {"chaired", "co-chaired", "chairmanship", "co-chairmanship", "hosted"}
            for w in self._items[deed.first : deed.last]
        ):
            draft.hosts += self._served((people or listed)[:2])

    def _send(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        """`Ouattara sent Vice-President Koné`: one comes, the other stays away."""
        draft = self._occasion_of(deed, drafts)
        senders, sent = self._people(deed.subjects), self._people(deed.objects)
        if draft is None or not sent or deed.negative:
            return
        self._fill(draft, sent, deed)
        for actor in senders:
            draft.add(actor, "absent", self._span)

    def _cancel(self, deed: Deed, drafts: list[tuple[Gathering, Draft | None]]) -> None:
        before = [d for g, d in drafts if g.last <= deed.first and d is not None]
        if before and not deed.negative:
            before[-1].cancelled = True
