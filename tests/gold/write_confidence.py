"""Write how often each rule of reading is right: python -m tests.gold.write_confidence [FOLDER …].

The articles of `fresh` count, and those of each folder that is named. `dev` does not: the rules were written with it at
hand, and are more often right there than elsewhere.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from graph.record import parse_record
from ingest.evaluation import load_gold
from ingest.evaluation.tally import tally_article
from ingest.evaluation.wording import Json
from ingest.pipeline import Reader, Reading
from ingest.rules import Rule

FOLDER: Final = Path(__file__).parent
FILE: Final = FOLDER.parents[1] / "ingest" / "lexicon" / "confidence.yaml"
#: How many facts of its kind's mean stand beside those of a rule: the strength of the Beta prior.
PRIOR: Final = 10
HEAD: Final = f"""\
# How sure each rule of reading is: the share of its facts that were right in annotated articles.
# Source: the project's own, measured on tests/gold/fresh; `make calibrate` writes it anew.
# `right` of `found` facts were right; `share` has {PRIOR} facts more, of which as many are right as of all facts of the kind,
# so that a rule with few facts is about as sure as its kind (a Beta prior).
"""

Counts = Mapping[Rule, list[int]]


def main(folders: Iterable[Path]) -> None:
    """Measure the rules on the articles of some folders, and write their shares."""
    gold = [annotated for folder in folders for annotated in load_gold(folder)]
    FILE.write_text(HEAD + "".join(lines(count(gold))), encoding="utf-8")


def count(gold: list[Json]) -> Counts:
    """How many facts each rule found rightly, and how many it found; a fact counts for each rule that found it."""
    counts: dict[Rule, list[int]] = defaultdict(lambda: [0, 0])
    articles = [parse_record(annotated, annotated["article"]["id"]).article for annotated in gold]
    for reading, annotated in zip(Reader().read_many(articles), gold, strict=True):
        for fact, right in tally_article(_with_rules(reading), annotated).judged:
            for rule in fact["rules"]:
                counts[rule][0] += right
                counts[rule][1] += 1
    return counts


def lines(counts: Counts) -> Iterator[str]:
    """The lines of the file, one a rule, in the order of the vocabulary."""
    for rule in Rule:
        right, found = counts.get(rule, (0, 0))
        kind = [row for other, row in counts.items() if other.kind == rule.kind]
        mean = sum(row[0] for row in kind) / max(sum(row[1] for row in kind), 1)
        share = (right + PRIOR * mean) / (found + PRIOR)
        yield f'"{rule}": {{share: {share:.3f}, right: {right}, found: {found}}}\n'


def _with_rules(reading: Reading) -> Json:
    """The record with the rules of each fact beside it."""
    record = reading.record.to_json()
    facts = zip(record["facts"], reading.rules, strict=True)
    return record | {"facts": [fact | {"rules": rules} for fact, rules in facts]}


if __name__ == "__main__":
    main([FOLDER / "fresh", *map(Path, sys.argv[1:])])
