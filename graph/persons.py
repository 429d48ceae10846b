"""Which mentions of people are one person.

Two mentions are one where they share a full name (two words or more; a bare surname never leaves its article) and
1. somebody whom both serve, or
2. nothing speaks against it: neither serves a state that the other does not, and there is no second namesake.
First and last word of a longer name are enough where state and post are the same too (`Eduardo Enrique Reina`,
`Eduardo Reina`, both Foreign Minister of Honduras). Whoever serves another state is another person; whoever the
article gives no state joins the only namesake that there is, and of two candidates none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.clusters import Clusters, Key, Wish, minted
from graph.mentions import full_forms, outer_form
from graph.model import OFFICIAL, Mention, Node, slug, words
from graph.names import called


def resolve_persons(mentions: Iterable[Mention]) -> tuple[dict[Key, str], list[Node]]:
    """The node of each mention of a person, and the nodes."""
    people = sorted(mentions, key=lambda mention: mention.key)
    clusters = Clusters(people)
    _join_colleagues(clusters, people)
    _join_the_unattached(clusters, people)
    groups = clusters.all()
    ids = minted([_wish(group) for group in groups])
    of = {mention.key: node_id for group, node_id in zip(groups, ids, strict=True) for mention in group}
    return of, [Node(node_id, OFFICIAL, called(group)) for group, node_id in zip(groups, ids, strict=True)]


def _join_colleagues(clusters: Clusters, people: list[Mention]) -> None:
    """Same name, and the same state or body served."""
    by_trait: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in people:
        for trait in _traits(mention):
            by_trait[trait].append(mention)
    for trait in sorted(by_trait):
        _join_all(clusters, by_trait[trait])


def _traits(mention: Mention) -> Iterator[tuple[str, ...]]:
    for principal in mention.principals:
        for form in full_forms(mention):
            yield form, principal
        outer = outer_form(mention.name) or slug(mention.name)
        if len(words(mention.name)) > 1:
            yield from ((outer, principal, post) for post in mention.posts)


def _join_all(clusters: Clusters, alike: list[Mention]) -> None:
    """Each joins the first cluster of those before it that has no mention from its article."""
    firsts: list[Key] = []
    for mention in alike:
        if not any(
            clusters.root(first) == clusters.root(mention.key) or clusters.join(first, mention.key)
            for first in firsts
        ):
            firsts.append(mention.key)


def _join_the_unattached(clusters: Clusters, people: list[Mention]) -> None:
    """Who serves no state by his articles joins the only namesake who does; without any, namesakes are one."""
    by_form: dict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        for form in full_forms(mention):
            by_form[form].append(mention)
    attached = {root: _serves_a_state(clusters.members(root)) for root in clusters.roots()}
    candidates = {
        root: {
            clusters.root(other.key)
            for form in {form for member in clusters.members(root) for form in full_forms(member)}
            for other in by_form[form]
            if attached[clusters.root(other.key)]
        }
        for root, has_state in attached.items()
        if not has_state
    }
    for root, found in sorted(candidates.items()):
        if len(found) == 1:
            clusters.join(root, *found)
    _join_namesakes(clusters, by_form, candidates)


def _join_namesakes(
    clusters: Clusters, by_form: Mapping[str, list[Mention]], candidates: Mapping[Key, set[Key]]
) -> None:
    lonely = {
        mention.key for root, found in candidates.items() if not found for mention in clusters.members(root)
    }
    for form in sorted(by_form):
        _join_all(clusters, [mention for mention in by_form[form] if mention.key in lonely])


def _serves_a_state(group: Iterable[Mention]) -> bool:
    return any(principal.startswith("state/") for mention in group for principal in mention.principals)


def _wish(group: list[Mention]) -> Wish:
    full = sorted(slug(mention.name) for mention in group if slug(mention.name) in full_forms(mention))
    served = sorted(
        {principal for mention in group for principal in mention.principals},
        key=lambda key: (not key.startswith("state/"), key),
    )
    return Wish(
        id=f"official/{full[0] if full else slug(group[0].name)}",
        apart=served[0].partition("/")[2] if served else None,
        least=group[0],
        alone=bool(full),
    )
