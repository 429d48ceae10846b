"""By which rule a deed puts an actor into an occasion, and why a sentence with a deed puts nobody into one: from the
family of the verb, the part that is taken and where the occasion is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.occasions.deeds import Deed
from ingest.rules import Rule
from ingest.skips import DENIED, NO_OCCASION, NO_PARTY, ONE_PARTY, WISHED

_MEETINGS = {
    "meet": Rule.MET,
    "bring": Rule.MET,
    "call": Rule.CALLED,
    "by_phone": Rule.CALLED,
    "receive": Rule.RECEIVED,
    "received": Rule.RECEIVED,
    "sign": Rule.SIGNED,
    "credentials": Rule.SIGNED,
    "oath": Rule.SIGNED,
    "visit": Rule.VISITED,
    "talks": Rule.TALKS,
}
_GATHERINGS = {
    "meet": Rule.HELD,
    "hold": Rule.HELD,
    "host": Rule.HOSTED,
    "receive": Rule.HOSTED,
    "attended_by": Rule.ATTENDED_BY,
    "with": Rule.ATTENDED_BY,
    "send": Rule.SENT,
}


def rule_of(family: str, status: str, *, named: bool, many: bool) -> Rule:
    """The rule of a deed; the occasion may be `named` in its sentence, and a gathering of `many`."""
    if status == "absent":
        return Rule.ABSENT_NAMED if named else Rule.ABSENT_SPOKEN_OF
    if not many and family in _MEETINGS:
        return Rule.TO_MEET if status == "expected" else _MEETINGS[family]
    if status == "expected":
        return Rule.TO_ATTEND
    return _GATHERINGS.get(family, Rule.ATTENDED_NAMED if named else Rule.ATTENDED_SPOKEN_OF)


def why_nothing(deeds: Sequence[Deed]) -> str:
    """Why the deeds of a sentence, if they put nobody into an occasion, do not."""
    if all(deed.mood.irrealis for deed in deeds):
        return WISHED
    parties = {item.actor for deed in deeds for item in (*deed.subjects, *deed.objects)}
    if not parties:
        return NO_PARTY
    if all(deed.mood.negative or deed.mood.irrealis for deed in deeds):
        return DENIED
    return ONE_PARTY if all(deed.family in _MEETINGS for deed in deeds) else NO_OCCASION
