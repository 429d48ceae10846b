"""From bytes to text: byte order mark, then UTF-8, then the declared encoding, then what Western pages use.

English news comes as UTF-8, as UTF-16 with a mark, or as Windows-1252; a statistical guess between dozens of
encodings is wrong more often than this order on short texts.
"""

from __future__ import annotations

import codecs
import re

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Files that are often handed over by mistake, by their first bytes.
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or a Word file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
#: Control characters that no text holds; a page or two of form feeds and escapes is still text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.02
_HEAD = 4096
#: Python's own escapes, which no page is written in.
_INTERNAL = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"}
#: Whoever declares these means Windows-1252, as browsers know.
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes; `declared` is the encoding that came with them, if one did.

    Raises InputError, without the source's name, if the bytes are no text.
    """
    _refuse_foreign(data)
    marked = marked_encoding(data)
    if marked is not None:
        text = data.decode(marked, errors="replace")
    elif b"\x00" in data:
        raise InputError("binary data, not text")
    else:
        text = _decode_unmarked(data, declared)
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise InputError("binary data, not text")
    return text


def decode_page(data: bytes, declared: str | None = None) -> str:
    """The text of an HTML page, whose own declaration counts where none came with it."""
    found = _META_CHARSET.search(data[:_HEAD])
    inside = found[1].decode("ascii", errors="replace").lower() if found else None
    return decode(data, declared or inside)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start tells, if there is one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _decode_unmarked(data: bytes, declared: str | None) -> str:
    # What reads as UTF-8 is UTF-8: servers and pages declare other encodings by habit.
    for encoding in ("utf-8", _ALIASES.get(declared or "", declared), "cp1252"):
        if encoding is None or encoding.replace("-", "_") in _INTERNAL:
            continue
        try:
            return data.decode(encoding)
        except (LookupError, ValueError):  # an unknown name, or other bytes than the name promises
            continue
    return data.decode("latin-1")


def _refuse_foreign(data: bytes) -> None:
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"{name}, not text; hand over its text or HTML")
