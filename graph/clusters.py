"""Mentions joined into clusters, and clusters given ids: the same from the same mentions, in whatever order.

What is decided inside here depends on mentions that share a block, if need be over others, and on no other: see
`graph.mentions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Mention

Key = tuple[str, str]


class Clusters:
    """Mentions in clusters of which no article has two: one article tells its own people and events apart."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        ordered = sorted(mentions, key=lambda mention: mention.key)
        self._members: dict[Key, list[Mention]] = {mention.key: [mention] for mention in ordered}
        self._articles: dict[Key, set[str]] = {mention.key: {mention.article} for mention in ordered}
        self._root: dict[Key, Key] = {mention.key: mention.key for mention in ordered}

    def root(self, key: Key) -> Key:
        """The least mention of the cluster that holds this one stands for the cluster."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def may_join(self, one: Key, other: Key) -> bool:
        """They are two clusters, and no article has a mention in both."""
        first, second = self.root(one), self.root(other)
        return first != second and self._articles[first].isdisjoint(self._articles[second])

    def join(self, one: Key, other: Key) -> bool:
        """The two are one cluster now, if they may be."""
        if not self.may_join(one, other):
            return False
        least, other_root = sorted((self.root(one), self.root(other)))
        self._root[other_root] = least
        self._members[least] += self._members.pop(other_root)
        self._articles[least] |= self._articles.pop(other_root)
        return True

    def members(self, key: Key) -> list[Mention]:
        """The mentions in the cluster of this one."""
        return self._members[self.root(key)]

    def roots(self) -> list[Key]:
        """One mention of each cluster, sorted."""
        return sorted(self._members)

    def all(self) -> list[list[Mention]]:
        """The clusters, each sorted, by their least mention."""
        return [sorted(self._members[root], key=lambda mention: mention.key) for root in self.roots()]


@dataclass(frozen=True, slots=True)
class Wish:
    """The id that a cluster would take, what would set it apart, and its least mention.

    Without `alone` the id holds for one article only, and says so even where nobody else wants it.
    """

    id: str
    apart: str | None
    least: Mention
    alone: bool = True


def minted(wishes: Sequence[Wish]) -> list[str]:
    """The ids that the clusters take, in order: what two wish for, both write longer."""
    ids = [wish.id if wish.alone else _by_article(wish) for wish in wishes]
    for longer in (_by_apart, _by_article):
        wanted = Counter(ids)
        ids = [longer(wish) if wanted[taken] > 1 else taken for wish, taken in zip(wishes, ids, strict=True)]
    return ids


def _by_apart(wish: Wish) -> str:
    return f"{wish.id}--{wish.apart}" if wish.alone and wish.apart else _by_article(wish)


def _by_article(wish: Wish) -> str:
    """The article's hash, and the place in it: no two clusters have the same, whatever else they are called."""
    place = f"-{wish.least.place}" if wish.least.place > 1 else ""
    return f"{wish.id}--{wish.least.article.partition('/')[2][:12]}{place}"
