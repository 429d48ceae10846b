"""What names, parts of names and ids stand for in the small graph of the contract."""

from __future__ import annotations

import pytest

from graph import finding
from graph.errors import AmbiguousItem, UnknownItem
from graph.store import Store
from tests.contract.loading import load


@pytest.fixture
def small(store: Store) -> Store:
    load(store)
    return store


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("official/sergey-lavrov", "official/sergey-lavrov"),
        ("sergey-lavrov", "official/sergey-lavrov"),
        ("Lavrov", "official/sergey-lavrov"),
        ("LAVRÓV", "official/sergey-lavrov"),
        ("sergey", "official/sergey-lavrov"),
        ("un", "organization/united-nations"),
        ("islamic emirate", "organization/taliban"),
    ],
)
def test_an_id_a_name_or_a_part_of_one_finds_its_node(small: Store, name: str, found: str) -> None:
    assert finding.find(small, name).id == found


def test_of_several_all_are_named(small: Store) -> None:
    with pytest.raises(AmbiguousItem, match="name one of the ids") as caught:
        finding.find(small, "moscow format", ("Event",))
    assert {node for node, _ in caught.value.candidates} == {
        "event/moscow-format-5",
        "event/moscow-format-6",
    }


def test_a_whole_name_goes_before_the_names_that_hold_it(small: Store) -> None:
    assert finding.find(small, "Russia", ("State", "Office")).id == "state/russia"


def test_a_label_that_was_not_asked_for_is_not_found(small: Store) -> None:
    with pytest.raises(UnknownItem, match="sergey-lavrov: nothing in the graph"):
        finding.find(small, "official/sergey-lavrov", ("Event",))


@pytest.mark.parametrize("name", ["Nobody At All", "official/nobody", "%", "'"])
def test_what_is_not_there_is_said_so(small: Store, name: str) -> None:
    with pytest.raises(UnknownItem, match="nothing in the graph"):
        finding.find(small, name)


def test_search_puts_whole_names_first(small: Store) -> None:
    assert next(found.id for found in finding.search(small, "russia")) == "state/russia"
    assert len(finding.search(small, "moscow", limit=2)) == 2


def test_pages_hold_every_node_once(small: Store) -> None:
    ids: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page, cursor = finding.nodes(small, "State", cursor, limit=1)
        ids += [row["id"] for row in page]
    assert ids == ["state/china", "state/erewhon", "state/india", "state/russia"]


def test_articles_come_in_pages_and_alone(small: Store) -> None:
    page, following = finding.articles(small, limit=1)
    assert [row["id"] for row in page] == ["article/paper"]
    rest, end = finding.articles(small, following or "", limit=1)
    assert ([row["id"] for row in rest], end) == (["article/wire"], None)
    assert finding.article(small, "article/wire")["text"] == "Lavrov received Wang."
    with pytest.raises(UnknownItem, match="article/none"):
        finding.article(small, "article/none")


def test_a_node_comes_with_its_label_and_properties(small: Store) -> None:
    assert finding.node(small, "state/russia")["iso3"] == "RUS"
    with pytest.raises(UnknownItem, match="state/none"):
        finding.node(small, "state/none")


def test_counts_are_by_label(small: Store) -> None:
    held = finding.counts(small)
    assert (held["State"], held["Event"], held["Article"]) == (4, 3, 2)
