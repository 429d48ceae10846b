from __future__ import annotations

import copy
from pathlib import Path

import pytest

from graph.record import parse_record
from ingest.articles import normalise
from ingest.evaluation.scores import Scores, load_gold, score
from ingest.evaluation.tally import KINDS, tally_article
from ingest.evaluation.wording import Json, overlap, same_name

_FOLDER = Path(__file__).parent
_GOLD = [record for name in ("dev", "fresh", "unseen") for record in load_gold(_FOLDER / name)]
_RECORD: Json = {
    "article": {"id": "a", "text": "Lavrov met Muttaqi in Moscow."},
    "entities": [
        {"id": "lavrov", "type": "person", "name": "Sergey Lavrov", "names": ["Lavrov"]},
        {"id": "muttaqi", "type": "person", "name": "Amir Khan Muttaqi", "names": ["Muttaqi"]},
        {"id": "rus", "type": "state", "name": "Russia", "iso3": "RUS"},
        {"id": "talks", "type": "event", "name": "talks", "kind": "bilateral", "start": None, "place": "Moscow", "hosts": []},
    ],
    "facts": [
        {"type": "attendance", "participant": who, "event": "talks", "status": "attended", "evidence": [[0, 29]]}
        for who in ("lavrov", "muttaqi")
    ],
}  # fmt: skip


@pytest.mark.parametrize("record", _GOLD, ids=lambda record: record["article"]["id"])
def test_every_annotated_article_is_a_sound_record(record: Json) -> None:
    parse_record(record, record["article"]["id"])
    assert normalise(record["article"]["text"]).text == record["article"]["text"]


def test_the_annotation_itself_is_a_perfect_reading() -> None:
    total, _ = score(_GOLD, _GOLD)
    assert {kind: row.f1 for kind, row in Scores.of(total, 1).kinds.items()} == dict.fromkeys(KINDS, 1.0)


def test_no_reading_at_all_finds_nothing() -> None:
    total, _ = score([], _GOLD)
    assert {row.f1 for row in Scores.of(total, 1).kinds.values()} == {0.0}


def test_a_missed_and_a_wrong_attendance_are_counted() -> None:
    read = copy.deepcopy(_RECORD)
    read["facts"][1]["status"] = "absent"
    tally = tally_article(read, _RECORD)
    assert tally.kinds["attendance"] == [1, 1, 1]
    assert tally.notes["attendance"] == [
        "extra   ('muttaqi', 'talks', 'absent')",
        "missed  ('muttaqi', 'talks', 'attended')",
    ]


def test_an_optional_fact_is_neither_rewarded_nor_punished() -> None:
    gold = copy.deepcopy(_RECORD)
    gold["facts"][1]["optional"] = True
    assert tally_article(_RECORD, gold).kinds["attendance"] == [1, 0, 0]
    assert tally_article({**_RECORD, "facts": _RECORD["facts"][:1]}, gold).kinds["attendance"] == [1, 0, 0]


def test_one_person_read_as_two_is_one_found_and_one_extra() -> None:
    read = copy.deepcopy(_RECORD)
    read["entities"].append({"id": "sergei", "type": "person", "name": "Sergey Lavrov"})
    assert tally_article(read, _RECORD).kinds["person"] == [2, 1, 0]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Sergey Lavrov", "Sergey Viktorovich Lavrov", True),
        ("Péter Szijjártó", "Peter Szijjarto", True),
        ("Lavrov", "Sergey Lavrov", False),
        ("Wang Yi", "Wang Li", False),
        ("", "Wang Yi", False),
    ],
)
def test_names_are_compared_by_their_words(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same


def test_overlap_is_the_share_of_the_longer_text() -> None:
    assert overlap("a b c", "A b") == pytest.approx(2 / 3)
