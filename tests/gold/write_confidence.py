"""Write how often each rule of reading is right: python -m tests.gold.write_confidence [FOLDER …].

The articles of `fresh` count, and those of each folder that is named. `dev` does not: the rules were written with it at
hand, and are more often right there than elsewhere.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Final

from graph.record import parse_record
from ingest.doubts import Doubt
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
# How sure each rule of reading is: the share of right facts in annotated articles, among those that no doubt speaks
# against; and how sure facts in doubt are.
# Source: the project's own, measured on tests/gold/fresh; `make calibrate` writes it anew.
# `right` of `found` facts were right. `share` has {PRIOR} facts more, of which as many are right as of all of the kind, so
# that a rule with few facts is about as sure as its kind (a Beta prior); and of a rule it is the lower quartile of what the
# share may then be, for rules are mended by the articles that they are measured on (so C4.5 prunes; Quinlan, 1993).
"""
KINDS: Final = ("post", "attendance", "statement", "recognition")

Counts = Mapping[str, list[int]]


def main(folders: Iterable[Path]) -> None:
    """Measure the rules on the articles of some folders, and write their shares."""
    gold = [annotated for folder in folders for annotated in load_gold(folder)]
    FILE.write_text(HEAD + "".join(lines(count(gold))), encoding="utf-8")


def count(gold: list[Json]) -> Counts:
    """How many facts are right, and how many there are: of each kind and rule among those that nothing speaks against,
    of each doubt among the others.
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    articles = [parse_record(annotated, annotated["article"]["id"]).article for annotated in gold]
    for reading, annotated in zip(Reader().read_many(articles), gold, strict=True):
        for fact, right in tally_article(_with_found(reading), annotated).judged:
            for name in fact["doubts"] or (fact["type"], *fact["rules"]):
                counts[name][0] += right
                counts[name][1] += 1
    return counts


def lines(counts: Counts) -> Iterator[str]:
    """The lines of the file: the kinds, the rules and the doubts, in the order of their vocabulary."""
    for title, names in (("kinds", KINDS), ("rules", Rule), ("doubts", Doubt)):
        yield f"{title}:\n"
        for name in names:
            right, found = counts.get(name, (0, 0))
            yield f'  "{name}": {{share: {_share(counts, name):.3f}, right: {right}, found: {found}}}\n'


def _share(counts: Counts, name: str) -> float:
    """The share of right facts with the prior of the kind, whose own is even; of a rule its lower quartile."""
    right, found = counts.get(name, (0, 0))
    if name in KINDS:
        return (right + 1) / (found + 2)
    of_kind, all_of_kind = counts.get(name.partition(":")[0], (0, 0))
    found += PRIOR
    mean = (right + PRIOR * (of_kind + 1) / (all_of_kind + 2)) / found
    return _lower_quartile(mean, found) if name in set(Rule) else mean


def _lower_quartile(mean: float, found: float) -> float:
    """What the true share exceeds three times in four (the Beta distribution taken for a normal one)."""
    return NormalDist(mean, sqrt(mean * (1 - mean) / (found + 1))).inv_cdf(0.25)


def _with_found(reading: Reading) -> Json:
    """The record with the rules and doubts of each fact beside it."""
    record = reading.record.to_json()
    facts = zip(record["facts"], reading.found, strict=True)
    return record | {
        "facts": [fact | {"rules": found.rules, "doubts": found.doubts} for fact, found in facts]
    }


if __name__ == "__main__":
    main([FOLDER / "fresh", *map(Path, sys.argv[1:])])
