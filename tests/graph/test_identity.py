"""Which mentions are one node, told in the smallest records that show it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.mentions import office_id
from graph.record import Record
from tests.graph.made_up import (
    attends,
    body,
    event,
    holds,
    office,
    person,
    record,
    state,
)
from tests.graph.memory import MemoryGraph

RUSSIA, PAKISTAN, IRAN = (
    state("rus", "Russia", "RUS"),
    state("pak", "Pakistan", "PAK"),
    state("irn", "Iran", "IRN"),
)
BRITAIN = state("gbr", "United Kingdom", "GBR")


def nodes(label: str, *told: Record) -> list[str]:
    """The ids of the nodes of one label, once all these records are in."""
    graph = MemoryGraph()
    graph.add(*told)
    return sorted(node.id for node in graph.by_id.values() if node.label == label)


def serving(
    text: str,
    name: str,
    *states: dict[str, Any],
    post: str = "Foreign Minister",
    others: tuple[str, ...] = (),
) -> Record:
    posts = tuple(holds("p", post, told["id"]) for told in states)
    return record(text, person("p", name, *others), *states, facts=posts)


def meeting(text: str, *parties: dict[str, Any], **more: Any) -> Record:
    facts = tuple(attends(party["id"], "e") for party in parties)
    return record(text, *parties, event("e", **more), facts=facts)


# States and bodies


def test_a_state_is_known_by_its_code_or_its_name() -> None:
    told = record("a", state("x", "Persia", "IRN")), record("b", state("x", "Iran"))
    assert nodes("State", *told) == ["state/iran"]


def test_a_state_that_no_list_knows_is_known_by_its_name() -> None:
    told = record("a", state("x", "Ruritania")), record("b", state("x", "Ruritania", "RUT"))
    assert nodes("State", *told) == ["state/ruritania"]


def test_a_body_of_the_reference_has_the_reference_s_label() -> None:
    assert nodes("Forum", record("a", body("x", "Moscow Format"))) == ["forum/moscow-format"]


def test_unknown_bodies_are_one_where_the_name_of_one_is_among_the_others_names() -> None:
    told = record("a", body("x", "Quetta Round", "QR")), record("b", body("x", "QR"))
    assert nodes("Organization", *told) == ["organization/qr"]


def test_other_names_alone_make_no_two_bodies_one() -> None:
    told = (
        record("a", body("x", "Quetta Round", "the round")),
        record("b", body("x", "Ankara Round", "the round")),
    )
    assert nodes("Organization", *told) == ["organization/ankara-round", "organization/quetta-round"]


@pytest.mark.parametrize(
    ("types", "label"),
    [(("forum", "forum", "organization"), "Forum"), (("forum", "organization"), "Organization")],
)
def test_the_majority_says_whether_a_body_is_a_forum(types: tuple[str, ...], label: str) -> None:
    told = [record(f"{place}", body("x", "Quetta Round", type=type_)) for place, type_ in enumerate(types)]
    assert len(nodes(label, *told)) == 1


# Persons


def test_one_name_and_one_state_are_one_person() -> None:
    told = serving("a", "Sergey Lavrov", RUSSIA), serving("b", "Sergey  LAVROV", RUSSIA, post="Envoy")
    assert nodes("Official", *told) == ["official/sergey-lavrov"]


def test_another_spelling_is_the_same_person_where_an_article_gives_both() -> None:
    told = (
        serving("a", "Sergey Lavrov", RUSSIA, others=("Sergei Lavrov",)),
        serving("b", "Sergei Lavrov", RUSSIA),
    )
    assert nodes("Official", *told) == ["official/sergei-lavrov"]


def test_namesakes_who_serve_different_states_stay_two() -> None:
    told = serving("a", "Ali Khan", PAKISTAN), serving("b", "Ali Khan", BRITAIN)
    assert nodes("Official", *told) == ["official/ali-khan--pakistan", "official/ali-khan--united-kingdom"]


def test_a_namesake_of_two_joins_neither_and_of_one_joins_him() -> None:
    unknown = record("c", person("p", "Ali Khan"))
    assert nodes("Official", serving("a", "Ali Khan", PAKISTAN), unknown) == ["official/ali-khan"]
    assert (
        len(nodes("Official", serving("a", "Ali Khan", PAKISTAN), serving("b", "Ali Khan", BRITAIN), unknown))
        == 3
    )


def test_one_career_in_two_states_is_told_by_an_article_that_names_both() -> None:
    told = serving("a", "Ali Khan", PAKISTAN), serving("b", "Ali Khan", BRITAIN)
    assert nodes("Official", *told, serving("c", "Ali Khan", PAKISTAN, BRITAIN)) == ["official/ali-khan"]


def test_a_bare_surname_never_leaves_its_article() -> None:
    told = serving("a", "Khan", PAKISTAN), serving("b", "Khan", PAKISTAN), serving("c", "Ali Khan", PAKISTAN)
    found = nodes("Official", *told)
    assert len(found) == 3
    assert sum(name.startswith("official/khan--") for name in found) == 2


def test_two_people_of_one_article_are_two() -> None:
    told = record("a", person("p", "Ali Khan"), person("q", "Ali Khan"))
    assert len(nodes("Official", told)) == 2


def test_a_middle_name_may_be_missing_where_state_and_post_are_the_same() -> None:
    longer = serving("a", "Eduardo Enrique Reina", PAKISTAN)
    assert len(nodes("Official", longer, serving("b", "Eduardo Reina", PAKISTAN))) == 1
    assert len(nodes("Official", longer, serving("b", "Eduardo Reina", PAKISTAN, post="Envoy"))) == 2
    assert len(nodes("Official", longer, serving("b", "Eduardo Reina", IRAN))) == 2


# Offices


def test_two_wordings_of_a_post_are_one_office() -> None:
    told = (
        record("a", RUSSIA, office("o", "Minister of Foreign Affairs", "rus")),
        serving("b", "Sergey Lavrov", RUSSIA),
    )
    assert nodes("Office", *told) == ["office/russia-foreign-minister"]


def test_an_office_s_id_is_told_apart_where_another_state_could_be_read_into_it() -> None:
    known = MemoryGraph().gazetteer
    assert office_id("Bissau Envoy", "state/guinea", known) != office_id(
        "Envoy", "state/guinea-bissau", known
    )
    assert (
        office_id("Commander", "organization/front-for-peace", known) == "office/front-for-peace--commander"
    )


# Events


def test_forum_and_ordinal_make_an_event_whatever_else_is_said() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    told = (
        meeting("a", forum, forum="mf", ordinal=6, start="2024-10-04", kind="consultation"),
        meeting("b", forum, forum="mf", ordinal=6, kind="ministerial"),
    )
    assert nodes("Event", *told) == ["event/moscow-format-6"]


def test_the_fifth_round_never_folds_into_the_sixth() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    told = [meeting(str(n), forum, forum="mf", ordinal=n, start="2024-10-04") for n in (5, 6)]
    assert nodes("Event", *told) == ["event/moscow-format-5", "event/moscow-format-6"]


def test_a_forum_s_meeting_is_known_by_its_day() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    told = (
        meeting("a", forum, forum="mf", start="2024-10-04"),
        meeting("b", forum, forum="mf", start="2024-10-03", end="2024-10-04", kind="summit"),
        meeting("c", forum, forum="mf", start="2024-11-04"),
    )
    assert len(nodes("Event", *told)) == 2


def test_kind_day_and_both_sides_make_a_bilateral_meeting() -> None:
    told = [meeting(text, RUSSIA, PAKISTAN, start="2024-10-04") for text in "ab"]
    assert nodes("Event", *told) == ["event/bilateral-pakistan-russia-2024-10-04"]


@pytest.mark.parametrize(
    "other",
    [
        meeting("b", RUSSIA, IRAN, start="2024-10-04"),
        meeting("b", RUSSIA, PAKISTAN, start="2024-10-05"),
        meeting("b", RUSSIA, PAKISTAN, start="2024-10"),
        meeting("b", RUSSIA, PAKISTAN, start="2024-10-04", kind="call"),
        meeting("b", RUSSIA, start="2024-10-04"),
    ],
)
def test_one_side_another_day_or_another_kind_make_another_meeting(other: Record) -> None:
    assert len(nodes("Event", meeting("a", RUSSIA, PAKISTAN, start="2024-10-04"), other)) == 2


def test_a_meeting_of_which_one_side_is_told_is_known_by_its_place_too() -> None:
    told = (
        meeting("a", RUSSIA, PAKISTAN, start="2024-10-04", place="Moscow"),
        meeting("b", RUSSIA, start="2024-10-04", place="Moscow"),
    )
    assert len(nodes("Event", *told)) == 1


def test_officials_stand_for_those_whom_they_serve() -> None:
    lavrov = record(
        "a",
        person("p", "Sergey Lavrov"),
        RUSSIA,
        PAKISTAN,
        event("e", start="2024-10-04"),
        facts=(holds("p", "Foreign Minister", "rus"), attends("p", "e"), attends("pak", "e")),
    )
    assert len(nodes("Event", lavrov, meeting("b", RUSSIA, PAKISTAN, start="2024-10-04"))) == 1


def test_an_event_without_a_day_stays_in_its_article() -> None:
    told = [meeting(text, RUSSIA, PAKISTAN, name="the talks") for text in "ab"]
    assert len(nodes("Event", *told)) == 2
    assert all(node.startswith("event/the-talks--") for node in nodes("Event", *told))


def test_two_events_of_one_article_stay_two_whatever_other_articles_say() -> None:
    two = record(
        "a",
        RUSSIA,
        PAKISTAN,
        event("e", start="2024-10-04"),
        event("f", start="2024-10-04"),
        facts=tuple(attends(who, which) for who in ("rus", "pak") for which in "ef"),
    )
    assert len(nodes("Event", two, meeting("b", RUSSIA, PAKISTAN, start="2024-10-04"))) >= 2


def test_the_most_precise_date_wins_and_a_clash_says_so() -> None:
    forum = body("mf", "Moscow Format", type="forum")
    graph = MemoryGraph()
    graph.add(
        meeting("a", forum, forum="mf", ordinal=6, start="2024-10"),
        meeting("b", forum, forum="mf", ordinal=6, start="2024-10-04"),
    )
    event_node = graph.by_id["event/moscow-format-6"].properties
    assert (event_node["start"], event_node["start_first"], event_node["end_last"]) == ("2024-10-04",) * 3
    assert "disputed" not in event_node
    graph.add(meeting("c", forum, forum="mf", ordinal=6, start="2024-10-05"))
    assert graph.by_id["event/moscow-format-6"].properties["disputed"] is True


# Names


def test_a_node_is_called_by_its_most_frequent_full_form() -> None:
    graph = MemoryGraph()
    spellings = ("Sergei Lavrov", "Sergey Lavrov")
    graph.add(
        serving("a", "Sergey Lavrov", RUSSIA, others=spellings),
        serving("b", "Sergey Lavrov", RUSSIA),
        serving("c", "Sergei Lavrov", RUSSIA, others=("Lavrov",)),
    )
    told = graph.by_id["official/sergei-lavrov"].properties
    assert (told["name"], told["names"]) == ("Sergey Lavrov", ["Lavrov", "Sergei Lavrov"])
    assert told["name_norm"] == "sergey lavrov | lavrov | sergei lavrov"
