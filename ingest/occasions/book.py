"""The events of an article while it is read: which occasion a noun or a deed means, and what is known of each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile

from graph.record import Attendance, Event
from graph.reference import BodyEntry
from ingest.actors import Cast
from ingest.dates import FoundDate
from ingest.docs import Page, Sentence
from ingest.occasions.drafts import (
    PAIR_KINDS,
    Draft,
    agree,
    agree_days,
    is_far,
    kinds_agree,
    kinds_fit,
    names_agree,
    persons_agree,
    places_agree,
    take_days,
    take_season,
    take_setting,
)
from ingest.occasions.headings import dateline_place, dateline_state, find_headings
from ingest.occasions.nouns import Noun
from ingest.occasions.outcome import Occasions
from ingest.occasions.places import Place
from ingest.occasions.scene import PAIR
from ingest.occasions.vocabulary import title_noun
from ingest.rules import Rule
from ingest.skips import Skipped

_TALKS = frozenset({None, "bilateral", "consultation", "summit", "ministerial"})
#: Nouns for what two parties have with one another, where they had.
_PAIR_TALKS = frozenset({"talks", "conversation", "conversations"})
_NAMES = {"bilateral": "meeting", "call": "telephone call", "consultation": "meeting"}
#: Minutes name who has the floor by his state: `Rosemary DiCarlo (United States)`, `China’s representative`.
_FLOOR = re.compile(
    r"\b[A-ZÀ-Þ][\w’'-]+ \([A-Z][\w .’'-]+\),? |[’']s? (?:representative|delegate|speaker)\b|\brepresentatives? of "
)
_MINUTES = 4
_NEAR = 2
#: How many characters a place stands from the day that tells an occasion apart: `the talks at Camp David in 2000`.
_BESIDE = 40
#: So many of the occasions last spoken of count; a paragraph of sound news has far fewer.
_LATELY = 200
#: And so many when the same meet again.
_REMEMBERED = 500
_RUN = 3
#: So many people make a gathering that no words name.
_CROWD = 4
#: Down to this paragraph the forum of a numbered heading is told.
_HEADING = 2


class Book:
    """The reading of one page's occasions."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self._drafts: list[Draft] = []
        self._numbered: list[Draft] = []
        self._large: list[Draft] = []
        self._touched: list[tuple[int, Draft]] = []
        self._touched_in: defaultdict[int, list[Draft]] = defaultdict(list)
        self.forum: str | None = None
        self.bloc: str | None = None
        self.topic: str | None = None
        self._skipped: list[Skipped] = []
        self._blocks = _blocks(page)
        self.home = dateline_state(page, cast)
        self.headings = dict(find_headings(page))
        self.are_minutes = len(_FLOOR.findall(page.text)) >= _MINUTES

    # --- what is spoken of -------------------------------------------------------------------------------------------

    @property
    def main(self) -> Draft | None:
        """The gathering first spoken of with a forum or number, else the first gathering, else the first meeting."""
        ranked = (
            (d for d in self._numbered if d.is_own and d.kind not in PAIR_KINDS),
            (d for d in self._large if d.is_gathering and d.is_own and d.kind != "other"),
            (d for d in self._drafts if d.kind not in {"visit", "call"} and d.people),
            (d for d in self._numbered),
        )
        return next(chain(*ranked), None)

    def _begin(self, draft: Draft) -> None:
        """Keep an occasion; those with a forum or number, and those of more than a pair, are kept apart too."""
        self._drafts.append(draft)
        if draft.forum or draft.ordinal:
            self._numbered.append(draft)
        if draft.kind not in PAIR_KINDS:
            self._large.append(draft)

    def focus(self, paragraph: int) -> Draft | None:
        """The gathering spoken of: the last one in this paragraph, else the article's own (a list under dates has
        none).
        """
        if paragraph in self.headings:
            return self.last_in(paragraph)
        here = [d for d in self._lately(paragraph) if d.is_gathering and d.is_own]
        whole = next((d for d in here if d.kind != "other"), None)
        return whole or self.main or next(iter(here), None)

    def last_in(self, paragraph: int, *, coming: bool = True) -> Draft | None:
        """The occasion last spoken of in a paragraph, a meeting of two included, but for visits and calls."""
        here = (d for d in self._lately(paragraph) if d.kind not in {"visit", "call"})
        return next((d for d in here if d.is_own or (coming and not d.margin)), None)

    def here(self, offset: int) -> Place | None:
        """The place that the text is datelined from: `arrived here on Saturday`."""
        name = dateline_place(self._page)
        return Place(offset, offset, name, self.home) if name and self.home else None

    def held_at(self, place: str) -> Draft | None:
        """The gathering told of last that is held at a place."""
        here = (d for d in reversed(self._large) if d.place == place and d.is_gathering)
        return next(here, None)

    def _lately(self, paragraph: int) -> list[Draft]:
        """The occasions spoken of in a paragraph, or in its run of single sentences, as wires write; the last first."""
        return self._touched_in[self._blocks[paragraph]][: -_LATELY - 1 : -1]

    def present(self, paragraph: int) -> list[list[str]]:
        """Who took part in the occasions spoken of in this paragraph and the two before, the last one first."""
        near = self._since(paragraph - _NEAR)
        near += [self.main] if self.main is not None else []
        unique = {id(d): d for d in near}.values()
        return [[a for a, (status, _) in d.people.items() if status != "absent"] for d in unique if d.people]

    def visitors(self) -> list[str]:
        """Who pays the visits told so far, the last one first."""
        visits = [d for d in reversed(self._drafts) if d.kind == "visit"]
        return [next(iter(d.people)) for d in visits if d.people]

    def _since(self, paragraph: int) -> list[Draft]:
        """The occasions spoken of in a paragraph and after it, the last one first."""
        lately = takewhile(lambda row: row[0] >= paragraph, reversed(self._touched))
        return [draft for _, draft in islice(lately, _LATELY)]

    def last_of(self, kind: str) -> Draft | None:
        """The occasion of a kind last spoken of."""
        return next((d for _, d in reversed(self._touched) if d.kind == kind), None)

    def touch(self, draft: Draft, paragraph: int, offset: int) -> None:
        """Note that an occasion is spoken of at an offset."""
        draft.anchors.append(offset)
        self._touched.append((paragraph, draft))
        self._touched_in[self._blocks[paragraph]].append(draft)

    # --- nouns -------------------------------------------------------------------------------------------------------

    def named(self, noun: Noun, when: FoundDate | None, where: Place | None, paragraph: int) -> Draft | None:
        """The draft that a noun means: one already there, or a new one; None where a definite noun points at
        nothing.
        """
        forum = self._forum_of(noun)
        known = self._known(noun, forum, when)
        bare = forum is None and noun.ordinal is None and not noun.other
        opens = paragraph <= _HEADING and not noun.margin
        if known is None and forum is not None and noun.ordinal is None and not noun.other and opens:
            known = self._headed(forum, when)
        if known is None and bare and noun.is_part and self.focus(paragraph) is not None:
            return self.focus(paragraph)
        if known is None and bare and (noun.definite or noun.pointing) and not noun.specified:
            known = self._pointed_at(noun, when, where, paragraph)
            told_apart = when is not None and where is not None and where.start > when.start - _BESIDE
            if known is None and noun.generic and self.main is not None and not told_apart:
                return None
        if known is None:
            known = self._presumed_as(noun, forum)
        if known is None:
            known = Draft(noun.kind, noun.name, forum, noun.ordinal, coming=noun.coming, margin=noun.margin)
            self._begin(known)
        known.settle(when, where)
        return known

    def _presumed_as(self, noun: Noun, forum: str | None) -> Draft | None:
        """The gathering that was presumed, where words name it after all."""
        aside = (
            noun.coming
            or noun.margin
            or noun.other
            or not noun.definite
            or noun.kind in {*PAIR_KINDS, "other"}
        )
        draft = None if aside else next((d for d in self._large if d.presumed), None)
        if draft is not None:
            draft.presumed, draft.kind, draft.name = False, noun.kind or draft.kind, noun.name
            draft.forum, draft.ordinal = forum, noun.ordinal
            if forum or noun.ordinal:
                self._numbered.append(draft)
        return draft

    def presume(self) -> Draft:
        """The gathering that an article is of though no words name it: `Chirac and Kohl were there`."""
        kind, name = title_noun(self._page.article.title or "") or ("other", "gathering")
        draft = Draft(kind, name, presumed=True)
        self._begin(draft)
        return draft

    def _forum_of(self, noun: Noun) -> str | None:
        """The forum of a noun; a round that comes without one is of the forum spoken of."""
        if noun.forum is not None or noun.kind in PAIR_KINDS or noun.linked:
            return noun.forum
        if not (noun.ordinal or noun.other):
            return None
        return (self.main.forum if self.main else None) or self.forum

    def _known(self, noun: Noun, forum: str | None, when: FoundDate | None) -> Draft | None:
        if noun.other or (forum is None and noun.ordinal is None):
            return None
        for draft in reversed(self._numbered):
            same = draft.forum == forum and noun.ordinal in {None, draft.ordinal}
            if same and kinds_agree(draft.kind, noun.kind) and self._may_be(draft, when):
                return draft
        fitting = (d for d in self._numbered if d.forum == forum and d.ordinal is None and not d.coming)
        alike = (d for d in fitting if forum and agree(d.start, when) and kinds_agree(d.kind, noun.kind))
        return next(alike, None)

    def _may_be(self, draft: Draft, when: FoundDate | None) -> bool:
        """Whether an occasion may be of a date: news of an undated gathering is not of one of months ago."""
        if draft is self.main and draft.start is None and not draft.coming and when is not None:
            return not is_far(when.first, self._page.article.published or "")
        return agree(draft.start, when)

    def _headed(self, forum: str, when: FoundDate | None) -> Draft | None:
        """What the heading numbers and the first sentence names: `9,998th Meeting (AM)`, `The Security Council met
        …`.
        """
        main = self.main
        if main is None or main.forum is not None or main.ordinal is None or not agree(main.start, when):
            return None
        main.forum = forum
        self._numbered = [d for d in self._drafts if d.forum or d.ordinal]
        return main

    def _pointed_at(
        self, noun: Noun, when: FoundDate | None, where: Place | None, paragraph: int
    ) -> Draft | None:
        """What `the meeting`, `that visit`, `the summit` mean."""
        if noun.kind in {"visit", "call"}:
            last = self.last_of(noun.kind)
            return last if last is not None and places_agree(last, where) else None
        if noun.pointing and noun.generic:
            return next((d for _, d in reversed(self._touched) if d.kind != "visit"), None)
        here = [d for d in self._since(paragraph - 1) if d.kind != "visit"]
        if noun.generic or noun.head in {"reception", "audience"}:
            talks = [d for d in here if d.kind in _TALKS or d.is_gathering]
            if noun.head in _PAIR_TALKS | {"reception", "audience"}:
                talks.sort(key=lambda d: d.kind != "bilateral")
            candidates: Iterator[Draft] = chain(talks, filter(None, [self.main]), here)
        else:
            earlier = chain((d for _, d in reversed(self._touched)), reversed(self._drafts))
            every = islice(chain(here, filter(None, [self.main]), earlier), _REMEMBERED)
            candidates = iter(
                sorted((d for d in every if kinds_fit(noun, d)), key=lambda d: d.kind != noun.kind)
            )
        fitting = (
            d for d in candidates
            if self._may_be(d, when) and persons_agree(d, noun) and names_agree(d, noun)
        )  # fmt: skip
        return next((d for d in fitting if places_agree(d, where)), None)

    def merge(self, draft: Draft, into: Draft) -> None:
        """Take an occasion for another one: the talks that a visit is for."""
        if set(into.people) < set(draft.people) and not draft.forum and agree_days(draft.start, into.start):
            into.people.update({a: part for a, part in draft.people.items() if a not in into.people})
            self._drafts.remove(draft)
            self._touched = [(at, into if d is draft else d) for at, d in self._touched]
            into.anchors += draft.anchors

    # --- deeds -------------------------------------------------------------------------------------------------------

    def encounter(
        self,
        kind: str,
        parties: Sequence[str],
        when: FoundDate | None,
        where: Place | None,
        word: str = "",
        *,
        ahead: bool = False,
    ) -> Draft:
        """The draft of a meeting of just these parties, or a new one, named by a word for it; what lies `ahead` is none
        that was held.
        """
        wanted = set(parties)
        for draft in self._drafts[-_REMEMBERED:]:
            alike = draft.kind == kind or {draft.kind, kind} <= _TALKS
            alike = alike and not (
                kind == "visit" and where is not None and draft.place not in {None, where.name}
            )
            if (
                alike
                and not (ahead and draft.was_held)
                and draft.people.keys() == wanted
                and agree(draft.start, when)
                and not draft.forum
            ):
                break
        else:
            name = f"{word or _NAMES.get(kind, kind)} of {self._listed(parties)}"
            draft = Draft(kind, name, coming=ahead and kind != "visit")
            self._begin(draft)
        draft.settle(when, where)
        return draft

    def _listed(self, parties: Sequence[str]) -> str:
        names = [self._cast.actors[p].name for p in parties]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def skip(self, sentence: Sentence, reason: str) -> None:
        """Count a sentence that gave nothing."""
        self._skipped.append(Skipped("attendance", (sentence.start, sentence.end), reason))

    # --- the end -----------------------------------------------------------------------------------------------------

    def occasions(self) -> Occasions:
        """What was found, with an id for each event."""
        kept = [
            d
            for d in self._drafts
            if (d.people or d.hosts or (d.forum and (d.ordinal or d.start or d is self.main)))
            and not (d.presumed and len(d.people) < _CROWD)
        ]
        main = self.main
        if main is not None and main.place is None and main.was_held:
            main.place = dateline_place(self._page)
        for draft in kept:
            take_days(draft)
        for draft in kept:
            take_setting(draft, self._page.article.published or "")
            take_season(draft, self._page.article.published or "", main=draft is self.main)
        ids = {id(draft): f"e{number}" for number, draft in enumerate(kept, 1)}
        found = [(fact, rules) for draft in kept for fact, rules in self._attendance(draft, ids[id(draft)])]
        attendance = tuple(fact for fact, _ in found)
        anchors = sorted((a, ids[id(d)]) for d in kept for a in d.anchors)
        events = tuple(self._event(draft, ids[id(draft)]) for draft in kept)
        rules = tuple(rules for _, rules in found)
        return Occasions(events, attendance, tuple(anchors), rules, self._unread(attendance))

    def _unread(self, attendance: Sequence[Attendance]) -> tuple[Skipped, ...]:
        """The sentences that were skipped, but for those that another deed or noun of theirs made evidence."""
        read = {span for fact in attendance for span in fact.evidence}
        return tuple(skipped for skipped in self._skipped if skipped.span not in read)

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
        kinds = {self._cast.actors[a].kind in {"person", "office"} for a in draft.people}
        return "bilateral" if len(draft.people) == PAIR and len(kinds) == 1 else "consultation"

    def _attendance(self, draft: Draft, event_id: str) -> Iterator[tuple[Attendance, tuple[Rule, ...]]]:
        published = self._page.article.published or ""
        coming = bool(published) and (draft.start or "") > published[: len(draft.start or "")]
        for actor, (status, told) in draft.people.items():
            called_off = draft.cancelled and draft.kind == "visit"  # who calls a trip off stays away
            if actor == draft.forum or (draft.cancelled and status == "attended" and not called_off):
                continue
            expected = coming and status == "attended"
            known = "absent" if called_off else "expected" if expected else status
            yield Attendance(actor, event_id, known, tuple(told)), tuple(sorted(set().union(*told.values())))


def _blocks(page: Page) -> dict[int, int]:
    """Paragraph -> the paragraph that its run of single sentences begins with, at most three long."""
    lengths = Counter(s.paragraph for s in page.sentences)
    blocks: dict[int, int] = {}
    for number in sorted(lengths):
        before = blocks.get(number - 1)
        single = lengths[number] == 1 and lengths.get(number - 1) == 1
        blocks[number] = before if single and before is not None and number - before < _RUN else number
    return blocks
