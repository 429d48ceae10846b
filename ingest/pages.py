"""From an HTML page to its article: title, publisher, day and main text, without menus and comments."""

from __future__ import annotations

import logging

from graph.errors import InputError
from graph.record import Article
from ingest.articles import article_id, normalise

# What the libraries would say of a page without text, we say ourselves.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def article_from_page(page: str, url: str | None = None) -> Article:
    """The article of a page; `url` is where it was fetched, and wins over the address that it gives itself.

    The day is the one of publication, and absent where the page states none: a guess from its other dates
    would date the facts wrongly. Raises InputError, without the source's name, if the page has no main text.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise InputError("no main text found in the page")
    title = _clean(found.title)
    text = _without_headline(normalise(found.text or "").text, title)
    return Article(
        id=article_id(text),
        text=text,
        title=title,
        publisher=_clean(found.sitename),
        published=found.date or None,
        url=url or _clean(found.url),
    )


def _without_headline(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title: a headline asserts nothing."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and first.strip().casefold() == title.casefold() and rest.strip() else text


def _clean(value: str | None) -> str | None:
    return (normalise(value).text.strip() or None) if value else None
