"""Recognition told by ties, where they are a choice: `Honduras dropped Taiwan for China`, `Palau keeps formal ties with
Taipei`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.recognition.subjects import Subjects
from ingest.recognition.view import Act


class Ties(Subjects):
    """Reads the clauses that speak of partners and of ties kept, made and cut."""

    __slots__ = ()

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
        if noun is None or self.words_at(until, 1) not in (["with"], ["to"]):
            return
        side = self._rival_at(until + 1) if told else None
        if side is None and word in self.words.make:
            side = self._contested_at(until + 1)
        subjects, group = self.subject_of_clause(index)
        subjects = tuple(s for s in subjects if self._iso3(s) not in self._sides)
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
        entry = self.cast.actors[item.actor].entry if item is not None and item.kind == "state" else None
        return item.actor if item is not None and getattr(entry, "contested", False) else None

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
            left = next(
                (
                    i + 1
                    for i, x in enumerate(self.items[index : index + 6], index)
                    if x.text.casefold() == "from"
                ),
                None,
            )
        alone = (
            word in self.words.cut
            and left is None
            and any(map(self._is_ties, range(index, min(index + 4, len(self.items)))))
        )
        if not alone and (left is None or left >= len(self.items)):
            return
        loser = self._rival_at(left) if left is not None else self._other_side()
        subjects, group = self.subject_of_clause(index)
        subjects = tuple(s for s in subjects if self._iso3(s) not in self._sides)
        if loser is None or not subjects or self.status(group, "recognized") != "recognized":
            return
        yield Act(subjects, (loser,), "withdrawn")
        winner = self._winner(left) if left is not None else None
        if winner is not None:
            yield Act(subjects, (winner,), "recognized")

    def _other_side(self) -> str | None:
        """`broke off relations to recognize China`: with the other one."""
        named = {self._iso3(i.actor) for i in self.items if i.kind == "state"}
        lost = [rival for rival, side in self.words.rivals.items() if side in named and rival not in named]
        return next((a.id for a in self.cast.actors.values() if self._iso3(a.id) in lost), None)

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
        return item.actor if self._iso3(item.actor) in self._sides else None

    @property
    def _sides(self) -> set[str]:
        """The codes of those between whom recognition is a choice."""
        return {*self.words.rivals, *self.words.rivals.values()}

    def _winner(self, position: int) -> str | None:
        words = [i.text.casefold() for i in self.items[position + 1 : position + 6]]
        for marker in ("for", "of", "to"):
            if marker in words:
                at = position + 1 + words.index(marker) + 1
                return self._rival_at(at)
        return None

    def _iso3(self, actor: str) -> str | None:
        known = self.cast.actors.get(actor)  # "*" is nobody
        return getattr(known.entry, "iso3", None) if known is not None else None
