"""Occasions named by a noun: `the sixth Moscow Format meeting`, `58th round of the Geneva Discussions`, `talks with
X`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.occasions.ordinals import ordinal_at
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import vocabulary, word_set

if TYPE_CHECKING:
    pass

_STOPS = word_set("noun_stops")
_BETWEEN = word_set("noun_between")
_NO_NOUN_AFTER = word_set("noun_no_noun_after")
_LINKS = word_set("noun_links")
_AFTER_NUMBER = word_set("noun_after_number")
_PLANNING = word_set("noun_planning")
_MARGINS = word_set("noun_margins")
_MEETINGS = word_set("noun_meetings")
_OPENING = word_set("noun_opening")
_MASS = word_set("noun_mass")
_CLUBS = word_set("noun_clubs")
_HELD = word_set("noun_held")
GENERIC = word_set("noun_generic")
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those"})
_DETERMINERS = _DEFINITE | {"a", "an", "his", "her", "no"}
_POINTING = frozenset({"this", "that", "these", "those"})
#: Nouns for a part of the occasion that `of` names.
_PARTS = frozenset({"plenary", "session", "opening", "ceremony", "sitting", "dinner", "lunch"})
#: How many items may stand between a noun and the word that ties actors to it, and which.
_ASIDE = 6
_SETTING = word_set("noun_setting")
_JOINTS = word_set("noun_joints")
#: How far the words before a noun may reach.
_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Noun:
    """An occasion named at items `first` to `last` (exclusive).

    `head` is the noun; `before` the word in front of its phrase; `other` where it is not the one spoken of;
    `linked` the
    actors tied to it (`talks with X`, `X’s visit`), by the word `link` (`’s` for a possessor); `margin` where what
    is told is beside it; `own` after `his`, `her`;
    `theirs` after `their`, `its`; `specified` where a purpose or people follow (`the meeting of Ministers of Defence`).
    """

    first: int
    last: int
    head: str
    kind: str | None
    forum: str | None
    ordinal: int | None
    name: str
    before: str = ""
    definite: bool = False
    pointing: bool = False
    other: bool = False
    coming: bool = False
    link: str = ""
    linked: tuple[str, ...] = ()
    margin: bool = False
    own: bool = False
    theirs: bool = False
    specified: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it is a part of the occasion spoken of: `the opening ceremony`, `the plenary`."""
        return self.head == "plenary" or bool(_OPENING & set(self.name.casefold().split()))

    @property
    def specified_by_name(self) -> bool:
        """Whether its words are a name: `Kabul Conference`."""
        words = self.name.split()
        return len(words) > 1 and all(w[:1].isupper() for w in words) and not self.name.isupper()

    @property
    def generic(self) -> bool:
        """Whether the noun tells no kind of its own: `the meeting`."""
        return self.head in GENERIC


def find_nouns(scene: Scene) -> Iterator[Noun]:
    """Yield the occasions that nouns in a sentence name, from left to right."""
    index, found = 0, list[Noun]()
    while index < len(scene.items):
        here = _noun_at(scene, index)
        grown = _grown(scene, index, *here) if here is not None else None
        noun = grown or (None if here else _elliptic(scene, index) or _body(scene, index))
        if noun is not None:
            found.append(noun)
        index = noun.last if noun is not None else index + 1
    for number, noun in enumerate(found):
        before, after = (
            found[number - 1] if number else None,
            found[number + 1] if number + 1 < len(found) else None,
        )
        part = after is not None and noun.head in _PARTS and _are_one(scene, noun, after)
        whole = (
            before is not None
            and before.head not in _PARTS
            and before.ordinal
            and _are_one(scene, before, noun)
        )
        if not part and not whole and not _is_of_members(scene, noun):
            yield noun


def _is_of_members(scene: Scene, noun: Noun) -> bool:
    """`leaders of the Asia-Pacific Economic Cooperation forum`: a body and no occasion."""
    before = set(scene.words[max(0, noun.first - 8) : noun.first])
    return noun.head == "forum" and noun.before == "of" and bool(before & (vocabulary().groups | _MEMBERS))


