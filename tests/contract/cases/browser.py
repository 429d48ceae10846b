"""The saved queries for Neo4j Browser, which draw nodes and edges."""

from __future__ import annotations

from typing import Any

from tests.contract.case import Case
from tests.contract.small_graph import ALIGNED, EDGES, PROPERTIES, Edge, claim_id, facts


def drawn(edge: Edge) -> list[Any]:
    """An edge as a row holds it: with its whole ends."""
    return [PROPERTIES[edge.source], edge.type, PROPERTIES[edge.target]]


def _fact(fact_id: str) -> list[Any]:
    return drawn(facts(fact_id)[0])


def _at_the_sixth(who: str, fact: str, whom: str | None = None) -> dict[str, Any]:
    return {
        "e": PROPERTIES["event/moscow-format-6"],
        "r": _fact(fact),
        "who": PROPERTIES[who],
        "came_for": _fact("fact/represented") if whom else None,
        "whom": PROPERTIES[whom] if whom else None,
    }


def _aligned(place: int, other: str) -> dict[str, Any]:
    return {"s": PROPERTIES["state/russia"], "r": drawn(ALIGNED[place]), "other": PROPERTIES[other]}


def _recognition(fact: str) -> dict[str, Any]:
    edge = facts(fact)[0]
    return {"s": PROPERTIES[edge.source], "r": drawn(edge), "contested": PROPERTIES[edge.target]}


def _evidence(article: str) -> dict[str, Any]:
    claim = claim_id("fact/part-6", article)
    by_type = {edge.type: edge for edge in EDGES if claim in (edge.source, edge.target)}
    return {
        "a": PROPERTIES[f"article/{article}"],
        "asserts": drawn(by_type["ASSERTS"]),
        "c": PROPERTIES[claim],
        "subject": drawn(by_type["SUBJECT"]),
        "who": PROPERTIES["event/moscow-format-6"],
        "object": drawn(by_type["OBJECT"]),
        "what": PROPERTIES["forum/moscow-format"],
    }


LAVROV = "official/sergey-lavrov"

CASES = [
    Case(
        "browser/who_attended",
        {"event": "event/moscow-format-6"},
        rows=[
            _at_the_sixth("office/india-envoy", "fact/envoy-attended"),
            _at_the_sixth(LAVROV, "fact/lavrov-attended"),
            _at_the_sixth("official/wang-yi", "fact/wang-attended", "state/china"),
            _at_the_sixth("organization/taliban", "fact/absent"),
            _at_the_sixth("state/russia", "fact/hosted"),
        ],
    ),
    Case(
        "browser/state_alignments",
        {"state": "state/russia", "period": "2024"},
        rows=[_aligned(2, "state/china"), _aligned(3, "state/india")],
        what="of a year with several",
    ),
    Case(
        "browser/state_alignments",
        {"state": "state/russia", "period": "2023"},
        rows=[_aligned(0, "state/china")],
        what="of a year with one",
    ),
    Case(
        "browser/contested_recognition",
        rows=[
            _recognition("fact/no-recognition"),
            _recognition("fact/intends"),
            _recognition("fact/withdrew"),
        ],
    ),
    Case(
        "browser/persons_year",
        {"official": LAVROV, "year": "2024"},
        rows=[
            {
                "p": PROPERTIES[LAVROV],
                "r": _fact("fact/lavrov-attended"),
                "e": PROPERTIES["event/moscow-format-6"],
                "of": _fact("fact/part-6"),
                "forum": PROPERTIES["forum/moscow-format"],
            }
        ],
    ),
    Case("browser/persons_year", {"official": LAVROV, "year": "2022"}, what="in which nothing was"),
    Case("browser/evidence", {"fact": "fact/part-6"}, rows=[_evidence("paper"), _evidence("wire")]),
]
