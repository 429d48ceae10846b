"""What follows the head of a title: `secretary of Armenia’s Security Council`, `Minister of Labour and Trade`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.gazetteer import Hit
from ingest.title_words import Grammar
from ingest.tokens import Token

HYPHENS = frozenset({"-", "–", "‑"})
#: "the President of the Republic" is the President.
_GENERIC = frozenset(
    {"the", "day", "time", "republic", "country", "nation", "state", "kingdom", "bloc", "body", "union"}
)
#: "foreign minister in the Taliban administration".
_RULES = frozenset({"administration", "government", "cabinet", "set", "authorities", "regime", "leadership"})
#: How many words make the name of a chamber.
_CHAMBER = 3
_AFTER = {"of": True, "from": True, "for": False, "to": False, "on": False, "at": False}


@dataclass(slots=True)
class TitleDraft:
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


class TitleObjects:
    """Grows titles to the right, given a text's words and the hits of the gazetteer."""

    def __init__(self, tokens: Sequence[Token], hits: Sequence[Hit], grammar: Grammar) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._starting = {h.first: h for h in hits}
        self._ending = {h.last: h for h in hits}

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

    def _grow_right(self, draft: TitleDraft) -> None:
        self._take_suffix(draft)
        if self._tokens[draft.last : draft.last + 1] and self._tokens[draft.last].folded == "until":
            draft.status = "former"  # `foreign secretary until Friday`
        for _ in range(3):
            position = draft.last
            if position + 1 >= len(self._tokens):
                return
            if self._tokens[position].folded == "responsible" and self._tokens[position + 1].folded == "for":
                draft.words.append(self._tokens[position].text)  # `Minister Responsible for Foreign Affairs`
                position = draft.last = position + 1
            preposition = self._tokens[position].folded
            if preposition == "in" and (draft.principals or draft.owner):
                self._take_post(draft, position + 1)
                return
            if preposition == "in":
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

    def _take_post(self, draft: TitleDraft, position: int) -> None:
        """`the Bangladesh ambassador in Yangon`: where somebody is posted stays in the title."""
        hit = self._starting.get(position)
        if hit is not None and draft.head in self._grammar.posted:
            draft.words += ["in", *(t.text for t in self._tokens[hit.first : hit.last])]
            draft.last = hit.last

    def _take_seat(self, draft: TitleDraft, position: int) -> None:
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

    def _take_suffix(self, draft: TitleDraft) -> None:
        """`President-elect`, `prime minister designate`."""
        position = draft.last
        if position < len(self._tokens) and self._tokens[position].folded in HYPHENS:
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
            chamber = self._chamber_at(position)
            if chamber and (not hits or self._possessive_end(position - 1) is not None):
                position = end = position + chamber
            elif hit is not None and not (hits and hits[-1].form == "name" and word.folded != "and"):
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

    def _head_at(self, position: int) -> int | None:
        """Where the head of a title that begins at a position ends."""
        here = self._grammar.heads.at(self._tokens, position) if position < len(self._tokens) else ()
        return next((last for last, _, _ in here), None)

    def _chamber_at(self, position: int) -> int:
        """How many words make a chamber: `House of Representatives`, `Council of Ministers`; 0 for none."""
        words = [t.folded for t in self._tokens[position : position + _CHAMBER]]
        known = (
            len(words) == _CHAMBER
            and words[0] in self._grammar.houses
            and words[1] == "of"
            and words[2] in self._grammar.sitting
        )
        return _CHAMBER if known and position not in self._starting else 0

    def _is_joint(self, position: int, end: int, *, listed: bool) -> bool:
        """Whether the object goes on after a small word, a hyphen or, in a list of portfolios, a comma."""
        word = self._tokens[position]
        if word.folded in {"and", "of", "the"}:
            return self._continues(position)
        return (word.folded in HYPHENS and end == position) or (
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

    def _take_object(self, draft: TitleDraft, preposition: str, end: int, hits: list[Hit]) -> None:
        begin = draft.last + 1
        holder = self._head_at(end) if hits else None
        if holder is not None and hits[-1].last == end and draft.head in self._grammar.serving:
            draft.last = holder  # `Special Envoy of the United Nations Secretary-General`
            if draft.owner is None and not draft.principals:
                draft.principals.extend(h for h in hits if h.form != "city")
            return
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
            whole = len(kept)
            while kept and kept[-1].casefold() in self._grammar.formal:
                kept.pop()  # `Minister of Foreign Affairs of the Democratic Socialist Republic of Sri Lanka`
            if kept and len(kept) < whole:
                draft.words += [preposition, *kept]
            elif kept:
                draft.words += (
                    [preposition, "the", *kept] if rest[0].casefold() != "the" else [preposition, *rest]
                )
        else:
            draft.words += [preposition, *(t.text for t in self._tokens[begin:end])]
        draft.last = end
