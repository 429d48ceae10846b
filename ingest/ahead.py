"""Reading ahead: the next articles are read while the graph takes up those before, or is still being opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import Full, Queue
from threading import Event
from typing import Any, TypeVar

T = TypeVar("T")

_END: Any = object()
_PATIENCE_SECONDS = 0.1


@contextmanager
def ahead(items: Iterable[T], most: int = 100) -> Iterator[Iterator[T]]:
    """The items, in order, taken in a thread of their own from the start of the block, up to `most` in advance.

    What the taking raises is raised by the iterator that the block gets. When the block ends, no more are taken.
    """
    queue: Queue[T] = Queue(most)
    stopped = Event()
    executor = ThreadPoolExecutor(1, "reading-ahead")
    taking = executor.submit(_take, items, queue, stopped)
    try:
        yield _taken(queue, taking)
    finally:
        stopped.set()
        executor.shutdown(wait=False)


def _take(items: Iterable[T], queue: Queue[T], stopped: Event) -> None:
    try:
        for item in items:
            _put(item, queue, stopped)
            if stopped.is_set():
                return
    finally:
        _put(_END, queue, stopped)


def _put(item: T, queue: Queue[T], stopped: Event) -> None:
    while not stopped.is_set():
        try:
            return queue.put(item, timeout=_PATIENCE_SECONDS)
        except Full:
            continue
    return None


def _taken(queue: Queue[T], taking: Future[None]) -> Iterator[T]:
    while (item := queue.get()) is not _END:
        yield item
    taking.result()
