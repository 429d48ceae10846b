"""Whom a statement is about: the actors that its words name.

By name, metonym, adjective or description: `Russian troops` names Russia, `the Turkish leader` its president, `the
group` the body named last, `both sides` the two last named; a titled name is the person and not his state; a city or a
capital that is only a place names nobody, nor does a pronoun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.reference import BodyEntry, StateEntry
from ingest.referents import named_so

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
    r"\b(both|(?:the|all) (?:two|three|four))\s+(?:sides|parties|countries|nations|states|neighbou?rs|peoples"
    r"|governments|republics|capitals|delegations)\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_BODY = re.compile(
    r"\b(?:the|our|this)\s+(?:group|movement|bloc|organi[sz]ation|alliance)(?:’s|'s)?\b(?! of)", re.IGNORECASE
)
_PROPER = re.compile(
    r"\b[Tt]he (Union|Council|Commission|Assembly|League|Alliance|Bloc|Group|Organi[sz]ation|Community|Parliament"
    r"|Agency|Forum|Format|Movement|Court|Emirate)\b(?! (?:of|for)\b)"
)
_RULERS = re.compile(r"\bthe de facto (?:\w+ )?(?:authorities|government|rulers)\b", re.IGNORECASE)
_TERRITORY = re.compile(
    r"\bthe\s+(?:territory|island|breakaway \w+|enclave|self-ruled island)\b", re.IGNORECASE
)
#: A state that is only where one goes or where something is held.
_VENUE = re.compile(
    r"\b(?:(?:fl(?:own|y|ew|ies)|travel\w*|visits?|trips?|tour|head(?:ed|ing|s))"
    r"(?: \w+)? to|(?:left|leaves|leave|departed|bound) for|(?:summits?|meetings?|talks|conference|session|round"
    r"|forum|held|met|meet|table|place|hosted|arrived|landed|stay\w*)(?: \w+){0,2} in)(?: the)?\s*$",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(r"\s+(?:colleague|counterpart)\b")
#: How far back, in sentences, `the group` finds its body.
_MEMORY = 10
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
    if mention.form in {"pronoun", "city"} or mention.role == "place" or _is_venue(floor, mention, start):
        return
    if mention.form == "title":
        yield from floor.serves(mention.actor)
    elif mention.form == "adjective" and _COLLEAGUE.match(floor.page.text, mention.end):
        yield _colleague(floor, mention)
    elif mention.role == "modifier":
        if not _is_titled(floor, mention, start, end):
            yield mention.actor
    else:
        yield mention.actor


def _colleague(floor: Floor, mention: Mention) -> str:
    """`his Pakistani colleague`: the last person named before who serves Pakistan, else the state."""
    serving = set(floor.serving([mention.actor]))
    named = [m.actor for m in floor.cast.between(0, mention.start) if m.actor in serving]
    return named[-1] if named else mention.actor


def _is_venue(floor: Floor, mention: Mention, start: int) -> bool:
    """`had flown to Guatemala`, `back at the table in Palau`."""
    begin = max(start, mention.start - 60)
    return mention.form == "name" and bool(_VENUE.search(floor.page.text[begin : mention.start]))


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
        number = _NUMBERS.get(each.group(1).split()[-1].casefold(), 2)
        yield from floor.sides_before(each.start(), number, own if number == 2 else ())
    for pattern, fits in _KINDS:
        named = pattern.search(text, start, end)
        if named is not None:
            yield from _last_before(floor, named.start(), fits)
    proper = _PROPER.search(text, start, end)
    if proper is not None:
        body = named_so(floor, proper.group(1), proper.start())
        yield from [body] if body is not None else []


def _last_before(floor: Floor, offset: int, fits: Callable[[Floor, str], bool]) -> list[str]:
    named = [m.actor for m in floor.named_before(offset, _MEMORY) if fits(floor, m.actor)]
    return named[-1:]


def _rules(floor: Floor, actor: str) -> bool:
    entry = floor.cast.actors[actor].entry
    return isinstance(entry, BodyEntry) and entry.governs is not None


def _is_body(floor: Floor, actor: str) -> bool:
    return floor.kind(actor) in {"organization", "forum"}


def _is_territory(floor: Floor, actor: str) -> bool:
    entry = floor.cast.actors[actor].entry
    return isinstance(entry, StateEntry) and entry.status != "member"


_KINDS = ((_BODY, _is_body), (_TERRITORY, _is_territory), (_RULERS, _rules))
