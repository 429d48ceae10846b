"""Attributions: a verb of saying with whoever says it and the words that both take up in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.floor import NOBODY
from ingest.speakers import Subject, find_subject, outer_end, outer_start
from ingest.speech import Cue, find_cues, is_joined
from ingest.subjects import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.actors import Mention
    from ingest.docs import Page, Sentence
    from ingest.floor import Floor

#: What may stand between a subject and its verb: adverbs, auxiliaries, `(China)`, `for his part`.
_GAP = re.compile(
    r"[\s,]*(?:\([^)]*\)[\s,]*)?(?:(?:for (?:his|her|its|their|one’s) part|in turn|once more|on \w+day|\w+ly|also"
    r"|both|then|now|later|further|again|has|have|had|is|was|are|were|however|meanwhile|even|still|soon|only|would|all|today"
    r"|himself|herself|itself|too|never(?:theless)?|already|just|once|always|long)\b[\s,]*)*"
)
#: `RABAT/ACCRA, 8 January (Agency) — `.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{3}[^.\n—–]{0,70}?(?:\.\s\d[^\n—–]{0,30})?(?:\([^)]*\)\s*)?\s?(?:[—–]|--?)\s"
)
_INVERTED = re.compile(r"\s*(?:the |a |an |an? )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and its speakers; [start, end) holds the subject where it is the cue’s own, and the verb.

    `manner`: the speakers are `named`, `pointing` words stand for them, or they are `shared` with the verb before.
    """

    cue: Cue
    speakers: tuple[str, ...]
    start: int
    end: int
    inverted: bool = False
    manner: str = "named"


def past_dateline(text: str, start: int) -> int:
    """Where a sentence begins after its dateline: `RABAT, 8 January — Ghana has …`."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def find_attributions(floor: Floor, sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence outside its quotations, in order; without speakers where nobody is known."""
    page = floor.page
    span = page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if span is None:
        return []
    found: list[Attribution] = []
    for cue in find_cues(span):
        if page.quotation_at(cue.start) is None:
            attribution = _attribute(floor, cue, sentence, found)
            floor.say(cue.start, attribution.speakers or _stranger(cue))
            found.append(attribution)
    return found


def _stranger(cue: Cue) -> tuple[str, ...]:
    """Somebody who is not known has had the floor, if a noun is the subject."""
    head = subject_of(cue.token)
    return (NOBODY,) if head is not None and head.tag_.startswith("NN") else ()


def _attribute(floor: Floor, cue: Cue, sentence: Sentence, earlier: list[Attribution]) -> Attribution:
    begin = verb_start(cue.token)
    if cue.agent is not None:
        return _passive(floor, cue, sentence)
    if earlier and is_joined(cue.token):
        return Attribution(cue, _leading(earlier).speakers, begin, cue.end, manner="shared")
    head = subject_of(cue.token)
    if head is not None and head.idx < past_dateline(floor.page.text, sentence.start):
        head = None
    shared = next((a for a in earlier if head is not None and _shares(a, head, cue)), None)
    subject = _inverted(floor, cue, sentence) or _apart(floor, cue, sentence)
    if subject is None and shared is not None and shared.speakers:
        return Attribution(cue, shared.speakers, begin, cue.end, manner="shared")
    subject = subject or _parsed(floor, cue, head, sentence)
    if subject is None:
        return Attribution(cue, (), _left(head, begin, cue, sentence), cue.end)
    manner = "pointing" if subject.pointing else "named"
    if subject.start > cue.start:
        return Attribution(cue, subject.actors, begin, subject.end, True, manner)
    own = not any(subject.start < a.cue.start < begin for a in earlier)
    start = min(begin, subject.start) if own else begin
    return Attribution(cue, subject.actors, start, cue.end, manner=manner)


def _parsed(floor: Floor, cue: Cue, head: Token | None, sentence: Sentence) -> Subject | None:
    """The speaker by the parse, or else the mention right before the verb."""
    if head is not None and floor.page.quotation_at(head.idx) is None:
        subject = find_subject(floor, head, cue.start, sentence)
        if subject is not None:
            return subject
    return None if _has_other_subject(cue) else _beside(floor, cue, sentence)


def _passive(floor: Floor, cue: Cue, sentence: Sentence) -> Attribution:
    """`Kurti was criticised by Washington`: the agent speaks."""
    named = [c for c in cue.agent.children if c.dep_ == "pobj"] if cue.agent is not None else []
    subject = find_subject(floor, named[0], cue.start, sentence) if named else None
    edge = next((c.left_edge.idx for c in cue.token.lefts if c.dep_ == "nsubjpass"), cue.start)
    return Attribution(cue, subject.actors if subject else (), max(edge, sentence.start), cue.end)


def _has_other_subject(cue: Cue) -> bool:
    """`…, said a shopkeeper`: the subject that stands behind is nobody known, and what stands before is none."""
    return any(c.dep_ == "nsubj" and c.tag_ in {"NN", "NNP", "NNS"} for c in cue.token.rights) and cue.speaks


