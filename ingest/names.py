"""Personal names in the words of a text: capitalised words with particles, initials, hyphens and apostrophes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.lexicon import read_lexicon
from ingest.tokens import Token

if TYPE_CHECKING:
    from ingest.gazetteer import Hit

_JOINTS = frozenset({"-", "’", "'", "‘", "ʻ", "‑"})
_LONGEST = 7
_HONORIFICS_AT_MOST = 8
#: What follows the hyphen of a compound adjective, not of a name: `Merz-led`.
_SECOND_HALVES = frozenset(
    {
        "led",
        "based",
        "born",
        "era",
        "style",
        "backed",
        "brokered",
        "hosted",
        "chaired",
        "ruled",
        "run",
        "elect",
    }
)


@lru_cache(maxsize=1)
def never_names() -> frozenset[str]:
    """Capitalised words, folded, that are no part of a name in running text."""
    return frozenset(read_lexicon("names")["never"])


@lru_cache(maxsize=1)
def institutions() -> frozenset[str]:
    """Words, folded, that make the capitalised ones before them an institution's: `Balqa News Agency`."""
    return frozenset(read_lexicon("names")["institutions"])


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(read_lexicon("names")["particles"])


@lru_cache(maxsize=1)
def _letters_behind() -> frozenset[str]:
    return frozenset(read_lexicon("names")["after_names"])


@lru_cache(maxsize=1)
def honorifics() -> frozenset[str]:
    """Honorifics and military ranks, folded: they stand before a name and are no part of it."""
    return frozenset(read_lexicon("names")["honorifics"])


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    """Nouns that a name may follow without a comma: `political commentator Wais Naseri`."""
    return frozenset(read_lexicon("names")["person_nouns"])


@lru_cache(maxsize=1)
def speech_verbs() -> frozenset[str]:
    """Verbs of saying whose subject a full name is, where no other sign tells: `Jarden Kephas said`."""
    return frozenset(read_lexicon("names")["speech_verbs"])


def skip_honorifics(tokens: Sequence[Token], index: int) -> int:
    """The first word at or after a position that is no honorific: `Dr. Mekdad` -> the index of Mekdad."""
    for _ in range(_HONORIFICS_AT_MOST):
        if index >= len(tokens) or tokens[index].folded not in honorifics():
            break
        index += 1
        if index < len(tokens) and tokens[index].text == ".":
            index += 1
    return index


def name_end(
    tokens: Sequence[Token], start: int, hits: Mapping[int, Hit], titles: Collection[int] = ()
) -> int:
    """The end (exclusive) of the name that begins at a word; `start` where none does.

    `hits` maps first words to gazetteer hits: a hit ends a name, save at its very start (`Israel Katz`);
    `titles` holds the first words of titles, which end it too.
    """
    index, words = start, 0
    while index < len(tokens) and words < _LONGEST:
        word = tokens[index]
        if index > start and (index in hits or index in titles):
            break
        if words and word.text.isupper() and word.folded in _letters_behind():
            break
        if _is_name_word(word):
            index, words = index + 1, words + 1
            index = _joined(tokens, index)
        elif words and word.folded in _particles() and _is_name_at(tokens, index + 1, hits):
            index += 1
            if tokens[index].text in _JOINTS:
                index += 1
        elif words and word.text == "." and tokens[index - 1].end - tokens[index - 1].start == 1:
            index += 1
        else:
            break
    return index


def _is_name_word(word: Token) -> bool:
    return word.capital and word.text[0].isalpha() and word.folded not in never_names()


def _is_name_at(tokens: Sequence[Token], index: int, hits: Mapping[int, Hit]) -> bool:
    """Whether the name goes on after a particle: `von der Leyen`, `bin Abdulaziz`, `al-Sharaa`."""
    while index < len(tokens) and (tokens[index].text in _JOINTS or tokens[index].folded in _particles()):
        index += 1
    return index < len(tokens) and _is_name_word(tokens[index]) and index not in hits


def _joined(tokens: Sequence[Token], index: int) -> int:
    """Past `-Yves`, `’Brien`, `’ar`, but not past a possessive `’s`."""
    while index + 1 < len(tokens) and tokens[index].text in _JOINTS:
        mark, following = tokens[index], tokens[index + 1]
        touching = tokens[index - 1].end == mark.start and mark.end == following.start
        possessive = mark.text in "’'‘ʻ" and following.folded == "s"
        if (
            not touching
            or possessive
            or not following.text[0].isalpha()
            or (mark.text in "-‑" and not following.capital and following.folded in _SECOND_HALVES)
        ):
            break
        index += 2
    return index


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two full names may be one person's: the same words, the shorter within the longer with the same surname,
    or the longer begun by the shorter; `R. Yuldashev` is Rustam Baxtiyorovich Yuldashev.
    """
    short, long = sorted((tuple(left), tuple(right)), key=len)
    if short == long:
        return True
    if len(short) < 2:
        return False
    if len(short) == 2 and len(short[0]) == 1 and short[1] in long[1:]:
        return long[0].startswith(short[0])
    return (set(short) <= set(long) and short[-1] == long[-1]) or long[: len(short)] == short
