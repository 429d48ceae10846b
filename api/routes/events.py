"""Events and who was there."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
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


@router.get("/events")
def list_events(
    store: StoreGiven,
    from_: Annotated[Day, Query(alias="from")] = None,
    to: Day = None,
    kind: str = "",
    status: Literal["", "held", "expected", "cancelled"] = "",
    forum: str = "",
    host: str = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> EventPage:
    """Events by day, by kind, status, forum and host."""
    filters = {
        "from": from_ or "",
        "to": to or "",
        "kind": kind,
        "status": status,
        "forum": forum,
        "host": host,
    }
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
