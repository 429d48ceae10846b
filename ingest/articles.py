"""Articles as they come in: one text, normalised once, and where it came from.

Everything downstream counts characters in the normalised text. Normalising touches four things and no other,
so that a person still finds every sentence in the source: byte order marks and soft hyphens go, CR LF and CR
become LF, and non-breaking spaces become spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from graph.errors import InputError, RecordError
from graph.record import Article, Fact, Record, Span, text_hash

#: What normalising removes: byte order marks, soft hyphens, and the CR of a CR LF.
_REMOVED = re.compile("\ufeff|\u00ad|\r(?=\n)")
_REPLACED = str.maketrans({"\r": "\n", "\u00a0": " ", "\u202f": " ", "\u2007": " "})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_FOUND = "holds half of a surrogate pair; write the character whole"
_STRINGS = ("title", "publisher", "language", "url", "id")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text; `removed` are the offsets, in the text before, of the characters that are gone."""

    text: str
    removed: tuple[int, ...]

    def moved(self, offset: int) -> int:
        """Where the character at `offset` of the text before now stands; a removed one gives its successor's
        place.
        """
        return offset - bisect_left(self.removed, offset)


def normalise(text: str) -> Normalised:
    r"""The text without byte order marks, CR, soft hyphens and non-breaking spaces; nothing else is changed.

    `"Mos\u00adcow\r\n"` → `"Moscow\n"`, with the characters at 3 and 7 removed.
    """
    removed = tuple(match.start() for match in _REMOVED.finditer(text))
    return Normalised(_REMOVED.sub("", text).translate(_REPLACED), removed)


def article_id(text: str) -> str:
    """The id of an article that came without one: a hash of its normalised text."""
    return f"article/{text_hash(text)}"


def article_from_text(text: str) -> Article:
    """A bare text as an article without title, publisher or date; its first line stays text."""
    plain = normalise(text).text
    return Article(id=article_id(plain), text=plain)


def parse_article(raw: object, where: str) -> Article:
    """The article that a JSON object describes, its text normalised; unknown keys are ignored.

    Raises InputError, naming `where` and the field, if the object is no article: `text` must be a string,
    `published` an ISO day or time, and the other fields strings or null. An empty string is the same as null.
    """
    if not isinstance(raw, Mapping):
        raise InputError(f"{where}: an article must be a JSON object, not {_kind(raw)}")
    text = raw.get("text")
    if not isinstance(text, str):
        problem = "is missing" if "text" not in raw else f"must be a string, not {_kind(text)}"
        raise InputError(f"{where}: article.text {problem}")
    if _SURROGATE.search(text):
        raise InputError(f"{where}: article.text {_SURROGATE_FOUND}")
    article = article_from_text(text)
    title, publisher, language, url, given_id = (_optional_string(raw, name, where) for name in _STRINGS)
    return replace(
        article,
        id=given_id or article.id,
        title=title,
        publisher=publisher,
        published=_published_day(raw, where),
        language=language,
        url=url,
    )


def normalised_record(record: Record, where: str) -> Record:
    """The record with its article's text normalised and its spans moved along; unchanged if nothing moves.

    Raises RecordError if a span covers removed characters alone.
    """
    before = record.article.text
    normalised = normalise(before)
    if normalised.text == before:
        return record
    facts = tuple(
        _moved_fact(fact, normalised, f"{where}: facts[{index}]") for index, fact in enumerate(record.facts)
    )
    return replace(record, article=replace(record.article, text=normalised.text), facts=facts)


def _moved_fact(fact: Fact, normalised: Normalised, where: str) -> Fact:
    return replace(fact, evidence=tuple(_moved_span(span, normalised, where) for span in fact.evidence))


def _moved_span(span: Span, normalised: Normalised, where: str) -> Span:
    start, end = normalised.moved(span[0]), normalised.moved(span[1])
    if start >= end:
        raise RecordError(f"{where}.evidence: the span {list(span)} covers nothing but soft hyphens or a CR")
    return start, end


def _published_day(raw: Mapping[str, Any], where: str) -> str | None:
    value = _optional_string(raw, "published", where)
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        is_day = False
    else:
        is_day = _DAY.match(value) is not None
    if not is_day:
        raise InputError(f"{where}: article.published must be a day such as 2024-10-05, not {value!r}")
    return value[:10]


def _optional_string(raw: Mapping[str, Any], name: str, where: str) -> str | None:
    value = raw.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{where}: article.{name} must be a string or null, not {_kind(value)}")
    if value and _SURROGATE.search(value):
        raise InputError(f"{where}: article.{name} {_SURROGATE_FOUND}")
    return value or None


def _kind(value: object) -> str:
    """The JSON name of a value's type, with its article."""
    if value is None:
        return "null"
    names: tuple[tuple[type, str], ...] = (
        (bool, "a boolean"), (int, "a number"), (float, "a number"), (str, "a string"), (list, "a list"),
    )  # fmt: skip
    return next((name for kind, name in names if isinstance(value, kind)), "an object")
