"""The acts of recognition in one clause: verb and noun templates, with what turns them into something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.recognition.regards import Regards
from ingest.recognition.ties import Ties
from ingest.recognition.view import Act
from ingest.rules import Rule

VERB = re.compile(r"recogni[sz](?:e|es|ed|ing)$", re.IGNORECASE)
NOUN = re.compile(r"recognition$", re.IGNORECASE)


#: How many items stand before the noun of an apposition: `Somaliland, a state`.
_APPOSED = 2
#: How many words behind the noun it may be told to lie ahead: `its recognition of Palestine is due on Saturday`.
_SOON = 8
#: Before `recognised` they make an adjective of it: `internationally recognised`.
_JOINED = frozenset({"joined", "joins", "followed", "follows"})
_MODIFIED = frozenset({"internationally", "widely", "un", "-", "universally"})


class Acts(Regards, Ties):
    """Reads one clause."""

    __slots__ = ()

    def acts(self) -> Iterator[Act]:
        """Yield what the clause asserts, in its order."""
        for index in range(len(self.items)):
            start = self.items[index].start
            found = [replace(a, at=start) for a in self._acts_at(index) if a.subjects and a.targets]
            for act in found:
                self._remember(act)
                yield act
            if found:
                self.thread.acts = tuple(found)
                self.found = True

    def _acts_at(self, index: int) -> Iterator[Act]:
        item = self.items[index]
        word = item.text.casefold()
        if VERB.match(item.text):
            yield from self._acts_of_verb(index)
            if word.endswith("ing"):
                yield from _by(Rule.REGARDED, self._in_passing(index))
        elif NOUN.match(item.text):
            yield from _by(Rule.REGARDED, self._won(index))
            yield from _by(
                Rule.RECOGNITION, [self._act_of_noun(index), self._told_by(index), self._passed_on(index)]
            )
        elif word in self.words.partners:
            yield from _by(Rule.RECOGNITION, [self._partners(index)])
        elif word in {"stopped", "stops", "stop", "stopping"} and self.words_at(index + 1, 2) == [
            "short",
            "of",
        ]:
            yield Act(self.subject_of_clause(index)[0], self._short_of(index + 3), "not_recognized")
        elif word in {"so", "neither", "nor"}:
            yield from _by(Rule.REPEATED, [self._inverted(index)])
        elif word in {"has", "have", "does", "do", "did"}:
            yield from _by(Rule.REPEATED, [self._elliptic(index)])
        yield from _by(Rule.REGARDED, self._regarded(index))
        yield from _by(Rule.REPEATED, self._repeats(index))
        yield from _by(Rule.REPEATED, self._bare(index))
        yield from _by(Rule.TIES, self._switch(index))
        yield from _by(Rule.TIES, self._kept(index))
        yield from _by(Rule.TIES, [self._loyal(index), self._left_with(index), self._last_ally(index)])
        yield from _by(Rule.REPEATED, self._gapped(index))

    def _short_of(self, position: int) -> tuple[str, ...]:
        """`stopped short of recognising it`: whom."""
        named = (
            self.targets(position + 1, ())
            if position < len(self.items) and VERB.match(self.items[position].text)
            else ()
        )
        return named or self.thread.targets

    def _remember(self, act: Act) -> None:
        self.thread.acted = self.thread.sentence
        self.thread.history.append(act)
        self.thread.targets, self.thread.status, self.thread.subjects = act.targets, act.status, act.subjects
        if len(act.targets) > 1:
            self.thread.many = act.targets

    def _acts_of_verb(self, index: int) -> Iterator[Act]:
        if (
            self.words_at(index - 1, 1 if index else 0) and self.folded[index - 1] in _MODIFIED
        ) or self._is_rumour(index):
            return
        passive = self._passive(index)
        if passive is not None:
            yield replace(passive, rule=Rule.RECOGNISED_BY)
            return
        subjects, group = self.subject(index)
        if self.words_at(index + 1, 1) == ["neither"] and subjects:
            yield Act(subjects, self._neither(index), "not_recognized")
            return
        targets = self.targets(index + 1, subjects) or self._antecedents(index)
        members = self.counted(index) if self._are_members(index) else ()
        subjects = members or subjects or self.counted(index)
        status = self.status(group, self.items[index].text)
        if status == "recognized" and {"denied", "denies"} & set(self.folded[max(0, index - 6) : index]):
            status = "not_recognized"
        if self.words_at(index - 1, 1) == ["in"] and self.folded[index].endswith("ing"):
            subjects, status = self._joined_in(index)
        if (
            not subjects
            and targets
            and self.folded[index - 1 : index] == ["to"]
            and "first" in self.folded[:index]
        ):
            subjects, status = self._was_first(index), "recognized"
        if not subjects or not targets or status is None:
            kept = targets and not subjects and self.thread.targets
            self.thread.targets = kept or targets or self.thread.targets
            self.thread.status = self.thread.status or (status or "" if targets else "")
            return
        yield from self._told(index, subjects, targets, status)

    def _told(
        self, index: int, subjects: tuple[str, ...], targets: tuple[str, ...], status: str
    ) -> Iterator[Act]:
        """What a verb tells of its subjects, of those who join them, and of those before them."""
        if subjects == ("*",):
            yield Act(("*", *self._included(index)), targets, "not_recognized")
            return
        yield Act((*subjects, *self._joining(index)), targets, status)
        yield from self._but_not(index, subjects)
        if status == "recognized" and self.first_to(index) is not None:
            before = self._predecessors_before(index) or self._predecessors(index)
            yield Act(before, targets, status, undated=True)
        elif status == "recognized":
            yield Act(self._days_before(index), targets, status, undated=True)

    def _was_first(self, index: int) -> tuple[str, ...]:
        """`The first country to recognise it was Russia`."""
        being = next((i for i in range(index, len(self.items)) if self.folded[i] in {"was", "were"}), None)
        return self.list_after(being + 1) if being is not None else ()

    def _are_members(self, index: int) -> bool:
        """`five members of the Caribbean Community that recognise Taiwan: …`: not the body, but those."""
        before = self.folded[max(0, index - 8) : index]
        return "that" in before[-1:] and bool({"members", "countries", "states", "nations"} & set(before))

    def _joined_in(self, index: int) -> tuple[tuple[str, ...], str | None]:
        """`Chad joined Nigeria and Ethiopia in recognising the council`, `followed them in`: all of them."""
        at = next((i for i in range(index - 1, 0, -1) if self.folded[i] in _JOINED), None)
        if at is None:
            return (), None
        subjects, group = self.subject_of_clause(at)
        plain = not set(group) & (self.words.negative | self.words.irrealis | self.words.intention)
        others = self.list_after(at + 1)
        return ((*subjects, *others), "recognized") if subjects and plain else ((), None)

    def _is_rumour(self, index: int) -> bool:
        """`reports that her country had recognised it were incorrect`."""
        return bool({"reports", "rumours", "rumors", "claims", "allegations"} & set(self.folded[:index]))

    def _neither(self, index: int) -> tuple[str, ...]:
        """`recognises neither`; `recognised neither the junta nor the National Unity Government`: both."""
        if len(self.thread.many) > 1:
            return self.thread.many
        position = index + 2
        nor = next((i for i in range(position, len(self.items)) if self.folded[i] == "nor"), None)
        other = self.targets(nor + 1, ()) if nor is not None else ()
        return tuple(dict.fromkeys((*self.targets(position, ()), *other)))

    def _antecedents(self, index: int) -> tuple[str, ...]:
        """`The Sahrawi republic, which Japan does not recognise`: what the relative clause belongs to."""
        for position in range(index - 1, max(0, index - 8), -1):
            if (
                self.items[position].text.casefold() in {"which", "that", "whom"}
                and self.items[position - 1].kind != "person"
            ):
                back = position - 1 - (self.items[position - 1].text == ",")
                between = set(self.folded[position + 1 : index])
                if back < 0 or between <= self.words.filler | self.words.negative:
                    return ()  # `Austria, which had recognised both`: it is who recognises
                if self.found and self.thread.sentence == self.thread.acted:
                    return self.thread.targets
                if self.items[back].kind == "state":
                    return self.list_before(back)[0]
                if self._is_described(back):
                    return (self.items[back - 3].actor,)
                return self._apposed(back) if self.items[position].text.casefold() == "which" else ()
        return ()

    def _is_described(self, back: int) -> bool:
        """`Somaliland, a state that no country recognises`: the noun of an apposition to a state."""
        if back <= _APPOSED or self.folded[back] not in self.words.nobody:
            return False
        return (
            self.folded[back - 2 : back] in ([",", "a"], [",", "the"])
            and self.items[back - 3].kind == "state"
        )

    def _apposed(self, back: int) -> tuple[str, ...]:
        """`Ghali, president of the Sahrawi republic, which Namibia has recognised`: the state of the post."""
        person = next((i for i in reversed(self.items[max(0, back - 8) : back]) if i.kind == "person"), None)
        state = self.state_of(person) if person is not None else ""
        return (state,) if state else ()

    def _joining(self, index: int) -> tuple[str, ...]:
        """`… recognised Palestine in May 2024 along with Ireland and Norway`."""
        for position in range(index, len(self.items) - 2):
            if self.items[position].text == "," and self.folded[position + 1] not in {
                "as",
                "along",
                "together",
            }:
                break
            if self.words_at(position, 2) in (
                ["along", "with"],
                ["together", "with"],
                ["as", "did"],
                ["as", "have"],
                ["as", "does"],
                ["as", "do"],
                ["as", "has"],
            ):
                return self.list_after(position + 2)
        return ()

    def _days_before(self, index: int) -> tuple[str, ...]:
        """`France recognised Palestine on Monday, a day after Britain and Canada`; not `a day after Serbia left`."""
        at = next((i for i in range(index + 1, len(self.items)) if self.folded[i] == "after"), None)
        if at is None or self.folded[at - 1].removesuffix("s") not in {
            "day",
            "week",
            "month",
            "year",
            "hour",
        }:
            return ()
        last = at
        while last + 1 < len(self.items) and (
            self.items[last + 1].kind == "state" or self.folded[last + 1] in {",", "and", "the"}
        ):
            last += 1
        ended = self.words_at(last + 1, 1) in ([], ["."], ["did"]) or self.folded[last] == ","
        return self.list_after(at + 1) if ended else ()

    def _but_not(self, index: int, subjects: tuple[str, ...]) -> Iterator[Act]:
        """`recognises Taiwan and not Beijing`."""
        for position in range(index, len(self.items) - 2):
            if (
                self.words_at(position, 2)
                in (["and", "not"], ["but", "not"], ["but", "never"], ["though", "not"])
                and self.items[position + 2].kind == "state"
            ):
                yield Act(subjects, (self.items[position + 2].actor,), "not_recognized")

    def _predecessors(self, index: int) -> tuple[str, ...]:
        """`became the third country this year to recognise Kosovo, after Kenya in March and Sudan in April`."""
        after = next(
            (i for i in range(index, len(self.items)) if self.items[i].text.casefold() == "after"), None
        )
        if after is None or self.items[min(after + 1, len(self.items) - 1)].kind != "state":
            return ()
        return tuple(i.actor for i in self.items[after + 1 :] if i.kind == "state" and i.form == "name")

    def _passive(self, index: int) -> Act | None:
        """`is recognised only by Ankara`, `was recognised by six states, among them …`."""
        words = self.folded[index + 1 : index + 12]
        if (
            "by" not in words
            or set(words[: words.index("by")]) & {",", ";", "and", "but", "who", "which"}
            or not self.items[index].text.casefold().endswith("ed")
        ):
            return None
        if self.items[index + 1].kind == "state":
            return None  # `recognised Palestine within hours of its proclamation by`
        at = index + 1 + words.index("by")
        subjects, group = self.subject(index)
        if any(w in self.words.irrealis | self.words.negative | self.words.intention for w in group):
            return None
        if self.words_at(at + 1, 1) in (["nobody"], ["none"], ["no"]):
            return Act(("*", *self._nor_by(at)), self._passive_subject(index, subjects), "not_recognized")
        holders = self.list_after(at + 1) or self.listed_behind(at)
        subjects = self._passive_subject(index, subjects)
        return Act(holders, subjects, "recognized") if holders and subjects and subjects != ("*",) else None

    def _passive_subject(self, index: int, subjects: tuple[str, ...]) -> tuple[str, ...]:
        """`In the 1990s they were recognised by Pakistan`: whom the article spoke of."""
        pointed = self.words_at(index - 2, 1) in (["they"], ["it"])
        return (self.thread.targets or subjects) if pointed else subjects

    def _nor_by(self, at: int) -> list[str]:
        """`recognised by nobody, not by Pakistan and not by China`."""
        found: list[str] = []
        for position in range(at + 1, len(self.items) - 2):
            if self.words_at(position, 2) == ["not", "by"]:
                found += self.list_after(position + 2)[:1]
        return found

    def _included(self, index: int) -> tuple[str, ...]:
        """`no nation, including Russia, Iran or China …`, `Russia included`, `not even Armenia`."""
        texts = [i.text.casefold() for i in self.items]
        found: list[str] = []
        for marker in ("including", "even", "like"):
            if marker in texts:
                found += self.list_after(texts.index(marker) + 1)
        if "included" in texts[:index]:
            at = texts.index("included")
            if at and self.items[at - 1].kind == "state":
                found += self.list_before(at - 1)[0]
        return tuple(dict.fromkeys(found))

    def _act_of_noun(self, index: int) -> Act | None:
        reach = self.items[max(0, index - 8) : index]
        before = ["" if i.text == "May" else i.text.casefold() for i in reach]  # the month
        targets = self._targets_of_noun(index)
        if any(w in self.words.irrealis for w in before):
            return None
        for phrase in self.words.withdrawal:
            at = self._phrase_before(phrase, index)
            if at is not None:
                subjects, group = self.subject(at)
                subjects = subjects or self.counted(at)
                status = (
                    None
                    if any(
                        w in self.words.negative | self.words.irrealis | self.words.intention for w in group
                    )
                    else "withdrawn"
                )
                return (
                    Act(subjects, targets, status)
                    if subjects and targets and status and subjects != ("*",)
                    else None
                )
        return self._given_or_withheld(index, before, targets)

    def _given_or_withheld(self, index: int, before: list[str], targets: tuple[str, ...]) -> Act | None:
        for verb, status in self.words.giving.items():
            if verb in before:
                at = index - len(before) + before.index(verb)
                subjects, group = self.subject_of_clause(at)
                if verb == "extend" and "first" not in group:
                    continue
                if subjects == ("*",):  # `no state, not even Russia, has extended formal recognition to it`
                    return Act(("*", *self._included(at)), targets, "not_recognized")
                denied = any(w in self.words.negative for w in group)
                if subjects and targets and not (denied and status == "not_recognized"):
                    return Act(subjects, targets, "not_recognized" if denied else status)
        owner = self._recogniser(index)
        ahead = {"due", "will", "expected", "planned", "scheduled"} & set(self.folded[index : index + _SOON])
        return Act((owner,), targets, "intends" if ahead else "recognized") if owner and targets else None

    def _recogniser(self, index: int) -> str:
        """`condemned Syria’s recognition of Abkhazia`: whose recognition it is."""
        at = index - 1
        while at > 0 and self.folded[at] in {"diplomatic", "formal", "official", "s", "’", "'"}:
            at -= 1
        owned = at < index - 1 and {"’", "'"} & set(self.folded[at + 1 : index])
        told = self.words_at(index + 1, 1) == ["of"] and self.items[at].kind == "state"
        doubted = self.words.negative | self.words.intention | {"for", "prospect", "possible"}
        return (
            self.items[at].actor
            if owned and told and not doubted & set(self.folded[max(0, at - 5) : at])
            else ""
        )

    def _targets_of_noun(self, index: int) -> tuple[str, ...]:
        if index + 1 < len(self.items) and self.items[index + 1].text.casefold() in {"of", "to", "from"}:
            return self.targets(index + 2, ())
        return self.thread.targets or (
            self._last_contested() if self.words_at(index + 1, 1) != ["by"] else ()
        )

    def _phrase_before(self, phrase: tuple[str, ...], index: int) -> int | None:
        """Where a phrase of withdrawal begins, if only `its`, `the` and the like stand between it and the noun."""
        position = index - 1
        while position >= 0 and (
            self.folded[position] in self.words.before_noun or self.folded[position].isdigit()
        ):
            position -= 1
        first = position - len(phrase) + 1
        if first < 0:
            return None
        return first if tuple(i.text.casefold() for i in self.items[first : position + 1]) == phrase else None


def _by(rule: Rule, acts: Iterable[Act | None]) -> Iterator[Act]:
    """The acts, as what the rule found."""
    return (replace(act, rule=rule) for act in acts if act is not None)
