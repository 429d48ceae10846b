"""People, states, bodies, and what is found by name."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.dependencies import Cursor, Day, Limit, StoreGiven
from graph import finding, queries
from graph.answers import Found, Holder, Meeting

router = APIRouter(tags=["actors"])
Kind = Literal["officials", "states", "organizations", "forums"]
_LABELS = {"officials": "Official", "states": "State", "organizations": "Organization", "forums": "Forum"}
_SINGULAR = {"officials": "official", "states": "state", "organizations": "organization", "forums": "forum"}


class NodePage(BaseModel):
    """A page of nodes with their properties; `next` is the cursor of the following one."""

    nodes: list[dict[str, Any]]
    next: str | None


@router.get("/search")
def search(
    store: StoreGiven, q: Annotated[str, Query(min_length=1, max_length=200)], limit: Limit = 20
) -> list[Found]:
    """What has these words in one of its names, in part and without accents; those named just so first."""
    return finding.search(store, q, limit=limit)


@router.get("/{kind}")
def list_actors(store: StoreGiven, kind: Kind, cursor: Cursor = "", limit: Limit = 50) -> NodePage:
    """All officials, states, organizations or forums, by id."""
    found, following = finding.nodes(store, _LABELS[kind], cursor, limit)
    return NodePage(nodes=found, next=following)


@router.get("/officials/{official}/posts")
def get_posts(store: StoreGiven, official: str) -> list[Holder]:
    """The posts that an official holds, held or will hold."""
    return queries.posts_of(store, finding.node(store, f"official/{official}")["id"])


@router.get("/{kind}/{actor}")
def get_actor(store: StoreGiven, kind: Kind, actor: str) -> dict[str, Any]:
    """One official, state, organization or forum."""
    return finding.node(store, f"{_SINGULAR[kind]}/{actor}")


@router.get("/{kind}/{actor}/meetings")
def get_meetings(
    store: StoreGiven,
    kind: Kind,
    actor: str,
    from_: Annotated[Day, Query(alias="from")] = None,
    to: Day = None,
    status: Literal["attended", "expected", "absent", "hosted"] | None = None,
) -> list[Meeting]:
    """The events of an actor by day; of a state or body those too at which its officials were."""
    found = finding.node(store, f"{_SINGULAR[kind]}/{actor}")["id"]
    return queries.meetings(store, found, from_, to, status)
