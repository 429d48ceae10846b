"""The shapes of what commands and REST answer, as JSON Schema, derived from the answers' own types."""

from __future__ import annotations

from typing import Any

from api.commands.reading import Report
from graph import answers
from graph.alliances import Alliances
from graph.errors import SettingError

#: Command -> its key in the answer, and the type of each row under it.
SHAPES: dict[str, dict[str, type]] = {
    "attendees": {"event": answers.Event, "attendees": answers.Attendee},
    "meetings": {"actor": answers.Found, "meetings": answers.Meeting},
    "statements": {"statements": answers.Said},
    "recognition": {"recognition": answers.Stance},
    "holders": {"holders": answers.Holder},
    "search": {"found": answers.Found},
}
#: Command -> the type of its whole answer.
WHOLE: dict[str, type] = {"alliances": Alliances, "ingest": Report}
_SINGLE = frozenset({"event", "actor"})
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def answer_schema(command: str) -> dict[str, Any]:
    """The JSON Schema of what a command prints with --json. Raises SettingError."""
    from pydantic import TypeAdapter

    title = f"communique {command} --json"
    if command in WHOLE:
        return {"$schema": _DIALECT, **TypeAdapter(WHOLE[command]).json_schema(), "title": title}
    if command not in SHAPES:
        raise SettingError(f"{command}: no such shape: record, {', '.join(sorted({*SHAPES, *WHOLE}))} are")
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for key, kind in SHAPES[command].items():
        found = TypeAdapter(kind).json_schema(ref_template="#/$defs/{model}")
        definitions |= found.pop("$defs", {})
        definitions[kind.__name__] = found
        row = {"$ref": f"#/$defs/{kind.__name__}"}
        properties[key] = row if key in _SINGLE else {"type": "array", "items": row}
    return {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": definitions,
    }
