"""The occasions of one sentence, put into the book of the article: what its nouns name, what its deeds tell."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.actors import Cast
from ingest.dates import turned
from ingest.docs import Page, Sentence
from ingest.occasions.arguments import subject_of
from ingest.occasions.book import Book
from ingest.occasions.deeds import Deed, DeedFinder
from ingest.occasions.drafts import Draft
from ingest.occasions.evidence import why_nothing
from ingest.occasions.filling import is_wished, main_subject
from ingest.occasions.moods import Mood
from ingest.occasions.nouns import Noun, find_nouns, meeting_of
from ingest.occasions.parts import Parts
from ingest.occasions.pointers import Pointers
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import vocabulary, word_set
from ingest.rules import Rule

_ENDING = word_set("ending")
_SHUNNING = word_set("shunning")
_PAYING = word_set("paying")
_BLOCS = word_set("blocs")
_PEOPLE = word_set("people")
_PASSING = word_set("passing")
_BLOC = re.compile(r"\b(?:bloc|group|grouping|alliance|union|organi[sz]ation)[’']s\b")
_HOST_BEFORE = re.compile(r"\b[Hh]ost(?: country| nation)?,? (?:[A-Z]\w+ )?$")
_HOST_AFTER = re.compile(r"(?: as|, the|, as) host\b|, (?:the )?host of\b")
_LENGTH = re.compile(r"\b(two|three|four|five|six|\d)(?:-| )days?\b(?! ago)", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_OPENS = re.compile(r"\b[Aa]t the (?:start|opening|outset|end|close|beginning|conclusion) of (?:the )?$")
_HOLDERS = {"ministers": "ministerial", "leaders": "summit", "presidents": "summit"}
_TOGETHER = frozenset(
    {"ministers", "leaders", "presidents", "heads", "envoys", "premiers", "chiefs", "foreign"}
)
_ACTING = word_set("acting_together")
_MEETING = frozenset({"meet", "call", "visit", "receive", "by_phone"})
_TALK_NOUNS = frozenset({None, "bilateral", "call", "consultation", "summit", "visit", "other"})


def read_sentence(book: Book, page: Page, cast: Cast, sentence: Sentence) -> None:
    """Put what the sentence tells into the book."""
    scene = Scene(page, cast, sentence, book.headings.get(sentence.paragraph))
    Pointers(scene).settle(book.present(sentence.paragraph), book.visitors(), book.home)
    _note_forums(book, scene)
    deeds = list(DeedFinder(scene).find())
    taken = {i for d in deeds if d.family in _MEETING for i in range(d.first, d.last)}
    nouns = [] if page.text[slice(*scene.span)].isupper() else list(find_nouns(scene))
    nouns = [n for n in nouns if n.last - 1 not in taken or n.forum or n.ordinal]
    named: list[tuple[Noun, Draft | None]] = []
    parts = Parts(book, scene, named)
    named.extend((n, _draft(book, scene, parts, n)) for n in nouns)
    for noun, draft in named:
        if draft is not None and not noun.margin:
            book.touch(draft, sentence.paragraph, scene.items[noun.first].start)
    _act_together(book, scene, named)
    parts.starts = [d.first for d in deeds if d.family == "absent"]
    for deed in deeds:
        if not deed.mood.irrealis:
            parts.do(deed)
    _speak_at(scene, named)
    _come_for(scene, named)
    _name_hosts(book, scene, named)
    _take_the_floor(book, scene)
    book.topic = _topic(scene) or book.topic
    told = [deed for deed in deeds if parts.knows(deed)]
    if told and not any(draft.hosts for _, draft in named if draft is not None):
        book.skip(sentence, why_nothing(told))


def _act_together(book: Book, scene: Scene, named: list[tuple[Noun, Draft | None]]) -> None:
    """`Presidents of the CSTO agreed on Sunday to …`: in a lead, those who do so together have met."""
    if scene.sentence.paragraph > 1 or book.main is not None or any(d is not None for _, d in named):
        return
    root = next((t for t in scene.parsed if t.head.i == t.i and t.tag_ in {"VBD", "VBZ"}), None)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or subject.lower_ not in _TOGETHER or root.lemma_ not in _ACTING:
        return
    low, high = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
    bodies = [i for i in scene.items if low <= i.start < high and (body := scene.body(i)) and body.meeting]
    if not bodies:
        return
    first = scene.index_at(root.idx)
    noun = meeting_of(scene, bodies[0].actor, first, first + 1, _HOLDERS.get(subject.lower_))
    draft = book.named(noun, scene.when(first), scene.where(first), scene.sentence.paragraph)
    if draft is not None:
        book.touch(draft, scene.sentence.paragraph, scene.items[first].start)


def _draft(book: Book, scene: Scene, parts: Parts, noun: Noun) -> Draft | None:
    """The occasion that a noun means; a visit that is told anew is first asked who pays it."""
    if (noun.kind == "visit" and not noun.definite) or (noun.theirs and book.main is None):
        return _take_linked(book, scene, parts, noun) or _draft_of(book, scene, noun)
    return _draft_of(book, scene, noun) or _take_linked(book, scene, parts, noun)


def _note_forums(book: Book, scene: Scene) -> None:
    """The forum last named, for a round that comes without one."""
    for item in scene.items:
        body = scene.body(item)
        if body is not None and body.type == "forum":
            book.forum = item.actor
        if body is not None and body.meeting == "summit":
            book.bloc = item.actor


def _draft_of(book: Book, scene: Scene, noun: Noun) -> Draft | None:
    if noun.linked and _is_talk(noun):
        return None
    if noun.forum is None and (not noun.definite or noun.theirs) and noun.kind not in {"visit", "call"}:
        noun = replace(noun, forum=_convening(scene, noun.first) or _of_the_bloc(book, scene, noun))
    if noun.forum is None and _BLOC.search(noun.name):
        noun = replace(noun, forum=book.bloc)
    if is_wished(scene, noun) and noun.forum is None:
        return None
    noun = replace(noun, kind=noun.kind or _kind_by_holders(scene, noun))
    when, where = scene.setting(noun.first, noun.last, beside=noun.margin or noun.before in _PASSING)
    if when is not None and noun.coming:
        when = turned(when, scene.page, ahead=True)
    draft = book.named(noun, when, where, scene.sentence.paragraph)
    if draft is not None:
        _take_length(scene, noun, draft)
        if when is not None and _ends(scene, noun):
            draft.close(when)
    return draft


def _kind_by_holders(scene: Scene, noun: Noun) -> str | None:
    """`The G20 foreign ministers concluded their meeting`: a ministerial; of leaders it is a summit."""
    verb = scene.governor(noun.last - 1)
    subject = subject_of(verb) if verb is not None and noun.generic else None
    return _HOLDERS.get(subject.lower_) if subject is not None else None


def _take_length(scene: Scene, noun: Noun, draft: Draft) -> None:
    """`the three-day meeting`, `two days of talks`."""
    found = _LENGTH.search(
        scene.page.text, scene.items[max(0, noun.first - 3)].start, scene.items[noun.last - 1].end
    )
    if found is not None and not draft.days:
        draft.days = _COUNTS.get(found[1].casefold()) or int(found[1])


def _ends(scene: Scene, noun: Noun) -> bool:
    """`the summit ended on Saturday`, `Japan closed its conference yesterday`."""
    verb = scene.governor(noun.last - 1)
    return verb is not None and verb.lemma_ in _ENDING


def _is_talk(noun: Noun) -> bool:
    """Whether a noun with actors tied to it is a meeting of just these."""
    return (
        noun.forum is None
        and noun.kind in _TALK_NOUNS
        and (noun.ordinal is None or noun.link in {"of", "between"})
    )


def _convening(scene: Scene, index: int) -> str | None:
    """`Foreign ministers of the Lima Group wound up an emergency meeting`, `Arab League leaders end a summit`: the body
    whose people meet.
    """
    for position in range(index):
        body = scene.items[position]
        before = scene.words[max(0, position - 8) : position]
        of = "of" in before and set(before) & _PEOPLE
        if body.kind == "state" and (of or set(scene.words[position + 1 : position + 4]) & _PEOPLE):
            kind = scene.cast.actors[body.actor].kind
            return body.actor if kind in {"forum", "organization"} else None
    return None


def _of_the_bloc(book: Book, scene: Scene, noun: Noun) -> str | None:
    """`The 15-nation bloc had labelled it a coup at an emergency summit`: the bloc's own."""
    before = scene.words[: noun.first]
    return (
        book.bloc if noun.kind in {"summit", "session"} and _BLOCS & set(before) and "the" in before else None
    )


