"""States stand together by what they attend and whom they recognize; the count is the same in any order."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.alliances import (
    Stance,
    align,
    co_attendance,
    compute_alliances,
    find_communities,
    mutual_recognition,
    read_alliances,
    shared_stances,
)
from graph.errors import SettingError
from graph.store import Store
from tests.contract.loading import load

STATES = st.sampled_from(["state/a", "state/b", "state/c", "state/d", "state/e"])
PRESENT = st.lists(st.tuples(st.sampled_from(["event/1", "event/2", "event/3"]), STATES), max_size=15)
STANCES = st.lists(
    st.builds(Stance, STATES, st.sampled_from(["state/a", "organization/x"]), st.sampled_from([1, -1])),
    max_size=12,
)


def test_a_meeting_of_two_weighs_one_and_one_of_many_little() -> None:
    pairs = [("event/talks", "a"), ("event/talks", "b"), *(("event/summit", state) for state in "abcde")]
    meetings, weights = co_attendance(pairs)
    assert meetings["a", "b"] == 2
    assert weights["a", "b"] == 1.25
    assert weights["a", "c"] == 0.25


def test_nobody_meets_alone_and_twice_the_same_pair_is_once() -> None:
    assert co_attendance([("event/1", "a"), ("event/1", "a")]) == ({}, {})


def test_recognition_counts_half_from_each_side_and_its_refusal_one() -> None:
    assert mutual_recognition([Stance("a", "b", 1), Stance("b", "a", 1)]) == {("a", "b"): 1.0}
    assert mutual_recognition([Stance("a", "b", 1)]) == {("a", "b"): 0.5}
    assert mutual_recognition([Stance("b", "a", -1)]) == {("a", "b"): -1.0}


def test_agreeing_on_a_third_party_binds_and_disagreeing_parts() -> None:
    found = shared_stances([Stance("a", "x", 1), Stance("b", "x", 1), Stance("c", "x", -1)])
    assert found == {("a", "b"): 0.5, ("a", "c"): -0.5, ("b", "c"): -0.5}


def test_whoever_both_recognizes_and_does_not_takes_no_part() -> None:
    found = shared_stances(
        [Stance("a", "x", 1), Stance("a", "x", -1), Stance("b", "x", 1), Stance("c", "x", 1)]
    )
    assert found == {("b", "c"): 1.0}


def test_what_parts_outweighs_what_binds_in_the_sign() -> None:
    found = align("all", [("e", f"s{n}") for n in range(5)], [Stance("s0", "s1", -1)], {"s0": "Zero"})
    tie = found.ties[0]
    assert (tie.source, tie.source_name, tie.target) == ("s0", "Zero", "s1")
    assert (tie.sign, tie.weight, tie.meetings, tie.recognition) == (-1, 0.75, 1, -1.0)


def test_what_cancels_out_is_no_tie() -> None:
    present = [("e", "a"), ("e", "b")]
    assert align("all", present, [Stance("a", "b", -1)], {}).ties == ()


def test_bodies_are_spoken_about_and_have_no_ties() -> None:
    found = align("all", [], [Stance("a", "organization/x", 1), Stance("b", "organization/x", 1)], {})
    assert [(tie.source, tie.target) for tie in found.ties] == [("a", "b")]


def test_two_circles_are_two_communities_and_the_one_between_has_the_betweenness() -> None:
    circles = [("w1", "w2"), ("w2", "w3"), ("w1", "w3"), ("e1", "e2"), ("e2", "e3"), ("e1", "e3")]
    talks = [*circles * 3, ("w1", "e1")]
    present = [(f"event/{n}", state) for n, pair in enumerate(talks) for state in pair]
    found = align("all", present, [], {})
    assert found.communities == (("e1", "e2", "e3"), ("w1", "w2", "w3"))
    standing = {one.state: one for one in found.states}
    assert standing["w1"].strength == 7.0
    assert standing["w1"].betweenness > 0.5 > standing["w2"].betweenness == 0.0
    assert {tie.source_community == tie.target_community for tie in found.ties} == {True, False}


@given(PRESENT, STANCES, st.randoms())
def test_the_order_of_pairs_and_stances_changes_nothing(
    present: list[tuple[str, str]], stances: list[Stance], chance: object
) -> None:
    once = align("all", present, stances, {})
    chance.shuffle(present)  # type: ignore[attr-defined]
    chance.shuffle(stances)  # type: ignore[attr-defined]
    assert align("all", [*present, *present], [*stances, *stances], {}) == once


@given(PRESENT, STANCES)
def test_ties_run_from_the_lesser_id_and_their_parts_make_their_weight(
    present: list[tuple[str, str]], stances: list[Stance]
) -> None:
    found = align("all", present, stances, {})
    assert all(tie.source < tie.target for tie in found.ties)
    assert len({(tie.source, tie.target) for tie in found.ties}) == len(found.ties)
    for tie in found.ties:
        total = tie.attendance + tie.recognition + tie.stances
        assert math.isclose(tie.weight * tie.sign, total, abs_tol=2e-4)
        assert tie.weight > 0
    members = [state for group in found.communities for state in group]
    assert sorted(members) == sorted({one.state for one in found.states})


@given(PRESENT)
def test_the_weights_of_a_state_sum_to_the_events_that_it_shared(present: list[tuple[str, str]]) -> None:
    _, weights = co_attendance(present)
    sizes = {event: len({s for e, s in present if e == event}) for event, _ in present}
    for state in {state for _, state in present}:
        shared = {event for event, found in present if found == state and sizes[event] > 1}
        assert math.isclose(sum(weight for pair, weight in weights.items() if state in pair), len(shared))


@given(PRESENT, STANCES)
def test_turning_all_names_around_turns_the_ties_around(
    present: list[tuple[str, str]], stances: list[Stance]
) -> None:
    def turned(id_: str) -> str:
        return f"state/{chr(ord('z') - ord(id_[6]) + ord('a'))}" if id_.startswith("state/") else id_

    once = align("all", present, stances, {})
    other = align(
        "all",
        [(event, turned(state)) for event, state in present],
        [Stance(turned(stance.state), turned(stance.target), stance.sign) for stance in stances],
        {},
    )
    assert {(frozenset((turned(t.source), turned(t.target))), t.sign, t.weight) for t in once.ties} == {
        (frozenset((t.source, t.target)), t.sign, t.weight) for t in other.ties
    }


def test_communities_are_the_same_in_every_process() -> None:
    code = (
        "from graph.alliances import find_communities as f\n"
        "names = [f'state/{n}' for n in range(40)]\n"
        "print(f({(a, b): ((i * 7 + j * 3) % 11) / 7 for i, a in enumerate(names) "
        "for j, b in enumerate(names) if a < b and (i + j) % 3}))"
    )
    root = Path(__file__).resolve().parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_no_ties_have_no_communities() -> None:
    assert find_communities({}) == ()


def test_ties_are_written_back_and_read_again(store: Store) -> None:
    load(store)
    found = compute_alliances(store)
    by_pair = {(tie.source_name, tie.target_name): tie for tie in found.ties}
    assert by_pair["China", "India"].meetings == 1, "Wang represented China, an envoy came for India"
    assert by_pair["China", "Russia"].meetings == 2, "the fifth as states, the sixth through their ministers"
    assert by_pair["Erewhon", "Russia"].sign == -1, "Russia withdrew its recognition"
    assert read_alliances(store) == found.ties
    assert compute_alliances(store) == found
    assert read_alliances(store) == found.ties


def test_each_period_has_its_own_ties(store: Store) -> None:
    load(store)
    of_2023 = compute_alliances(store, period="2023").ties
    assert {(tie.source_name, tie.target_name) for tie in of_2023 if tie.meetings} == {("China", "Russia")}
    compute_alliances(store, period="2024-10")
    assert read_alliances(store, period="2023") == of_2023
    assert read_alliances(store, period="2022") == ()


@pytest.mark.parametrize("period", ["", "this year", "2024-13", "24", "all"])
def test_what_is_no_period_is_refused(embedded_store: Store, period: str) -> None:
    with pytest.raises(SettingError, match="a period is a year, a month or a day"):
        compute_alliances(embedded_store, period=period)
