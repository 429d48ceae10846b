"""Who holds which post: titles bound to the names beside them.

`Russian Foreign Minister Sergey Lavrov`, `Hassan Kazemi Qomi, Iran’s Special Envoy`, `its president, Daniel Ortega`,
`Foreign Ministers Odobescu of Romania and Sikorski of Poland`. Safe only inside one noun phrase; a title that binds to
nobody is handed back, for it may point at someone or be an unnamed holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.reference import BodyEntry
from ingest.actors import HeldPost, Mention
from ingest.gazetteer import PLACES, Hit
from ingest.names import skip_honorifics
from ingest.principal_votes import likeliest_principal
from ingest.principals import principal_of, served_by
from ingest.rules import Rule
from ingest.skips import NO_PRINCIPAL
from ingest.title_words import before_verb, load_grammar, tie_before
from ingest.titles import Title
from ingest.tokens import fold

if TYPE_CHECKING:
    from ingest.mentions import CastBuilder

_JOINTS = frozenset({"and", "-", "–", "—", "/", "&"})


@dataclass(frozen=True, slots=True)
class TitleGroup:
    """Titles of one holder: `Deputy Prime Minister and Foreign Minister`."""

    titles: tuple[Title, ...]

    @property
    def first(self) -> int:
        """The first word of the first title."""
        return self.titles[0].first

    @property
    def last(self) -> int:
        """The word after the last title."""
        return self.titles[-1].last

    @property
    def principals(self) -> tuple[Hit, ...]:
        """The states or bodies that the words name."""
        return next((t.principals for t in self.titles if t.principals), ())

    @property
    def owner(self) -> str | None:
        """The possessive pronoun that stands for the principal."""
        return next((t.owner for t in self.titles if t.owner), None)


def group_titles(builder: CastBuilder) -> Iterator[TitleGroup]:
    """Yield the titles, those of one holder together."""
    group: list[Title] = []
    for title in builder.titles:
        if group and not _continues(builder, group[-1], title):
            yield TitleGroup(tuple(group))
            group = []
        group.append(title)
    if group:
        yield TitleGroup(tuple(group))


def _continues(builder: CastBuilder, left: Title, right: Title) -> bool:
    """Whether two titles are one holder's."""
    own = bool(left.principals and right.principals) or right.owner or right.definite or right.counterpart
    if right.first != left.last + 1 or own or left.plural or right.plural:
        return False
    if left.status != right.status and right.status != "current":
        return False
    joint = builder.tokens[left.last].folded
    return joint in _JOINTS or (
        joint == "," and _is_doubled(left, right) and _names_holder(builder, left, right)
    )


def _is_doubled(left: Title, right: Title) -> bool:
    """Whether two titles with a comma between may be one holder's, not two in a list."""
    return right.head == "ambassador" or fold(left.name).split(" to ")[0] in load_grammar().doubled


def _names_holder(builder: CastBuilder, left: Title, right: Title) -> bool:
    """Whether a name stands beside two titles with a comma between: `Deputy Prime Minister, Minister for Trade X`,
    `Permanent Representative, Ambassador X`.
    """
    index = right.last + (builder.tokens[right.last].text == "," if right.last < len(builder.tokens) else 0)
    after = builder.person_at(skip_honorifics(builder.tokens, index))
    before = builder.tokens[left.first - 1].text == "," and builder.person_ending(left.first - 1)
    return after is not None or bool(before)


@dataclass(frozen=True, slots=True)
class Pending:
    """A person with a title whose state or body is not said (or said by the counterpart before him)."""

    group: TitleGroup
    mention: Mention
    principal: str | None


