"""Whether a text is English; the reader knows no other language.

Most texts are told by their small words; a model, which takes half a second to load, is asked about the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Scots and Nigerian Pidgin are what the model calls English full of foreign names.
_ENGLISH = frozenset({"en", "sco", "pcm"})
#: Above this length the model was right on every annotated article, below it names alone may sway it.
_LONG = 200
_SURE_OF_SHORT = 0.9
_SURE_OF_LONG = 0.5
_ENOUGH = 20_000
_LAST_LATIN = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")
#: Of the words of each annotated article these are at least 13 in 100, and "the" is at least 2.
_SMALL_WORDS = frozenset({"the", "of", "and", "to", "for", "with", "was", "said", "by", "on"})
_SMALL_SHARE = 0.1
_THE_SHARE = 0.015


def foreign_language(text: str) -> str | None:
    """The code of the language that the text is in, if it is surely not English; a short text needs more certainty.

    `"Lavrov met Muttaqi in Moscow."` → None, though the names look Uzbek to a model.
    """
    text = text[:_ENOUGH]
    if _plainly_english(text):
        return None
    language, confidence = _identifier().classify(text)
    needed = _SURE_OF_LONG if len(text) >= _LONG else _SURE_OF_SHORT
    sure = confidence >= needed or _mostly_other_script(text)
    return str(language) if sure and language not in _ENGLISH else None


def declared_foreign(language: str | None) -> bool:
    """Whether an article's own `language` says that it is not English."""
    if language is None:
        return False
    return language.replace("_", "-").casefold().split("-")[0] not in {"en", "eng", "english"}


def _plainly_english(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    small = sum(word in _SMALL_WORDS for word in words)
    return (
        len(text) >= _LONG
        and small >= _SMALL_SHARE * len(words)
        and words.count("the") >= _THE_SHARE * len(words) > 0
    )


def _mostly_other_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char > _LAST_LATIN for char in letters) > len(letters) / 2


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