def _take_linked(book: Book, scene: Scene, parts: Parts, noun: Noun) -> Draft | None:
    """`talks between A and B`, `A’s meeting with B`, `In talks with B, A said …`, `A’s visit to P`: the occasion of
    these.
    """
    verb = scene.governor(noun.last - 1)
    paid = verb is not None and verb.lemma_ in _PAYING
    if noun.kind == "visit" and not noun.linked and (noun.before in {"on", "during"} or noun.own or paid):
        return _take_visit(book, scene, parts, noun, _visitor(scene, noun))
    if not (noun.linked or noun.theirs) or not _is_talk(noun) or is_wished(scene, noun):
        return None
    deed = _deed_of(scene, noun)
    actors = list(noun.linked)
    if noun.theirs and not actors:
        actors = [i.actor for i in scene.items[: noun.first] if i.kind == "person"][-2:]
    lead = None
    if noun.link == "with" or (noun.before == "for" and actors):
        lead = _lead_before(scene, noun)
        if lead is None or lead in actors:  # `A meeting with Tymoshenko followed`
            lead = book.topic if noun.link == "with" else lead
    shunned = lead is not None and _is_shunned(scene, noun)
    actors = [lead, *actors] if lead is not None and not shunned else actors
    people = [a for a in dict.fromkeys(actors) if scene.cast.actors[a].kind in {"person", "office"}]
    actors = list(noun.linked) if not people and _is_of_sides(scene, noun) else people
    if noun.kind == "visit":
        return _take_visit(book, scene, parts, noun, actors)
    if len(actors) < 2 and not (noun.kind == "other" and actors):
        return None
    kind = noun.kind or ("bilateral" if len(actors) == 2 else "consultation")
    draft = parts.meeting(kind, actors, deed, noun.head if kind == "other" else "")
    if lead is not None and shunned:
        draft.add(lead, "absent", scene.span, Rule.ABSENT_NAMED)
    return draft


