"""The questions, asked of the small graph of the contract, on both engines."""

from __future__ import annotations

from typing import Any

import pytest

from graph import queries
from graph.errors import UnknownItem
from graph.store import Store
from tests.contract.loading import load

MF5, MF6 = "event/moscow-format-5", "event/moscow-format-6"
LAVROV, WANG = "official/sergey-lavrov", "official/wang-yi"


@pytest.fixture
def small(store: Store) -> Store:
    load(store)
    return store


def test_attendees_come_with_post_state_and_status(small: Store) -> None:
    found = {(a.id, a.status, a.post, a.of) for a in queries.attendees(small, MF6)}
    assert found == {
        (LAVROV, "attended", "Foreign Minister of Russia", ()),
        (WANG, "attended", None, ("China",)),
        ("office/india-envoy", "attended", "Special Envoy", ()),
        ("organization/taliban", "absent", None, ()),
    }


def test_an_unnamed_official_stands_as_his_post(small: Store) -> None:
    labels = {a.label for a in queries.attendees(small, MF6, "attended")}
    assert labels == {"Official", "Office"}


def test_absentees_are_told_by_their_status(small: Store) -> None:
    assert [a.id for a in queries.attendees(small, MF6, "absent")] == ["organization/taliban"]
    assert queries.attendees(small, MF6, "expected") == []


def test_each_attendance_has_its_sentences_with_their_articles(small: Store) -> None:
    (lavrov,) = (a for a in queries.attendees(small, MF6) if a.id == LAVROV)
    assert (lavrov.articles, lavrov.sources) == (2, 2)
    told = [(e.article, e.title, e.publisher, e.published, e.url, e.confidence) for e in lavrov.evidence]
    assert sorted(told, key=str) == [
        ("paper-9", "Kabul stays away", "Paper", "2024-10-05", None, 0.5),
        ("wire-1", "Six meet in Moscow", "Wire", "2024-10-04", "https://wire.example/six", 0.5),
    ]


def test_a_persons_meetings_are_by_day(small: Store) -> None:
    found = [(m.event.id, m.status, m.through) for m in queries.meetings(small, LAVROV)]
    assert sorted(found) == [("event/beijing-visit", "expected", None), (MF6, "attended", None)]


def test_a_states_meetings_are_those_of_its_people_too(small: Store) -> None:
    china = {(m.event.id, m.status, m.through) for m in queries.meetings(small, "state/china")}
    assert china == {(MF5, "attended", None), (MF6, "attended", "Wang Yi")}
    india = [(m.event.id, m.through) for m in queries.meetings(small, "state/india")]
    assert india == [(MF6, "Special Envoy of India")]


@pytest.mark.parametrize(
    ("from_", "to", "found"),
    [
        ("2023-09-30", None, {MF5, MF6}),
        ("2023-10-01", None, {MF6}),
        (None, "2023-09-01", {MF5}),
        ("2024", "2024", {MF6}),
        ("2025", None, set()),
        (None, "2023-08", set()),
    ],
)
def test_a_meeting_of_a_month_may_lie_on_each_of_its_days(
    small: Store, from_: str | None, to: str | None, found: set[str]
) -> None:
    assert {m.event.id for m in queries.meetings(small, "state/china", from_, to)} == found
    page, _ = queries.events(small, limit=50, **{"from": from_ or "", "to": to or ""})
    assert {e.id for e in page if e.start} == found


def test_meetings_are_told_apart_by_status(small: Store) -> None:
    assert [m.event.id for m in queries.meetings(small, LAVROV, status="expected")] == ["event/beijing-visit"]
    hosted = queries.meetings(small, "state/russia", status="hosted")
    assert [(m.event.id, m.evidence[0].quote) for m in hosted] == [(MF6, "fact/hosted, as the wire has it.")]


def test_events_come_in_pages_that_hold_each_once(small: Store) -> None:
    ids: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page, cursor = queries.events(small, cursor=cursor, limit=1)
        ids += [e.id for e in page]
    assert sorted(ids) == ["event/beijing-visit", MF5, MF6]


