"""How one actor stands to recognizing another, over time: which stance was given up, and which are contradictions.

    recognized 2007, withdrawn 2023          the recognition ended in 2023
    withdrawn 2023, recognized 2026          the withdrawal ended: recognition was restored
    not recognized (2024), recognized 2025   one after the other
    recognized 2025, not recognized (2026)   disputed, unless a withdrawal stands between them

A stance dates from the day that the articles give; without one, from the day of the first article that says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Claim, compatible, first_day, last_day


@dataclass(frozen=True, slots=True)
class Stance:
    """One edge's claims, and what the other stances make of it."""

    claims: Sequence[Claim]
    since: str | None
    until: str | None
    current: bool
    disputed: bool

    def properties(self) -> dict[str, Any]:
        """What the edge has beside the common properties."""
        return {"since": self.since, "until": self.until, "current": self.current, "disputed": self.disputed}


@dataclass(frozen=True, slots=True)
class _Told:
    """What the articles say of one stance: its own date, and from when to when they said so."""

    claims: Sequence[Claim]
    since: str | None
    clash: bool
    first_seen: str
    last_seen: str

    @property
    def begin(self) -> str:
        return self.since or self.first_seen


def stances(facts: Iterable[Sequence[Claim]]) -> list[Stance]:
    """The stances of one actor towards another: one for each edge type's claims."""
    told = {claims[0].edge: _told(claims) for claims in facts}
    return [_stance(edge, told) for edge in told]


def best_date(dates: Iterable[str | None]) -> str | None:
    """The most precise date, then the one most often given, then the earliest."""
    given = Counter(day for day in dates if day)
    return min(given, key=lambda day: (-len(day), -given[day], day)) if given else None


def _told(claims: Sequence[Claim]) -> _Told:
    dates = [claim.attributes.get("date") for claim in claims]
    since = best_date(dates)
    seen = sorted(claim.published or "" for claim in claims)
    clash = any(not compatible(day, since) for day in dates)
    return _Told(claims, since, clash, seen[0], seen[-1])


def _stance(edge: str, told: Mapping[str, _Told]) -> Stance:
    own = told[edge]
    until = _ended(edge, told)
    return Stance(own.claims, own.since, until or None, until is None, own.clash or _contradicted(edge, told))


def _ended(edge: str, told: Mapping[str, _Told]) -> str | None:
    """When the stance was given up ("" where no day is known), or None where it was not."""
    yes, gone, own = told.get("RECOGNIZES"), told.get("WITHDREW_RECOGNITION_OF"), told[edge]
    if edge == "RECOGNIZES":
        return gone.begin if gone and _withdrawn(own, gone) else None
    if yes is None:
        return None
    if edge == "WITHDREW_RECOGNITION_OF":
        return None if _withdrawn(yes, own) else yes.begin
    if edge == "INTENDS_TO_RECOGNIZE":
        return yes.begin if own.first_seen <= ((yes.since and last_day(yes.since)) or yes.last_seen) else None
    return yes.begin if _followed(own, yes) else None


def _withdrawn(yes: _Told, gone: _Told) -> bool:
    """The withdrawal comes after the recognition, as far as their dates say."""
    if not yes.since or not gone.begin:
        return True
    return first_day(yes.since) <= last_day(gone.begin)


def _followed(no: _Told, yes: _Told) -> bool:
    """All that say that there was no recognition said so before there was."""
    if not yes.begin:
        return False
    return no.last_seen < first_day(yes.begin)


def _contradicted(edge: str, told: Mapping[str, _Told]) -> bool:
    """It is said that one recognizes and that he does not, and time does not tell these apart."""
    yes, no, gone = (told.get(e) for e in ("RECOGNIZES", "DOES_NOT_RECOGNIZE", "WITHDREW_RECOGNITION_OF"))
    if edge not in ("RECOGNIZES", "DOES_NOT_RECOGNIZE") or yes is None or no is None or _followed(no, yes):
        return False
    return not (gone and _withdrawn(yes, gone) and gone.begin and first_day(gone.begin) <= no.first_seen)
