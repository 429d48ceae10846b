"""From claims to facts, told in the smallest records that show it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Edge
from graph.record import Record
from tests.graph.made_up import (
    attends,
    body,
    event,
    holds,
    office,
    person,
    recognizes,
    record,
    says,
    state,
)
from tests.graph.memory import MemoryGraph

RUSSIA, HONDURAS, TAIWAN = (
    state("rus", "Russia", "RUS"),
    state("hnd", "Honduras", "HND"),
    state("twn", "Taiwan", "TWN"),
)
LAVROV = person("p", "Sergey Lavrov")


def graph_of(*told: Record) -> MemoryGraph:
    graph = MemoryGraph()
    graph.add(*told)
    return graph


def edges(graph: MemoryGraph, *types: str) -> dict[str, Edge]:
    found = {edge.type: edge for edge in graph.edges.values() if not types or edge.type in types}
    assert len(found) == sum(edge.type in found for edge in graph.edges.values())
    return found


def came(text: str, status: str = "attended", **more: Any) -> Record:
    marks = {key: more.pop(key) for key in ("retracts", "confidence", "cancelled", "evidence") if key in more}
    cancelled = marks.pop("cancelled", False)
    talks = event("e", start="2024-10-04", forum="mf", ordinal=6, cancelled=cancelled)
    forum = body("mf", "Moscow Format", type="forum")
    return record(text, LAVROV, forum, talks, facts=(attends("p", "e", status, **marks),), **more)


def stands(text: str, status: str, date: str | None = None, *, retracts: bool = False, **more: Any) -> Record:
    fact = recognizes("hnd", "twn", status, date, retracts=retracts)
    return record(text, HONDURAS, TAIWAN, facts=(fact,), **more)


# Counts


def test_a_fact_counts_claims_articles_and_days() -> None:
    graph = graph_of(
        came("a"),
        came("b", published="2024-10-07", confidence=0.5),
        came("c", published=None, confidence=0.9),
    )
    told = edges(graph)["ATTENDED"].properties
    assert (told["claims"], told["articles"]) == (3, 3)
    assert (told["first_seen"], told["last_seen"], told["confidence"]) == ("2024-10-05", "2024-10-07", 0.9)


def test_copies_of_one_wording_or_one_publisher_are_one_source() -> None:
    copies = [came(text, evidence=[[5, 11]]) for text in "ab"]
    assert edges(graph_of(*copies))["ATTENDED"].properties["sources"] == 1
    own = record(
        "Otherwise told",
        LAVROV,
        body("mf", "Moscow Format", type="forum"),
        event("e", forum="mf", ordinal=6),
        facts=(attends("p", "e", evidence=[[0, 14]]),),
        publisher="Gazette",
    )
    assert edges(graph_of(*copies, own))["ATTENDED"].properties["sources"] == 2
    same_house = came("c", publisher="GAZETTE")
    assert edges(graph_of(*copies, own, same_house))["ATTENDED"].properties["sources"] == 2


# Attendance


def test_who_came_is_no_longer_expected_and_his_claim_stays() -> None:
    graph = graph_of(came("a", "expected"), came("b"))
    assert edges(graph).keys() & {"ATTENDED", "EXPECTED_AT"} == {"ATTENDED"}
    assert sum(claim.status == "expected" for claim in graph.claims) == 1


def test_who_came_and_did_not_come_is_disputed() -> None:
    found = edges(graph_of(came("a"), came("b", "absent")))
    assert found["ATTENDED"].properties["disputed"]
    assert found["ABSENT_FROM"].properties["disputed"]
    assert not found["PART_OF"].properties["disputed"]


def test_nobody_attended_what_was_called_off_later() -> None:
    graph = graph_of(came("a"), came("b", "absent", cancelled=True, published="2024-10-06"))
    assert graph.by_id["event/moscow-format-6"].properties["status"] == "cancelled"
    assert edges(graph).keys() & {"ATTENDED", "ABSENT_FROM"} == {"ABSENT_FROM"}
    assert any(claim.edge == "ATTENDED" for claim in graph.claims)


def test_an_attendance_falls_when_the_cancellation_comes_and_returns_when_it_goes() -> None:
    graph = graph_of(came("a"))
    before = graph.export()
    off = record(
        "b",
        body("mf", "Moscow Format", type="forum"),
        event("e", forum="mf", ordinal=6, cancelled=True),
        published="2024-10-06",
    )
    graph.add(off)
    assert "ATTENDED" not in edges(graph)
    graph.remove(*(stored.id for stored in graph.stored.values() if stored.given_ids == ("b",)))
    assert graph.export() == before


def test_an_official_attends_as_his_office_and_for_his_state() -> None:
    told = record(
        "a", LAVROV, RUSSIA, event("e"), facts=(holds("p", "Foreign Minister", "rus"), attends("p", "e"))
    )
    graph = graph_of(told)
    assert edges(graph)["ATTENDED"].properties["as"] == "office/russia-foreign-minister"
    represented = edges(graph)["REPRESENTED"]
    assert (represented.target, represented.properties["event"]) == (
        "state/russia",
        edges(graph)["ATTENDED"].target,
    )


@pytest.mark.parametrize("status", ["former", "designate"])
def test_whoever_holds_no_post_now_represents_nobody(status: str) -> None:
    told = record(
        "a", LAVROV, RUSSIA, event("e"), facts=(holds("p", "Envoy", "rus", status), attends("p", "e"))
    )
    assert "REPRESENTED" not in edges(graph_of(told))
    assert "as" not in edges(graph_of(told))["ATTENDED"].properties


def test_an_unnamed_holder_attends_as_an_office() -> None:
    told = record(
        "a", RUSSIA, office("o", "Deputy Foreign Minister", "rus"), event("e"), facts=(attends("o", "e"),)
    )
    found = edges(graph_of(told))
    assert found["ATTENDED"].source == found["OF"].source == "office/russia-deputy-foreign-minister"
    assert found["OF"].target == "state/russia"


def test_hosts_and_forum_are_facts_with_the_evidence_of_the_event() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    talks = event("e", forum="mf", ordinal=6, hosts=["rus"])
    graph = graph_of(record("a", LAVROV, RUSSIA, forum, talks, facts=(attends("p", "e", evidence=[[2, 9]]),)))
    assert edges(graph)["HOSTED"].source == "state/russia"
    assert edges(graph)["PART_OF"].target == "forum/moscow-format"
    assert {claim.spans for claim in graph.claims if claim.type in ("host", "part_of")} == {(2, 9)}


# Corrections


def test_a_correction_takes_back_what_was_published_up_to_its_day() -> None:
    graph = graph_of(came("a"), came("b", retracts=True, published="2024-10-06"))
    assert "ATTENDED" not in edges(graph)
    assert sum(claim.retracts for claim in graph.claims) == 1
    graph.add(came("c", published="2024-10-08"))
    told = edges(graph)["ATTENDED"].properties
    assert (told["claims"], told["first_seen"]) == (1, "2024-10-08")


def test_a_correction_of_a_post_takes_back_that_status_alone() -> None:
    told = record("a", LAVROV, RUSSIA, facts=(holds("p", "Envoy", "rus"),))
    former = record(
        "b",
        LAVROV,
        RUSSIA,
        facts=(holds("p", "Envoy", "rus", "former", retracts=True),),
        published="2024-10-09",
    )
    assert edges(graph_of(told, former))["HOLDS"].properties["status"] == "current"


# Posts


def test_a_post_is_what_the_latest_article_says_with_the_dates_of_all() -> None:
    first = record("a", LAVROV, RUSSIA, facts=(holds("p", "Foreign Minister", "rus", since="2004-03"),))
    last = record(
        "b",
        LAVROV,
        RUSSIA,
        facts=(holds("p", "Minister of Foreign Affairs", "rus", "former", until="2026"),),
        published="2026-02-01",
    )
    told = edges(graph_of(first, last))["HOLDS"].properties
    assert (told["status"], told["start"], told["end"], told["current"]) == (
        "former",
        "2004-03",
        "2026",
        False,
    )


# Recognition


def test_the_most_precise_date_is_the_one_since_when() -> None:
    graph = graph_of(stands("a", "withdrawn", "2023-03"), stands("b", "withdrawn", "2023-03-26"))
    told = edges(graph)["WITHDREW_RECOGNITION_OF"].properties
    assert (told["since"], told["disputed"], told["current"]) == ("2023-03-26", False, True)


def test_two_dates_that_do_not_go_together_are_disputed() -> None:
    graph = graph_of(stands("a", "withdrawn", "2023-03-25"), stands("b", "withdrawn", "2023-03-26"))
    assert edges(graph)["WITHDREW_RECOGNITION_OF"].properties["disputed"]


def test_a_withdrawal_ends_a_recognition() -> None:
    found = edges(graph_of(stands("a", "recognized", "1941"), stands("b", "withdrawn", "2023-03-26")))
    told = found["RECOGNIZES"].properties
    assert (told["since"], told["until"], told["current"], told["disputed"]) == (
        "1941",
        "2023-03-26",
        False,
        False,
    )


def test_a_recognition_restored_ends_the_withdrawal() -> None:
    found = edges(
        graph_of(
            stands("a", "recognized", "2026-02-09", published="2026-02-11"),
            stands("b", "withdrawn", "2023-03-26"),
        )
    )
    assert found["RECOGNIZES"].properties["current"]
    assert found["WITHDREW_RECOGNITION_OF"].properties["until"] == "2026-02-09"
    assert not found["WITHDREW_RECOGNITION_OF"].properties["current"]


def test_recognition_after_its_refusal_is_no_contradiction() -> None:
    found = edges(
        graph_of(
            stands("a", "not_recognized"), stands("b", "recognized", "2025-07-03", published="2025-07-04")
        )
    )
    no, yes = found["DOES_NOT_RECOGNIZE"].properties, found["RECOGNIZES"].properties
    assert (no["current"], no["until"], no["disputed"]) == (False, "2025-07-03", False)
    assert (yes["current"], yes["disputed"]) == (True, False)


def test_recognition_and_its_denial_are_disputed() -> None:
    found = edges(
        graph_of(
            stands("a", "recognized", published="2026-02-11"),
            stands("b", "not_recognized", published="2026-02-12"),
        )
    )
    assert found["RECOGNIZES"].properties["disputed"]
    assert found["DOES_NOT_RECOGNIZE"].properties["disputed"]


def test_a_false_report_and_its_correction_leave_what_was_there() -> None:
    graph = graph_of(stands("a", "withdrawn", "2023-03-26"))
    before = [row for row in graph.export().splitlines() if '"edge"' in row]
    graph.add(stands("b", "recognized", "2026-02-09", published="2026-02-11"))
    graph.add(stands("c", "recognized", retracts=True, published="2026-02-16"))
    assert [row for row in graph.export().splitlines() if '"edge"' in row] == before


def test_an_intention_ends_with_the_recognition() -> None:
    found = edges(
        graph_of(stands("a", "intends"), stands("b", "recognized", "2025-07-03", published="2025-07-04"))
    )
    assert not found["INTENDS_TO_RECOGNIZE"].properties["current"]


def test_that_nobody_recognizes_is_kept_on_the_node_and_in_the_export() -> None:
    graph = graph_of(record("a", TAIWAN, facts=(recognizes("*", "twn", "not_recognized"),)))
    assert graph.by_id["state/taiwan"].properties["recognized_by_none_as_of"] == "2024-10-05"
    assert graph.edges == {}
    assert '"edge": "DOES_NOT_RECOGNIZE", "source": "*", "target": "state/taiwan"' in graph.export()
    graph.add(record("b", TAIWAN))
    graph.remove(*(stored.id for stored in graph.stored.values() if stored.given_ids == ("a",)))
    assert "recognized_by_none_as_of" not in graph.by_id["state/taiwan"].properties


# Statements


def test_one_wording_by_one_speaker_is_one_statement() -> None:
    told = [
        record(text, LAVROV, RUSSIA, facts=(says("p", words, "rus"),))
        for text, words in (("a", "Peace is near."), ("b", "“Peace is  near”"))
    ]
    graph = graph_of(*told)
    found = edges(graph)
    assert found["STATED"].properties["articles"] == 2
    assert found["ABOUT"].target == "state/russia"


def test_a_statement_made_at_two_events_was_made_at_the_likelier() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    told = [
        record(
            text,
            LAVROV,
            forum,
            event("e", forum="mf", ordinal=ordinal),
            facts=(says("p", "Peace is near", event="e"),),
        )
        for text, ordinal in (("a", 6), ("b", 6), ("c", 5))
    ]
    at = edges(graph_of(*told), "AT")["AT"]
    assert (at.target, at.properties["disputed"]) == ("event/moscow-format-6", True)


def test_a_statement_taken_back_leaves_no_edges_and_no_row() -> None:
    told = record("a", LAVROV, RUSSIA, facts=(says("p", "Peace is near", "rus"),))
    graph = graph_of(
        told,
        record(
            "b", LAVROV, RUSSIA, facts=(says("p", "Peace is near", retracts=True),), published="2024-10-06"
        ),
    )
    assert not edges(graph).keys() & {"STATED", "ABOUT"}
    assert '"node": "Statement"' not in graph.export()
