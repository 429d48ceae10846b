"""What actors do about occasions, clause by clause: meet, receive, visit, attend, stay away.

Lists of titled persons break every parser, so the parse only says where the subject of a verb stands; the actors there are
enumerated, and after the verb up to where the next clause begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.clauses import Item
from ingest.occasions.scene import Scene
from ingest.occasions.vocabulary import GAP, GAP_WORDS, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIVE = frozenset({"not", "never", "no", "neither", "nor", "without", "nobody"})
_PLANNED = frozenset({"due", "expected", "scheduled", "planned", "set", "invited", "awaited", "confirmed", "confirm", "coming"})
_PREPOSITIONS = frozenset(
    "of for to in at from on after before than against about since under between over with by".split()
)
#: They may stand inside a verb's phrase: `are also in the country`.
_ADVERBS = frozenset(
    "also still already now again both all once more separately briefly jointly later then".split()
)
_TOPICS = frozenset("of for from after before than against about since under over to on".split())
_SUBORDINATE = frozenset({"although", "though", "because", "when", "where", "while", "whereas"})
#: Verbs that attend an occasion only where they name it, and what those of leading lead.
_TRANSITIVE = frozenset(
    "open inaugurate address brief tell assure inform remind chair co co-chair join welcome represent".split()
)
_COMPANY = frozenset({"join", "accompany", "represent"})
_SPENDING = frozenset({"spend", "begin", "start", "finish", "arrive", "come"})
_LEADING = frozenset({"head", "lead"})
_TEAMS = frozenset(
    {"delegation", "team", "mission", "side", "delegations", "session", "meeting", "talks", "europeans"}
)
_JOINTS = frozenset(
    {",", "and", "&", "as", "well", "with", "plus", "both", "the", ";", "separately", "or", "nor"}
)
_RELATIVES = frozenset({"who", "which", "whose", "that", "whom", "where"})
_PRESENT = ("VBZ", "VBP")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Families whose objects go on over relative clauses: lists of guests.
_LISTS = frozenset({"attended_by"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Subjects do something of a family to objects; `first` and `last` are the items of the verb."""

    family: str
    verb: str
    first: int
    last: int
    subjects: tuple[Item, ...]
    objects: tuple[Item, ...]
    negative: bool
    future: bool
    irrealis: bool
    present: bool = False
    perfect: bool = False
    past: bool = False


