"""Events and who was there."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from api.dependencies import Cursor, Day, Limit, StoreGiven
from graph import queries
from graph.answers import Attendee, Event

router = APIRouter(tags=["events"])
Status = Literal["attended", "expected", "absent"]


class EventPage(BaseModel):
    """A page of events; `next` is the cursor of the following one, if there is one."""

    events: list[Event]
    next: str | None


class Link(BaseModel):
    """A forum or host of an event."""

    id: str
    name: str
    fact: str


class EventDetails(BaseModel):
    """An event with its forum and its hosts."""

    event: Event
    forums: list[Link]
    hosts: list[Link]


def event_filters(
    from_: Annotated[Day, Query(alias="from")] = None,
    to: Day = None,
    kind: Annotated[str, Query(max_length=100, description="consultation, summit, bilateral …")] = "",
    status: Literal["", "held", "expected", "cancelled"] = "",
    forum: Annotated[str, Query(max_length=300, description="A graph id: forum/moscow-format.")] = "",
    host: Annotated[str, Query(max_length=300, description="A graph id: state/russia.")] = "",
) -> dict[str, str]:
    """What events are asked for."""
    days = {"from": from_ or "", "to": to or ""}
    return {**days, "kind": kind, "status": status, "forum": forum, "host": host}


@router.get("/events")
def list_events(
    store: StoreGiven,
    filters: Annotated[dict[str, str], Depends(event_filters)],
    cursor: Cursor = "",
    limit: Limit = 50,
) -> EventPage:
    """Events by day; of a kind, a status, a forum or a host where they are asked for."""
    found, following = queries.events(store, cursor=cursor, limit=limit, **filters)
    return EventPage(events=found, next=following)


@router.get("/events/{event}")
def get_event(store: StoreGiven, event: str) -> EventDetails:
    """One event."""
    found = queries.event(store, f"event/{event}")
    links = queries.event_links(store, found.id)
    forums, hosts = ([Link(**row) for row in links if row["edge"] == edge] for edge in ("PART_OF", "HOSTED"))
    return EventDetails(event=found, forums=forums, hosts=hosts)


@router.get("/events/{event}/attendees")
def get_attendees(store: StoreGiven, event: str, status: Status | None = None) -> list[Attendee]:
    """Who attended, was expected or was absent, with the sentences that say so."""
    return queries.attendees(store, queries.event(store, f"event/{event}").id, status)
