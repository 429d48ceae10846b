"""Titles without a name that point back at who holds them: `the minister`, `the Turkish leader`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.reference import StateEntry
from ingest.actors import HeldPost, Mention
from ingest.gazetteer import ADJECTIVAL, Hit
from ingest.rules import Rule
from ingest.skips import NO_HOLDER
from ingest.tokens import fold

if TYPE_CHECKING:
    from graph.record import Span
    from ingest.binding import Pending, TitleGroup
    from ingest.docs import Sentence
    from ingest.mentions import CastBuilder
    from ingest.titles import Title

_HEADS_OF_STATE = frozenset(
    [
        "president",
        "king",
        "queen",
        "emir",
        "amir",
        "sultan",
        "premier",
        "chancellor",
        "monarch",
        "prince",
        "minister",
        "taoiseach",
        "pope",
        "leader",
        "chief",
        "ruler",
    ]
)
#: Heads of posts with one holder at a time, so that a description alone may tell whose they are.
_SINGLE = frozenset(
    {
        "president",
        "premier",
        "minister",
        "king",
        "queen",
        "emir",
        "chancellor",
        "leader",
        "taoiseach",
        "sultan",
    }
)
_HEADS = frozenset({"president", "premier", "king", "queen", "emir", "chancellor", "leader", "prime"})
_LESSER = frozenset({"deputy", "vice", "assistant", "former", "first"})
_SEVERAL = 2
#: Heads of groups: "representatives of Russia and India" are the states' own, no unnamed holders of a post.
_GROUPS = frozenset(
    {"representatives", "envoys", "leaders", "negotiators", "chairmen", "commissioners", "speakers"}
)
_start = attrgetter("start")


def resolve_descriptions(builder: CastBuilder, unbound: list[TitleGroup], pending: list[Pending]) -> None:
    """Mention, for each title without a name, the person whom it points at or else the unnamed office."""
    for group in unbound:
        known = len(builder.mentions)
        _resolve_description(builder, group, pending)
        if len(builder.mentions) == known and _points(group.titles[0]):
            builder.skip(group.first, NO_HOLDER)


def _points(title: Title) -> bool:
    """Whether a title points at one holder: `the minister`, `Mali’s president`; not `ministers`, `to host`."""
    return not title.plural and (title.definite or bool(title.principals) or title.owner is not None)


def _resolve_description(builder: CastBuilder, group: TitleGroup, pending: list[Pending]) -> None:
    from ingest.principals import principal_of

    title = group.titles[0]
    if title.plural and title.head in _GROUPS:
        _mention_leaders(builder, group)
        return
    if title.plural:
        for hit in (h for h in group.principals if isinstance(h.entry, StateEntry)):
            _mention_holder(builder, group, builder.entry_actor(hit.entry), hit, pending)
        return
    principal = principal_of(builder, group)
    if not title.counterpart or principal is not None:
        _mention_holder(builder, group, principal, None, pending)


def _mention_leaders(builder: CastBuilder, group: TitleGroup) -> None:
    """`the Kazakh, Kyrgyz and Uzbek leaders`: those who are known to lead; nobody is made up."""
    if group.titles[0].head != "leaders":
        return
    for hit in (h for h in group.principals if isinstance(h.entry, StateEntry) and h.form in ADJECTIVAL):
        person = _described(builder, group, builder.entry_actor(hit.entry), builder.tokens[group.first].start)
        if person is not None:
            span = builder.span(hit.first, hit.last)
            builder.mention(Mention(*span, person, "description", "free", span))


def _mention_holder(
    builder: CastBuilder, group: TitleGroup, principal: str | None, hit: Hit | None, pending: list[Pending]
) -> None:
    title = group.titles[0]
    outer = builder.span(group.first, group.last)
    start, end = builder.span(hit.first, hit.last) if hit else outer
    person = _described(builder, group, principal, start)
    if person is None and principal is not None and not title.counterpart:
        person = _first_described(builder, group, principal, pending, outer)
    if person is not None:
        builder.mention(Mention(start, end, person, "description", "free", outer))
    elif principal is not None and not title.vague and not title.counterpart:
        builder.mention(Mention(start, end, builder.office(title.name, principal), "title", "free", outer))
    elif title.definite and not title.counterpart:
        builder.leaders.append((group, principal))


def _first_described(
    builder: CastBuilder, group: TitleGroup, principal: str, pending: list[Pending], outer: Span
) -> str | None:
    """The person whose post the description is the first to tell: `Ilham Aliyev stayed in Baku. The Azerbaijani
    president …`; he is the last one named without a post, in this sentence or the one before.
    """
    from ingest.binding import hold

    title = group.titles[0]
    if title.head not in _SINGLE or title.plural:
        return None
    waiting = {p.mention.actor: p for p in pending}
    sentence = builder.page.sentence_at(outer[0])
    leads = _leads(builder, group)
    for mention in _named_lately(builder, sentence, outer[0], principal):
        if (
            mention.end < sentence.start
            and title.definite
            and mention.actor in waiting
            and title.name in {t.name for t in waiting[mention.actor].group.titles}
        ):
            hold(builder, waiting[mention.actor].group, mention, principal, Rule.TITLE_TAKEN_UP)
            return mention.actor
        told = (
            builder.affiliations.get(mention.actor) == principal
        )  # `Belgium’s Prévot … the foreign minister`
        if not leads or ("foreign" in title.name.casefold() and not told):
            continue
        if " " not in builder.actors[mention.actor].name:
            continue
        if {builder.affiliations.get(mention.actor), builder.known.get(mention.actor)} - {None, principal}:
            continue
        if mention.actor not in builder.posts_of and mention.actor not in waiting:
            whole = (outer[0], outer[1])
            post = HeldPost(mention.actor, title.name, principal, title.status, whole, title.vague)
            builder.hold_post(replace(post, rule=Rule.TITLE_TAKEN_UP))
            return mention.actor
    return None


def _named_lately(builder: CastBuilder, sentence: Sentence, until: int, principal: str) -> Iterator[Mention]:
    """The persons named in a sentence and the one before it, the last first, those told to be the principal's ahead."""
    earliest = builder.page.sentences[max(0, sentence.index - 1)].start
    told = builder.affiliations
    lately = builder.mentions_in(earliest, until)
    for mention in sorted(lately, key=lambda m: (told.get(m.actor) != principal, -m.start)):
        if mention.end <= until and builder.actors[mention.actor].kind == "person":
            yield mention


