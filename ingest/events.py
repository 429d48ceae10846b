"""The occasions that an article speaks of, and who attended, was expected at or was absent from each.

The sentences are read in order. Each names occasions by nouns and by deeds; a definite noun ("the meeting") and a deed
without an occasion of its own ("Uganda stayed away") belong to the gathering last spoken of.
"""

from __future__ import annotations

from ingest.actors import Cast
from ingest.attendance import SentenceReading
from ingest.docs import Page
from ingest.drafts import Book, Occasions

__all__ = ["Occasions", "find_occasions"]


def find_occasions(page: Page, cast: Cast) -> Occasions:
    """The occasions of a page."""
    book = Book(page, cast)
    for sentence in page.sentences:
        if sentence.body:
            SentenceReading(book, page, cast, sentence).read()
    return book.occasions()