class DeedFinder:
    """Finds the deeds in one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._items = scene.items
        self._words = scene.words
        self._finite = scene.tagged(_FINITE)
        self._present = set(scene.tagged(_PRESENT))

    def find(self) -> Iterator[Deed]:
        """Yield the deeds from left to right."""
        index = 0
        while index < len(self._items):
            found = self._verb_at(index)
            if found is None:
                index += 1
                continue
            last, family = found
            yield self._deed(index, last, family)
            index = last

    # --- the verb ----------------------------------------------------------------------------------------------------

    def _verb_at(self, index: int) -> tuple[int, str] | None:
        if self._items[index].kind != "word":
            return None
        verbs = vocabulary().verbs
        rows = [row for stem in sorted(self._scene.stems[index]) for row in verbs.get(stem, ())]
        ends = [(len(p), end, family) for p, family in rows if (end := self._matched(p, index)) is not None]
        if not ends:
            return None
        _, last, family = max(ends, key=lambda row: (row[1], row[0]))
        return None if self._is_noun(index, last) else (last, family)

    def _is_noun(self, index: int, last: int) -> bool:
        """`the host`, `a visit`: a single word that the parser takes for a noun is no verb."""
        token = self._scene.token(index)
        return last == index + 1 and token is not None and token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}

    def _matched(self, phrase: Sequence[str], index: int) -> int | None:
        """Where a phrase that begins at an item ends; None where it does not stand there."""
        position = index
        for number, word in enumerate(phrase):
            if word == GAP:
                rest = phrase[number + 1 :]
                ends = (
                    self._matched(rest, p)
                    for p in range(position, position + GAP_WORDS + 1)
                    if self._is_gap(position, p)
                )
                return next((end for end in ends if end is not None), None)
            while (
                number
                and position < len(self._words)
                and self._words[position] in _ADVERBS
                and word != self._words[position]
            ):
                position += 1
            if position >= len(self._words) or word not in self._scene.stems[position]:
                return None
            position += 1
        return position

    def _is_gap(self, start: int, end: int) -> bool:
        inside = self._items[start:end]
        return all(i.kind in {"word", "adjective"} and (i.text.isalpha() or i.text == "-") for i in inside)

    def _deed(self, first: int, last: int, family: str) -> Deed:
        subjects, begin = self._subjects(first, last)
        group = self._group(first, begin)
        negative = any(w in _NEGATIVE for w in group) or self._words[last : last + 1] == ["not"]
        negative = negative or self._words[begin : begin + 1] in (["nobody"], ["neither"], ["no"])
        planned = bool(_PLANNED & set(self._words[first:last])) or self._words[first:last] == [
            "be",
            "awaited",
        ]
        future = planned or bool(set(group) & vocabulary().future) or self._is_to(group)
        irrealis = bool(set(group) & vocabulary().irrealis) or self._is_undone(first, begin, group)
        purpose = self._purpose(first, last) if group[-1:] == ["to"] and not future else ""
        future, irrealis = future or purpose == "future", irrealis or purpose == "irrealis"
        if family == "by_phone":
            subjects = self._scene.parties(
                i for i in range(self._clause_start(first), first) if self._scene.is_party(i)
            )
        present = (
            first in self._present and not group and self._words[first] not in {"is", "are", "has", "have"}
        )
        objects = self._objects(last, family)
        if family == "with":
            objects = self._accompanying(first) or subjects
        verb = self._scene.lemmas[first]
        if self._is_passive(first, last, family) or self._acts_on_else(first, last, family):
            family = ""
        if self._is_bare_gerund(first, last):
            irrealis = True
        past = self._is_past(first, last, group)
        return Deed(
            family, verb, first, last, subjects, objects, negative, future, irrealis, present, "had" in group, past
        )

    def _is_past(self, first: int, last: int, group: Sequence[str]) -> bool:
        """Whether the verb or its auxiliary is in the past."""
        tokens = (self._scene.token(i) for i in range(first - len(group), last))
        return any(t is not None and t.tag_ == "VBD" for t in tokens)

    def _is_bare_gerund(self, first: int, last: int) -> bool:
        """`would go on telephoning Putin`, `denied meeting him`: nothing that happened."""
        token = self._main_token(first, last)
        return token is not None and token.tag_ == "VBG" and token.dep_ == "xcomp" and token.head.lemma_ not in _SPENDING

    def _is_passive(self, first: int, last: int, family: str) -> bool:
        """`an official who was briefed on the talks`."""
        token = self._scene.token(first)
        return (
            family in {"attend", "receive", "host"} and last == first + 1 and token is not None
            and any(c.dep_ == "auxpass" for c in token.children)
        )  # fmt: skip

    def _acts_on_else(self, first: int, last: int, family: str) -> bool:
        """`opens an embassy`, `joined the bloc`, `heads the party`: what is done is done to something else."""
        token = self._scene.token(first)
        if token is not None and token.lemma_ == "see" and last == first + 1:
            seen = [c for c in token.children if c.dep_ == "dobj"]
            at = self._scene.index_at(seen[0].idx) if seen else len(self._items)
            return not seen or at >= len(self._items) or self._items[at].kind != "person"
        if token is not None and token.lemma_ == "confirm" and last == first + 1:
            return any(c.dep_ in {"ccomp", "dobj"} for c in token.children)
        if family != "attend" or token is None:
            return False
        things = [
            c for c in token.children if c.dep_ in {"dobj", "oprd"} and c.idx >= self._items[last - 1].end
        ]
        if not things or things[0].lower_ in {"it", "them"}:
            return False
        words = {w.lower_ for w in things[0].subtree} | {w.lemma_.lower() for w in things[0].subtree}
        if token.lemma_ in _LEADING:
            return not words & _TEAMS
        named = vocabulary().nouns.keys() & words
        at = self._scene.index_at(things[0].idx)
        person = at < len(self._items) and self._items[at].kind != "word"
        return not named and not (person and token.lemma_ in _COMPANY) and token.lemma_ in _TRANSITIVE

    @staticmethod
    def _is_to(group: Sequence[str]) -> bool:
        """`is to meet`, `are to meet`."""
        return any(
            pair in {("is", "to"), ("are", "to"), ("was", "to"), ("were", "to")}
            for pair in zip(group, group[1:], strict=False)
        )

    def _purpose(self, first: int, last: int) -> str:
        """What the verb before an infinitive makes of it: `plans to meet` the future, `wants to meet` nothing; `flew in to
        attend` leaves it a fact.
        """
        token = self._main_token(first, last)
        head = token.head if token is not None and token.head.i != token.i else None
        if head is None:
            return ""
        if head.lemma_ in vocabulary().irrealis_heads:
            return "irrealis"
        ahead = any(c.lower_ in {"will", "shall", "’ll"} for c in head.children)
        return "future" if ahead or head.lemma_ in vocabulary().future_heads else ""

    def _accompanying(self, first: int) -> tuple[Item, ...]:
        """`with the Taliban in the room`: the actors between `with` and the phrase."""
        start = next((i for i in range(first - 1, -1, -1) if self._words[i] == "with"), first)
        return self._scene.parties(i for i in range(start, first) if self._scene.is_party(i))

    def _is_undone(self, verb: int, begin: int, group: list[str]) -> bool:
        """`denied that Doval had sat down with an envoy`, `had been due to meet`, `had hoped for a meeting`."""
        before = self._words[max(0, begin - 12) : verb]
        planned = "had" in group and bool({*group, *self._words[verb : verb + 3]} & _PLANNED)
        planned = planned or bool(
            {("was", "to", "have"), ("were", "to", "have")}
            & set(zip(group, group[1:], group[2:], strict=False))
        )
        return planned or bool(set(before) & vocabulary().undoing)

    def _group(self, verb: int, begin: int) -> list[str]:
        """The auxiliaries and adverbs right before a verb: `is due to`, `did not`, `had once more`."""
        first = verb
        while first > begin and self._words[first - 1] in vocabulary().group:
            first -= 1
        return self._words[first:verb]

    # --- before the verb ---------------------------------------------------------------------------------------------

    def _subjects(self, verb: int, last: int) -> tuple[tuple[Item, ...], int]:
        """The actors of whom the verb is said, and where the words about the verb begin."""
        begin = self._clause_start(verb)
        token = self._main_token(verb, last)
        subject = subject_of(token) if token is not None else None
        apart = subject is not None and ";" in self._words[self._scene.index_at(subject.idx) : verb]
        listed = self._named_by(subject, verb) if subject is not None and not apart else []
        if not listed and subject is not None and not apart and self._is_else(subject):
            return self._taken_up(subject), begin
        if not listed:
            return self._windowed(verb, begin)
        joined = self._coordinated([i for i in range(begin, verb) if self._scene.is_party(i)])
        whole = set(listed) < set(joined) and joined[-1] == listed[-1] and self._is_list(joined)
        return self._scene.parties(joined if whole else listed), begin

    def _is_else(self, subject: Token) -> bool:
        """Whether a subject is something or somebody that is no known actor: `it`, `the plan`, `the Japanese leader`."""
        return subject.lower_ in {"it", "this", "that", "there"} or subject.pos_ == "NOUN"

    def _taken_up(self, pronoun: Token) -> tuple[Item, ...]:
        """`France …, at a conference that it chaired`: the state or body that the sentence begins with."""
        before = [i for i, item in enumerate(self._items) if item.end <= pronoun.idx and item.kind == "state"]
        first = next(
            (i for i in before if self._scene.is_party(i) and not self._follows(i, _PREPOSITIONS)), None
        )
        return self._scene.parties([first]) if first is not None and pronoun.lower_ == "it" else ()

    def _is_list(self, found: Sequence[int]) -> bool:
        return all(self._joins(a, b) for a, b in zip(found, found[1:], strict=False))

    def _joins(self, left: int, right: int) -> bool:
        """Whether only joints, initials and forms of address stand between two items: `A and Sh. B`."""
        between = range(left + 1, right)
        return all(
            self._words[i] in _JOINTS or self._words[i] == "." or self._words[i + 1] == "." for i in between
        )

    def _main_token(self, first: int, last: int) -> Token | None:
        """The verb that carries the subject: of `was received by` the participle."""
        tokens = [t for i in range(first, last) if (t := self._scene.token(i)) is not None]
        verbs = [t for t in tokens if t.pos_ == "VERB"] or [t for t in tokens if t.pos_ == "AUX"]
        return verbs[0] if verbs else None

    def _named_by(self, subject: Token, verb: int) -> list[int]:
        """The items that a subject names: those in its words, and those of the list that they end."""
        low, high = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
        inside = [
            i for i, item in enumerate(self._items)
            if self._scene.is_party(i) and low <= item.start < high and not self._in_clause(i, subject)
        ]  # fmt: skip
        own = [i for i in inside if self._items[i].start <= subject.idx < self._items[i].end]
        listed = sorted({*self._coordinated(inside), *own})
        if own and not any(i < own[0] for i in listed):
            listed = self._led_by(own[0], verb) + listed
        return listed

    def _in_clause(self, index: int, subject: Token) -> bool:
        """Whether an item stands in a relative clause within a subject."""
        token = self._scene.token(index)
        while token is not None and token.i != subject.i and token.head.i != token.i:
            if token.dep_ in {"relcl", "acl", "advcl"}:
                return True
            token = token.head
        return False

    def _led_by(self, index: int, verb: int) -> list[int]:
        """The earlier members of the list that ends with an item: `A, B; C and D took part`, where the parse has D."""
        earlier: list[int] = []
        start = self._clause_start(verb)
        position, gap = index - 1, 0
        while position >= start:
            if self._scene.is_party(position) and gap:
                earlier.insert(0, position)
                gap = 0
            elif self._words[position] in {",", "and", ";", "&"}:
                gap += 1
            elif self._words[position] not in _JOINTS or gap == 0:
                break
            position -= 1
        return self._coordinated(earlier)

    def _windowed(self, verb: int, begin: int) -> tuple[tuple[Item, ...], int]:
        """The actors after the finite verb before this one (`India confirmed that Muttaqi will arrive`), unless the two
        share their subject (`Wang flew in and met Dar`), or else from where the clause begins.
        """
        opener = self._words[begin - 1] if begin else ""
        group = verb - len(self._group(verb, begin))
        stops = [begin, *(i + 1 for i in self._finite if begin <= i < group)]
        shared = group > 0 and self._words[group - 1] in {"and", "then"}
        for number in range(len(stops) - 1, -1, -1):
            if shared and number == len(stops) - 1 and number:
                continue
            end = stops[number + 1] - 1 if number + 1 < len(stops) else group
            listed = self._coordinated([i for i in range(stops[number], end) if self._scene.is_party(i)])
            if listed:
                return self._scene.parties(listed), begin
        if begin and opener in {"who", "which", ",", "and", "whose"}:
            relative = [i for i in range(begin) if self._words[i] in {"who", "which", "whose"}]
            end = relative[-1] if relative else begin
            before = [
                i for i in range(end) if self._scene.is_party(i) and not self._follows(i, _PREPOSITIONS)
            ]
            if before:
                return self._scene.parties(before[-1:]), begin
        return (), begin

    def _clause_start(self, verb: int) -> int:
        """The item after the last word that opens a clause before a verb."""
        for position in range(verb - 1, -1, -1):
            word = self._words[position]
            if word in {";", ":", "—", "–"}:
                return position + 1
            if self._breaks(position):
                inside = word in _SUBORDINATE or any(
                    self._scene.is_party(i) for i in range(position + 1, verb)
                )
                if inside or word in {"who", "which", "whose"}:
                    return self._after_relative(position, verb)
        return 0

    def _breaks(self, position: int) -> bool:
        """Whether a word opens a clause; `as well as` and `known as` do not."""
        word = self._words[position]
        if word not in vocabulary().breaks:
            return False
        known = self._words[position - 1 : position] in (["known"], ["such"])
        return not (word == "as" and (known or self._words[position + 1 : position + 2] == ["well"]))

    def _after_relative(self, position: int, verb: int) -> int:
        """`Khasawneh, who is in Kuwait, did not attend`: past a relative clause that has a verb of its own."""
        commas = [i for i in range(position, verb) if self._words[i] == ","]
        verbs = [i for i in self._finite if position < i < verb]
        if self._words[position] in {"who", "which", "whose"} and commas and verbs and verbs[0] < commas[-1]:
            return commas[-1] + 1
        return position + 1

    def _follows(self, index: int, prepositions: frozenset[str]) -> bool:
        position = index - 1
        while position >= 0 and self._words[position] in {"the", ","}:
            position -= 1
        return position >= 0 and self._words[position] in prepositions

    def _coordinated(self, found: Sequence[int]) -> list[int]:
        """The actors of a coordination: those before which no preposition stands, and what is joined to them."""
        listed: list[int] = []
        for index in found:
            joined = bool(listed) and self._joins(listed[-1], index)
            if joined or not self._follows(index, _PREPOSITIONS) or self._in_group(index):
                listed.append(index)
        return listed

    def _in_group(self, index: int) -> bool:
        """`representatives of Russia, India and China`."""
        position = index - 1
        while position >= 0 and (self._words[position] in _JOINTS or self._items[position].kind == "state"):
            position -= 1
        if position < 1 or self._words[position] not in {"of", "from"}:
            return False
        return bool(set(self._words[max(0, position - 4) : position]) & vocabulary().groups)

    # --- after the verb ----------------------------------------------------------------------------------------------

    def _objects(self, last: int, family: str) -> tuple[Item, ...]:
        """The actors after the verb, up to where the next clause begins."""
        found: list[int] = []
        for position in range(last, len(self._items)):
            word = self._words[position]
            if word in {";", ":"} and family not in _LISTS and word != ":":
                break
            if self._breaks(position):
                if word in _RELATIVES and family in _LISTS:
                    continue
                break
            if position in self._finite and family not in _LISTS and position > last:
                break
            if self._begins_clause(position, last):
                break
            if self._scene.is_party(position) and not self._is_topic(position, last, family):
                found.append(position)
        return self._scene.parties(found)

    def _begins_clause(self, index: int, last: int) -> bool:
        """`met Lula, and Costa had breakfast with …`: Costa is the subject of what follows."""
        token = self._scene.token(index) if self._scene.is_party(index) else None
        verb = token.head if token is not None and token.dep_ in _SUBJECTS else None
        return verb is not None and verb.i > token.i and verb.idx > self._items[last - 1].start

    def _is_topic(self, index: int, last: int, family: str) -> bool:
        """`met Macron for talks on Iran`: an actor behind another preposition takes no part."""
        if family in _LISTS or family in {"visit", "send"}:
            return False
        behind = any(
            w in _TOPICS - {self._words[last - 1]} for w in self._words[max(last, index - 3) : index]
        )
        return behind and self._follows(index, _TOPICS) and not self._in_group(index)


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's subject: its own, that of the verb it is joined or subordinate to, or the noun that its clause
    belongs to (`Saar, who flew in`, `the man leading the team`).
    """
    for _ in range(6):
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if own:
            found = own[0]
            relative = found.lower_ in _RELATIVES and verb.dep_ in {"relcl", "acl", "ccomp", "advcl"}
            return verb.head if relative else found
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if (
            verb.dep_ == "pcomp"
            and verb.head.head.pos_ in {"VERB", "AUX"}
            and verb.head.i != verb.head.head.i
        ):
            verb = verb.head.head
        elif verb.dep_ in {"conj", "xcomp", "advcl", "auxpass", "aux", "dep"} and verb.head.pos_ in {
            "VERB",
            "AUX",
        }:
            verb = verb.head
        else:
            return None
    return None
