"""At which occasion something was said."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.floor import Floor

#: Events that many attend.
_GATHERINGS = frozenset({"summit", "ministerial", "consultation", "session", "conference", "other"})
#: How far back, in paragraphs, the occasion lies at which something is said.
_NEAR_PARAGRAPHS = 3
#: Events whose reports go through who said what at them.
_DEBATES = frozenset({"ministerial", "consultation", "session", "conference"})
_SPOKESMAN = re.compile(r"spokes|press|former|analyst|commentator", re.IGNORECASE)


def event_of(floor: Floor, speaker: str, offset: int, to_many: bool) -> str | None:
    """The occasion at which a speaker spoke at an offset: the last one named in which he took part, or, where he is
    said to have spoken to many, the last gathering.
    """
    sentence = floor.page.sentence_at(offset)
    earliest = floor.page.paragraph_start(sentence.paragraph - _NEAR_PARAGRAPHS)
    near = floor.occasions.spoken_of(earliest, sentence.end)
    if to_many:
        return next((e for e in reversed(near) if _is_gathering(floor, e)), None)
    shared = next((e for e in dict.fromkeys(reversed(near)) if _took_part(floor, speaker, e)), None)
    return shared or _only_debate(floor, speaker, sentence.end)


def _is_gathering(floor: Floor, event: str) -> bool:
    held = floor.occasions.event(event)
    return held is not None and held.kind in _GATHERINGS and not held.cancelled


def _only_debate(floor: Floor, speaker: str, until: int) -> str | None:
    """The one debate of the article, if it was held and named before: an official who is heard in its report spoke at
    it, unless he is a spokesman.
    """
    held = list(islice((e.id for e in floor.occasions.events if e.kind in _DEBATES and not e.cancelled), 2))
    if (
        len(held) != 1
        or not floor.holds(speaker)
        or not floor.serves(speaker)
        or _is_spokesman(floor, speaker)
    ):
        return None
    parts = floor.occasions.parts_in(held[0])
    coming = parts and all(a.status != "attended" for a in parts)
    told = any(at < until for at, event in floor.occasions.anchors if event == held[0])
    return held[0] if told and not coming else None


def _is_spokesman(floor: Floor, speaker: str) -> bool:
    office = floor.cast.actors[speaker].office
    posts = [p.post for p in floor.cast.posts_of.get(speaker, ())] + ([office[0]] if office else [])
    return any(_SPOKESMAN.search(post) for post in posts)


def _took_part(floor: Floor, speaker: str, event: str) -> bool:
    """Whether the speaker attended, hosted or convened the occasion."""
    present = {a.participant for a in floor.occasions.parts_in(event) if a.status == "attended"}
    held = floor.occasions.event(event)
    if present and held is not None and not held.cancelled:
        present |= {*held.hosts, *([held.forum] if held.forum else [])}
    return speaker in present
