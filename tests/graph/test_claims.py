from __future__ import annotations

from graph.arrivals import Incoming, arrival
from graph.claims import Source, claims_of, statement_id, wording
from graph.gazetteer import gazetteer
from graph.identity import resolve
from graph.mentions import mentions_of
from graph.model import Claim
from graph.record import Record
from graph.reference import Reference
from tests.graph.made_up import attends, event, holds, person, record, says, state

RUSSIA = state("rus", "Russia", "RUS")


def claims(told: Record) -> tuple[Claim, ...]:
    stored = arrival(Incoming(told, "reader 1"))
    known = gazetteer(Reference.load())
    resolution = resolve(mentions_of(stored.id, told, told.article.published, known), known)
    return claims_of(
        Source(stored.id, "2024-10-05", None, "reader 1"),
        told,
        {key[1]: node for key, node in resolution.of.items()},
    )


def test_a_claim_quotes_its_evidence_and_says_where_it_stands() -> None:
    told = record(
        "Lavrov spoke. ",
        person("p", "Sergey Lavrov"),
        facts=(says("p", "Peace", evidence=[[0, 6], [7, 12]]),),
    )
    (claim,) = claims(told)
    assert (claim.quote, claim.spans, claim.extractor) == ("Lavrov … spoke", (0, 6, 7, 12), "reader 1")


def test_a_claim_s_id_does_not_hang_on_local_ids() -> None:
    def told(who: str) -> Record:
        return record("a", person(who, "Sergey Lavrov"), event("e"), facts=(attends(who, "e"),))

    assert [claim.id for claim in claims(told("p"))] == [claim.id for claim in claims(told("lavrov"))]


def test_what_a_record_says_twice_is_one_claim_unless_it_differs() -> None:
    twice = record(
        "a", person("p", "Sergey Lavrov"), event("e"), facts=(attends("p", "e"), attends("p", "e"))
    )
    assert len(claims(twice)) == 1
    differs = record(
        "a",
        person("p", "Sergey Lavrov"),
        event("e"),
        facts=(attends("p", "e"), attends("p", "e", confidence=0.5)),
    )
    assert len({claim.id for claim in claims(differs)}) == 2


def test_an_attendance_by_an_official_is_three_claims_with_the_post() -> None:
    told = record(
        "a", person("p", "Sergey Lavrov"), RUSSIA, event("e", hosts=["rus"]),
        facts=(holds("p", "Foreign Minister", "rus"), attends("p", "e")),
    )  # fmt: skip
    assert sorted(claim.type for claim in claims(told)) == [
        "attendance",
        "host",
        "post",
        "principal",
        "represented",
    ]


def test_an_optional_fact_is_an_assertion_too() -> None:
    told = record("a", person("p", "Sergey Lavrov"), event("e"), facts=(attends("p", "e", optional=True),))
    assert [claim.type for claim in claims(told)] == ["attendance"]


def test_quotation_marks_capitals_and_spaces_make_no_other_wording() -> None:
    assert wording("“Peace  is NEAR.”") == wording("Peace is near")
    assert statement_id("Peace is near", "official/a") != statement_id("Peace is near", "official/b")
    assert statement_id("Peace is near", "official/a") != statement_id("Peace is far", "official/a")
