"""Who holds which post: titles bound to the names beside them.

`Russian Foreign Minister Sergey Lavrov`, `Hassan Kazemi Qomi, Iran’s Special Envoy`, `its president, Daniel Ortega`,
`Foreign Ministers Odobescu of Romania and Sikorski of Poland`. Safe only inside one noun phrase; a title that binds to
nobody is handed back, for it may point at someone or be an unnamed holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.reference import BodyEntry

from ingest.actors import HeldPost, Mention
from ingest.gazetteer import Hit
from ingest.names import skip_honorifics
from ingest.titles import Title, load_grammar
from ingest.tokens import fold

if TYPE_CHECKING:
    from ingest.mentions import CastBuilder

_JOINTS = frozenset({"and", "-", "–", "—", "/", "&"})
_COPULAS = frozenset({"is", "was", "became", "remains", "as"})


@dataclass(frozen=True, slots=True)
class TitleGroup:
    """Titles of one holder: `Deputy Prime Minister and Foreign Minister`."""

    titles: tuple[Title, ...]

    @property
    def first(self) -> int:
        return self.titles[0].first

    @property
    def last(self) -> int:
        return self.titles[-1].last

    @property
    def principals(self) -> tuple[Hit, ...]:
        return next((t.principals for t in self.titles if t.principals), ())

    @property
    def owner(self) -> str | None:
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
    joined = right.first == left.last + 1 and builder.tokens[left.last].folded in _JOINTS
    own = bool(left.principals and right.principals) or right.owner or right.definite or right.counterpart
    return (
        (joined
        and not own
        and not left.plural
        and not right.plural
        and left.status == right.status)
        or (joined and not own and right.status == "current" and not left.plural and not right.plural)
    )


def bind_titles(builder: CastBuilder) -> list[TitleGroup]:
    """Bind each group of titles to its holder; return those that bind to nobody, in the order of the text."""
    unbound, pending = [], []
    bound_ends: set[int] = set()
    for group in group_titles(builder):
        holders = list(_plural_holders(builder, group)) if group.titles[0].plural else []
        holder = None if holders or group.titles[0].plural else _holder(builder, group, bound_ends)
        if holder is not None:
            holders = [(holder, None)]
        if not holders:
            unbound.append(group)
        for mention, principal in holders:
            bound_ends.add(mention.end)
            wide = _widen(builder, group, mention)
            pending.append((group, wide, principal))
    _hold_posts(builder, pending)
    return unbound


def _holder(builder: CastBuilder, group: TitleGroup, bound_ends: set[int]) -> Mention | None:
    right, comma = _right(builder, group)
    if right is not None and not comma:
        return right
    left = _left(builder, group)
    if left is not None and not (right is not None and left.end in bound_ends):
        return left
    if right is not None and (
        group.principals or group.owner or group.titles[0].definite or group.titles[0].counterpart
    ):
        return right
    return None


def _right(builder: CastBuilder, group: TitleGroup) -> tuple[Mention | None, bool]:
    """The person named right after the title, and whether a comma stands between."""
    index = group.last
    comma = index < len(builder.tokens) and builder.tokens[index].text in {",", "(", "—", "–"}
    found = builder.person_at(skip_honorifics(builder.tokens, index + comma))
    return found, comma


def _left(builder: CastBuilder, group: TitleGroup) -> Mention | None:
    """The person named right before the title: `X, …`, `X (…)`, `X is …`, `X, who was …`."""
    index = group.first - 1
    if index < 1:
        return None
    if builder.tokens[index].text in {",", "(", "—", "–"}:
        found = builder.person_ending(index)
        if found is None and builder.tokens[index - 1].text in {",", ")"}:
            found = builder.person_ending(index - 1)
        return found
    if builder.tokens[index].folded in _COPULAS:
        if builder.tokens[index - 1].folded == "who":
            index -= 2
        return builder.person_ending(index)
    return None


def _plural_holders(builder: CastBuilder, group: TitleGroup) -> Iterator[tuple[Mention, Hit | None]]:
    """The names listed after a plural title, each with its own principal where the words give one."""
    index, found = group.last, []
    while index < len(builder.tokens):
        mention = builder.person_at(skip_honorifics(builder.tokens, index))
        if mention is None:
            break
        index = next(i for i in range(index, len(builder.tokens)) if builder.tokens[i].end == mention.end) + 1
        principal = None
        if index + 1 < len(builder.tokens) and builder.tokens[index].folded == "of":
            principal = builder.hit_at.get(index + 1)
            index = principal.last if principal else index
        found.append((mention, principal))
        while index < len(builder.tokens) and builder.tokens[index].folded in {",", "and", ";"}:
            index += 1
    named = group.principals
    if len(named) == len(found) > 1:
        found = [(m, own or hit) for (m, own), hit in zip(found, named, strict=True)]
    yield from found


def _widen(builder: CastBuilder, group: TitleGroup, mention: Mention) -> Mention:
    """The person's mention with its title as one noun phrase."""
    start, end = builder.span(group.first, group.last)
    wide = replace(mention, outer=(min(start, mention.outer[0]), max(end, mention.outer[1])))
    if group.titles[0].plural:
        wide = mention
    builder.mentions[builder.mentions.index(mention)] = wide
    return wide


