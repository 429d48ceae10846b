"""What becomes of a verb: whether it tells of the past or of what is to come, is denied, wished or done to
something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.occasions.arguments import Arguments
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import vocabulary, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIVE = word_set("negative")
_PLANNED = word_set("planned")
_TRANSITIVE = word_set("transitive")
_COMPANY = word_set("company")
_SPENDING = word_set("spending")
_LEADING = word_set("leading")
_TELLING = word_set("telling")
_TEAMS = word_set("teams")
_GUESTS = word_set("all_guests") | frozenset(
    {"visitor", "guest", "envoy", "minister", "president", "counterpart", "delegation"}
)


@dataclass(frozen=True, slots=True)
class Mood:
    """`irrealis` where it is only wished, weighed or undone; `perfect` after `had`; `elsewhere` where something
    else than an
    occasion is acted on: `opened an embassy`.
    """

    negative: bool = False
    future: bool = False
    irrealis: bool = False
    present: bool = False
    perfect: bool = False
    past: bool = False
    elsewhere: bool = False


class Moods:
    """Reads the words around the verbs of one scene."""

    def __init__(self, scene: Scene, arguments: Arguments) -> None:
        self._scene, self._arguments = scene, arguments
        self._items, self._words = scene.items, scene.words

    def read(self, first: int, last: int, begin: int, family: str) -> Mood:
        """What the words from `begin` on make of the verb at items `first` to `last`."""
        group = self._arguments.group(first, begin)
        negative = bool(_NEGATIVE & set(group)) or self._words[last : last + 1] == ["not"]
        negative = negative or self._words[begin : begin + 1] in (["nobody"], ["neither"], ["no"])
        future = bool(_PLANNED & set(self._words[first:last]) or vocabulary().future & set(group)) or _is_to(
            group
        )
        purpose = self._purpose(first, last) if group[-1:] == ["to"] and not future else ""
        wished = bool(vocabulary().irrealis & set(group)) or self._is_undone(first, begin, group)
        return Mood(
            negative,
            future or purpose == "future",
            wished or purpose == "irrealis" or self._is_bare_gerund(first, last),
            not group and self._is_present(first),
            "had" in group,
            self._is_past(first, last, group),
            self._is_passive(first, last, family) or self._acts_on_else(first, last, family),
        )

    def _is_present(self, first: int) -> bool:
        token = self._scene.token(first)
        auxiliary = self._words[first] in {"is", "are", "has", "have"}
        return token is not None and token.tag_ in {"VBZ", "VBP"} and not auxiliary

    def _is_past(self, first: int, last: int, group: Sequence[str]) -> bool:
        """Whether the verb or its auxiliary is in the past."""
        tokens = (self._scene.token(i) for i in range(first - len(group), last))
        return any(t is not None and (t.tag_ == "VBD" or _is_joined_past(t)) for t in tokens)

    def _is_bare_gerund(self, first: int, last: int) -> bool:
        """`would go on telephoning Putin`, `denied meeting him`: nothing that happened."""
        token = self._arguments.main_token(first, last)
        return (
            token is not None
            and token.tag_ == "VBG"
            and token.dep_ == "xcomp"
            and token.head.lemma_ not in _SPENDING
        )

    def _is_passive(self, first: int, last: int, family: str) -> bool:
        """`an official who was briefed on the talks`."""
        token = self._scene.token(first)
        return (
            family in {"attend", "receive", "host"} and last == first + 1 and token is not None
            and any(c.dep_ == "auxpass" for c in token.children)
        )  # fmt: skip

    def _acts_on_else(self, first: int, last: int, family: str) -> bool:
        """`opens an embassy`, `joined the bloc`, `heads the party`: what is done is done to something else."""
        token = self._scene.token(first)
        if token is None:
            return False
        single = last == first + 1
        if token.lemma_ == "see" and single:
            seen = [c for c in token.children if c.dep_ == "dobj"]
            at = self._scene.index_at(seen[0].idx) if seen else len(self._items)
            return not seen or at >= len(self._items) or self._items[at].kind != "person"
        if family == "receive" and single:
            return self._is_no_guest(token)
        if family == "by_phone":
            return token.head.lemma_ in {"say", "add", "explain", "announce", "reply", "confirm"}
        if token.lemma_ == "confirm" and single:
            return any(c.dep_ in {"ccomp", "dobj"} for c in token.children)
        return family == "attend" and self._attends_no_occasion(token, self._items[last - 1].end)

    def _is_no_guest(self, verb: Token) -> bool:
        """`welcomed the prospect of a visit by Abe`: what is welcomed is nobody."""
        things = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
        at = self._scene.index_at(things[0].idx) if things else len(self._items)
        if at >= len(self._items) or self._items[at].kind != "word":
            return False
        return not set(self._words[at : at + 1]) & (_GUESTS | vocabulary().nouns.keys() | vocabulary().sides)

    def _attends_no_occasion(self, verb: Token, end: int) -> bool:
        """Whether the object behind a verb of attending is neither an occasion nor, for some verbs, an actor."""
        things = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.idx >= end]
        if not things or things[0].lower_ in {"it", "them"}:
            return False
        words = {w.lower_ for w in things[0].subtree} | {w.lemma_.lower() for w in things[0].subtree}
        if verb.lemma_ in _LEADING:
            return not words & _TEAMS
        named = vocabulary().nouns.keys() & words
        at = self._scene.index_at(things[0].idx)
        actor = at < len(self._items) and self._items[at].kind != "word"
        told = actor and verb.lemma_ in _TELLING and self._scene.body(self._items[at]) is not None
        person = told or (actor and verb.lemma_ in _COMPANY | {"brief", "address"})
        return not named and not person and verb.lemma_ in _TRANSITIVE

    def _purpose(self, first: int, last: int) -> str:
        """What the verb before an infinitive makes of it: `plans to meet` the future, `wants to meet` nothing;
        `flew in to
        attend` leaves it a fact.
        """
        token = self._arguments.main_token(first, last)
        head = token.head if token is not None and token.head.i != token.i else None
        if head is None:
            return ""
        if head.lemma_ in vocabulary().irrealis_heads:
            return "irrealis"
        ahead = any(c.lower_ in {"will", "shall", "’ll"} for c in head.children)
        return "future" if ahead or head.lemma_ in vocabulary().future_heads else ""

    def _is_undone(self, verb: int, begin: int, group: list[str]) -> bool:
        """`denied that Doval had sat down with an envoy`, `had been due to meet`, `had hoped for a meeting`."""
        before = self._words[max(0, begin - 12) : verb]
        since = group[group.index("had") :] if "had" in group else []  # but `those invited had stayed away`
        planned = bool(since) and bool({*since, *self._words[verb : verb + 3]} & _PLANNED)
        planned = planned or bool(
            {("was", "to", "have"), ("were", "to", "have")}
            & set(zip(group, group[1:], group[2:], strict=False))
        )
        return planned or bool(set(before) & vocabulary().undoing)


def _is_joined_past(token: Token) -> bool:
    """`gave up his seat and delegated his deputy`, which the parser may take for a participle."""
    return token.tag_ == "VBN" and token.dep_ == "conj" and token.head.tag_ == "VBD"


def _is_to(group: Sequence[str]) -> bool:
    """`is to meet`, `was to meet`."""
    return any(
        pair in {("is", "to"), ("are", "to"), ("was", "to"), ("were", "to")} for pair in pairwise(group)
    )
