from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from graph.errors import InputError
from ingest.ahead import ahead


def test_items_come_in_order() -> None:
    with ahead(range(1000), most=3) as items:
        assert list(items) == list(range(1000))


def test_items_are_taken_before_they_are_asked_for() -> None:
    taken = threading.Event()

    def one() -> Iterator[int]:
        taken.set()
        yield 1

    with ahead(one()) as items:
        assert taken.wait(5)
        assert list(items) == [1]


def test_what_the_taking_raises_comes_after_what_it_gave() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise InputError("no more")

    with ahead(broken()) as items:
        assert next(items) == 1
        with pytest.raises(InputError, match="no more"):
            next(items)


def test_no_more_are_taken_once_the_block_has_ended() -> None:
    given: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            given.append(len(given))
            yield given[-1]

    with ahead(endless(), most=5) as items:
        assert next(items) == 0
    for thread in threading.enumerate():
        if thread.name.startswith("reading-ahead"):
            thread.join(5)
    assert len(given) <= 8
