"""Reading beside bare spaCy: the same texts, model, components and batch size, loading left out.

Both are run in turns, so that what else the machine does strikes both alike; the medians are compared. Then one article
of 100,000 words beside as many words in articles of 400, and what share of the reading each of its stages takes.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure
from benchmarks.processes import ROOT, Finished, run
from graph.record import Article
from graph.reference import Reference
from ingest.docs import lay_out, load_model
from ingest.gazetteer import Gazetteer
from ingest.mentions import build_cast
from ingest.occasions import find_occasions
from ingest.pipeline import Reader
from ingest.recognition import find_recognitions
from ingest.sources import ReadArticle, SourceSettings, read_sources
from ingest.statements import find_statements

_BATCH = 16
_ROUNDS = 5
_LONG, _USUAL = 100_000, 400
_MEGABYTE = 1_000_000
_READ = """
import json, sys
from pathlib import Path
from graph.record import Article
from ingest.pipeline import Reader
texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for _ in Reader().read_many(Article(str(n), text, published="2024-10-04") for n, text in enumerate(texts)):
    pass
"""


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
    return [*_beside_spacy(texts, words, bare, reading), *_long_article(texts), *_stages(articles)]


def _beside_spacy(texts: Sequence[str], words: int, bare: float, reading: float) -> list[Figure]:
    return [
        Figure(f"bare nlp.pipe over {len(texts)} articles, {words:,} words", words / bare, "words/s"),
        Figure("reading them into records", words / reading, "words/s"),
        Figure(
            "the same in articles of 400 words", words / reading / 400, "articles/s", limit=5, at_least=True
        ),
        Figure("time of reading, by that of bare nlp.pipe", reading / bare, "×", limit=1.5),
    ]


def _long_article(texts: Sequence[str]) -> list[Figure]:
    """What 100,000 words in one article take, beside the same in many: in a process of its own each."""
    words = list(islice(cycle("\n\n".join(texts).split(" ")), _LONG))
    many = [" ".join(words[at : at + _USUAL]) for at in range(0, _LONG, _USUAL)]
    one, apart = _read_apart([" ".join(words)]), _read_apart(many)
    return [
        Figure(f"an article of {_LONG:,} words", one.seconds, "s"),
        Figure(
            "its time by that of as many words in articles of 400",
            one.seconds / apart.seconds,
            "×",
            limit=1.5,
        ),
        Figure("memory at its peak", one.peak_bytes / _MEGABYTE, "MB", limit=600),
        Figure(
            "memory at the peak of the articles of 400 words", apart.peak_bytes / _MEGABYTE, "MB", limit=600
        ),
    ]


def _read_apart(texts: Sequence[str]) -> Finished:
    """Read texts in a process of its own, start and loading included."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "texts.json")
        file.write_text(json.dumps(texts), encoding="utf-8")
        return run([sys.executable, "-c", _READ, file])


def _stages(articles: Sequence[Article]) -> Iterator[Figure]:
    """The share of each stage in the time of reading."""
    spent: dict[str, float] = defaultdict(float)
    reference = Reference.load()
    gazetteer = Gazetteer(reference)
    with _timed(spent, "parsing"):
        pages = list(lay_out(articles, load_model(), _BATCH))
    for page in pages:
        with _timed(spent, "persons, states and posts"):
            cast = build_cast(page, gazetteer, reference)
        with _timed(spent, "occasions and attendance"):
            occasions = find_occasions(page, cast)
        with _timed(spent, "statements"):
            list(find_statements(page, cast, occasions))
        with _timed(spent, "recognitions"):
            list(find_recognitions(page, cast))
    for stage, seconds in spent.items():
        yield Figure(f"share of {stage}", 100 * seconds / sum(spent.values()), "%")


@contextmanager
def _timed(spent: dict[str, float], stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    spent[stage] += time.perf_counter() - start


def _articles() -> Sequence[Article]:
    gold = ROOT / "tests" / "gold"
    folders = [ROOT / "ingest" / "samples", gold / "dev", gold / "fresh"]
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
