"""Commands that ask the graph: each answers as a table, or with --json for machines, with the sentences behind it."""

from __future__ import annotations

from typing import Annotated

import typer

from api import console
from api.commands.common import AsJson, Graph, open_graph
from api.console import choose, sentence, show, table

Status = Annotated[str | None, typer.Option("--status", help="attended, expected or absent.")]
Who = Annotated[str, typer.Argument(help="A name, in part and without accents, or an id.")]
Day = Annotated[str | None, typer.Option(help="A day, month or year: 2024-10-04, 2024-10, 2024.")]
STATES = ("State", "Organization", "Forum")
ACTORS = ("Official", "Office", *STATES)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (attendees, meetings, statements, recognition, holders, search):
        app.command()(command)


def attendees(
    context: typer.Context, event: Who, graph: Graph = None, status: Status = None, *, as_json: AsJson = False
) -> None:
    """Who attended an event, who was expected, who was absent, and the sentence behind each."""
    with open_graph(context, graph) as store:
        from graph import queries

        found = choose(store, event, ("Event",))
        people = queries.attendees(store, found.id, _known(status, ("attended", "expected", "absent")))
        if as_json:
            show(console.as_json({"event": queries.event(store, found.id), "attendees": people}))
            return
        table(
            f"{found.name} ({found.start or 'undated'})",
            ("who", "post", "for", "status", "sentence"),
            [
                (
                    a.name if a.label != "Office" else "(unnamed)",
                    a.post,
                    ", ".join(a.of),
                    _marked(a.status, a.disputed),
                    sentence(a.evidence),
                )
                for a in people
            ],
        )


def meetings(
    context: typer.Context,
    actor: Who,
    graph: Graph = None,
    from_: Annotated[str | None, typer.Option("--from", help="From this day on.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="Up to this day.")] = None,
    status: Status = None,
    *,
    as_json: AsJson = False,
) -> None:
    """The events of a person, a state or a body, by day."""
    with open_graph(context, graph) as store:
        from graph import queries

        found = choose(store, actor, ACTORS)
        rows = queries.meetings(store, found.id, _date(from_), _date(to), status)
        if as_json:
            show(console.as_json({"actor": found, "meetings": rows}))
            return
        table(
            f"Meetings of {found.name}",
            ("date", "event", "place", "status", "through", "sentence"),
            [
                (
                    m.event.start,
                    m.event.name,
                    m.event.place,
                    _marked(m.status, m.disputed),
                    m.through,
                    sentence(m.evidence),
                )
                for m in rows
            ],
        )


def statements(
    context: typer.Context,
    graph: Graph = None,
    by: Annotated[str | None, typer.Option("--by", help="Who said it.")] = None,
    about: Annotated[str | None, typer.Option("--about", help="About whom.")] = None,
    at: Annotated[str | None, typer.Option("--at", help="At which event.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Who said what about whom."""
    with open_graph(context, graph) as store:
        from graph import queries

        ids = {
            "by": choose(store, by, ACTORS).id if by else None,
            "about": choose(store, about, ACTORS).id if about else None,
            "at": choose(store, at, ("Event",)).id if at else None,
        }
        rows = queries.statements(store, **ids)
        if as_json:
            show(console.as_json({"statements": rows}))
            return
        table(
            "Statements",
            ("date", "speaker", "about", "statement", "where it stands"),
            [
                (s.date, s.speaker_name, ", ".join(s.about), _quoted(s.text, s.form), sentence(s.evidence))
                for s in rows
            ],
        )


def recognition(
    context: typer.Context,
    graph: Graph = None,
    by: Annotated[str | None, typer.Option("--by", help="Who recognises; * for nobody at all.")] = None,
    of: Annotated[str | None, typer.Option("--of", help="Who is recognised.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="What held on that day.")] = None,
    known_at: Annotated[
        str | None, typer.Option("--known-at", help="What was published by that day.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Who recognises whom, does not, did once, or means to."""
    with open_graph(context, graph) as store:
        from graph import queries

        source = by if by in {None, "*"} else choose(store, str(by), STATES).id
        target = choose(store, of, (*STATES, "Official")).id if of else None
        rows = queries.recognition(store, by=source, of=target, as_of=_date(as_of), known_at=_date(known_at))
        if as_json:
            show(console.as_json({"recognition": rows}))
            return
        table(
            "Recognition",
            ("who", "stance", "whom", "since", "until", "sentence"),
            [
                (
                    r.source_name,
                    _marked(r.status.replace("_", " "), r.disputed),
                    r.target_name,
                    r.since,
                    r.until,
                    sentence(r.evidence),
                )
                for r in rows
            ],
        )


def holders(
    context: typer.Context,
    post: Annotated[str, typer.Argument(help="A post: foreign minister.")],
    graph: Graph = None,
    of: Annotated[str | None, typer.Option("--of", help="Of which state or body.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="On that day.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Who holds, held or will hold a post."""
    with open_graph(context, graph) as store:
        from graph import queries

        principal = choose(store, of, STATES).id if of else None
        rows = queries.holders(store, post, principal, _date(on))
        if as_json:
            show(console.as_json({"holders": rows}))
            return
        table(
            f"Holders: {post}",
            ("who", "post", "of", "status", "from", "to", "sentence"),
            [(h.name, h.post, h.of_name, h.status, h.start, h.end, sentence(h.evidence)) for h in rows],
        )


def search(context: typer.Context, words: Who, graph: Graph = None, *, as_json: AsJson = False) -> None:
    """Find people, posts, states, bodies and events by a part of their names."""
    with open_graph(context, graph) as store:
        from graph import queries

        rows = queries.search(store, words)
        if as_json:
            show(console.as_json({"found": rows}))
            return
        table(f"Found: {words}", ("name", "what", "id"), [(r.name, r.label, r.id) for r in rows])


def _known(value: str | None, values: tuple[str, ...]) -> str | None:
    if value is not None and value not in values:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(values)}")
    return value


def _date(value: str | None) -> str | None:
    """An ISO prefix. Raises BadParameter."""
    from datetime import date

    if value is None:
        return None
    try:
        date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date: write 2024-10-04, 2024-10 or 2024") from error
    return value


def _marked(status: str, disputed: bool) -> str:
    return f"{status} (disputed)" if disputed else status


def _quoted(text: str, form: str) -> str:
    return f"“{text}”" if form == "direct" else text
