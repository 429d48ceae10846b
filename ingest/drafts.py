"""The events of an article while it is read: which occasion a noun or a deed means, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.record import Attendance, Event, Span
from graph.reference import BodyEntry
from ingest.actors import Cast
from ingest.dates import FoundDate
from ingest.docs import Page, Sentence
from ingest.gatherings import Gathering
from ingest.places import Place
from ingest.skips import Skipped

#: Kinds that two parties have with one another; "the meeting" never means a visit or a call.
PAIR_KINDS = frozenset({"bilateral", "call", "visit", "signing"})
PAIR = 2
_NAMES = {"bilateral": "meeting", "call": "telephone call"}


@dataclass(frozen=True, slots=True)
class Occasions:
    """The events of an article and the attendance at them; `anchors` say from where on which one is spoken of."""

    events: tuple[Event, ...] = ()
    attendance: tuple[Attendance | Skipped, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()

    def at(self, offset: int) -> str | None:
        """The id of the event last spoken of before an offset; None where none was."""
        before = [event for start, event in self.anchors if start <= offset]
        return before[-1] if before else None


@dataclass(slots=True)
class Draft:
    """An event while the article is read; `people` maps actors to their status and the sentences that say so."""

    kind: str | None
    name: str
    forum: str | None = None
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    hosts: list[str] = field(default_factory=list)
    cancelled: bool = False
    future: bool = False
    people: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)
    anchors: list[int] = field(default_factory=list)

    def add(self, actor: str, status: str, span: Span) -> None:
        """Note an actor's part; what was said first stands, and its evidence grows."""
        known, spans = self.people.setdefault(actor, (status, []))
        if known == status and span not in spans:
            spans.append(span)
        elif known == "expected" and status != "expected":
            self.people[actor] = (status, [span])


