"""The Cypher in docs/model.md runs as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

from graph.arrivals import Incoming
from graph.model import EDGE_TYPES, NODE_LABELS
from graph.reference import Reference
from graph.store import Store
from graph.update import add_records
from tests.graph.made_up import attends, body, event, person, record

DOCS = Path(__file__).resolve().parents[2] / "docs" / "model.md"
EXAMPLES = re.findall(r"```cypher\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_run_and_the_first_one_answers(store: Store) -> None:
    told = record(
        "a",
        person("p", "Sergey Lavrov"),
        body("mf", "Moscow Format", type="forum"),
        event("e", forum="mf", ordinal=6),
        facts=(attends("p", "e"),),
    )
    add_records(store, [Incoming(told)], Reference.load())
    with store._session("READ") as session:
        answers = [session.run(example, fact="fact/none").data() for example in EXAMPLES]
    assert len(answers) == 3
    assert [row["who.name"] for row in answers[0]] == ["Sergey Lavrov"]


def test_every_label_and_edge_type_is_described() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [word for word in (*NODE_LABELS, *EDGE_TYPES) if f"`{word}`" not in text] == []
