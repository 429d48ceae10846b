"""Whom the words of a title name or point at: `Russia’s Foreign Minister` names it and `its president` points at it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ingest.gazetteer import ADJECTIVAL, Hit
from ingest.title_words import load_grammar
from ingest.tokens import fold

if TYPE_CHECKING:
    from ingest.binding import TitleGroup
    from ingest.mentions import CastBuilder

_PREPOSITIONS = frozenset(
    {"in", "of", "to", "with", "from", "for", "at", "by", "on", "against", "between", "than"}
)


def principal_of(builder: CastBuilder, group: TitleGroup, hit: Hit | None = None) -> str | None:
    """The local id of the state or body that the words of the titles name or point at; None where they do not."""
    hit = hit or next(iter(group.principals), None)
    if hit is not None:
        return builder.entry_actor(hit.entry)
    offset = builder.tokens[group.first].start
    if group.owner in {"his", "her"}:
        return _principal_of_last_person(builder, offset)
    if group.owner is not None:
        return nearest_principal(builder, offset)
    return _inherent(builder, group)


def _inherent(builder: CastBuilder, group: TitleGroup) -> str | None:
    """`Secretary of State` is of the United States, `Special Rapporteur` of the United Nations."""
    inherent = load_grammar().inherent
    for title in group.titles:
        name = fold(title.name)
        key = max((k for k in inherent if f"{name} ".startswith(f"{k} ")), key=len, default="")
        serving = inherent.get(key)
        if serving is not None:
            entry = builder.reference.state(serving) or builder.reference.body(serving)
            return builder.entry_actor(entry) if entry is not None else None
    return None


def _principal_of_last_person(builder: CastBuilder, offset: int) -> str | None:
    """Whom `his` stands for serves: the person last named before it."""
    named = builder.mentions_before(offset)
    for mention in islice((m for m in named if builder.actors[m.actor].kind == "person"), 3):
        known = served_by(builder, mention.actor)
        if known is not None:
            return known
    return None


def served_by(builder: CastBuilder, person: str) -> str | None:
    """The state or body that a person is known to serve."""
    posted = (p.of for p in builder.posts_of.get(person, ()))
    return next(posted, builder.affiliations.get(person) or builder.known.get(person))


def nearest_principal(builder: CastBuilder, offset: int) -> str | None:
    """Whom "its" stands for: the state or body last named as a subject before it in its sentence, else last named."""
    sentence = builder.page.sentence_at(offset)
    inside = [h for h in reversed(builder.hits_in(sentence.start, offset)) if h.form != "city"]
    subjects = (h for h in inside if may_be_subject(builder, h))
    before = (h for h in builder.hits_before(offset) if h.form != "city")
    found = next(chain(subjects, inside, before), None)
    return builder.entry_actor(found.entry) if found is not None else None


def may_be_subject(builder: CastBuilder, hit: Hit) -> bool:
    """Whether a name has no preposition before it and no possessive after it."""
    before = builder.tokens[hit.first - 1].folded if hit.first else ""
    if before == "the" and hit.first > 1:
        before = builder.tokens[hit.first - 2].folded
    after = [t.text for t in builder.tokens[hit.last : hit.last + 1]]
    return hit.form not in ADJECTIVAL and before not in _PREPOSITIONS and after not in (["’"], ["'"])