def _leading(earlier: list[Attribution]) -> Attribution:
    """The last saying of a main verb, which a joined one goes with."""
    return next((a for a in reversed(earlier) if a.cue.token.tag_ != "VBG"), earlier[-1])


def _left(head: Token | None, begin: int, cue: Cue, sentence: Sentence) -> int:
    if head is None or head.idx > cue.start:
        return begin
    return max(sentence.start, min(begin, head.left_edge.idx))


def _shares(attribution: Attribution, head: Token, cue: Cue) -> bool:
    """Whether an earlier saying has the same subject: `welcomed the deal and thanked Oman`."""
    theirs = subject_of(attribution.cue.token)
    return theirs is not None and theirs.i == head.i and head.i < cue.token.i


def verb_start(token: Token) -> int:
    """The offset where the verb group begins: `has repeatedly` before `said`."""
    start = token
    for left in reversed(list(token.lefts)):
        if left.dep_ in {"aux", "advmod", "neg"} and left.i == start.i - 1:
            start = left
    return start.idx


def _inverted(floor: Floor, cue: Cue, sentence: Sentence) -> Subject | None:
    """`“…,” said the U.S. president`: the speaker stands right after the verb, a quotation or a comma before it."""
    text = floor.page.text
    before = text[sentence.start : cue.start].rstrip()
    if not before or before[-1] not in ",”\"’»'" or not cue.speaks:
        return None
    if text[cue.end : cue.end + 1] in {",", "."} or cue.takes("hearer") or _is_relative(cue.token):
        return None
    mention = _mention_from(floor, cue.end, sentence)
    if mention is None or mention.form == "pronoun":
        return _described_after(floor, cue, sentence)
    if cue.token.dep_ == "conj" or cue.token.tag_ == "VBG" or _goes_on(floor.page, mention, sentence):
        return None
    return _find_at(floor, cue, mention, sentence)


def _is_relative(token: Token) -> bool:
    """`A senior official, who asked not to be named, said …`."""
    return token.dep_ == "relcl" or any(c.tag_ in {"WP", "WDT"} for c in token.lefts)


def _goes_on(page: Page, mention: Mention, sentence: Sentence) -> bool:
    """Whether a verb follows what stands after the cue: `said Rabat would discuss …`, not `said Lavrov, who had …`."""
    following = page.doc.char_span(outer_end(mention), sentence.end, alignment_mode="contract")
    words = [t for t in following[:3] if not t.is_space] if following is not None else []
    return bool(words) and (words[0].tag_ in {"VBD", "VBZ", "VBP", "MD", "POS"})


def _find_at(floor: Floor, cue: Cue, mention: Mention, sentence: Sentence) -> Subject | None:
    token = _token_at(floor.page, mention.end - 1)
    return find_subject(floor, token, cue.start, sentence) if token is not None else None


def _described_after(floor: Floor, cue: Cue, sentence: Sentence) -> Subject | None:
    """`said the visitor`, `said a spokesman`: the subject follows by the parse."""
    if any(c.dep_ == "nsubj" and "xx" not in c.lower_ for c in cue.token.lefts):
        return None
    quoted = floor.page.text[cue.start - 2] in "”\"’»'"
    after = [c for c in cue.token.rights if c.dep_ == "nsubj" or (quoted and c.dep_ in {"dobj", "attr"})]
    return find_subject(floor, after[0], cue.start, sentence) if after else None


def _token_at(page: Page, offset: int) -> Token | None:
    span = page.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span else None


def _mention_from(floor: Floor, offset: int, sentence: Sentence) -> Mention | None:
    """The mention whose noun phrase begins at the offset."""
    match = _INVERTED.match(floor.page.text, offset)
    begins = {offset, match.end() if match else offset, offset + 1}
    for mention in floor.cast.between(offset, min(sentence.end, offset + 120)):
        if outer_start(mention) in begins:
            return mention
    return None


def _apart(floor: Floor, cue: Cue, sentence: Sentence) -> Subject | None:
    """`…, Ivica Dacic joked`: a person between a comma and the verb is its subject, whatever the parser saw."""
    best = _nearest(floor, cue, sentence)
    if best is None or floor.cast.kind(best) != "person" or best.form != "name":
        return None
    if floor.page.text[sentence.start : outer_start(best)].rstrip()[-1:] not in {",", "”", '"'}:
        return None
    return Subject((best.actor,), outer_start(best), best.end)


def _beside(floor: Floor, cue: Cue, sentence: Sentence) -> Subject | None:
    """The mention right before the verb, where the parser saw no subject."""
    best = _nearest(floor, cue, sentence)
    return Subject((best.actor,), outer_start(best), best.end) if best is not None else None


def _nearest(floor: Floor, cue: Cue, sentence: Sentence) -> Mention | None:
    """The mention with nothing but adverbs and auxiliaries between it and the verb."""
    start = verb_start(cue.token)
    best: Mention | None = None
    for mention in floor.cast.between(sentence.start, start):
        ends = {mention.end, min(start, outer_end(mention))}
        beside = mention.end <= start and any(_GAP.fullmatch(floor.page.text, end, start) for end in ends)
        if beside and mention.form not in {"adjective", "pronoun"}:
            best = mention
    return best
