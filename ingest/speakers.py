"""Who speaks: the actors that the subject of a verb of saying stands for.

A name, a title, a metonym is a mention of the cast; a pronoun takes up who spoke or acted before; `the Ghanaian side`
and `the Foreign Ministry` speak for their state, `the communiqué` for whoever issued it, `the visitor` for who came,
`both` for the two last named. Where nobody is known nobody speaks: a guess each time halves the precision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.lexicon import read_lexicon
from ingest.phrases import Phrase
from ingest.referents import SINGLE, pointed_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.actors import Mention
    from ingest.docs import Sentence
    from ingest.floor import Floor

_BETWEEN = re.compile(
    r"\s*(?:\([^)]*\))?[\s,]*(?:,|\band\b|\bas well as\b|\bor\b|&)[\s,]*(?:and\s+)?(?:the\s+)?", re.IGNORECASE
)
_SYNONYMS: dict[str, list[str]] = read_lexicon("speech")["synonyms"]
#: How many paragraphs back `the minister` is still the one who spoke last.
_MEMORY = 3
_INCLUDING = re.compile(r"[\w\s]*, (?:including|among them|such as) (?:the )?")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and where the words that say so begin and end; `pointing` where they do not name him."""

    actors: tuple[str, ...]
    start: int
    end: int
    pointing: bool = False


def find_subject(floor: Floor, head: Token, verb: int, sentence: Sentence) -> Subject | None:
    """Who the noun phrase with that head stands for; `verb` is the offset of the verb of saying."""
    mention = floor.mention_of(sentence, head)
    if (
        mention is not None
        and mention.form not in {"pronoun", "adjective"}
        and not _is_office(floor, mention, head)
    ):
        return _with_holder(floor, mention, listed(floor, mention, sentence, verb))
    phrase = Phrase(head, _beginning(floor, head, sentence), sentence)
    actors = pointed_at(floor, phrase) or _included(floor, phrase)
    if not actors:
        return None
    right = head.right_edge if head.idx > verb else head
    return Subject(actors, min(phrase.low, head.idx), right.idx + len(right), True)


def _is_office(floor: Floor, mention: Mention, head: Token) -> bool:
    """`Pakistan’s Foreign Office`; `the Foreign Office` where nothing else names the state with one of that name."""
    if mention.form != "metonym" or head.lower_ not in {"office", "ministry", "department"}:
        return False
    others = (m for m in floor.cast.mentions if m.actor == mention.actor and m.form != "metonym")
    owned = floor.page.text[max(0, mention.start - 3) : mention.start].strip()
    return owned in {"’s", "'s", "s’"} or next(others, None) is None


def _beginning(floor: Floor, head: Token, sentence: Sentence) -> int:
    """Where the noun phrase begins, after any dash, colon or semicolon inside what the parser took for it."""
    low = max(sentence.start, head.left_edge.idx)
    breaks = [m.end() for m in re.finditer(r"[;:—–]\s", floor.page.text[low : head.idx])]
    return low + breaks[-1] if breaks else low


def listed(floor: Floor, mention: Mention, sentence: Sentence, verb: int) -> Subject:
    """The mention and those joined with it: `SADC and Egyptian Foreign Minister Badr Abdelatty both called for …`."""
    reach = verb if mention.start < verb else sentence.end
    others = [
        m
        for m in floor.cast.between(sentence.start, sentence.end)
        if m.form not in {"pronoun", "adjective", "city"} and m.end <= reach
    ]
    chain = _chain(floor, mention, others)
    start = outer_start(chain[0])
    if floor.page.text[max(0, start - 4) : start].casefold() == "the ":
        start -= 4
    return Subject(tuple(dict.fromkeys(m.actor for m in chain)), start, outer_end(chain[-1]))


def _chain(floor: Floor, mention: Mention, others: list[Mention]) -> list[Mention]:
    """The run of mentions around one that commas and one `and` join; commas alone join nothing."""
    chain, gaps = [mention], []
    for other in others:
        if outer_start(other) >= outer_end(chain[-1]):
            gap = floor.page.text[outer_end(chain[-1]) : outer_start(other)]
            if _joins(floor, other, mention, gap):
                chain.append(other)
                gaps.append(gap)
    for other in reversed(others):
        if outer_end(other) <= outer_start(chain[0]):
            gap = floor.page.text[outer_end(other) : outer_start(chain[0])]
            if _joins(floor, other, mention, gap):
                chain.insert(0, other)
                gaps.append(gap)
    return chain if any(re.search(r"\w|&", gap) for gap in gaps) else [mention]


