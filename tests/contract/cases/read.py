"""The questions: what each statement under cypher/read answers over the small graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.contract.case import Case
from tests.contract.small_graph import CLAIMS, PROPERTIES, claim_id, facts, with_label

MF5, MF6 = "event/moscow-format-5", "event/moscow-format-6"
LAVROV, WANG = "official/sergey-lavrov", "official/wang-yi"
SPEECH = {
    "id": "statement/peace",
    "properties": PROPERTIES["statement/peace"],
    "speaker": LAVROV,
    "speaker_name": "Sergey Lavrov",
    "fact": "fact/stated",
}


def _name(node: str) -> str:
    return str(PROPERTIES[node]["name"])


def _edge(fact: str) -> Mapping[str, Any]:
    return facts(fact)[0].properties


def _attendee(who: str, edge: str, fact: str) -> dict[str, Any]:
    own = PROPERTIES[who]
    label = who.split("/", maxsplit=1)[0].capitalize()
    return {
        "id": who,
        "name": own["name"],
        "label": label,
        "post": own.get("post"),
        "principal": own.get("principal"),
        "edge": edge,
        "properties": _edge(fact),
    }


def _evidence(fact: str, article: str) -> dict[str, Any]:
    told, claim = PROPERTIES[f"article/{article}"], CLAIMS[claim_id(fact, article)]
    return {
        "fact": fact,
        "claim": claim_id(fact, article),
        "status": "asserted",
        "quote": claim["quote"],
        "confidence": 0.5,
        "extractor": "hand",
        "retracts": False,
        "article": f"article/{article}",
        "title": told["title"],
        "publisher": told["publisher"],
        "published": told["published"],
        "url": told.get("url"),
        "given_ids": told["given_ids"],
    }


def _meeting(event: str, edge: str, fact: str, who: str) -> dict[str, Any]:
    return {
        "id": event,
        "properties": PROPERTIES[event],
        "edge": edge,
        "fact": fact,
        "disputed": False,
        "who": who,
        "who_name": _name(who),
    }


def _stance(source: str, edge: str, target: str, fact: str) -> dict[str, Any]:
    return {
        "source": source,
        "source_name": _name(source),
        "target": target,
        "target_name": _name(target),
        "edge": edge,
        "properties": _edge(fact),
    }


def _found(node: str, rank: int) -> dict[str, Any]:
    own = PROPERTIES[node]
    return {
        "id": node,
        "name": own["name"],
        "label": node.split("/", maxsplit=1)[0].capitalize(),
        "names": own["names"],
        "start": own.get("start"),
        "rank": rank,
    }


def _event(event: str) -> dict[str, Any]:
    return {"id": event, "properties": PROPERTIES[event]}


RECOGNIZES = _stance("state/russia", "RECOGNIZES", "state/erewhon", "fact/recognizes")
WITHDREW = _stance("state/russia", "WITHDREW_RECOGNITION_OF", "state/erewhon", "fact/withdrew")
REFUSES = _stance("state/china", "DOES_NOT_RECOGNIZE", "organization/taliban", "fact/no-recognition")
INTENDS = _stance("state/india", "INTENDS_TO_RECOGNIZE", "state/erewhon", "fact/intends")
HOLDER = {
    "id": LAVROV,
    "name": "Sergey Lavrov",
    "office": "office/russia-foreign-minister",
    "post": "Foreign Minister",
    "principal": "state/russia",
    "principal_name": "Russia",
    "properties": _edge("fact/holds"),
}


def _finding() -> Iterator[Case]:
    yield Case("read/node", {"id": LAVROV}, rows=[{"label": "Official", "properties": PROPERTIES[LAVROV]}])
    asked = {"labels": ["Official", "State", "Event"], "limit": 9}
    yield Case("read/search", asked | {"words": "lavrov"}, rows=[_found(LAVROV, 1)], what="another name")
    both = [_found(MF5, 3), _found(MF6, 3)]
    yield Case("read/search", asked | {"words": "moscow format"}, rows=both, what="of some labels only")
    yield Case("read/search", asked | {"words": "china"}, rows=[_found("state/china", 0)], what="just so")


def _meetings() -> Iterator[Case]:
    attended = [
        _attendee("organization/taliban", "ABSENT_FROM", "fact/absent"),
        _attendee(LAVROV, "ATTENDED", "fact/lavrov-attended"),
        _attendee("office/india-envoy", "ATTENDED", "fact/envoy-attended"),
        _attendee(WANG, "ATTENDED", "fact/wang-attended"),
    ]
    yield Case("read/attendees", {"event": MF6}, rows=attended)
    sent = {"official": WANG, "id": "state/china", "name": "China"}
    yield Case("read/represented_at", {"event": MF6}, rows=[sent])
    own = [
        _meeting("event/beijing-visit", "EXPECTED_AT", "fact/expected", LAVROV),
        _meeting(MF6, "ATTENDED", "fact/lavrov-attended", LAVROV),
    ]
    yield Case("read/meetings", {"actor": LAVROV}, rows=own)
    of_state = [
        _meeting(MF5, "ATTENDED", "fact/russia-attended", "state/russia"),
        _meeting(MF6, "HOSTED", "fact/hosted", "state/russia"),
    ]
    yield Case("read/meetings", {"actor": "state/russia"}, rows=of_state, what="of a state")
    unnamed = _meeting(MF6, "ATTENDED", "fact/envoy-attended", "office/india-envoy")
    yield Case("read/meetings_of_offices", {"actor": "state/india"}, rows=[unnamed])
    through = {
        "event": MF6,
        "fact": "fact/represented",
        "disputed": False,
        "who": WANG,
        "who_name": "Wang Yi",
    }
    yield Case("read/meetings_represented", {"actor": "state/china"}, rows=[through])


def _offices() -> Iterator[Case]:
    offices = ["office/india-envoy", "office/russia-foreign-minister"]
    named = [{"id": office, "name": _name(office)} for office in offices]
    yield Case("read/office_names", {"ids": [*reversed(offices), "office/none"]}, rows=named)


def _events() -> Iterator[Case]:
    yield Case("read/events_by_ids", {"ids": [MF6, MF5, "event/none"]}, rows=[_event(MF5), _event(MF6)])
    asked = {
        "from": "",
        "to": "",
        "kind": "",
        "status": "",
        "forum": "",
        "host": "",
        "after_start": "",
        "after": "",
    }
    undated, fifth, sixth = (
        {**_event(event), "day": PROPERTIES[event].get("start_first", "")}
        for event in ("event/beijing-visit", MF5, MF6)
    )
    everything = asked | {"limit": 9}
    yield Case("read/events", everything, rows=[undated, fifth, sixth], what="all")
    yield Case(
        "read/events",
        asked | {"limit": 1, "after_start": "2023-09-01", "after": MF5},
        rows=[sixth],
        what="paged",
    )
    yield Case(
        "read/events", everything | {"from": "2023-09-15", "to": "2024-01-01"}, rows=[fifth], what="by day"
    )
    hosted = everything | {"host": "state/russia", "forum": "forum/moscow-format", "kind": "consultation"}
    yield Case(
        "read/events", hosted | {"status": "held"}, rows=[sixth], what="by host, forum, kind and status"
    )
    forum = {"edge": "PART_OF", "id": "forum/moscow-format", "name": "Moscow Format", "label": "Forum"}
    host = {"edge": "HOSTED", "id": "state/russia", "name": "Russia", "label": "State"}
    links = [forum | {"fact": "fact/part-6"}, host | {"fact": "fact/hosted"}]
    yield Case("read/event_links", {"event": MF6}, rows=links)


def _sayings() -> Iterator[Case]:
    yield Case("read/statements_by", {"actor": LAVROV}, rows=[SPEECH])
    yield Case("read/statements_about", {"actor": "organization/taliban"}, rows=[SPEECH])
    yield Case("read/statements_at", {"event": MF6}, rows=[SPEECH])
    latest = SPEECH | {"day": PROPERTIES["statement/peace"].get("first_seen", "")}
    yield Case("read/statements", {"form": "", "limit": 9}, rows=[latest], what="of any form")
    other = {"direct": "reported", "reported": "direct"}[PROPERTIES["statement/peace"]["form"]]
    yield Case("read/statements", {"form": other, "limit": 9}, rows=[], what="of the other form")
    links = [
        {"statement": "statement/peace", "edge": "ABOUT", "id": "organization/taliban", "name": "Taliban"},
        {"statement": "statement/peace", "edge": "AT", "id": MF6, "name": _name(MF6)},
    ]
    yield Case("read/statement_links", {"ids": ["statement/peace"]}, rows=links)


def _stances() -> Iterator[Case]:
    yield Case("read/recognition_by", {"actor": "state/russia"}, rows=[RECOGNIZES, WITHDREW])
    yield Case("read/recognition_of", {"actor": "state/erewhon"}, rows=[INTENDS, RECOGNIZES, WITHDREW])
    yield Case("read/recognitions", rows=[REFUSES, INTENDS, RECOGNIZES, WITHDREW])
    yield Case("read/recognized_by_nobody", rows=[], what="where nobody is spoken of")


def _rest() -> Iterator[Case]:
    both = [_evidence("fact/lavrov-attended", "wire"), _evidence("fact/lavrov-attended", "paper")]
    yield Case("read/evidence", {"facts": ["fact/lavrov-attended", "fact/none"]}, rows=both)
    yield Case("read/holders", {"principal": "state/russia"}, rows=[HOLDER])
    yield Case("read/posts_of", {"official": LAVROV}, rows=[HOLDER])
    for label in ("Official", "State", "Organization", "Forum"):
        ids = with_label(label)
        rows = [{"id": id_, "properties": PROPERTIES[id_]} for id_ in ids]
        statement = f"read/list_{label.lower()}"
        yield Case(statement, {"after": "", "limit": 99}, rows=rows, what="all")
        yield Case(statement, {"after": ids[0], "limit": 1}, rows=rows[1:2], what="paged")
    keys = ("title", "publisher", "published", "url", "given_ids")
    articles = [{"id": i, **{k: PROPERTIES[i].get(k) for k in keys}} for i in with_label("Article")]
    yield Case("read/articles", {"after": "", "limit": 9}, rows=articles)
    wire = "article/wire"
    yield Case("read/article", {"id": wire}, rows=[{"id": wire, "properties": PROPERTIES[wire]}])
    labels = (
        "Official",
        "Office",
        "State",
        "Organization",
        "Forum",
        "Event",
        "Statement",
        "Article",
        "Claim",
    )
    yield Case("read/counts", rows=[{label: len(with_label(label)) for label in labels}])


CASES = [*_finding(), *_meetings(), *_offices(), *_events(), *_sayings(), *_stances(), *_rest()]