class Book:
    """The reading of one page's occasions."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self._drafts: list[Draft] = []
        self._current: Draft | None = None
        self._main: Draft | None = None
        self._last: Draft | None = None
        self._last_paragraph = -1
        self.forum: str | None = None
        self.bloc: str | None = None
        self._skipped: list[Skipped] = []

    @property
    def current(self) -> Draft | None:
        """The gathering last spoken of: what "the meeting" means."""
        return self._current

    def gathering(self, found: Gathering, when: FoundDate | None, where: Place | None) -> Draft | None:
        """The draft that a noun means: one already there, or a new one."""
        known = self._known(found, when)
        if (
            known is None
            and found.definite
            and found.forum is None
            and found.ordinal is None
            and not found.other
        ):
            return self.last_visit if found.kind == "visit" else self._current
        if known is None:
            known = Draft(found.kind, found.name, self._forum_of(found), found.ordinal)
            self._drafts.append(known)
        if found.kind not in PAIR_KINDS and not _is_to_come(found):
            self._current = known
            self._main = self._main or known
        self.settle(known, when, where)
        return known

    def _forum_of(self, found: Gathering) -> str | None:
        carried = None
        if found.ordinal or found.other:
            carried = (self._current.forum if self._current else None) or self.forum
        return found.forum or (carried if found.kind not in PAIR_KINDS else None)

    def _known(self, found: Gathering, when: FoundDate | None) -> Draft | None:
        forum = self._forum_of(found)
        if forum is None or found.other:
            return None
        for draft in reversed(self._drafts):
            same = draft.forum == forum and found.ordinal in {None, draft.ordinal}
            if (
                same
                and (found.definite or found.ordinal or draft is self._current)
                and _agree(draft.start, when)
            ):
                return draft
        return next(
            (
                d
                for d in self._drafts
                if d.forum == forum and d.ordinal is None and _agree(d.start, when) and d.kind == found.kind
            ),
            None,
        )

    def encounter(self, kind: str, parties: list[str], when: FoundDate | None, where: Place | None) -> Draft:
        """The draft of a meeting of just these parties, or a new one."""
        for draft in self._drafts:
            same = draft.kind == kind and set(draft.people) == set(parties)
            if same and _agree(draft.start, when) and draft.forum is None:
                break
        else:
            draft = Draft(kind, f"{_NAMES.get(kind, kind)} of {self._listed(parties)}")
            self._drafts.append(draft)
        self.settle(draft, when, where)
        return draft

    def _listed(self, parties: list[str]) -> str:
        names = [self._cast.actors[p].name for p in parties]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    @staticmethod
    def settle(draft: Draft, when: FoundDate | None, where: Place | None) -> None:
        """Give a draft the date and place of a sentence, where it has none."""
        if when is not None and draft.start is None:
            draft.start, draft.end = when.first, when.last
        if where is not None and draft.place is None:
            draft.place = where.name

    def touched(self, draft: Draft, paragraph: int) -> None:
        """Note the occasion last spoken of, a meeting of two included."""
        self._last, self._last_paragraph = draft, paragraph

    def last_in(self, paragraph: int) -> Draft | None:
        """The occasion last spoken of in a paragraph, a meeting of two included."""
        return self._last if self._last_paragraph == paragraph else None

    @property
    def last_visit(self) -> Draft | None:
        """The visit last spoken of."""
        return next((d for d in reversed(self._drafts) if d.kind == "visit"), None)

    @property
    def main(self) -> Draft | None:
        """The gathering first spoken of."""
        return self._main

    def skip(self, sentence: Sentence, reason: str) -> None:
        """Count a sentence that gave nothing."""
        self._skipped.append(Skipped("attendance", (sentence.start, sentence.end), reason))

    # --- the end -----------------------------------------------------------------------------------------------------

    def occasions(self) -> Occasions:
        """What was found, with an id for each event."""
        kept = [d for d in self._drafts if d.people or (d.hosts and d.forum) or (d.forum and d.ordinal)]
        ids = {id(draft): f"e{number}" for number, draft in enumerate(kept, 1)}
        attendance = [fact for draft in kept for fact in self._attendance(draft, ids[id(draft)])]
        anchors = sorted((a, ids[id(d)]) for d in kept for a in d.anchors)
        events = tuple(self._event(draft, ids[id(draft)]) for draft in kept)
        return Occasions(events, (*attendance, *self._skipped), tuple(anchors))

    def _event(self, draft: Draft, event_id: str) -> Event:
        hosts = tuple(dict.fromkeys(h for h in draft.hosts if h != draft.forum))
        return Event(
            event_id,
            draft.name,
            self._kind(draft),
            draft.forum,
            draft.ordinal,
            draft.start,
            draft.end,
            draft.place,
            hosts,
            draft.cancelled,
        )

    def _kind(self, draft: Draft) -> str:
        if draft.kind:
            return draft.kind
        entry = self._cast.actors[draft.forum].entry if draft.forum else None
        if isinstance(entry, BodyEntry) and entry.meeting:
            return entry.meeting
        return "bilateral" if len(draft.people) == PAIR else "consultation"

    def _attendance(self, draft: Draft, event_id: str) -> Iterator[Attendance]:
        published = self._page.article.published or ""
        coming = len(draft.start or "") == len(published) and (draft.start or "") > published
        for actor, (status, spans) in draft.people.items():
            if actor == draft.forum or (draft.cancelled and status == "attended"):
                continue
            yield Attendance(
                actor, event_id, "expected" if coming and status == "attended" else status, tuple(spans)
            )


def _is_to_come(found: Gathering) -> bool:
    """`the next round`: spoken of in passing, "the meeting" goes on to mean the one at hand."""
    return found.other and bool({"next", "coming", "upcoming", "future"} & set(found.name.casefold().split()))


def _agree(start: str | None, when: FoundDate | None) -> bool:
    if start is None or when is None:
        return True
    shorter = min(len(start), len(when.first))
    return start[:shorter] == when.first[:shorter]
