from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.arrivals import Incoming, StoredArticle, arrival, graph_id, merged, stored_article
from graph.record import Record
from tests.graph.made_up import attends, event, person, record, records


def told(*, facts: int = 1, **article: Any) -> Record:
    attendances = tuple(attends("p", "e") for _ in range(facts))
    return record("same text", person("p", "Sergey Lavrov"), event("e"), facts=attendances, **article)


def stored(*came: Record) -> StoredArticle:
    (one,) = merged(arrival(Incoming(record)) for record in came).values()
    return one


def test_the_same_text_is_one_article_with_all_its_arrivals() -> None:
    one = stored(told(id="wire-1"), told(id="paper-9"), told(id="wire-1"))
    assert one.given_ids == ("paper-9", "wire-1")
    assert len(one.arrivals) == 2


def test_where_an_article_comes_from_is_told_by_its_earliest_arrival() -> None:
    one = stored(
        told(id="a", published=None, publisher="Undated"),
        told(id="b", published="2024-10-06", publisher="Late"),
        told(id="c", published="2024-10-05", publisher="Early"),
    )
    assert (one.record().article.id, one.source().publisher, one.source().published) == (
        "c",
        "Early",
        "2024-10-05",
    )
    assert one.properties()["publisher"] == "Early"


def test_of_two_readings_the_one_with_more_facts_counts_and_the_other_is_kept() -> None:
    one = stored(told(facts=1), told(facts=2, id="b"))
    assert len(one.record().facts) == 2
    assert len(one.properties()["records"]) == 1


def test_the_extractor_is_that_of_the_reading_that_counts() -> None:
    came = [Incoming(told(facts=1), "reader 1"), Incoming(told(facts=2), "reader 2")]
    (one,) = merged(map(arrival, came)).values()
    assert one.source().extractor == "reader 2"


@given(st.lists(records(), min_size=1, max_size=4))
def test_articles_survive_the_way_to_properties_and_back(came: list[Record]) -> None:
    for one in merged(map(arrival, map(Incoming, came))).values():
        assert stored_article(one.id, one.properties()) == one


def test_a_graph_id_is_the_text_s() -> None:
    assert graph_id(told(id="a").article) == graph_id(told(id="b", title="Other").article)
