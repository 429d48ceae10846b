"""Dates in a text as ISO prefixes, those that hang on the day of publication among them.

`26 August 2008` -> 2008-08-26; `5 and 6 July` -> 2023-07-05 to 2023-07-06; `on Tuesday` -> the Tuesday on or before the
day of publication, or after it where the words around speak of what is to come; `last September` -> 2024-09.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from ingest.docs import Page
from ingest.lexicon import read_lexicon

_MONTH_NAMES = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH_NAMES |= {
    name[:3].casefold(): number for name, number in ((n, i) for i, n in enumerate(calendar.month_name) if n)
}
_MONTH_NAMES["sept"] = 9
_DAY_NAMES = {name.casefold(): number for number, name in enumerate(calendar.day_name)}

_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
)
_MONTH = rf"(?P<month>{_MONTHS}|{_MONTHS.upper()})"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:and|to|-|–|—)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>\d{4}|this year|last year|next year))?"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAY = rf"(?P<weekday>{_WEEKDAYS}|{_WEEKDAYS.upper()})"
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_COUNTS = "|".join(_NUMBERS)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH}\b{_YEAR}",
        rf"\b{_MONTH}\s+{_DAYS}\b(?!:){_YEAR}",
        rf"\b(?:(?P<which>last|this|next|coming)\s+)?{_MONTH}(?!\s+\d{{1,2}}\b)\b{_YEAR}",
        rf"\b(?:(?P<which>last|this|next|coming)\s+)?{_WEEKDAY}\b",
        r"(?i:\b(?P<near>today|yesterday|tomorrow|tonight|last night|this morning|this afternoon|this evening)\b)",
        r"(?i:\b(?P<which>last|this|next|the same|earlier this|later this)\s+(?P<unit>week|weekend|month|year)\b)",
        r"(?<=\b[Ii]n )(?P<year>(?:19|20)\d{2})\b|(?<=\b[Ss]ince )(?P<year2>(?:19|20)\d{2})\b",
        rf"(?i:\b(?P<ago>{_COUNTS}) (?P<since>day|week|year)s? ago\b)",
        r"(?i:\b(?:over|at) the (?P<unit2>weekend)\b)",
    )
)
_FUTURE = re.compile("|".join(read_lexicon("dates")["future"]), re.IGNORECASE)
_REACH, _OPENING = 70, 20
#: A day told by the one told before it, and how far back that may stand.
_AGAIN = re.compile(
    r"\b(?:(?:that|that very|the very|that same|the same) (?:day|evening|night|morning|afternoon)(?! (?:before|after))"
    r"|(?:later|earlier) in the day|(?P<after>the (?:next|following) (?:day|morning)|the day after)"
    r"|(?P<before>the (?:day|night|evening) before|the previous (?:day|evening|night))"
    rf"|(?P<count>{_COUNTS}) days? (?P<way>later|earlier))\b",
    re.IGNORECASE,
)
_BACK = 600
_DAY, _MONTH_LENGTH = 10, 7
_YEARS = {"this year": 0, "last year": -1, "next year": 1}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """The words from `start` to `end` give a date; `first` and `last` are ISO prefixes, `last` None for one date."""

    start: int
    end: int
    first: str
    last: str | None = None


def find_dates(page: Page, start: int, end: int) -> Iterator[FoundDate]:
    """Yield the dates named between two offsets, in order, none inside another."""
    text = page.text[start:end]
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            resolved = _resolve(match, page.article.published, _lies_ahead(text, match))
            if resolved is not None:
                found.append(FoundDate(start + match.start(), start + match.end(), *resolved))
    yield from sorted(found, key=lambda f: f.start)


def _lies_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the words before a date (after one that opens the sentence) speak of what is to come."""
    around = text[max(0, match.start() - _REACH) : match.start()]
    if match.start() < _OPENING:
        around += text[match.end() : match.end() + _REACH]
    return bool(_FUTURE.search(around))


def find_same_days(page: Page, start: int, end: int) -> Iterator[FoundDate]:
    """Yield the days told by the one told last: `that evening`, `later in the day`, `a day later`, `the day before`."""
    for match in _AGAIN.finditer(page.text, start, end):
        told = [
            d for d in find_dates(page, max(0, match.start() - _BACK), match.start()) if len(d.first) == _DAY
        ]
        if told:
            shift = 1 if match["after"] else -1 if match["before"] else 0
            if match["count"]:
                days = _NUMBERS[match["count"].casefold()]
                shift = days if match["way"].casefold() == "later" else -days
            day = shifted(told[-1].first, shift)
            if day is not None:
                yield FoundDate(match.start(), match.end(), day)


