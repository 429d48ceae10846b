"""Whom a title without a state serves: `Prime Minister Bisher Khasawneh`.

Each rule below puts forward states for and against, read off the text around the title; where none leads, nobody
is named.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from heapq import merge
from itertools import chain
from math import exp, log
from typing import TYPE_CHECKING

from graph.reference import StateEntry
from ingest.gazetteer import PLACES, Hit
from ingest.lexicon import read_lexicon
from ingest.name_families import likeness as name_likeness
from ingest.principal_cases import Case, word_at
from ingest.tokens import fold, folded

if TYPE_CHECKING:
    from ingest.actors import Mention
    from ingest.binding import TitleGroup
    from ingest.docs import Sentence
    from ingest.mentions import CastBuilder
    from ingest.titles import Title

_LEXICON = read_lexicon("principals")
_PARTIES = frozenset(_LEXICON["parties"])
_FACING = frozenset(_LEXICON["facing"])
_RECEIVING = frozenset(_LEXICON["receiving"])
_COMING = frozenset(_LEXICON["coming"])
_REPRESENTING = frozenset(_LEXICON["representing"])
_SENDING = frozenset(_LEXICON["sending"])
_BESIDE = frozenset(_LEXICON["beside"])
_AT_HOME = tuple(_LEXICON["at_home"])
_LISTING = frozenset({",", "and", ";", "the", "&"})
_SAYING = frozenset(read_lexicon("names")["speech_verbs"])
_PLACED = frozenset({"in", "to"})
#: The least share of what speaks for all states that must speak for one.
_ENOUGH = 0.42
#: How much speaks for a state that the article does not name.
_NOBODY = -2.0
#: How much the likeness of a name counts, and the least likeness.
_LIKENESS, _UNLIKE = 0.9, 0.01

Votes = Iterator[tuple[str, float]]


def likeliest_principal(
    builder: CastBuilder, group: TitleGroup, mention: Mention, guessed: Collection[str] = ()
) -> str | None:
    """The state that a title without one most likely serves; None where no state leads."""
    scores = votes_on(Case(builder, group, mention, guessed))
    if not scores:
        return None
    likeliest = min(scores, key=lambda a: (-scores[a], a))
    odds = sum(exp(score - scores[likeliest]) for score in (*scores.values(), _NOBODY))
    return likeliest if 1 / odds >= _ENOUGH else None


def votes_on(case: Case) -> dict[str, float]:
    """How much speaks for each state."""
    scores: dict[str, float] = defaultdict(float)
    if case.is_ours():
        return scores
    for rule in _RULES:
        for actor, weight in rule(case):
            scores[actor] += weight
    return scores


def _name(case: Case) -> Votes:
    """How common such a name is in each state."""
    likeness = name_likeness(case.builder.actors[case.mention.actor].name)
    for actor in () if case.of_body else case.outline.salience:
        entry = case.builder.actors[actor].entry
        if isinstance(entry, StateEntry):
            yield actor, _LIKENESS * log(max(_UNLIKE, likeness.get(entry.iso3 or "", _UNLIKE)))


def _salience(case: Case) -> Votes:
    """How much of the article each state takes up."""
    yield from case.outline.salience.items()


def _dateline(case: Case) -> Votes:
    """The state of the place that the nearest paragraph before opens with: `LUSAKA, 12 March (Southern Wire) -`."""
    builder, datelines = case.builder, case.outline.datelines
    before = bisect_right(datelines, case.offset, key=lambda hit: builder.tokens[hit.first].start)
    if before:
        yield from _at_the_place(case, datelines[before - 1])


def _at_the_place(case: Case, hit: Hit) -> Votes:
    """Ministers are at home where the news comes from, ambassadors are not."""
    if isinstance(hit.entry, StateEntry):
        yield case.builder.entry_actor(hit.entry), -1.2 if case.posted_abroad else 1.2


def _opening(case: Case) -> Votes:
    """The state that the article begins with: `France recognised …`."""
    for sentence in case.builder.page.sentences[:3]:
        lead = case.lead(sentence)
        if lead is not None and sentence.start < case.sentence.start:
            yield lead, 0.8
            return


def _named_near(case: Case) -> Votes:
    """The states named before it in its sentence, the nearest most; not as venues, nor in others' titles."""
    builder, offset, sentence = case.builder, case.offset, case.sentence
    titled = case.outline.titled
    for start, hit, actor in case.states(sentence.start, sentence.end):
        following = [word_at(builder, hit.last), word_at(builder, hit.last + 1)]
        if hit.first in titled or _owns(builder, hit):
            continue
        if following == [",", "where"] and start < offset:
            yield actor, 3
        elif start > offset:
            yield actor, 1.5 if following[0] in {"people", "nation"} else 0.3
        elif not case.is_venue(hit) and ";" not in builder.page.text[start:offset]:
            near = 1.5 + (start - sentence.start) / (offset - sentence.start)
            yield actor, near if builder.page.quotation_at(start) is None else 0.6


