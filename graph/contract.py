"""The record's contract: which JSON objects are records, and where one breaks the rules.

The JSON Schema (`record.schema.json`, published by `communique schema`) says which keys, types and words are allowed.
What no schema can say is checked here: ids resolve, and to the right kind of entity; none repeats; spans lie in the
text; days exist. Every complaint names the record and the path of the field: `a.json: facts[3].evidence[0]: …`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from graph.errors import RecordError

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

Path = tuple[str | int, ...]
Complaint = tuple[Path, str]

BODIES: Final = frozenset({"state", "organization", "forum"})
ACTORS: Final = BODIES | {"person", "office"}
_EVENTS: Final = frozenset({"event"})

# Which kinds of entity a key may name; the last item says whether it may also be null or "*".
_ROLES: Final[Mapping[str, tuple[tuple[str, frozenset[str]], ...]]] = {
    "office": (("of", BODIES),),
    "event": (("forum", BODIES - {"state"}), ("hosts", BODIES)),
    "post": (("person", frozenset({"person"})), ("of", BODIES)),
    "attendance": (("participant", ACTORS), ("event", _EVENTS)),
    "statement": (("speaker", ACTORS), ("about", ACTORS), ("event", _EVENTS)),
    "recognition": (("from", BODIES), ("to", BODIES | {"person"})),
}
_DATES: Final = ("start", "end", "since", "until", "date", "published")


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record, as `communique schema` prints it."""
    schema: dict[str, Any] = json.loads(
        files(__package__).joinpath("record.schema.json").read_text(encoding="utf-8")
    )
    return schema


def check(obj: object, where: str) -> None:
    """`obj` is a record; otherwise RecordError names `where`, the path of the first wrong field, and what is wrong."""
    for path, problem in _complaints(obj):
        raise RecordError(f"{where}: {path_text(path)}: {problem}")


def path_text(path: Path) -> str:
    """`("facts", 3, "evidence", 0)` → `facts[3].evidence[0]`; the record itself is `record`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "record"


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(record_schema())


def _complaints(obj: Any) -> Iterator[Complaint]:
    """All complaints, nearest to the front of the record first; what the schema refuses hides the rest."""
    from jsonschema.exceptions import best_match

    broken = best_match(_validator().iter_errors(obj))
    if broken is not None:
        yield tuple(broken.absolute_path), _shortened(broken.message)
        return
    yield from _lone_surrogates(obj, ())
    yield from _dates(obj)
    yield from _entities(obj["entities"])
    yield from _facts(obj)


def _shortened(message: str) -> str:
    return message if len(message) <= 300 else f"{message[:200]} … {message[-80:]}"


def _lone_surrogates(value: object, path: Path) -> Iterator[Complaint]:
    """Half characters, which no UTF-8 file and no engine can hold."""
    if isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            yield path, "holds half a character (a lone surrogate), which cannot be stored"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _lone_surrogates(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _lone_surrogates(inner, (*path, index))


def _dates(record: dict[str, Any]) -> Iterator[Complaint]:
    holders: list[tuple[Path, dict[str, Any]]] = [(("article",), record["article"])]
    for part in ("entities", "facts"):
        holders.extend(((part, index), item) for index, item in enumerate(record[part]))
    for path, holder in holders:
        for key in _DATES:
            if holder.get(key) and not _exists(holder[key]):
                yield (*path, key), f"{holder[key]!r} is no day of the calendar"
        for first, last in (("start", "end"), ("since", "until")):
            if _reversed(holder.get(first), holder.get(last)):
                yield (*path, last), f"{holder[last]!r} lies before {first} {holder[first]!r}"


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day + "0001-01-01"[len(day) :])
    except ValueError:
        return False
    return True


def _reversed(first: str | None, last: str | None) -> bool:
    """Prefixes are compared as far as both are certain: `2024-10` does not lie before `2024-10-04`."""
    if not first or not last:
        return False
    known = min(len(first), len(last))
    return last[:known] < first[:known]


def _entities(entities: list[dict[str, Any]]) -> Iterator[Complaint]:
    seen: set[str] = set()
    kinds = {entity["id"]: entity["type"] for entity in entities}
    for index, entity in enumerate(entities):
        if entity["id"] in seen:
            yield ("entities", index, "id"), f"{entity['id']!r} stands twice"
        if entity["id"] == "*":
            yield ("entities", index, "id"), "'*' means nobody at all and is no entity's id"
        seen.add(entity["id"])
        yield from _roles(entity, ("entities", index), kinds)


def _facts(record: dict[str, Any]) -> Iterator[Complaint]:
    kinds = {entity["id"]: entity["type"] for entity in record["entities"]}
    length = len(record["article"]["text"])
    for index, fact in enumerate(record["facts"]):
        if fact.get("from") == "*" and fact["status"] != "not_recognized":
            yield ("facts", index, "from"), "'*' means nobody at all, and that goes with not_recognized alone"
        yield from _roles(fact, ("facts", index), kinds)
        for number, (start, end) in enumerate(fact["evidence"]):
            if not start < end <= length:
                yield (
                    ("facts", index, "evidence", number),
                    f"[{start}, {end}] is no span of a text of {length} characters",
                )


def _roles(item: dict[str, Any], path: Path, kinds: Mapping[str, str]) -> Iterator[Complaint]:
    for key, allowed in _ROLES.get(item["type"], ()):
        value = item.get(key)
        if value is None or (item["type"], key, value) == ("recognition", "from", "*"):
            continue
        for place, named in _named(value, (*path, key)):
            if named not in kinds:
                yield place, f"{named!r} is no entity of this record"
            elif kinds[named] not in allowed:
                yield place, f"{named!r} is {_article(kinds[named])}, not {_choice(allowed)}"


def _named(value: str | list[str], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
        return
    for index, named in enumerate(value):
        yield (*path, index), named


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _choice(kinds: frozenset[str]) -> str:
    return " or ".join(_article(kind) for kind in sorted(kinds))
