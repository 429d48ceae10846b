"""Alliances: which states stand together, by the meetings that they share and by whom they recognize.

    compute_alliances(store, period="2024")    counts, and writes ALIGNED_WITH edges back
    read_alliances(store, period="2024")       what was written last

A first level: attendance and recognition alone, no votes, no words. What is disputed does not count. Pairs of event
and state are read from the graph and counted here: one Cypher query over all pairs takes minutes on a large graph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from graph.errors import SettingError
from graph.model import first_day, last_day
from graph.store import Store, Transaction

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[str, str]
ALL_TIME: Final = "all"
DIGITS: Final = 4
BATCH: Final = 1000
SEED: Final = 0
ATTENDANCE: Final = (
    "alliances/attended_by_states",
    "alliances/attended_by_representatives",
    "alliances/attended_by_offices",
    "alliances/attended_by_posts",
)
SIGNS: Final = {"RECOGNIZES": 1, "DOES_NOT_RECOGNIZE": -1, "WITHDREW_RECOGNITION_OF": -1}
_PERIOD: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Stance:
    """One state's view of another state, or of a body that claims to govern: 1 recognizes it, -1 does not."""

    state: str
    target: str
    sign: int


@dataclass(frozen=True, slots=True)
class Tie:
    """How two states stand to one another; `source` is the lesser id, and the tie has no direction.

    `weight` is the size and `sign` the sign of `attendance + recognition + stances`. `meetings` counts the events
    that both attended, unweighted. States with the same community number stand in one community.
    """

    source: str
    source_name: str
    target: str
    target_name: str
    weight: float
    sign: int
    meetings: int
    attendance: float
    recognition: float
    stances: float
    source_community: int
    target_community: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One state among its ties: `strength` sums the weights of its positive ties, `betweenness` is in 0..1."""

    state: str
    name: str
    community: int
    strength: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Alliances:
    """The ties of one period, strongest first; the states in them, most central first; and their communities."""

    period: str
    ties: tuple[Tie, ...]
    states: tuple[Standing, ...]
    communities: tuple[tuple[str, ...], ...]


# --- over a store


def compute_alliances(store: Store, *, period: str | None = None) -> Alliances:
    """The alliances of a period (`2024`, `2024-10`; all time if None), written back as its ALIGNED_WITH edges.

    The edges of other periods stay. Raises SettingError for a period that is no ISO prefix.
    """
    days = _days(period)

    def work(transaction: Transaction) -> Alliances:
        found = _alliances(transaction, period, days)
        transaction.run("alliances/drop_ties", period=found.period)
        for start in range(0, len(found.ties), BATCH):
            rows = [asdict(tie) for tie in found.ties[start : start + BATCH]]
            transaction.run("alliances/create_ties", period=found.period, rows=rows)
        return found

    return store.write(work)


def read_alliances(store: Store, *, period: str | None = None) -> tuple[Tie, ...]:
    """The ties that were written for the period last, the strongest first; none if none were."""
    _days(period)
    return tuple(Tie(**row) for row in store.read("alliances/ties", period=period or ALL_TIME))


def _alliances(
    transaction: Transaction, period: str | None, days: tuple[str | None, str | None]
) -> Alliances:
    names: dict[str, str] = {}
    present: set[Pair] = set()
    for statement in ATTENDANCE:
        for row in transaction.run(statement, first=days[0], last=days[1]):
            present.add((row["event"], row["state"]))
            names[row["state"]] = row["name"]
    stances = []
    for row in transaction.run("alliances/stances"):
        names[row["state"]] = row["name"]
        names.setdefault(row["target"], row["target_name"])
        if _holds(row, days[1]):
            stances.append(Stance(row["state"], row["target"], SIGNS[row["stance"]]))
    return align(period or ALL_TIME, present, stances, names)


def _days(period: str | None) -> tuple[str | None, str | None]:
    if period is None:
        return None, None
    if not _PERIOD.fullmatch(period):
        raise SettingError(f"{period}: a period is a year, a month or a day, as in 2024 or 2024-10")
    return first_day(period), last_day(period)


def _holds(row: Mapping[str, Any], day: str | None) -> bool:
    """The stance is held: today if no day is given, else on that day, which must lie in its dates."""
    if day is None or not (row["since"] or row["until"]):
        return bool(row["current"])
    begun = not row["since"] or first_day(row["since"]) <= day
    ended = bool(row["until"]) and first_day(row["until"]) <= day
    return begun and not ended


# --- pure


def align(
    period: str, present: Iterable[Pair], stances: Iterable[Stance], names: Mapping[str, str]
) -> Alliances:
    """The alliances that follow from who was where and who recognizes whom.

    Parameters
    ----------
    period
        What the result is called.
    present
        Pairs of event and state; an event counts once a state.
    stances
        Who recognizes whom; at most one of each sign a state and target counts, and both cancel out.
    names
        The name of each state id.

    Returns
    -------
    Alliances
        The same for the same pairs and stances in any order. Pairs of states whose components cancel out, and
        those that share nothing, have no tie.

    Notes
    -----
    weight · sign = attendance + recognition + stances, each described at the function that counts it. One meeting
    of two alone weighs as much as one mutual recognition.
    """
    stances = tuple(stances)
    meetings, attendance = co_attendance(present)
    recognition, agreement = mutual_recognition(stances), shared_stances(stances)
    totals = _totals(attendance, recognition, agreement)
    communities = find_communities(totals)
    number = {state: index for index, members in enumerate(communities) for state in members}
    ties = [
        Tie(
            source=one,
            source_name=names.get(one, one),
            target=other,
            target_name=names.get(other, other),
            weight=abs(total),
            sign=1 if total > 0 else -1,
            meetings=meetings.get((one, other), 0),
            attendance=round(attendance.get((one, other), 0.0), DIGITS),
            recognition=round(recognition.get((one, other), 0.0), DIGITS),
            stances=round(agreement.get((one, other), 0.0), DIGITS),
            source_community=number[one],
            target_community=number[other],
        )
        for (one, other), total in totals.items()
    ]
    ties.sort(key=lambda tie: (-tie.weight, tie.source, tie.target))
    return Alliances(period, tuple(ties), _standings(totals, number, names), communities)


def _totals(*parts: Mapping[Pair, float]) -> dict[Pair, float]:
    """The sum of the parts for each pair that has one, and no body in it."""
    pairs = sorted({pair for part in parts for pair in part})
    sums = {pair: round(sum(part.get(pair, 0.0) for part in parts), DIGITS) for pair in pairs}
    return {pair: total for pair, total in sums.items() if total and not any(map(_is_body, pair))}


def _is_body(id_: str) -> bool:
    return id_.startswith(("organization/", "forum/", "official/"))


def co_attendance(present: Iterable[Pair]) -> tuple[dict[Pair, int], dict[Pair, float]]:
    """How often two states attended the same event, and how much that weighs.

    Parameters
    ----------
    present
        Pairs of event and state.

    Returns
    -------
    meetings, weights
        By pair of states, the lesser id first: the number of common events, and the sum over them of 1 / (n - 1)
        where n states attended.

    Notes
    -----
    A state's weights sum to the number of its events that anybody shared, so that one assembly of 190 does not
    outweigh a year of visits.

    References
    ----------
    M. E. J. Newman, Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality,
    Physical Review E 64 (2001) 016132, eq. 2.
    """
    at: defaultdict[str, set[str]] = defaultdict(set)
    for event, state in present:
        at[event].add(state)
    meetings: defaultdict[Pair, int] = defaultdict(int)
    sizes: defaultdict[Pair, list[int]] = defaultdict(list)
    for states in at.values():
        for pair in combinations(sorted(states), 2):
            meetings[pair] += 1
            sizes[pair].append(len(states))
    # Sorted, because a sum of floats depends on its order.
    weights = {pair: sum(1 / (size - 1) for size in sorted(found)) for pair, found in sizes.items()}
    return dict(meetings), weights


def mutual_recognition(stances: Iterable[Stance]) -> dict[Pair, float]:
    """What states hold of one another: 1/2 for each that recognizes the other, -1 for each that does not.

    Parameters
    ----------
    stances
        Who recognizes whom.

    Returns
    -------
    dict
        By pair of ids, the lesser first. The target of a stance may be a body, which then stands in the pair.
    """
    held: defaultdict[Pair, float] = defaultdict(float)
    for stance in sorted(set(stances), key=_by_ids):
        pair = (min(stance.state, stance.target), max(stance.state, stance.target))
        held[pair] += 0.5 if stance.sign > 0 else -1.0
    return {pair: value for pair, value in held.items() if pair[0] != pair[1]}


def shared_stances(stances: Iterable[Stance]) -> dict[Pair, float]:
    """How far two states agree on whom to recognize, third parties all.

    Parameters
    ----------
    stances
        Who recognizes whom.

    Returns
    -------
    dict
        By pair of states, the lesser id first: the sum over the targets that both have a stance on of
        ±1 / (n - 1), plus where they agree, where n states have a stance on the target.

    Notes
    -----
    The weighting is that of `co_attendance`, for the same reason: to recognize a state that all recognize says
    nothing about two of them. A state that both recognizes a target and does not takes no part.
    """
    views: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for stance in set(stances):
        of_target = views[stance.target]
        of_target[stance.state] = 0 if stance.state in of_target else stance.sign
    terms: defaultdict[Pair, list[float]] = defaultdict(list)
    for target in views.values():
        decided = {state: sign for state, sign in target.items() if sign}
        for one, other in combinations(sorted(decided), 2):
            terms[one, other].append(decided[one] * decided[other] / (len(decided) - 1))
    return {pair: sum(sorted(found)) for pair, found in terms.items()}


def find_communities(totals: Mapping[Pair, float]) -> tuple[tuple[str, ...], ...]:
    """The groups of states that have more and stronger positive ties inside than chance would give them.

    Parameters
    ----------
    totals
        The signed weight of each pair.

    Returns
    -------
    tuple
        The groups, largest first, each sorted; every state of `totals` stands in one, alone if it has no
        positive tie.

    Notes
    -----
    Negative ties are left out, not counted against a group. The method visits nodes at random: the seed is fixed
    and the nodes are put in order before, so that equal ties give equal groups.

    References
    ----------
    V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large networks,
    Journal of Statistical Mechanics (2008) P10008.
    """
    from networkx.algorithms.community import louvain_communities

    states = sorted({state for pair in totals for state in pair})
    if not states:
        return ()
    # By number: the order of a set of numbers is the same in every process, that of strings is not.
    groups = louvain_communities(_positive(totals, states), weight="weight", seed=SEED)
    named = [tuple(states[place] for place in sorted(group)) for group in groups]
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def _positive(totals: Mapping[Pair, float], states: Sequence[str]) -> nx.Graph[int]:
    """The positive ties as a graph of the states' places; `distance` is small where the weight is large."""
    import networkx as nx

    place = {state: index for index, state in enumerate(states)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(states)))
    for (one, other), total in sorted(totals.items()):
        if total > 0:
            graph.add_edge(place[one], place[other], weight=total, distance=1 / total)
    return graph


def _standings(
    totals: Mapping[Pair, float], community: Mapping[str, int], names: Mapping[str, str]
) -> tuple[Standing, ...]:
    """Strength and betweenness of each state, over positive ties; a strong tie is a short way."""
    import networkx as nx

    states = sorted(community)
    graph = _positive(totals, states)
    between = nx.betweenness_centrality(graph, weight="distance")
    found = [
        Standing(
            state,
            names.get(state, state),
            community[state],
            round(float(graph.degree(place, weight="weight")), DIGITS),
            round(float(between[place]), DIGITS),
        )
        for place, state in enumerate(states)
    ]
    return tuple(sorted(found, key=lambda one: (-one.strength, one.state)))


def _by_ids(stance: Stance) -> tuple[str, str, int]:
    return stance.state, stance.target, stance.sign
