"""What finding and the two times hold to, on records made up for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.arrivals import Incoming
from graph.errors import AmbiguousItem, UnknownItem
from graph.finding import MOST_CANDIDATES, find, search
from graph.queries import recognition
from graph.record import Record
from graph.reference import Reference
from graph.store import Store
from graph.update import add_records
from tests.graph.made_up import body, person, recognizes, record, state

RU, TB = state("ru", "Russia", "RUS"), body("tb", "Taliban")


def put(store: Store, *records: Record) -> Store:
    add_records(store, [Incoming(found) for found in records], Reference.load())
    return store


def stance(published: str | None, status: str = "recognized", date: str | None = None) -> Record:
    """An article of a day that tells one stance of Russia."""
    facts = (recognizes("ru", "tb", status, date),)
    return record(f"Told on {published}", RU, TB, facts=facts, id=f"n{published}", published=published)


def told(store: Store, **when: str) -> dict[str, list[str | None]]:
    """The statuses, each with the days of its sentences."""
    rows = recognition(store, of="organization/taliban", **when)
    return {row.status: [sentence.published for sentence in row.evidence] for row in rows}


# --- finding


@pytest.mark.parametrize(
    "name", ["Ana María Silva", "ana maria silva", "ANA", "aría", "maría  silva", "ana-maria-silva"]
)
def test_a_name_is_found_by_any_part_whatever_its_case_and_accents(embedded_store: Store, name: str) -> None:
    put(embedded_store, record("One", person("p", "Ana María Silva")))
    assert find(embedded_store, name).id == "official/ana-maria-silva"


@pytest.mark.parametrize("blank", ["", " ", "|", " | "])
def test_no_words_find_nothing(embedded_store: Store, blank: str) -> None:
    put(embedded_store, record("One", person("p", "Ali Khan")))
    assert search(embedded_store, blank) == []
    with pytest.raises(UnknownItem):
        find(embedded_store, blank)


@pytest.mark.parametrize("name", ["Ali%", "Ali.*", "Ali' OR true", "$words", "Ali\\"])
def test_signs_of_other_languages_are_letters_like_others(embedded_store: Store, name: str) -> None:
    put(embedded_store, record("One", person("p", "Ali Khan")))
    assert search(embedded_store, name) == []


def test_another_name_that_fits_wholly_wins_however_many_hold_it(embedded_store: Store) -> None:
    others = [person(f"p{n}", f"Arif{chr(97 + n)} Zoravar Khan") for n in range(MOST_CANDIDATES + 5)]
    put(embedded_store, record("Many", *others, person("z", "Zulfiqar Bhutto", "Khan")))
    assert find(embedded_store, "khan").id == "official/zulfiqar-bhutto"
    with pytest.raises(AmbiguousItem) as caught:
        find(embedded_store, "zoravar")
    assert len(caught.value.candidates) == MOST_CANDIDATES


# --- two times


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-07-03", {}),
        ("2025-07-04", {"recognized": ["2025-07-04"]}),
        ("2025-07", {"recognized": ["2025-07-04"]}),
        ("2025", {"recognized": ["2025-07-04", "2025-08-01"]}),
    ],
)
def test_what_is_known_at_a_day_shows_no_later_sentence(
    embedded_store: Store, day: str, known: dict[str, Sequence[str]]
) -> None:
    put(embedded_store, stance("2025-07-04", date="2025-07-03"), stance("2025-08-01", date="2025-07-03"))
    assert told(embedded_store, known_at=day) == known


def test_what_no_dated_article_tells_is_not_known_at_any_day(embedded_store: Store) -> None:
    put(embedded_store, stance(None))
    assert told(embedded_store) == {"recognized": [None]}
    assert told(embedded_store, known_at="2030") == {}


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2025-07-02", set()),
        ("2025-07-03", {"recognized"}),
        ("2025-07", {"recognized"}),
        ("2030", {"recognized"}),
    ],
)
def test_a_stance_holds_from_its_day_on_whenever_it_was_told(
    embedded_store: Store, day: str, statuses: set[str]
) -> None:
    put(embedded_store, stance("2025-08-01", date="2025-07-03"))
    assert set(told(embedded_store, as_of=day)) == statuses


def test_the_two_times_are_asked_together(embedded_store: Store) -> None:
    put(embedded_store, stance("2025-08-01", date="2025-07-03"))
    assert set(told(embedded_store, as_of="2025-07-10", known_at="2025-08")) == {"recognized"}
    assert told(embedded_store, as_of="2025-07-10", known_at="2025-07") == {}