def shifted(day: str, days: int) -> str | None:
    """The ISO day so many days after another; None past the ends of the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def turned(found: FoundDate, page: Page, *, ahead: bool) -> FoundDate:
    """A day or month told without its year, on the side of the publication on which its deed lies: `met on Sunday`
    is the last Sunday, whatever the words around it say of the future.
    """
    published, words = page.article.published or "", page.text[found.start : found.end]
    behind = found.first < published[: len(found.first)]
    if (
        not published
        or re.search(r"\d{4}", words)
        or ahead != behind
        or found.first == published[: len(found.first)]
    ):
        return found
    if len(found.first) == _DAY and any(day in words.casefold() for day in _DAY_NAMES):
        days = [shifted(d, 7 if ahead else -7) for d in (found.first, found.last) if d]
        return replace(found, first=days[0] or found.first, last=days[1] if found.last else None)
    if any(month in words.casefold() for month in _MONTH_NAMES):
        years = [f"{int(d[:4]) + (1 if ahead else -1)}{d[4:]}" for d in (found.first, found.last) if d]
        return replace(found, first=years[0], last=years[1] if found.last else None)
    return found


def _resolve(match: re.Match[str], published: str | None, future: bool) -> tuple[str, str | None] | None:
    parts = match.groupdict()
    year = parts.get("year") or parts.get("year2")
    if not parts.get("month") and year and year.isdigit():
        return year, None
    today = date.fromisoformat(published) if published else None
    try:
        return _day_of(parts, today, future)
    except OverflowError:  # past the ends of the calendar
        return None


def _day_of(parts: dict[str, str | None], today: date | None, future: bool) -> tuple[str, str | None] | None:
    if parts.get("month"):
        return _month_date(parts, today, future)
    if today is None:
        return None
    if parts.get("weekday"):
        return _weekday_date(parts, today, future)
    if parts.get("near"):
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get((parts["near"] or "").casefold(), 0)
        return (today + timedelta(days=shift)).isoformat(), None
    if parts.get("ago"):
        return _past_date(_NUMBERS[(parts["ago"] or "").casefold()], (parts["since"] or "").casefold(), today)
    return _loose_date(parts, today)


def _past_date(count: int, unit: str, today: date) -> tuple[str, str | None] | None:
    """`three days ago` -> that day; `two weeks ago` -> the month, where it is certain; `ten years ago` -> the year."""
    if unit == "day":
        return (today - timedelta(days=count)).isoformat(), None
    if unit == "week":
        near = [today - timedelta(days=7 * count + aside) for aside in (3, -3)]
        return (near[0].isoformat()[:_MONTH_LENGTH], None) if near[0].month == near[1].month else None
    return str(today.year - count), None


def _month_date(
    parts: dict[str, str | None], today: date | None, future: bool
) -> tuple[str, str | None] | None:
    month = _MONTH_NAMES[(parts["month"] or "").rstrip(".").casefold()]
    year = _year_of(parts, month, today, future)
    if year is None or not MINYEAR <= year <= MAXYEAR:
        return None
    if not parts.get("day"):
        return f"{year:04}-{month:02}", None
    days = [int(d) for d in (parts["day"], parts.get("last")) if d]
    if any(not 1 <= d <= calendar.monthrange(year, month)[1] for d in days):
        return None
    first, *rest = (f"{year:04}-{month:02}-{d:02}" for d in days)
    return first, rest[0] if rest and rest[0] > first else None


def _year_of(parts: dict[str, str | None], month: int, today: date | None, future: bool) -> int | None:
    """The year that the words give, else the nearest that fits: the last such month, or the next one."""
    said = parts.get("year")
    if said and said.isdigit():
        return int(said)
    if today is None:
        return None
    if said in _YEARS:
        return today.year + _YEARS[said]
    which = parts.get("which")
    if which in {"next", "coming"} or (future and which != "last"):
        return today.year if month >= today.month else today.year + 1
    if which == "last" and month == today.month:
        return today.year - 1
    near = today.year if month <= today.month + 1 and which != "last" else today.year - 1
    return today.year if which == "last" and month < today.month else near


def _weekday_date(parts: dict[str, str | None], today: date, future: bool) -> tuple[str, str | None]:
    day = _DAY_NAMES[(parts["weekday"] or "").casefold()]
    ahead = (day - today.weekday()) % 7
    which = parts.get("which")
    if which in {"next", "coming"} or (future and which != "last"):
        found = today + timedelta(days=ahead)
    else:
        found = today - timedelta(days=(today.weekday() - day) % 7)
        if which == "last" and found == today:
            found -= timedelta(days=7)
    return found.isoformat(), None


def _loose_date(parts: dict[str, str | None], today: date) -> tuple[str, str | None] | None:
    """`last year` -> the year before; `this month` -> the month; a week or weekend only where its month is certain."""
    which, unit = (parts.get("which") or "").casefold(), (parts.get("unit") or "").casefold()
    if parts.get("unit2"):  # `over the weekend` is the one before the publication
        saturday = today - timedelta(days=(today.weekday() - 5) % 7 or 7)
        sunday = saturday + timedelta(days=1)
        return (saturday.isoformat()[:_MONTH_LENGTH], None) if saturday.month == sunday.month else None
    if which == "the same":
        return None
    shift = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return _in_calendar(today.year + shift)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return _in_calendar(year, f"-{month + 1:02}")
    if unit in {"week", "weekend"}:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * shift)
        sunday = monday + timedelta(days=6)
        return (monday.isoformat()[:7], None) if monday.month == sunday.month else None
    return None


def _in_calendar(year: int, month: str = "") -> tuple[str, None] | None:
    return (f"{year:04}{month}", None) if MINYEAR <= year <= MAXYEAR else None
