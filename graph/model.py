"""The graph in plain values: nodes, edges, mentions and claims, and how names, ids and days are written.

Node ids carry their label: `official/sergey-lavrov`, `event/moscow-format-6`. A slug never holds two dashes in a row,
so that `--` sets apart what was added to tell two things apart: `official/john-smith--united-kingdom`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

ARTICLE: Final = "Article"
CLAIM: Final = "Claim"
STATEMENT: Final = "Statement"
EVENT: Final = "Event"
OFFICIAL: Final = "Official"
OFFICE: Final = "Office"
STATE: Final = "State"
ORGANIZATION: Final = "Organization"
FORUM: Final = "Forum"
ACTOR_LABELS: Final = (OFFICIAL, OFFICE, STATE, ORGANIZATION, FORUM)
NODE_LABELS: Final = (*ACTOR_LABELS, EVENT, STATEMENT)

ATTENDANCE_EDGES: Final = {"attended": "ATTENDED", "expected": "EXPECTED_AT", "absent": "ABSENT_FROM"}
RECOGNITION_EDGES: Final = {
    "recognized": "RECOGNIZES",
    "not_recognized": "DOES_NOT_RECOGNIZE",
    "withdrawn": "WITHDREW_RECOGNITION_OF",
    "intends": "INTENDS_TO_RECOGNIZE",
}
STATEMENT_EDGES: Final = ("STATED", "ABOUT", "AT")
EDGE_TYPES: Final = (
    *ATTENDANCE_EDGES.values(),
    "HOSTED",
    "PART_OF",
    *STATEMENT_EDGES,
    *RECOGNITION_EDGES.values(),
    "HOLDS",
    "OF",
    "REPRESENTED",
)
NOBODY: Final = "*"

Properties = Mapping[str, Any]

# Letters that have no accent to take off.
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"}
)
_APOSTROPHES: Final = re.compile("['’‘ʻʼ`´]")
_NOT_WORD: Final = re.compile(r"[^\w]+|_+")
_NOT_ASCII: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the fact layer; `properties` holds no nulls, and neither `id` nor the label."""

    id: str
    label: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact: derived from claims, and from nothing else. `claim` is one of them; `properties` holds no nulls."""

    type: str
    source: str
    target: str
    fact_id: str
    claim: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one article says of an event, as far as it helps to tell which event it is.

    `forum` and `parties` hold keys of actors (`state/russia`, `body/quetta-round`); `said` is held, expected,
    cancelled, or None where the article does not say.
    """

    kind: str
    forum: tuple[str, ...] = ()
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One entity of one article's record, with all that tells who or what it is.

    `kind` is the entity's type; `principals` are the keys of whom a person or an office serves; `blocks` are the
    keys of mentions that it may be one with: mentions that share none, not even over others, never meet. A mention
    without blocks is known by itself (a state of the gazetteer) or never leaves its article (a bare surname).
    `place` counts the article's people, or its events, from 1.
    """

    article: str
    local: str
    kind: str
    name: str
    names: tuple[str, ...] = ()
    published: str | None = None
    blocks: tuple[str, ...] = ()
    node: str | None = None
    iso3: str | None = None
    post: str | None = None
    posts: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    occasion: Occasion | None = None
    place: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """What tells mentions apart."""
        return self.article, self.local

    def to_text(self) -> str:
        """The mention as JSON text, which `mention_from_text` reads."""
        values = {
            name: getattr(self, name) for name in self.__slots__ if getattr(self, name) not in (None, ())
        }
        if self.occasion is not None:
            values["occasion"] = {
                name: getattr(self.occasion, name)
                for name in self.occasion.__slots__
                if getattr(self.occasion, name) not in (None, ())
            }
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion of one article, resolved to graph ids: it supports the fact edge with its `fact_id`."""

    id: str
    type: str
    edge: str
    subject_id: str
    object_id: str
    article: str
    fact_id: str
    quote: str
    spans: tuple[int, ...]
    extractor: str
    status: str | None = None
    published: str | None = None
    publisher: str | None = None
    confidence: float | None = None
    retracts: bool = False
    attributes: Properties = field(default_factory=dict)


def mention_from_text(text: str) -> Mention:
    """The mention that `Mention.to_text` wrote."""
    values = _tuples(json.loads(text))
    if "occasion" in values:
        values["occasion"] = Occasion(**_tuples(values["occasion"]))
    return Mention(**values)


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}


def name_norm(*names: str) -> str:
    """What names are searched by: casefolded, accents stripped, joined by " | "."""
    return " | ".join(dict.fromkeys(folded(name) for name in names))


def folded(name: str) -> str:
    """`Castellón’s  Büro` → `castellon's buro`: no accents, no capitals, plain apostrophes, single spaces."""
    plain = _APOSTROPHES.sub("'", name.casefold().translate(_LETTERS))
    marks = unicodedata.normalize("NFKD", plain)
    return " ".join("".join(c for c in marks if not unicodedata.combining(c)).split())


def words(name: str) -> tuple[str, ...]:
    """The words that two spellings of one name share: `Al-Shaibani, Asaad` → `al`, `shaibani`, `asaad`."""
    return tuple(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", folded(name))).split())


def slug(name: str) -> str:
    """A name for ids: ASCII words joined by single dashes; what ASCII cannot write is told apart by a hash."""
    joined = "-".join(words(name))
    ascii_only = _NOT_ASCII.sub("-", joined).strip("-")[:80].strip("-")
    if ascii_only == joined:
        return ascii_only or f"x{digest(name)[:8]}"
    return f"{ascii_only}-{digest(joined)[:8]}".strip("-")


def digest(*parts: Any) -> str:
    """16 hexadecimal digits that stand for these values."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def fact_id(edge: str, source: str, target: str, event: str | None = None) -> str:
    """The id of a fact: its type and its ends (and, for REPRESENTED, the event), for ever."""
    return f"fact/{digest(edge, source, target, *([event] if event else []))}"


def full_days(start: str | None, end: str | None = None) -> tuple[str | None, str | None]:
    """The first and last day that ISO prefixes may mean: `2024-02` → `2024-02-01`, `2024-02-29`."""
    if not start:
        return None, None
    return first_day(start), last_day(end or start)


def first_day(prefix: str) -> str:
    """`2024` → `2024-01-01`."""
    return prefix + "0001-01-01"[len(prefix) :]


def last_day(prefix: str) -> str:
    """`2024` → `2024-12-31`."""
    if len(prefix) == 10:
        return prefix
    month = prefix if len(prefix) == 7 else f"{prefix}-12"
    return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]:02}"


def is_day(prefix: str | None) -> bool:
    """The date is certain to the day."""
    return prefix is not None and len(prefix) == 10


def compatible(one: str | None, other: str | None) -> bool:
    """Two ISO prefixes may mean the same day: one begins with the other."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def without_absent(values: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that are there: engines differ in what they do with nulls."""
    return {key: value for key, value in values.items() if value is not None}


def named(name: str, names: Iterable[str] = ()) -> dict[str, Any]:
    """`name`, `names` (the others, sorted) and `name_norm`, as every node has them."""
    others = sorted({other for other in names if other != name})
    return {"name": name, "names": others, "name_norm": name_norm(name, *others)}
