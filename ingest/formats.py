"""The formats that articles come in: plain text, HTML pages, JSON, JSON Lines; each from bytes to items.

A fault that ends a whole source raises InputError without the source's name; a fault in one article of
several comes out as a `Refused`, and the next one follows.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from graph.errors import InputError
from ingest.articles import article_from_text
from ingest.decoding import decode, decode_page, marked_encoding
from ingest.items import SKIPPED, Item, Refused, item_from_article, item_from_json, item_from_line, parse_json
from ingest.pages import article_from_page
from ingest.web import FetchLimits

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """How sources are read.

    `longest`: characters of an article's text; `largest`: bytes of a file, but for JSON Lines, which come
    line by line; `read`: take a record's article and read it anew.
    """

    longest: int = 1_000_000
    largest: int = 100_000_000
    read: bool = False
    fetch: FetchLimits = field(default_factory=FetchLimits)


@dataclass(frozen=True, slots=True)
class Source:
    """One file, stream or address: the name that reports give it, and what a server said of its encoding and
    place.
    """

    name: str
    settings: SourceSettings
    charset: str | None = None
    url: str | None = None


Format = Callable[[bytes, Source], Iterator[Item]]


def text_items(data: bytes, source: Source) -> Iterator[Item]:
    """Yield the one article that a plain text is."""
    article = replace(article_from_text(decode(data, source.charset)), url=source.url)
    yield item_from_article(article, source.name, source.settings.longest)


def page_items(data: bytes, source: Source) -> Iterator[Item]:
    """Yield the one article of an HTML page."""
    page = decode_page(data, source.charset)
    try:
        article = article_from_page(page, source.url)
    except InputError as error:
        yield Refused(source.name, str(error), SKIPPED)
    else:
        yield item_from_article(article, source.name, source.settings.longest)


def json_items(data: bytes, source: Source) -> Iterator[Item]:
    """Yield the article or record of a JSON object, or those of a list, named by their place in it."""
    text = decode(data, source.charset)
    if not text.strip("\ufeff \t\r\n"):
        yield Refused(source.name, "empty", SKIPPED)
        return
    settings, value = source.settings, parse_json(text)
    if not isinstance(value, list):
        yield item_from_json(value, source.name, settings.longest, read=settings.read)
        return
    for position, raw in enumerate(value):
        yield item_from_json(raw, f"{source.name}[{position}]", settings.longest, read=settings.read)
    if not value:
        yield Refused(source.name, "empty", SKIPPED)


def line_items(lines: Iterable[bytes], source: Source) -> Iterator[Item]:
    """Yield the item of every line that is not blank, named by its number."""
    count = 0
    for number, line in enumerate(_unmarked_lines(lines), start=1):
        if line.strip():
            count += 1
            yield _line_item(line, replace(source, name=f"{source.name}:{number}"))
    if not count:
        yield Refused(source.name, "empty", SKIPPED)


def jsonl_items(data: bytes, source: Source) -> Iterator[Item]:
    """Yield the items of JSON Lines that are in memory whole."""
    return line_items(io.BytesIO(data), source)


def sniffed_items(data: bytes, source: Source) -> Iterator[Item]:
    """Yield what bytes without a telling name hold: a page, JSON, JSON Lines, else one text."""
    if _PAGE.match(data[:_HEAD]):
        return page_items(data, source)
    if _JSON.match(data) and _is_json(data):
        return json_items(data, source)
    if _OBJECT.match(data):
        return jsonl_items(data, source)
    return text_items(data, source)


def stream_items(stream: IO[bytes], source: Source) -> Iterator[Item]:
    """Yield what a stream holds; JSON Lines come out as they come in, all else is read to its end first."""
    first = stream.readline(source.settings.largest + 1)
    if first.endswith(b"\n") and _OBJECT.match(first) and _is_json(first):
        return line_items(itertools.chain([first], stream), source)
    return sniffed_items(read_whole(stream, source, first), source)


def read_whole(stream: IO[bytes], source: Source, first: bytes = b"") -> bytes:
    """`first` and the rest of the stream. Raises InputError if that is more than the settings allow."""
    largest = source.settings.largest
    data = first + stream.read(largest + 1 - len(first))
    if len(data) > largest:
        raise InputError(f"larger than {largest:,} bytes; many articles go into one .jsonl file")
    return data


def _line_item(line: bytes, source: Source) -> Item:
    try:
        text = decode(line, source.charset)
    except InputError as error:
        return Refused(source.name, str(error))
    return item_from_line(text, source.name, source.settings.longest, read=source.settings.read)


def _unmarked_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines; if a mark says UTF-16 or UTF-32, whose line ends are not one byte, after decoding the
    whole.
    """
    lines = iter(lines)
    first = next(lines, b"")
    encoding = marked_encoding(first)
    if encoding in {"utf-16", "utf-32"}:
        whole = b"".join([first, *lines])
        yield from whole.decode(encoding, errors="replace").encode(errors="replace").split(b"\n")
        return
    yield first
    yield from lines


def _is_json(data: bytes) -> bool:
    try:
        parse_json(decode(data))
    except InputError:
        return False
    return True
