"""Each fact is as sure as the surest rule that found it; each rule has a share, and shares are of this vocabulary."""

from __future__ import annotations

from collections.abc import Callable

from graph.record import Post
from ingest.confidence import confidence_of, shares, surest_first
from ingest.doubts import Doubt
from ingest.found import Found
from ingest.lexicon import read_lexicon
from ingest.pipeline import Reading
from ingest.rules import Rule

ReadAll = Callable[..., Reading]
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
