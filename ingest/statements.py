"""Who said what, in quotation marks or as reported, and about whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.record import Span, Statement
from ingest.actors import Cast, Mention
from ingest.attribution import Attribution, find_attributions
from ingest.docs import Page, Sentence
from ingest.floor import Floor
from ingest.found import Found
from ingest.occasions import Occasions
from ingest.posts import sentences_of
from ingest.quoted import Speech, find_speech
from ingest.reported import content_of, segment_of, trimmed
from ingest.rules import Rule
from ingest.setting import event_of
from ingest.skips import NOBODY, NOTHING, Skipped
from ingest.speakers import outer_start
from ingest.targets import find_targets

_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?")
_OF_VIEW = re.compile(r"For (?=[A-Z])")
#: What was told to others than those at the occasion.
_ELSEWHERE = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|newspaper|radio|television|TV|interview|briefing|Twitter|Telegram|Facebook"
    r"|afterwards?|statement issued|press agency|news agency|on X)\b",
    re.IGNORECASE,
)
#: What is said to a gathering is said at it.
_TO_MANY = re.compile(
    r"\b(?:plenary|gathering|summit|session|conference|forum|delegates|delegations|leaders|participants|guests|assembly"
    r"|meeting|opening|podium|rostrum|(?:opening|closing) (?:remarks|speech|ceremony|address)|his speech|her speech"
    r"|joint (?:\w+ )?(?:statement|declaration|communiqu[eé])|those present|communiqu[eé])\b",
    re.IGNORECASE,
)
#: By which rule a statement was found, from its form and how the words tell the speaker.
_RULES = {
    ("direct", "named"): Rule.QUOTED_NAMED,
    ("direct", "pointing"): Rule.QUOTED_POINTING,
    ("direct", "shared"): Rule.QUOTED_POINTING,
    ("reported", "named"): Rule.REPORTED_NAMED,
    ("reported", "pointing"): Rule.REPORTED_POINTING,
    ("reported", "shared"): Rule.REPORTED_SHARED,
}


@dataclass(slots=True)
class Draft:
    """A statement in the making: where its words stand, what found it and the sentences that it was read from."""

    speakers: tuple[str, ...]
    form: str
    pieces: list[Span]
    offset: int
    rule: Rule
    sentences: list[Sentence] = field(default_factory=list)
    elsewhere: bool = False
    to_many: bool = False


def find_statements(page: Page, cast: Cast, occasions: Occasions) -> Iterator[Found | Skipped]:
    """Yield the statements of a page in the order of the text."""
    floor = Floor(page, cast, occasions)
    drafts: list[Draft] = []
    for sentence in page.sentences:
        if sentence.body:
            yield from _read(floor, sentence, drafts)
    for draft in sorted(drafts, key=lambda d: d.pieces[0]):
        yield from _statements(floor, draft)


def _read(floor: Floor, sentence: Sentence, drafts: list[Draft]) -> Iterator[Skipped]:
    """Add the drafts of a sentence; yield what looked like a saying and gave none."""
    attributions = find_attributions(floor, sentence)
    used: list[Attribution] = []
    for speech in find_speech(floor.page, sentence, attributions):
        yield from _quote(floor, sentence, speech, drafts)
        if speech.attribution is not None:
            used.append(speech.attribution)
    for attribution in attributions:
        if not any(attribution is u for u in used):
            yield from _report(floor, sentence, attribution, attributions, drafts)
    for found in _according(floor, sentence):
        if isinstance(found, Skipped):
            yield found
        else:
            drafts.append(found)


def _quote(floor: Floor, sentence: Sentence, speech: Speech, drafts: list[Draft]) -> Iterator[Skipped]:
    """Begin a draft with a quotation, or join it to the one that it continues; yield it where nobody speaks."""
    last = next((d for d in reversed(drafts) if d.form == "direct"), None)
    if last is not None and _continues(floor.page, sentence, speech, last):
        last.pieces.append(speech.quotation.inner)
        if sentence not in last.sentences:
            last.sentences.append(sentence)
        return
    attribution = speech.attribution
    offset = attribution.cue.start if attribution else speech.quotation.start
    speakers = attribution.speakers if attribution else _unmarked(floor, sentence, speech, last)
    if attribution is None:
        floor.say(offset, speakers)
    if not speakers:
        yield Skipped("statement", (sentence.start, sentence.end), NOBODY)
    rule = _RULES["direct", attribution.manner] if attribution else Rule.QUOTED_BARE
    draft = Draft(speakers, "direct", [speech.quotation.inner], offset, rule, [sentence])
    if attribution is not None:
        _place(floor.page, sentence, attribution, draft)
    drafts.append(draft)


def _continues(page: Page, sentence: Sentence, speech: Speech, last: Draft) -> bool:
    """Whether a quotation goes on with the last one: broken by its attribution, by a full stop, or by a paragraph."""
    before = last.sentences[-1]
    if speech.attribution is not None:
        return sentence is before and speech.attribution.cue.start == last.offset
    if sentence is before:
        return True
    alone = sentence.start >= speech.quotation.start
    if sentence.index != before.index + 1 or not alone:
        return False
    if sentence.paragraph == before.paragraph:
        return True
    return page.text[last.pieces[-1][1] : last.pieces[-1][1] + 1] not in {"”", '"', "»", "’"}


def _unmarked(floor: Floor, sentence: Sentence, speech: Speech, last: Draft | None) -> tuple[str, ...]:
    """The speakers of a quotation without a verb of saying: named before a colon, or who spoke last nearby."""
    page = floor.page
    before = page.text[sentence.start : speech.quotation.start].rstrip()
    if before.endswith(":"):
        mention = floor.mention_over(sentence, sentence.start + len(before) - 2)
        named = list(floor.cast.between(sentence.start, speech.quotation.start))
        chosen = mention or (named[0] if named else None)
        if chosen is not None:
            return (chosen.actor,)
    if not before:
        following = floor.mention_over(sentence, min(sentence.end - 1, speech.quotation.end + 2))
        if following is not None and outer_start(following) <= speech.quotation.end + 2:
            return (following.actor,) if floor.holds(following.actor) else ()
        if speech.quotation.end < sentence.end - 2:
            return ()
    if last is not None and sentence.paragraph - last.sentences[-1].paragraph <= 1:
        person = floor.last_person(speech.quotation.start)
        if person is not None:
            return (person,)
    topic = floor.topic(speech.quotation.start, sentence)
    return (topic,) if topic is not None else ()


def _report(
    floor: Floor,
    sentence: Sentence,
    attribution: Attribution,
    attributions: Sequence[Attribution],
    drafts: list[Draft],
) -> Iterator[Skipped]:
    if not attribution.speakers:
        yield Skipped("statement", (sentence.start, sentence.end), NOBODY)
        return
    others = [a for a in attributions if a is not attribution]
    span = content_of(floor.page, sentence, attribution, others)
    if span is None:
        if attribution.cue.takes_clause:
            yield Skipped("statement", (sentence.start, sentence.end), NOTHING)
        return
    rule = _RULES["reported", attribution.manner]
    draft = Draft(attribution.speakers, "reported", [span], attribution.cue.start, rule, [sentence])
    _place(floor.page, sentence, attribution, draft)
    drafts.append(draft)


def _place(page: Page, sentence: Sentence, attribution: Attribution, draft: Draft) -> None:
    """Note where it was said: `told reporters` is not at the occasion itself, `told the plenary` is."""
    end = page.text.find(",", attribution.cue.end, sentence.end)
    stop = end if end != -1 else sentence.end
    quote = next((q.start for q in page.quotations_in(attribution.cue.end, stop)), stop)
    stop = min(quote, stop, attribution.end + 80)
    draft.elsewhere = bool(_ELSEWHERE.search(page.text, attribution.start, stop))
    begin = (
        sentence.start
        if draft.form == "reported" and draft.pieces[0][0] > attribution.start
        else attribution.start
    )
    draft.to_many = bool(
        _TO_MANY.search(page.text, begin, min(stop, max(draft.pieces[0][0], attribution.end + 40)))
    )


def _according(floor: Floor, sentence: Sentence) -> Iterator[Draft | Skipped]:
    """`According to the press secretary, …`, `…, according to him`, `For Borges, … would be “…”`."""
    page = floor.page
    view = _OF_VIEW.match(page.text, sentence.start)
    match = view or _ACCORDING.search(page.text, sentence.start, sentence.end)
    if match is None or page.quotation_at(match.start()) is not None:
        return
    mention = floor.mention_over(sentence, match.end())
    if view and (mention is None or not _is_view(floor, mention, sentence)):
        return
    if mention is None:
        yield Skipped("statement", (sentence.start, sentence.end), NOBODY)
        return
    start, end = segment_of(page, sentence, match.start())
    comma = page.text.find(",", max(mention.end, mention.outer[1]), end)
    if match.start() - start < 3 and comma != -1:
        span = trimmed(page.text, (comma, end))
    else:
        span = trimmed(page.text, (start, match.start()))
    if span is not None:
        floor.say(match.start(), (mention.actor,))
        yield Draft((mention.actor,), "reported", [span], match.start(), Rule.ACCORDING, [sentence])


def _is_view(floor: Floor, mention: Mention, sentence: Sentence) -> bool:
    """`For Borges, … would be “the equivalent of …”`: a person’s view, told in his own words."""
    quoted = bool(floor.page.quotations_in(sentence.start, sentence.end))
    after = floor.page.text[mention.end : mention.end + 1]
    return quoted and after == "," and floor.kind(mention.actor) == "person"


def _statements(floor: Floor, draft: Draft) -> Iterator[Found]:
    """One statement for each speaker."""
    page = floor.page
    text = " ".join(page.text[start:end].strip() for start, end in draft.pieces)
    text = text.rstrip(" ,;:") if draft.form == "direct" else text
    spans = [(s.start, s.end) for s in draft.sentences]
    for speaker in draft.speakers:
        about = find_targets(floor, draft.pieces, speaker)
        event = None if draft.elsewhere else event_of(floor, speaker, draft.offset, draft.to_many)
        fact = Statement(speaker, draft.form, text, about, sentences_of(page, *spans), event)
        yield Found(fact, (draft.rule,))
