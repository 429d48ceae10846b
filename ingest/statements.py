"""Who said what, in quotation marks or as reported, and about whom."""

from __future__ import annotations

from collections.abc import Iterator

from graph.record import Statement
from ingest.actors import Cast
from ingest.docs import Page
from ingest.events import Occasions
from ingest.skips import Skipped


def find_statements(page: Page, cast: Cast, occasions: Occasions) -> Iterator[Statement | Skipped]:
    """Yield the statements of a page in the order of the text."""
    yield from ()