def _spoken_for(case: Case) -> Votes:
    """The state of the person last named in this sentence."""
    for _, state in list(case.people(case.sentence.start, case.offset))[-1:]:
        yield state, 1.5


def _topic(case: Case) -> Votes:
    """The state that the sentence before begins with: `Russia recognised … . Ambassador X brought the news.`"""
    if case.sentence.index:
        lead = case.lead(case.builder.page.sentences[case.sentence.index - 1])
        if lead is not None:
            yield lead, 1.2


def _scene_set(case: Case) -> Votes:
    """`In Tokyo, Chief Cabinet Secretary Fukuda praised …`: where the sentence is laid, ministers are at home."""
    builder, start = case.builder, case.sentence.start
    index = builder.index_at(start)
    if word_at(builder, index) != "in" or case.posted_abroad:
        return
    hit = builder.hit_at.get(index + 1)
    if hit is not None and isinstance(hit.entry, StateEntry) and hit.form in PLACES:
        close = builder.tokens[hit.last].text == "," if hit.last < len(builder.tokens) else False
        yield builder.entry_actor(hit.entry), 2.5 if close else 1.0


def _closing(case: Case) -> Votes:
    """`Beijing welcomed what Russia did, spokeswoman Mao Ning said`: who speaks at the end speaks for whom it
    begins with.
    """
    index = case.builder.index_at(case.end)
    before = case.words_before(1)
    if before == [","] and word_at(case.builder, index) in _SAYING:
        lead = case.lead(case.sentence)
        if lead is not None:
            yield lead, 2.5


def _taken_posts(case: Case) -> Votes:
    """A state whose like post another person holds is out."""
    if case.group.titles[0].status == "former":
        return
    name = fold(case.group.titles[0].name)
    for post in case.builder.posts:
        if post.person != case.mention.actor and folded(post.post) == name and post.status != "former":
            yield post.of, -1.5 if post.person in case.guessed else -5


def _counterparts(case: Case) -> Votes:
    """With `his Chinese counterpart, Wang Yi`, Foreign Minister Dar is not China's."""
    builder, sentence = case.builder, case.sentence
    for title in case.outline.counterparts:
        if sentence.start <= builder.tokens[title.first].start < sentence.end:
            for hit in title.principals:
                yield builder.entry_actor(hit.entry), -5


def _parties(case: Case) -> Votes:
    """`the Kenyan delegation, led by Deputy President X`, `on the Syrian side, Minister Y`: theirs is who follows, and
    on the other side is who stands before; `Modi stayed away; India’s seat was empty`.
    """
    builder = case.builder
    for at, hit, actor in case.states(case.sentence.start, case.sentence.end):
        party = word_at(builder, hit.last + 2 * (word_at(builder, hit.last) in {"'", "’"}))
        if party in _PARTIES and (at < case.offset or party == "seat"):
            yield actor, 3
        elif party == "side":
            yield actor, -3


def _represented(case: Case) -> Votes:
    """`Foreign Minister X represented Algeria`, `Algeria was represented by Foreign Minister X, Chad by Minister Y`;
    `Russia sent Ambassador Z`.
    """
    builder = case.builder
    index = builder.index_at(case.end)
    index += word_at(builder, index) == ","
    if word_at(builder, index) in _REPRESENTING:
        hit = builder.hit_at.get(index + 1 + (word_at(builder, index + 1) == "the"))
        if hit is not None:
            yield builder.entry_actor(hit.entry), 4
    first = builder.index_at(min(case.offset, case.mention.start))
    before = [word_at(builder, first - 2), word_at(builder, first - 1)]
    listed = _listed(case, first - 1) if before[1] == "by" else None
    if listed is not None:
        yield listed, 4
    elif before == ["represented", "by"] or (before[1] in _SENDING and not _is_nested(case)):
        lead = case.lead(replace(case.sentence, start=case.clause_start))
        if lead is not None:
            yield lead, 4


def _is_nested(case: Case) -> bool:
    """`… on South Sudan, whose president sent Vice-President Deng`: another clause begins before the title."""
    words = {t.folded for t in case.builder.tokens_between(case.clause_start, case.offset)}
    return not words.isdisjoint({"who", "whose", "which"})


def _listed(case: Case, by: int) -> str | None:
    """`… was represented by X, and Chad by Minister Y`: Chad."""
    builder = case.builder
    told = {t.folded for t in builder.tokens_between(case.sentence.start, builder.tokens[by].start)}
    hits = (builder.hit_at.get(i) for i in range(by - 4, by)) if "represented" in told else ()
    return next((builder.entry_actor(h.entry) for h in hits if h is not None and h.last == by), None)


