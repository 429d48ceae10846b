"""Whom plurals stand for: `both`, `the two ministers`, `the sides`, `they`, and the participants of a joint text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.lexicon import read_lexicon

if TYPE_CHECKING:
    from ingest.floor import Floor
    from ingest.phrases import Phrase

_LEXICON = read_lexicon("speech")
#: Nouns and pronouns that stand for more than one.
GROUPS = frozenset(_LEXICON["groups"])
_SIDES = frozenset(_LEXICON["sides"])
_TOGETHER = frozenset(_LEXICON["together"])
_NUMBERS: dict[str, int] = _LEXICON["numbers"]
#: Words of a text that several give out together.
JOINT = re.compile(r"\b(?:joint|closing|final|communiqu[eé]|declaration|statement)\b", re.IGNORECASE)


def find_group(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """`both`, `the two ministers`, `all three`: the last so many; in a joint text its issuer alone."""
    head, text = phrase.head, floor.page.text
    if JOINT.search(text, phrase.sentence.start, phrase.offset) or head.lower_ == "participants":
        issuer = floor.issuer(phrase.offset)
        return (issuer,) if issuer is not None else ()
    if head.lower_ == "they":
        return _they(floor, phrase)
    words = {head.lower_, *(c.lower_ for c in head.children)}
    number = next((_NUMBERS[w] for w in words if w in _NUMBERS), None)
    if number is None:
        return _uncounted(floor, phrase)
    if words & _SIDES:
        return floor.sides_before(phrase.sentence.start, number)
    people = floor.people_before(phrase.sentence.start, number)
    if words & {"visitors", "guests"}:
        people = [p for p in people if p not in floor.serving(floor.hosts(phrase.offset))]
    return tuple(people[-number:]) if len(people) >= number else ()


def _uncounted(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """`The Ministers condemned …`: their forum; `the sides`: the two; `at which the ministers …`: those just named."""
    forum = floor.forum_at(phrase.offset) if phrase.head.lower_ in _TOGETHER else None
    if forum is not None:
        return (forum,)
    if phrase.head.lower_ in {"sides", "parties"}:
        return floor.sides_before(phrase.sentence.start, 2)
    here = floor.cast.between(phrase.sentence.start, phrase.low)
    people = list(dict.fromkeys(m.actor for m in here if floor.kind(m.actor) == "person"))
    return tuple(people) if len(people) > 1 else ()


def _they(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """`they`: all who spoke together last, in the sentence before."""
    before = floor.page.sentences[max(0, phrase.sentence.index - 1)]
    subjects = [t for t in floor.words(before) if t.dep_ == "nsubj" and t.idx < phrase.offset]
    group = next((t for t in subjects if t.lower_ in GROUPS and t.lower_ != "they"), None)
    if group is not None:
        return find_group(floor, phrase.of(group, before))
    spoke = floor.spoken_within(before.start, before.end)
    together = tuple(dict.fromkeys(a for at, a in spoke if at == spoke[-1][0]))
    return together if len(together) > 1 or (together and not floor.holds(together[0])) else ()
