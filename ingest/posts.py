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
    kept: list[HeldPost] = []
    for held in cast.posts:
        if not page.sentence_at(held.span[0]).body or any(_says_no_more(held, other) for other in kept):
            continue
        kept = [other for other in kept if not _says_no_more(other, held)] + [held]
    told: set[Span] = set()
    for held in kept:
        rules = {p.rule for p in cast.posts if _says_no_more(p, held) and _says_no_more(held, p)}
        fact = Post(held.person, held.post, held.of, held.status, sentences_of(page, held.span))
        told.update(fact.evidence)
        yield Found(fact, tuple(sorted(rules)))
    yield from (skipped for skipped in cast.skipped if skipped.span not in told)


def sentences_of(page: Page, *spans: Span) -> tuple[Span, ...]:
    """The sentences that hold the spans: the evidence of a fact."""
    found: list[Span] = []
    for start, end in spans:
        found.extend((s.start, s.end) for s in page.sentences if s.start < end and start < s.end)
    return tuple(dict.fromkeys(found))


def _says_no_more(held: HeldPost, other: HeldPost) -> bool:
    """`Minister` beside `Foreign Minister` of the same person."""
    mine, theirs = set(fold(held.post).split()), set(fold(other.post).split())
    return (
        held.person == other.person and held.of == other.of and mine <= theirs and held.status == other.status
    )
