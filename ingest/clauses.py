"""A sentence as clauses of items: words, and actors in place of the words that mention them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.actors import Cast, Mention
from ingest.docs import Page, Sentence

_BREAK = re.compile(r"^(?:while|whereas|but|although|though)$", re.IGNORECASE)
_ACTORS = {
    "state": "state",
    "organization": "state",
    "forum": "state",
    "person": "person",
    "office": "person",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A word, an actor or its adjective, or a quotation; `actor` is the local id of the mentioned."""

    kind: str
    text: str
    start: int
    end: int
    actor: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between semicolons, `but`, `while` and the like; `before` the states named before it in the
    sentence, which begins at `opens`.
    """

    items: tuple[Item, ...]
    start: int
    end: int
    text: str
    before: tuple[str, ...]
    opens: int


def clauses_of(page: Page, cast: Cast, sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence."""
    items: list[Item] = []
    before: list[str] = []
    for item in items_of(page, cast, sentence):
        if item.text == ";" or (_BREAK.match(item.text) and items and items[-1].text in {",", "—", "–"}):
            yield _clause(page, sentence, items, before)
            before += [i.actor for i in items if i.kind == "state"]
            items = []
        else:
            items.append(item)
    if items:
        yield _clause(page, sentence, items, before)


def _clause(page: Page, sentence: Sentence, items: list[Item], before: list[str]) -> Clause:
    start, end = (items[0].start, items[-1].end) if items else (0, 0)
    return Clause(tuple(items), start, end, page.text[start:end], tuple(before), sentence.start)


def items_of(page: Page, cast: Cast, sentence: Sentence, *, inside: bool = False) -> Iterator[Item]:
    """Yield the items of a sentence; words inside a mention's noun phrase and inside quotations are taken together, but
    for those of a sentence `inside` a quotation.
    """
    mentions = {m.start: m for m in cast.between(sentence.start, sentence.end, ("free", "place"))}
    shared = Counter(m.outer for m in mentions.values())
    outers = {m.outer[0]: m for m in mentions.values() if m.outer[0] < m.start and shared[m.outer] == 1}
    position = sentence.start
    for token in page.tokens_in(sentence.start, sentence.end):
        start, end = token.start, token.end
        if start < position:
            continue
        quotation = page.quotation_at(start) if not inside else None
        if quotation is not None:
            yield Item("quote", page.text[quotation.start : quotation.end], quotation.start, quotation.end)
            position = quotation.end
            continue
        mention = mentions.get(start) or outers.get(start)
        if mention is not None:
            yield _actor_item(page, cast, mention)
            position = max(mention.end, end)
        else:
            yield Item("word", token.text, start, end)
            position = end


def _actor_item(page: Page, cast: Cast, mention: Mention) -> Item:
    kind = "adjective" if mention.form == "adjective" else _ACTORS[cast.kind(mention)]
    return Item(
        kind, page.text[mention.start : mention.end], mention.start, mention.end, mention.actor, mention.form
    )
