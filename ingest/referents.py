"""Whom words that point back stand for: `he`, `it`, `the Foreign Ministry`, `the document`, `the visitor`, `both`.

Each finds its actor on the floor: among those who spoke, acted or were named shortly before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.floor import NOBODY
from ingest.groups import GROUPS, JOINT, find_group
from ingest.lexicon import read_lexicon
from ingest.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.actors import Mention
    from ingest.floor import Floor
    from ingest.phrases import Phrase

_LEXICON = read_lexicon("speech")
_INSTITUTIONS = frozenset(_LEXICON["institutions"])
_DOCUMENTS = frozenset(_LEXICON["documents"])
_HUMANS = frozenset(_LEXICON["humans"])
_SPEAKING = frozenset(_LEXICON["speaking"])
_MAJESTIES = frozenset(_LEXICON["majesties"])
_BODIES = frozenset(_LEXICON["bodies"])
_OF_STATE = frozenset(_LEXICON["of_state"])
_PORTFOLIOS = frozenset(_LEXICON["portfolios"])
#: Posts that one holds at a time, so that a title alone may tell who is meant.
SINGLE = frozenset(_LEXICON["single"])
_ROLES = ("free", "place", "modifier")
_OUR = re.compile(r"\b[Oo]ur (?:\w+ )?([Mm]inister|[Pp]resident|[Cc]hancellor|[Aa]mbassador)\b")
_NEAR_WORDS = 4


def pointed_at(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """Whom pronouns, institutions, documents, humans and groups point back at."""
    word = phrase.head.lower_
    if word in GROUPS and not (word in _INSTITUTIONS and _named_within(floor, phrase)):
        return find_group(floor, phrase)
    if phrase.head.text.istitle() and phrase.head.tag_.startswith("NN") and phrase.definite:
        body = named_so(floor, phrase.head.text, phrase.offset)
        if body is not None:
            return (body,)
    if word in _BODIES and phrase.definite and not _named_within(floor, phrase):
        return _last_body_named(floor, phrase)
    for words, resolve in _RESOLVERS:
        if word in words:
            actor = resolve(floor, phrase)
            return (actor,) if actor is not None else ()
    return ()


def _last_body_named(floor: Floor, phrase: Phrase) -> tuple[str, ...]:
    """`The bloc expresses regret`: the organization last named."""
    named = (m.actor for m in floor.cast.before(phrase.low, _ROLES))
    body = next((a for a in named if floor.kind(a) in {"organization", "forum"}), None)
    return (body,) if body is not None else ()


def named_so(floor: Floor, word: str, offset: int) -> str | None:
    """`the Council`, `the Union`: the body last named whose name ends in the word or begins with it."""
    for mention in floor.cast.before(offset, _ROLES):
        actor = floor.cast.actors[mention.actor]
        if actor.kind == "state":
            if any(form.startswith(f"{word} of ") for form in actor.forms):
                return actor.id
        elif actor.kind in {"organization", "forum"} and word in (
            *actor.name.split()[:1],
            *actor.name.split()[-1:],
        ):
            return actor.id
    return None


def _pronoun(floor: Floor, phrase: Phrase) -> str | None:
    """`he`, `she`: who spoke or acted last before it, else the person named last."""
    pronoun = phrase.head.lower_
    person = floor.taken_up(phrase.offset, phrase.sentence, pronoun)
    if person == NOBODY:
        return None
    near = floor.cast.between(phrase.offset, phrase.offset + 1)
    mention = next((m for m in near if m.form == "pronoun"), None)
    if person is None and mention is not None and floor.may_be(mention.actor, pronoun):
        person = mention.actor
    if person is not None:
        floor.genders.setdefault(person, pronoun)
    return person


def _it(floor: Floor, phrase: Phrase) -> str | None:
    """`it`: the state or body that spoke last, or whose text was quoted."""
    before = floor.page.sentences[max(0, phrase.sentence.index - 1)]
    subjects = [t for t in floor.words(before) if t.dep_ == "nsubj"]
    if any(t.lower_ in _DOCUMENTS for t in subjects):
        spoke = floor.spoken_within(before.start, before.end)
        return (spoke[-1][1] or None) if spoke else None
    return floor.last_body(phrase.offset)


def _publisher(floor: Floor, _phrase: Phrase) -> str | None:
    """`We reject …` in a press release: whoever publishes it."""
    publisher = fold(floor.page.article.publisher or "")
    for actor in floor.cast.actors.values():
        names = {actor.name, *actor.forms}
        if actor.kind != "person" and any(re.search(rf"\b{re.escape(fold(n))}\b", publisher) for n in names):
            return actor.id
    return _ours(floor)


def _ours(floor: Floor) -> str | None:
    """`our Minister emphasised`: whoever publishes the text is the one whom he serves."""
    for mention in floor.cast.mentions:
        before = floor.page.text[max(0, mention.outer[0] - 4) : mention.outer[0] + 4]
        if floor.holds(mention.actor) and re.search(r"\b[Oo]ur\b", before) and floor.serves(mention.actor):
            return floor.serves(mention.actor)[0]
    named = _OUR.search(floor.page.text)
    holder = _sole_holder(floor, named.group(1).casefold()) if named else None
    return next(iter(floor.serves(holder)), None) if holder else None


def _institution(floor: Floor, phrase: Phrase) -> str | None:
    return _named_within(floor, phrase) or _owner(floor, phrase) or _nation(floor, phrase)


def _named_within(floor: Floor, phrase: Phrase) -> str | None:
    """The state or body in the noun phrase: `Taipei’s foreign ministry`, `President Adeang’s government`."""
    before = list(floor.cast.between(phrase.low, phrase.offset, _ROLES))
    if phrase.head.lower_ == "office" and before and floor.holds(before[-1].actor):
        return None
    served = [a for m in before for a in _served(floor, m)]
    if served:
        return served[-1]
    right = phrase.head.right_edge
    for mention in floor.cast.between(phrase.offset, right.idx + len(right), _ROLES):
        if floor.page.text[phrase.offset : mention.start].count(" ") <= _NEAR_WORDS:
            return next(iter(_served(floor, mention)), None)
    return None


def _served(floor: Floor, mention: Mention) -> list[str]:
    """The state or body itself, or the one that a person serves."""
    return floor.serves(mention.actor)[:1] if floor.holds(mention.actor) else [mention.actor]


def _owner(floor: Floor, phrase: Phrase) -> str | None:
    """`Lebanon intends to follow, its foreign ministry said`: the state that the clause began with."""
    if not any(c.lower_ == "its" for c in phrase.head.children):
        return None
    for token in reversed(list(floor.words(phrase.sentence))):
        if token.idx < phrase.low and token.dep_ in {"nsubj", "nsubjpass"}:
            mention = floor.mention_over(phrase.sentence, token.idx)
            if mention is not None and not floor.holds(mention.actor):
                return mention.actor
    return floor.last_body(phrase.offset)


def _nation(floor: Floor, phrase: Phrase) -> str | None:
    """`the Foreign Ministry said`: of the state that spoke last, itself or by an official, else was last named so."""
    head = phrase.head
    proper = any(c.tag_ == "NNP" and c.text not in _PORTFOLIOS for c in head.lefts)
    if head.lower_ not in _OF_STATE or proper or not phrase.definite:
        return None
    people = [m for m in floor.named_before(phrase.offset) if floor.holds(m.actor)]
    states = [m for m in floor.named_before(phrase.offset) if not floor.holds(m.actor)]
    spoken = [floor.last_body(phrase.offset), floor.last_person(phrase.offset)]
    candidates = [a for a in spoken if a] + [m.actor for m in (*reversed(people), *reversed(states))]
    for actor in candidates:
        served = floor.serves(actor) if floor.holds(actor) else [actor]
        state = next((s for s in served if floor.kind(s) == "state"), None)
        if state is not None:
            return state
    return None


def _document(floor: Floor, phrase: Phrase) -> str | None:
    """`the document added`: of whoever is named with it or spoke in the text before, else of the occasion."""
    text = floor.page.text[phrase.sentence.start : phrase.offset]
    joint = JOINT.search(text) or phrase.head.lower_ in {"declaration", "communique", "communiqué"}
    own = _named_within(floor, phrase)
    if own is not None and not joint:
        return own
    last = floor.last_body(phrase.offset)
    return (None if joint else last) or floor.issuer(phrase.offset) or own or last


def _human(floor: Floor, phrase: Phrase) -> str | None:
    """`the top Armenian diplomat`: who serves Armenia; `the Secretary`: who alone holds such a post; `his counterpart`:
    the other one; `the host`, `the visitor`: who serves the host, who came; else who spoke or acted last.
    """
    if not phrase.definite:
        return None
    word, people = phrase.head.lower_, floor.people_before(phrase.low)
    principal = _named_within(floor, phrase)
    if principal is not None:
        serving = floor.serving([principal])
        near = [p for p in people if p in serving] or (serving if len(serving) == 1 else [])
        return near[-1] if near else _unplaced(floor, phrase, bool(serving))
    if word in {"elect", "designate"}:
        return _designate(floor)
    if word in _ROLES_PLAYED:
        return _ROLES_PLAYED[word](floor, phrase)
    topic = floor.topic(phrase.low, phrase.sentence)
    first = floor.last_person(phrase.low, 2) if word in _SPEAKING else _sole_holder(floor, word)
    return first or topic or (people[-1] if people else None)


def _designate(floor: Floor) -> str | None:
    """`the president-elect`: the only person of the article who is one."""
    persons = {p.person for p in floor.cast.posts if p.status == "designate"}
    return next(iter(persons)) if len(persons) == 1 else None


def _counterpart(floor: Floor, phrase: Phrase) -> str | None:
    topic = floor.topic(phrase.low, phrase.sentence)
    others = [p for p in floor.people_before(phrase.low) if p != topic]
    return others[-1] if len(others) == 1 else None


def _host(floor: Floor, phrase: Phrase) -> str | None:
    hosting = floor.serving(floor.hosts(phrase.low))
    near = [p for p in floor.people_before(phrase.low) if p in hosting] or hosting
    return near[-1] if near else None


def _unplaced(floor: Floor, phrase: Phrase, served: bool) -> str | None:
    """`Tinubu … . “…,” the Nigerian leader told …`: whom the text is about, if nothing is known of his posts; of a UN
    envoy `the Swedish diplomat` tells the nation, if nobody else is Sweden’s.
    """
    topic = floor.topic(phrase.low, phrase.sentence)
    if topic is None or not floor.serves(topic):
        return topic
    here = floor.last_person(phrase.low, 0) == topic
    return topic if here and not served and phrase.head.lower_ in _SPEAKING else None


def _visitor(floor: Floor, phrase: Phrase) -> str | None:
    before = floor.page.sentences[max(0, phrase.sentence.index - 1)]
    return floor.acting(before, before.end) or floor.topic(phrase.low, phrase.sentence)


def _sole_holder(floor: Floor, word: str) -> str | None:
    """The only person of the article with such a post, deputies and assistants left aside."""
    holders = {
        p.person
        for p in floor.cast.posts
        if p.status != "former" and word in re.split(r"[\s-]", p.post.casefold()) and not _is_under(p.post)
    }
    return next(iter(holders)) if len(holders) == 1 else None


def _is_under(post: str) -> bool:
    return bool(re.search(r"\b(?:deputy|vice|assistant|under|press|general)\b", post, re.IGNORECASE))


def _majesty(floor: Floor, phrase: Phrase) -> str | None:
    """`His Majesty`: whom the text is about."""
    people = floor.people_before(phrase.low)
    return floor.topic(phrase.low, phrase.sentence) or (people[-1] if people else None)


_ROLES_PLAYED: dict[str, Callable[[Floor, Phrase], str | None]] = {
    "counterpart": _counterpart,
    "colleague": _counterpart,
    "host": _host,
    "visitor": _visitor,
    "guest": _visitor,
}
_RESOLVERS: tuple[tuple[frozenset[str], Callable[[Floor, Phrase], str | None]], ...] = (
    (frozenset({"he", "she"}), _pronoun),
    (frozenset({"it"}), _it),
    (frozenset({"we"}), _publisher),
    (_DOCUMENTS, _document),
    (_MAJESTIES, _majesty),
    (_INSTITUTIONS, _institution),
    (_HUMANS, _human),
)
