"""The questions that communique answers, each a function over a store that returns plain values.

Command line and REST both ask through these. Names are resolved by `find`; ids carry their label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from graph.answers import Attendee, Event, Evidence, Found, Holder, Meeting, Said, Stance
from graph.errors import AmbiguousItem, UnknownItem
from graph.model import ACTOR_LABELS, NODE_LABELS, compatible, first_day, folded, last_day

Row = dict[str, Any]

STATUSES: Final = {
    "ATTENDED": "attended",
    "EXPECTED_AT": "expected",
    "ABSENT_FROM": "absent",
    "HOSTED": "hosted",
}
STANCES: Final = {
    "RECOGNIZES": "recognized",
    "DOES_NOT_RECOGNIZE": "not_recognized",
    "WITHDREW_RECOGNITION_OF": "withdrawn",
    "INTENDS_TO_RECOGNIZE": "intends",
}
MOST_CANDIDATES: Final = 20


class Readable(Protocol):
    """A store, as far as questions need one."""

    def read(self, name: str, /, **params: Any) -> list[Row]:
        """The rows of the statement of that name."""


# --- finding


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
    """The nodes whose names hold the words, those named just so first."""
    rows = store.read("read/search", words=folded(words), labels=list(labels), limit=limit)
    return [Found(r["id"], r["name"], r["label"], tuple(r["names"]), r["start"]) for r in rows]


# --- evidence


def evidence(store: Readable, facts: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """The sentences behind facts, by fact, oldest first."""
    found: dict[str, list[Evidence]] = {}
    for row in store.read("read/evidence", facts=sorted(set(facts))):
        found.setdefault(row["fact"], []).append(
            Evidence(
                row["fact"],
                row["claim"],
                row["quote"],
                (row["given_ids"] or [row["article"]])[0],
                row["title"],
                row["publisher"],
                row["published"],
                row["url"],
                row["confidence"],
                bool(row["retracts"]),
            )
        )
    return {fact: tuple(rows) for fact, rows in found.items()}


# --- meetings


def _event(event_id: str, values: Mapping[str, Any]) -> Event:
    keys = ("name", "kind", "ordinal", "start", "end", "place", "status")
    return Event(event_id, *(values.get(key) for key in keys))  # type: ignore[arg-type]


def event(store: Readable, event_id: str) -> Event:
    """One event. Raises UnknownItem."""
    for row in store.read("read/events_by_ids", ids=[event_id]):
        return _event(row["id"], row["properties"])
    raise UnknownItem(f"{event_id}: no such event in the graph")


def event_links(store: Readable, event_id: str) -> list[Row]:
    """The forum of an event (edge PART_OF) and its hosts (edge HOSTED)."""
    rows = store.read("read/event_links", event=event_id)
    return sorted(rows, key=lambda row: (row["edge"], row["id"]))


def events(
    store: Readable, *, cursor: str = "", limit: int = 50, **filters: str
) -> tuple[list[Event], str | None]:
    """A page of events by day, and the cursor of the next one; filters: from, to, kind, status, forum, host."""
    asked = {key: filters.get(key) or "" for key in ("from", "to", "kind", "status", "forum", "host")}
    asked["from"] = first_day(asked["from"]) if asked["from"] else ""
    asked["to"] = last_day(asked["to"]) if asked["to"] else ""
    day, _, after = cursor.partition("|")
    rows = store.read("read/events", after_start=day, after=after, limit=limit + 1, **asked)
    page = [_event(row["id"], row["properties"]) for row in rows[:limit]]
    following = f"{rows[limit - 1]['day']}|{rows[limit - 1]['id']}" if len(rows) > limit else None
    return page, following


def attendees(store: Readable, event_id: str, status: str | None = None) -> list[Attendee]:
    """Who attended an event, was expected at it or was absent from it, with the sentences that say so."""
    rows = [r for r in store.read("read/attendees", event=event_id) if status in {None, STATUSES[r["edge"]]}]
    sentences = evidence(store, (row["properties"]["fact_id"] for row in rows))
    represented: dict[str, list[str]] = {}
    for row in store.read("read/represented_at", event=event_id):
        represented.setdefault(row["official"], []).append(row["name"])
    posts = _post_names(store, (row["properties"].get("as") for row in rows))
    return [_attendee(row, sentences, represented, posts) for row in rows]


def _attendee(
    row: Row,
    sentences: Mapping[str, tuple[Evidence, ...]],
    represented: Mapping[str, list[str]],
    posts: Mapping[str, str],
) -> Attendee:
    values = row["properties"]
    return Attendee(
        row["id"],
        row["name"],
        row["label"],
        STATUSES[row["edge"]],
        row["post"] or posts.get(values.get("as", "")),
        tuple(represented.get(row["id"], ())),
        values["fact_id"],
        values["disputed"],
        values["articles"],
        values["sources"],
        sentences.get(values["fact_id"], ()),
    )


def _post_names(store: Readable, offices: Iterable[str | None]) -> dict[str, str]:
    found = {}
    for office in sorted({o for o in offices if o}):
        for row in store.read("read/node", id=office):
            found[office] = row["properties"]["name"]
    return found


def meetings(
    store: Readable, actor: str, from_: str | None = None, to: str | None = None, status: str | None = None
) -> list[Meeting]:
    """The events of an actor by day; of a state or body those too at which its officials were."""
    found = [_meeting(row, row["who"] != actor) for row in store.read("read/meetings", actor=actor)]
    found += [_meeting(row, through=True) for row in store.read("read/meetings_of_offices", actor=actor)]
    sent = store.read("read/meetings_represented", actor=actor)
    known = {
        row["id"]: row for row in store.read("read/events_by_ids", ids=sorted({r["event"] for r in sent}))
    }
    for row in sent:
        if row["event"] in known:
            found.append(_meeting({**known[row["event"]], **row, "edge": "ATTENDED"}, through=True))
    kept = [m for m in found if status in {None, m.status} and _falls(m.event, from_, to)]
    kept.sort(key=lambda m: (m.event.start or "", m.event.id, m.status, m.through or ""))
    sentences = evidence(store, (m.fact for m in kept))
    return [
        Meeting(m.event, m.status, m.fact, m.disputed, m.through, sentences.get(m.fact, ())) for m in kept
    ]


def _meeting(row: Row, through: bool) -> Meeting:
    name = row["who_name"] if through else None
    return Meeting(
        _event(row["id"], row["properties"]), STATUSES[row["edge"]], row["fact"], row["disputed"], name
    )


def _falls(found: Event, from_: str | None, to: str | None) -> bool:
    """Whether an event may lie between two days."""
    if not from_ and not to:
        return True
    if not found.start:
        return False
    first, last = first_day(found.start), last_day(found.end or found.start)
    return (not from_ or last >= first_day(from_)) and (not to or first <= last_day(to))


# --- statements


def statements(
    store: Readable,
    *,
    by: str | None = None,
    about: str | None = None,
    at: str | None = None,
    form: str | None = None,
    limit: int = 200,
) -> list[Said]:
    """What was said, by someone, about someone, at an event; the latest first."""
    rows = _statement_rows(store, by, about, at, limit)
    links: dict[str, list[Row]] = {}
    for link in store.read("read/statement_links", ids=sorted({row["id"] for row in rows})):
        links.setdefault(link["statement"], []).append(link)
    said = [_said(row, links.get(row["id"], [])) for row in rows]
    kept = [
        s
        for s in said
        if form in {None, s.form}
        and (by is None or s.speaker == by)
        and (about is None or about in _ids(links.get(s.id, []), "ABOUT"))
        and (at is None or at == s.event)
    ]
    kept.sort(key=lambda s: s.id)
    kept.sort(key=lambda s: s.date or "", reverse=True)
    sentences = evidence(store, (s.fact for s in kept[:limit]))
    return [
        Said(
            s.id,
            s.speaker,
            s.speaker_name,
            s.text,
            s.form,
            s.date,
            s.about,
            s.event,
            s.fact,
            sentences.get(s.fact, ()),
        )
        for s in kept[:limit]
    ]


def _statement_rows(
    store: Readable, by: str | None, about: str | None, at: str | None, limit: int
) -> list[Row]:
    if by is not None:
        return store.read("read/statements_by", actor=by)
    if about is not None:
        return store.read("read/statements_about", actor=about)
    if at is not None:
        return store.read("read/statements_at", event=at)
    return store.read("read/statements", after="", limit=limit)


def _ids(links: Iterable[Row], edge: str) -> list[str]:
    return [link["id"] for link in links if link["edge"] == edge]


def _said(row: Row, links: Sequence[Row]) -> Said:
    values = row["properties"]
    about = tuple(link["name"] for link in links if link["edge"] == "ABOUT")
    place = next(iter(_ids(links, "AT")), None)
    return Said(
        row["id"],
        row["speaker"],
        row["speaker_name"],
        values["text"],
        values["form"],
        values.get("first_seen"),
        about,
        place,
        row["fact"],
    )


# --- recognition


def recognition(
    store: Readable,
    *,
    by: str | None = None,
    of: str | None = None,
    as_of: str | None = None,
    known_at: str | None = None,
) -> list[Stance]:
    """Who recognises whom; with `as_of` only what held on that day, with `known_at` only what was published by then."""
    rows = _recognition_rows(store, by, of)
    found = [_stance(row) for row in rows if by is None or row["source"] == by]
    if by in {None, "*"}:
        found += [
            _nobody(row) for row in store.read("read/recognized_by_nobody") if of in {None, row["target"]}
        ]
    kept = [
        s for s in found if _held(s, as_of) and (not known_at or (s.first_seen or "") <= last_day(known_at))
    ]
    sentences = evidence(store, (s.fact for s in kept))
    return [_with_sentences(s, sentences.get(s.fact, ())) for s in kept]


def _recognition_rows(store: Readable, by: str | None, of: str | None) -> list[Row]:
    if of is not None:
        return store.read("read/recognition_of", actor=of)
    if by is not None and by != "*":
        return store.read("read/recognition_by", actor=by)
    return store.read("read/recognitions")


def _stance(row: Row) -> Stance:
    values = row["properties"]
    return Stance(
        row["source"],
        row["source_name"],
        row["target"],
        row["target_name"],
        STANCES[row["edge"]],
        values.get("since"),
        values.get("until"),
        values.get("current"),
        values["fact_id"],
        values["disputed"],
        values.get("first_seen"),
    )


def _nobody(row: Row) -> Stance:
    return Stance(
        "*",
        "nobody",
        row["target"],
        row["target_name"],
        "not_recognized",
        None,
        None,
        None,
        row["fact"],
        False,
        row["as_of"],
    )


def _held(stance: Stance, as_of: str | None) -> bool:
    """Whether a stance held on a day: from its `since` up to its `until`; one without dates may have."""
    if not as_of:
        return True
    begun = not stance.since or first_day(stance.since) <= last_day(as_of)
    ended = stance.until is not None and last_day(stance.until) < first_day(as_of)
    return begun and not ended


def _with_sentences(s: Stance, sentences: tuple[Evidence, ...]) -> Stance:
    seen = min((e.published for e in sentences if e.published), default=s.first_seen)
    return replace(s, evidence=sentences, first_seen=seen)


# --- posts


def holders(store: Readable, post: str, of: str | None = None, on: str | None = None) -> list[Holder]:
    """Who holds a post of a state or body; with `on` who held it that day, as far as dates tell."""
    principals = [find(store, of, ("State", "Organization", "Forum")).id] if of else _principals(store)
    wanted = set(folded(post).split())
    found = [
        _holder(row)
        for principal in principals
        for row in store.read("read/holders", principal=principal)
        if wanted <= set(folded(row["post"]).split())
    ]
    kept = [h for h in found if _served(h, on)]
    return _with_evidence(store, kept)


def posts_of(store: Readable, official: str) -> list[Holder]:
    """The posts of an official."""
    return _with_evidence(store, [_holder(row) for row in store.read("read/posts_of", official=official)])


def _principals(store: Readable) -> list[str]:
    found: list[str] = []
    for label in ("state", "organization", "forum"):
        found += [row["id"] for row in store.read(f"read/list_{label}", after="", limit=10_000)]
    return found


def _holder(row: Row) -> Holder:
    values = row["properties"]
    return Holder(
        row["id"],
        row["name"],
        row["office"],
        row["post"],
        row["principal"],
        row["principal_name"],
        values.get("status"),
        values.get("start"),
        values.get("end"),
        values.get("current"),
        values["fact_id"],
    )


def _served(holder: Holder, on: str | None) -> bool:
    if not on:
        return True
    begun = not holder.start or first_day(holder.start) <= last_day(on) or compatible(holder.start, on)
    ended = holder.end is not None and last_day(holder.end) < first_day(on)
    return begun and not ended


def _with_evidence(store: Readable, found: Sequence[Holder]) -> list[Holder]:
    sentences = evidence(store, (h.fact for h in found))
    return [replace(h, evidence=sentences.get(h.fact, ())) for h in found]


# --- lists


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