def bind_titles(builder: CastBuilder) -> tuple[list[TitleGroup], list[Pending]]:
    """Bind each group of titles to its holder; return those that bind to nobody, and holders without a principal."""
    unbound: list[TitleGroup] = []
    pending: list[tuple[TitleGroup, Mention, Hit | None]] = []
    bound_ends: set[int] = set()
    bound_titles: dict[int, Mention] = {}
    for group in group_titles(builder):
        holders = list(_plural_holders(builder, group)) if group.titles[0].plural else []
        holder = None if holders or group.titles[0].plural else _holder(builder, group, bound_ends)
        if holder is None and not holders:
            holder = _tied(builder, group, bound_titles)
        if (
            holder is None
            and builder.tokens[group.first - 1].folded == "and"
            and not group.titles[0].definite
        ):
            holder = bound_titles.get(group.first - 1)
        if holder is not None:
            holders = [
                (holder, None if group.principals else _principal_after(builder, _last_word(builder, holder)))
            ]
        if not holders:
            unbound.append(group)
        for mention, principal in holders:
            bound_ends.add(mention.end)
            wide = _widen(builder, group, mention)
            bound_titles[group.last] = wide
            told = _with_tenure(builder, group, wide)
            pending.extend((g, m, principal) for g, m in _successors(builder, told, wide))
    return unbound, list(_hold_posts(builder, pending))


def _holder(builder: CastBuilder, group: TitleGroup, bound_ends: set[int]) -> Mention | None:
    right, comma = _right(builder, group)
    if right is not None and not comma:
        return right
    left = _left(builder, group)
    if (
        left is not None
        and left.end in bound_ends
        and (right is not None or _is_next_in_list(builder, group))
    ):
        left = None
    if left is not None:
        return left
    if right is not None and (
        group.principals or group.owner or group.titles[0].definite or group.titles[0].counterpart
    ):
        return right
    return None


def _is_next_in_list(builder: CastBuilder, group: TitleGroup) -> bool:
    """`Minister X, the Ambassador of Uzbekistan and the heads of …`: another one, not what X is too."""
    following = [t.folded for t in builder.tokens[group.last : group.last + 2]]
    return group.titles[0].definite and following[:1] == ["and"]


def _right(builder: CastBuilder, group: TitleGroup) -> tuple[Mention | None, bool]:
    """The person named right after the title, and whether a comma stands between."""
    index = _past_abbreviation(builder, group.last)
    comma = index < len(builder.tokens) and builder.tokens[index].text in {",", "(", "—", "–"}
    found = builder.person_at(skip_honorifics(builder.tokens, index + comma))
    return found, comma


def _past_abbreviation(builder: CastBuilder, index: int) -> int:
    """Behind `(AU)`, which only abbreviates the body before it."""
    texts = [t.text for t in builder.tokens[index : index + 3]]
    return (
        index + 3 if len(texts) == 3 and texts[0] == "(" and texts[2] == ")" and texts[1].isupper() else index
    )


def _left(builder: CastBuilder, group: TitleGroup) -> Mention | None:
    """The person named right before the title: `X, …`, `X (…)`, `X is …`, `X, who was …`."""
    index = group.first - 1
    if [t.folded for t in builder.tokens[max(0, index - 2) : index + 1]] == ["at", "the", "time"]:
        index -= 3
    if index < 1:
        return None
    if builder.tokens[index].text in {",", "(", "—", "–"}:
        found = builder.person_ending(index)
        if found is None and builder.tokens[index - 1].text in {",", ")"}:
            found = builder.person_ending(index - 1)
        return found
    return None


def _tied(builder: CastBuilder, group: TitleGroup, bound: Mapping[int, Mention]) -> Mention | None:
    """The person whom a verb before a title ties to it: `X was sworn in as …`, `X, the leader who has become …`."""
    tie = tie_before(builder.tokens, group.first)
    if tie is None:
        return None
    end = tie[0]
    if builder.tokens[end - 1].folded in {"he", "she"}:
        return _last_person(builder, builder.tokens[end - 1].start)
    holder = builder.person_ending(end) or bound.get(end)
    relative = _antecedent(builder, end) if builder.tokens[end].text == "," else None
    return relative or holder


def _antecedent(builder: CastBuilder, end: int) -> Mention | None:
    """`X, who succeeded Y, was sworn in`: X, for the comma closes what is said of him."""
    start = builder.index_at(builder.page.sentence_at(builder.tokens[end].start).start)
    for index in range(end - 1, start, -1):
        if builder.tokens[index].folded == "who" and builder.tokens[index - 1].text == ",":
            return builder.person_ending(index - 1) if index + 1 < end else None
    return None


