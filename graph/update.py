"""Articles into the graph and out of it again: each batch in one transaction, or not at all.

    add_records(store, [Incoming(record), …], Reference.load())   any number; a batch is BATCH articles
    retract(store, "kabul-2024-10-05", Reference.load())          by the id that it came with, or its graph id

The result is the same whatever came before: ingest twice is ingest once, the order does not matter, and what is
retracted leaves no trace. The same text under another id or from another place is another arrival of one article;
the same id with another text is another article beside the first, until one of the two is retracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from graph.arrivals import Incoming, StoredArticle, arrival, merged
from graph.change import plan
from graph.errors import AmbiguousItem, UnknownItem
from graph.gazetteer import gazetteer
from graph.reference import Reference
from graph.store import Store, Transaction
from graph.stored import GraphView, apply

BATCH: Final = 50


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What one transaction wrote: the graph ids of the articles, in order; `known` came before, just so."""

    articles: tuple[str, ...]
    known: tuple[str, ...]
    claims: int
    facts: int


@dataclass(frozen=True, slots=True)
class RetractReport:
    """What was taken back: an article's arrivals under one id, or all; `gone` where none is left."""

    article: str
    arrivals: int
    gone: bool


def add_records(store: Store, batch: Sequence[Incoming], reference: Reference) -> UpdateReport:
    """All of the batch stands in the graph, in one transaction; no crash loses it from here on.

    `claims` and `facts` count what was written for it. Raises GraphError where the store does not take it.
    """
    came = [arrival(incoming) for incoming in batch]
    fresh = merged(came)

    def work(transaction: Transaction) -> UpdateReport:
        view = GraphView(transaction)
        before = view.articles(fresh)
        now = merged([*before.values(), *fresh.values()])
        changed: dict[str, StoredArticle | None] = {
            id_: article for id_, article in now.items() if before.get(id_) != article
        }
        known = tuple(article.id for article in came if article.id not in changed)
        ids = tuple(article.id for article in came)
        if not changed:
            return UpdateReport(ids, known, 0, 0)
        change = plan(view, changed, gazetteer(reference))
        apply(transaction, change)
        claims = sum(claim.article in changed for claim in change.claims)
        return UpdateReport(ids, known, claims, len(change.edges))

    return store.write(work)


def add_all(
    store: Store, incoming: Iterable[Incoming], reference: Reference, *, batch_size: int = BATCH
) -> Iterator[UpdateReport]:
    """A report for each transaction of `batch_size` articles, as it is committed."""
    coming = iter(incoming)
    while batch := list(islice(coming, batch_size)):
        yield add_records(store, batch, reference)


def retract(store: Store, article: str, reference: Reference | None = None) -> RetractReport:
    """The article's arrivals under this id are gone, with the last of them the article and all that it alone told.

    `article` is the id that it came with; or its graph id, which takes all of its arrivals.
    Raises UnknownItem where there is none, AmbiguousItem where several texts came with that id; then nothing changes.
    """
    known = gazetteer(reference or Reference.load())

    def work(transaction: Transaction) -> RetractReport:
        view = GraphView(transaction)
        stored = _find(view, transaction, article)
        kept = frozenset(
            came for came in stored.arrivals if article != stored.id and came.field("id") != article
        )
        left = StoredArticle(stored.id, stored.text, kept) if kept else None
        apply(transaction, plan(view, {stored.id: left}, known))
        return RetractReport(stored.id, len(stored.arrivals) - len(kept), left is None)

    return store.write(work)


def _find(view: GraphView, transaction: Transaction, article: str) -> StoredArticle:
    """The one article with that graph id, or that came with that id."""
    by_graph_id = view.articles([article])
    if by_graph_id:
        return by_graph_id[article]
    found = transaction.run("write/find_given_id", given_id=article)
    if not found:
        raise UnknownItem(f"{article}: no article has that graph id or came with that id")
    if len(found) > 1:
        listed = ", ".join(str(row["id"]) for row in found)
        raise AmbiguousItem(
            f"{article}: {len(found)} articles came with that id; name one by its graph id: {listed}",
            tuple((str(row["id"]), str(row["name"])) for row in found),
        )
    return view.articles([found[0]["id"]])[found[0]["id"]]
