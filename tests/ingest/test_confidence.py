"""Each fact is as sure as the surest rule that found it; each rule has a share, and shares are of this vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from graph.record import Post
from ingest.confidence import confidence_of, shares, surest_first
from ingest.doubts import Doubt
from ingest.found import Found
from ingest.lexicon import read_lexicon
from ingest.pipeline import Reading
from ingest.rules import Rule

ReadAll = Callable[..., Reading]
DOCS: Final = Path(__file__).parents[2] / "docs" / "reading.md"
POST = Post("lavrov", "Foreign Minister", "rus", "current", ((0, 9),))
LAVROV = "Russian Foreign Minister Sergey Lavrov"
DAR = "Pakistani Foreign Minister Ishaq Dar"


def test_every_rule_and_doubt_has_a_share_and_no_other() -> None:
    table = read_lexicon("confidence")
    assert list(table) == ["rules", "doubts"]
    assert list(table["rules"]) == list(Rule)
    assert list(table["doubts"]) == list(Doubt)


def tables() -> list[dict[str, float]]:
    return [row for table in read_lexicon("confidence").values() for row in table.values()]


def test_shares_are_between_nobody_and_everybody() -> None:
    assert all(0 < share < 1 for share in shares().values())
    assert all(row["right"] <= row["found"] for row in tables())


def test_the_surest_of_several_rules_counts() -> None:
    unsure, sure = sorted(Rule, key=lambda rule: shares()[rule])[:: len(Rule) - 1]
    assert surest_first((unsure, sure)) == (sure, unsure)
    assert confidence_of(Found(POST, (unsure, sure))) == round(shares()[sure], 2)


def test_a_doubt_takes_from_how_sure_a_rule_is() -> None:
    plain = confidence_of(Found(POST, (Rule.TITLE_BEFORE,)))
    assert confidence_of(Found(POST, (Rule.TITLE_BEFORE,), (Doubt.LONG_TITLE,))) < plain


def test_the_docs_tell_every_rule_and_doubt() -> None:
    told = set(re.findall(r"^\| ([a-z]+) \| (.+?) \| .+ \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert {(name.kind, name.told) for name in (*Rule, *Doubt)} <= told


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{LAVROV} resigned.", Rule.TITLE_BEFORE),
        ("Sergey Lavrov, Russia’s foreign minister, resigned.", Rule.TITLE_AFTER),
        (
            "Foreign Ministers Luminița Odobescu of Romania and Radosław Sikorski of Poland met.",
            Rule.TITLE_OF_MANY,
        ),
        ("Abdirahman Irro was sworn in as Somaliland’s president.", Rule.TITLE_BY_VERB),
        ("Russia and its foreign minister, Sergey Lavrov, agreed.", Rule.TITLE_POINTING),
        ("Prime Minister Junichiro Koizumi resigned.", Rule.TITLE_ELSEWHERE),
        ("Ilham Aliyev stayed in Baku. The Azerbaijani president was ill.", Rule.TITLE_TAKEN_UP),
        (f"{LAVROV} met {DAR} in Moscow.", Rule.MET),
        (f"{LAVROV} spoke by telephone with {DAR}.", Rule.CALLED),
        (f"{LAVROV} received {DAR} in Moscow.", Rule.RECEIVED),
        (f"{LAVROV} is to meet {DAR} in Moscow.", Rule.TO_MEET),
        (f"{LAVROV} attended the sixth meeting of the Moscow Format.", Rule.ATTENDED_NAMED),
        (f"The sixth meeting of the Moscow Format opened. {LAVROV} attended.", Rule.ATTENDED_SPOKEN_OF),
        (f"{LAVROV} will attend the sixth meeting of the Moscow Format.", Rule.TO_ATTEND),
        (f"{LAVROV} boycotted the sixth meeting of the Moscow Format.", Rule.ABSENT_NAMED),
        (f"The sixth meeting of the Moscow Format opened. {LAVROV} stayed away.", Rule.ABSENT_SPOKEN_OF),
        (f"“The door is open,” {LAVROV} said.", Rule.QUOTED_NAMED),
        (f"{LAVROV} resigned. “The door is open,” he said.", Rule.QUOTED_POINTING),
        (f"{LAVROV} said that the door was open.", Rule.REPORTED_NAMED),
        (f"{LAVROV} resigned. He said that the door was open.", Rule.REPORTED_POINTING),
        (f"{LAVROV} welcomed the deal and thanked Oman.", Rule.REPORTED_SHARED),
        (f"According to {LAVROV}, the door is open.", Rule.ACCORDING),
        ("Ghana recognised Kosovo.", Rule.RECOGNISES),
        ("Kosovo was recognised by Ghana.", Rule.RECOGNISED_BY),
        ("Ghana withdrew its recognition of Kosovo.", Rule.RECOGNITION),
        ("Honduras dropped Taiwan for China.", Rule.TIES),
        ("Ghana recognised Kosovo. Malta did the same.", Rule.REPEATED),
    ],
)
def test_a_fact_tells_the_rule_that_found_it(read_all: ReadAll, text: str, rule: Rule) -> None:
    assert rule in {name for found in read_all(text).found for name in found.rules}


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Norway’s foreign minister attended the sixth meeting of the Moscow Format.", Doubt.UNNAMED_PARTY),
        (f"{LAVROV} met {DAR}.", Doubt.VAGUE_OCCASION),
        ("Norway’s foreign minister said that the door was open.", Doubt.UNNAMED_SPEAKER),
        ("Moscow said that the door was open.", Doubt.STATE_SPEAKS),
        ("The African Union said that the door was open.", Doubt.BODY_SPEAKS),
    ],
)
def test_a_fact_tells_what_speaks_against_it(read_all: ReadAll, text: str, doubt: Doubt) -> None:
    assert doubt in {name for found in read_all(text).found for name in found.doubts}


def test_a_reading_has_the_facts_of_its_record_in_their_order(read_all: ReadAll) -> None:
    reading = read_all(f"{LAVROV} met {DAR} in Moscow. He said that the door was open.")
    assert tuple(found.fact for found in reading.found) == reading.record.facts
