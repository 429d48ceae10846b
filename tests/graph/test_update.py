from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.arrivals import Incoming, graph_id
from graph.errors import AmbiguousItem, UnknownItem
from graph.export import export
from graph.record import Record
from graph.reference import Reference
from graph.store import Store
from graph.update import add_all, add_records, retract
from tests.graph.made_up import attends, event, holds, person, recognizes, record, records, says, state
from tests.graph.memory import MemoryGraph
from tests.stores import empty

few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
REFERENCE = Reference.load()
RUSSIA = state("rus", "Russia", "RUS")


def talks(text: str, **article: Any) -> Record:
    return record(
        text,
        RUSSIA,
        person("lavrov", "Sergey Lavrov"),
        event("mf6", "sixth meeting", "consultation", start="2024-10-04", place="Moscow", hosts=["rus"]),
        facts=(
            holds("lavrov", "Foreign Minister", "rus"),
            attends("lavrov", "mf6"),
            says("lavrov", "Peace is near", "rus", event="mf6"),
        ),
        **article,
    )


def add(store: Store, *told: Record, batch_size: int = 50) -> None:
    for _ in add_all(store, map(Incoming, told), REFERENCE, batch_size=batch_size):
        pass


def exported(store: Store) -> str:
    return "\n".join(export(store))


def test_the_store_holds_what_the_records_derive(store: Store) -> None:
    told = [talks("one"), talks("two", published="2024-10-07", publisher="Gazette")]
    add(store, *told)
    graph = MemoryGraph()
    graph.add(*told)
    assert exported(store) == graph.export()
    assert '"official/sergey-lavrov"' in exported(store)


def test_the_report_names_articles_claims_and_facts(embedded_store: Store) -> None:
    told = talks("one")
    report = add_records(embedded_store, [Incoming(told)], REFERENCE)
    assert report.articles == (graph_id(told.article),)
    assert report.known == ()
    assert (report.claims, report.facts) == (8, 8)
    again = add_records(embedded_store, [Incoming(told)], REFERENCE)
    assert (again.articles, again.known) == (report.articles, report.articles)
    assert (again.claims, again.facts) == (0, 0)


def test_what_is_said_of_nobody_is_exported_whole(store: Store) -> None:
    denial = recognizes("*", "rus", "not_recognized", "2024-10", confidence=0.5)
    told = [record(text, RUSSIA, facts=(denial,), publisher=text) for text in ("one", "two")]
    add(store, *told)
    graph = MemoryGraph()
    graph.add(*told)
    assert exported(store) == graph.export()
    assert '"since": "2024-10"' in exported(store)
    assert '"sources": 2' in exported(store)


@few
@given(st.lists(records(), min_size=2, max_size=5), st.randoms(use_true_random=False), st.integers(1, 3))
def test_order_and_batches_do_not_matter_in_the_store(
    embedded_graph: Store, told: list[Record], chance: random.Random, batch: int
) -> None:
    graph = MemoryGraph()
    graph.add(*told)
    empty(embedded_graph)
    shuffled = told * 2
    chance.shuffle(shuffled)
    add(embedded_graph, *shuffled, batch_size=batch)
    assert exported(embedded_graph) == graph.export()


@few
@given(st.lists(records(), min_size=1, max_size=4), st.lists(records(), min_size=1, max_size=3))
def test_what_is_retracted_from_the_store_leaves_no_trace(
    embedded_graph: Store, kept: list[Record], gone: list[Record]
) -> None:
    texts = {told.article.text for told in kept}
    going = [told for told in gone if told.article.text not in texts]
    empty(embedded_graph)
    add(embedded_graph, *kept)
    alone = exported(embedded_graph)
    add(embedded_graph, *going)
    for article in sorted({graph_id(told.article) for told in going}):
        retract(embedded_graph, article, REFERENCE)
    assert exported(embedded_graph) == alone


def test_nothing_is_left_behind_where_all_is_retracted(store: Store) -> None:
    add(store, talks("one"), talks("two"))
    for given_id in ("one", "two"):
        retract(store, given_id, REFERENCE)
    with store._session("READ") as session:
        left = session.run("MATCH (n) WHERE NOT n:Graph RETURN count(n) AS nodes").data()
    assert left == [{"nodes": 0}]


def test_a_text_that_came_twice_goes_with_its_last_arrival(embedded_store: Store) -> None:
    first, second = talks("one", id="wire-1"), talks("one", id="paper-9", publisher="Gazette")
    add(embedded_store, first)
    alone = exported(embedded_store)
    add(embedded_store, second)
    assert '"articles": ["paper-9", "wire-1"]' in exported(embedded_store)
    report = retract(embedded_store, "paper-9", REFERENCE)
    assert (report.arrivals, report.gone) == (1, False)
    assert exported(embedded_store) == alone
    assert retract(embedded_store, "wire-1", REFERENCE).gone
    assert exported(embedded_store) == ""


def test_a_graph_id_takes_all_arrivals(embedded_store: Store) -> None:
    add(embedded_store, talks("one", id="wire-1"), talks("one", id="paper-9"))
    report = retract(embedded_store, graph_id(talks("one").article), REFERENCE)
    assert (report.arrivals, report.gone) == (2, True)


def test_an_id_of_two_texts_retracts_neither(embedded_store: Store) -> None:
    told = [talks("one", id="same"), talks("two", id="same")]
    add(embedded_store, *told)
    before = exported(embedded_store)
    with pytest.raises(AmbiguousItem) as caught:
        retract(embedded_store, "same", REFERENCE)
    assert [candidate for candidate, _ in caught.value.candidates] == sorted(
        graph_id(t.article) for t in told
    )
    assert exported(embedded_store) == before


def test_an_unknown_article_cannot_be_retracted(embedded_store: Store) -> None:
    with pytest.raises(UnknownItem, match="nowhere"):
        retract(embedded_store, "nowhere", REFERENCE)


def test_a_batch_is_written_whole_or_not_at_all(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(embedded_store, talks("one"))
    before = exported(embedded_store)

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("graph.stored._Writing.edges", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        add(embedded_store, talks("two"))
    monkeypatch.undo()
    assert exported(embedded_store) == before
    add(embedded_store, talks("two"))
    assert '"articles": ["one", "two"]' in exported(embedded_store)


def test_every_claim_supports_one_edge_and_every_edge_has_its_claims(store: Store) -> None:
    add(store, talks("one"), talks("two", published="2024-10-07"))
    with store._session("READ") as session:
        claims = session.run("MATCH (c:Claim) RETURN c.fact_id AS fact, count(c) AS claims").data()
        edges = session.run(
            "MATCH ()-[r]->() WHERE r.fact_id IS NOT NULL RETURN r.fact_id AS fact, r.claims AS claims"
        )
        counted = {row["fact"]: row["claims"] for row in claims}
        assert {row["fact"]: row["claims"] for row in edges.data()} == counted
    assert set(counted.values()) == {2}
