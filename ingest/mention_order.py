"""Mentions as they are found, and also in the order of the text, so that what stands near is found at once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator

from ingest.actors import Mention

#: Where a mention stands: its start, and its place among the mentions (with a minus: of several the first comes last).
_Place = tuple[int, int]


class MentionOrder:
    """The mentions found so far; `mentions` has them as they were added, and only these methods change it."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._places: list[_Place] = []
        self._places_of: defaultdict[str, list[_Place]] = defaultdict(list)

    def mention(self, mention: Mention) -> None:
        """Add a mention."""
        place = (mention.start, -len(self.mentions))
        insort(self._places, place)
        insort(self._places_of[mention.actor], place)
        self.mentions.append(mention)

    def replace_mention(self, place: int, mention: Mention) -> None:
        """Put a mention that begins there too in the place of another."""
        before = self.mentions[place]
        self._places_of[before.actor].remove((before.start, -place))
        insort(self._places_of[mention.actor], (mention.start, -place))
        self.mentions[place] = mention

    def place_of(self, mention: Mention) -> int:
        """Where the first mention of the same actor that begins there stands among the mentions."""
        first = bisect_left(self._places, (mention.start + 1,)) - 1
        while self.mentions[-self._places[first][1]].actor != mention.actor:
            first -= 1
        return -self._places[first][1]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within [start, end), as they were added."""
        first, last = (bisect_left(self._places, (offset,)) for offset in (start, end))
        return [self.mentions[place] for place in sorted(-p for _, p in self._places[first:last])]

    def mentions_before(self, offset: int) -> Iterator[Mention]:
        """Yield the mentions that end before an offset, the last one first."""
        for index in range(bisect_left(self._places, (offset,)) - 1, -1, -1):
            mention = self.mentions[-self._places[index][1]]
            if mention.end <= offset:
                yield mention

    def mentions_of(self, actor: str, before: int) -> Iterator[Mention]:
        """Yield the mentions of an actor that begin before an offset, the last one first."""
        places = self._places_of.get(actor, [])
        for index in range(bisect_left(places, (before,)) - 1, -1, -1):
            yield self.mentions[-places[index][1]]
