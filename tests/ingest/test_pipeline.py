"""The reader: the same text gives the same record, and no text breaks it."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.contract import check
from graph.record import Article, Attendance, Event, Post, Record, Statement
from ingest.pipeline import Reader
from ingest.sources import ReadArticle, read_sources

SAMPLES = "ingest/samples"
TEXT = (
    "MOSCOW, Oct. 4 — Russian Foreign Minister Sergey Lavrov opened the sixth Moscow Format meeting in Moscow on "
    "Friday. “Dialogue must go on,” Lavrov told the meeting. Special representatives of India, Iran and Pakistan took "
    "part. Tajikistan did not attend. Russia does not recognise the Taliban government."
)


def in_its_text(record: Record) -> bool:
    spans = [span for fact in record.facts for span in fact.evidence]
    return all(0 <= start < end <= len(record.article.text) for start, end in spans)


def test_all_kinds_of_facts_come_out_of_one_article(read: Callable[..., Record]) -> None:
    record = read(TEXT, published="2024-10-04")
    (event,) = (e for e in record.entities if isinstance(e, Event))
    assert (event.forum, event.ordinal, event.start, event.place) == (
        "moscow-format",
        6,
        "2024-10-04",
        "Moscow",
    )
    attended = {(f.participant, f.status) for f in record.facts if isinstance(f, Attendance)}
    assert attended == {
        ("sergey-lavrov", "attended"),
        ("ind", "attended"),
        ("irn", "attended"),
        ("pak", "attended"),
        ("tjk", "absent"),
    }
    (said,) = (f for f in record.facts if isinstance(f, Statement))
    assert (said.speaker, said.form, said.text) == ("sergey-lavrov", "direct", "Dialogue must go on")
    assert [(f.person, f.post) for f in record.facts if isinstance(f, Post)] == [
        ("sergey-lavrov", "Foreign Minister")
    ]


def test_the_same_text_gives_the_same_record(reader: Reader) -> None:
    article = Article("a", TEXT, published="2024-10-04")
    assert reader.read(article) == reader.read(article) == next(reader.read_many([article]))


def test_records_keep_to_the_contract(reader: Reader) -> None:
    articles = [item.article for item in read_sources([SAMPLES]) if isinstance(item, ReadArticle)]
    for reading in reader.read_many(articles):
        check(reading.record.to_json(), reading.record.article.id)
        assert in_its_text(reading.record)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_gives_a_record(reader: Reader, text: str) -> None:
    assert in_its_text(reader.read(Article("any", text, published="2024-10-04")).record)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_a_mangled_article_gives_a_record(reader: Reader, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which mangling, no secret
    articles = [item.article.text for item in read_sources([SAMPLES]) if isinstance(item, ReadArticle)]
    text = chance.choice(articles)
    start = chance.randrange(len(text))
    mangle: list[Callable[[str], str]] = [
        lambda t: t[start : start + 900],
        lambda t: t.upper()[:1200],
        lambda t: "\n".join(sorted(t.split("\n"), key=lambda _: chance.random()))[:1500],
        lambda t: t.replace("“", '"').replace("”", "")[:1200],
        lambda t: t.replace(".", "").replace(",", "")[:900],
    ]
    assert in_its_text(
        reader.read(Article("mangled", chance.choice(mangle)(text), published="2024-10-04")).record
    )
