"""What routes are given: the store, the reader, and the limits on requests."""

from __future__ import annotations

import math
import threading
import time
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, HTTPException, Query, Request
from pydantic import AfterValidator

from api.days import iso_prefix
from api.settings import Settings
from graph.store import Store

if TYPE_CHECKING:
    from ingest.pipeline import Reader


class LazyReader:
    """The reader, made at the first article: its model takes a second to load."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._reader: Reader | None = None

    def get(self) -> Reader:
        """The reader."""
        with self._lock:
            if self._reader is None:
                from graph.reference import Reference
                from ingest.pipeline import Reader

                reference = Reference.load(self._settings.lexicon)
                self._reader = Reader(self._settings.model, reference, self._settings.min_confidence)
            return self._reader


class RateLimit:
    """So many requests a minute from one address; 0 for any number."""

    def __init__(self, rate: int) -> None:
        from limits import RateLimitItemPerMinute
        from limits.storage import MemoryStorage
        from limits.strategies import MovingWindowRateLimiter

        self._item = RateLimitItemPerMinute(rate) if rate else None
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def allows(self, address: str) -> bool:
        """Whether one more request from an address is within the limit; it is counted."""
        return self._item is None or self._limiter.hit(self._item, address)

    def wait(self, address: str) -> int:
        """How many seconds until an address may ask again."""
        if self._item is None:
            return 0
        return max(1, math.ceil(self._limiter.get_window_stats(self._item, address).reset_time - time.time()))


def get_store(request: Request) -> Store:
    """The open graph."""
    return cast("Store", request.app.state.store)


def get_reader(request: Request) -> LazyReader:
    """The reader."""
    return cast("LazyReader", request.app.state.reader)


def get_settings(request: Request) -> Settings:
    """The settings."""
    return cast("Settings", request.app.state.settings)


def check_rate(request: Request) -> None:
    """Raises 429 where an address asks too often."""
    address = request.client.host if request.client else "unknown"
    if not request.app.state.rate.allows(address):
        seconds = request.app.state.rate.wait(address)
        raise HTTPException(
            429, f"too many requests: wait {seconds} seconds", headers={"Retry-After": str(seconds)}
        )


StoreGiven = Annotated[Store, Depends(get_store)]
ReaderGiven = Annotated[LazyReader, Depends(get_reader)]
SettingsGiven = Annotated[Settings, Depends(get_settings)]
Limit = Annotated[int, Query(ge=1, le=500, description="Rows a page.")]
Cursor = Annotated[str, Query(max_length=400, description="`next` of the page before.")]
Day = Annotated[
    Annotated[str, AfterValidator(iso_prefix)] | None, Query(description="2024-10-04, 2024-10 or 2024.")
]
