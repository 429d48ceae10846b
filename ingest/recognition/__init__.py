"""Which state or body recognises which, does not, did once, or means to.

Closed templates over the clause: `SUBJECT … recognise … OBJECT`, its noun (`withdrew its recognition of …`), the
switch (`dropped Taiwan for China`), and what repeats it (`Malta did the same`, `Mexico has not`). What is wished,
weighed or doubted gives nothing: a wrong recognition misleads more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.record import Recognition
from ingest.actors import Cast
from ingest.clauses import Clause, clauses_of
from ingest.dates import nearest_date
from ingest.docs import Page, Sentence
from ingest.lexicon import read_lexicon
from ingest.recognition.acts import VERB, Acts
from ingest.recognition.view import Act, Thread, Words, load_words
from ingest.skips import Skipped

_TRIGGER = re.compile("|".join(read_lexicon("recognition")["triggers"]), re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """The reading of one page's recognitions."""

    page: Page
    cast: Cast
    thread: Thread = field(default_factory=Thread)

    def read(self) -> Iterator[Recognition | Skipped]:
        words, idle = load_words(), list[Sentence]()
        for sentence in self.page.sentences:
            if not sentence.body:
                continue
            if not _TRIGGER.search(self.page.text, sentence.start, sentence.end):
                idle.append(sentence)
                continue
            self._note_last_subject(idle)
            idle.clear()
            for clause in clauses_of(self.page, self.cast, sentence):
                yield from self._facts(sentence, clause, words)

    def _note_last_subject(self, idle: list[Sentence]) -> None:
        """The states that open the last clause of some sentences that names any."""
        for sentence in reversed(idle):
            for clause in reversed(list(clauses_of(self.page, self.cast, sentence))):
                if any(i.kind == "state" for i in clause.items):
                    self._note_subject(clause)
                    return

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
            date = self._date(clause, act)
            pairs = [
                (source, target) for source in act.subjects for target in act.targets if source != target
            ]
            for source, target in pairs:
                yield Recognition(source, target, act.status, (span,), date)
        if not acts:
            self._note_subject(clause)
            if any(VERB.match(i.text) for i in clause.items):
                yield Skipped("recognition", span, "who recognises whom is not asserted or not clear")

    def _date(self, clause: Clause, act: Act) -> str | None:
        """The date in the clause; an intention has none, and what has not happened has no day."""
        if act.status in {"intends", "not_recognized"}:
            return None
        return nearest_date(self.page, clause.start, clause.end)

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


def find_recognitions(page: Page, cast: Cast) -> Iterator[Recognition | Skipped]:
    """Yield the recognitions of a page in the order of the text, each source, target, status and date once."""
    seen = set()
    for found in _Reading(page, cast).read():
        if isinstance(found, Recognition):
            key = (found.source, found.target, found.status)
            if key in seen:
                continue
            seen.add(key)
        yield found