def _joins(floor: Floor, other: Mention, mention: Mention, gap: str) -> bool:
    """Persons are listed with persons and states with states; by `and` also one with the other."""
    alike = floor.holds(other.actor) == floor.holds(mention.actor)
    return bool(_BETWEEN.fullmatch(gap)) and (alike or bool(re.search(r"\w", gap)))


def outer_start(mention: Mention) -> int:
    """Where the noun phrase of a mention begins."""
    return min(mention.start, mention.outer[0])


def outer_end(mention: Mention) -> int:
    """Where the noun phrase of a mention ends."""
    return max(mention.end, mention.outer[1])


def _with_holder(floor: Floor, mention: Mention, subject: Subject) -> Subject:
    """A definite title may take up who spoke before: `Ramaphosa says … . “…,” the South African president told …`."""
    actor = floor.cast.actors[mention.actor]
    words = floor.page.text[outer_start(mention) : mention.end].casefold().split()
    if len(subject.actors) > 1 or words[0] != "the":
        return subject
    if actor.office is not None and words[-1] in SINGLE:
        person = _holder(floor, mention, actor.office[1])
        if person is not None:
            return Subject((person,), subject.start, subject.end, True)
    elif mention.form == "description":
        return Subject((_taken_up(floor, mention, words[-1]),), subject.start, subject.end, True)
    return subject


def _holder(floor: Floor, mention: Mention, principal: str) -> str | None:
    """Who may hold the post that the article gives to nobody: who is called the principal’s, whom the text is about, or
    the only one named before of whom nothing is known.
    """
    offset = outer_start(mention)
    named = [
        m.actor for m in floor.cast.between(0, offset) if m.form == "name" and floor.kind(m.actor) == "person"
    ]
    bound = [
        p for p in dict.fromkeys(named) if floor.bonds.get(p) == [principal] and not floor.cast.principals(p)
    ]
    if len(bound) == 1:
        return bound[0]
    likely = [p.person for p in floor.cast.posts if p.of == principal and _same_post(p.post, mention, floor)]
    if len(set(likely)) == 1:
        return likely[0]
    topic = floor.topic(offset, floor.page.sentence_at(mention.start))
    if topic is not None and set(floor.serves(topic)) <= {principal}:
        return topic
    free = [p for p in dict.fromkeys(named) if not floor.serves(p)]
    return free[0] if len(free) == 1 else None


def _same_post(post: str, mention: Mention, floor: Floor) -> bool:
    """Whether a title in other words is the post: `the Hungarian premier`, `the Turkish leader`."""
    said = floor.page.text[outer_start(mention) : outer_end(mention)].casefold()
    wanted = next((posts for word, posts in _SYNONYMS.items() if word in said), ())
    return any(post.casefold() == p for p in wanted)


def _taken_up(floor: Floor, mention: Mention, head: str) -> str:
    """`Lavrov told … . “…,” the minister went on`: who spoke last in the paragraph, if his posts allow it."""
    named = list(floor.cast.between(outer_start(mention), mention.end, ("modifier",)))
    last = floor.last_person(mention.start, _MEMORY)
    if named or last is None or floor.kind(last) != "person":
        return mention.actor
    posts = [p.post.casefold() for p in floor.cast.posts_of.get(last, ())]
    fits = any(head in post for post in posts) or (not posts and floor.last_person(mention.start, 0) == last)
    return last if fits else mention.actor


def _included(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """`The global community, including the United Nations and the EU, has criticised …`: each that is named."""
    match = _INCLUDING.match(floor.page.text, phrase.offset, phrase.sentence.end)
    if match is None:
        return ()
    first = next(floor.cast.between(match.end() - 4, match.end() + 1), None)
    return listed(floor, first, phrase.sentence, phrase.sentence.end).actors if first is not None else ()
