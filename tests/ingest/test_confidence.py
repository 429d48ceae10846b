"""Each fact is as sure as the surest rule that found it; each rule has a share, and shares are of this vocabulary."""

from __future__ import annotations

from collections.abc import Callable

from ingest.confidence import confidence_of, shares, surest_first
from ingest.lexicon import read_lexicon
from ingest.pipeline import Reading
from ingest.rules import Rule

ReadAll = Callable[..., Reading]
LAVROV = "Russian Foreign Minister Sergey Lavrov"
DAR = "Pakistani Foreign Minister Ishaq Dar"


def test_every_rule_has_a_share_and_no_other() -> None:
    assert list(read_lexicon("confidence")) == list(Rule)


def test_shares_are_between_nobody_and_everybody() -> None:
    assert all(0 < share < 1 for share in shares().values())
    assert all(row["right"] <= row["found"] for row in read_lexicon("confidence").values())


def test_the_surest_of_several_rules_counts() -> None:
    unsure, sure = sorted(Rule, key=lambda rule: shares()[rule])[:: len(Rule) - 1]
    assert surest_first((unsure, sure)) == (sure, unsure)
    assert confidence_of((unsure, sure)) == shares()[sure]
