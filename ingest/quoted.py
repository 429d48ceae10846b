"""Direct speech: quotations that hold a clause of their own, with the attribution that each belongs to.

A quoted fragment (`called it “an error”`) belongs to the reported clause around it and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.attribution import Attribution

if TYPE_CHECKING:
    from ingest.docs import Page, Quotation, Sentence

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|be|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|need|let|cannot"
    r"|\w+(?:n[’']t|[’'](?:s|re|ve|ll|m|d)))\b",
    re.IGNORECASE,
)
#: So many words hold a clause even where no common verb is among them: with a capital, and without.
_FEW, _MANY = 2, 7
_CLOSED = ",.!?…—–"
_ADVERBS = re.compile(r"[\s,—–]*(?:(?:\w+ly|then|so|thus|as|here is how|or so)\s+)?")
_PREPOSED = re.compile(
    r"(?:[^“\"]*[,:]\s)?(?:in|on|at|for|after|before|during|with|without|from|to|by|as|asked|speaking|addressing|when|while"
    r"|later|then|earlier|but|and|yet|still|referring|turning|responding|commenting|opening|quoting|meanwhile|afterwards"
    r"|yesterday|today|of|about|\w+ly|\w+ing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One quotation of direct speech; `attribution` is None where its sentence has no verb of saying."""

    quotation: Quotation
    attribution: Attribution | None


def find_speech(page: Page, sentence: Sentence, attributions: Sequence[Attribution]) -> Iterator[Speech]:
    """Yield the direct speech of a sentence, in order."""
    last: Speech | None = None
    for quotation in page.quotations_in(sentence.start, sentence.end):
        speech = _speech(page, sentence, quotation, attributions, last)
        if speech is not None:
            last = speech
            yield speech


def _speech(
    page: Page,
    sentence: Sentence,
    quotation: Quotation,
    attributions: Sequence[Attribution],
    last: Speech | None,
) -> Speech | None:
    text = page.text
    before = text[sentence.start : quotation.start].rstrip()
    if not before:
        return _opening(page, sentence, quotation, attributions)
    if last is not None:
        return _continued(page, quotation, last)
    inner = text[slice(*quotation.inner)]
    if not _is_clause(inner):
        return None
    earlier = [a for a in attributions if a.end <= quotation.start]
    attribution = earlier[-1] if earlier else None
    if before[-1] == ":":
        return Speech(quotation, _following(page, quotation, attributions) or attribution)
    if attribution is None or not attribution.cue.speaks or not _led(page, sentence, quotation, attribution):
        return None
    return Speech(quotation, attribution)


def _led(page: Page, sentence: Sentence, quotation: Quotation, attribution: Attribution) -> bool:
    """`He explained, “In the past …”`, `said “We are …”`; not `the move, he added, “takes nothing away”`."""
    before = page.text[sentence.start : quotation.start].rstrip()
    if before[-1] == ",":
        return _leads(page, sentence, attribution)
    begins = page.text[quotation.inner[0]].isupper() and attribution.cue.end == sentence.start + len(before)
    return begins and _ends(page, sentence, quotation)


def _opening(
    page: Page, sentence: Sentence, quotation: Quotation, attributions: Sequence[Attribution]
) -> Speech | None:
    """A quotation that begins its sentence: speech if it is closed by a mark or followed by its attribution."""
    inner = page.text[slice(*quotation.inner)]
    after = page.text[quotation.end : quotation.end + 1]
    following = _following(page, quotation, attributions)
    if quotation.end >= sentence.end - 1:
        return Speech(quotation, following) if len(inner.split()) > 1 else None
    if inner and (inner[-1] in _CLOSED or after in {",", "—", "–"}):
        return Speech(quotation, following)
    return None


def _continued(page: Page, quotation: Quotation, last: Speech) -> Speech | None:
    """`“…,” he said, “and …”`: the second piece of a broken quotation."""
    between = page.text[last.quotation.end : quotation.start].rstrip()
    if between[-1:] in {",", ".", ":", ";", "—", "–"} or not between:
        return Speech(quotation, last.attribution)
    held = last.attribution
    if held is not None and held.end >= quotation.start - 2 and held.start > last.quotation.start:
        return Speech(quotation, held)
    return None


def _following(page: Page, quotation: Quotation, attributions: Sequence[Attribution]) -> Attribution | None:
    """The first attribution after a quotation in its sentence, if little stands between them."""
    after = [a for a in attributions if a.start >= quotation.end and a.cue.speaks]
    if not after:
        return None
    gap = page.text[quotation.end : after[0].start]
    return after[0] if _ADVERBS.fullmatch(gap) or gap.count(",") <= 1 or gap.count(",") == 2 else None


def _leads(page: Page, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether only an adverbial stands before the attribution, if anything: `For his people, he replied, “…”`."""
    before = page.text[sentence.start : attribution.start].strip()
    if not before or before[-1] in ":;—–" or before.casefold() in {"and", "but"}:
        return True
    return before[-1] != "," or bool(_PREPOSED.match(before))


def _ends(page: Page, sentence: Sentence, quotation: Quotation) -> bool:
    rest = page.text[quotation.end : sentence.end].strip()
    return rest[:1] in {"", ".", ",", ";"}


def _is_clause(inner: str) -> bool:
    """Whether the words hold a clause: a finite verb among the common ones, or enough words to have one."""
    words = inner.split()
    enough = _FEW if inner[:1].isupper() else _MANY
    return len(words) > 1 and (bool(_FINITE.search(inner)) or len(words) > enough)
