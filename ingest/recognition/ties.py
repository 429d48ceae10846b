"""Recognition told by ties, where they are a choice: `Honduras dropped Taiwan for China`, `Palau keeps formal ties with
Taipei`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ingest.recognition.subjects import Subjects
from ingest.recognition.view import Act

#: Whoever does so with relations has them: `has long maintained relations with Taiwan`.
_LONG_KEPT = frozenset({"maintains", "maintain", "maintained", "keeps", "kept"})
#: `the West African island nation broke with Taiwan`.
_NATIONS = frozenset({"country", "nation", "republic", "kingdom", "state"})
_LAST = frozenset({"last", "only", "sole", "remaining", "diplomatic", "formal"})
_OWNED = 2
#: How many items behind the one that is left the other stands: `with Taiwan in December 1985 in favor of Beijing`.
_SOON = 10


class Ties(Subjects):
    """Reads the clauses that speak of partners and of ties kept, made and cut."""

    __slots__ = ()

    def _partners(self, index: int) -> Act | None:
        """`the remaining diplomatic partners include Guatemala, Paraguay …`, of Taiwan where it is spoken of."""
        words = self.folded[max(0, index - 5) : index]
        if not {"diplomatic", "remaining", "formal", "last", "only", "sole"} & set(words):
            return None
        owned = self._partners_of(index)
        if owned is not None:
            return owned
        following = next(
            (
                i
                for i, x in enumerate(self.items[index : index + 4], index)
                if x.text.casefold() in {"include", "are", ":", "including"}
            ),
            None,
        )
        rival = self._named_rival()
        if following is None or rival is None:
            return None
        holders = self.list_after(following + 1)
        return Act(holders, (rival,), "recognized") if holders else None

    def _loyal(self, index: int) -> Act | None:
        """`St Kitts and Nevis, Belize and Haiti have stuck with Taiwan`."""
        phrase = next((p for p in self.words.loyal if tuple(self.words_at(index, len(p))) == p), None)
        side = self._rival_at(index + len(phrase)) if phrase is not None else None
        subjects, group = self.subject_of_clause(index) if side is not None else ((), [])
        plain = self.status(group, "recognized") == "recognized" and subjects != ("*",)
        return Act(subjects, (side,), "recognized") if side is not None and subjects and plain else None

    def _left_with(self, index: int) -> Act | None:
        """`leaves Taiwan with 23 partners, four of them here: Burkina Faso, Swaziland …`: those who are left."""
        side = self._rival_at(index + 1) if self.folded[index] in {"leaves", "leaving", "left"} else None
        if (
            side is None
            or self.words_at(index + 2, 1) != ["with"]
            or not self.words.partners & set(self.folded[index:])
        ):
            return None
        holders = self.listed_behind(index)
        return Act(holders, (side,), "recognized") if holders else None

    def _last_ally(self, index: int) -> Act | None:
        """`Paraguay’s Peña, Taiwan’s last ally in South America`: whoever stands before the comma."""
        if (
            self.folded[index] not in self.words.partners
            or index < _OWNED
            or self.words_at(index - 1, 1)[0] not in _LAST
        ):
            return None
        at = next((i for i in range(index - 1, max(0, index - 6), -1) if self._rival_at(i) is not None), None)
        if (
            at is None
            or at < _OWNED
            or self.folded[at - 1] != ","
            or not {"’", "'"} & set(self.folded[at + 1 : index])
        ):
            return None
        before = self.items[at - 2]
        holder = self.state_of(before) if before.kind in {"state", "person"} else ""
        return Act((holder,), (self.items[at].actor,), "recognized") if holder else None

    def _told_by(self, index: int) -> Act | None:
        """`the recognition by Moscow, on 26 August, of Abkhazia and South Ossetia`."""
        if self.words_at(index + 1, 1) == ["of"]:
            return self._told_of(index)
        if self.words_at(index + 1, 1) != ["by"]:
            return None
        holders = self.list_after(index + 2)
        of = next(
            (i for i in range(index + 3, min(index + 12, len(self.items))) if self.folded[i] == "of"), None
        )
        targets = self.list_after(of + 1) if of is not None else ()
        return Act(holders, targets, "recognized") if holders and targets else None

    def _told_of(self, index: int) -> Act | None:
        """`welcomed the recognition of Palestine by Ireland, Norway and Spain`."""
        by = next(
            (i for i in range(index + 2, min(index + _SOON, len(self.items))) if self.folded[i] == "by"), None
        )
        asked = self.words.irrealis | self.words.intention | {"for", "no"}
        if (
            by is None
            or self.folded[index - 1] != "the"
            or asked & set(self.folded[max(0, index - 4) : index])
        ):
            return None
        targets = self.list_after(index + 2) or self.list_after(index + 5)
        holders = self.list_after(by + 1)
        return Act(holders, targets, "recognized") if holders and targets else None

    def _passed_on(self, index: int) -> Act | None:
        """`withdrew recognition from Maduro and gave it to Guaidó`."""
        for position in range(index + 1, len(self.items) - 3):
            if self.folded[position] in self.words.passing and self.words_at(position + 1, 2) == ["it", "to"]:
                subjects, group = self.subject_of_clause(index)
                item = self.items[position + 3]
                given = (
                    item.kind in {"state", "person"}
                    and subjects
                    and self.status(group, "recognized") == "recognized"
                )
                return Act(subjects, (item.actor,), "recognized") if given else None
        return None

    def _partners_of(self, index: int) -> Act | None:
        """`Guatemala and Paraguay are Taiwan’s largest remaining allies`."""
        for position in range(index - 1, max(1, index - 7), -1):
            if (
                self.items[position].kind == "state"
                and self.iso3(self.items[position].actor) in self.words.rivals
            ):
                partners = self.folded[position - 1] in {"are", "is", "remain", "remains"}
                holders = self.list_before(position - 2)[0] if partners and position > 1 else ()
                return Act(holders, (self.items[position].actor,), "recognized") if holders else None
        return None

    def _mutual(self, index: int, noun: int) -> Act | None:
        """`Israel and Kosovo established diplomatic relations`; `Taiwan has formal relations with 13 states, including
        Belize and Haiti`: the other recognises the one whose recognition is in question.
        """
        subjects, group = self.subject(index)
        disputed = [s for s in subjects if self._is_disputed(s)] or self._sides_with(subjects)
        if self.status(group, "recognized") != "recognized" or len(disputed) != 1:
            return None
        others = tuple(s for s in subjects if s not in disputed)
        if not others and self.words_at(noun + 1, 1) == ["between"]:
            pair = self.list_after(noun + 2)
            disputed = [s for s in pair if self._is_disputed(s)]
            others = tuple(s for s in pair if s not in disputed)
        if not others and self.words_at(noun + 1, 1) == ["with"]:
            others = self.list_after(noun + 2) or self.counted(noun + 4)
        formal = {"diplomatic", "formal", "official", "full"} & set(self.folded[index:noun])
        return Act(others, tuple(disputed), "recognized") if others and formal else None

    def _sides_with(self, subjects: tuple[str, ...]) -> list[str]:
        """China, where the article speaks of Taiwan too: `Honduras and China established diplomatic relations`."""
        chosen = set(self.words.rivals.values()) if self._named_rival() is not None else set()
        return [s for s in subjects if self.iso3(s) in chosen]

    def _is_disputed(self, actor: str) -> bool:
        """Whether it is in question who recognises an actor: Kosovo, Taiwan."""
        return self.is_contested(actor) or self.iso3(actor) in self.words.rivals

    def _kept(self, index: int) -> Iterator[Act]:
        """`Palau keeps formal ties with Taipei`, `resumed diplomatic relations with China`, `has never had ties with
        Beijing`.
        """
        word = self.folded[index]
        only = word == "with" and bool({"only", "last", "few"} & set(self.folded[max(0, index - 6) : index]))
        if word not in self.words.keep | self.words.make and not only:
            return
        noun = next((i for i in range(index + 1, min(index + 6, len(self.items))) if self._is_ties(i)), None)
        until = noun + 1 if noun is not None else len(self.items)
        told = set(self.folded[index:until]) & {"diplomatic", "formal", "official", "full"}
        told |= {"only"} if only else set()
        told |= set(self.folded[max(0, index - 4) : until]) & {"never", "no"}
        told |= {"resumed", "restored"} & {word} if self._named_rival() is not None else set()
        told |= _LONG_KEPT & {word} if self.words_at(until - 1, 1) == ["relations"] else set()
        mutual = self._mutual(index, noun) if noun is not None else None
        if mutual is not None:
            yield mutual
        if mutual is not None or noun is None or self.words_at(until, 1) not in (["with"], ["to"]):
            return
        side = self._rival_at(until + 1) if told else None
        if side is None and word in self.words.make:
            side = self._contested_at(until + 1)
        subjects, group = self.subject_of_clause(index)
        subjects = tuple(s for s in subjects if self.iso3(s) not in self.sides)
        refused = set(self.folded[index:until]) & {"no", "neither", "not", "never"}
        status = "not_recognized" if refused else self.status(group, "recognized")
        if (
            side is not None
            and subjects
            and subjects != ("*",)
            and status in {"recognized", "not_recognized"}
        ):
            yield Act(subjects, (side,), status)

    def _contested_at(self, position: int) -> str | None:
        """`re-established relations with the Sahrawi republic`: whose recognition is in question."""
        position += self.words_at(position, 1) == ["the"]
        item = self.items[position] if position < len(self.items) else None
        if item is None or item.kind != "state" or not self.is_contested(item.actor):
            return None
        return item.actor

    def _is_ties(self, index: int) -> bool:
        item = self.items[index]
        told = (
            item.text.casefold().strip("\"“”‘’'").split() if item.kind == "quote" else [item.text.casefold()]
        )
        return told[-1:] != [] and told[-1] in self.words.ties

    def _switch(self, index: int) -> Iterator[Act]:
        """`Honduras dropped Taiwan for China`, `cut ties with Taipei and recognised Beijing`."""
        word = self.items[index].text.casefold()
        left = None
        if word in self.words.leave:
            left = index + 1
        elif word in self.words.cut:
            left = self._after_ties(index)
        elif any(tuple(self.words_at(index, len(p))) == p for p in self.words.moved):
            left = self._behind(index, "from")
            if left is None:
                yield from self._moved_to(index)
        alone = (
            word in self.words.cut
            and left is None
            and any(map(self._is_ties, range(index, min(index + 4, len(self.items)))))
        )
        if not alone and (left is None or left >= len(self.items)):
            return
        loser = self._rival_at(left) if left is not None else self._other_side()
        subjects, group = self._mover(index)
        if loser is None or not subjects or self.status(group, "recognized") != "recognized":
            return
        yield Act(subjects, (loser,), "withdrawn")
        winner = self._winner(left) if left is not None else None
        if winner is not None:
            yield Act(subjects, (winner,), "recognized")

    def _mover(self, index: int) -> tuple[tuple[str, ...], list[str]]:
        """Who breaks or changes sides; in `made ties with Beijing, ending those with Taiwan` who opens the clause."""
        described = next((i for i in range(max(0, index - 5), index) if self.folded[i] == "the"), None)
        if described is not None and self.folded[index - 1] in _NATIONS:
            here = (i.actor for i in reversed(self.items[:described]) if i.kind == "state")
            named = chain(here, self.named_before())
            before = (a for a in named if self.cast.actors[a].kind == "state")
            other = next((a for a in before if self.iso3(a) not in self.sides), None)
            return ((other,) if other is not None else ()), []
        closing = self.folded[index].endswith("ing") and self.words_at(index - 1, 1) == [","]
        subjects, group = (self._opener(index), []) if closing else self.subject_of_clause(index)
        return tuple(s for s in subjects if self.iso3(s) not in self.sides), group

    def _moved_to(self, index: int) -> Iterator[Act]:
        """`Nicaragua and Panama have switched recognition to Beijing`: and left the other."""
        at = self._behind(index, "to")
        winner = self._rival_at(at) if at is not None else None
        subjects, group = self._mover(index)
        if winner is None or not subjects or self.status(group, "recognized") != "recognized":
            return
        yield Act(subjects, (winner,), "recognized")
        loser = self._named_rival()
        if loser == winner:  # `recognised Beijing in 1975 but switched to Taipei`
            loser = next(
                (a.id for a in self.cast.actors.values() if a.id in self._recognised_by(subjects)), None
            )
        if loser is not None and loser != winner:
            yield Act(subjects, (loser,), "withdrawn")

    def _recognised_by(self, subjects: tuple[str, ...]) -> set[str]:
        """Of the sides those that somebody was told to have recognised before."""
        acts = (a for a in self.thread.history if a.subjects == subjects and a.status == "recognized")
        return {t for a in acts for t in a.targets if self.iso3(t) in self.sides}

    def _behind(self, index: int, preposition: str) -> int | None:
        """The position behind a preposition soon after another."""
        words = self.folded[index : index + 6]
        return index + words.index(preposition) + 1 if preposition in words else None

    def _named_rival(self) -> str | None:
        """Taiwan, where the article names it."""
        return next((a.id for a in self.cast.actors.values() if self.iso3(a.id) in self.words.rivals), None)

    def _other_side(self) -> str | None:
        """`broke off relations to recognize China`: with the other one."""
        named = {self.iso3(i.actor) for i in self.items if i.kind == "state"}
        lost = [rival for rival, side in self.words.rivals.items() if side in named and rival not in named]
        return next((a.id for a in self.cast.actors.values() if self.iso3(a.id) in lost), None)

    def _after_ties(self, index: int) -> int | None:
        for position in range(index + 1, min(index + 10, len(self.items))):
            if self.items[position].text.casefold() == "with":
                return position + 1
        return None

    def _rival_at(self, position: int) -> str | None:
        """The actor at a position, where it is one whose recognition is a choice: Taiwan or, against it, China."""
        while position < len(self.items) and self.items[position].text.casefold() in {"the", "its"}:
            position += 1
        item = self.items[position] if position < len(self.items) else None
        if item is not None and item.text.casefold() == "island":
            return self._named_rival()
        if item is not None and item.text.casefold() == "it" and len(self.thread.targets) == 1:
            return self.thread.targets[0] if self.iso3(self.thread.targets[0]) in self.words.rivals else None
        if item is None or item.kind != "state":
            return None
        return item.actor if self.iso3(item.actor) in self.sides else None

    def _winner(self, position: int) -> str | None:
        words = [i.text.casefold() for i in self.items[position + 1 : position + _SOON]]
        behind = (position + 2 + i for i, word in enumerate(words) if word in {"for", "of", "to"})
        named = next((side for side in map(self._rival_at, behind) if side is not None), None)
        return named or self._taken_up(position)

    def _taken_up(self, position: int) -> str | None:
        """`has broken with Taiwan and taken up with China`: the other side, named behind it in one breath."""
        loser = self.iso3(self.items[position].actor) if position < len(self.items) else None
        other = {**self.words.rivals, **{side: rival for rival, side in self.words.rivals.items()}}.get(
            loser or ""
        )
        joined = self.words_at(position + 1, 1) == ["and"]
        for at in range(position + 1, min(position + 12, len(self.items)) if joined else 0):
            if self.folded[at] in self.words.otherwise | self.words.make:
                return None  # `restored ties with` is an act of its own
            if self.items[at].kind == "state" and self.iso3(self.items[at].actor) == other:
                return self.items[at].actor
        return None