def _company(case: Case) -> Votes:
    """Whoever else the sentence names: on the same side (`Kenya’s President X, accompanied by Foreign Minister Y`) or
    on the other (`met Foreign Minister Y`, `received Z in the presence of Minister Y`).
    """
    builder = case.builder
    for number, (mention, state) in enumerate(case.people(case.sentence.start, case.offset)):
        words = [t.folded for t in builder.tokens_between(mention.end, case.offset)]
        telling = next((w for w in reversed(words) if w in _BESIDE | _FACING), "")
        index = builder.index_at(mention.outer[0])
        received = bool({word_at(builder, i) for i in range(index - 3, index)} & _RECEIVING)
        if telling in _BESIDE:
            yield state, -2 if received else 2 if number == 0 else -1.5
        elif telling in _FACING:
            yield state, -3
        elif set(words) <= _LISTING:
            yield state, 1.2
    for mention, state in case.people(case.end, case.sentence.end):
        between = {t.folded for t in builder.tokens_between(case.end, mention.start)}
        if between & _FACING and not between & _BESIDE:
            yield state, -3


def _joined(case: Case) -> Votes:
    """`national security adviser X and deputy secretary of state Y`: of one state, where one title tells it."""
    builder = case.builder
    index = builder.index_at(case.end)
    if word_at(builder, index) == "and":
        title = builder.title_at.get(index + 1)
        after = next((s for m, s in case.people(case.end, case.sentence.end)), None)
        if title is not None and after is not None:
            yield after, 2.5


def _hospitality(case: Case) -> Votes:
    """Whoever receives is at home and whoever comes is not: `was received by President X in Hargeisa`."""
    builder = case.builder
    before = case.words_before(4)
    index = builder.index_at(case.end)
    after = [word_at(builder, i) for i in range(index, index + 3)]
    called = " ".join(before).endswith(_AT_HOME)
    received = bool(set(before[-3:]) & _RECEIVING) and before[-1] == "by"
    hosting = received or bool(set(after) & _RECEIVING) or called
    guest = before[-1] in _RECEIVING or bool(set(after) & _COMING)
    if hosting == guest and not case.posted_abroad:
        return
    for actor in _venues(case):
        yield actor, 3 if hosting else -1.5


def _venues(case: Case) -> set[str]:
    """The states where the sentence takes place, else the sentence before."""
    page = case.builder.page
    guests = {m.actor for m, _ in case.people(case.sentence.start, case.offset)}
    here = (case.sentence, page.sentences[max(0, case.sentence.index - 1)])
    for sentence in chain(here, _told_of(case, guests)):
        found = {
            actor
            for _, hit, actor in case.states(sentence.start, sentence.end)
            if case.is_venue(hit, _PLACED) and not case.is_dateline(hit)
        }
        if found:
            return found
    return set()


def _told_of(case: Case, guests: Collection[str]) -> Iterator[Sentence]:
    """Yield the sentences before that mention one of some persons, the last one first."""
    mentions = (case.builder.mentions_of(g, case.sentence.start) for g in guests)
    seen = set()
    for start in merge(*((m.start for m in row) for row in mentions), reverse=True):
        sentence = case.builder.page.sentence_at(start)
        if sentence.index not in seen:
            seen.add(sentence.index)
            yield sentence


def _unnamed_holders(case: Case) -> Votes:
    """`Prime Minister Modi … . The Indian prime minister …`: the state of a holder whom nobody else is."""
    builder = case.builder
    name = fold(case.group.titles[0].name)
    found = {
        builder.entry_actor(t.principals[0].entry)
        for t in case.outline.described.get(name, ())
        if builder.tokens[t.first].start > case.end and _is_office(builder, t)
    }
    if len(found) == 1:
        yield found.pop(), 1.3


def _is_office(builder: CastBuilder, title: Title) -> bool:
    """Whether a title stands for an unnamed holder."""
    start = builder.tokens[title.first].start
    return any(builder.actors[m.actor].office is not None for m in builder.mentions_in(start, start + 1))


def _owns(builder: CastBuilder, hit: Hit) -> bool:
    """Whether a state is the one of a person named before it: `Mark Carney of Canada`."""
    index = hit.first - 1 - (word_at(builder, hit.first - 1) == "the")
    return word_at(builder, index) == "of" and builder.person_ending(index) is not None


_RULES: tuple[Callable[[Case], Votes], ...] = (
    _name,
    _salience,
    _dateline,
    _opening,
    _named_near,
    _spoken_for,
    _topic,
    _scene_set,
    _closing,
    _taken_posts,
    _counterparts,
    _parties,
    _represented,
    _company,
    _joined,
    _hospitality,
    _unnamed_holders,
)
