"""Finding what the graph holds: one thing by its name or id, many by a part of their names, all of a label by pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from graph.answers import Found
from graph.errors import AmbiguousItem, UnknownItem
from graph.model import ACTOR_LABELS, NODE_LABELS, folded

Row = dict[str, Any]

MOST_CANDIDATES: Final = 20


class Readable(Protocol):
    """A store, as far as questions need one."""

    def read(self, name: str, /, **params: Any) -> list[Row]:
        """The rows of the statement of that name."""


def find(store: Readable, name: str, labels: Sequence[str] = ACTOR_LABELS) -> Found:
    """The one node that an id or a name, in part and without accents, stands for.

    Raises UnknownItem where nothing fits, AmbiguousItem with the candidates where several do.
    """
    direct = _by_id(store, name, labels)
    if direct is not None:
        return direct
    rows = search(store, name, labels)
    exact = [found for found in rows if folded(name) in {folded(form) for form in (found.name, *found.names)}]
    fitting = exact or rows
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise UnknownItem(
            f"{name}: nothing in the graph has this name or id: try a part of it, or `communique export`"
        )
    shown = ", ".join(f"{f.id} ({f.name})" for f in fitting[:MOST_CANDIDATES])
    raise AmbiguousItem(
        f"{name}: fits several: {shown}: name one of the ids", tuple((f.id, f.name) for f in fitting)
    )


def _by_id(store: Readable, name: str, labels: Sequence[str]) -> Found | None:
    ids = [name] if "/" in name else [f"{label.lower()}/{name}" for label in labels]
    for node_id in ids:
        for row in store.read("read/node", id=node_id):
            if row["label"] in labels:
                values = row["properties"]
                return Found(
                    values["id"], values["name"], row["label"], tuple(values["names"]), values.get("start")
                )
    return None


def search(
    store: Readable, words: str, labels: Sequence[str] = NODE_LABELS, limit: int = MOST_CANDIDATES
) -> list[Found]:
    """The nodes whose names hold the words, those named just so first; none where there are no words."""
    wanted = folded(words.replace("|", " "))  # which parts the names in what is searched
    if not wanted:
        return []
    rows = store.read("read/search", words=wanted, labels=list(labels), limit=limit)
    return [Found(r["id"], r["name"], r["label"], tuple(r["names"]), r["start"]) for r in rows]


def nodes(store: Readable, label: str, cursor: str = "", limit: int = 50) -> tuple[list[Row], str | None]:
    """A page of the nodes of a label (Official, State, Organization, Forum), and the cursor of the next one."""
    rows = store.read(f"read/list_{label.lower()}", after=cursor, limit=limit + 1)
    page = [row["properties"] for row in rows[:limit]]
    return page, (page[-1]["id"] if len(rows) > limit else None)


def node(store: Readable, node_id: str) -> Row:
    """The label and the properties of a node. Raises UnknownItem."""
    for row in store.read("read/node", id=node_id):
        return {"label": row["label"], **row["properties"]}
    raise UnknownItem(f"{node_id}: no such node in the graph")


def articles(store: Readable, cursor: str = "", limit: int = 50) -> tuple[list[Row], str | None]:
    """A page of the articles, and the cursor of the next one."""
    rows = store.read("read/articles", after=cursor, limit=limit + 1)
    return rows[:limit], (rows[limit - 1]["id"] if len(rows) > limit else None)


def article(store: Readable, article_id: str) -> Row:
    """One article with its text and record. Raises UnknownItem."""
    for row in store.read("read/article", id=article_id):
        values: Row = row["properties"]
        return values
    raise UnknownItem(f"{article_id}: no such article in the graph")


def counts(store: Readable) -> dict[str, int]:
    """How many nodes of each label stand."""
    (row,) = store.read("read/counts")
    return row
