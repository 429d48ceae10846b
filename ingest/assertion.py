"""Whether a verb of saying asserts that something was said: `would not say`, `was told`, `is to announce` do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon import read_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many words may stand between a verb and its subject behind it.
_NEAR = 4
_HAVING = frozenset({"has", "have", "had", "having", "’ve", "'ve", "’d", "'d"})
_MODALS = frozenset(read_lexicon("speech")["modals"])
_CARRIERS = frozenset(read_lexicon("speech")["carriers"])


def asserts(token: Token) -> bool:
    """`would not say`, `was told`, `is expected to announce` assert nothing; `would only say` does."""
    if token.tag_ in {"VBN", "VBD"} and token.is_sent_start and not _subject_follows(token):
        return False
    children = list(token.children)
    words = {c.lower_ for c in children}
    if any(c.dep_ == "neg" for c in children) or words & {"never", "hardly"}:
        return False
    if any(c.dep_ == "auxpass" for c in children):
        return agent_of(token) is not None and not words & _MODALS
    return _form_does(token, words)


def agent_of(token: Token) -> Token | None:
    """The `by` of a passive: `The plan was rejected by the EU`."""
    return next((c for c in token.rights if c.dep_ == "agent"), None)


def _form_does(token: Token, words: set[str]) -> bool:
    if token.tag_ == "VBN":
        return bool(words & _HAVING) or has_subject(token) or _conjoined_perfect(token)
    if token.tag_ == "VB":
        return _infinitive_does(token, words)
    if token.tag_ == "VBG":
        return token.dep_ not in {"pcomp", "amod", "compound", "nsubj", "pobj", "dobj"}
    return True


def _subject_follows(token: Token) -> bool:
    """`Said the minister: …`; in `Asked about Iran, he …` the subject belongs to the next verb."""
    after = [c for c in token.rights if c.dep_ == "nsubj"]
    return bool(after) and after[0].i - token.i <= _NEAR


def _infinitive_does(token: Token, words: set[str]) -> bool:
    if words & _MODALS:
        return "only" in words or any(c.lower_ == "only" for c in token.children)
    if "to" in words:
        return token.head.i != token.i and token.head.lemma_ in _CARRIERS and asserts(token.head)
    return any(c.dep_ == "nsubj" for c in token.children) or token.dep_ in {"conj", "ROOT"}


def has_subject(token: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(c.dep_ == "nsubj" for c in token.children)


def _conjoined_perfect(token: Token) -> bool:
    """`has praised the deal and called for more`."""
    head = token.head
    return token.dep_ == "conj" and (head.tag_ == "VBD" or any(c.lower_ in _HAVING for c in head.children))
