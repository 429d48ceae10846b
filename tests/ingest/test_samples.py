from __future__ import annotations

from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from ingest.sources import Item, ReadArticle, read_sources


def _samples() -> list[Item]:
    with as_file(files("ingest") / "samples") as folder:
        return list(read_sources([folder]))


def test_every_sample_is_read_and_there_are_at_least_twelve() -> None:
    samples = _samples()
    assert [item for item in samples if not isinstance(item, ReadArticle)] == []
    assert len(samples) >= 12


def test_the_samples_come_in_every_format() -> None:
    formats = Counter(Path(item.source.partition(":")[0]).suffix for item in _samples())
    assert set(formats) == {".json", ".jsonl", ".txt", ".html"}


def test_several_samples_speak_of_the_sixth_moscow_format_meeting() -> None:
    texts = [item.article.text for item in _samples() if isinstance(item, ReadArticle)]
    assert sum("sixth meeting of the moscow format" in text.casefold() for text in texts) >= 3


def test_no_two_samples_are_one_article() -> None:
    articles = [item.article for item in _samples() if isinstance(item, ReadArticle)]
    assert (
        len({article.text for article in articles})
        == len({article.id for article in articles})
        == len(articles)
    )
