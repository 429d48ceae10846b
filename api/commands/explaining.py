"""What `communique extract --explain` says of a reading: each fact with its grounds, and what was dropped and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.record import Attendance, Entity, Fact, Office, Post, Recognition, Span, Statement

if TYPE_CHECKING:
    from ingest.found import Found
    from ingest.pipeline import Reading

SHORT = 160
_PARTS = {"attended": "attended", "expected": "was expected at", "absent": "was absent from"}
_FORMS = {"direct": "said, in these words", "reported": "said, as reported"}
_STANCES = {
    "recognized": "recognizes",
    "not_recognized": "does not recognize",
    "withdrawn": "no longer recognizes",
    "intends": "means to recognize",
}


def explain(reading: Reading) -> Iterator[str]:
    """The lines on one article: each fact in words, how sure it is, the rule, what speaks against it and the sentences
    that carry it; then a line for each candidate that was dropped.
    """
    article = reading.record.article
    yield f"# {article.id}" + (f" ({article.published})" if article.published else "")
    names = _names(reading.record.entities)
    for found in reading.found:
        yield f"{found.fact.confidence:.2f}  {in_words(found.fact, names)}"
        yield f"      {_grounds(found)}"
        yield from (f"      {_quote(article.text, span)}" for span in found.fact.evidence)
    for skipped in reading.skipped:
        yield f"none  {skipped.kind}: {skipped.reason}: {_quote(article.text, skipped.span)}"


def in_words(fact: Fact, names: Mapping[str, str]) -> str:
    """A fact as a clause: `Sergey Lavrov attended Moscow Format`."""
    match fact:
        case Post():
            status = "" if fact.status == "current" else f", {fact.status}"
            return f"{names[fact.person]}: {fact.post} of {names[fact.of]}{status}"
        case Attendance():
            return f"{names[fact.participant]} {_PARTS[fact.status]} {names[fact.event]}"
        case Statement():
            about = f" (about {', '.join(names[actor] for actor in fact.about)})" if fact.about else ""
            text = _quote(fact.text, (0, len(fact.text)))
            return f"{names[fact.speaker]} {_FORMS[fact.form]}: {text}{about}"
        case Recognition(source="*"):
            return f"nobody recognizes {names[fact.target]}"
        case Recognition():
            return f"{names[fact.source]} {_STANCES[fact.status]} {names[fact.target]}"


def _names(entities: tuple[Entity, ...]) -> Mapping[str, str]:
    """What each entity is called."""
    names = {entity.id: entity.name for entity in entities if not isinstance(entity, Office)}
    offices = (entity for entity in entities if isinstance(entity, Office))
    return {**names, **{o.id: f"the {o.post} of {names[o.of]}" for o in offices}}


def _grounds(found: Found) -> str:
    """The rules that found a fact, the surest first, and what speaks against it."""
    rules = "; ".join(rule.told for rule in found.rules)
    doubts = "; ".join(doubt.told for doubt in found.doubts)
    return f"{found.kind}, {rules}" + (f" — but {doubts}" if doubts else "")


def _quote(text: str, span: Span) -> str:
    """The words of a span on one line, cut where they are long."""
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"
