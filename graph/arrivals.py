"""An article in the graph: one text, and every time that it came.

The same text is the same article wherever it came from. Each arrival keeps the id, place and day that it came with,
and the record that was read from it; retracting takes arrivals away, and the article falls with the last. What the
article says of itself is a function of the set of its arrivals: where and when it came from is told by the earliest;
of several records the one with the most facts counts, and of these the first in the alphabet of their JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.claims import Source
from graph.model import folded, without_absent
from graph.record import Article, Record, checked_record, text_hash

READ_BY_OTHERS: Final = "record"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record on its way into the graph; `extractor` names what read it, with its version."""

    record: Record
    extractor: str = READ_BY_OTHERS


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """One coming of a text: `about` is JSON text with id, url, publisher, published, title and language."""

    about: str
    record: str
    extractor: str

    def field(self, key: str) -> str | None:
        """What came with it under that key."""
        value: str | None = json.loads(self.about)[key]
        return value


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One text with all its arrivals, of which there is at least one."""

    id: str
    text: str
    arrivals: frozenset[Arrival]

    @property
    def given_ids(self) -> tuple[str, ...]:
        """The ids that it came with, sorted."""
        return tuple(sorted({str(arrival.field("id")) for arrival in self.arrivals}))

    def first(self) -> Arrival:
        """The earliest arrival by day of publication."""
        return min(self.arrivals, key=lambda arrival: (arrival.field("published") or "9999", arrival))

    def chosen(self) -> Arrival:
        """The arrival whose record counts."""
        return min(self.arrivals, key=lambda arrival: (-_facts(arrival.record), arrival.record, arrival))

    def record(self) -> Record:
        """The record that counts, with the article as its first arrival tells of it."""
        about = json.loads(self.first().about)
        return checked_record({"article": about | {"text": self.text}} | json.loads(self.chosen().record))

    def source(self) -> Source:
        """Whose claims the article's claims are."""
        first = self.first()
        return Source(self.id, first.field("published"), first.field("publisher"), self.chosen().extractor)

    def properties(self) -> dict[str, Any]:
        """The properties of the Article node, without its id."""
        about = json.loads(self.first().about)
        name = about["title"] or about["id"]
        records = sorted({arrival.record for arrival in self.arrivals} - {self.chosen().record})
        return without_absent(
            {key: about[key] for key in ("title", "publisher", "published", "url", "language")}
            | {"name": name, "names": [], "name_norm": folded(name), "text": self.text}
            | {"given_ids": list(self.given_ids), "appearances": sorted(map(_appearance, self.arrivals))}
            | {"record": self.chosen().record, "records": records or None}
        )


def arrival(incoming: Incoming) -> StoredArticle:
    """The article that a record is of, with this one arrival."""
    record = incoming.record
    whole = record.to_json()
    about = {key: value for key, value in whole["article"].items() if key != "text"}
    read = {"entities": whole["entities"], "facts": whole["facts"]}
    came = Arrival(_json(about), _json(read), incoming.extractor)
    return StoredArticle(graph_id(record.article), record.article.text, frozenset({came}))


def graph_id(article: Article) -> str:
    """What an article is known by in the graph: a hash of its text."""
    return f"article/{text_hash(article.text)}"


def merged(articles: Iterable[StoredArticle]) -> dict[str, StoredArticle]:
    """The articles by id, each with all arrivals that any of these has."""
    by_id: dict[str, StoredArticle] = {}
    for article in articles:
        before = by_id.get(article.id)
        arrivals = article.arrivals | (before.arrivals if before else frozenset())
        by_id[article.id] = StoredArticle(article.id, article.text, arrivals)
    return by_id


def stored_article(node_id: str, properties: Mapping[str, Any]) -> StoredArticle:
    """The article that an Article node's properties tell of: the reverse of `StoredArticle.properties`."""
    records = {text_hash(text): text for text in (properties["record"], *properties.get("records", ()))}
    arrivals = set()
    for text in properties["appearances"]:
        appearance = json.loads(text)
        record, extractor = records[appearance.pop("record")], appearance.pop("extractor")
        arrivals.add(Arrival(_json(appearance), record, extractor))
    return StoredArticle(node_id, properties["text"], frozenset(arrivals))


def _appearance(arrival: Arrival) -> str:
    marks = {"record": text_hash(arrival.record), "extractor": arrival.extractor}
    return _json(json.loads(arrival.about) | marks)


def _facts(record: str) -> int:
    return len(json.loads(record)["facts"])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
