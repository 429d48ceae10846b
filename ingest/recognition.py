"""Which state or body recognises which, does not, did once, or means to.

Closed templates over the clause: `SUBJECT … recognise … OBJECT`, its noun (`withdrew its recognition of OBJECT`), the switch
(`dropped Taiwan for China`), and what repeats it (`Malta did the same`, `Mexico has not`). What is wished, weighed or
doubted gives nothing: a wrong recognition misleads more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.record import Recognition
from ingest.actors import Cast
from ingest.clauses import Clause, Item, clauses_of
from ingest.dates import nearest_date
from ingest.docs import Page, Sentence
from ingest.lexicon import read_lexicon
from ingest.posts import sentences_of
from ingest.skips import Skipped
from ingest.tokens import tokenize

_TRIGGER = re.compile(
    r"recogni[szt]|diplomatic (?:partner|all(?:y|ies)|relations|ties|links)|\b(?:do|did|done|doing) (?:so|the same|likewise|that)\b"
    r"|that step|the step|same step|stopped short|that far|(?:remaining|diplomatic|formal) (?:partners|allies)|followed suit|(?:has|have|does|do) not[.,;:]|\b(?:so|neither|nor) (?:has|have|do|does|did)\b"
    r"|\b(?:drop|ditch|abandon|left|leav|cut|sever|broke|switch|changed sides)",
    re.IGNORECASE,
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_OWNED_BY_PERSON = frozenset({"government", "country", "state", "kingdom", "republic", "nation"})
_VERB = re.compile(r"recogni[sz](?:e|es|ed|ing)$", re.IGNORECASE)
_NOUN = re.compile(r"recognition$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Act:
    """Actors recognise targets, or do not; "*" is nobody at all."""

    subjects: tuple[str, ...]
    targets: tuple[str, ...]
    status: str


@dataclass(slots=True)
class _Thread:
    """What the article last said about recognition, so that "it", "the same" and "has not" find what they repeat."""

    targets: tuple[str, ...] = ()
    status: str = ""
    subjects: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    sentence: int = -1
    acts: tuple[_Act, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The reading of one page's recognitions."""

    page: Page
    cast: Cast
    thread: _Thread = field(default_factory=_Thread)

    def read(self) -> Iterator[Recognition | Skipped]:
        words = _words()
        for sentence in self.page.sentences:
            if not sentence.body:
                continue
            for clause in clauses_of(self.page, self.cast, sentence):
                yield from self._facts(sentence, clause, words)

    def _facts(self, sentence: Sentence, clause: Clause, words: _Words) -> Iterator[Recognition | Skipped]:
        if not _TRIGGER.search(clause.text):
            self._note_subject(clause)
            return
        if self.page.text[sentence.end - 1] == "?":
            return
        self.thread.sentence = sentence.index
        acts = list(_ClauseReader(clause, self.cast, self.thread, words).acts())
        for act in acts:
            date = self._date(clause, act)
            for source in act.subjects:
                for target in act.targets:
                    if source != target:
                        yield Recognition(
                            source,
                            target,
                            act.status,
                            sentences_of(self.page, (sentence.start, sentence.end)),
                            date,
                        )
        if not acts:
            self._note_subject(clause)
            if any(_VERB.match(i.text) for i in clause.items):
                yield Skipped(
                    "recognition",
                    (sentence.start, sentence.end),
                    "who recognises whom is not asserted or not clear",
                )

    def _date(self, clause: Clause, act: _Act) -> str | None:
        if act.status == "intends" or (act.status == "not_recognized" and "*" in act.subjects):
            return None
        if act.status == "not_recognized":
            return None
        return nearest_date(self.page, clause.start, clause.end)

    def _note_subject(self, clause: Clause) -> None:
        """The states that open a clause, for "it" and "neither" after it."""
        first = next((n for n, i in enumerate(clause.items) if i.kind == "state"), None)
        if first is None:
            return
        listed = []
        for item in clause.items[first:]:
            if item.kind == "state":
                listed.append(item.actor)
            elif item.text.casefold() not in {",", "and", "the"}:
                break
        self.thread.subjects = tuple(listed)


