"""The vocabulary is data: every list is sound, says where it comes from, and is as long as the docs tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest

from graph.reference import Reference
from ingest.lexicon import read_lexicon
from ingest.title_words import load_grammar

DOCS: Final = Path(__file__).parents[2] / "docs" / "lexicon.md"
FILES: Final = sorted(
    f.name.removesuffix(".yaml") for f in files("ingest.lexicon").iterdir() if f.name.endswith(".yaml")
)


def lists_of(data: Any, where: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list below some data, with its key."""
    if isinstance(data, list):
        yield where, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from lists_of(value, f"{where}.{key}")


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_where_its_words_come_from(name: str) -> None:
    head = files("ingest.lexicon").joinpath(f"{name}.yaml").read_text(encoding="utf-8").splitlines()[:12]
    assert re.search(
        r"Source: the project's own|Collected from", " ".join(line for line in head if line.startswith("#"))
    )


@pytest.mark.parametrize("name", FILES)
def test_lists_hold_words_and_none_twice(name: str) -> None:
    for where, words in lists_of(read_lexicon(name), name):
        assert all(isinstance(word, str) and word == word.strip() and word for word in words), where
        assert len(set(words)) == len(words), (where, sorted({w for w in words if words.count(w) > 1}))


def test_more_than_150_posts_have_a_head_and_plurals_name_one() -> None:
    heads = read_lexicon("titles")["heads"]
    singular = set(heads) - set(load_grammar().plurals)
    assert len(singular) >= 130
    assert set(load_grammar().plurals) <= set(heads)


def test_the_docs_tell_how_many_entries_there_are() -> None:
    reference, speech, titles = Reference.load(), read_lexicon("speech"), read_lexicon("titles")
    counts: dict[str, Sized] = {
        "states": reference.states,
        "bodies": reference.bodies,
        "verbs of saying": speech["verbs"],
        "heads of posts": titles["heads"],
        "words of portfolios": titles["portfolio"],
        "nouns of occasions": read_lexicon("events")["nouns"],
        "verbs of occasions": [p for family in read_lexicon("events")["verbs"].values() for p in family],
        "officials known by name": [n for names in read_lexicon("people").values() for n in names],
        "names by their families": [n for f in read_lexicon("name_families").values() for n in f["names"]],
        "honorifics and ranks": read_lexicon("names")["honorifics"],
    }
    told = dict(re.findall(r"^\| ([a-z ]+?) \| ([\d,]+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert {name: int(number.replace(",", "")) for name, number in told.items()} == {
        name: len(entries) for name, entries in counts.items()
    }
