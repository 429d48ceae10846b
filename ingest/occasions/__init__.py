"""The occasions that an article speaks of, and who attended, was expected at or was absent from each.

The sentences are read in order. Each names occasions by nouns and by deeds; a definite noun ("the meeting") and a deed
without an occasion of its own ("Uganda stayed away") belong to what is spoken of: the gathering last named in the
paragraph, else the article's own.
"""

from __future__ import annotations

from ingest.actors import Cast
from ingest.docs import Page
from ingest.occasions.book import Book
from ingest.occasions.outcome import Occasions
from ingest.occasions.reading import read_sentence

__all__ = ["Occasions", "find_occasions"]


def find_occasions(page: Page, cast: Cast) -> Occasions:
    """The occasions of a page."""
    book = Book(page, cast)
    for sentence in page.sentences:
        if sentence.body:
            read_sentence(book, page, cast, sentence)
    return book.occasions()
