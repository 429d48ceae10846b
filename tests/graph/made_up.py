"""Made-up records: single ones written in a line, and any number of them for laws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hypothesis import strategies as st

from graph.record import Record, parse_record

TEXT: Final = "Lavrov opened the talks. Nothing else is known of them. The minister left at noon."


def record(
    text: str, *entities: Mapping[str, Any], facts: tuple[Mapping[str, Any], ...] = (), **article: Any
) -> Record:
    """The record of an article with that text; facts stand where they say, else on the first ten characters."""
    told = {"id": text, "text": f"{text} -- {TEXT}", "published": "2024-10-05", "language": "en"} | article
    with_evidence = [{"evidence": [[0, 10]], **fact} for fact in facts]
    return parse_record({"article": told, "entities": list(entities), "facts": with_evidence}, text)


def person(id: str, name: str, *names: str) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "type": "person", "name": name, "names": list(names)}


def state(id: str, name: str, iso3: str | None = None) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "type": "state", "name": name, "iso3": iso3}


def body(id: str, name: str, *names: str, type: str = "organization") -> dict[str, Any]:  # noqa: A002
    return {"id": id, "type": type, "name": name, "names": list(names)}


def office(id: str, post: str, of: str) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "type": "office", "post": post, "of": of}


def event(id: str, name: str = "the talks", kind: str = "bilateral", **more: Any) -> dict[str, Any]:  # noqa: A002
    blank: dict[str, Any] = {
        "forum": None,
        "ordinal": None,
        "start": None,
        "end": None,
        "place": None,
        "hosts": [],
    }
    return {"id": id, "type": "event", "name": name, "kind": kind} | blank | more


def holds(person: str, post: str, of: str, status: str = "current", **more: Any) -> dict[str, Any]:
    return {"type": "post", "person": person, "post": post, "of": of, "status": status, **more}


def attends(participant: str, event: str, status: str = "attended", **more: Any) -> dict[str, Any]:
    return {"type": "attendance", "participant": participant, "event": event, "status": status, **more}


def says(speaker: str, text: str, *about: str, event: str | None = None, **more: Any) -> dict[str, Any]:
    told = {"type": "statement", "speaker": speaker, "form": "reported", "text": text, "about": list(about)}
    return told | {"event": event} | more


def recognizes(
    source: str, to: str, status: str = "recognized", date: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"type": "recognition", "from": source, "to": to, "status": status, "date": date, **more}


NAMES: Final = (
    "Sergey Lavrov",
    "Ali Khan",
    "Ali Raza Khan",
    "Khan",
    "Maria Silva",
    "Ana María Silva",
    "王毅",
)
STATES: Final = (
    ("Russia", "RUS"),
    ("Pakistan", "PAK"),
    ("Iran", "IRN"),
    ("Ruritania", None),
    ("Abkhazia", None),
)
BODIES: Final = ("Moscow Format", "Quetta Round", "Quetta Process", "Taliban", "Front for Peace")
POSTS: Final = ("Foreign Minister", "Minister of Foreign Affairs", "Ambassador", "Envoy for Peace")
DAYS: Final = (None, "2024", "2024-10", "2024-10-04", "2024-10-05", "2025-01-31")
KINDS: Final = ("consultation", "bilateral", "summit")
SAYINGS: Final = ("Peace is near.", "peace is near", "We will not go", "“We will not go”")


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of few words, so that people, bodies, events and sayings meet again and again."""
    actors = _drawn_actors(draw)
    ids = [actor["id"] for actor in actors]
    bodies = [a["id"] for a in actors if a["type"] in ("state", "organization", "forum")]
    forums = [a["id"] for a in actors if a["type"] in ("organization", "forum")]
    events = [_drawn_event(draw, f"e{number}", forums, bodies) for number in range(draw(st.integers(0, 2)))]
    people = [a["id"] for a in actors if a["type"] == "person"]
    facts = draw(st.lists(_facts(ids, people, bodies, [e["id"] for e in events]), max_size=5))
    number = draw(st.integers(0, 5))
    return record(
        f"Article {number}",
        *actors,
        *events,
        facts=tuple(facts),
        id=draw(st.sampled_from((f"a{number}", f"b{number}"))),
        published=draw(st.sampled_from((None, "2024-10-04", "2024-10-06", "2025-02-01"))),
        publisher=draw(st.sampled_from((None, "Gazette", "The Herald"))),
    )


def _drawn_actors(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(st.sampled_from(NAMES), max_size=2))
    others = [draw(st.lists(st.sampled_from(NAMES), max_size=1)) for _ in names]
    people = [
        person(f"p{n}", name, *other) for n, (name, other) in enumerate(zip(names, others, strict=True))
    ]
    chosen = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True))
    states = [state(f"s{n}", name, iso3) for n, (name, iso3) in enumerate(chosen)]
    told = draw(st.lists(st.sampled_from(BODIES), max_size=2))
    bodies = [
        body(f"b{n}", name, *draw(st.lists(st.sampled_from(BODIES), max_size=1)), type=draw(_BODY_TYPES))
        for n, name in enumerate(told)
    ]
    offices = [office("o0", draw(st.sampled_from(POSTS)), draw(st.sampled_from([*states, *bodies]))["id"])]
    return [*people, *states, *bodies, *(offices if draw(st.booleans()) else [])]


_BODY_TYPES: Final = st.sampled_from(("organization", "forum"))


def _drawn_event(draw: st.DrawFn, id_: str, forums: list[str], bodies: list[str]) -> dict[str, Any]:
    start = draw(st.sampled_from(DAYS))
    return event(
        id_,
        draw(st.sampled_from(("the talks", "the fifth round", "the meeting"))),
        draw(st.sampled_from(KINDS)),
        forum=draw(st.sampled_from([None, *forums])),
        ordinal=draw(st.sampled_from((None, 5, 6))),
        start=start,
        end=draw(st.sampled_from((None, start))),
        place=draw(st.sampled_from((None, "Moscow", "Quetta"))),
        hosts=draw(st.lists(st.sampled_from(bodies), max_size=1)),
        cancelled=draw(st.booleans()),
    )


def _facts(
    ids: list[str], people: list[str], bodies: list[str], events: list[str]
) -> st.SearchStrategy[dict[str, Any]]:
    one, whose = st.sampled_from(ids), st.sampled_from(bodies)
    kinds: list[st.SearchStrategy[dict[str, Any]]] = [
        st.builds(says, one, st.sampled_from(SAYINGS), one, event=st.sampled_from([None, *events])),
        st.builds(
            recognizes, whose, whose, st.sampled_from(_STANCES), st.sampled_from(DAYS), retracts=st.booleans()
        ),
        st.builds(recognizes, st.just("*"), whose, st.just("not_recognized")),
    ]
    if people:
        status = st.sampled_from(("current", "acting", "former", "designate"))
        who = st.sampled_from(people)
        kinds += [st.builds(holds, who, st.sampled_from(POSTS), whose, status, retracts=st.booleans())] * 2
    if events:
        status = st.sampled_from(("attended", "expected", "absent"))
        kinds += [st.builds(attends, one, st.sampled_from(events), status, retracts=st.booleans())] * 2
    spans = st.sampled_from(([[0, 9]], [[2, 9], [10, 12]]))
    return st.one_of(kinds).flatmap(lambda fact: spans.map(lambda span: fact | {"evidence": span}))


_STANCES: Final = ("recognized", "not_recognized", "withdrawn", "intends")
