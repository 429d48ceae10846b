"""Commands that read articles: `extract` prints records, `ingest` puts them into the graph."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import console
from api.commands.common import AsJson, Graph, Lexicon, MinConfidence, least_of, open_graph, reference_of
from api.commands.explaining import explain
from api.console import say, show, table

if TYPE_CHECKING:
    from graph.arrivals import Incoming
    from graph.record import Record
    from graph.reference import Reference
    from graph.update import UpdateReport
    from ingest.items import Item, Refused
    from ingest.pipeline import Reader, Reading

    MakeReader = Callable[[], Reader]

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


def extract(
    context: typer.Context,
    paths: Paths,
    lexicon: Lexicon = None,
    min_confidence: MinConfidence = None,
    *,
    explained: Annotated[
        bool, typer.Option("--explain", help="Print why each fact was found, and why others were not.")
    ] = False,
) -> None:
    """Print what articles assert: one record a line, in the order of the input."""
    report, least = Report(), least_of(context, min_confidence)
    reader = partial(_reader, context.obj.settings.model, reference_of(context, lexicon), least)
    for found in _read(_items(context, paths, read=True), report, reader):
        for line in _lines(found, explained=explained):
            show(line)
    raise typer.Exit(1 if report.failed else 0)


def ingest(
    context: typer.Context,
    paths: Paths,
    graph: Graph = None,
    lexicon: Lexicon = None,
    min_confidence: MinConfidence = None,
    *,
    as_json: AsJson = False,
    read: Annotated[bool, typer.Option("--read", help="Read the texts of records anew.")] = False,
) -> None:
    """Put articles and records into the graph, and report what was read."""
    report, least = Report(), least_of(context, min_confidence)
    reference = reference_of(context, lexicon)
    reader = partial(_reader, context.obj.settings.model, reference, least)
    incoming = _incoming(_items(context, paths, read=read), report, reader)
    with _ahead(incoming, paths) as stream, open_graph(context, graph, create=True) as store:
        from graph.update import add_all

        for written in add_all(store, stream, reference):
            _count(report, written)
    _print(report, as_json=as_json)
    raise typer.Exit(1 if report.failed else 0)


def _lines(found: Reading | Record, *, explained: bool) -> Iterator[str]:
    """What is printed of a record, or of a reading that may be explained."""
    from graph.record import Record

    record = found if isinstance(found, Record) else found.record
    if explained and not isinstance(found, Record):
        yield from explain(found)
    else:
        yield json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":"))


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


def _incoming(items: Iterable[Item], report: Report, reader: MakeReader) -> Iterator[Incoming]:
    """Yield the records of the sources in order: those that came as records, and those read from articles."""
    from graph.arrivals import Incoming
    from graph.record import Record
    from ingest.pipeline import EXTRACTOR

    for found in _read(items, report, reader):
        yield Incoming(found) if isinstance(found, Record) else Incoming(found.record, EXTRACTOR)


def _items(context: typer.Context, paths: Iterable[str], *, read: bool) -> Iterator[Item]:
    from ingest.formats import SourceSettings
    from ingest.sources import read_sources

    return read_sources(paths, SourceSettings(longest=context.obj.settings.longest, read=read))


def _read(items: Iterable[Item], report: Report, make_reader: MakeReader) -> Iterator[Reading | Record]:
    """Yield what came as a record, and what was read from an article; the reader is made at the first one."""
    from ingest.items import ReadArticle, ReadRecord, Refused

    reader: Reader | None = None
    for kind, run in groupby(items, key=type):
        if kind is ReadArticle:
            reader = reader or make_reader()
            yield from _readings(reader, run, report)
            continue
        for item in run:
            if isinstance(item, ReadRecord):
                report.records += 1
                yield item.record
            elif isinstance(item, Refused):
                report.note(item)


def _reader(model: str, reference: Reference, least: float) -> Reader:
    from ingest.pipeline import Reader

    return Reader(model, reference, least)


def _readings(reader: Reader, articles: Iterable[Any], report: Report) -> Iterator[Reading]:
    for reading in reader.read_many((item.article for item in articles), TOGETHER):
        report.unread_sentences.update(f"{s.kind}: {s.reason}" for s in reading.skipped)
        yield reading


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
