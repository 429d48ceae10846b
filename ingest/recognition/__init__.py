"""Which state or body recognises which, does not, did once, or means to.

Closed templates over the clause: `SUBJECT … recognise … OBJECT`, its noun (`withdrew its recognition of …`), the
switch (`dropped Taiwan for China`), and what repeats it (`Malta did the same`, `Mexico has not`). What is wished,
weighed or doubted gives nothing: a wrong recognition misleads more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.record import Recognition, Span, Statement
from ingest.actors import Cast
from ingest.clauses import Clause, clauses_of
from ingest.dates import find_dates
from ingest.docs import Page, Sentence
from ingest.found import Found
from ingest.lexicon import read_lexicon
from ingest.recognition.acts import NOUN, VERB, Acts
from ingest.recognition.quoted import quoted_clauses
from ingest.recognition.view import Act, Thread, Words, load_words
from ingest.rules import Rule
from ingest.skips import ASKED, UNCLEAR, Skipped

#: A clause of so many items may go on with what the one before it told: `; Spain and Norway on 28 May`.
_SHORT = 14
_TRIGGER = re.compile("|".join(read_lexicon("recognition")["triggers"]), re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """The reading of one page's recognitions."""

    page: Page
    cast: Cast
    statements: Sequence[Statement]
    thread: Thread = field(default_factory=Thread)

    def read(self) -> Iterator[Found | Skipped]:
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
            for clause, own in quoted_clauses(self.page, self.cast, self.statements, sentence):
                yield from self._said(sentence, clause, own, words)

    def _said(self, sentence: Sentence, clause: Clause, own: str, words: Words) -> Iterator[Found]:
        """What an official says of his own state."""
        if not _TRIGGER.search(clause.text) or clause.text.endswith("?"):
            return
        self.thread.sentence = sentence.index
        for act in Acts(clause, self.cast, self.thread, words).acts():
            for target in act.targets if act.subjects == (own,) and own not in act.targets else ():
                date = self._date(clause, act, ())
                fact = Recognition(own, target, act.status, ((sentence.start, sentence.end),), date)
                yield Found(fact, (Rule.OF_ITS_OWN,))

    def _note_last_subject(self, idle: list[Sentence]) -> None:
        """The states that open the last clause of some sentences that names any."""
        for sentence in reversed(idle):
            for clause in reversed(list(clauses_of(self.page, self.cast, sentence))):
                if any(i.kind == "state" for i in clause.items):
                    self._note_subject(clause)
                    return

    def _facts(self, sentence: Sentence, clause: Clause, words: Words) -> Iterator[Found | Skipped]:
        goes_on = self.thread.acted == sentence.index and len(clause.items) <= _SHORT
        if not _TRIGGER.search(clause.text) and not goes_on:
            self._note_subject(clause)
            return
        span = (sentence.start, sentence.end)
        if self.page.text[sentence.end - 1] == "?":
            yield from _unread(clause, span, ASKED)
            return
        self.thread.sentence = sentence.index
        acts = list(Acts(clause, self.cast, self.thread, words).acts())
        for act in acts:
            date = self._date(clause, act, acts)
            pairs = [
                (source, target) for source in act.subjects for target in act.targets if source != target
            ]
            for source, target in pairs:
                yield Found(Recognition(source, target, act.status, (span,), date), (act.rule,))
        if not acts:
            self._note_subject(clause)
            yield from _unread(clause, span, UNCLEAR)

    def _date(self, clause: Clause, act: Act, acts: Sequence[Act]) -> str | None:
        """The first date behind the act and before the next one, else the last before it; an intention has none, and
        what has not happened has no day.
        """
        if act.undated or act.status in {"intends", "not_recognized"}:
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


def _unread(clause: Clause, span: Span, reason: str) -> Iterator[Skipped]:
    """The sentence of a clause that speaks of recognition and asserts none."""
    if any(VERB.match(item.text) or NOUN.match(item.text) for item in clause.items):
        yield Skipped("recognition", span, reason)


def find_recognitions(
    page: Page, cast: Cast, statements: Sequence[Statement] = ()
) -> Iterator[Found | Skipped]:
    """Yield the recognitions of a page in the order of the text, each source, target and status once, with all rules
    that found it.
    """
    read = list(_Reading(page, cast, statements).read())
    facts: dict[tuple[str, str, str], Found] = {}
    rules: dict[tuple[str, str, str], set[Rule]] = {}
    for found in read:
        if isinstance(found, Found) and isinstance(found.fact, Recognition):
            key = (found.fact.source, found.fact.target, found.fact.status)
            facts.setdefault(key, found)
            rules.setdefault(key, set()).update(found.rules)
    yield from (Found(found.fact, tuple(sorted(rules[key]))) for key, found in facts.items())
    told = {span for found in facts.values() for span in found.fact.evidence}
    yield from (found for found in read if isinstance(found, Skipped) and found.span not in told)
