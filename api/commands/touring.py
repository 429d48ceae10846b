"""The tour: what a graph holds, shown to somebody who sees it for the first time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from api.commands.common import Graph, open_graph
from api.console import sentence, show, table

if TYPE_CHECKING:
    from graph.answers import Attendee, Event, Said, Stance
    from graph.store import Store

MEETINGS = 3


def tour(context: typer.Context, graph: Graph = None) -> None:
    """Show what the graph holds: meetings with who came and who did not, what was said, and how to go on."""
    where = context.obj.where(graph)
    with open_graph(context, graph) as store:
        from graph.finding import counts

        held = counts(store)
        show(f"\nThe graph {where} holds {held['Article']} articles and {held['Claim']} claims from them:")
        show("  " + ", ".join(f"{held[label]} {name}" for label, name in _LABELS.items()) + ".\n")
        meetings = _best_attended(store)
        for event, people in meetings[:MEETINGS]:
            _show_meeting(event, people)
        _show_others(meetings)
        _show_statement(store)
        _show_recognition(store)
    _show_how_to_go_on(where, meetings[0][0] if meetings else None)


_LABELS = {
    "Official": "officials",
    "Office": "posts",
    "State": "states",
    "Forum": "forums",
    "Organization": "organizations",
    "Event": "events",
    "Statement": "statements",
}


def _best_attended(store: Store) -> list[tuple[Event, list[Attendee]]]:
    """The events with who was there, most people and sources first."""
    from graph.queries import attendees, events

    page, _ = events(store, limit=1000)
    found = [(event, attendees(store, event.id)) for event in page]
    return sorted(
        found, key=lambda row: (-max((a.articles for a in row[1]), default=0), -len(row[1]), row[0].id)
    )


def _show_meeting(event: Event, people: list[Attendee]) -> None:
    where = ", ".join(part for part in (event.place, event.start) if part)
    order = {"attended": 0, "expected": 1, "absent": 2}
    table(
        f"Who attended? {event.name}" + (f" ({where})" if where else ""),
        ("who", "post", "for", "status", "the sentence that says so"),
        [
            (
                "(unnamed)" if a.label == "Office" else a.name,
                a.post,
                ", ".join(a.of),
                a.status,
                sentence(a.evidence),
            )
            for a in sorted(people, key=lambda a: (order[a.status], a.name))
        ],
    )
    show()


def _show_others(meetings: list[tuple[Event, list[Attendee]]]) -> None:
    """One who stayed away and one without a name, where the tables above show none."""
    shown = [a for _, people in meetings[:MEETINGS] for a in people]
    rest = [(event, a) for event, people in meetings[MEETINGS:] for a in people]
    marks: dict[str, Callable[[Attendee], bool]] = {
        "Absent": lambda a: a.status == "absent",
        "Unnamed": lambda a: a.label == "Office",
    }
    for title, fits in marks.items():
        if not any(fits(a) for a in shown):
            found = next(((e, a) for e, a in rest if fits(a)), None)
            if found:
                event, attendee = found
                show(f"{title}: {attendee.name} — {event.name}\n  {sentence(attendee.evidence)}\n")


def _show_statement(store: Store) -> None:
    from graph.queries import statements

    def plainness(said: Said) -> tuple[bool, bool, bool, str, str]:
        return said.form != "direct", not said.about, said.event is None, said.date or "", said.id

    said = sorted(statements(store), key=plainness)
    if said:
        about = f" about {', '.join(said[0].about)}" if said[0].about else ""
        show(f"A statement: {said[0].speaker_name}{about}: {said[0].text}\n  {sentence(said[0].evidence)}\n")


def _show_recognition(store: Store) -> None:
    from graph.queries import recognition

    def plainness(stance: Stance) -> tuple[bool, bool, int, str, str]:
        dated = len(stance.since or "")
        return stance.status != "recognized", stance.disputed, -dated, stance.source, stance.target

    stances = sorted(recognition(store), key=plainness)
    if stances:
        first = stances[0]
        since = f" since {first.since}" if first.since else ""
        show(
            f"A recognition: {first.source_name} → {first.target_name}: {first.status.replace('_', ' ')}{since}"
        )
        show(f"  {sentence(first.evidence)}\n")


def _show_how_to_go_on(where: str, event: Event | None) -> None:
    ask = f"  {_program()} --graph {where}"
    name = event.id.removeprefix("event/") if event else "EVENT"
    show("Ask:")
    show(f"{ask} attendees {name}")
    show(f"{ask} meetings muttaqi")
    show(f"{ask} statements --about taliban")
    show(f"{ask} recognition --of palestine")
    show(f"Serve it over REST, with its documentation under /docs:\n{ask} serve")
    show(f"Read your own articles:\n{ask} ingest FILE FOLDER URL")
    show("Look further: README.md, docs/model.md (the graph), cypher/browser/ (Neo4j Browser).")


def _program() -> str:
    """How this program was called, so that the lines can be pasted."""
    called = sys.argv[0]
    return called if called.endswith("communique") and called != shutil.which("communique") else "communique"
