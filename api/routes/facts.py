"""What was said, who recognises whom, who stands with whom, and the sentences behind a fact."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.dependencies import Day, Limit, StoreGiven
from graph import queries
from graph.alliances import Tie, read_alliances
from graph.answers import Evidence, Holder, Said, Stance
from graph.errors import UnknownItem

router = APIRouter(tags=["facts"])
Id = Annotated[
    str | None, Query(max_length=300, description="A graph id: official/sergey-lavrov, state/russia.")
]


@router.get("/statements")
def list_statements(
    store: StoreGiven,
    by: Id = None,
    about: Id = None,
    at: Id = None,
    form: Literal["direct", "reported"] | None = None,
    limit: Limit = 100,
) -> list[Said]:
    """What was said, by someone, about someone, at an event; the latest first."""
    return queries.statements(store, by=by, about=about, at=at, form=form, limit=limit)


@router.get("/recognitions")
def list_recognitions(
    store: StoreGiven, by: Id = None, of: Id = None, as_of: Day = None, known_at: Day = None
) -> list[Stance]:
    """Who recognises whom; `by=*` for what nobody recognises."""
    return queries.recognition(store, by=by, of=of, as_of=as_of, known_at=known_at)


@router.get("/holders")
def list_holders(store: StoreGiven, post: str, of: Id = None, on: Day = None) -> list[Holder]:
    """Who holds, held or will hold a post."""
    return queries.holders(store, post, of, on)


@router.get("/facts/{fact}/evidence")
def get_evidence(store: StoreGiven, fact: str) -> list[Evidence]:
    """The sentences that support a fact, and the articles that they stand in."""
    found = queries.evidence(store, [f"fact/{fact}"]).get(f"fact/{fact}")
    if not found:
        raise UnknownItem(f"fact/{fact}: no such fact in the graph")
    return list(found)


@router.get("/alliances")
def list_alliances(store: StoreGiven, period: Day = None) -> list[Tie]:
    """The ties between states that `communique alliances` computed last for a period, the strongest first."""
    return list(read_alliances(store, period=period))
