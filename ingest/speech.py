"""Verbs of saying in a sentence, each with its pattern: what kind of words carry what was said.

`stressed the need` has its content in the object, `said that …` in a clause, and in `accused Baku of …` the verb itself
belongs to what was said. What only asserts that nothing was said, or might be, is no cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.assertion import agent_of, asserts, has_subject
from ingest.lexicon import read_lexicon
from ingest.verbs import Pattern, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: How far, in words, `to` may stand from `called on`.
_REACH = 40
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEXICON = read_lexicon("speech")
_REMARKS = frozenset(_LEXICON["remarks"])
_CALLED = frozenset(_LEXICON["called"])
_NOT_CALLED = frozenset({"off", "in", "up", "by", "out", "back", "at", "a", "an"})
_BETWEEN = frozenset({"again", "also", "once", "more", "yet", "further", "out", "it"})
_PEOPLE = frozenset(_LEXICON["groups"])
_OBJECTS = {verb: frozenset(words) for verb, words in _LEXICON["objects"].items()}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at work; `end` is the offset after the verb and its particle."""

    token: Token
    verb: str
    patterns: tuple[Pattern, ...]

    @property
    def start(self) -> int:
        """The offset of the verb."""
        return self.token.idx

    @property
    def end(self) -> int:
        """The offset after the verb."""
        return self.token.idx + len(self.token)

    @property
    def takes_clause(self) -> bool:
        """Whether a content clause with `that` can follow."""
        return self.takes("clause") or self.takes("that")

    @property
    def speaks(self) -> bool:
        """Whether the verb can stand beside a quotation or a clause: `said`, `sighed`; not `accused`."""
        return self.takes_clause or self.takes("quote")

    @property
    def agent(self) -> Token | None:
        """The `by` before the speaker of a passive; None where the verb is active."""
        passive = any(c.dep_ == "auxpass" for c in self.token.lefts)
        return agent_of(self.token) if passive else None

    @property
    def is_complete(self) -> bool:
        """Whether the verb stands with the word that makes it one of saying: `went on`, `made clear`; not `left`."""
        if self.agent is not None:
            return self.takes("act") and self.verb != "call"
        if self.verb == "call":
            return True
        if self.verb == "go" and _goes_somewhere(self.token):
            return False
        return any(not p.words or _particle(self.token, p.words) is not None for p in self.patterns)

    def only(self, kind: str) -> bool:
        """Whether the verb has no other pattern."""
        return all(p.kind == kind for p in self.patterns)

    def takes(self, kind: str) -> bool:
        """Whether the verb has a pattern of the kind."""
        return any(p.kind == kind for p in self.patterns)


def _goes_somewhere(token: Token) -> bool:
    """`Pompeo goes on to Jakarta`: he travels and says nothing."""
    after = list(token.doc[token.i + 1 : token.i + 4])
    at = next((n for n, t in enumerate(after) if t.lower_ == "to"), None)
    return at is not None and at + 1 < len(after) and after[at + 1].pos_ in {"PROPN", "DET", "NOUN"}


def find_cues(sentence: Span) -> list[Cue]:
    """The verbs of saying of a sentence that assert something, in order."""
    forms = verb_forms()
    found = [
        Cue(token, *forms[token.lower_])
        for token in sentence
        if token.lower_ in forms and _is_verb(token) and asserts(token)
    ]
    found = [cue for cue in found if cue.is_complete]
    places = {cue.token.i for cue in found if not cue.only("quote")}
    return [cue for cue in found if not is_nested(cue.token, places)]