def _leads(builder: CastBuilder, group: TitleGroup) -> bool:
    """Whether the title opens its sentence or clause, or follows a verb of saying: then it takes up who was named."""
    if group.first == 0:
        return True
    before = builder.tokens[group.first - 1]
    opens = (
        builder.page.sentence_at(builder.tokens[group.first].start).start == builder.tokens[group.first].start
    )
    quoted = before.folded == "the" and group.first > 1 and builder.tokens[group.first - 2].text in '”"'
    return opens or quoted or before.text in ':;”"' or before.folded in {"said", "says"}


def _described(builder: CastBuilder, group: TitleGroup, principal: str | None, offset: int) -> str | None:
    """The person who holds such a post: of the principal named, or, of nobody named, the last one before."""
    if principal is None and not group.titles[0].definite:
        return None
    posts = builder.posts if principal is None else builder.posts_under.get(principal, ())
    fitting = [p for p in posts if p.status != "former" and _fits(group, p)]
    if principal is not None:
        holders = {p.person for p in fitting}
        if len(holders) > 1:
            holders = {
                p.person for p in fitting if group.titles[0].name.casefold() == p.post.casefold()
            } or holders
        return holders.pop() if len(holders) == 1 else _last_of(builder, holders, offset)
    people = {p.person for p in fitting}
    at_home = _at_home(builder, fitting, offset)
    if at_home is not None:
        return at_home
    named_later = next(iter(people)) if len(people) == 1 else None
    return (
        _last_of(builder, people, offset) or named_later
    )  # a readout says "the Secretary" before it names him


