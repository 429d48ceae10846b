"""What stands over a text or its parts: a dateline; `MONDAY, NOV 10` in a diary, `6 October 2022 –` in a chronology."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.actors import Cast
from ingest.datelines import dateline_end
from ingest.dates import FoundDate, find_dates, shifted
from ingest.docs import Page

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:[–—:]|-\s|$)")
#: The city of a dateline.
_CITY = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){0,2}(?=[,:.( –—])")
#: A text has such dates where this many paragraphs open with one.
_ENOUGH = 3
#: In characters: a date that opens a paragraph, and the words that tell when it is, stand within.
_OPENING = 240
_WEEK = 7


def find_headings(page: Page) -> Iterator[tuple[int, FoundDate]]:
    """Yield each paragraph that stands under a date, and the date; nothing where hardly any paragraph opens with
    one.
    """
    opened = {number: (found, alone) for number, found, alone in _openings(page)}
    if len(opened) < _ENOUGH:
        return
    opened = _ahead(opened, page.article.published or "")
    current: FoundDate | None = None
    for number in range(max(s.paragraph for s in page.sentences) + 1):
        found, alone = opened.get(number, (current, True))
        current = found if alone else None
        if found is not None:
            yield number, found


def _ahead(opened: dict[int, tuple[FoundDate, bool]], published: str) -> dict[int, tuple[FoundDate, bool]]:
    """A diary's weekdays all lie ahead where its first days do: the Tuesday after `MONDAY` is none before it."""
    last, shifted = "", dict[int, tuple[FoundDate, bool]]()
    for number, (found, alone) in opened.items():
        days = published < last and len(found.first) == len(last) == len(published)
        told = _not_before(found, last) if days else found
        last = max(last, told.first)
        shifted[number] = told, alone
    return shifted


def _not_before(found: FoundDate, last: str) -> FoundDate:
    """The same weekday on or after a day, where it is at most a week before."""
    days = (date.fromisoformat(last) - date.fromisoformat(found.first)).days
    if not 0 < days <= _WEEK:
        return found
    return replace(found, first=shifted(found.first, _WEEK) or found.first)


def dateline_state(page: Page, cast: Cast) -> str | None:
    """The state of the place that the text is datelined from."""
    first = next((s for s in page.sentences if s.body), None)
    until = dateline_end(page.text, first.start, first.end) if first is not None else 0
    places = (
        m.actor
        for m in cast.between(0, until, ("free", "place", "modifier"))
        if m.form in {"city", "capital", "name"}
    )
    return next((a for a in places if cast.actors[a].kind == "state"), None)


def dateline_place(page: Page) -> str | None:
    """The name of the place that the text is datelined from: `LOMÉ, Togo (PPA) -` -> Lomé."""
    first = next((s for s in page.sentences if s.body), None)
    if first is None or dateline_end(page.text, first.start, first.end) == first.start:
        return None
    found = _CITY.match(page.text, first.start)
    return found.group().title() if found is not None and found.group().isupper() else found and found.group()


def _openings(page: Page) -> Iterator[tuple[int, FoundDate, bool]]:
    """Yield paragraph, date and whether the date is all of it."""
    for number, line in enumerate(_LINE.finditer(page.text)):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        begin = _WEEKDAY.match(page.text, start)
        offset = begin.end() if begin else start
        for found in find_dates(page, start, min(line.end(), start + _OPENING)):
            after = _AFTER.match(page.text, found.end, line.end())
            if found.start in {start, offset} and after is not None:
                yield number, found, after.end() >= line.end()
                break
