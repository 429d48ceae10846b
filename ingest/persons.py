"""Personal names in a page: told by the parser, a title, a possessive, an honorific or the words beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.docs import Page
from ingest.gazetteer import Hit
from ingest.known import is_known
from ingest.lexicon import read_lexicon
from ingest.names import honorifics, institutions, name_end, person_nouns, skip_honorifics, speech_verbs
from ingest.title_words import tie_before
from ingest.titles import Title
from ingest.tokens import Token, fold

_AFTER_PLACES = frozenset(read_lexicon("names")["after_places"])
_SEPARATORS = frozenset({",", "and", ";", "&"})
#: Honorifics that are common words too, and so no sign of a name by themselves.
_COMMON = frozenset({"he", "his", "her", "general", "right", "field", "major", "father"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words `first` to `last` (exclusive) are a personal name."""

    first: int
    last: int


class NameFinder:
    """Finds the names in one page's words, given the hits of the gazetteer and the titles."""

    def __init__(
        self, page: Page, tokens: Sequence[Token], hits: Sequence[Hit], titles: Sequence[Title]
    ) -> None:
        self._page = page
        self._tokens = tokens
        self._hits = hits
        self._hit_at: Mapping[int, Hit] = {h.first: h for h in hits}
        self._titles = titles
        self._title_at = {t.first: t for t in titles}
        self._title_words = {i for t in titles for i in range(t.core, t.last)}
        self._first_by_offset = {t.start: i for i, t in enumerate(tokens)}

    def spans(self) -> Iterator[NameSpan]:
        """Yield the names, some more than once."""
        yield from self._recognised_names()
        for title in self._titles:
            yield from self._names_after(title)
            yield from self._names_before(title)
        yield from self._names_after_possessives()
        yield from self._names_after_honorifics()
        yield from self._names_by_company()

    def _name_from(self, index: int) -> NameSpan | None:
        index = skip_honorifics(self._tokens, index)
        end = name_end(self._tokens, index, self._hit_at, self._title_at)
        hit = self._hit_at.get(index)
        if end == index or (hit is not None and end <= max(hit.last, index + 1)):
            return None
        return None if self._is_institution(end) else NameSpan(index, end)

    def _is_institution(self, end: int) -> bool:
        """`Balqa News Agency`: the words before an end are no person's."""
        following = self._tokens[end] if end < len(self._tokens) else None
        return following is not None and following.capital and following.folded in institutions()

    def _recognised_names(self) -> Iterator[NameSpan]:
        for entity in self._page.doc.ents:
            if entity.label_ != "PERSON":
                continue
            index = self._first_by_offset.get(entity.start_char)
            while (
                index is not None
                and index < len(self._tokens)
                and self._tokens[index].start < entity.end_char
            ):
                if self._tokens[index].capital and index not in self._title_words:
                    break
                index += 1
            if index is None or index >= len(self._tokens) or self._tokens[index].start >= entity.end_char:
                continue
            if index in self._hit_at and self._tokens[self._hit_at[index].last - 1].end >= entity.end_char:
                continue
            found = self._name_from(index)
            if found is not None and (len(self.words(found.first, found.last)) > 1 or self._recurs(found)):
                yield found

    def _recurs(self, span: NameSpan) -> bool:
        """Whether a lone capitalised word stands in the text twice, and not as a place: a name that is used, not a slip
        of recognition.
        """
        word = self._tokens[span.first].folded
        following = self._tokens[span.last].folded if span.last < len(self._tokens) else ""
        if following in _AFTER_PLACES or (
            span.first and self._tokens[span.first - 1].folded in {"in", "on", "at"}
        ):
            return False
        return self._capitals[word] > 1

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often each word stands in the text with a capital."""
        return Counter(t.folded for t in self._tokens if t.capital)

    def _names_after(self, title: Title) -> Iterator[NameSpan]:
        index = title.last
        while index < len(self._tokens):
            if self._tokens[index].text in {",", "("} and index == title.last:
                index += 1
            found = self._name_from(index)
            if found is None:
                return
            comma = index > title.last and self._tokens[index - 1].text == ","
            if not (comma and len(self.words(found.first, found.last)) < 2):
                yield found
            if not title.plural:
                return
            index = self._past_list_joint(found.last)

    def _past_list_joint(self, index: int) -> int:
        """Past ` of Romania,`/` and ` between the names of a plural title."""
        if index + 1 < len(self._tokens) and self._tokens[index].folded == "of" and index + 1 in self._hit_at:
            index = self._hit_at[index + 1].last
        while index < len(self._tokens) and self._tokens[index].folded in _SEPARATORS:
            index += 1
        return index

    def _names_before(self, title: Title) -> Iterator[NameSpan]:
        """`Hassan Kazemi Qomi, Iran’s Special Envoy`, `Moussa Faki Mahamat, who served as chairperson`: the capitalised
        words that end at the comma or before the verb.
        """
        end = title.first - 1
        if end < 1 or self._tokens[end].text not in {",", "("}:
            tie = tie_before(self._tokens, title.first)
            end = tie[0] if tie is not None else 0
        first = end
        while first > 0 and end - first < 8 and self._may_stand_in_name(first - 1):
            first -= 1
        while first < end:
            found = self._name_from(first)
            if found is not None and found.last == end and len(self.words(found.first, end)) > 1:
                yield found
                return
            first += 1

    def _may_stand_in_name(self, index: int) -> bool:
        token = self._tokens[index]
        return (
            index not in self._title_words
            and (token.text[0].isalpha() or token.text in "-’'‘.")
            and token.folded != "and"
        )

    def _names_after_possessives(self) -> Iterator[NameSpan]:
        """`Ukraine’s Volodymyr Zelensky`, `Somalia’s Hassan Sheikh Mohamud`."""
        for hit in self._hits:
            mark = hit.last
            if (
                mark + 1 < len(self._tokens)
                and self._tokens[mark].text in "’'"
                and self._tokens[mark + 1].folded == "s"
                and mark + 2 not in self._title_words
            ):
                found = self._name_from(mark + 2)
                if (
                    found is not None
                    and len(self.words(found.first, found.last)) > 1
                    and self._is_recognised(found)
                ):
                    yield found

    def _is_recognised(self, span: NameSpan) -> bool:
        """Whether the parser takes every word of a name for a proper noun."""
        start, end = self._tokens[span.first].start, self._tokens[span.last - 1].end
        words = self._page.doc.char_span(start, end, alignment_mode="expand")
        return words is not None and all(w.pos_ in {"PROPN", "PUNCT", "PART", "ADP"} for w in words)

    def _names_by_company(self) -> Iterator[NameSpan]:
        """Full names that the words beside them give away: `commentator Wais Naseri`, `Yvette Cooper said`,
        `Maada Bio of Sierra Leone`, `ASIM AHMAD (Pakistan)`.
        """
        index = 0
        while index < len(self._tokens):
            honorific = self._tokens[index].folded in honorifics()
            if (
                honorific
                or not self._tokens[index].capital
                or index in self._hit_at
                or index in self._title_words
            ):
                index += 1
                continue
            end = name_end(self._tokens, index, self._hit_at, self._title_at)
            span = NameSpan(index, end)
            full = end - index > 1 and len(self.words(index, end)) > 1
            if full and (self._keeps_company(span) or is_known(self.words(index, end))):
                yield span
            index = max(end, index + 1)

    def _keeps_company(self, span: NameSpan) -> bool:
        before = self._tokens[span.first - 1].folded if span.first else ""
        after = [t.folded for t in self._tokens[span.last : span.last + 2]] + ["", ""]
        place = span.last + 1 + (after[1] == "the")
        if before in person_nouns():
            return True
        if after[0] == "of" and place in self._hit_at and self._hit_at[place].form == "name":
            return self._is_recognised(span)
        if (
            after[0] == "("
            and place in self._hit_at
            and all(t.text.isupper() for t in self._tokens[span.first : span.last])
        ):
            return True
        return after[0] in speech_verbs() and self._is_recognised(span)

    def _names_after_honorifics(self) -> Iterator[NameSpan]:
        for index, token in enumerate(self._tokens):
            if (
                token.capital
                and index not in self._hit_at
                and token.folded in honorifics()
                and token.folded not in _COMMON
            ):
                found = self._name_from(index)
                if found is not None and found.first > index:
                    yield found

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The folded words of a name, without marks: (`gideon`, `sa'ar`)."""
        text = fold(self._page.text[self._tokens[first].start : self._tokens[last - 1].end])
        return tuple(w for w in re.split(r"[\s.]+", text) if w)
