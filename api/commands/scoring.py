"""The command that scores a reading: `evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.common import AsJson, Lexicon, reference_of
from api.console import as_json, show

if TYPE_CHECKING:
    from graph.reference import Reference
    from ingest.evaluation.scores import Scores

KINDS = ("person", "post", "event", "attendance", "host", "statement", "target", "recognition")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(help="A folder of annotated articles.", show_default=False)],
    records: Annotated[
        Path | None, typer.Option("--records", help="Score these records (JSON Lines), and read nothing.")
    ] = None,
    misses: Annotated[
        str | None, typer.Option("--misses", help="List what of a kind is missed or extra.")
    ] = None,
    lexicon: Lexicon = None,
    *,
    by_article: Annotated[bool, typer.Option("--by-article", help="The F1 of each article too.")] = False,
    json_: AsJson = False,
) -> None:
    """Score a reading against annotated articles: precision, recall and F1 of each kind, and calibration."""
    from ingest.evaluation import Scores, load_gold, score

    if misses is not None and misses not in KINDS:
        raise typer.BadParameter(f"{misses!r} is none of {', '.join(KINDS)}", param_hint="--misses")
    annotated = load_gold(gold)
    read = _records(records) if records else _read(context, annotated, reference_of(context, lexicon))
    total, each = score(read, annotated)
    scores = {name: Scores.of(tally, 1) for name, tally in each.items()}
    if json_:
        whole = {"all": Scores.of(total, len(each))} | ({"articles": scores} if by_article or misses else {})
        notes = {name: tally.notes.get(misses, []) for name, tally in each.items()} if misses else {}
        show(as_json(whole | ({"misses": notes} if misses else {})))
        return
    for name, tally in each.items():
        if misses and tally.notes.get(misses):
            show("\n".join([f"## {name}", *tally.notes[misses]]))
    if by_article:
        _show_articles(scores)
    _show(Scores.of(total, len(each)))


def _records(file: Path) -> list[dict[str, Any]]:
    from graph.errors import InputError

    try:
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: no records: {error}") from error


def _read(
    context: typer.Context, annotated: list[dict[str, Any]], reference: Reference
) -> list[dict[str, Any]]:
    from graph.record import parse_record
    from ingest.pipeline import Reader

    articles = [parse_record(record, record["article"]["id"]).article for record in annotated]
    reader = Reader(context.obj.settings.model, reference)
    return [reading.record.to_json() for reading in reader.read_many(articles)]


def _show_articles(scores: dict[str, Scores]) -> None:
    show(f"{'article':34} " + " ".join(f"{kind[:10]:>10}" for kind in KINDS) + f" {'mean':>6}")
    for name, row in scores.items():
        show(f"{name:34} " + " ".join(f"{row.kinds[kind].f1:10.2f}" for kind in KINDS) + f" {row.mean:6.2f}")
    show()


def _show(scores: Scores) -> None:
    show(f"{'kind':12} {'P':>6} {'R':>6} {'F1':>6}   tp   fp   fn   ({scores.articles} articles)")
    for kind, row in scores.kinds.items():
        counts = f" {row.right:4d} {row.wrong:4d} {row.missed:4d}"
        show(f"{kind:12} {row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}{counts}")
    show(f"{'mean':26} {scores.mean:6.3f}")
    show("of what was matched (all_targets: of all statements):")
    show("  " + "  ".join(f"{name} {share:.2f}" for name, share in scores.details.items()))
    if scores.calibration.bins:
        show(f"confidence, expected calibration error {scores.calibration.error:.3f}:")
        for each in scores.calibration.bins:
            show(f"  {each.low:.1f}-{each.high:.1f} {each.facts:5d} facts, {each.right:.2f} of them right")
