"""Who does something and to whom: the actors before and after a verb.

Lists of titled persons break every parser, so the parse only says where the subject of a verb stands; the actors there
are enumerated, and those after the verb up to where the next clause begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.clauses import Item
from ingest.occasions.scene import PAIR, PARTIES, Scene
from ingest.occasions.vocabulary import vocabulary, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = word_set("prepositions")
_TOPICS = word_set("topics")
_SUBORDINATE = word_set("subordinate")
_JOINTS = word_set("joints")
_RELATIVES = word_set("relatives")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Families whose objects go on over relative clauses: lists of guests.
_LISTS = frozenset({"attended_by"})
_ELSE = frozenset(
    {"it", "this", "that", "there", "some", "many", "most", "others", "several", "those", "none", "all"}
)


class Arguments:
    """Finds the actors around the verbs of one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._items = scene.items
        self._words = scene.words
        self._finite = scene.tagged(_FINITE)

    def group(self, verb: int, begin: int) -> list[str]:
        """The auxiliaries and adverbs right before a verb: `is due to`, `did not`, `had once more`."""
        first = verb
        while first > begin and self._words[first - 1] in vocabulary().group:
            first -= 1
        return self._words[first:verb]

    def before(self, verb: int) -> tuple[Item, ...]:
        """All actors of the clause before a verb: `X and Y spoke by telephone`."""
        start = self.clause_start(verb)
        return self._scene.parties(i for i in range(start, verb) if self._scene.is_party(i))

    def around(self, last: int) -> tuple[Item, ...]:
        """`By telephone last night Downer congratulated Lini`: the two persons behind words that open it."""
        people = [
            i
            for i in range(last, len(self._items))
            if self._scene.is_party(i) and self._items[i].kind == "person"
        ]
        return self._scene.parties(people[:PAIR])

    def accompanying(self, first: int) -> tuple[Item, ...]:
        """`with the Taliban in the room`: the actors between `with` and the phrase."""
        start = next((i for i in range(first - 1, -1, -1) if self._words[i] == "with"), first)
        return self._scene.parties(i for i in range(start, first) if self._scene.is_party(i))

    # --- before the verb ---------------------------------------------------------------------------------------------

    def subjects(self, verb: int, last: int) -> tuple[tuple[Item, ...], int]:
        """The actors of whom the verb is said, and where the words about the verb begin."""
        begin = self.clause_start(verb)
        token = self.main_token(verb, last)
        subject = subject_of(token) if token is not None else None
        while subject is not None and subject.dep_ == "appos" and subject.head.i != subject.i:
            subject = subject.head  # `Kommasith, Laos’s foreign minister, who chaired`
        apart = subject is not None and ";" in self._words[self._scene.index_at(subject.idx) : verb]
        listed = self._named_by(subject, verb) if subject is not None and not apart else []
        if not listed and subject is not None and not apart and self._is_else(subject):
            group = verb - len(self.group(verb, begin))
            near = self._scene.parties(
                [group - 1] if self._is_right_before(group) else self._described(group, begin)
            )
            return near or self._led(subject) or self._taken_up(subject), begin
        if not listed:
            return self._windowed(verb, begin)
        joined = self._coordinated([i for i in range(begin, verb) if self._scene.is_party(i)])
        whole = set(listed) < set(joined) and joined[-1] == listed[-1] and self._is_list(joined)
        return self._scene.parties(joined if whole else listed), begin

    def _is_else(self, subject: Token) -> bool:
        """Whether a subject is something or somebody that is no known actor: `it`, `the plan`, `the Japanese
        leader`.
        """
        return subject.lower_ in _ELSE or subject.pos_ == "NOUN"

    def _described(self, group: int, begin: int) -> list[int]:
        """`Karzai and Ban, the UN secretary-general, are at the summit`: those whom an apposition describes."""
        if group < PAIR or self._words[group - 1] != ",":
            return []
        last = next((i for i in range(group - 2, begin - 1, -1) if self._words[i] == ","), begin) - 1
        if self._scene.is_party(group - 2):  # `the first vice-president, Riek Machar, did not come`
            last = group - 2
        if last < begin or not self._scene.is_party(last) or self._items[last].kind != "person":
            return []
        verbs = [i for i in self._finite if last < i < group]
        return [] if verbs else [*self._led_by(last, group), last]

    def _led(self, subject: Token) -> tuple[Item, ...]:
        """`a delegation led by Agbenou landed in Niamey`, `the envoys, headed by him`: whoever leads it."""
        leading = [c for c in subject.children if c.lemma_ in {"lead", "head"} and c.tag_ == "VBN"]
        if not leading:
            return ()
        start = self._scene.index_at(leading[0].idx)
        led = next(
            (i for i in range(start, min(start + 6, len(self._items))) if self._scene.is_party(i)), None
        )
        return (
            self._scene.parties([led])
            if led is not None and self._words[start + 1 : start + 2] == ["by"]
            else ()
        )

    def _taken_up(self, pronoun: Token) -> tuple[Item, ...]:
        """`France …, at a conference that it chaired`: the state or body that the sentence begins with."""
        before = [i for i, item in enumerate(self._items) if item.end <= pronoun.idx and item.kind == "state"]
        first = next(
            (i for i in before if self._scene.is_party(i) and not self._follows(i, _PREPOSITIONS)), None
        )
        return self._scene.parties([first]) if first is not None and pronoun.lower_ == "it" else ()

    def _is_list(self, found: Sequence[int]) -> bool:
        return all(self._joins(a, b) for a, b in pairwise(found))

    def _joins(self, left: int, right: int) -> bool:
        """Whether only joints, initials and forms of address stand between two items: `A and Sh. B`."""
        between = range(left + 1, right)
        return all(
            self._words[i] in _JOINTS or self._words[i] == "." or self._words[i + 1] == "." for i in between
        )

    def main_token(self, first: int, last: int) -> Token | None:
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
        start = self.clause_start(verb)
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
        group = verb - len(self.group(verb, begin))
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

    def _is_right_before(self, group: int) -> bool:
        """`…, and Burundi’s Nkurunziza stayed away`: a person joined to what precedes, right before the verb."""
        if group < PAIR or not self._scene.is_party(group - 1):
            return False
        return self._items[group - 1].kind == "person" and not self._follows(group - 1, _PREPOSITIONS)

    def clause_start(self, verb: int) -> int:
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
        while position >= 0 and (self._words[position] in _JOINTS or self._items[position].kind in PARTIES):
            position -= 1
        if position < 1 or self._words[position] not in {"of", "from"}:
            return False
        return bool(set(self._words[max(0, position - 4) : position]) & vocabulary().groups)

    # --- after the verb ----------------------------------------------------------------------------------------------

    def objects(self, last: int, family: str) -> tuple[Item, ...]:
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
                del found[len(found) - self._is_subject_before(position, last) :]
                break
            if self._begins_clause(position, last):
                break
            if self._scene.is_party(position) and not self._is_topic(position, last, family):
                found.append(position)
        return self._scene.parties(found)

    def _is_subject_before(self, verb: int, last: int) -> bool:
        """`gave the summit a miss and Burundi’s Nkurunziza stayed away`: he does not belong to the first."""
        return verb - 1 > last and self._words[verb - 1] != "," and self._is_right_before(verb)

    def _begins_clause(self, index: int, last: int) -> bool:
        """`met Lula, and Costa had breakfast with …`: Costa is the subject of what follows."""
        token = self._scene.token(index) if self._scene.is_party(index) else None
        if token is None or token.dep_ not in _SUBJECTS:
            return False
        return token.head.i > token.i and token.head.idx > self._items[last - 1].start

    def _is_topic(self, index: int, last: int, family: str) -> bool:
        """`met Macron for talks on Iran`: an actor behind another preposition takes no part."""
        if family in _LISTS or family in {"visit", "send"}:
            return False
        behind = any(
            w in _TOPICS - {self._words[last - 1]} for w in self._words[max(last, index - 3) : index]
        )
        return behind and self._follows(index, _TOPICS) and not self._in_group(index)


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's subject: its own, that of the verb it is joined or subordinate to, or the noun that its
    clause
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