def _at_home(builder: CastBuilder, fitting: Sequence[HeldPost], offset: int) -> str | None:
    """Of several holders the one of the state that the article is datelined from, unless another stands in the
    sentence: in a readout `the Minister` is its own.
    """
    datelines = builder.outline.datelines
    entry = datelines[0].entry if datelines else None
    if not isinstance(entry, StateEntry) or len({p.person for p in fitting}) < _SEVERAL:
        return None
    home = builder.entry_actor(entry)
    own = {p.person for p in fitting if p.of == home}
    start = builder.page.sentence_at(offset).start
    here = {m.actor for m in builder.mentions_in(start, offset)}
    others = {p.person for p in fitting} - own
    holder = next(iter(own)) if len(own) == 1 and not others & here else None
    return holder if holder is not None and any(builder.mentions_of(holder, offset)) else None


def _last_of(builder: CastBuilder, people: set[str], offset: int) -> str | None:
    """Of some people the one last mentioned before an offset."""
    ended = ((m for m in builder.mentions_of(p, offset) if m.end <= offset) for p in people)
    last = [m for row in ended if (m := next(row, None)) is not None]
    return max(last, key=lambda m: m.start).actor if last else None


def _fits(group: TitleGroup, post: HeldPost) -> bool:
    """`the Turkish leader` fits a president; `the minister` any minister; `the deputy minister` no minister."""
    words = _words_of(post.post)
    for title in group.titles:
        mine = _words_of(title.name)
        if title.counterpart:
            return bool(words & _HEADS_OF_STATE)
        if title.head in {"leader", "leaders"}:
            return bool(words & _HEADS_OF_STATE) and not words & {"deputy", "foreign", "vice"}
        if mine <= words and not (words - mine) & {"deputy", "vice", "assistant"}:
            return True
    return False


@lru_cache(maxsize=10_000)
def _words_of(post: str) -> frozenset[str]:
    return frozenset(fold(post).replace("-", " ").split())


def settle_offices(builder: CastBuilder) -> None:
    """Give the holder, once all posts are known, to words that seemed to name none: `Mr Modi met …. The Indian Prime
    Minister …`, where a later sentence tells Modi's post, or `Russia’s Vladimir Putin`, of whom no post is told.
    """
    served = [_by_state(states) for states in (builder.affiliations, builder.known)]
    for index, mention in enumerate(builder.mentions):
        office = builder.actors[mention.actor].office
        if mention.form != "title" or office is None:
            continue
        holder = _holder(builder, *office, mention.start, served)
        if holder is not None:
            builder.replace_mention(index, replace(mention, actor=holder, form="description"))


def settle_leaders(builder: CastBuilder) -> None:
    """`the Azerbaijani leader`, once all posts are known: who holds a post that leads."""
    for group, principal in builder.leaders:
        outer = builder.span(group.first, group.last)
        person = _described(builder, group, principal, outer[0])
        if person is not None and any(builder.mentions_of(person, outer[0])):
            builder.mention(Mention(*outer, person, "description", "free", outer))


def _by_state(states: Mapping[str, str]) -> dict[str, list[str]]:
    """State -> the persons who are told or known to be its own."""
    persons: dict[str, list[str]] = {}
    for person, state in states.items():
        persons.setdefault(state, []).append(person)
    return persons


def _holder(
    builder: CastBuilder, post: str, of: str, offset: int, served: Sequence[Mapping[str, list[str]]]
) -> str | None:
    """The one person who holds such a post of such a principal, else the one of that state of whom no post is told."""
    wanted = _words_of(post)
    if not wanted & _SINGLE or wanted & _LESSER:
        return None
    words = {p.person: _words_of(p.post) for p in builder.posts_under.get(of, ()) if p.status != "former"}
    holders = [person for person, held in words.items() if wanted <= held and not (held - wanted) & _LESSER]
    if len(holders) == 1:
        return holders[0]
    if holders or not wanted & _HEADS or "foreign" in wanted:
        return None
    told, known = ([p for p in row.get(of, ()) if p not in builder.posts_of] for row in served)
    own = told or known
    return own[0] if len(own) == 1 and any(builder.mentions_of(own[0], offset)) else None
