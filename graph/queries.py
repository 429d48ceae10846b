"""The questions that communique answers, each a function over a store that returns plain values.

Command line and REST both ask through these. What a name stands for is told by graph.finding; questions take ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from graph.answers import Attendee, Event, Evidence, Holder, Meeting, Said, Stance
from graph.errors import UnknownItem
from graph.finding import Readable, Row, find
from graph.model import compatible, first_day, folded, last_day

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
    """Who attended an event, then who was expected at it or absent from it, with the sentences that say so."""
    rows = [r for r in store.read("read/attendees", event=event_id) if status in {None, STATUSES[r["edge"]]}]
    sentences = evidence(store, (row["properties"]["fact_id"] for row in rows))
    represented: dict[str, list[str]] = {}
    for row in store.read("read/represented_at", event=event_id):
        represented.setdefault(row["official"], []).append(row["name"])
    posts = _post_names(store, (row["properties"].get("as") for row in rows))
    found = [_attendee(row, sentences, represented, posts) for row in rows]
    told = list(STATUSES.values())
    return sorted(found, key=lambda a: (told.index(a.status), a.name, a.id))


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
    ids = sorted({office for office in offices if office})
    return {row["id"]: row["name"] for row in store.read("read/office_names", ids=ids)} if ids else {}


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
    rows = _statement_rows(store, (by, about, at), form, limit)
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
    store: Readable, asked: tuple[str | None, str | None, str | None], form: str | None, limit: int
) -> list[Row]:
    by, about, at = asked
    if by is not None:
        return store.read("read/statements_by", actor=by)
    if about is not None:
        return store.read("read/statements_about", actor=about)
    if at is not None:
        return store.read("read/statements_at", event=at)
    return store.read("read/statements", form=form or "", limit=limit)


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
    """Who recognises whom; with `as_of` only what held on that day, with `known_at` only what was published by then.

    What no dated article tells is not known to have been published by any day.
    """
    rows = _recognition_rows(store, by, of)
    found = [_stance(row) for row in rows if by is None or row["source"] == by]
    if by in {None, "*"}:
        found += [
            _nobody(row) for row in store.read("read/recognized_by_nobody") if of in {None, row["target"]}
        ]
    kept = [s for s in found if _held(s, as_of)]
    sentences = evidence(store, (s.fact for s in kept))
    told = [_with_sentences(s, _published(sentences.get(s.fact, ()), known_at)) for s in kept]
    return [s for s in told if not known_at or any(not e.retracts for e in s.evidence)]


def _published(sentences: tuple[Evidence, ...], known_at: str | None) -> tuple[Evidence, ...]:
    """The sentences that had been published on a day."""
    if not known_at:
        return sentences
    return tuple(e for e in sentences if e.published and e.published <= last_day(known_at))


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
