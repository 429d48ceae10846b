from __future__ import annotations

import pytest

from ingest.language import declared_foreign, foreign_language

_ENGLISH = (
    "Foreign Minister Hakan Fidan received his Iranian counterpart Abbas Araghchi in Ankara on Monday. The two"
    " discussed trade and the border at Kapıköy, the ministry said. Araghchi left for Baku later in the day."
)
_GERMAN = (
    "Der türkische Außenminister Hakan Fidan empfing am Montag in Ankara seinen iranischen Amtskollegen. Die beiden"
    " Minister sprachen über den Handel und die Lage an der gemeinsamen Grenze, wie das Ministerium mitteilte."
)


def test_english_news_full_of_foreign_names_is_english() -> None:
    assert foreign_language(_ENGLISH) is None


def test_plain_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.language._identifier", None)
    assert foreign_language(f"{_ENGLISH} {_ENGLISH}") is None


def test_a_quotation_in_english_does_not_make_a_text_english() -> None:
    assert foreign_language(f"{_GERMAN} „The talks were of use to the region“, sagte er. {_GERMAN}") == "de"


@pytest.mark.parametrize("short", ["Lavrov met Muttaqi in Moscow.", "Fidan met Araghchi", "Hi", ""])
def test_a_short_text_has_the_benefit_of_the_doubt(short: str) -> None:
    assert foreign_language(short) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_GERMAN, "de"),
        ("Le ministre a rencontré son homologue à Paris hier soir, selon un communiqué du ministère.", "fr"),
        ("Сергей Лавров встретился с Амир Ханом Муттаки в Москве.", "ru"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    ("declared", "foreign"), [(None, False), ("en-GB", False), ("English", False), ("ru", True)]
)
def test_a_declared_language_counts(declared: str | None, foreign: bool) -> None:
    assert declared_foreign(declared) is foreign
