"""Recognition told in other words: `regards Abkhazia as independent`, `won recognition from Israel`, `after recognising
Palestine`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.recognition.objects import Objects
from ingest.recognition.repeats import Repeats
from ingest.recognition.view import Act

#: How many words may stand between a verb of regarding and what the other is regarded as.
_REACH = 14


class Regards(Repeats, Objects):
    """Reads the clauses that tell recognition by what the other is taken for, by whom it is won, or in passing."""

    __slots__ = ()

    def _regarded(self, index: int) -> Iterator[Act]:
        """`Only Nauru and Syria regard the two regions as independent`, `does not consider it a country`."""
        if self.folded[index] not in self.words.regard:
            return
        subjects, group = self.subject(index)
        targets = self.targets(index + 1, subjects)
        told = self.folded[index + 1 : index + _REACH]
        status = self.status(group, "recognized")
        if subjects and targets and status in {"recognized", "not_recognized"} and self._is_status(told):
            none = subjects == ("*",)
            yield Act(subjects, targets, "not_recognized" if none else status)

    def _is_status(self, told: list[str]) -> bool:
        """`as independent`, `a sovereign state`: what only a state is."""
        at = next((i for i, w in enumerate(told) if w in {"as", "to", "a", "an"}), None)
        behind = set(told[at : at + 6]) if at is not None else set()
        stops = {";", "who", "which", "that"} & behind
        return (
            bool(behind & {"independent", "sovereign", "state", "country", "legitimate", "nation"})
            and not stops
        )

    def _won(self, index: int) -> Iterator[Act]:
        """`Kosovo won recognition from Israel`, `celebrated its recognition by Syria`."""
        if self.words_at(index + 1, 1) not in (["from"], ["by"]):
            return
        at = next(
            (i for i in range(index - 1, max(-1, index - 6), -1) if self.folded[i] in self.words.win), None
        )
        holders = self.list_after(index + 2)
        if at is None or not holders:
            return
        subjects, group = self.subject_of_clause(at)
        if subjects and self.status(group, "recognized") == "recognized" and subjects != ("*",):
            yield Act(holders, subjects, "recognized")

    def _in_passing(self, index: int) -> Iterator[Act]:
        """`After recognising Palestine in May, Spain …`, `Spain, since recognising Palestine, has …`."""
        if self.words_at(index - 1, 1) not in (["after"], ["since"]) or not index:
            return
        targets = self.targets(index + 1, ())
        subjects = self._opener(index)
        if not subjects:
            comma = next((i for i in range(index, len(self.items)) if self.items[i].text == ","), None)
            subjects = self.list_after(comma + 1) if comma is not None else ()
        if targets and subjects and not set(subjects) & set(targets):
            yield Act(subjects, targets, "recognized")
