"""The laws of the graph, over made-up records: what stands is a function of the set of articles that came."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.arrivals import Incoming, arrival
from graph.record import Record
from tests.graph.made_up import records
from tests.graph.memory import MemoryGraph

many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
several = st.lists(records(), min_size=1, max_size=6)


def graph_of(told: list[Record], batch: int = 100) -> MemoryGraph:
    graph = MemoryGraph()
    for start in range(0, len(told), batch):
        graph.add(*told[start : start + batch])
    return graph


@many
@given(several)
def test_what_comes_twice_changes_nothing(told: list[Record]) -> None:
    graph = graph_of(told)
    once = graph.export()
    graph.add(*told)
    assert graph.export() == once


@many
@given(several, st.randoms(use_true_random=False), st.integers(1, 3))
def test_neither_order_nor_batches_matter(told: list[Record], chance: random.Random, batch: int) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert graph_of(shuffled, batch).export() == graph_of(told).export()


@many
@given(several, several)
def test_what_came_and_went_leaves_no_trace(kept: list[Record], gone: list[Record]) -> None:
    texts = {record.article.text for record in kept}
    going = [record for record in gone if record.article.text not in texts]
    graph = graph_of(kept)
    alone = graph.export()
    graph.add(*going)
    graph.remove(*{arrival(Incoming(record)).id for record in going})
    assert graph.export() == alone


@many
@given(several)
def test_without_its_articles_nothing_stands(told: list[Record]) -> None:
    graph = graph_of(told)
    graph.remove(*graph.stored)
    content = graph.content()
    assert (content.nodes, content.edges, content.claims) == ((), (), ())


@many
@given(several)
def test_two_people_or_events_of_one_article_are_never_one(told: list[Record]) -> None:
    placed = [
        (mention.article, node)
        for mention, node in graph_of(told).placed
        if mention.kind in ("person", "event")
    ]
    assert len(placed) == len(set(placed))
