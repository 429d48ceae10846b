"""Commands that ask the graph: each answers as a table, or with --json for machines, with the sentences behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.commands.common import AsJson, Graph, open_graph
from api.console import choose, sentence, show, table
from api.days import iso_prefix

if TYPE_CHECKING:
    from graph.store import Store

Status = Annotated[str | None, typer.Option("--status", help="attended, expected or absent.")]
Who = Annotated[str, typer.Argument(help="A name, in part and without accents, or an id.")]
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
    wanted = _known(status, ("attended", "expected", "absent"))
    with open_graph(context, graph) as store:
        from graph import queries

        found = choose(store, event, ("Event",))
        people = queries.attendees(store, found.id, wanted)
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
    status: Annotated[
        str | None, typer.Option("--status", help="attended, expected, absent or hosted.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """The events of a person, a state or a body, by day."""
    first, last = _date(from_), _date(to)
    wanted = _known(status, ("attended", "expected", "absent", "hosted"))
    with open_graph(context, graph) as store:
        from graph import queries

        found = choose(store, actor, ACTORS)
        rows = queries.meetings(store, found.id, first, last, wanted)
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
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many, the latest first.")] = 200,
    *,
    as_json: AsJson = False,
) -> None:
    """Who said what about whom."""
    with open_graph(context, graph) as store:
        from graph import queries

        rows = queries.statements(
            store,
            by=_chosen(store, by, ACTORS),
            about=_chosen(store, about, ACTORS),
            at=_chosen(store, at, ("Event",)),
            limit=limit,
        )
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
    day, known = _date(as_of), _date(known_at)
    with open_graph(context, graph) as store:
        from graph import queries

        source = by if by == "*" else _chosen(store, by, STATES)
        target = _chosen(store, of, (*STATES, "Official"))
        rows = queries.recognition(store, by=source, of=target, as_of=day, known_at=known)
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
    day = _date(on)
    with open_graph(context, graph) as store:
        from graph import queries

        rows = queries.holders(store, post, _chosen(store, of, STATES), day)
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
        from graph.finding import search as search_names

        rows = search_names(store, words)
        if as_json:
            show(console.as_json({"found": rows}))
            return
        table(f"Found: {words}", ("name", "what", "id"), [(r.name, r.label, r.id) for r in rows])


def _chosen(store: Store, name: str | None, labels: tuple[str, ...]) -> str | None:
    """The id that a name stands for, where one was given."""
    return None if name is None else choose(store, name, labels).id


def _known(value: str | None, values: tuple[str, ...]) -> str | None:
    if value is not None and value not in values:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(values)}")
    return value


def _date(value: str | None) -> str | None:
    """An ISO prefix. Raises BadParameter."""
    try:
        return None if value is None else iso_prefix(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _marked(status: str, disputed: bool) -> str:
    return f"{status} (disputed)" if disputed else status


def _quoted(text: str, form: str) -> str:
    return f"“{text}”" if form == "direct" else text
