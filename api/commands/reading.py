"""Commands that read articles: `extract` prints records, `ingest` puts them into the graph."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import console
from api.commands.common import AsJson, Graph, Lexicon, open_graph, reference_of
from api.console import say, show, table

if TYPE_CHECKING:
    from graph.arrivals import Incoming
    from graph.reference import Reference
    from graph.update import UpdateReport
    from ingest.items import Item, Refused
    from ingest.pipeline import Reader

Paths = Annotated[list[str], typer.Argument(help="Files, folders, - or URLs.", show_default=False)]
TOGETHER = 16


@dataclass(slots=True)
class Report:
    """What an ingest did.

    `articles` in the graph now, `records` those that came as records, `known` those that had come before, `refused`
    each source that gave nothing and why, `unread_sentences` how many only looked like an assertion, by reason.
    """

    articles: int = 0
    records: int = 0
    known: int = 0
    claims: int = 0
    facts: int = 0
    refused: list[dict[str, str]] = field(default_factory=list)
    unread_sentences: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> bool:
        """Whether bad input came, beside what was sound but not for this reader."""
        return any(row["kind"] == "failed" for row in self.refused)

    def note(self, refused: Refused) -> None:
        """Keep a refusal, and say it."""
        self.refused.append({"source": refused.source, "reason": refused.reason, "kind": refused.kind})
        say(f"{refused.source}: {refused.kind}: {refused.reason}")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(extract)
    app.command()(ingest)


def extract(context: typer.Context, paths: Paths, lexicon: Lexicon = None) -> None:
    """Print what articles assert: one record a line, in the order of the input."""
    report = Report()
    reference = reference_of(context, lexicon)
    for incoming in _incoming(context, paths, report, reference, read=True):
        show(json.dumps(incoming.record.to_json(), ensure_ascii=False, separators=(",", ":")))
    raise typer.Exit(1 if report.failed else 0)


def ingest(
    context: typer.Context,
    paths: Paths,
    graph: Graph = None,
    lexicon: Lexicon = None,
    *,
    as_json: AsJson = False,
    read: Annotated[bool, typer.Option("--read", help="Read the texts of records anew.")] = False,
) -> None:
    """Put articles and records into the graph, and report what was read."""
    report = Report()
    reference = reference_of(context, lexicon)
    incoming = _incoming(context, paths, report, reference, read=read)
    with _ahead(incoming, paths) as stream, open_graph(context, graph, create=True) as store:
        from graph.update import add_all

        for written in add_all(store, stream, reference):
            _count(report, written)
    _print(report, as_json=as_json)
    raise typer.Exit(1 if report.failed else 0)


def _ahead(incoming: Iterator[Incoming], paths: list[str]) -> AbstractContextManager[Iterator[Incoming]]:
    """Read while the graph is opened and written; but a person's typing is waited for only when it is wanted."""
    from ingest.ahead import ahead

    return nullcontext(incoming) if "-" in paths else ahead(incoming)


def _count(report: Report, written: UpdateReport) -> None:
    """Take a batch that is safe in the graph into the report, and say so."""
    report.articles += len(written.articles)
    report.known += len(written.known)
    report.claims += written.claims
    report.facts += written.facts
    say(f"{report.articles} articles in the graph, {report.claims} claims, {report.facts} facts")


def _incoming(
    context: typer.Context, paths: Iterable[str], report: Report, reference: Reference, *, read: bool
) -> Iterator[Incoming]:
    """Yield the records of the sources in order: those that came as records, and those read from articles."""
    from ingest.formats import SourceSettings
    from ingest.sources import read_sources

    settings = context.obj.settings
    items = read_sources(paths, SourceSettings(longest=settings.longest, read=read))
    yield from _read(items, report, settings.model, reference)


def _read(items: Iterable[Item], report: Report, model: str, reference: Reference) -> Iterator[Incoming]:
    from graph.arrivals import Incoming
    from ingest.items import ReadArticle, ReadRecord, Refused

    reader: Reader | None = None
    for kind, run in groupby(items, key=type):
        if kind is ReadArticle:
            reader = reader or _reader(model, reference)
            yield from _readings(reader, run, report)
            continue
        for item in run:
            if isinstance(item, ReadRecord):
                report.records += 1
                yield Incoming(item.record)
            elif isinstance(item, Refused):
                report.note(item)


def _reader(model: str, reference: Reference) -> Reader:
    from ingest.pipeline import Reader

    return Reader(model, reference)


def _readings(reader: Reader, articles: Iterable[Any], report: Report) -> Iterator[Incoming]:
    from graph.arrivals import Incoming
    from ingest.pipeline import EXTRACTOR

    for reading in reader.read_many((item.article for item in articles), TOGETHER):
        report.unread_sentences.update(f"{s.kind}: {s.reason}" for s in reading.skipped)
        yield Incoming(reading.record, EXTRACTOR)


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        show(console.as_json(report))
        return
    table(
        "Read",
        ("articles", "known before", "claims", "facts", "skipped or failed", "sentences not read"),
        [
            [
                str(n)
                for n in (
                    report.articles,
                    report.known,
                    report.claims,
                    report.facts,
                    len(report.refused),
                    report.unread_sentences.total(),
                )
            ]
        ],
    )
    for reason, count in report.unread_sentences.most_common():
        show(f"  {count:4}  {reason}")