def test_events_are_filtered_by_forum_host_kind_and_status(small: Store) -> None:
    def asked(**filters: str) -> list[str]:
        return sorted(e.id for e in queries.events(small, limit=50, **filters)[0])

    assert asked(forum="forum/moscow-format") == [MF5, MF6]
    assert asked(host="state/russia") == [MF6]
    assert asked(kind="visit") == ["event/beijing-visit"]
    assert asked(status="held") == [MF5, MF6]
    assert asked(forum="forum/none") == []


def test_an_event_has_its_forum_and_hosts(small: Store) -> None:
    links = [(row["edge"], row["id"]) for row in queries.event_links(small, MF6)]
    assert links == [("HOSTED", "state/russia"), ("PART_OF", "forum/moscow-format")]
    with pytest.raises(UnknownItem, match="event/none"):
        queries.event(small, "event/none")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"by": LAVROV},
        {"about": "organization/taliban"},
        {"at": MF6},
        {"by": LAVROV, "about": "organization/taliban", "at": MF6, "form": "direct"},
    ],
)
def test_a_statement_is_found_by_speaker_target_and_event(small: Store, asked: dict[str, Any]) -> None:
    (said,) = queries.statements(small, **asked)
    assert (said.text, said.speaker_name, said.about, said.event) == (
        "We stand for peace.",
        "Sergey Lavrov",
        ("Taliban",),
        MF6,
    )
    assert said.evidence[0].quote == "fact/stated, as the wire has it."


@pytest.mark.parametrize(
    "asked", [{"by": WANG}, {"by": LAVROV, "at": MF5}, {"about": "state/china"}, {"form": "reported"}]
)
def test_other_statements_are_not_found(small: Store, asked: dict[str, Any]) -> None:
    assert queries.statements(small, **asked) == []


def test_recognition_tells_each_stance(small: Store) -> None:
    found = {(s.source, s.status, s.target) for s in queries.recognition(small) if s.source != "*"}
    assert found == {
        ("state/russia", "recognized", "state/erewhon"),
        ("state/russia", "withdrawn", "state/erewhon"),
        ("state/china", "not_recognized", "organization/taliban"),
        ("state/india", "intends", "state/erewhon"),
    }


def test_recognition_is_asked_by_either_end(small: Store) -> None:
    by = {s.status for s in queries.recognition(small, by="state/russia")}
    of = {s.source for s in queries.recognition(small, of="organization/taliban")}
    assert (by, of) == ({"recognized", "withdrawn"}, {"state/china"})
    assert queries.recognition(small, by="state/china", of="state/erewhon") == []


def test_recognition_as_of_a_day_leaves_out_what_had_not_begun(small: Store) -> None:
    early = {s.status for s in queries.recognition(small, by="state/russia", as_of="2023")}
    late = {s.status for s in queries.recognition(small, by="state/russia", as_of="2024-03")}
    assert (early, late) == (set(), {"recognized"})


def test_recognition_known_at_a_day_leaves_out_what_was_published_later(small: Store) -> None:
    known = {s.status for s in queries.recognition(small, by="state/russia", known_at="2024-10-04")}
    assert known == {"recognized"}


def test_holders_of_a_post_are_found_by_its_words_state_and_day(small: Store) -> None:
    def asked(post: str, of: str | None = None, on: str | None = None) -> list[str]:
        return [h.id for h in queries.holders(small, post, of, on)]

    assert asked("foreign minister") == [LAVROV]
    assert asked("Minister, foreign".replace(",", "")) == [LAVROV]
    assert asked("foreign minister", "state/russia", "2010") == [LAVROV]
    assert asked("foreign minister", "state/russia", "2003") == []
    assert asked("foreign minister", "state/china") == []
    assert asked("prime minister") == []


def test_the_posts_of_an_official_come_with_evidence(small: Store) -> None:
    (held,) = queries.posts_of(small, LAVROV)
    assert (held.post, held.of, held.start) == ("Foreign Minister", "state/russia", "2004-03-09")
    assert held.evidence[0].fact == "fact/holds"


def test_evidence_of_no_fact_is_nothing(small: Store) -> None:
    assert queries.evidence(small, []) == {}
    assert queries.evidence(small, ["fact/none"]) == {}
