"""The entries of the reference, read from YAML and checked: states and bodies, ours and those of a user's own file.

`read_entries` gives the entries of a file; what is wrong in it is said in one line with the file and the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Final, TypeVar

from graph.errors import SettingError

STATUSES: Final = ("member", "observer", "associated", "partial", "territory", "former")
TYPES: Final = ("organization", "forum")
MEETINGS: Final = ("summit", "ministerial", "consultation", "session", "conference")
#: The word lists of reading, which only `ingest.lexicon` looks into.
WORDS: Final = "words"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO3 = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A state; `iso3` is None where no code is in use, `status` one of STATUSES.

    `capital` and `metonyms` may stand for the government, `cities` only for themselves; `caution` lists the forms that
    need a second sign before they count (`Jordan`, which is a name too).
    """

    id: str
    iso3: str | None
    name: str
    status: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    caution: tuple[str, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether some states recognize it and others do not: it is there, and no member of the United Nations."""
        return self.status in {"observer", "associated", "partial"}


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """An organization or a forum, as `type` says; `governs` the state whose de facto authority it is.

    `part_of` a body or, for a chamber, a state; `members` states and bodies; `seat` where it sits, `metonyms` what
    stands for it; `meeting` the kind of occasion that it usually holds.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    governs: str | None = None
    part_of: str | None = None
    seat: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    meeting: str | None = None
    caution: tuple[str, ...] = ()

    @property
    def whole(self) -> str | None:
        """The id of what it is a part of, or governs."""
        return self.part_of or self.governs


_CHOICES: Final = {"status": STATUSES, "type": TYPES, "meeting": MEETINGS}
_PATTERNS: Final = {"id": _ID, "iso3": _ISO3}

T = TypeVar("T", bound="StateEntry | BodyEntry")


def read_yaml(text: str, source: str) -> Any:
    """The data of a YAML text. Raises SettingError with the line that cannot be read."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        raise SettingError(f"{source}{line}: no YAML: {getattr(error, 'problem', None) or error}") from error


def read_own(path: str | Path) -> dict[str, Any]:
    """The data of a user's own file: `states`, `bodies` and `words`. Raises SettingError with the file and the key."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    data = read_yaml(text, str(path))
    if not isinstance(data, dict):
        raise SettingError(f"{path}: no mapping with the keys states, bodies and {WORDS}")
    for key in data:
        if key not in {"states", "bodies", WORDS}:
            raise SettingError(f"{path}: {key}: no such key: states, bodies and {WORDS} are")
    return data


def read_entries(kind: type[T], rows: Any, source: str) -> tuple[T, ...]:
    """The entries of a list of mappings. Raises SettingError with the entry and the key that is wrong."""
    if not isinstance(rows, list):
        raise SettingError(f"{source}: no list of entries")
    entries = tuple(_entry(kind, row, f"{source}[{number}]") for number, row in enumerate(rows))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise SettingError(f"{source}: {entry.id}: the id of two entries")
        seen.add(entry.id)
    return entries


def check_links(states: Iterable[StateEntry], bodies: Iterable[BodyEntry], source: str) -> None:
    """Every id that an entry names is one of an entry. Raises SettingError with the entry and the key."""
    bodies = tuple(bodies)
    of_states = {state.id for state in states}
    known = of_states | {body.id for body in bodies}
    for body in bodies:
        linked = (("part_of", [body.part_of], known), ("members", body.members, known))
        for key, ids, among in (*linked, ("governs", [body.governs], of_states)):
            for missing in (id_ for id_ in ids if id_ is not None and id_ not in among):
                raise SettingError(f"{source}: {body.id}: {key}: {missing} is no id of an entry")


def _entry(kind: type[T], row: Any, where: str) -> T:
    if not isinstance(row, Mapping):
        raise SettingError(f"{where}: no mapping")
    where = f"{where} ({row['id']})" if isinstance(row.get("id"), str) else where
    known = {field.name: field for field in fields(kind)}
    for key in row:
        if key not in known:
            raise SettingError(f"{where}: {key}: no such key: {', '.join(known)} are")
    for name, field in known.items():
        if field.default is MISSING and name not in row:
            raise SettingError(f"{where}: {name}: missing")
    return kind(**{key: _value(key, known[key].type, value, f"{where}: {key}") for key, value in row.items()})


def _value(key: str, wanted: Any, value: Any, where: str) -> Any:
    """The value of a key, a list as a tuple; `wanted` is the type as the class writes it."""
    if wanted.startswith("tuple"):
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise SettingError(f"{where}: {value!r} is no list of words")
        return tuple(value)
    if value is None and wanted.endswith("None"):
        return None
    if not isinstance(value, str) or not value.strip():
        raise SettingError(f"{where}: {value!r} is no word")
    choices, pattern = _CHOICES.get(key), _PATTERNS.get(key)
    if choices and value not in choices:
        raise SettingError(f"{where}: {value!r} is none of {', '.join(choices)}")
    if pattern and not pattern.fullmatch(value):
        raise SettingError(f"{where}: {value!r} is not written as an {key}")
    return value
