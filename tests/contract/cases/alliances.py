"""What alliances are counted from, and the ties that are written back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.contract.case import Case
from tests.contract.small_graph import ALIGNED, PROPERTIES, Edge, edge_line

ALL: Final = {"first": None, "last": None}
OF_2023: Final = {"first": "2023-01-01", "last": "2023-12-31"}
OF_2024: Final = {"first": "2024-10-04", "last": "2024-10-31"}
FIFTH: Final = "event/moscow-format-5"
SIXTH: Final = "event/moscow-format-6"


def _pairs(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"event": event, "state": f"state/{name.lower()}", "name": name} for event, name in pairs]


def _attendance(by: str, of_2023: list[dict[str, str]], of_2024: list[dict[str, str]]) -> Iterator[Case]:
    statement = f"alliances/attended_by_{by}"
    yield Case(statement, ALL, rows=of_2023 + of_2024, what="of all time")
    yield Case(statement, OF_2023, rows=of_2023, what="of a year")
    yield Case(statement, OF_2024, rows=of_2024, what="of some days")


def _stance(state: str, stance: str, target: str, **dates: Any) -> dict[str, Any]:
    return {
        "state": f"state/{state.lower()}",
        "name": state,
        "stance": stance,
        "target": target,
        "target_name": target.rpartition("/")[2].title(),
        "since": None,
        "until": None,
        **dates,
    }


TIE: Final = {
    "weight": 1.5,
    "sign": -1,
    "meetings": 0,
    "attendance": 0.0,
    "recognition": -1.0,
    "stances": -0.5,
    "source_community": 0,
    "target_community": 1,
}


def _tie(edge: Edge) -> dict[str, Any]:
    own = {name: value for name, value in edge.properties.items() if name != "period"}
    ends = {"source": edge.source, "target": edge.target}
    return own | ends | {f"{end}_name": PROPERTIES[id_]["name"] for end, id_ in ends.items()}


CASES = [
    *_attendance("states", _pairs((FIFTH, "China"), (FIFTH, "Russia")), []),
    *_attendance("representatives", [], _pairs((SIXTH, "China"))),
    *_attendance("offices", [], _pairs((SIXTH, "India"))),
    *_attendance("posts", [], _pairs((SIXTH, "Russia"))),
    Case(
        "alliances/stances",
        rows=[
            _stance("China", "DOES_NOT_RECOGNIZE", "organization/taliban", current=True),
            _stance("Russia", "RECOGNIZES", "state/erewhon", since="2024", current=False),
            _stance("Russia", "WITHDREW_RECOGNITION_OF", "state/erewhon", since="2024-10", current=True),
        ],
    ),
    Case("alliances/ties", {"period": "2023"}, rows=[_tie(ALIGNED[0])], what="of a year with one"),
    Case(
        "alliances/ties",
        {"period": "2024"},
        rows=[_tie(ALIGNED[2]), _tie(ALIGNED[3]), _tie(ALIGNED[1])],
        what="of a year with several",
    ),
    Case("alliances/ties", {"period": "all"}, what="of a period that none were computed for"),
    Case("alliances/drop_ties", {"period": "2023"}, removed=[edge_line(ALIGNED[0])]),
    Case("alliances/drop_ties", {"period": "2022"}, what="of another period"),
    Case(
        "alliances/create_ties",
        {"period": "all", "rows": [{**TIE, "source": "state/erewhon", "target": "state/russia"}]},
        added=[
            edge_line(
                Edge("state/erewhon", "ALIGNED_WITH", "state/russia", {**TIE, "period": "all", "total": -1.5})
            )
        ],
    ),
]
