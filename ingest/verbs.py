"""The verbs of saying in all their forms, each with its patterns: how it takes what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_lexicon

_LEXICON = read_lexicon("speech")


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a verb takes what is said: clause, quote, content or act, after one of the `words` if there are any."""

    kind: str
    words: tuple[str, ...]


@cache
def verb_forms() -> dict[str, tuple[str, tuple[Pattern, ...]]]:
    """Each form of a verb of saying with its base form and its patterns: `replied` -> reply."""
    forms: dict[str, tuple[str, tuple[Pattern, ...]]] = {}
    for verb, text in _LEXICON["verbs"].items():
        patterns = tuple(_pattern(part) for part in text.split(","))
        for form in (verb, _third(verb), _participle(verb), *_past(verb)):
            forms.setdefault(form, (verb, patterns))
    return forms


def _pattern(text: str) -> Pattern:
    kind, _, words = text.strip().partition(" ")
    return Pattern(kind, tuple(words.split("|")) if words else ())


def _third(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o|^go)$", verb) else "s")


def _past(verb: str) -> tuple[str, ...]:
    irregular = _LEXICON["irregular"].get(verb)
    if irregular is not None:
        return tuple(irregular) if isinstance(irregular, list) else (irregular,)
    return (verb + "d" if verb.endswith("e") else verb + "ed",)


def _participle(verb: str) -> str:
    past = _past(verb)[0]
    if past.endswith(verb[-1] + verb[-1] + "ed"):
        return past[:-2] + "ing"
    if verb in {"begin", "rebut"}:
        return verb + verb[-1] + "ing"
    return verb.removesuffix("e") + "ing"
