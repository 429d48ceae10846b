"""Reading beside bare spaCy: the same texts, model, components and batch size, loading left out.

Both are run in turns, so that what else the machine does strikes both alike; the medians are compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.figures import Figure
from benchmarks.processes import ROOT
from graph.record import Article
from ingest.docs import load_model
from ingest.pipeline import Reader
from ingest.sources import ReadArticle, SourceSettings, read_sources

_BATCH = 16
_ROUNDS = 5


def measure() -> list[Figure]:
    """Words a second of reading and of bare spaCy, and the ratio of their times."""
    articles = _articles()
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    nlp, reader = load_model(), Reader()
    bare, reading = _in_turns(
        lambda: sum(1 for _ in nlp.pipe(texts, batch_size=_BATCH)),
        lambda: sum(1 for _ in reader.read_many(articles, batch_size=_BATCH)),
    )
    return [
        Figure(f"bare nlp.pipe over {len(texts)} articles, {words:,} words", words / bare, "words/s"),
        Figure("reading them into records", words / reading, "words/s"),
        Figure("time of reading, by that of bare nlp.pipe", reading / bare, "×", limit=1.6),
    ]


def _articles() -> Sequence[Article]:
    folders = [ROOT / "ingest" / "samples", ROOT / "tests" / "gold" / "dev"]
    items = read_sources(folders, SourceSettings(read=True))
    found = {item.article.text: item.article for item in items if isinstance(item, ReadArticle)}
    return list(found.values())


def _in_turns(*works: Callable[[], object]) -> list[float]:
    """The median seconds of each work, after one unmeasured round."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(_ROUNDS):
        for work, seconds in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in times]
