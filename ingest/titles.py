"""Titles in the words of a text: `Pakistan’s Deputy Foreign Minister`, `secretary of Armenia’s Security Council`.

A title is found from its head ("minister"), grown to the left over the words that may stand before it, to the right
over "of/for/to …", and given the state or body that it serves where the words name it. It does not say who holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.gazetteer import ADJECTIVAL, Hit
from ingest.names import honorifics
from ingest.title_objects import HYPHENS, TitleDraft, TitleObjects
from ingest.title_words import ending_at, title_case

_POSSESSIVE_PRONOUNS = frozenset({"its", "his", "her", "their", "whose"})
_OWN_COUNTRY = frozenset(
    {"country", "nation", "kingdom", "republic", "island", "group", "movement", "bloc", "alliance", "union"}
)
_DETERMINERS = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title at words `first` to `last` (exclusive), its principal and determiner included.

    `name` is the title in its own words without the principal; `principals` the hits that it serves (several for
    "the Saudi, Iraqi and Egyptian ministers"); `owner` a possessive pronoun that stands for the principal.
    """

    first: int
    last: int
    core: int
    name: str
    head: str
    status: str
    principals: tuple[Hit, ...] = ()
    owner: str | None = None
    definite: bool = False
    plural: bool = False
    counterpart: bool = False
    vague: bool = False


