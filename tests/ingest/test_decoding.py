from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from ingest.decoding import decode, decode_page

_WORDS = "“Türkiye” met Guðlaugsson – Malé’s envoy"


@pytest.mark.parametrize(
    "data",
    [
        _WORDS.encode(),
        _WORDS.encode("utf-8-sig"),
        _WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + _WORDS.encode("utf-16-be"),
        _WORDS.encode("utf-32"),
        _WORDS.encode("cp1252"),
    ],
)
def test_the_encodings_of_news_are_told_apart(data: bytes) -> None:
    assert decode(data) == _WORDS


def test_a_declared_encoding_counts_unless_a_mark_says_otherwise() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"
    assert decode("Łódź".encode("utf-8-sig"), "iso-8859-2") == "Łódź"


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "iso-8859-2"])
def test_a_declaration_out_of_habit_does_not_spoil_utf_8(declared: str) -> None:
    assert decode(_WORDS.encode(), declared) == _WORDS


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(_WORDS.encode("cp1252"), "iso-8859-1") == _WORDS


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", "ascii", "rot13", "idna", "base64"])
def test_a_false_or_unknown_declaration_is_passed_over(declared: str) -> None:
    assert decode("Malé".encode("cp1252"), declared) == "Malé"


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><meta charset="iso-8859-2"><title>Łódź</title>',
        '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><title>Łódź</title>',
        '<?xml version="1.0" encoding="iso-8859-2"?><html><title>Łódź</title>',
    ],
)
def test_a_page_declares_its_own_encoding(page: str) -> None:
    assert "Łódź" in decode_page(page.encode("iso-8859-2"))


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"%PDF-1.7 ...", "a PDF, not text"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary data"),
        (bytes(range(1, 256)), "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        decode(data)


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "utf-7", "hz", "punycode", "unicode_escape"]))
def test_any_bytes_are_text_or_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared)
    except InputError:
        return
    text.encode()
