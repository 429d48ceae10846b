"""The subject of a verb, as the parser sees it: its own, or the one that it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def subject_of(token: Token) -> Token | None:
    """The word that the parser takes for the subject of a verb, its own or the one it shares with its head."""
    verb, seen = token, 0
    while seen < 6:
        seen += 1
        own = [c for c in verb.children if c.dep_ in SUBJECTS and "xx" not in c.lower_]
        if own:
            near = min(own, key=lambda c: abs(c.i - verb.i))
            return antecedent(verb) if near.tag_ in {"WP", "WDT"} else near
        if verb.dep_ in {"conj", "advcl", "xcomp", "ccomp", "dep", "prep"} and verb.head.i != verb.i:
            verb = verb.head
        elif verb.dep_ == "acl":
            return _subject_over(verb.head) if verb.tag_ == "VBG" else verb.head
        else:
            return None
    return None


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause belongs to: `Fidan, who welcomed the step` -> Fidan."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _subject_over(noun: Token) -> Token | None:
    """`put out a text of their own demanding that …`, `sent nobody to Ottawa, arguing that …`: whoever acts."""
    verb = noun
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