class TitleFinder(TitleObjects):
    """Finds the titles in one text's words, given the hits of the gazetteer."""

    def find(self) -> Iterator[Title]:
        """Yield the titles from left to right."""
        index = 0
        while index < len(self._tokens):
            title = self._title_at(index)
            owned = self._owned_by(title) if title is not None else None
            if title is None:
                index += 1
            else:
                yield owned or title
                index = max((owned or title).last, index + 1)

    def _owned_by(self, title: Title) -> Title | None:
        """`the Russian president’s special representative`: Russia's special representative, and no president."""
        at = title.last
        if (
            at + 2 >= len(self._tokens)
            or self._tokens[at].text not in "’'"
            or self._tokens[at + 1].folded != "s"
        ):
            return None
        for head in range(at + 2, min(at + 5, len(self._tokens))):
            owned = self._title_at(head)
            if owned is not None and owned.first <= at + 2 <= owned.core and not owned.principals:
                return replace(owned, first=title.first, principals=title.principals, definite=title.definite)
        return None

    def _title_at(self, index: int) -> Title | None:
        for last, head, _ in self._grammar.counterparts.at(self._tokens, index):
            return self._grown(index, last, head, counterpart=True)
        for last, head, _ in self._grammar.heads.at(self._tokens, index):
            if not self._is_verb(index, last) and not self._is_name(index, last):
                return self._grown(index, last, head, counterpart=False)
        return None

    def _is_name(self, index: int, last: int) -> bool:
        """`Amir Khan Muttaqi`, `Dr Sultan Al Jaber`: a given name; `Sultan Haitham`, `the Amir of Kuwait`: a title."""
        word = self._tokens[index]
        if word.folded not in self._grammar.given_names or not word.capital or last >= len(self._tokens):
            return False
        before = self._tokens[index - 1].folded if index else ""
        if before in {"majesty", "highness", "hm", "hrh"}:  # `His Majesty Sultan Qaboos`
            return False
        if (
            before in _DETERMINERS
            or before == "s"
            or index in self._ending
            or self._tokens[last].folded == "of"
        ):
            return False
        following = self._tokens[last]
        opens = following.capital and following.folded not in {"al", "bin", "bint", "ibn"}
        return (
            word.folded == "amir" or not opens or before in self._grammar.before | honorifics() | {"minister"}
        )

    def _is_verb(self, index: int, last: int) -> bool:
        """`to head a delegation`, `will chair the session`."""
        word = self._tokens[index]
        if word.folded not in {"head", "chair", "chief"} or word.capital:
            return False
        following = self._tokens[last].folded if last < len(self._tokens) else ""
        preceding = self._tokens[index - 1].folded if index else ""
        return following in _DETERMINERS | _POSSESSIVE_PRONOUNS or preceding in {
            "to",
            "will",
            "would",
            "who",
            "jointly",
        }

    def _grown(self, index: int, last: int, head: str, *, counterpart: bool) -> Title:
        draft = TitleDraft(index, last, index, [t.text for t in self._tokens[index:last]], head)
        self._grow_left(draft)
        self._take_principal(draft)
        if not counterpart:
            self._grow_right(draft)
        plural = head in self._grammar.plurals or (counterpart and head.endswith("s"))
        return Title(
            draft.first,
            draft.last,
            draft.core,
            title_case(draft.words, head, self._grammar.plurals.get(head, head)),
            head,
            draft.status,
            tuple(draft.principals),
            draft.owner,
            draft.definite,
            plural,
            counterpart,
            head in self._grammar.vague and len(draft.words) <= 2,
        )

    def _grow_left(self, draft: TitleDraft) -> None:
        position = draft.first - 1
        while position >= 0:
            word = self._tokens[position]
            told = ending_at(self._tokens, position, self._grammar.status_phrases)
            if told is not None:
                draft.status = told[1]
                position -= told[0] - 1
                draft.first = position
            elif self._belongs(position):
                draft.words.insert(0, word.text)
                draft.first = draft.core = position
            elif word.folded in HYPHENS and position and self._belongs_or_status(position - 1):
                pass
            elif word.folded == "and" and self._joins(position):
                draft.words.insert(0, "and")
            else:
                break
            position -= 1

    def _belongs(self, position: int) -> bool:
        return position + 1 not in self._ending and self._tokens[position].folded in self._grammar.before

    def _belongs_or_status(self, position: int) -> bool:
        return self._belongs(position) or self._tokens[position].folded in self._grammar.status

    def _joins(self, position: int) -> bool:
        """`Trade and Industry Minister`, not `prime minister and foreign minister`."""
        return position > 0 and self._belongs(position - 1) and self._belongs(position + 1)

    def _take_principal(self, draft: TitleDraft) -> None:
        position = draft.first - 1
        if self._possessive_end(position) is not None:
            position = self._possessive_end(position) or 0
        hit = self._ending.get(position + 1)
        if hit is not None:
            self._take_hits(draft, hit)
            position = draft.first - 1
        word = self._tokens[position].folded if position >= 0 else ""
        own = word in _OWN_COUNTRY and position + 1 < draft.first  # `the country’s foreign minister`
        if (word in _POSSESSIVE_PRONOUNS or own) and not draft.principals:
            draft.owner = "its" if own else word
            draft.first = position
        self._take_edges(draft)

    def _take_hits(self, draft: TitleDraft, hit: Hit) -> None:
        """The hit before the title (`Israel’s U.N. ambassador` is Israel's), and those listed before it: `Saudi, Iraqi
        and Egyptian ministers`.
        """
        owner = self._ending.get((self._possessive_end(hit.first - 1) or -2) + 1)
        if owner is not None:
            draft.words[:0] = [t.text for t in self._tokens[hit.first : hit.last]]
            hit = owner
        draft.principals.insert(0, hit)
        draft.first = hit.first
        if hit.form == "metonym":
            draft.words[:0] = [t.text for t in self._tokens[hit.first : hit.last]]
        if draft.head not in self._grammar.plurals:
            return
        position = hit.first - 1
        while position >= 0 and self._tokens[position].folded in {",", "and"}:
            while position >= 0 and self._tokens[position].folded in {",", "and"}:
                position -= 1
            earlier = self._ending.get(position + 1)
            if earlier is None or earlier.form not in ADJECTIVAL:
                return
            draft.principals.insert(0, earlier)
            draft.first = earlier.first
            position = earlier.first - 1

    def _take_edges(self, draft: TitleDraft) -> None:
        """The status word and the determiner that stand before the principal."""
        position = draft.first - 1
        while position >= 0:
            word = self._tokens[position]
            told = ending_at(self._tokens, position, self._grammar.status_phrases)
            if told is not None:
                if draft.status != "designate":
                    draft.status = told[1]
                position -= told[0] - 1
            elif word.folded in _DETERMINERS:
                draft.definite = word.folded == "the"
                draft.first = position
                return
            elif word.folded not in HYPHENS or self._tokens[position - 1].folded not in self._grammar.status:
                return
            draft.first = position
            position -= 1
