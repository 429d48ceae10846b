"""Who holds, held or will hold which post: the posts of the cast as facts, each once."""

from __future__ import annotations

from collections.abc import Iterator

from graph.record import Post, Span
from ingest.actors import Cast, HeldPost
from ingest.docs import Page
from ingest.found import Found
from ingest.skips import Skipped
from ingest.tokens import fold


def find_posts(page: Page, cast: Cast) -> Iterator[Found | Skipped]:
    """Yield one post for each person, principal and title; a title that only shortens another is left out."""
    kept: dict[int, HeldPost] = {}
    alike: dict[tuple[str, str, str], list[int]] = {}
    for number, held in enumerate(cast.posts):
        others = alike.setdefault((held.person, held.of, held.status), [])
        if not page.sentence_at(held.span[0]).body or any(_says_no_more(held, kept[i]) for i in others):
            continue
        for other in [i for i in others if _says_no_more(kept[i], held)]:
            others.remove(other)
            del kept[other]
        others.append(number)
        kept[number] = held
    told: set[Span] = set()
    for held in kept.values():
        rules = {
            p.rule for p in cast.posts_of[held.person] if _says_no_more(p, held) and _says_no_more(held, p)
        }
        fact = Post(held.person, held.post, held.of, held.status, sentences_of(page, held.span))
        told.update(fact.evidence)
        yield Found(fact, tuple(sorted(rules)))
    yield from (skipped for skipped in cast.skipped if skipped.span not in told)


def sentences_of(page: Page, *spans: Span) -> tuple[Span, ...]:
    """The sentences that hold the spans: the evidence of a fact."""
    found = (s for start, end in spans for s in page.sentences_over(start, end))
    return tuple(dict.fromkeys((s.start, s.end) for s in found))


def _says_no_more(held: HeldPost, other: HeldPost) -> bool:
    """`Minister` beside `Foreign Minister` of the same person and state."""
    return set(fold(held.post).split()) <= set(fold(other.post).split())