_MEMBERS = frozenset({"countries", "economies", "leaders", "members", "nations", "states"})


def _are_one(scene: Scene, left: Noun, right: Noun) -> bool:
    """`the plenary of the Palermo conference`, `the 24th round of boundary talks`: one occasion."""
    return scene.words[left.last : right.first] == ["of"]


def _noun_at(scene: Scene, index: int) -> tuple[int, str | None] | None:
    """The end and the kind of the longest noun of an occasion that begins at an item."""
    if scene.items[index].kind != "word":
        return None
    before = scene.words[index - 1] if index else ""
    for noun, kind in vocabulary().nouns.get(scene.words[index], ()):
        last = index + len(noun)
        if tuple(scene.words[index:last]) != noun or before in _NO_NOUN_AFTER:
            continue
        following = scene.words[last] if last < len(scene.words) else ""
        if (
            last < len(scene.words)
            and len(noun) == 1
            and any(n == (following,) for n, _ in vocabulary().nouns.get(following, ()))
        ):
            return None  # `the tenth-anniversary gathering` is the gathering
        around = scene.words[index] == "round" and following == "the"  # `round the table`
        return None if around or following in {"level", "room", "table", "rooms"} else (last, kind)
    return None


def _elliptic(scene: Scene, index: int) -> Noun | None:
    """`The fifth, in March 2022, was held by video`, `The 68th will be held in Paraguay`: a number that stands for
    a round.
    """
    ordinal = ordinal_at(scene, index) if index and scene.words[index - 1] == "the" else None
    after = scene.words[index + 1 : index + 2]
    if ordinal is None or not after or (after[0] not in _AFTER_NUMBER and after[0] != ","):
        return None
    opens = index == 1 or scene.words[index - 2] in {"and", ",", ";"}
    coming = after[0] in {"will", "is"}
    return (
        Noun(
            index - 1,
            index + 1,
            "round",
            None,
            None,
            ordinal,
            f"{scene.items[index].text} round",
            definite=True,
            coming=coming,
        )
        if opens
        else None
    )


def _body(scene: Scene, index: int) -> Noun | None:
    """`the sixth Pakistan-China Strategic Dialogue`, `the Munich Security Conference`: a forum that is named as a
    meeting.
    """
    item = scene.items[index]
    actor = scene.cast.actors[item.actor] if item.kind == "state" else None
    if (
        actor is None
        or actor.kind != "forum"
        or scene.words[index + 1 : index + 2] in (["’"], ["'"], ["-"], ["s"])
    ):
        return None
    head = item.text.split()[-1].casefold()
    ordinal = ordinal_at(scene, index - 1) if index else None
    following = scene.token(index + 1) if index + 1 < len(scene.items) else None
    if following is not None and following.pos_ == "NOUN":
        return None  # `the first G7 leader`
    if ordinal is None and head not in _MEETINGS:
        return None
    first = index - (ordinal is not None)
    definite = first > 0 and scene.words[first - 1] in _DEFINITE
    rows = vocabulary().nouns.get(head, ())
    kind = next((k for noun, k in rows if noun == (head,)), None)
    name = scene.page.text[scene.items[first].start : item.end]
    before = scene.words[first - definite - 1] if first - definite > 0 else ""
    coming = _lies_ahead(scene, index)
    return Noun(
        first - definite, index + 1, head, kind, item.actor, ordinal, name, before, definite, coming=coming
    )


def _is_verb(scene: Scene, index: int, first: int) -> bool:
    token = scene.token(index)
    behind = scene.words[index + 1 : index + 2]
    if scene.words[index - 1 : index + 1] == [",", "meeting"] and behind in (["in"], ["at"]):
        return True  # `Arctic Council ministers, meeting in Rovaniemi, …`
    return first == index and token is not None and token.pos_ in {"VERB", "AUX"}


