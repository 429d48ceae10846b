"""Titles in the words of a text: `Pakistan’s Deputy Foreign Minister`, `secretary of Armenia’s Security Council`.

A title is found from its head ("minister"), grown to the left over the words that may stand before it, to the right
over "of/for/to …", and given the state or body that it serves where the words name it. It does not say who holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.gazetteer import ADJECTIVAL, Hit
from ingest.names import honorifics
from ingest.title_words import Grammar, ending_at, title_case
from ingest.tokens import Token

_POSSESSIVE_PRONOUNS = frozenset({"its", "his", "her", "their", "whose"})
_OWN_COUNTRY = frozenset(
    {"country", "nation", "kingdom", "republic", "island", "group", "movement", "bloc", "alliance", "union"}
)
_DETERMINERS = frozenset({"the", "a", "an"})
_HYPHENS = frozenset({"-", "–", "‑"})
#: "the President of the Republic" is the President.
_GENERIC = frozenset(
    {"the", "day", "time", "republic", "country", "nation", "state", "kingdom", "bloc", "body", "union"}
)
#: "foreign minister in the Taliban administration".
_RULES = frozenset({"administration", "government", "cabinet", "set", "authorities", "regime", "leadership"})
_AFTER = {"of": True, "from": True, "for": False, "to": False, "on": False, "at": False}


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


@dataclass(slots=True)
class _Draft:
    """A title while it grows."""

    first: int
    last: int
    core: int
    words: list[str]
    head: str
    status: str = "current"
    principals: list[Hit] = field(default_factory=list)
    owner: str | None = None
    definite: bool = False


class TitleFinder:
    """Finds the titles in one text's words, given the hits of the gazetteer."""

    def __init__(self, tokens: Sequence[Token], hits: Sequence[Hit], grammar: Grammar) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._starting = {h.first: h for h in hits}
        self._ending = {h.last: h for h in hits}

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
        draft = _Draft(index, last, index, [t.text for t in self._tokens[index:last]], head)
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

    def _grow_left(self, draft: _Draft) -> None:
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
            elif word.folded in _HYPHENS and position and self._belongs_or_status(position - 1):
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

    def _take_principal(self, draft: _Draft) -> None:
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

    def _possessive_end(self, position: int) -> int | None:
        """The last word before `’s` or `’` at a position; None where no possessive ends there."""
        marks = "'’"
        if (
            position >= 1
            and self._tokens[position].folded == "s"
            and self._tokens[position - 1].text in marks
        ):
            return position - 2
        if (
            position >= 1
            and self._tokens[position].text in marks
            and self._tokens[position - 1].folded.endswith("s")
        ):
            return position - 1
        return None

    def _take_hits(self, draft: _Draft, hit: Hit) -> None:
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

    def _take_edges(self, draft: _Draft) -> None:
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
            elif word.folded not in _HYPHENS or self._tokens[position - 1].folded not in self._grammar.status:
                return
            draft.first = position
            position -= 1

    def _grow_right(self, draft: _Draft) -> None:
        self._take_suffix(draft)
        if self._tokens[draft.last : draft.last + 1] and self._tokens[draft.last].folded == "until":
            draft.status = "former"  # `foreign secretary until Friday`
        for _ in range(3):
            position = draft.last
            if position + 1 >= len(self._tokens):
                return
            preposition = self._tokens[position].folded
            if preposition == "in" and not draft.principals:
                self._take_seat(draft, position + 1)
                return
            if preposition not in _AFTER:
                return
            end, hits = self._object_of(position + 1)
            if end == position + 1:
                return
            if hits and draft.head in self._grammar.plurals and end == hits[-1].last:
                end = self._take_listed(end, hits)
            self._take_object(draft, preposition, end, hits)

    def _take_seat(self, draft: _Draft, position: int) -> None:
        """`then prime minister in Bangkok`, `acting foreign minister in the Taliban administration`."""
        begin = position
        while position < len(self._tokens) and self._tokens[position].folded in {
            "the",
            *self._grammar.status,
        }:
            position += 1
        hit = self._starting.get(position)
        if hit is None:
            return
        following = self._tokens[hit.last].folded if hit.last < len(self._tokens) else ""
        if following in _RULES or (hit.form == "capital" and begin == position):
            draft.principals.append(hit)
            draft.last = hit.last + 1 if following in _RULES else hit.last

    def _take_listed(self, end: int, hits: list[Hit]) -> int:
        """The principals listed after the first: `the foreign ministers of Armenia, Iran and Türkiye`."""
        position = end
        while position < len(self._tokens) and self._tokens[position].folded in {",", "and", "the"}:
            position += 1
            hit = self._starting.get(position)
            if hit is not None:
                hits.append(hit)
                position = end = hit.last
        return end

    def _take_suffix(self, draft: _Draft) -> None:
        """`President-elect`, `prime minister designate`."""
        position = draft.last
        if position < len(self._tokens) and self._tokens[position].folded in _HYPHENS:
            position += 1
        if position < len(self._tokens) and self._tokens[position].folded in {"elect", "designate"}:
            draft.status = "designate"
            draft.last = position + 1

    def _object_of(self, start: int) -> tuple[int, list[Hit]]:
        """The end of the noun phrase that begins at a position, and the hits in it; `start` where none does."""
        position = start
        hits: list[Hit] = []
        determined = self._tokens[position].folded == "the"
        while position < len(self._tokens) and self._tokens[position].folded in self._grammar.epithets:
            position += 1
        end = start
        while position < len(self._tokens):
            hit = self._starting.get(position)
            word = self._tokens[position]
            if hit is not None and not (hits and hits[-1].form == "name" and word.folded != "and"):
                hits.append(hit)
                position = end = hit.last
            elif word.folded in self._grammar.portfolio or (
                determined and not hits and word.capital and word.text.isalpha()
            ):
                position += 1
                end = position
            elif word.text in "’'" and self._possessive_end(position + 1) is not None:
                position += 2
            elif end > start and self._is_joint(position, end, listed=not hits):
                position += 1
            else:
                break
        return end, hits

    def _is_joint(self, position: int, end: int, *, listed: bool) -> bool:
        """Whether the object goes on after a small word, a hyphen or, in a list of portfolios, a comma."""
        word = self._tokens[position]
        if word.folded in {"and", "of", "the"}:
            return self._continues(position)
        return (word.folded in _HYPHENS and end == position) or (
            word.text == "," and listed and self._lists_portfolios(position)
        )

    def _lists_portfolios(self, comma: int) -> bool:
        """`Minister of Foreign Affairs, Labour and Trade`: after the comma only portfolios up to the next joint."""
        position = comma + 1
        while position < len(self._tokens) and self._is_portfolio(position):
            position += 1
        if position == comma + 1 or position + 1 >= len(self._tokens):
            return False
        joint = self._tokens[position].folded
        return joint in {"and", "&", ","} and self._is_portfolio(position + 1)

    def _is_portfolio(self, position: int) -> bool:
        word = self._tokens[position] if position < len(self._tokens) else None
        known = word is not None and position not in self._starting and word.capital
        return known and word is not None and word.folded in self._grammar.portfolio

    def _continues(self, position: int) -> bool:
        """Whether the word after a small one belongs to the object: `Trade and Industry`, not `and Prime Minister`."""
        following = position + 1
        if following >= len(self._tokens):
            return False
        if any(True for _ in self._grammar.heads.at(self._tokens, following)) or following in self._starting:
            return False
        word = self._tokens[following]
        ahead = self._tokens[following + 1] if following + 1 < len(self._tokens) else word
        if any(True for _ in self._grammar.heads.at(self._tokens, following + 1)) and ahead is not word:
            return False
        return word.folded in self._grammar.portfolio

    def _take_object(self, draft: _Draft, preposition: str, end: int, hits: list[Hit]) -> None:
        begin = draft.last + 1
        serving = next((h for h in hits if h.form != "city"), None)
        words = {t.folded for t in self._tokens[begin:end]}
        if preposition == "of" and words <= _GENERIC:
            draft.last = end
        elif _AFTER[preposition] and serving is not None and not draft.principals and draft.owner is None:
            draft.principals.extend(h for h in hits if h.form != "city")
            rest = [
                t.text
                for i, t in enumerate(self._tokens[begin:end], begin)
                if not any(h.first <= i < h.last for h in hits)
            ]
            passed = {"s", "and"} | self._grammar.epithets
            kept = [w for w in rest if w.isalpha() and w.casefold() not in passed]
            if kept:
                draft.words += (
                    [preposition, "the", *kept] if rest[0].casefold() != "the" else [preposition, *rest]
                )
        else:
            draft.words += [preposition, *(t.text for t in self._tokens[begin:end])]
        draft.last = end
