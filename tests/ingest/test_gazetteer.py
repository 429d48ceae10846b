"""States and bodies are found by their forms; a form that means something else too needs a second sign."""

from __future__ import annotations

import pytest

from graph.reference import Reference
from ingest.gazetteer import Gazetteer, settled
from ingest.tokens import tokenize

REFERENCE = Reference.load()
GAZETTEER = Gazetteer(REFERENCE)


def found(text: str) -> set[str]:
    """The ids of the entries that a text names."""
    tokens = tokenize(text)
    return {hit.entry.id for hit in settled(tokens, list(GAZETTEER.scan(tokens)), REFERENCE)}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Talks in Jordan ended.", {"jordan"}),
        ("Jordan, Egypt and Chad met.", {"jordan", "egypt", "chad"}),
        ("Rep. Jim Jordan spoke. Jordan left.", set()),
        ("Amman called. Jim Jordan answered Jordan.", {"jordan"}),
        ("Georgia Governor Brian Kemp spoke.", set()),
        ("Georgia President Kavelashvili left Tbilisi.", {"georgia"}),
        ("The Niger Delta is quiet.", set()),
        ("Niger’s junta and Papua New Guinea.", {"niger", "papua-new-guinea"}),
        ("Talks in Northern Ireland.", {"united-kingdom"}),
        ("Leaders of Latin America and Central American officials met.", set()),
        ("America and the South American bloc met.", {"united-states"}),
    ],
)
def test_a_states_name_counts_where_it_is_no_part_of_another_name(text: str, ids: set[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Security Council met at the United Nations.", {"un-security-council", "united-nations"}),
        ("The UN Security Council met. The Security Council adjourned.", {"un-security-council"}),
        ("The Security Council met.", set()),
        ("Russia’s Security Council and the UN met.", {"russia", "united-nations"}),
        ("The Russian Security Council and the UN met.", {"russia", "united-nations"}),
        ("The Security Council of the Russian Federation told the UN.", {"russia", "united-nations"}),
        ("The National Security Council told the UN.", {"united-nations"}),
        ("The RSF said so.", set()),
        ("The Rapid Support Forces (RSF) said so.", {"rapid-support-forces"}),
        ("The National Unity Government is Myanmar’s.", {"national-unity-government-of-myanmar", "myanmar"}),
    ],
)
def test_a_bodys_short_form_counts_where_the_article_tells_whose_it_is(text: str, ids: set[str]) -> None:
    assert found(text) == ids


def test_brussels_is_the_union_unless_the_article_speaks_of_belgium() -> None:
    assert found("Brussels warned Serbia.") == {"european-union", "serbia"}
    assert found("Belgium’s premier left Brussels.") == {"belgium"}