@dataclass(frozen=True, slots=True)
class _Words:
    filler: frozenset[str]
    negative: frozenset[str]
    intention: frozenset[str]
    irrealis: frozenset[str]
    objects: frozenset[str]
    owned: frozenset[str]
    anaphora: tuple[tuple[str, ...], ...]
    repeats: tuple[tuple[str, ...], ...]
    withdrawal: tuple[tuple[str, ...], ...]
    nobody: frozenset[str]
    pair: frozenset[str]
    leave: frozenset[str]
    cut: frozenset[str]
    ties: frozenset[str]
    partners: frozenset[str]
    rivals: dict[str, str]


def _words() -> _Words:
    data = read_lexicon("recognition")
    phrases = {
        k: tuple(sorted((tuple(t.folded for t in tokenize(p)) for p in data[k]), key=len, reverse=True))
        for k in ("anaphora", "repeats", "withdrawal")
    }
    switch = data["switch"]
    return _Words(
        *(frozenset(data[k]) for k in ("filler", "negative", "intention", "irrealis", "objects", "owned")),
        phrases["anaphora"],
        phrases["repeats"],
        phrases["withdrawal"],
        frozenset(data["nobody"]),
        frozenset(data["pair"]),
        *(frozenset(switch[k]) for k in ("leave", "cut", "ties", "partners")),
        switch["rivals"],
    )