def _is_verb(token: Token) -> bool:
    """A word used as a verb; the parser's tag may be wrong where it has a subject."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ == "nsubj" for c in token.children)


def is_nested(token: Token, places: set[int]) -> bool:
    """Whether the saying stands inside the content of another one: `he said that Iran had denied it`."""
    child = token
    while child.head.i != child.i:
        head = child.head
        if is_joined(child) or _is_remark(child, head) or _is_aside(child, places):
            return False
        if head.i in places and child.dep_ not in {"conj", "parataxis"} and not _is_beside(child, head):
            return True
        child = head
    return False


def is_joined(token: Token) -> bool:
    """`stressed the need of engaging … and called on …`: joined by the parser to a word of another form, but by its own
    form to the saying before it.
    """
    before = [t.text.lower() for t in token.doc[max(0, token.i - 2) : token.i]]
    if token.tag_ == "VBG":
        return before[-1:] == [","] and token.dep_ in {"advcl", "acl", "conj"}
    if token.tag_ not in _FINITE or token.dep_ not in {"conj", "acl"} or has_subject(token):
        return False
    if before in ([",", "and"], [",", "but"]):
        return True
    if token.dep_ == "acl":
        return any(t.dep_ == "cc" for t in token.doc[max(0, token.i - 2) : token.i])
    return token.head.tag_ not in {token.tag_, "VBN"}


def _is_remark(child: Token, head: Token) -> bool:
    """`Cairo will attend only if …, a demand that Abu Dhabi has dismissed`: a remark of the writer on what was said."""
    return (
        child.dep_ == "relcl"
        and head.lower_ in _REMARKS
        and head.dep_ in {"appos", "npadvmod", "dep", "dobj"}
    )


def _is_aside(child: Token, places: set[int]) -> bool:
    """`praised Faye, who in turn asks for more`: told of the object of an act, not a part of it."""
    if child.dep_ != "relcl" or not any(
        c.tag_ == "WP" and c.i and c.nbor(-1).text == "," for c in child.lefts
    ):
        return False
    noun = child.head
    while noun.dep_ in {"pobj", "prep", "appos", "poss"}:
        noun = noun.head
    return noun.i in places or (noun.dep_ == "dobj" and noun.head.i in places)


def _is_beside(child: Token, head: Token) -> bool:
    """A participle of the same speaker, a clause that only goes with the saying, or a clause cut off by a semicolon."""
    low, high = sorted((child.i, head.i))
    if any(t.text in {";", ":"} for t in child.doc[low:high]):
        return True
    return child.dep_ in {"advcl", "prep", "npadvmod"} and (
        child.tag_ == "VBG" or any(c.lower_ in {"while", "as", "though", "although"} for c in child.children)
    )


def children_after(token: Token, deps: set[str]) -> Iterator[Token]:
    """Yield the children to the right that play one of the roles."""
    return (c for c in token.rights if c.dep_ in deps)


def pattern_at(cue: Cue) -> tuple[Pattern, int] | None:
    """The pattern of content or act that the words after the verb fill, and where its object begins."""
    token = cue.token
    for pattern in cue.patterns:
        if pattern.kind in {"content", "act", "clause"} and pattern.words:
            particle = _particle(token, pattern.words)
            if particle is not None and _is_visit(cue, particle):
                return None
            if particle is not None:
                return pattern, particle.idx + len(particle) + 1
    if cue.verb == "call":
        return (Pattern("act", ()), cue.end + 1) if _names(token) else None
    for pattern in cue.patterns:
        if pattern.kind in {"content", "act"} and not pattern.words and _has_object(cue, pattern):
            if _is_greeting(cue):
                return None
            return pattern, cue.end + 1
    return None


def _particle(token: Token, words: tuple[str, ...]) -> Token | None:
    """`called again on`, `warned against`; nothing but adverbs may stand between."""
    for following in token.doc[token.i + 1 : token.i + 4]:
        if following.lower_ in words:
            return following
        if not (following.lower_.endswith("ly") or following.lower_ in _BETWEEN):
            return None
    return None


def _is_visit(cue: Cue, particle: Token) -> bool:
    """`called on the prime minister` is a visit, `called on the prime minister to resign` is not."""
    if cue.verb != "call" or particle.lower_ not in {"on", "upon"}:
        return False
    for token in cue.token.doc[particle.i + 1 : particle.i + _REACH]:
        if token.is_sent_start or token.text == ";" or token.lower_ in {"where", "then"}:
            return True
        if token.lower_ == "to" and token.i + 1 < len(token.doc) and _may_begin(token.nbor(1)):
            return False
    return True


def _may_begin(token: Token) -> bool:
    """An infinitive, an adverb before one, or a quoted one."""
    return token.tag_ in {"VB", "RB"} or token.is_quote


def _is_greeting(cue: Cue) -> bool:
    """`welcomed leaders from forty countries`, `welcomes Luc Frieden to the capital`; not `welcomed the step`."""
    if cue.verb not in {"welcome", "salute"}:
        return False
    for child in cue.token.rights:
        if child.dep_ in {"dobj", "dep", "oprd"} and (child.ent_type_ == "PERSON" or child.lower_ in _PEOPLE):
            return True
        if child.dep_ == "prep" and child.lower_ == "to":
            return True
    return False


def _names(token: Token) -> bool:
    """`called the idea “an error”`, `called it null and void`; not `called a meeting`."""
    after = list(token.doc[token.i + 1 : token.i + 3])
    if not after or any(t.lower_ in _NOT_CALLED for t in after) or after[0].text in {",", "."}:
        return False
    objects = [c for c in token.rights if c.dep_ in {"dobj", "ccomp", "nsubj", "oprd"}]
    if not objects:
        return False
    noun = next((c for c in objects if c.dep_ == "dobj"), None)
    return noun is None or noun.lower_ not in _CALLED or len(objects) > 1


def _has_object(cue: Cue, pattern: Pattern) -> bool:
    """Whether an object follows that the verb can say something with."""
    limits = _OBJECTS.get(cue.verb) if pattern.kind == "content" or cue.verb == "confirm" else None
    objects = list(children_after(cue.token, {"dobj", "ccomp", "xcomp", "oprd", "dative", "nsubj"}))
    if limits is not None:
        return any(c.lower_ in limits for c in objects)
    if pattern.kind == "content":
        return any(c.dep_ == "dobj" for c in objects)
    return bool(objects) or any(c.dep_ == "prep" for c in cue.token.rights)
