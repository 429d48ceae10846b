"""Records out of nothing, as like real ones as loading needs: many articles on the same people and meetings.

Whoever asks twice gets the same records. Names are drawn from syllables, so that no real person is spoken of.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from graph.record import (
    Article,
    Attendance,
    Body,
    Entity,
    Event,
    Fact,
    Person,
    Post,
    Recognition,
    Record,
    Span,
    State,
    Statement,
)

_STATES = (
    ("Albania", "ALB"), ("Algeria", "DZA"), ("Angola", "AGO"), ("Argentina", "ARG"), ("Armenia", "ARM"),
    ("Austria", "AUT"), ("Bahrain", "BHR"), ("Belgium", "BEL"), ("Bolivia", "BOL"), ("Brazil", "BRA"),
    ("Bulgaria", "BGR"), ("Cambodia", "KHM"), ("Chile", "CHL"), ("Colombia", "COL"), ("Croatia", "HRV"),
    ("Cuba", "CUB"), ("Denmark", "DNK"), ("Ecuador", "ECU"), ("Egypt", "EGY"), ("Estonia", "EST"),
    ("Ethiopia", "ETH"), ("Fiji", "FJI"), ("Finland", "FIN"), ("Ghana", "GHA"), ("Greece", "GRC"),
    ("Hungary", "HUN"), ("Iceland", "ISL"), ("Indonesia", "IDN"), ("Iraq", "IRQ"), ("Italy", "ITA"),
)  # fmt: skip
_FORUMS = ("Moscow Format", "G20", "Shanghai Cooperation Organisation", "BRICS", "Quad")
_POSTS = ("Foreign Minister", "President", "Prime Minister", "Defence Minister")
_SYLLABLES = ("ba", "do", "ka", "li", "mo", "ne", "ra", "su", "ta", "vi", "zo", "re")
_DAYS = 28


@dataclass(frozen=True, slots=True)
class _Official:
    name: str
    post: str
    state: int


class _Text:
    """A text that grows sentence by sentence, and tells where each stands."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, sentence: str) -> tuple[Span, ...]:
        start = len(self.text)
        self.text += sentence
        span = (start, len(self.text))
        self.text += "\n"
        return (span,)


def made_up_records(articles: int, seed: int = 1) -> Iterator[Record]:
    """Yield that many records, each of one meeting: its participants, their posts, what they said, a recognition."""
    rng = random.Random(seed)  # noqa: S311 - the same every time is what is wanted
    officials = [_official(rng, number) for number in range(max(40, articles // 8))]
    for number in range(articles):
        yield _record(rng, number, rng.sample(officials, 4), meeting=rng.randrange(max(1, articles // 3)))


def _official(rng: random.Random, number: int) -> _Official:
    first, last = ("".join(rng.choices(_SYLLABLES, k=count)).capitalize() for count in (2, 4))
    return _Official(f"{first} {last}", _POSTS[number % len(_POSTS)], number % len(_STATES))


def _record(rng: random.Random, number: int, present: list[_Official], meeting: int) -> Record:
    forum, ordinal = _FORUMS[meeting % len(_FORUMS)], 1 + meeting // len(_FORUMS)
    day = f"20{10 + ordinal % 15:02d}-{1 + meeting % 12:02d}-{1 + meeting % _DAYS:02d}"
    text = _Text()
    facts: list[Fact] = []
    for official in present:
        facts += _facts_of(rng, text, official, number)
    states = {official.state for official in present}
    target = rng.randrange(len(_STATES))
    if target not in states:
        states.add(target)
        said = text.say(f"{_STATES[present[0].state][0]} recognises {_STATES[target][0]}.")
        facts.append(
            Recognition(_state_id(present[0].state), _state_id(target), "recognized", said, date=day)
        )
    entities: tuple[Entity, ...] = (
        *(State(_state_id(index), *_STATES[index]) for index in sorted(states)),
        *(Person(official.name, official.name) for official in present),
        Body("forum", "forum", forum),
        Event("event", f"{forum} meeting {ordinal}", "summit", "forum", ordinal, day, None, None, ()),
    )
    return Record(
        Article(f"made-up-{number}", text.text, published=day, language="en"), entities, tuple(facts)
    )


def _facts_of(rng: random.Random, text: _Text, official: _Official, number: int) -> Iterator[Fact]:
    state = _STATES[official.state][0]
    seen = text.say(f"{official.name}, {official.post} of {state}, took part.")
    yield Post(official.name, official.post, _state_id(official.state), "current", seen)
    yield Attendance(official.name, "event", "attended", seen)
    words = f"we shall speak of matter {number} for {rng.randrange(90)} days"
    said = text.say(f"{official.name} said {words}.")
    yield Statement(official.name, "reported", words, (_state_id(official.state),), said, event="event")


def _state_id(index: int) -> str:
    return _STATES[index][1].casefold()
