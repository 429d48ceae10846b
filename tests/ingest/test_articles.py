from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError, RecordError
from graph.record import Article, Recognition, Record
from ingest.articles import article_from_text, article_id, normalise, normalised_record, parse_article

_TOUCHED = "\ufeff\u00ad\r\n\u00a0\u202f\u2007"
_TEXTS = st.text(st.one_of(st.sampled_from(_TOUCHED + "ab "), st.characters(exclude_categories=["Cs"])))


@given(_TEXTS)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(_TEXTS)
def test_every_kept_character_is_found_where_it_moved(text: str) -> None:
    normalised = normalise(text)
    kept = [i for i in range(len(text)) if i not in normalised.removed]
    assert [normalised.moved(i) for i in kept] == list(range(len(normalised.text)))
    same = {"\r": "\n", "\u00a0": " ", "\u202f": " ", "\u2007": " "}
    assert all(normalised.text[normalised.moved(i)] == same.get(text[i], text[i]) for i in kept)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_TOUCHED)))
def test_other_characters_are_left_alone(text: str) -> None:
    assert normalise(text).text == text


def test_line_ends_marks_soft_hyphens_and_hard_spaces_are_normalised() -> None:
    assert normalise("\ufeffMos\u00adcow\r\non 4\u00a0October\rmet").text == "Moscow\non 4 October\nmet"


def test_a_crlf_text_and_its_lf_twin_are_one_article() -> None:
    assert article_from_text("He\r\ncame").id == article_from_text("He\ncame").id


def test_an_article_keeps_its_own_id_and_one_without_gets_the_hash_of_its_text() -> None:
    assert parse_article({"id": "wire-7", "text": "He came."}, "a.json").id == "wire-7"
    assert parse_article({"text": "He came."}, "a.json").id == article_id("He came.")
    assert article_id("He came.").startswith("article/")


def test_fields_are_carried_over_and_unknown_keys_ignored() -> None:
    raw = {"text": "x", "title": "T", "publisher": "P", "url": "http://p/t", "language": "en", "author": 3}
    found = parse_article(raw, "a.json")
    assert found == Article(article_id("x"), "x", "T", "P", None, "en", "http://p/t")


@pytest.mark.parametrize("given_date", ["2024-10-05", "2024-10-05T18:30:00Z", "2024-10-05 18:30:00+03:00"])
def test_a_time_of_publication_is_cut_to_its_day(given_date: str) -> None:
    assert parse_article({"text": "x", "published": given_date}, "a.json").published == "2024-10-05"


@pytest.mark.parametrize("given_date", ["", None])
def test_no_date_of_publication_stays_none(given_date: str | None) -> None:
    assert parse_article({"text": "x", "published": given_date}, "a.json").published is None


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ({}, "a.json: article.text is missing"),
        ({"text": None}, "a.json: article.text must be a string, not null"),
        ({"text": ["x"]}, "a.json: article.text must be a string, not a list"),
        ({"text": "\ud83d"}, "a.json: article.text holds half of a surrogate pair"),
        ({"text": "x", "title": 3}, "a.json: article.title must be a string or null, not a number"),
        ({"text": "x", "id": True}, "a.json: article.id must be a string or null, not a boolean"),
        ({"text": "x", "url": "\udc00"}, "a.json: article.url holds half of a surrogate pair"),
        (
            {"text": "x", "published": "5 October"},
            "a.json: article.published must be a day such as 2024-10-05",
        ),
        (
            {"text": "x", "published": "2024-02-30"},
            "a.json: article.published must be a day such as 2024-10-05",
        ),
        (
            {"text": "x", "published": "20241005"},
            "a.json: article.published must be a day such as 2024-10-05",
        ),
        (
            {"text": "x", "published": 2024},
            "a.json: article.published must be a string or null, not a number",
        ),
        ("text", "a.json: an article must be a JSON object, not a string"),
        (None, "a.json: an article must be a JSON object, not null"),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(raw: object, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_article(raw, "a.json")
    assert str(caught.value).startswith(complaint)


def _record(text: str, start: int, end: int) -> Record:
    fact = Recognition("rus", "taliban", "recognized", ((start, end),))
    return Record(Article("a", text), (), (fact,))


def test_the_spans_of_a_record_move_with_its_text() -> None:
    text = "\ufeffTalks.\r\nMos\u00adcow recog\u00adnised it."
    record = normalised_record(_record(text, text.index("Mos"), len(text)), "r.json")
    ((start, end),) = record.facts[0].evidence
    assert record.article.text[start:end] == "Moscow recognised it."


def test_a_record_whose_text_is_normal_is_returned_as_it_is() -> None:
    record = _record("Moscow recognised it.", 0, 21)
    assert normalised_record(record, "r.json") is record


def test_a_span_over_removed_characters_alone_is_refused() -> None:
    with pytest.raises(RecordError, match=r"r\.json: facts\[0\]\.evidence: the span \[3, 4\] covers nothing"):
        normalised_record(_record("Mos\u00adcow", 3, 4), "r.json")


@given(_TEXTS, st.data())
def test_a_moved_span_covers_the_normalised_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = replace(normalise(text))
    # A CR LF cut in two is one line end in the text, and a lone CR in the piece.
    if text[end - 1 : end + 1] != "\r\n":
        assert words.text[words.moved(start) : words.moved(end)] == normalise(text[start:end]).text
