"""Venues: the places that a sentence names with "in", "at" or "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reference import StateEntry
from ingest.actors import Cast
from ingest.docs import Page, Sentence
from ingest.lexicon import read_lexicon
from ingest.tokens import fold

_PREPOSITION = re.compile(r"\b(?:in|at|to|into|visited|visits|visit|reached)\s+(?:the\s+)?$", re.IGNORECASE)
#: Between places of one list: `to Greece and Cyprus`.
_JOINT = re.compile(r",? (?:and )?")
_NO_PLACES = frozenset(read_lexicon("names")["no_places"])
_VENUE = re.compile(
    r"\b(?:in|at)\s+(?P<name>(?:the\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+(?:al-|de|do|of)?\s*[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_TIMES = re.compile(
    r"(?:the\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A venue by its name; `state` is the local id of the state that it lies in, where the reference tells."""

    start: int
    end: int
    name: str
    state: str | None = None


def find_places(page: Page, cast: Cast, sentence: Sentence) -> Iterator[Place]:
    """Yield the venues of a sentence in order: known cities and states after a preposition, then capitalised names."""
    found: dict[int, Place] = {}
    for mention in cast.between(sentence.start, sentence.end, ("place", "free", "modifier")):
        entry = cast.actors[mention.actor].entry
        if isinstance(entry, StateEntry) and mention.form in {"adjective", "demonym"}:
            seat = " ".join(entry.capital[:1]) if page.text[mention.end :].startswith(" capital") else ""
            found[mention.start] = Place(mention.start, mention.end, seat, mention.actor)
            continue
        if not isinstance(entry, StateEntry) or mention.form in {
            "adjective",
            "demonym",
            "pronoun",
        }:
            continue
        before = page.text[max(sentence.start, mention.start - 14) : mention.start]
        if before.casefold().rstrip().endswith("from"):
            continue
        palace = mention.form == "metonym" and not before.casefold().rstrip().endswith(
            ("at", "at the", "in", "in the")
        )
        joined = any(_JOINT.fullmatch(page.text[p.end : mention.start]) for p in found.values())
        if (mention.role == "place" or _PREPOSITION.search(before) or joined) and not palace:
            found[mention.start] = Place(
                mention.start, mention.end, page.text[mention.start : mention.end], mention.actor
            )
    for match in _VENUE.finditer(page.text, sentence.start, sentence.end):
        start = match.start("name")
        known = any(p.start < match.end("name") and start < p.end for p in found.values())
        if not known and not _is_no_place(match["name"]) and page.quotation_at(start) is None:
            found[start] = Place(start, match.end("name"), match["name"].removeprefix("the "))
    yield from (found[start] for start in sorted(found) if found[start].name)


def _is_no_place(name: str) -> bool:
    """`in October`, `at the Sixth Meeting`."""
    words = {fold(word) for word in name.split()}
    return bool(_TIMES.match(name)) or bool(words & _NO_PLACES)
