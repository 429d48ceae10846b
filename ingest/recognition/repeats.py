"""What repeats an act of recognition or switches it: `Malta did the same`, `Honduras dropped Taiwan for China`."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.recognition.subjects import Subjects
from ingest.recognition.view import Act

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: How many sentences after an act another may follow it.
_NEAR = 2


class Repeats(Subjects):
    """Reads the clauses that say it in other words than "recognise"."""

    __slots__ = ()

    def status(self, group: list[str], verb: str) -> str | None:
        """What the words between subject and verb make of it; None where nothing is asserted."""
        if any(w in self.words.negative for w in group):
            return "not_recognized"
        if any(w in self.words.irrealis for w in group):
            return None
        if any(w in self.words.intention for w in group):
            return "intends"
        if "to" in group and verb.casefold() in {"recognise", "recognize"} and "first" not in group:
            return None
        if verb.casefold().endswith("ing"):
            return None
        return "recognized"

    def _repeats(self, index: int) -> Iterator[Act]:
        """`Malta did the same`, `Iraq has not done so`, `Russia took that step on July 3`."""
        phrase = next((p for p in self.words.repeats if tuple(self.words_at(index, len(p))) == p), None)
        if phrase is None or not (self.thread.acts or self.thread.targets):
            return
        subjects, group = self.subject_of_clause(index)
        status = self.status(group, "recognized")
        none = self._none_of(index)
        if none:
            subjects, status = none, "not_recognized"
        if (
            not subjects
            or status is None
            or subjects == ("*",)
            or (phrase[-1] == "it" and status != "not_recognized")
        ):
            return
        if not self.thread.acts:
            yield Act(subjects, self.thread.targets, status)
        for act in self.thread.acts:
            if status != "recognized":
                yield Act(subjects, act.targets, status)
            elif act.status in {"recognized", "withdrawn"}:
                yield Act(subjects, act.targets, act.status)
            else:
                yield Act(subjects, act.targets, "recognized")

    def _none_of(self, index: int) -> tuple[str, ...]:
        """`None of the three has repeated the step`: the last so many who had taken it."""
        words = self.words_at(0, index)
        if "none" not in words or words[words.index("none") + 1 :][:2] != ["of", "the"]:
            return ()
        number = _NUMBERS.get(
            words[words.index("none") + 3] if len(words) > words.index("none") + 3 else "", 0
        )
        return next((a.subjects for a in reversed(self.thread.history) if len(a.subjects) == number), ())

    def _bare(self, index: int) -> Iterator[Act]:
        """`Nicaragua, Venezuela and Nauru followed.`, `Vanuatu, which …, withdrew last year`, `Tajikistan refuses
        outright`.
        """
        word = self.items[index].text.casefold()
        kinds = (
            (self.words.followed, "recognized"),
            (self.words.withdrew, "withdrawn"),
            (self.words.refused, "not_recognized"),
        )
        status = next((status for words, status in kinds if word in words), None)
        behind = self.words_at(index + 1, 1) or ["."]
        relative = bool(index) and self.items[index - 1].text.casefold() in {"that", "which", "who", "what"}
        near = not relative and self.thread.acted >= 0 and self.thread.sentence - self.thread.acted <= _NEAR
        if status is None or not near or not (behind[0] in self.words.behind or behind[0].isdigit()):
            return
        subjects, group = self.subject_of_clause(index)
        plain = not any(w in self.words.irrealis | self.words.negative | self.words.intention for w in group)
        if not subjects or subjects == ("*",) or not plain or not self.thread.targets:
            return
        for subject in subjects:
            own = [
                a.targets for a in self.thread.history if subject in a.subjects and a.status == "recognized"
            ]
            targets = own[-1] if status == "withdrawn" and own else self.thread.many or self.thread.targets
            if status != "withdrawn" or own:
                yield Act((subject,), targets, status)

    def _inverted(self, index: int) -> Act | None:
        """`so has Mauritania`, `and neither do Spain and Greece`."""
        words = self.words_at(index, 2)
        skipped = self._past_aside(index + 1)
        if skipped > index + 1:
            words = [*words[:1], *self.words_at(skipped, 1)]
        if not self.thread.targets or len(words) < 2 or words[1] not in {"has", "have", "do", "does", "did"}:
            return None
        if words[0] not in {"so", "neither", "nor"}:
            return None
        if not self.thread.acts or not (
            self.found or self.clause.items[0].start != self.items[0].start or index < 2
        ):
            return None
        following = self.list_after(skipped + 1) or self._listed_members(skipped + 1)
        status = "not_recognized" if words[0] != "so" else self.thread.status
        return Act(following, self.thread.targets, status) if following and status else None

    def _past_aside(self, position: int) -> int:
        """Behind an aside between commas: `so, for now, has Italy`."""
        if self.words_at(position, 1) != [","]:
            return position
        closing = next(
            (i for i in range(position + 1, min(position + 5, len(self.items))) if self.items[i].text == ","),
            None,
        )
        return closing + 1 if closing is not None else position

    def _listed_members(self, position: int) -> tuple[str, ...]:
        """`neither do five members of the EU: Cyprus, Greece …`."""
        for index in range(position, len(self.items)):
            if self.items[index].text == ":":
                return self.list_after(index + 1)
        return ()

    def _elliptic(self, index: int) -> Act | None:
        """`Mexico, Guyana and Saint Lucia have not.`"""
        words = [i.text.casefold() for i in self.items[index : index + 2]]
        if (
            words not in (["has", "not"], ["have", "not"], ["does", "not"], ["do", "not"])
            or not self.thread.targets
            or not index
        ):
            return None
        following = self.items[index + 2].text if index + 2 < len(self.items) else "."
        if (
            following not in {".", ",", ";", ":"}
            or self.items[index - 1].kind != "state"
            or self.thread.status not in {"recognized", "not_recognized"}
        ):
            return None
        return Act(self.list_before(index - 1)[0], self.thread.targets, "not_recognized")

    def _partners(self, index: int) -> Act | None:
        """`the remaining diplomatic partners include Guatemala, Paraguay …`, of Taiwan where it is spoken of."""
        words = [i.text.casefold() for i in self.items[max(0, index - 3) : index]]
        if not {"diplomatic", "remaining", "formal"} & set(words):
            return None
        following = next(
            (
                i
                for i, x in enumerate(self.items[index : index + 4], index)
                if x.text.casefold() in {"include", "are", ":", "including"}
            ),
            None,
        )
        rival = next(
            (a.id for a in self.cast.actors.values() if getattr(a.entry, "iso3", None) in self.words.rivals),
            None,
        )
        if following is None or rival is None:
            return None
        holders = self.list_after(following + 1)
        return Act(holders, (rival,), "recognized") if holders else None

    def _switch(self, index: int) -> Iterator[Act]:
        """`Honduras dropped Taiwan for China`, `cut ties with Taipei and recognised Beijing`."""
        word = self.items[index].text.casefold()
        left = None
        if word in self.words.leave:
            left = index + 1
        elif word in self.words.cut:
            left = self._after_ties(index)
        elif any(tuple(self.words_at(index, len(p))) == p for p in self.words.moved):
            left = next(
                (
                    i + 1
                    for i, x in enumerate(self.items[index : index + 6], index)
                    if x.text.casefold() == "from"
                ),
                None,
            )
        if left is None or left >= len(self.items):
            return
        loser = self._rival_at(left)
        subjects, group = self.subject_of_clause(index)
        if loser is None or not subjects or self.status(group, "recognized") != "recognized":
            return
        yield Act(subjects, (loser,), "withdrawn")
        winner = self._winner(left)
        if winner is not None:
            yield Act(subjects, (winner,), "recognized")

    def _after_ties(self, index: int) -> int | None:
        for position in range(index + 1, min(index + 7, len(self.items))):
            if self.items[position].text.casefold() == "with":
                return position + 1
        return None

    def _rival_at(self, position: int) -> str | None:
        """The actor at a position, where it is one whose recognition is a choice: Taiwan or, against it, China."""
        while position < len(self.items) and self.items[position].text.casefold() in {"the", "its"}:
            position += 1
        item = self.items[position] if position < len(self.items) else None
        if item is not None and item.text.casefold() == "island":
            return next(
                (a.id for a in self.cast.actors.values() if self._iso3(a.id) in self.words.rivals), None
            )
        if item is not None and item.text.casefold() == "it" and len(self.thread.targets) == 1:
            return self.thread.targets[0] if self._iso3(self.thread.targets[0]) in self.words.rivals else None
        if item is None or item.kind != "state":
            return None
        sides = {*self.words.rivals, *self.words.rivals.values()}
        return item.actor if self._iso3(item.actor) in sides else None

    def _winner(self, position: int) -> str | None:
        words = [i.text.casefold() for i in self.items[position + 1 : position + 6]]
        for marker in ("for", "of", "to"):
            if marker in words:
                at = position + 1 + words.index(marker) + 1
                return self._rival_at(at)
        return None

    def _iso3(self, actor: str) -> str | None:
        return getattr(self.cast.actors[actor].entry, "iso3", None)