@dataclass(slots=True)
class _Phrase:
    """What the words before a noun tell of it; it begins at item `first`."""

    first: int
    kind: str | None
    forum: str | None = None
    ordinal: int | None = None
    determiner: str = ""
    other: bool = False
    coming: bool = False


def _words_before(scene: Scene, noun: int, kind: str | None) -> _Phrase:
    """Grow a noun to the left over all that belongs to it: `the sixth Moscow Format [meeting]`."""
    vocabulary_, phrase = vocabulary(), _Phrase(noun, kind)
    for position in range(noun - 1, max(-1, noun - _WIDTH), -1):
        word = scene.words[position]
        if word in _STOPS or scene.items[position].kind in {"person", "quote"}:
            break
        phrase.forum = phrase.forum or _forum(scene, position)
        phrase.ordinal = phrase.ordinal or ordinal_at(scene, position)
        if phrase.kind in {None, "consultation"}:
            phrase.kind = vocabulary_.qualifiers.get(word, phrase.kind)
        dated = position == noun - 1 and re.fullmatch(r"(?:19|20)\d\d", word) is not None
        phrase.other = phrase.other or dated or word in vocabulary_.others
        phrase.coming = phrase.coming or word in vocabulary_.coming
        if word in _DETERMINERS:
            phrase.determiner, phrase.first = word, position
            break
        token = scene.token(position)
        joined = scene.words[position + 1] == "-"  # `a follow-up meeting`
        verbal = token is not None and token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN"
        if (verbal or (token is not None and token.pos_ == "ADV")) and not joined:
            break
        phrase.first = position
    return phrase


def _grown(scene: Scene, noun: int, last: int, kind: str | None) -> Noun | None:
    phrase = _words_before(scene, noun, kind)
    first, head = phrase.first, scene.words[noun]
    before = scene.words[first - 1] if first else ""
    if _is_verb(scene, noun, first) or (head == "audience" and before == "told") or phrase.determiner == "no":
        return None
    forum, end = _forum_after(scene, last, phrase.forum)
    if phrase.ordinal == 1 and {"to", "since", "ever"} & set(scene.words[end : end + 10]):
        phrase.ordinal = None  # "the first round to be held outside the capital" counts nothing
    link, linked = _linked(scene, first, end) if forum is None else ("", ())
    found = Noun(
        first,
        end,
        head,
        phrase.kind,
        forum,
        phrase.ordinal,
        _name(scene, first + bool(phrase.determiner), noun, end),
        before,
        definite=phrase.determiner in _DEFINITE,
        pointing=phrase.determiner in _POINTING,
        other=phrase.other,
        coming=phrase.coming or _lies_ahead(scene, noun),
        link=link,
        linked=linked,
        margin=before == "of" and bool(_MARGINS & set(scene.words[max(0, first - 3) : first])),
        own=phrase.determiner in {"his", "her"},
        theirs=phrase.determiner in {"their", "its"},
        specified=forum is None and not linked and scene.words[end : end + 1] == ["of"],
    )
    return None if _is_club(found) or _is_mass(found, phrase.determiner) else found


def _is_mass(noun: Noun, determiner: str) -> bool:
    """`appealed for dialogue`: no occasion."""
    return (
        noun.head in _MASS
        and noun.name.casefold() == noun.head
        and not (determiner or noun.linked or noun.forum)
    )


def _is_club(noun: Noun) -> bool:
    """`president of the Ukrainian Canadian Congress`: a body that is named as a meeting."""
    known = noun.forum is not None or noun.ordinal is not None
    named = noun.specified_by_name or noun.name == "Congress"
    return noun.head in _CLUBS and named and not known and noun.before not in _HELD


def _name(scene: Scene, begin: int, noun: int, end: int) -> str:
    """The words of an occasion without determiner and possessive mark."""
    while begin < noun and scene.words[begin] in {"’", "'", "s"}:
        begin += 1
    return scene.page.text[scene.items[begin].start : scene.items[end - 1].end]


