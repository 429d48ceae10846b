"""By which rule a deed puts an actor into an occasion: from the family of its verb, the part and where the occasion
is named.
"""

from __future__ import annotations

from ingest.rules import Rule

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
