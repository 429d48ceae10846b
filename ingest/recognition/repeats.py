"""What repeats an act of recognition: `Malta did the same`, `Mexico has not`."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.recognition.subjects import Subjects
from ingest.recognition.view import DATES, Act

_NEXT = (["next"], ["following"], ["same"], ["day"], ["week"], ["month"], ["year"])
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: How many words before the verb its predecessors may stand.
_APART = 8
_DOUBT = frozenset({"whether", "may", "might", "could", "must", "should"})
#: How many words a date has at most.
_DATE_WORDS = 8
#: How many sentences after an act another may follow it.
_NEAR = 2


class Repeats(Subjects):
    """Reads the clauses that say it in other words than "recognise"."""

    __slots__ = ()

    def _repeats(self, index: int) -> Iterator[Act]:
        """`Malta did the same`, `Iraq has not done so`, `Russia took that step on July 3`."""
        phrase = next((p for p in self.words.repeats if tuple(self.words_at(index, len(p))) == p), None)
        if phrase is None or not (self.thread.acts or self.thread.targets):
            return
        if self._only_spoken_of(index, len(phrase)):
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
        for act in self._switched() if {"switch", "sides"} & set(phrase) else self.thread.acts:
            if status != "recognized":
                yield Act(subjects, act.targets, status)
            elif act.status in {"recognized", "withdrawn"}:
                yield Act(subjects, act.targets, act.status)
            else:
                yield Act(subjects, act.targets, "recognized")

    def _only_spoken_of(self, index: int, length: int) -> bool:
        """`the first country to do so`, `to do so would be to declare war`, `whether he may go on doing so`: no act."""
        before = self.folded[max(0, index - 6) : index]
        first = "first" in before and before[-1:] == ["to"] and self.found
        return first or self.words_at(index + length, 1) == ["would"] or bool(_DOUBT & set(before))

    def _switched(self) -> list[Act]:
        """What the last change of sides was: withdrawn from the one and given to the other."""
        left = next((a for a in reversed(self.thread.history) if a.status == "withdrawn"), None)
        acts = [a for a in self.thread.history if left is not None and a.subjects == left.subjects]
        return acts or list(self.thread.acts)

    def _gapped(self, index: int) -> Iterator[Act]:
        """`Bulgaria recognised it in January and Turkey in February`, `Riyadh withdrew in 2001, Islamabad two months
        later`; `; Ireland, Spain and Norway on 28 May`.
        """
        item = self.items[index]
        opens = index == 0 or self.folded[index - 1] in {",", "and", ";", "the"}
        if item.kind != "state" or not opens or not self._is_dated(index + 1) or not self.thread.acts:
            return
        near = self.found or (self.thread.sentence == self.thread.acted and not self._has_verb())
        targets = {t for act in self.thread.acts for t in act.targets}
        subjects = tuple(s for s in self.list_before(index)[0] if s not in targets)
        fellow = any(map(self.is_contested, subjects))
        if (
            near
            and subjects
            and not fellow
            and not {s for a in self.thread.acts for s in a.subjects} & set(subjects)
        ):
            for act in self.thread.acts:
                yield Act(subjects, act.targets, act.status)

    def _has_verb(self) -> bool:
        return bool(
            {"has", "have", "had", "is", "are", "was", "were", "will", "did", "do", "does"} & set(self.folded)
        )

    def _is_dated(self, position: int) -> bool:
        """Whether only a date follows: `in February`, `on 28 May last year`, `two months later`."""
        words = self.folded[position : position + _DATE_WORDS]
        stop = next((i for i, w in enumerate(words) if w in {",", ";", ".", "and", "but"}), len(words))
        told = words[:stop]
        named = any(
            w.isdigit() or w in DATES or w in {"later", "before", "earlier", "year", "afterwards"}
            for w in told
        )
        return named and all(w.isdigit() or w in DATES or w in self.words.dated for w in told)

    def _predecessors_before(self, index: int) -> tuple[str, ...]:
        """`became the second Arab state, after Egypt in 1979, to recognise Israel`."""
        at = next(
            (i for i in range(index - 1, max(0, index - _APART), -1) if self.folded[i] == "after"), None
        )
        return self.list_after(at + 1) if at is not None else ()

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
        if self.words_at(index, 2) == ["followed", "by"]:
            yield from self._followed_by(index)
            return
        kinds = (
            (self.words.followed, "recognized"),
            (self.words.withdrew, "withdrawn"),
            (self.words.refused, "not_recognized"),
        )
        status = next((status for words, status in kinds if word in words), None)
        relative = bool(index) and self.items[index - 1].text.casefold() in {"that", "which", "who", "what"}
        near = not relative and self.thread.acted >= 0 and self.thread.sentence - self.thread.acted <= _NEAR
        if status is None or not near or not self._ends(index + 1):
            return
        yield from self._taken(index, status)

    def _taken(self, index: int, status: str) -> Iterator[Act]:
        """What those who follow, withdraw or refuse do to whom was recognised before."""
        subjects, group = self.subject_of_clause(index)
        plain = not any(w in self.words.irrealis | self.words.negative | self.words.intention for w in group)
        if self.folded[index] == "follow" and "will" in group and subjects:
            yield Act(subjects, self.thread.targets, "intends")
            return
        if not subjects or subjects == ("*",) or not plain or not self.thread.targets:
            return
        taken_back = any(a.status == "withdrawn" for a in self.thread.acts)
        if taken_back and status == "recognized":  # `broke with Taiwan. Days later Kiribati followed`
            yield from (Act(subjects, a.targets, a.status) for a in self.thread.acts)
            return
        for subject in subjects:
            own = [
                a.targets for a in self.thread.history if subject in a.subjects and a.status == "recognized"
            ]
            targets = own[-1] if status == "withdrawn" and own else self.thread.many or self.thread.targets
            if status != "withdrawn" or own or any(a.status == "withdrawn" for a in self.thread.history):
                yield Act((subject,), targets, status)

    def _followed_by(self, index: int) -> Iterator[Act]:
        """`broke ties with Taiwan, followed by Burkina Faso`, `It was followed by Nicaragua, by Venezuela`."""
        near = self.thread.sentence - self.thread.acted <= _NEAR
        passive = self.folded[index - 1] in {"was", "were"} and near
        ends = [i for i in range(index, len(self.items) - 1) if self.folded[i] == "by"]
        for act in self.thread.acts if passive or self.found else ():
            for at in ends if passive else ends[:1]:
                yield Act(self.list_after(at + 1), act.targets, act.status, undated=True)

    def _ends(self, position: int) -> bool:
        """Whether nothing but a day follows a verb: `withdrew it in August 2022`, `withdrew its own in 2016`; not
        `followed the talks`.
        """
        position += self.words_at(position, 1) == ["it"]
        stops = self.words_at(position, 2) in (["to", "."], ["to", ";"], ["to", ","])  # `China refuses to.`
        position += stops
        position += 2 * (self.words_at(position, 2) == ["its", "own"])
        behind = self.words_at(position, 1) or ["."]
        if behind == ["the"] and self.words_at(position + 1, 1) not in _NEXT:
            return False
        return behind[0] in self.words.behind or behind[0].isdigit()

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
        return self.listed_behind(position)

    def _elliptic(self, index: int) -> Act | None:
        """`Mexico, Guyana and Saint Lucia have not.`"""
        words = [i.text.casefold() for i in self.items[index : index + 2]]
        never = self.words_at(index - 1, 1) == ["never"] and index > 1  # `Senegal never has`
        plain = words in (["has", "not"], ["have", "not"], ["does", "not"], ["do", "not"], ["did", "not"])
        among = self._counted_among(index - 1) if plain and self.thread.targets and index > 1 else ()
        if among and self.words_at(index + 2, 1) in (
            ["."],
            [";"],
            [],
        ):  # `Japan is among those that have not.`
            return Act(among, self.thread.targets, "not_recognized")
        if not (plain or never) or not self.thread.targets or not index:
            return None
        end = index + 1 if never else index + 2
        if self.words_at(end, 1) == ["followed"]:  # `Italy has not followed`
            end += 1
        following = self.items[end].text if end < len(self.items) else "."
        index -= never
        if (
            following not in {".", ",", ";", ":"}
            or self.items[index - 1].kind != "state"
            or self.thread.status not in {"recognized", "not_recognized"}
        ):
            return None
        return Act(self.list_before(index - 1)[0], self.thread.targets, "not_recognized")
