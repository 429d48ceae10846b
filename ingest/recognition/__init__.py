"""Which state or body recognises which, does not, did once, or means to.

Closed templates over the clause: `SUBJECT … recognise … OBJECT`, its noun (`withdrew its recognition of …`), the
switch (`dropped Taiwan for China`), and what repeats it (`Malta did the same`, `Mexico has not`). What is wished,
weighed or doubted gives nothing: a wrong recognition misleads more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.record import Recognition, Statement
from ingest.actors import Cast
from ingest.clauses import Clause, clauses_of
from ingest.dates import find_dates
from ingest.docs import Page, Sentence
from ingest.lexicon import read_lexicon
from ingest.recognition.acts import VERB, Acts
from ingest.recognition.quoted import quoted_clauses
from ingest.recognition.view import Act, Thread, Words, load_words
from ingest.skips import Skipped

_TRIGGER = re.compile("|".join(read_lexicon("recognition")["triggers"]), re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """The reading of one page's recognitions."""

    page: Page
    cast: Cast
    statements: Sequence[Statement]
    thread: Thread = field(default_factory=Thread)

    def read(self) -> Iterator[Recognition | Skipped]:
        words = load_words()
        for sentence in self.page.sentences:
            if not sentence.body:
                continue
            for clause in clauses_of(self.page, self.cast, sentence):
                yield from self._facts(sentence, clause, words)
            for clause, own in quoted_clauses(self.page, self.cast, self.statements, sentence):
                yield from self._said(sentence, clause, own, words)

    def _said(self, sentence: Sentence, clause: Clause, own: str, words: Words) -> Iterator[Recognition]:
        """What an official says of his own state."""
        if not _TRIGGER.search(clause.text) or clause.text.endswith("?"):
            return
        self.thread.sentence = sentence.index
        for act in Acts(clause, self.cast, self.thread, words).acts():
            for target in act.targets if act.subjects == (own,) and own not in act.targets else ():
                yield Recognition(own, target, act.status, ((sentence.start, sentence.end),), self._date(clause, act, ()))

    def _facts(self, sentence: Sentence, clause: Clause, words: Words) -> Iterator[Recognition | Skipped]:
        if not _TRIGGER.search(clause.text):
            self._note_subject(clause)
            return
        if self.page.text[sentence.end - 1] == "?":
            return
        self.thread.sentence = sentence.index
        span = (sentence.start, sentence.end)
        acts = list(Acts(clause, self.cast, self.thread, words).acts())
        for act in acts:
            date = self._date(clause, act, acts)
            pairs = [
                (source, target) for source in act.subjects for target in act.targets if source != target
            ]
            for source, target in pairs:
                yield Recognition(source, target, act.status, (span,), date)
        if not acts:
            self._note_subject(clause)
            if any(VERB.match(i.text) for i in clause.items):
                yield Skipped("recognition", span, "who recognises whom is not asserted or not clear")

    def _date(self, clause: Clause, act: Act, acts: Sequence[Act]) -> str | None:
        """The first date behind the act and before the next one, else the last before it; an intention has none, and
        what has not happened has no day.
        """
        if act.status in {"intends", "not_recognized"}:
            return None
        following = [a.at for a in acts if a.at > act.at]
        dates = list(find_dates(self.page, clause.start, clause.end))
        behind = [d.first for d in dates if act.at < d.start < min(following, default=clause.end)]
        before = [d.first for d in dates if d.start < act.at]
        return next(iter(behind), None) or next(reversed(before), None)

    def _note_subject(self, clause: Clause) -> None:
        """The states that open a clause, for "it" and "neither" after it."""
        first = next((n for n, i in enumerate(clause.items) if i.kind == "state"), None)
        if first is None:
            return
        listed = []
        for item in clause.items[first:]:
            if item.kind == "state":
                listed.append(item.actor)
            elif item.text.casefold() not in {",", "and", "the"}:
                break
        self.thread.subjects = tuple(listed)


def find_recognitions(
    page: Page, cast: Cast, statements: Sequence[Statement] = ()
) -> Iterator[Recognition | Skipped]:
    """Yield the recognitions of a page in the order of the text, each source, target, status and date once."""
    seen = set()
    for found in _Reading(page, cast, statements).read():
        if isinstance(found, Recognition):
            key = (found.source, found.target, found.status)
            if key in seen:
                continue
            seen.add(key)
        yield found
