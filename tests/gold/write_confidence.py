"""Write how often each rule of reading is right: python -m tests.gold.write_confidence [FOLDER …].

The articles of `fresh` count, and those of each folder that is named. `dev` does not: the rules were written with it at
hand, and are more often right there than elsewhere. Of `fresh` that holds too, once its misses have mended the rules;
so each article's figures are kept from when it is read for the first time (`first_reading.json`), and the shares are
brought down by as much as all first readings fall behind those of today.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from graph.record import parse_record
from ingest.doubts import Doubt
from ingest.evaluation import load_gold
from ingest.evaluation.tally import Tally, tally_article
from ingest.evaluation.wording import Json
from ingest.pipeline import Reader, Reading
from ingest.rules import Rule

FOLDER: Final = Path(__file__).parent
FILE: Final = FOLDER.parents[1] / "ingest" / "lexicon" / "confidence.yaml"
FIRST: Final = FOLDER / "first_reading.json"
#: How many facts of its kind's mean stand beside those of a rule: the strength of the Beta prior.
PRIOR: Final = 10
HEAD: Final = f"""\
# How sure a fact is by the rule that found it, and how sure at most where something speaks against it.
# Source: the project's own, measured on tests/gold/fresh; `make calibrate` writes it anew.
# `right` of `found` facts were right: of each rule among those that no doubt speaks against. `share` has {PRIOR} facts more, as
# many of them right as of all of the kind, so that a rule with few facts is about as sure as its kind (a Beta prior); its
# odds are then brought down from today's reading of these articles to their first one, before they had mended the rules.
"""

#: How many facts are right, and how many there are.
Count = tuple[int, int]
Counts = Mapping[str, Count]


def main(folders: Iterable[Path]) -> None:
    """Measure the rules on the articles of some folders, and write their shares."""
    tallies = read(annotated for folder in folders for annotated in load_gold(folder))
    today = {name: _by_kind(tally) for name, tally in tallies.items()}
    first = {**today, **json.loads(FIRST.read_text(encoding="utf-8"))}
    FIRST.write_text(_one_a_line(first), encoding="utf-8")
    new = _total(first[name] for name in today)
    mended = _total({kind: today[name][kind] for kind in first[name]} for name in today)
    falls = {kind: _odds(new[kind]) / _odds(mended[kind]) for kind in new}
    FILE.write_text(HEAD + "".join(lines(count(tallies.values()), falls)), encoding="utf-8")


def read(gold: Iterable[Json]) -> dict[str, Tally]:
    """The tally of each article as it is read today; its facts have their rules and doubts beside them."""
    records = {annotated["article"]["id"]: annotated for annotated in gold}
    articles = [parse_record(record, name).article for name, record in records.items()]
    readings = zip(Reader().read_many(articles), records.items(), strict=True)
    return {name: tally_article(_with_found(reading), record) for reading, (name, record) in readings}


def count(tallies: Iterable[Tally]) -> Counts:
    """The facts of each kind and rule among those that nothing speaks against, and of each doubt among the others."""
    judged = [pair for tally in tallies for pair in tally.judged]
    return _counted(
        (name, right) for fact, right in judged for name in fact["doubts"] or (fact["type"], *fact["rules"])
    )


def lines(counts: Counts, falls: Mapping[str, float]) -> Iterator[str]:
    """The lines of the file: the rules and the doubts, in the order of their vocabulary."""
    for title, names in (("rules", Rule), ("doubts", Doubt)):
        yield f"{title}:\n"
        for name in names:
            right, found = counts.get(name, (0, 0))
            odds = _odds((right, found), _mean(counts[name.kind])) * falls[name.kind]
            yield f'  "{name}": {{share: {odds / (1 + odds):.3f}, right: {right}, found: {found}}}\n'


def _with_found(reading: Reading) -> Json:
    """The record with the rules and doubts of each fact beside it."""
    record = reading.record.to_json()
    facts = zip(record["facts"], reading.found, strict=True)
    return record | {
        "facts": [fact | {"rules": found.rules, "doubts": found.doubts} for fact, found in facts]
    }


def _by_kind(tally: Tally) -> Counts:
    return _counted((fact["type"], right) for fact, right in tally.judged)


def _counted(judged: Iterable[tuple[str, bool]]) -> Counts:
    counts: dict[str, Count] = defaultdict(lambda: (0, 0))
    for name, right in judged:
        counts[name] = (counts[name][0] + right, counts[name][1] + 1)
    return counts


def _total(each: Iterable[Counts]) -> Counts:
    total: dict[str, Count] = defaultdict(lambda: (0, 0))
    for counts in each:
        for kind, (right, found) in counts.items():
            total[kind] = (total[kind][0] + right, total[kind][1] + found)
    return total


def _mean(counted: Count) -> float:
    """The share of right facts; one right and one wrong fact more keep it from certainty."""
    return (counted[0] + 1) / (counted[1] + 2)


def _odds(counted: Count, mean: float | None = None) -> float:
    """The odds of a right fact, with a prior of that mean."""
    share = _mean(counted) if mean is None else (counted[0] + PRIOR * mean) / (counted[1] + PRIOR)
    return share / (1 - share)


def _one_a_line(first: Mapping[str, Counts]) -> str:
    rows = (f"  {json.dumps(name)}: {json.dumps(first[name])}" for name in sorted(first))
    return "{\n" + ",\n".join(rows) + "\n}\n"


if __name__ == "__main__":
    main([FOLDER / "fresh", *map(Path, sys.argv[1:])])