@dataclass(slots=True)
class _ClauseReader:
    """Reads one clause; positions count its items."""

    clause: Clause
    cast: Cast
    thread: _Thread
    words: _Words
    found: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        return self.clause.items

    def acts(self) -> Iterator[_Act]:
        """Yield what the clause asserts, in its order."""
        for index in range(len(self.items)):
            found = [a for a in self._acts_at(index) if a.subjects and a.targets]
            for act in found:
                self._remember(act)
                yield act
            if found:
                self.thread.acts = tuple(found)
                self.found = True

    def _acts_at(self, index: int) -> Iterator[_Act]:
        item = self.items[index]
        word = item.text.casefold()
        if _VERB.match(item.text):
            yield from self._acts_of_verb(index)
        elif _NOUN.match(item.text):
            yield from filter(None, [self._act_of_noun(index)])
        elif word in self.words.partners:
            yield from filter(None, [self._partners(index)])
        elif word == "stopped" and self._words(index + 1, 2) == ["short", "of"]:
            yield _Act(self._subject_of_clause(index)[0], self.thread.targets, "not_recognized")
        elif word in {"so", "neither", "nor"}:
            yield from filter(None, [self._inverted(index)])
        elif word in {"has", "have", "does", "do"}:
            yield from filter(None, [self._elliptic(index)])
        yield from self._repeats(index)
        yield from self._switch(index)

    def _remember(self, act: _Act) -> None:
        self.thread.targets, self.thread.status, self.thread.subjects = act.targets, act.status, act.subjects
        if len(act.targets) > 1:
            self.thread.many = act.targets

    def _words(self, start: int, count: int) -> list[str]:
        return [i.text.casefold() for i in self.items[start : start + count]]

    # --- the verb ----------------------------------------------------------------------------------------------------

    def _acts_of_verb(self, index: int) -> Iterator[_Act]:
        if index and self.items[index - 1].text.casefold() in {
            "internationally",
            "widely",
            "un",
            "-",
            "universally",
        }:
            return
        passive = self._passive(index)
        if passive is not None:
            yield passive
            return
        subjects, group = self._subject(index)
        targets = self._targets(index + 1, subjects)
        subjects = subjects or self._listed_behind(index)
        status = self._status(group, self.items[index].text)
        if not subjects or not targets or status is None:
            return
        if subjects == ("*",):
            yield _Act(("*", *self._included(index)), targets, "not_recognized")
            return
        yield _Act((*subjects, *self._joining(index)), targets, status)
        yield from self._but_not(index, subjects)
        if status == "recognized" and self._first_to(index) is not None:
            yield _Act(self._predecessors(index), targets, status)

    def _listed_behind(self, index: int) -> tuple[str, ...]:
        """`Eleven of the 14 members have recognised Guaidó: Argentina, Brazil …`."""
        colon = next((i for i in range(index, len(self.items)) if self.items[i].text == ":"), None)
        return self._list_after(colon + 1) if colon is not None and colon - index < 6 else ()

    def _joining(self, index: int) -> tuple[str, ...]:
        """`… recognised Palestine in May 2024 along with Ireland and Norway`."""
        for position in range(index, len(self.items) - 2):
            if self._words(position, 2) in (
                ["along", "with"],
                ["together", "with"],
                ["as", "did"],
                ["as", "have"],
            ):
                return self._list_after(position + 2)
        return ()

    def _but_not(self, index: int, subjects: tuple[str, ...]) -> Iterator[_Act]:
        """`recognises Taiwan and not Beijing`."""
        for position in range(index, len(self.items) - 2):
            if (
                self._words(position, 2) in (["and", "not"], ["but", "not"])
                and self.items[position + 2].kind == "state"
            ):
                yield _Act(subjects, (self.items[position + 2].actor,), "not_recognized")

    def _predecessors(self, index: int) -> tuple[str, ...]:
        """`became the third country this year to recognise Kosovo, after Kenya in March and Sudan in April`."""
        after = next(
            (i for i in range(index, len(self.items)) if self.items[i].text.casefold() == "after"), None
        )
        if after is None or self.items[min(after + 1, len(self.items) - 1)].kind != "state":
            return ()
        return tuple(i.actor for i in self.items[after + 1 :] if i.kind == "state" and i.form == "name")

    def _passive(self, index: int) -> _Act | None:
        """`is recognised only by Ankara`, `was recognised by six states, among them …`."""
        words = [i.text.casefold() for i in self.items[index + 1 : index + 6]]
        if "by" not in words[:4] or not self.items[index].text.casefold().endswith("ed"):
            return None
        at = index + 1 + words.index("by")
        subjects, group = self._subject(index)
        if any(w in self.words.irrealis | self.words.negative | self.words.intention for w in group):
            return None
        holders = self._list_after(at + 1)
        return _Act(holders, subjects, "recognized") if holders and subjects and subjects != ("*",) else None

    def _status(self, group: list[str], verb: str) -> str | None:
        if any(w in self.words.negative for w in group):
            return "not_recognized"
        if any(w in self.words.irrealis for w in group):
            return None
        if any(w in self.words.intention for w in group):
            return "intends"
        if "to" in group and verb.casefold() in {"recognise", "recognize"} and "first" not in group:
            return None
        if verb.casefold().endswith("ing"):
            return None
        return "recognized"

    def _subject(self, index: int) -> tuple[tuple[str, ...], list[str]]:
        """Who stands before the verb at `index`, and the words between."""
        group: list[str] = []
        position = index - 1
        first = self._first_to(index)
        if first is not None:
            position = first
            group.append("first")
        while position >= 0:
            found = self._subject_at(position, index, group)
            if found is not None:
                return found, group
            if self.found and self.items[position].text.casefold() == "and":
                return self.thread.subjects, group
            if self.items[position].text in {",", "—", "–", ")"}:
                position = self._past_insertion(position)
            elif self._is_between(position):
                group.append(self.items[position].text.casefold())
                position -= 1
            else:
                break
        return self._no_state_before(index), group

    def _is_between(self, position: int) -> bool:
        """Whether a word may stand between subject and verb: auxiliaries, adverbs, refusal, intention, a date."""
        word = self.items[position].text.casefold()
        known = self.words.filler | self.words.negative | self.words.intention | self.words.irrealis
        return word in known or word.isdigit() or word in _MONTHS

    def _subject_at(self, position: int, index: int, group: list[str]) -> tuple[str, ...] | None:
        """The subject that ends at a position; None where none does, empty where it is nobody that counts."""
        item = self.items[position]
        word = item.text.casefold()
        if item.kind in {"state", "person"}:
            return self._subject_list(position, group)
        if word in {"which", "that", "who"} and position:
            return self._antecedent(position) or None
        if word in {"it", "they"}:
            return self._it(position)
        if word == "neither" and len(self.thread.subjects) > 1:
            group.append("neither")
            return self.thread.subjects
        if word in self.words.pair and self._is_pair(index):
            return self._paired(index, group)
        if item.text in {"—", "–", ","} and position and self.items[position - 1].kind == "state":
            return self._inserted_list(position)
        owned = self._owner(position) if word in _OWNED_BY_PERSON and position else ()
        if owned:
            return owned
        return self._nobody(position) if word in self.words.nobody else None

    def _paired(self, index: int, group: list[str]) -> tuple[str, ...]:
        if any(i.text.casefold() == "neither" for i in self.items[:index]):
            group.append("neither")
        return () if any(w in self.words.intention for w in group) else self._pair(index)

    def _it(self, position: int) -> tuple[str, ...]:
        """What `it` takes up: the subject of the clause's last act, else the state last named in it, else before it."""
        if self.found or not any(i.kind == "state" for i in self.items[:position]):
            return self.thread.subjects
        return (next(i.actor for i in reversed(self.items[:position]) if i.kind == "state"),)

    def _inserted_list(self, position: int) -> tuple[str, ...] | None:
        """`four small states — Andorra, Malta and Monaco — did`, `twenty countries, among them Spain and France, had`."""
        listed, first = self._list_before(position - 1)
        before = self._words(max(0, first - 2), 2) if first else []
        dashed = bool(before) and before[-1] in {"—", "–"} and self.items[position].text in {"—", "–"}
        among = bool(before) and (
            before[-1] in {"including", "like"} or before in (["among", "them"], ["such", "as"])
        )
        return listed if dashed or (among and not self._no_state_before(position)) else None

    def _no_state_before(self, index: int) -> tuple[str, ...]:
        """`no nation, including …, who appear to have …, has`: everybody's no, wherever in the clause it opened."""
        for position in range(index - 1, 0, -1):
            if self.items[position].text.casefold() in self.words.nobody and self._words(position - 1, 1) == [
                "no"
            ]:
                return ("*",)
        return ()

    def _first_to(self, index: int) -> int | None:
        """`Israel has become the first country to recognise …`: the position before `has become`."""
        if not index or self.items[index - 1].text.casefold() != "to":
            return None
        for position in range(index - 2, max(-1, index - 14), -1):
            word = self.items[position].text.casefold()
            if word in {"become", "became", "becomes", "was", "is", "as"}:
                ordinal = [i.text.casefold() for i in self.items[position:index]]
                if any(
                    w in {"first", "second", "third", "fourth", "fifth", "latest", "only"}
                    or re.match(r"\d+(?:st|nd|rd|th)$", w)
                    for w in ordinal
                ) or any(re.fullmatch(r"\d+", w) for w in ordinal):
                    return position - 1
        return None

    def _subject_list(self, position: int, group: list[str]) -> tuple[str, ...]:
        found = self._list_before(position)
        first = found[1]
        while first > 1 and self.items[first - 1].text.casefold() == "the":
            first -= 1
        before = self.items[first - 1].text.casefold() if first else ""
        if before in {"neither", "nor", "not"}:
            group.append("neither")
        return found[0]

    def _list_before(self, position: int) -> tuple[tuple[str, ...], int]:
        """The actors listed up to a position, and where the list begins: `Andorra, Malta and Monaco`."""
        found = [self._state_of(self.items[position])]
        while position > 1:
            back = position - 1
            while back >= 0 and self.items[back].text.casefold() in {",", "and", "or", "nor", "the", "&"}:
                back -= 1
            if back == position - 1 or back < 0 or self.items[back].kind != "state":
                break
            found.insert(0, self.items[back].actor)
            position = back
        return tuple(a for a in found if a), position

    def _list_after(self, position: int) -> tuple[str, ...]:
        """The actors listed from a position on, small words between."""
        found: list[str] = []
        while position < len(self.items):
            item = self.items[position]
            if item.kind == "state":
                found.append(item.actor)
            elif item.text.casefold() not in {
                ",",
                "and",
                "or",
                "nor",
                "the",
                "&",
                "only",
                "solely",
                "both",
                "—",
                "–",
                ":",
                "also",
                "just",
                "alone",
                "except",
            }:
                break
            position += 1
        return tuple(dict.fromkeys(found))

    def _state_of(self, item: Item) -> str:
        """The state itself; of a person the state whose post he holds."""
        if item.kind != "person":
            return item.actor
        return next((p for p in self.cast.principals(item.actor) if self.cast.actors[p].kind == "state"), "")

    def _antecedent(self, position: int) -> tuple[str, ...]:
        """`Ghana, which recognised …`; `Spain, Greece and Cyprus, the three members that still refuse …`."""
        back = position - 1
        while back >= 0 and self.items[back].kind != "state":
            if self.items[back].text in {";", "."} or position - back > 9:
                return ()
            back -= 1
        if back < 0:
            return ()
        before = self._words(max(0, back - 2), 2)
        if back and "of" in before:
            comma = next((i for i in range(back, 0, -1) if self.items[i].text == ","), 0)
            if comma and self.items[comma - 1].kind == "state":
                return self._list_before(comma - 1)[0]
        return (self.items[back].actor,) if self.items[back].text and position - back <= 2 else ()

    def _nobody(self, position: int) -> tuple[str, ...]:
        """`no country` is everybody's no; `no other country` and `a country` are nobody in particular."""
        words = [i.text.casefold() for i in self.items[max(0, position - 4) : position]]
        return ("*",) if "no" in words and "other" not in words and "new" not in words else ()

    def _included(self, index: int) -> tuple[str, ...]:
        """`no nation, including Russia, Iran or China …`, `Russia included`, `not even Armenia`."""
        texts = [i.text.casefold() for i in self.items]
        found: list[str] = []
        for marker in ("including", "even", "like"):
            if marker in texts:
                found += self._list_after(texts.index(marker) + 1)
        if "included" in texts[:index]:
            at = texts.index("included")
            if at and self.items[at - 1].kind == "state":
                found += self._list_before(at - 1)[0]
        return tuple(dict.fromkeys(found))

    def _past_insertion(self, position: int) -> int:
        """Before the insertion that a comma closes: `Belarus, for all its closeness to Moscow, has never …`."""
        for back in range(position - 1, -1, -1):
            if (
                self.items[back].text in {",", "—", "–", "("}
                and back
                and (
                    self.items[back - 1].kind == "state"
                    or self.items[back - 1].text.casefold() in self.words.nobody
                )
            ):
                if self.items[back + 1].kind != "state" or self.items[position - 1].text.casefold() in {
                    "included",
                    "ally",
                    "neighbour",
                }:
                    return back - 1
        return position - 1

    def _owner(self, position: int) -> tuple[str, ...]:
        """`his government`, `whose country`: the state of the person last mentioned."""
        if self.items[position - 1].text.casefold() not in {"his", "her", "whose", "their"}:
            return ()
        person = next((i for i in reversed(self.items[:position]) if i.kind == "person"), None)
        state = self._state_of(person) if person is not None else ""
        return (state,) if state else ()

    def _is_pair(self, index: int) -> bool:
        after = [i.text.casefold() for i in self.items[index + 1 : index + 3]]
        return after in (["each", "other"], ["the", "other"], ["one", "another"])

    def _pair(self, index: int) -> tuple[str, ...]:
        earlier = [*self.clause.before, *(i.actor for i in self.items[:index] if i.kind == "state")]
        distinct = list(dict.fromkeys(reversed(earlier)))
        return tuple(reversed(distinct[:2])) if len(distinct) > 1 else ()

    # --- the object --------------------------------------------------------------------------------------------------

    def _targets(self, position: int, subjects: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the words after the verb name or point at."""
        rest = [i.text.casefold() for i in self.items[position : position + 6]]
        if rest[:2] in (["each", "other"], ["the", "other"], ["one", "another"]):
            return subjects if len(subjects) == 2 else ()
        while position < len(self.items):
            item = self.items[position]
            if item.kind == "state" or (item.kind == "person" and self._is_claimant(item)):
                return self._target_list(position)
            if (
                item.kind == "adjective"
                and self._words(position + 1, 1)[:1]
                and self._words(position + 1, 1)[0] in self.words.owned
            ):
                return (item.actor,)
            if item.kind == "quote":
                return self.thread.targets or self._last_contested()
            if any(tuple(rest[: len(p)]) == p for p in self.words.anaphora):
                return self._pointed_at(rest)
            if item.text.casefold() not in self.words.objects:
                return ()
            position += 1
            rest = [i.text.casefold() for i in self.items[position : position + 6]]
        return ()

    def _pointed_at(self, rest: list[str]) -> tuple[str, ...]:
        plural = rest[0] in {"them", "both", "either"} or rest[:2] in (["the", "two"], ["the", "pair"])
        if plural and self.thread.many:
            return self.thread.many
        return self.thread.targets or self._last_contested()

    def _last_contested(self) -> tuple[str, ...]:
        for actor in reversed(
            [*self.clause.before, *(i.actor for i in self.items if i.kind in {"state", "adjective"})]
        ):
            entry = self.cast.actors[actor].entry
            if entry is not None and (
                getattr(entry, "status", "") == "partial" or getattr(entry, "governs", None)
            ):
                return (actor,)
        return ()

    def _is_claimant(self, item: Item) -> bool:
        """A person is what is recognised where he claims a government: `recognised Guaidó as president`."""
        return not any(
            p.person == item.actor and p.status == "current" and "foreign" in p.post.casefold()
            for p in self.cast.posts
        )

    def _target_list(self, position: int) -> tuple[str, ...]:
        found: list[str] = []
        while position < len(self.items):
            item = self.items[position]
            word = item.text.casefold()
            if item.kind in {"state", "person"}:
                owned = self._owned(position + 1)
                if owned is False:
                    return tuple(found)
                found.append(item.actor)
                position += 1
                continue
            if word not in {
                ",",
                "and",
                "the",
                "republic",
                "of",
                "state",
                "independence",
                "both",
            } or not self._leads_to_state(position):
                break
            position += 1
        return tuple(dict.fromkeys(found))

    def _leads_to_state(self, position: int) -> bool:
        for item in self.items[position : position + 6]:
            if item.kind == "state":
                return True
            if item.text.casefold() not in {
                ",",
                "and",
                "the",
                "republic",
                "of",
                "state",
                "independence",
                "both",
            }:
                return False
        return False

    def _owned(self, position: int) -> bool | None:
        """None where no possessive follows; else whether what is owned is a government or its independence."""
        texts = [i.text.casefold() for i in self.items[position : position + 4]]
        if len(texts) < 2 or texts[0] not in {"’", "'"}:
            return None
        following = texts[2] if texts[1] == "s" and len(texts) > 2 else texts[1]
        if following in {"de", "self", "new", "interim", "transitional"} and len(texts) > 3:
            return True
        return following in self.words.owned

    # --- the noun ----------------------------------------------------------------------------------------------------

    def _act_of_noun(self, index: int) -> _Act | None:
        before = [i.text.casefold() for i in self.items[max(0, index - 8) : index]]
        targets = self._targets_of_noun(index)
        if any(w in self.words.irrealis for w in before):
            return None
        for phrase in self.words.withdrawal:
            at = self._phrase_before(phrase, index)
            if at is not None:
                subjects, group = self._subject(at)
                status = (
                    None
                    if any(
                        w in self.words.negative | self.words.irrealis | self.words.intention for w in group
                    )
                    else "withdrawn"
                )
                return (
                    _Act(subjects, targets, status)
                    if subjects and targets and status and subjects != ("*",)
                    else None
                )
        return self._given_or_withheld(index, before, targets)

    def _given_or_withheld(self, index: int, before: list[str], targets: tuple[str, ...]) -> _Act | None:
        for verb, status in (
            ("withheld", "not_recognized"),
            ("without", "not_recognized"),
            ("refused", "not_recognized"),
            ("denied", "not_recognized"),
            ("announced", "recognized"),
            ("granted", "recognized"),
            ("extended", "recognized"),
            ("accorded", "recognized"),
        ):
            if verb in before:
                at = index - len(before) + before.index(verb)
                subjects, group = self._subject_of_clause(at)
                if subjects and targets and not any(w in self.words.negative for w in group):
                    return _Act(subjects, targets, status)
        return None

    def _subject_of_clause(self, index: int) -> tuple[tuple[str, ...], list[str]]:
        """The subject before a verb that may stand far from it: the first list of states in the clause."""
        subjects, group = self._subject(index)
        if subjects:
            return subjects, group
        if any(
            i.text.casefold() in self.words.nobody and self._words(max(0, n - 1), 1) in (["no"], ["other"])
            for n, i in enumerate(self.items)
        ):
            return (), group
        first = next(
            (i for i, item in enumerate(self.items[:index]) if item.kind in {"state", "person"}), None
        )
        if first is None:
            return (), group
        last = first
        while last + 1 < index and (
            self.items[last + 1].kind == "state"
            or self.items[last + 1].text.casefold() in {",", "and", "the"}
        ):
            last += 1
        while self.items[last].kind not in {"state", "person"}:
            last -= 1
        return self._list_before(last)[0], group

    def _targets_of_noun(self, index: int) -> tuple[str, ...]:
        if index + 1 < len(self.items) and self.items[index + 1].text.casefold() in {"of", "to"}:
            return self._targets(index + 2, ())
        return self.thread.targets

    def _phrase_before(self, phrase: tuple[str, ...], index: int) -> int | None:
        """Where a phrase of withdrawal begins, if only `its`, `the` and the like stand between it and the noun."""
        position = index - 1
        while position >= 0 and self.items[position].text.casefold() in {
            "its",
            "the",
            "that",
            "this",
            "their",
            "his",
            "her",
            "diplomatic",
            "earlier",
            "formal",
            "any",
        }:
            position -= 1
        first = position - len(phrase) + 1
        if first < 0:
            return None
        return first if tuple(i.text.casefold() for i in self.items[first : position + 1]) == phrase else None

    # --- what repeats, and what switches -----------------------------------------------------------------------------

    def _repeats(self, index: int) -> Iterator[_Act]:
        """`Malta did the same`, `Iraq has not done so`, `Russia took that step on July 3`."""
        phrase = next((p for p in self.words.repeats if tuple(self._words(index, len(p))) == p), None)
        if phrase is None or not self.thread.acts:
            return
        subjects, group = self._subject_of_clause(index)
        status = self._status(group, "recognized")
        if not subjects or status is None or subjects == ("*",):
            return
        for act in self.thread.acts:
            if status != "recognized":
                yield _Act(subjects, act.targets, status)
            elif act.status in {"recognized", "withdrawn"}:
                yield _Act(subjects, act.targets, act.status)
            else:
                yield _Act(subjects, act.targets, "recognized")

    def _inverted(self, index: int) -> _Act | None:
        """`so has Mauritania`, `and neither do Spain and Greece`."""
        words = [i.text.casefold() for i in self.items[index : index + 2]]
        if not self.thread.targets or len(words) < 2 or words[1] not in {"has", "have", "do", "does", "did"}:
            return None
        if words[0] not in {"so", "neither", "nor"}:
            return None
        if not self.thread.acts or not (
            self.found or self.clause.items[0].start != self.items[0].start or index < 2
        ):
            return None
        following = self._list_after(index + 2) or self._listed_members(index + 2)
        status = "not_recognized" if words[0] != "so" else self.thread.status
        return _Act(following, self.thread.targets, status) if following and status else None

    def _listed_members(self, position: int) -> tuple[str, ...]:
        """`neither do five members of the EU: Cyprus, Greece …`."""
        for index in range(position, len(self.items)):
            if self.items[index].text == ":":
                return self._list_after(index + 1)
        return ()

    def _elliptic(self, index: int) -> _Act | None:
        """`Mexico, Guyana and Saint Lucia have not.`"""
        words = [i.text.casefold() for i in self.items[index : index + 2]]
        if (
            words not in (["has", "not"], ["have", "not"], ["does", "not"], ["do", "not"])
            or not self.thread.targets
            or not index
        ):
            return None
        following = self.items[index + 2].text if index + 2 < len(self.items) else "."
        if (
            following not in {".", ",", ";", ":"}
            or self.items[index - 1].kind != "state"
            or self.thread.status not in {"recognized", "not_recognized"}
        ):
            return None
        return _Act(self._list_before(index - 1)[0], self.thread.targets, "not_recognized")

    def _partners(self, index: int) -> _Act | None:
        """`the remaining diplomatic partners include Guatemala, Paraguay …` of Taiwan, where it is the one spoken of."""
        words = [i.text.casefold() for i in self.items[max(0, index - 3) : index]]
        if not {"diplomatic", "remaining", "formal"} & set(words):
            return None
        following = next(
            (
                i
                for i, x in enumerate(self.items[index : index + 4], index)
                if x.text.casefold() in {"include", "are", ":", "including"}
            ),
            None,
        )
        rival = next(
            (a.id for a in self.cast.actors.values() if getattr(a.entry, "iso3", None) in self.words.rivals),
            None,
        )
        if following is None or rival is None:
            return None
        holders = self._list_after(following + 1)
        return _Act(holders, (rival,), "recognized") if holders else None

    def _switch(self, index: int) -> Iterator[_Act]:
        """`Honduras dropped Taiwan for China`, `cut ties with Taipei and recognised Beijing`."""
        word = self.items[index].text.casefold()
        left = None
        if word in self.words.leave:
            left = index + 1
        elif word in self.words.cut:
            left = self._after_ties(index)
        elif word in {"switched", "switch", "switches", "switching"}:
            left = next(
                (
                    i + 1
                    for i, x in enumerate(self.items[index : index + 6], index)
                    if x.text.casefold() == "from"
                ),
                None,
            )
        if left is None or left >= len(self.items):
            return
        loser = self._rival_at(left)
        subjects, group = self._subject_of_clause(index)
        if loser is None or not subjects or self._status(group, "recognized") != "recognized":
            return
        yield _Act(subjects, (loser,), "withdrawn")
        winner = self._winner(left)
        if winner is not None:
            yield _Act(subjects, (winner,), "recognized")

    def _after_ties(self, index: int) -> int | None:
        for position in range(index + 1, min(index + 7, len(self.items))):
            if self.items[position].text.casefold() == "with":
                return position + 1
        return None

    def _rival_at(self, position: int) -> str | None:
        """The actor at a position, where it is one whose recognition is a choice: Taiwan or, against it, China."""
        while position < len(self.items) and self.items[position].text.casefold() in {"the", "its"}:
            position += 1
        item = self.items[position] if position < len(self.items) else None
        if item is not None and item.text.casefold() == "it" and len(self.thread.targets) == 1:
            return self.thread.targets[0] if self._iso3(self.thread.targets[0]) in self.words.rivals else None
        if item is None or item.kind != "state":
            return None
        sides = {*self.words.rivals, *self.words.rivals.values()}
        return item.actor if self._iso3(item.actor) in sides else None

    def _winner(self, position: int) -> str | None:
        words = [i.text.casefold() for i in self.items[position + 1 : position + 6]]
        for marker in ("for", "of", "to"):
            if marker in words:
                at = position + 1 + words.index(marker) + 1
                return self._rival_at(at)
        return None

    def _iso3(self, actor: str) -> str | None:
        return getattr(self.cast.actors[actor].entry, "iso3", None)


def find_recognitions(page: Page, cast: Cast) -> Iterator[Recognition | Skipped]:
    """Yield the recognitions of a page in the order of the text, each source, target, status and date once."""
    seen = set()
    for found in _Reading(page, cast).read():
        if isinstance(found, Recognition):
            key = (found.source, found.target, found.status)
            if key in seen:
                continue
            seen.add(key)
        yield found