def _hold_posts(builder: CastBuilder, pending: Sequence[tuple[TitleGroup, Mention, Hit | None]]) -> None:
    """Turn the bindings into posts; those whose principal the words do not give come last, for others may tell."""
    open_ones = []
    for group, mention, hit in pending:
        principal = principal_of(builder, group, hit)
        if principal is None:
            open_ones.append((group, mention))
        else:
            _hold(builder, group, mention, principal)
    for group, mention in open_ones:
        known = next((p.of for p in builder.posts if p.person == mention.actor), None)
        principal = known or nearest_principal(builder, mention.outer[0])
        if principal is not None:
            _hold(builder, group, mention, principal)


def _hold(builder: CastBuilder, group: TitleGroup, mention: Mention, principal: str) -> None:
    for title in group.titles:
        name = _post_name(builder, group, title, principal)
        if name is None:
            continue
        entry = builder.actors[principal].entry
        of = principal
        if isinstance(entry, BodyEntry) and entry.part_of and builder.reference.state(entry.part_of):
            of = builder.entry_actor(builder.reference.state(entry.part_of))
            name = f"{entry.name} {name}"
        span = (
            min(mention.outer[0], builder.tokens[title.first].start),
            max(mention.outer[1], builder.tokens[title.last - 1].end),
        )
        builder.posts.append(HeldPost(mention.actor, name, of, title.status, span, title.vague))


def _post_name(builder: CastBuilder, group: TitleGroup, title: Title, principal: str) -> str | None:
    """The title's own words; a counterpart holds the post of whoever was titled before him in the sentence."""
    if not title.counterpart:
        return title.name
    start = builder.page.sentence_at(builder.tokens[title.first].start).start
    for earlier in reversed(builder.titles):
        if (
            earlier.first < title.first
            and builder.tokens[earlier.first].start >= start
            and not earlier.counterpart
        ):
            return earlier.name
    return None


def principal_of(builder: CastBuilder, group: TitleGroup, hit: Hit | None = None) -> str | None:
    """The local id of the state or body that the words of the titles name or point at; None where they do not."""
    hit = hit or next(iter(group.principals), None)
    if hit is not None:
        return builder.entry_actor(hit.entry)
    offset = builder.tokens[group.first].start
    if group.owner in {"his", "her"}:
        return _principal_of_last_person(builder, offset)
    if group.owner is not None:
        return nearest_principal(builder, offset)
    inherent = load_grammar().inherent
    for title in group.titles:
        state = builder.reference.state(inherent.get(fold(title.name), ""))
        if state is not None:
            return builder.entry_actor(state)
    return None


def _principal_of_last_person(builder: CastBuilder, offset: int) -> str | None:
    persons = [m for m in builder.mentions if m.end <= offset and builder.actors[m.actor].kind == "person"]
    for mention in sorted(persons, key=lambda m: -m.start)[:3]:
        known = next((p.of for p in builder.posts if p.person == mention.actor), None)
        if known is not None:
            return known
    return None


def nearest_principal(builder: CastBuilder, offset: int) -> str | None:
    """The state or body last named before an offset, in its sentence or else in its paragraph."""
    sentence = builder.page.sentence_at(offset)
    before = [h for h in builder.hits if builder.tokens[h.first].start < offset and h.form != "city"]
    for hit in reversed(before):
        if builder.tokens[hit.first].start >= sentence.start:
            return builder.entry_actor(hit.entry)
    return builder.entry_actor(before[-1].entry) if before else None
