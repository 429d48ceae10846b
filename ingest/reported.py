"""The words of a reported statement: the clause or the phrase that an attribution gives the content of.

`X said that …`: what follows; `…, the ministry said`: what stands before; `Pressure, he said, had failed`: the whole,
unbroken; `accused Baku of …`: from the verb on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.attribution import Attribution, past_dateline
from ingest.lexicon import read_lexicon
from ingest.speech import pattern_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from graph.record import Span
    from ingest.docs import Page, Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SEPARATOR = re.compile(r";|:(?=\s)|(?<=\s)[—–](?=\s)|,(?=\s(?:while|whereas|but)\s)")
_OPENING = re.compile(r"[\s,;:—–]*(?:(?:while|whereas|but)\s+)?")
_JOINING = re.compile(r"[\s,]*(?:\b(?:and|but|while|then|who|which|where|also|so)\b[\s,]*)*$")
_ADJUNCT = re.compile(
    r",\s(?:while|although|though|whereas|but|as (?:he|she|it|they|[A-Z])|(?:\w+ ){0,2}(?:hours?|days?|weeks?|minutes?)"
    r" (?:after|before)|after|before|when|according to|citing|in (?:a|an|his|her|its|their) (?:letter|interview"
    r"|telephone|phone|speech|statement|address|post)|the (?:latter|very)|only to|the first such"
    rf"|an? (?:{'|'.join(read_lexicon('speech')['remarks'])}))\b"
)
#: What goes on with the content after an attribution in its middle.
_GOES_ON = re.compile(
    r",?\s*(?:(?:and|or|only|if|unless|because|so|even|not|than|nor|until|that|to|for|with|without|about|against|in|at)\b"
    r"|[“\"«])",
    re.IGNORECASE,
)
#: A quotation after a colon says itself what was said.
_QUOTING = re.compile(r":\s*[“\"«„]")
_PLACED = frozenset({"when", "while", "after", "before", "as"})


def segment_of(page: Page, sentence: Sentence, offset: int) -> Span:
    """The part of the sentence between semicolons, colons, dashes, `while` and `but` that holds an offset."""
    start, end = sentence.start, sentence.end
    for match in _SEPARATOR.finditer(page.text, sentence.start, sentence.end):
        if page.quotation_at(match.start()) is not None or _before_quotation(page, match.end()):
            continue
        if match.end() <= offset:
            start = match.end()
        elif match.start() < end:
            end = match.start()
            break
    opening = _OPENING.match(page.text, start, end)
    return (opening.end() if opening and start > sentence.start else start), end


def _before_quotation(page: Page, offset: int) -> bool:
    return page.quotation_at(offset + 1) is not None and page.text[offset - 1] == ":"


def content_of(
    page: Page, sentence: Sentence, attribution: Attribution, others: Sequence[Attribution]
) -> Span | None:
    """Where the content of an attribution stands in the text; None where it has none."""
    segment = segment_of(page, sentence, attribution.cue.start)
    if attribution.cue.agent is not None:
        found: Span | None = _passive(page, attribution, segment, others)
    elif stands_aside(page, attribution, segment):
        found = _around(page, attribution, segment, others)
    else:
        found = _after(page, attribution, segment, others)
    return trimmed(page.text, found) if found is not None else None


def _passive(
    page: Page, attribution: Attribution, segment: Span, others: Sequence[Attribution]
) -> Span | None:
    """`The plan was rejected by the EU`: what was done, with its author where the clause goes on after him."""
    token, agent = attribution.cue.token, attribution.cue.agent
    subject = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    if subject is None or agent is None:
        return None
    start = max(segment[0], subject.left_edge.idx)
    after = agent.right_edge.idx + len(agent.right_edge)
    end = _cut(page, attribution, after, segment[1], others)
    return (start, end) if page.text[after:end].strip(" .,") else (start, agent.idx)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space and closing punctuation at its edges; None where it holds no word."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:—–"):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def stands_aside(page: Page, attribution: Attribution, segment: Span) -> bool:
    """Whether commas or the sentence’s edges set the attribution off: `…, he warned, …`, `…, the ministry said`."""
    cue = attribution.cue
    if not cue.speaks or cue.token.tag_ == "VBG" or cue.token.dep_ == "relcl":
        return False
    before = page.text[segment[0] : attribution.start].rstrip()
    if len(before) < 3 or before[-1] not in ',”"’»':
        return False
    if attribution.inverted:
        return True
    tokens = _chunk(page, cue.token, attribution.end, segment[1])
    if any(t.tag_ in _FINITE or t.lower_ == "that" for t in tokens if not _in_relative(t, cue.token)):
        return False
    if tokens and page.quotation_at(tokens[-1].idx) is not None:
        return False
    return not _takes_object(attribution)


def _takes_object(attribution: Attribution) -> bool:
    cue = attribution.cue
    if not (cue.takes("content") or cue.takes("act")):
        return False
    filled = pattern_at(cue)
    return filled is not None and filled[0].kind in {"content", "act"}


def _chunk(page: Page, token: Token, begin: int, end: int) -> list[Token]:
    """The words after the verb up to the next comma."""
    found: list[Token] = []
    for following in page.doc[token.i + 1 :]:
        if following.idx >= end or following.text in {",", "."}:
            break
        if following.idx >= begin:
            found.append(following)
    return found


def _in_relative(token: Token, top: Token) -> bool:
    while token.head.i != token.i and token.i != top.i:
        if token.dep_ in {"relcl", "acl"}:
            return True
        token = token.head
    return False


def _around(page: Page, attribution: Attribution, segment: Span, others: Sequence[Attribution]) -> Span:
    """What stands before the attribution, and after it where the clause goes on."""
    before = (past_dateline(page.text, segment[0]), attribution.start)
    for other in others:
        if segment[0] <= other.cue.start < attribution.cue.start:
            before = (max(before[0], other.cue.end), before[1])
    rest = _rest_start(page, attribution, segment[1])
    if rest >= segment[1] - 1:
        return before
    whole = (before[0], _cut(page, attribution, rest, segment[1], others))
    if not _is_complete(page, *before):
        return whole
    goes_on = _GOES_ON.match(page.text, rest, segment[1])
    if goes_on and not any(rest <= o.cue.start < segment[1] for o in others):
        return whole
    return before


def _rest_start(page: Page, attribution: Attribution, end: int) -> int:
    """Where the sentence goes on after the attribution: behind the next comma."""
    comma = page.text.find(",", attribution.end, end)
    while comma != -1 and page.quotation_at(comma) is not None:
        comma = page.text.find(",", comma + 1, end)
    return comma if comma != -1 else end


def _is_complete(page: Page, start: int, end: int) -> bool:
    """Whether the words hold a main verb: `Pressure had failed`, not `Ethiopia, which signed a memorandum`."""
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return True
    for token in span:
        if token.tag_ in _FINITE and page.quotation_at(token.idx) is None and not _is_side(token):
            return True
        if "xxx" in token.lower_ and any(t.idx < token.idx for t in span if t.is_alpha):
            return True
    return False


def _is_side(token: Token) -> bool:
    """Whether a verb belongs to a relative or an adverbial clause."""
    while token.head.i != token.i:
        if token.dep_ in {"relcl", "acl"}:
            return True
        if token.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} for c in token.children):
            return True
        if token.dep_ not in {"aux", "auxpass", "conj", "cop"}:
            return False
        token = token.head
    return False


def _after(page: Page, attribution: Attribution, segment: Span, others: Sequence[Attribution]) -> Span | None:
    """What follows the verb: the clause, the object, or the verb itself with all that goes with it."""
    start = _content_start(page, attribution, segment[1])
    if start is None:
        return None
    end = _cut(page, attribution, max(start, attribution.cue.end), segment[1], others)
    if start >= attribution.cue.end and _that_before(page, start):
        return start, end
    return start, _coordinated(page, attribution.cue.token, start, end)


def _that_before(page: Page, offset: int) -> bool:
    return page.text[offset - 4 : offset] == "that"


def _coordinated(page: Page, token: Token, start: int, end: int) -> int:
    """Where another verb of the subject follows: `reported “some progress” and is to travel to Bamako`."""
    if token.dep_ == "relcl":
        edge = token.right_edge.idx + len(token.right_edge)
        end = min(end, edge + 1 if page.text[edge : edge + 1] in '”"’»' else edge)
    for child in token.rights:
        if child.dep_ == "conj" and start < child.idx < end and child.pos_ in {"VERB", "AUX"}:
            joint = next((c for c in token.rights if c.dep_ == "cc" and c.i < child.i), None)
            edge = joint.idx if joint is not None else child.left_edge.idx
            end = min(end, edge) if edge > start + 4 else end
    return end


def _content_start(page: Page, attribution: Attribution, end: int) -> int | None:
    cue = attribution.cue
    that = _that(cue.token, end, cue.takes("content") or cue.takes("act")) if cue.takes_clause else None
    if that is not None:
        return that.idx + len(that)
    clause = _bare_clause(cue.token) if cue.takes("clause") else None
    if clause is not None and clause < end:
        return clause
    filled = pattern_at(cue)
    if filled is not None and filled[1] < end:
        return cue.start if filled[0].kind == "act" else filled[1]
    if cue.takes("clause"):
        return _loose_clause(page, cue.token, end)
    return None


def _that(token: Token, end: int, relative: bool) -> Token | None:
    """The `that` which opens the content: `assured the Security Council on December 29 that …`.

    Where the verb also takes an object, a relative `that` opens none: `stressed the need for a solution that …`.
    """
    for following in token.doc[token.i + 1 : token.i + 25]:
        if following.idx >= end or following.text == ";":
            return None
        if following.lower_ == "that" and (following.tag_ in {"IN", "DT"} or not relative):
            return following
        if following.tag_ in _FINITE or (following.tag_ == "VBG" and following.nbor(-1).text == ","):
            return None
    return None


def _bare_clause(token: Token) -> int | None:
    """Where a content clause without `that` begins: `said on Tuesday it would oppose …`."""
    for child in token.rights:
        if child.dep_ == "ccomp" and any(
            c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in child.children
        ):
            edge = child.left_edge
            if edge.lower_.endswith("self"):
                return None
            return edge.idx if edge.i > token.i else None
    return None


def _loose_clause(page: Page, token: Token, end: int) -> int | None:
    """What follows `said` where the parser saw no clause but a finite verb comes; not what follows an object."""
    if token.i + 1 >= len(page.doc):
        return None
    first = page.doc[token.i + 1]
    taken = any(c.dep_ in {"dobj", "npadvmod"} for c in token.rights) and not first.tag_.startswith("PRP")
    if taken or first.lower_.endswith("self"):
        return None
    for following in page.doc[token.i + 1 :]:
        if following.idx >= end or following.text == ",":
            return None
        if following.tag_ in _FINITE or "xxx" in following.lower_:
            begin = page.doc[token.i + 1]
            return begin.idx if begin.text != "," else None
    return None


def _cut(page: Page, attribution: Attribution, start: int, end: int, others: Sequence[Attribution]) -> int:
    """Where the content ends: before the next saying, an adjunct of the saying, or the segment’s end."""
    for other in others:
        if start < other.start < end and other.cue.start > attribution.cue.start:
            joint = _JOINING.search(page.text, start, other.start)
            end = joint.start() if joint else other.start
    for match in _ADJUNCT.finditer(page.text, start, end):
        if page.quotation_at(match.start()) is None:
            end = match.start()
            break
    quoted = _QUOTING.search(page.text, start, end)
    if quoted is not None and page.quotation_at(quoted.start()) is None:
        end = quoted.start()
    for child in attribution.cue.token.rights:
        if child.dep_ == "advcl" and any(c.lower_ in _PLACED for c in child.children):
            edge = child.left_edge.idx
            if start + 12 < edge < end:
                end = edge
    return end
