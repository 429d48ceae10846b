"""What officials say in quotation marks of their own state’s recognition: `“We do not recognise Kosovo,” Blanar said`.

Of other states they may say what they like: only acts of the speaker's own count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.record import Span, Statement
from ingest.actors import Cast
from ingest.clauses import Clause, Item, items_of
from ingest.docs import Page, Quotation, Sentence

_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")
_OURS = frozenset({"we", "i"})
_OWN = frozenset({"my", "our"})
_STATES = frozenset({"country", "government", "state", "republic", "nation", "kingdom"})


def quoted_clauses(
    page: Page, cast: Cast, statements: Sequence[Statement], sentence: Sentence
) -> Iterator[tuple[Clause, str]]:
    """Yield the sentences of the quotations that begin in a sentence, each with the state that its speaker serves."""
    for quotation in page.quotations:
        if not (quotation.masked and sentence.start <= quotation.start < sentence.end):
            continue
        speaker = _speaker(page, statements, quotation)
        state = next(iter(_states(cast, speaker)), None) if speaker is not None else None
        if state is None:
            continue
        for start, end in _sentences(page.text, quotation.inner):
            yield _clause(page, cast, replace(sentence, start=start, end=end), state), state


def _speaker(page: Page, statements: Sequence[Statement], quotation: Quotation) -> str | None:
    words = page.text[slice(*quotation.inner)].strip()
    return next((s.speaker for s in statements if words.rstrip(" ,") in s.text), None)


def _states(cast: Cast, speaker: str) -> list[str]:
    if cast.actors[speaker].kind == "state":
        return [speaker]
    return [s for s in cast.served(speaker) if cast.actors[s].kind == "state"]


def _sentences(text: str, inner: Span) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text, *inner):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if start < match.end():
            yield start, match.end()


def _clause(page: Page, cast: Cast, sentence: Sentence, state: str) -> Clause:
    """A quoted sentence as a clause, in which `we` and `my government` are the speaker's state."""
    items: list[Item] = []
    for item in items_of(page, cast, sentence, inside=True):
        word = item.text.casefold()
        own = word in _STATES and bool(items) and items[-1].text.casefold() in _OWN
        if own:
            items.pop()
        ours = own or (item.kind == "word" and word in _OURS)
        items.append(replace(item, kind="state", actor=state, form="pronoun") if ours else item)
    return Clause(
        tuple(items),
        sentence.start,
        sentence.end,
        page.text[sentence.start : sentence.end],
        (),
        sentence.start,
    )