def _is_of_sides(scene: Scene, noun: Noun) -> bool:
    """`Talks between Iran and the United States began in Muscat`: an occasion of the two, where it is told when or
    where; `no sign of an encounter between` them is none.
    """
    denied = {"no", "not", "without", "never"} & set(scene.words[max(0, noun.first - 5) : noun.first])
    return noun.link == "between" and not denied and any(scene.setting(noun.first, noun.last, beside=False))


def _is_shunned(scene: Scene, noun: Noun) -> bool:
    """`Fico has pulled out of Friday’s lunch with Orbán`: he is absent."""
    verb = scene.governor(noun.last - 1)
    return verb is not None and verb.lemma_ in _SHUNNING


def _take_visit(book: Book, scene: Scene, parts: Parts, noun: Noun, actors: list[str]) -> Draft | None:
    """`A’s visit to P`, `A, on a visit to P`, `his first visit to P`: one visits, and the state of the place
    receives.
    """
    ends = [scene.items[noun.last - 1].end]
    ends += [i.end for i in scene.items[noun.last :] if i.actor in actors][:1]
    place = next((p for p in scene.places if any(0 <= p.start - end <= 12 for end in ends)), None)
    home = {s for a in actors for s in scene.cast.served(a)}
    state = place.state if place is not None else _visited(book, scene, noun, actors)
    if len(actors) != 1 or state is None or state in home:
        return None
    when = scene.when(noun.first)
    visit = book.encounter("visit", actors, when, place)
    _take_length(scene, noun, visit)
    if when is not None and _ends(scene, noun):
        visit.close(when)
    parts.fill(visit, actors, _deed_of(scene, noun))
    visit.hosts.append(state)
    return visit


def _visited(book: Book, scene: Scene, noun: Noun, actors: list[str]) -> str | None:
    """`Mirziyoyev received Blinken, who is on a visit to our country`: the state of whoever receives, or of the
    dateline.
    """
    after = scene.words[noun.last : noun.last + 3]
    if noun.before != "on" or (
        after[:1] == ["to"] and after[2:] not in (["country"], ["kingdom"], ["republic"])
    ):
        return None
    others = [i.actor for i in scene.items[: noun.first] if i.kind == "person" and i.actor not in actors]
    return next(iter(scene.served(others)), book.home)


def _visitor(scene: Scene, noun: Noun) -> list[str]:
    """Who is `on a visit`, `during his visit`: the person of whom the sentence is, or else the last one before."""
    before = [i.actor for i in scene.items[: noun.first] if i.kind == "person"]
    lead = _lead_before(scene, noun)
    return [lead] if lead is not None else before[-1:]


