"""Articles: what the graph was read from; POST one to have it read, DELETE to take it back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import BaseModel

from api.dependencies import Cursor, Limit, ReaderGiven, SettingsGiven, StoreGiven
from graph import finding
from graph.errors import InputError

router = APIRouter(tags=["articles"])
_EXAMPLE = {
    "id": "wire-1",
    "title": "Six meet in Moscow",
    "publisher": "Steppe Wire",
    "published": "2024-10-04",
    "text": "Russian Foreign Minister Sergey Lavrov opened the sixth Moscow Format meeting in Moscow on Friday.",
}


class ArticlePage(BaseModel):
    """A page of articles; `next` is the cursor of the following one."""

    articles: list[dict[str, Any]]
    next: str | None


class Taken(BaseModel):
    """What became of an article: its graph id, whether it was known, and what it gave."""

    article: str
    known: bool
    claims: int
    facts: int
    unread_sentences: int


class Retracted(BaseModel):
    """What was taken back; `gone` where nothing of the article is left."""

    article: str
    arrivals: int
    gone: bool


@router.get("/articles")
def list_articles(store: StoreGiven, cursor: Cursor = "", limit: Limit = 50) -> ArticlePage:
    """All articles, by graph id."""
    found, following = finding.articles(store, cursor, limit)
    return ArticlePage(articles=found, next=following)


@router.get("/articles/{article}")
def get_article(store: StoreGiven, article: str) -> dict[str, Any]:
    """One article with its text and what was read from it."""
    return finding.article(store, f"article/{article}")


@router.post("/articles", status_code=201)
def post_article(
    store: StoreGiven,
    reader: ReaderGiven,
    settings: SettingsGiven,
    body: Annotated[dict[str, Any], Body(openapi_examples={"article": {"value": _EXAMPLE}})],
) -> Taken:
    """Read an article, or take a record (an object with article, entities and facts) as it stands."""
    from graph.arrivals import Incoming
    from graph.reference import Reference
    from graph.update import add_records
    from ingest.items import ReadRecord, Refused, item_from_json
    from ingest.pipeline import EXTRACTOR

    item = item_from_json(body, "body", settings.longest)
    if isinstance(item, Refused):
        raise InputError(f"the article is refused: {item.reason}")
    if isinstance(item, ReadRecord):
        incoming, unread = Incoming(item.record), 0
    else:
        reading = reader.get().read(item.article)
        incoming, unread = Incoming(reading.record, EXTRACTOR), len(reading.skipped)
    report = add_records(store, [incoming], Reference.load(settings.lexicon))
    known = bool(report.known)
    return Taken(
        article=report.articles[0],
        known=known,
        claims=report.claims,
        facts=report.facts,
        unread_sentences=unread,
    )


@router.delete("/articles/{article}")
def delete_article(store: StoreGiven, settings: SettingsGiven, article: str) -> Retracted:
    """Take an article back, by graph id or by the id that it came with."""
    from graph.errors import UnknownItem
    from graph.reference import Reference
    from graph.update import retract

    reference = Reference.load(settings.lexicon)
    try:
        report = retract(store, article, reference)
    except UnknownItem:
        report = retract(store, f"article/{article}", reference)
    return Retracted(article=report.article, arrivals=report.arrivals, gone=report.gone)
