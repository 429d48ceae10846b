"""Where articles come from: files, folders, standard input and the web, one item after the other in the order
given.

Bad input stops nothing: it comes out as a `Refused` that names it, and the rest follows.
"""

from __future__ import annotations

import gzip
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from graph.errors import InputError
from ingest.formats import (
    Format,
    Source,
    SourceSettings,
    json_items,
    jsonl_items,
    line_items,
    page_items,
    read_whole,
    sniffed_items,
    stream_items,
    text_items,
)
from ingest.items import Item, ReadArticle, ReadRecord, Refused
from ingest.web import fetch

__all__ = ["Item", "ReadArticle", "ReadRecord", "Refused", "SourceSettings", "read_sources", "read_url"]

_FORMATS: dict[str, Format] = {
    ".txt": text_items,
    ".html": page_items,
    ".htm": page_items,
    ".json": json_items,
}
_SUFFIXES = (*_FORMATS, ".jsonl", ".jsonl.gz")
_CONTENT_TYPES: dict[str, Format] = {
    "text/html": page_items,
    "application/xhtml+xml": page_items,
    "text/plain": text_items,
    "application/json": json_items,
    "text/json": json_items,
    "application/x-ndjson": jsonl_items,
    "application/ndjson": jsonl_items,
    "application/jsonl": jsonl_items,
    "application/octet-stream": sniffed_items,
    "": sniffed_items,
}
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def read_sources(
    paths: Iterable[str | os.PathLike[str]],
    settings: SourceSettings | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Item]:
    """Yield what each path holds: a file, a folder (sorted, hidden files left out), `-` or an http(s) URL."""
    settings = settings or SourceSettings()
    for path in (os.fspath(given) for given in paths):
        if path == "-":
            yield from _read_stdin(stdin or sys.stdin.buffer, settings)
        elif _URL.match(path):
            yield from read_url(path, settings)
        else:
            yield from _read_path(path, settings)


def _read_stdin(stdin: IO[bytes], settings: SourceSettings) -> Iterator[Item]:
    source = Source("standard input", settings)
    return _guarded(source, lambda: stream_items(stdin, source))


def read_url(url: str, settings: SourceSettings) -> Iterator[Item]:
    """Yield what a page or a file on the web holds."""
    return _guarded(Source(url, settings), lambda: _fetched_items(url, settings))


def _fetched_items(url: str, settings: SourceSettings) -> Iterator[Item]:
    fetched = fetch(url, settings.fetch)
    read = _CONTENT_TYPES.get(fetched.content_type)
    if read is None:
        raise InputError(f"the server sends {fetched.content_type}; HTML, plain text and JSON are read")
    return read(fetched.body, Source(url, settings, fetched.charset, fetched.url))


def _guarded(source: Source, read: Callable[[], Iterable[Item]]) -> Iterator[Item]:
    """Yield the items, and at a fault that ends the source a refusal that names it."""
    try:
        yield from read()
    except InputError as error:
        yield Refused(source.name, str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield Refused(source.name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _read_path(path: str, settings: SourceSettings) -> Iterator[Item]:
    try:
        is_folder, exists = Path(path).is_dir(), Path(path).exists()
    except (OSError, ValueError):  # a name that no file can have, or a folder that must not be looked into
        is_folder = exists = False
    if is_folder:
        return _read_folder(path, settings)
    if exists:
        return _read_file(path, settings)
    return iter([Refused(path, "there is no such file or folder")])


def _read_folder(folder: str, settings: SourceSettings) -> Iterator[Item]:
    closed: list[OSError] = []
    files = sorted(_article_files(folder, closed.append))
    for error in closed:
        yield Refused(str(error.filename), f"cannot be read: {error.strerror}")
    if not files and not closed:
        yield Refused(folder, f"the folder holds no articles ({', '.join(_SUFFIXES)})")
    for file in files:
        yield from _read_file(file, settings)


def _article_files(folder: str, note: Callable[[OSError], None]) -> Iterator[str]:
    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and name.lower().endswith(_SUFFIXES) and path.is_file():
                yield str(path)


def _read_file(path: str, settings: SourceSettings) -> Iterator[Item]:
    source = Source(path, settings)
    return _guarded(source, lambda: _file_items(source))


def _open(path: str) -> IO[bytes]:
    if path.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return Path(path).open("rb")


def _file_items(source: Source) -> Iterator[Item]:
    name = source.name.lower()
    with _open(source.name) as stream:
        suffix = Path(name.removesuffix(".gz")).suffix
        if suffix == ".jsonl":
            yield from line_items(stream, source)
        elif suffix in _FORMATS:
            yield from _FORMATS[suffix](read_whole(stream, source), source)
        else:
            yield from stream_items(stream, source)