def _deed_of(scene: Scene, noun: Noun) -> Deed:
    """A noun as a deed, for the time of it."""
    before = scene.words[max(0, noun.first - 12) : noun.first]
    future = bool(set(before) & (vocabulary().future - {"to", "would"})) or noun.coming
    return Deed("talks", noun.head, noun.first, noun.last, (), (), Mood(future=future))


def _lead_before(scene: Scene, noun: Noun) -> str | None:
    """The person of whom the verb before a noun is said: `Dar had talks with Wang`; else of whom the sentence is."""
    token = scene.governor(noun.last - 1)
    subject = subject_of(token) if token is not None else None
    if subject is None:
        return None
    low, high = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
    inside = (i.actor for i in scene.items if i.kind == "person" and low <= i.start < high)
    return next(inside, None)


def _speak_at(scene: Scene, named: list[tuple[Noun, Draft | None]]) -> None:
    """`At an emergency session of the Council, Tammy Bruce defended …`: who speaks at it attends it."""
    for noun, draft in named:
        at = noun.before in {"at", "during"} or _OPENS.search(
            scene.page.text[scene.sentence.start : scene.items[noun.first].start]
        )
        if not at or draft is None or draft.cancelled or noun.margin:
            continue
        speaker = main_subject(scene)
        if speaker is not None:
            draft.add(speaker, "attended", scene.span, Rule.SPOKE_AT)


def _come_for(scene: Scene, named: list[tuple[Noun, Draft | None]]) -> None:
    """`Correia e Silva, in Addis Ababa for the 37th summit, was …`: who is in a place for it attends it."""
    for noun, draft in named:
        before = scene.items[: noun.first]
        if (
            draft is None
            or noun.before != "for"
            or not draft.is_gathering
            or draft.cancelled
            or len(before) < 4
        ):
            continue
        person, comma, at, place = before[-5:-1] if len(before) > 4 else before[-4:]
        if at.text == "in" and comma.text == "," and person.kind == "person" and place.kind == "state":
            draft.add(
                person.actor, "expected" if draft.coming else "attended", scene.span, Rule.ATTENDED_NAMED
            )


def _topic(scene: Scene) -> str | None:
    """The person of whom the sentence is: the subject of its main verb."""
    root = next((t for t in scene.parsed if t.head.i == t.i and t.pos_ in {"VERB", "AUX"}), None)
    subject = subject_of(root) if root is not None else None
    if subject is None:
        return None
    start, end = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
    return next((i.actor for i in scene.items if i.kind == "person" and start <= i.start < end), None)


def _name_hosts(book: Book, scene: Scene, named: list[tuple[Noun, Draft | None]]) -> None:
    """`host Malaysia`, `Host Pedro Sánchez welcomed`, `with Edi Rama as host`, `Japan, the host`."""
    here = (d for _, d in named if d is not None and d.kind != "visit")
    gathering = next(here, None) or book.focus(scene.sentence.paragraph)
    if gathering is None:
        return
    for mention in scene.cast.between(*scene.span, ("free", "modifier", "place")):
        before = scene.page.text[scene.sentence.start : min(mention.start, mention.outer[0])]
        after = scene.page.text[mention.end : scene.sentence.end]
        if mention.form == "city" or not (_HOST_BEFORE.search(before) or _HOST_AFTER.match(after)):
            continue
        served = scene.served([mention.actor]) or [s for s in [book.home] if s is not None]
        gathering.hosts += served
        if scene.cast.kind(mention) == "person":
            gathering.add(mention.actor, "attended", scene.span, Rule.HOSTED)


def _take_the_floor(book: Book, scene: Scene) -> None:
    """`VASSILY NEBENZIA (Russian Federation) recalled …`: minutes name who speaks at the session in capitals."""
    first, session = next(iter(scene.items), None), book.main
    if first is None or session is None:
        return
    if first.kind != "person" and not book.are_minutes:
        return
    capitals = first.text.isupper() and " " in first.text
    unnamed = first.form == "title" and session.kind == "session"
    speaker = main_subject(scene) if session.kind == "session" and book.are_minutes else None
    if capitals or unnamed:
        session.add(first.actor, "attended", scene.span, Rule.TOOK_FLOOR)
    elif speaker is not None:
        session.add(speaker, "attended", scene.span, Rule.TOOK_FLOOR)
