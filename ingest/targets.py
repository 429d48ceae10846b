"""Whom a statement is about: the actors that its words name.

By name, metonym, adjective or description: `Russian troops` names Russia, `the Turkish leader` its president, `the
group` the body named last, `both sides` the two last named; a titled name is the person and not his state; a city or a
capital that is only a place names nobody, nor does a pronoun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.reference import StateEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graph.record import Span
    from ingest.actors import Mention
    from ingest.floor import Floor

_OWN = re.compile(
    r"\b(?:his|her|my|our|their)\s+(?:own\s+)?(?:country|nation|government|state|homeland|republic|kingdom|cabinet"
    r"|administration|ministry|authorities|people|armed forces)\b(?!\s+of)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:both|the two)\s+(?:sides|parties|countries|nations|states|neighbou?rs|peoples|governments)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the|our|this)\s+(?:group|movement|bloc|organi[sz]ation|alliance)(?:’s|'s)?\b(?! of)", re.IGNORECASE
)
_TERRITORY = re.compile(
    r"\bthe\s+(?:territory|island|breakaway \w+|enclave|self-ruled island)\b", re.IGNORECASE
)
_COLLEAGUE = re.compile(r"\s+(?:colleague|counterpart)\b")
_EVERYWHERE = ("free", "modifier", "place")


def find_targets(floor: Floor, spans: Sequence[Span], speaker: str) -> tuple[str, ...]:
    """The actors named in the spans, in the order of the text, each once; never the speaker."""
    found: dict[str, None] = {}
    for start, end in spans:
        for mention in floor.cast.between(start, end, _EVERYWHERE):
            if mention.end <= end:
                found.update(dict.fromkeys(_named_by(floor, mention, start, end)))
        found.update(dict.fromkeys(_described(floor, start, end, speaker)))
    found.pop(speaker, None)
    return tuple(found)


def _named_by(floor: Floor, mention: Mention, start: int, end: int) -> Iterator[str]:
    if mention.form in {"pronoun", "city"} or mention.role == "place":
        return
    if mention.form == "title":
        yield from floor.serves(mention.actor)
    elif mention.role == "modifier":
        if not _is_titled(floor, mention, start, end):
            yield mention.actor
    elif mention.form == "adjective" and _COLLEAGUE.match(floor.page.text, mention.end):
        near = [p for p in floor.people_before(start) if p in floor.serving([mention.actor])]
        yield near[-1] if near else mention.actor
    else:
        yield mention.actor


def _is_titled(floor: Floor, mention: Mention, start: int, end: int) -> bool:
    """Whether a state’s name only belongs to the title of a person whom the statement names as well."""
    return any(
        m.outer[0] <= mention.start
        and mention.end <= m.outer[1]
        and m.start >= start
        and floor.holds(m.actor)
        for m in floor.cast.between(max(0, start - 200), end)
        if m is not mention
    )


def _described(floor: Floor, start: int, end: int, speaker: str) -> Iterator[str]:
    """Whom `his country`, `both sides`, `the group` and `the territory` stand for."""
    text = floor.page.text
    own = floor.serves(speaker)[:1] if floor.holds(speaker) else [speaker]
    if _OWN.search(text, start, end):
        yield from (p for p in own if floor.kind(p) == "state")
    each = _EACH.search(text, start, end)
    if each is not None:
        yield from floor.sides_before(each.start(), 2, own)
    body = _BODY.search(text, start, end)
    if body is not None:
        yield from _last_before(floor, body.start(), _is_body)
    territory = _TERRITORY.search(text, start, end)
    if territory is not None:
        yield from _last_before(floor, territory.start(), _is_territory)


def _last_before(floor: Floor, offset: int, fits: Callable[[Floor, str], bool]) -> list[str]:
    named = [m.actor for m in floor.named_before(offset, 4) if fits(floor, m.actor)]
    return named[-1:]


def _is_body(floor: Floor, actor: str) -> bool:
    return floor.kind(actor) in {"organization", "forum"}


def _is_territory(floor: Floor, actor: str) -> bool:
    entry = floor.cast.actors[actor].entry
    return isinstance(entry, StateEntry) and entry.status != "member"