def _lies_ahead(scene: Scene, noun: int) -> bool:
    """`agreed to come back for a third round`, `will host the next summit`: told of a time to come."""
    token = scene.governor(noun)
    if token is None or token.tag_ not in {"VB", "VBN"}:
        return False
    words = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    planned = token.head.lemma_ in _PLANNING and "to" in words
    return bool(words & {"will", "shall", "’ll", "'ll"}) or planned


def meeting_of(scene: Scene, body: str, first: int, last: int, kind: str | None = None) -> Noun:
    """The meeting of a body that words without such a noun tell of: `Presidents of the CSTO agreed`."""
    return Noun(first, last, "meeting", kind, body, None, f"meeting of {scene.cast.actors[body].name}")


def _link_at(scene: Scene, last: int) -> tuple[str, int]:
    """The word that ties actors to a noun and where they begin: `talks with`, `Friday’s lunch in Kraków with`."""
    word = scene.words[last] if last < len(scene.words) else ""
    if word in _LINKS:
        return word, last + 1
    for position in range(last, min(len(scene.items), last + _ASIDE)):
        if scene.words[position] in {"with", "between"} and position > last:
            return scene.words[position], position + 1
        if not _is_aside(scene, position):
            break
    return "", last


def _is_aside(scene: Scene, position: int) -> bool:
    """`in the morning`, `in Kraków on Friday`: words that tell when and where."""
    item = scene.items[position]
    dated = any(d.start <= item.start < d.end for d in scene.dates)
    placed = any(p.start <= item.start < p.end for p in scene.places)
    return dated or placed or scene.words[position] in _SETTING


def _linked(scene: Scene, first: int, last: int) -> tuple[str, tuple[str, ...]]:
    """The persons, else the states, tied to a noun: `talks with A and B`, `A’s visit`, `his meeting with B`."""
    link, begin = _link_at(scene, last)
    found = []
    for index in range(begin, len(scene.items) if link else 0):
        if scene.is_party(index):
            found.append(index)
        elif (
            scene.words[index] not in _JOINTS
            and not _is_initial(scene, index)
            and not scene.is_possessor(index)
        ):
            break
    word = link
    parties = scene.parties(found)
    people = scene.people(parties) or (scene.powers(parties) if link != "of" else [])
    owner = scene.items[first - 1] if first and scene.words[first] in {"’", "'"} else None
    if owner is not None and owner.kind == "person":
        return "’s", tuple(dict.fromkeys((owner.actor, *people)))
    return (word if people else ""), tuple(people)


def _is_initial(scene: Scene, index: int) -> bool:
    """`negotiations between A. Blinken and B. Saidov`."""
    return len(scene.words[index]) == 1 and scene.words[index + 1 : index + 2] == ["."]


def _forum(scene: Scene, position: int) -> str | None:
    item = scene.items[position]
    brokered = scene.words[position + 1 : position + 2] == ["-"] and scene.words[
        position + 2 : position + 3
    ] not in ([], ["eu"])
    if item.kind != "state" or item.form == "seat" or (brokered and scene.items[position + 2].kind == "word"):
        return None
    actor, body = scene.cast.actors[item.actor], scene.body(item)
    return item.actor if actor.kind in {"forum", "organization"} and not (body and body.governs) else None


def _forum_after(scene: Scene, last: int, forum: str | None) -> tuple[str | None, int]:
    """`sixth meeting of the Moscow Format`, `summit of the Council of Heads of State of the SCO`."""
    if forum is not None or last >= len(scene.items) or scene.words[last] not in {"of", "among", "between"}:
        return forum, last
    for position in range(last, min(len(scene.items), last + 12)):
        found = _forum(scene, position)
        if found is not None:
            return found, position + 1
        if scene.words[position] not in _BETWEEN:
            break
    return None, last
