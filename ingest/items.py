"""What comes out of a source, one by one: an article to read, a record as it stands, or a refusal with its
reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import InputError
from graph.record import Article, Record, parse_record
from ingest.articles import article_id, normalised_record, parse_article
from ingest.language import declared_foreign, foreign_language

SKIPPED = "skipped"
FAILED = "failed"
_RECORD_KEYS = frozenset({"article", "entities", "facts"})


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article to read; `source` is the file, line or URL that it came from."""

    article: Article
    source: str


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record to take as it stands."""

    record: Record
    source: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gives nothing. `kind` is "skipped" (sound, but not for this reader) or "failed" (bad
    input).
    """

    source: str
    reason: str
    kind: str = FAILED


Item = ReadArticle | ReadRecord | Refused


def item_from_article(article: Article, source: str, longest: int) -> Item:
    """The article, unless it is empty, longer than `longest` characters, or not English."""
    reason = _reason_to_skip(article, longest)
    if reason is not None:
        return Refused(source, reason, SKIPPED)
    return ReadArticle(replace(article, language=article.language or "en"), source)


def item_from_json(raw: object, source: str, longest: int, *, read: bool = False) -> Item:
    """The article or record that a JSON value holds.

    An object with `article`, `entities` and `facts` is a record (with `read`, its article is read anew); one
    with `article` alone, or any keys beside it, is that article; any other is the article itself.
    """
    try:
        if not isinstance(raw, Mapping):
            return item_from_article(parse_article(raw, source), source, longest)
        if not read and raw.keys() >= _RECORD_KEYS:
            return ReadRecord(_parse_record(raw, source), source)
        return item_from_article(parse_article(raw.get("article", raw), source), source, longest)
    except InputError as error:
        return Refused(source, str(error).removeprefix(f"{source}: "))


def item_from_line(line: str, source: str, longest: int, *, read: bool = False) -> Item:
    """The article or record that a line of JSON holds."""
    try:
        raw = parse_json(line)
    except InputError as error:
        return Refused(source, str(error))
    return item_from_json(raw, source, longest, read=read)


def parse_json(text: str) -> object:
    """The value of a JSON text. Raises InputError, without the source's name, with the place of the fault."""
    try:
        value: object = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise InputError(f"broken JSON: {error.msg} at {place}") from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        raise InputError("broken JSON: nested too deeply or a number too long") from error
    return value


def _parse_record(raw: Mapping[str, Any], source: str) -> Record:
    record = normalised_record(parse_record(raw, source), source)
    if raw["article"].get("id"):
        return record
    return replace(record, article=replace(record.article, id=article_id(record.article.text)))


def _reason_to_skip(article: Article, longest: int) -> str | None:
    if not article.text.strip():
        return "empty"
    if len(article.text) > longest:
        return f"too long: {len(article.text):,} characters, and {longest:,} are the limit"
    if declared_foreign(article.language):
        return f"not English: its language is given as {article.language}"
    foreign = foreign_language(article.text)
    return f"not English: its language looks like {foreign}" if foreign else None
