"""Recognition: each rule of language beside its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.pipeline import Reading
from tests.ingest.facts import Read, recognitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Honduras established diplomatic relations with China on Sunday and broke with Taiwan.",
            {("hnd", "chn", "recognized"), ("hnd", "twn", "withdrawn")},
            id="the object of one verb is no subject of the next",
        ),
        pytest.param(
            "France has formally recognised the State of Palestine.",
            {("fra", "pse", "recognized")},
            id="plain",
        ),
        pytest.param(
            "Serbia does not recognise Kosovo.",
            {("srb", "xkx", "not_recognized")},
            id="denied by an auxiliary",
        ),
        pytest.param(
            "Belarus, for all its closeness to Moscow, has never recognised Abkhazia.",
            {("blr", "abkhazia", "not_recognized")},
            id="across an insertion",
        ),
        pytest.param(
            "No nation, including Russia, Iran, or China, has recognized the Taliban government.",
            {
                ("*", "taliban", "not_recognized"),
                ("rus", "taliban", "not_recognized"),
                ("irn", "taliban", "not_recognized"),
                ("chn", "taliban", "not_recognized"),
            },
            id="nobody, and some by name",
        ),
        pytest.param(
            "Russia has become the first country to recognise the Taliban government.",
            {("rus", "taliban", "recognized")},
            id="the first to",
        ),
        pytest.param(
            "Russia recognised Abkhazia in 2008; Nicaragua and Nauru did the same.",
            {
                ("rus", "abkhazia", "recognized"),
                ("nic", "abkhazia", "recognized"),
                ("nru", "abkhazia", "recognized"),
            },
            id="did the same",
        ),
        pytest.param(
            "Nauru dropped Taiwan for China on Monday.",
            {("nru", "twn", "withdrawn"), ("nru", "chn", "recognized")},
            id="a switch is a withdrawal and a recognition",
        ),
        pytest.param(
            "Ghana has withdrawn its recognition of Kosovo.", {("gha", "xkx", "withdrawn")}, id="withdrawn"
        ),
        pytest.param(
            "Belgium will recognise a Palestinian state.", {("bel", "pse", "intends")}, id="intended"
        ),
        pytest.param(
            "Neither the United States nor Spain recognizes Kosovo.",
            {("usa", "xkx", "not_recognized"), ("esp", "xkx", "not_recognized")},
            id="neither nor",
        ),
        pytest.param(
            "Iraq recognised Kosovo. Germany and Italy sent delegations but withheld recognition.",
            {
                ("irq", "xkx", "recognized"),
                ("deu", "xkx", "not_recognized"),
                ("ita", "xkx", "not_recognized"),
            },
            id="withheld",
        ),
        pytest.param(
            "Ghana, which recognised Kosovo in 2012, is satisfied.",
            {("gha", "xkx", "recognized")},
            id="relative clause",
        ),
    ],
)
def test_recognition_is_read_from_closed_templates(
    read: Read, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert recognitions(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya might recognise Somaliland.",
        "The minister called on all states to recognise Kosovo.",
        "Would Kosovo recognise Palestine?",
        "Ethiopia is considering recognising Somaliland.",
        "France recognised Israel’s right to defend itself.",
        "Egypt recognises the need for talks with Ethiopia.",
    ],
)
def test_what_is_wished_weighed_or_asked_is_no_recognition(read: Read, text: str) -> None:
    assert recognitions(read(text)) == set()


def test_what_is_not_clear_is_counted_as_skipped(read_all: Callable[..., Reading]) -> None:
    reading = read_all("Kenya might recognise Somaliland.")
    assert [s.kind for s in reading.skipped if s.kind == "recognition"] == ["recognition"]