def _with_tenure(builder: CastBuilder, group: TitleGroup, holder: Mention) -> TitleGroup:
    """The titles with the status that the words around tell: `X resigned as minister`, `president at the time`."""
    after = [t.folded for t in builder.tokens[group.last : group.last + 3]]
    before = [t.folded for t in builder.tokens[max(0, group.first - 3) : group.first]]
    if ["at", "the", "time"] in (after, before):
        return _as(group, "former")
    tie = tie_before(builder.tokens, group.first)
    if tie is None or holder.start > builder.tokens[group.first].start:
        return group
    return _as(group, tie[1])


def _as(group: TitleGroup, status: str) -> TitleGroup:
    """The titles with a status, where their own words tell none."""
    return TitleGroup(tuple(replace(t, status=status) if t.status == "current" else t for t in group.titles))


def _successors(builder: CastBuilder, group: TitleGroup, holder: Mention) -> list[tuple[TitleGroup, Mention]]:
    """Of `X succeeded Y as minister` both: X holds the post, Y held it."""
    verb = builder.index_at(holder.outer[0]) - 1
    if verb < 1 or builder.tokens[verb].folded not in load_grammar().succeeding:
        return [(group, holder)]
    before = builder.person_ending(before_verb(builder.tokens, verb))
    return [(_as(group, "former"), holder)] + ([(group, before)] if before is not None else [])


def _last_person(builder: CastBuilder, offset: int) -> Mention | None:
    """The person last named before an offset in its sentence."""
    start = builder.page.sentence_at(offset).start
    named = [m for m in builder.mentions_in(start, offset) if m.end <= offset]
    return max(named, key=lambda m: m.start, default=None)


def _plural_holders(builder: CastBuilder, group: TitleGroup) -> Iterator[tuple[Mention, Hit | None]]:
    """The names listed after a plural title, each with its own principal where the words give one."""
    index, found = group.last, []
    if index < len(builder.tokens) and builder.tokens[index].text == ",":
        index += 1
    while index < len(builder.tokens):
        mention = builder.person_at(skip_honorifics(builder.tokens, index))
        if mention is None:
            break
        index = next(i for i in range(index, len(builder.tokens)) if builder.tokens[i].end == mention.end) + 1
        principal = _principal_after(builder, index)
        index = principal.last if principal else index
        found.append((mention, principal))
        while index < len(builder.tokens) and builder.tokens[index].folded in {",", "and", ";"}:
            index += 1
    if not found and group.titles[0].counterpart:
        found = [(m, None) for m in _listed_before(builder, group.first - 1)]
    named = group.principals or _pair_before(builder, group)
    if len(named) == len(found) > 1:
        found = [(m, own or hit) for (m, own), hit in zip(found, named, strict=True)]
    yield from found


def _listed_before(builder: CastBuilder, comma: int) -> list[Mention]:
    """`Jeyhun Bayramov and Vladimir Norov, his Azerbaijani and Uzbek colleagues`: the two persons before the comma."""
    right = builder.person_ending(comma) if builder.tokens[comma].text == "," else None
    joint = builder.index_at(right.start) - 1 if right is not None else 0
    left = builder.person_ending(joint) if builder.tokens[joint].folded == "and" else None
    return [left, right] if left is not None and right is not None else []


def _pair_before(builder: CastBuilder, group: TitleGroup) -> tuple[Hit, ...]:
    """`Kosovo and Israel established relations: Foreign Ministers X and Y signed`: the two states, in their order."""
    offset = builder.tokens[group.first].start
    hits = builder.hits_in(builder.page.sentence_at(offset).start, offset)
    before = [h for h in hits if h.last <= group.first and h.form not in PLACES]
    for left, right in pairwise(before):
        if left.last + 1 == right.first and builder.tokens[left.last].folded == "and":
            return (left, right)
    return ()


def _last_word(builder: CastBuilder, mention: Mention) -> int:
    """The index of the word after a mention."""
    return builder.index_at(mention.end)


def _principal_after(builder: CastBuilder, index: int) -> Hit | None:
    """The hit after a name: `Viktor Orbán of Hungary`, `Sadyr Zhaparov of the Kyrgyz Republic`."""
    if index + 2 >= len(builder.tokens) or builder.tokens[index].folded != "of":
        return None
    return builder.hit_at.get(index + 1 + (builder.tokens[index + 1].folded == "the"))


