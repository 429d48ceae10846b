"""What actors do about occasions, clause by clause: meet, receive, visit, attend, stay away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.clauses import Item
from ingest.gazetteer import PLACES
from ingest.occasions.arguments import Arguments
from ingest.occasions.moods import Mood, Moods
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import GAP, GAP_WORDS, vocabulary, word_set

_ADVERBS = word_set("adverbs")
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
        self._arguments = Arguments(scene)
        self._moods = Moods(scene, self._arguments)

    def find(self) -> Iterator[Deed]:
        """Yield the deeds from left to right."""
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
            if len(row[0]) == 1 or row[0][1] == GAP or row[0][1] in following
        ]
        ends = [(len(p), end, family) for p, family in rows if (end := self._matched(p, index)) is not None]
        if not ends:
            return None
        _, last, family = max(ends, key=lambda row: (row[1], row[0]))
        return None if self._is_noun(index, last) else (last, family)

    def _following(self, index: int) -> frozenset[str]:
        """What the next word may be, adverbs left aside."""
        found: frozenset[str] = frozenset()
        for stems in self._scene.stems[index + 1 : index + 1 + _ADVERBS_AT_MOST]:
            found |= stems
            if not stems & _ADVERBS:
                break
        return found

    def _is_noun(self, index: int, last: int) -> bool:
        """`the host`, `a visit`: a single word that the parser takes for a noun is no verb."""
        token = self._scene.token(index)
        return last == index + 1 and token is not None and token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}

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
            while number and word != self._word(position) and self._word(position) in _ADVERBS:
                position += 1
            if position >= len(self._words) or word not in self._scene.stems[position]:
                return None
            position += 1
        return position

    def _word(self, position: int) -> str:
        return self._words[position] if position < len(self._words) else ""

    def _is_gap(self, start: int, end: int) -> bool:
        """Whether only words and places stand there: `received [in New Delhi] by`."""
        inside = (i for i in self._items[start:end] if i.form not in PLACES)
        return all(i.kind in {"word", "adjective"} and (i.text.isalpha() or i.text == "-") for i in inside)

    def _deed(self, first: int, last: int, family: str) -> Deed:
        arguments = self._arguments
        subjects, begin = arguments.subjects(first, last)
        objects = arguments.objects(last, family)
        if family == "by_phone":
            subjects = arguments.before(first)
        if family == "with":
            objects = arguments.accompanying(first) or subjects
        mood = self._moods.read(first, last, begin, family)
        verb = self._scene.lemmas[first]
        return Deed("" if mood.elsewhere else family, verb, first, last, subjects, objects, mood)
