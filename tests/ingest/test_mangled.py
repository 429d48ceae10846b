"""Annotated articles out of joint: each is read into a sound record, whatever was done to its text."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from graph.record import Article, Record, parse_record
from ingest.articles import normalise
from ingest.docs import load_model, split_sentences
from ingest.pipeline import Reader
from ingest.sources import ReadArticle, SourceSettings, read_sources

SETS = ("tests/gold/dev", "tests/gold/fresh", "ingest/samples")
MANGLED = 70
LONGEST = 1_000
DAYS = (None, "2024-02-29", "2025-12-31", "0001-01-01", "9999-12-31")
MARKS = "“”\"‘’'„«»"
ODD = [*"\t\v\f\x00\x1f\x85\u200b\u200f\u202e\u2028\u3000\u0301İßŉǅ—…_()[]&٣²Ⅻ日", "🇷🇺", "\U000e0001"]
FRAGMENTS = (
    " said that ", " the two ministers ", " his counterpart, ", " no country ", " neither ", " did the same ",
    " 31 February 0000 ", " last month ", " the day after ", " earlier in the day ", " the 99th ", " represented by ",
    " Foreign Ministers ", " its president, ", " better known as ", " recognised ", " has not.", " including ", " Dr. SR ",
)  # fmt: skip
Mangle = Callable[[random.Random, str], str]


@cache
def articles() -> tuple[str, ...]:
    items = read_sources(SETS, SourceSettings(read=True))
    return tuple(item.article.text for item in items if isinstance(item, ReadArticle))


def cut(chance: random.Random, text: str) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start:end]


def shuffled(pattern: str, glue: str) -> Mangle:
    def shuffle(chance: random.Random, text: str) -> str:
        parts = re.split(pattern, text)
        chance.shuffle(parts)
        return glue.join(parts)

    return shuffle


def mixed(chance: random.Random, text: str) -> str:
    parts = re.split(r"(?<=[.!?”])\s+", text + "\n" + chance.choice(articles()))
    chance.shuffle(parts)
    return chance.choice((" ", "\n")).join(parts)[:LONGEST]


def sprinkled(pieces: Sequence[str]) -> Mangle:
    def sprinkle(chance: random.Random, text: str) -> str:
        for _ in range(chance.choice((1, 5, 30))):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(pieces) + text[at:]
        return text

    return sprinkle


def replaced(pattern: str, by: Sequence[str]) -> Mangle:
    return lambda chance, text: re.sub(pattern, lambda _: chance.choice(by), text)


def thinned(chance: random.Random, text: str) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.3)


def crowded(chance: random.Random, text: str) -> str:
    names = re.findall(r"[A-Z]\w+(?: [A-Z]\w+)+", text) or ["Wang Yi"]
    return sprinkled([f" {', '.join(chance.choices(names, k=4))} "])(chance, text)


MANGLES: tuple[Mangle, ...] = (
    cut,
    cut,
    shuffled("\n", "\n"),
    shuffled(r"(?<=[.!?”])\s+", " "),
    shuffled(r"\s+", " "),
    mixed,
    sprinkled(ODD),
    sprinkled(MARKS),
    sprinkled(FRAGMENTS),
    replaced(f"[{MARKS}]", [*MARKS, ""]),
    replaced(r"[.,;:!?—–]", ["..", ",,", ";", "", "!?", " — "]),
    replaced(r"[^\w\s]", [""]),
    replaced(r"\s+", [" "]),
    replaced(r" ", ["\n", "\t", "  ", "\u2003"]),
    replaced(r"\s", [""]),
    replaced(r"\b(?:\w+ed|said|is|was|has|have|the|of)\b", ["", ""]),
    thinned,
    crowded,
    lambda _, text: text.upper(),
    lambda _, text: text.lower(),
    lambda _, text: text.swapcase(),
    lambda _, text: text[::-1],
)


def mangled(number: int) -> Article:
    chance = random.Random(number)  # noqa: S311 - which mangling, no secret
    text = chance.choice(articles())
    start = chance.randrange(len(text))
    text = text[start : start + LONGEST]
    for mangle in chance.choices(MANGLES, k=chance.choice((1, 1, 2, 3))):
        text = mangle(chance, text)
    return Article(str(number), normalise(text).text, published=chance.choice(DAYS))


def assert_sound(record: Record) -> None:
    """The record keeps the contract, and the evidence of each fact is whole sentences of its text."""
    text = record.article.text
    told = json.loads(json.dumps(record.to_json(), ensure_ascii=False).encode())
    assert parse_record(told, record.article.id) == record
    assert len(set(record.facts)) == len(record.facts)
    for start, end in {span for fact in record.facts for span in fact.evidence}:
        assert text[start:end] == text[start:end].strip() != ""
        assert start == 0 or text[start - 1].isspace()
        assert end == len(text) or text[end].isspace()


def test_mangled_articles_give_sound_records(reader: Reader) -> None:
    for reading in reader.read_many(map(mangled, range(MANGLED))):
        assert_sound(reading.record)
        assert all(fact.evidence for fact in reading.record.facts)


def test_a_mangled_article_alone_gives_the_record_that_it_gives_among_others(reader: Reader) -> None:
    few = [mangled(number) for number in range(0, MANGLED, 10)]
    assert [reading.record for reading in reader.read_many(few)] == [reader.read(a).record for a in few]


@pytest.mark.parametrize(
    "text",
    [
        "He met him yesterday, and last month, and later that day, in Paris. A day later he left. Last year he came.",
        "Next month, on Friday, France meets Chad. The three-day meeting opens on 31 December in Oslo. The day after …",
        "V SR said that V SR of France met Wang Yi.",
        "France and the foreign minister of Chad recognise each other. France recognised the foreign minister of Chad.",
        "It is what Wang Yi called",
        "its ministry said) Kuwait, which recognised Kosovo, said ) .",
        "He went home.\n" * 250 + "He said that Iran was right.",
    ],
)
@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31"])
def test_what_once_broke_a_reading_is_read(reader: Reader, text: str, published: str | None) -> None:
    assert_sound(reader.read(Article("a", text, published=published)).record)


def test_a_diary_under_months_is_read(reader: Reader) -> None:
    days = "July 2025\nFrance meets Chad.\n\nMonday\nWang Yi meets Lavrov.\n\nTuesday\nFrance meets Peru."
    assert_sound(reader.read(Article("a", days, published="2025-06-03")).record)


@pytest.mark.parametrize(
    "text",
    [
        "“We went on,” he said " * 400,
        "Taking part were " + "France, Chad, " * 1_000 + "and Peru.",
        "‘a '" * 2_000,
        "a." * 2_000,
        "Mr. " * 2_000,
        "Al-" * 2_000,
        "Wang Yi said" + " , " * 1_500 + "that Chad was right.",
        " " * 100_000 + "x",
    ],
    ids=["quotations", "states", "marks", "dots", "honorifics", "hyphens", "commas", "spaces"],
)
def test_text_without_end_is_read_in_time(reader: Reader, text: str) -> None:
    assert_sound(reader.read(Article("a", text, published="2024-10-04")).record)


def test_a_sentence_without_end_is_cut_behind_a_word() -> None:
    text = "word " * 5_000
    parts = list(split_sentences(text))
    assert [text[s.start : s.end].replace("word", "").strip() for s in parts] == [""] * len(parts)
    assert max(s.end - s.start for s in parts) <= 6_000
    assert sum(text[s.start : s.end].count("word") for s in parts) == 5_000


def test_a_text_longer_than_the_parser_takes_at_once_is_read_whole(reader: Reader) -> None:
    long = "\n\n".join(articles()[:8])
    reading = reader.read(Article("long", long, published="2024-10-04"))
    assert_sound(reading.record)
    assert max(span[0] for fact in reading.record.facts for span in fact.evidence) > len(long) * 0.8


def test_no_text_is_too_long_for_the_parser() -> None:
    assert load_model().max_length > 10_000_000