def _widen(builder: CastBuilder, group: TitleGroup, mention: Mention) -> Mention:
    """The person's mention with its title as one noun phrase."""
    start, end = builder.span(group.first, group.last)
    wide = replace(mention, outer=(min(start, mention.outer[0]), max(end, mention.outer[1])))
    if group.titles[0].plural:
        wide = mention
    builder.replace_mention(builder.place_of(mention), wide)
    return wide


def _hold_posts(
    builder: CastBuilder, bound: Sequence[tuple[TitleGroup, Mention, Hit | None]]
) -> Iterator[Pending]:
    """Turn the bindings into posts; yield those whose principal the words do not give, for others may tell it."""
    for group, mention, hit in bound:
        principal = principal_of(builder, group, hit)
        if hit is None and not group.principals and group.owner is not None:
            principal = (
                builder.known.get(mention.actor) or principal
            )  # `South Sudan, whose president, Salva Kiir, …`
        if principal is None or group.titles[0].counterpart:
            yield Pending(group, mention, principal)
        else:
            hold(builder, group, mention, principal, _rule(builder, group, mention, hit))


def hold_pending(builder: CastBuilder, pending: Sequence[Pending]) -> None:
    """Give the holders without a principal the one that they have elsewhere, or the likeliest."""
    guessed: set[str] = set()
    for item in pending:
        actor = item.mention.actor
        rule = Rule.TITLE_ELSEWHERE
        likely = item.principal or served_by(builder, actor) or principal_of(builder, item.group)
        if likely is None and item.group.owner is None:
            likely = likeliest_principal(builder, item.group, item.mention, guessed)
            guessed.add(actor)
            rule = Rule.TITLE_LIKELIEST
        if likely is not None:
            hold(builder, item.group, item.mention, likely, rule)
        else:
            builder.skip(item.group.first, NO_PRINCIPAL)


def _rule(builder: CastBuilder, group: TitleGroup, mention: Mention, hit: Hit | None) -> Rule:
    """How the words bind a title to its holder and to its state or body."""
    if group.titles[0].plural:
        return Rule.TITLE_OF_MANY
    if hit is None and not group.principals:
        return Rule.TITLE_POINTING
    if mention.start >= builder.tokens[group.last - 1].end:
        return Rule.TITLE_BEFORE
    between = builder.tokens[builder.index_at(mention.end) : group.first]
    return Rule.TITLE_BY_VERB if any(t.text.isalpha() for t in between) else Rule.TITLE_AFTER


def hold(builder: CastBuilder, group: TitleGroup, mention: Mention, principal: str, rule: Rule) -> None:
    """Record that the mentioned person holds the titles of the group, of a principal."""
    for title in group.titles:
        name = _post_name(builder, title, mention.actor)
        if name is None:
            continue
        of, part = _whole(builder, principal)
        name = f"{part} {name}" if part else name
        span = (
            min(mention.outer[0], builder.tokens[title.first].start),
            max(mention.outer[1], builder.tokens[title.last - 1].end),
        )
        builder.hold_post(HeldPost(mention.actor, name, of, title.status, span, title.vague, rule))


def _whole(builder: CastBuilder, principal: str) -> tuple[str, str]:
    """Of a part of a state (a chamber) the state, and the part's name for the title; else the principal itself."""
    entry = builder.actors[principal].entry
    state = builder.reference.state(entry.part_of) if isinstance(entry, BodyEntry) and entry.part_of else None
    return (
        (builder.entry_actor(state), entry.name)
        if entry is not None and state is not None
        else (principal, "")
    )


def _post_name(builder: CastBuilder, title: Title, holder: str) -> str | None:
    """The title's own words; a counterpart holds the post of the person last named before him, by its name abroad."""
    if not title.counterpart:
        return title.name
    if {"a", "an", "as"} & {t.folded for t in builder.tokens[max(0, title.first - 1) : title.core]}:
        return None  # `Putin, a guest at the first summit`
    offset = builder.tokens[title.first].start
    earliest = builder.page.sentences[max(0, builder.page.sentence_at(offset).index - 3)].start
    before = (m for m in builder.mentions_in(earliest, offset) if m.end <= offset and m.actor != holder)
    latest = sorted(before, key=lambda m: -m.start)
    posts = (p.post for m in latest for p in reversed(builder.posts_of.get(m.actor, ())) if not p.vague)
    post = next(posts, None)
    return load_grammar().abroad.get(fold(post), post) if post else None
