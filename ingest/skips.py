"""What was not read: a sentence with a trigger that gave no fact, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.record import Span

#: `Lavrov hoped to meet Muttaqi`
WISHED = "only wished, weighed or doubted"
#: `Lavrov did not meet Muttaqi`
DENIED = "only denied"
#: `Police met the demonstrators`
NO_PARTY = "nobody who is known takes part"
#: `Lavrov met the demonstrators`
ONE_PARTY = "only one party is known"
#: `Lavrov attended`
NO_OCCASION = "no occasion is named or spoken of"
#: `sources said`
NOBODY = "a saying whose speaker is not known"
#: `Lavrov said`
NOTHING = "a saying whose content was not found"
#: `Does Ghana recognise Kosovo?`
ASKED = "only asked"
#: `the recognised borders`
UNCLEAR = "who recognises whom is not asserted or not clear"
#: `the foreign minister`
NO_HOLDER = "a title whose holder is not named"
#: `Minister Ivanov`
NO_PRINCIPAL = "a title whose state or body is not known"
#: Beneath the threshold that was set.
UNSURE = "less sure than the threshold"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that looked like an assertion of a kind and gave none; `reason` is the same phrase for all such."""

    kind: str
    span: Span
    reason: str


def each_once(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """The candidates, each kind, sentence and reason once, in the order of the text."""
    return tuple(sorted(dict.fromkeys(skipped), key=lambda s: (s.span, s.kind, s.reason)))
