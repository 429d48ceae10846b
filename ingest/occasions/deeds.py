"""What actors do about occasions, clause by clause: meet, receive, visit, attend, stay away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.clauses import Item
from ingest.gazetteer import PLACES
from ingest.occasions.arguments import Arguments
from ingest.occasions.moods import Mood, Moods
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import GAP, GAP_WORDS, vocabulary, word_set

_ADVERBS = word_set("adverbs")
#: Before a noun.
_OWNING = frozenset({"s", "’", "'", "the", "a", "an", "his", "her", "its", "their"})
#: How many words at most stand between those of a verb.
_ADVERBS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Deed:
    """Subjects do something of a family to objects; `first` and `last` are the items of the verb."""

    family: str
    verb: str
    first: int
    last: int
    subjects: tuple[Item, ...]
    objects: tuple[Item, ...]
    mood: Mood = field(default_factory=Mood)


class DeedFinder:
    """Finds the deeds in one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._items = scene.items
        self._words = scene.words
        self._present = frozenset().union(*scene.stems)
        self._arguments = Arguments(scene)
        self._moods = Moods(scene, self._arguments)

    def find(self) -> Iterator[Deed]:
        """Yield the deeds from left to right; `met with Stubb in the chair` tells of him but once."""
        deeds = list(self._each())
        taken = {o for d in deeds if d.family == "with" for o in d.objects}
        for deed in deeds:
            met = deed.family == "meet" and bool(taken & set(deed.objects))
            yield replace(deed, objects=tuple(o for o in deed.objects if o not in taken)) if met else deed

    def _each(self) -> Iterator[Deed]:
        index = 0
        while index < len(self._items):
            found = self._verb_at(index)
            if found is None:
                index += 1
                continue
            last, family = found
            yield self._deed(index, last, family)
            index = last

    def _verb_at(self, index: int) -> tuple[int, str] | None:
        if self._items[index].kind != "word":
            return None
        verbs, following = vocabulary().verbs, self._following(index)
        rows = [
            row
            for stem in sorted(self._scene.stems[index])
            for row in verbs.get(stem, ())
            if (row[0][-1] in self._present or row[0][-1] == GAP)
            and (len(row[0]) == 1 or row[0][1] == GAP or row[0][1] in following)
        ]
        ends = [
            (len(p), end, family)
            for p, family in rows
            if not self._is_auxiliary(index, p) and (end := self._matched(p, index)) is not None
        ]
        if not ends:
            return None
        _, last, family = max(ends, key=lambda row: (row[1], row[0]))
        return None if self._is_noun(index, last, family) else (last, family)

    def _following(self, index: int) -> frozenset[str]:
        """What the next word may be, adverbs left aside."""
        found: frozenset[str] = frozenset()
        for position in range(index + 1, min(index + 1 + _ADVERBS_AT_MOST, len(self._items))):
            found |= self._scene.stems[position]
            if not (self._scene.stems[position] & _ADVERBS or self._is_aside(position, "by")):
                break
        return found

    def _is_auxiliary(self, index: int, phrase: Sequence[str]) -> bool:
        """`had opened the talks` is no `had talks`."""
        token = self._scene.token(index)
        return GAP in phrase and token is not None and token.dep_ == "aux"

    def _is_noun(self, index: int, last: int, family: str) -> bool:
        """`the host`, `a visit`, `her meeting with`: a word that the parser takes for a noun is no verb."""
        token = self._scene.token(index)
        if self._words[index - 1 : index + 1] == [",", "meeting"] and self._word(index + 1) in {"in", "at"}:
            return False
        single = last == index + 1 or self._words[index].endswith("ing") or self._words[index] == "talks"
        single = single or self._words[index:last] == ["talk", "with"]
        owned = index > 0 and self._words[index - 1] in _OWNING  # `Friday’s lunch in Kraków with Fiala`
        if owned and family == "meet" and token is not None and token.pos_ == "NOUN":
            return True
        return single and token is not None and token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}

    def _matched(self, phrase: Sequence[str], index: int) -> int | None:
        """Where a phrase that begins at an item ends; None where it does not stand there."""
        position = index
        for number, word in enumerate(phrase):
            if word == GAP:
                rest = phrase[number + 1 :]
                ends = (
                    self._matched(rest, p)
                    for p in range(position, position + GAP_WORDS + 1)
                    if self._is_gap(position, p)
                )
                return next((end for end in ends if end is not None), None)
            while number and word != self._word(position) and self._is_aside(position, word):
                position += 1
            if position >= len(self._words) or word not in self._scene.stems[position]:
                return None
            position += 1
        return position

    def _is_aside(self, position: int, wanted: str) -> bool:
        """`sat down [again] with`, `will sit down [on Wednesday] with`."""
        if position >= len(self._words) or self._words[position] in _ADVERBS:
            return position < len(self._words)
        if wanted not in {"with", "to", "by", "from", "for"}:
            return False
        spans = [(d.start, d.end) for d in self._scene.dates]
        here, after = (self._items[p : p + 1] for p in (position, position + 1))
        dated = [any(start <= i.start < end for start, end in spans) for i in (*here, *after)]
        placed = [i.form in PLACES and i.kind == "state" for i in (*here, *after)]
        told = [a or b for a, b in zip(dated, placed, strict=True)]
        return told[0] or (self._words[position] in {"on", "in"} and told[1:] == [True])

    def _word(self, position: int) -> str:
        return self._words[position] if position < len(self._words) else ""

    def _is_gap(self, start: int, end: int) -> bool:
        """Whether only words and places stand there: `received [in New Delhi] by`."""
        inside = (i for i in self._items[start:end] if i.form not in PLACES and i.form != "metonym")
        return all(i.kind in {"word", "adjective"} and (i.text.isalpha() or i.text == "-") for i in inside)

    def _deed(self, first: int, last: int, family: str) -> Deed:
        arguments = self._arguments
        subjects, begin = arguments.subjects(first, last)
        objects = arguments.objects(last, family)
        if family == "by_phone":
            subjects = arguments.before(first)
            objects = objects if subjects else arguments.around(last)
        if family == "with":
            objects = arguments.accompanying(first) or subjects
        mood = self._moods.read(first, last, begin, family)
        verb = self._scene.lemmas[first]
        return Deed("" if mood.elsewhere else family, verb, first, last, subjects, objects, mood)
