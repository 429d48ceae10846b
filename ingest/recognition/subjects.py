"""Who recognises: the subject of a clause, across insertions, relative clauses, lists and pronouns."""

from __future__ import annotations

import re
from itertools import chain, islice

from ingest.recognition.view import DATES, ClauseView

#: What makes an announced step hang on something.
_CONDITIONS = frozenset({"if", "unless", "once", "when", "provided", "until", "day"})
#: Behind a body they are its members: `the EU minority which has not`.
_MEMBERS = frozenset({"minority", "majority", "members", "countries", "states", "nations", "member", "group"})
_BECOMING = frozenset(
    {"become", "became", "becomes", "was", "were", "is", "are", "as", "remain", "remains", "remained"}
)
#: What a state is called for short.
_LANDS = frozenset({"island", "country"})
#: They end an apposition: `Russia and China, Serbia’s allies, refuse`.
_APPOSED = frozenset(
    {"included", "ally", "allies", "neighbour", "neighbours", "neighbor", "neighbors", "partners"}
)
#: Behind `which` they tell of several: `Japan and Guyana, which have recognised Kosovo`.
_PLURAL = (["had"], ["have"], ["do"], ["are"], ["were"], ["recognise"], ["recognize"])
#: `is among the countries that`, `is one of those that`, `is the only country in South America that`.
_SOLE = frozenset({"only", "last", "sole"})
_AMONG = _SOLE | {"among", "of"}
_BEING = frozenset({"is", "are", "remains", "remain", "was", "were"})
_ASIDE = 5
#: So many mentions before a clause may be taken up in it.
_LATELY = 12
#: They stand between subjects and verb: `Spain and France had one after the other recognised him`.
_IN_TURN = (
    ("one", "after", "the", "other"),
    ("one", "after", "another"),
    ("one", "by", "one"),
    ("in", "turn"),
)
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
#: How many words behind a verb the list of those who did it may begin.
_REACH = 16
#: Between `no` and a state they leave nobody out: `no single state`, `no UN member state`.
_WHOLE = frozenset({"single", "sovereign", "foreign", "un", "united", "nations", "member"})
_OWNED_BY_PERSON = frozenset(
    {"government", "country", "state", "kingdom", "republic", "nation", "delegation"}
)


class Subjects(ClauseView):
    """Finds who stands before a verb."""

    __slots__ = ()

    def status(self, group: list[str], verb: str) -> str | None:
        """What the words between subject and verb make of it; None where nothing is asserted."""
        told, infinitive = set(group), verb.casefold() in {"recognise", "recognize"} and "first" not in group
        cases: tuple[tuple[object, str | None], ...] = (
            ({"no", "longer"} <= told, "withdrawn"),
            (told & self.words.negative, "not_recognized"),
            ("would" in told and self._is_announced(group), "intends"),
            (told & self.words.irrealis, None),
            (told & self.words.intention, "intends"),
            (told & {"continue", "continues", "continued"}, "recognized"),
            (group[:2] in (["to", "are"], ["to", "is"]) and infinitive, "intends"),
            ("to" in told and infinitive, None),
            (verb.casefold().endswith("ing"), None),
        )
        return next((status for case, status in cases if case), "recognized")

    def _is_announced(self, group: list[str]) -> bool:
        """`Norway and Spain said they would recognise Palestine on May 28`; not `would recognise it if …`."""
        words = set(self.folded)
        doubted = (self.words.irrealis - {"would"}) & set(group) or words & _CONDITIONS
        return bool(words & self.words.announcing) and not doubted

    def subject(self, index: int) -> tuple[tuple[str, ...], list[str]]:
        """Who stands before the verb at `index`, and the words between."""
        group: list[str] = []
        nobody = self._no_state_before(index)
        if nobody:
            return nobody, group
        position = index - 1
        first = self.first_to(index)
        if first is not None:
            position = first
            group.append("first")
        while position >= 0:
            position = self._past_turns(position)
            found = self._subject_at(position, index, group)
            if found and self._is_joined_past(position, index):
                return self._opener(index), group
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
        return (), group

    def _past_turns(self, position: int) -> int:
        """Before `one after the other`, `one by one`, `in turn`."""
        for words in _IN_TURN:
            if (
                position >= len(words)
                and tuple(self.folded[position - len(words) + 1 : position + 1]) == words
            ):
                return position - len(words)
        return position

    def subject_of_clause(self, index: int) -> tuple[tuple[str, ...], list[str]]:
        """The subject before a verb that may stand far from it: the first list of states in the clause."""
        subjects, group = self.subject(index)
        if subjects:
            return subjects, group
        if any(
            i.text.casefold() in self.words.nobody and self.words_at(max(0, n - 1), 1) in (["no"], ["other"])
            for n, i in enumerate(self.items)
        ):
            return (), group
        return self._opener(index), group

    def _is_joined_past(self, position: int, index: int) -> bool:
        """`Honduras established relations with China on Sunday and broke with Taiwan`: China does not break."""
        between = self.folded[position + 1 : index]
        before = self.folded[position - 1] if position else ""
        before = self.folded[position - 2] if before == "the" and position > 1 else before
        return between[:1] == ["and"] and before in {"with", "from", "to", "of", "in", "at", "by", "for"}

    def _opener(self, index: int) -> tuple[str, ...]:
        """The list of states or persons that opens the clause of a verb, or what a relative clause belongs to."""
        relative = [
            i for i in range(1, index) if self.folded[i] in {"which", "who"} and self.folded[i - 1] == ","
        ]
        told_of = self._antecedent(relative[-1]) if relative else ()
        if told_of:
            return told_of
        first = next(
            (i for i, item in enumerate(self.items[:index]) if item.kind in {"state", "person"}), None
        )
        if first is None:
            return ()
        last = first
        while last + 1 < index and (
            self.items[last + 1].kind == "state"
            or self.items[last + 1].text.casefold() in {",", "and", "the"}
        ):
            last += 1
        while self.items[last].kind not in {"state", "person"}:
            last -= 1
        return self.list_before(last)[0]

    def _is_between(self, position: int) -> bool:
        """Whether a word may stand between subject and verb: auxiliaries, adverbs, refusal, intention, a date."""
        word = self.items[position].text.casefold()
        known = self.words.filler | self.words.negative | self.words.intention | self.words.irrealis
        return word in known or word.isdigit() or word in DATES

    def _subject_at(self, position: int, index: int, group: list[str]) -> tuple[str, ...] | None:
        """The subject that ends at a position; None where none does, empty where it is nobody that counts."""
        item = self.items[position]
        word = item.text.casefold()
        if item.kind in {"state", "person"}:
            members = self._members_of(position)
            return self._subject_list(position, group) if members is None else members
        if word in {"which", "that", "who"} and position:
            return self._antecedent(position) or None
        if word in {"it", "they"} or self.words_at(position - 1, 2) == ["latter", "two"]:
            return self._pointed(word, position)
        if word in self.words.pair and (word == "neither" or self._is_pair(index)):
            return self._paired(index, group)
        if item.text in {"—", "–", ","} and position and self.items[position - 1].kind == "state":
            return self._inserted_list(position)
        return self._described(position)

    def _described(self, position: int) -> tuple[str, ...] | None:
        """`his government`, `the island`, `no country`."""
        word = self.folded[position]
        if word in _LANDS and position and self.folded[position - 1] == "the":
            return self._land_before()
        owned = self._owner(position) if word in _OWNED_BY_PERSON and position else ()
        return owned or (self._nobody(position) if word in self.words.nobody else None)

    def _members_of(self, position: int) -> tuple[str, ...] | None:
        """`no member of the United Nations` is everybody's no; `some 140 members of the UN` are nobody by name."""
        before = [w for w in self.folded[max(0, position - 6) : position] if w != "the"]
        if self.items[position].kind != "state" or before[-1:] != ["of"] or not set(before[-3:-1]) & _MEMBERS:
            return None
        whole = "no" in before and self.items[position].actor == "united-nations"
        return ("*",) if whole else ()

    def _land_before(self) -> tuple[str, ...]:
        """`The island recognised Taiwan in 1984`: the state last named whose recognition is in no question."""
        states = (a for a in self.named_before() if self.cast.actors[a].kind == "state")
        plain = (a for a in states if self.iso3(a) not in self.sides and not self.is_contested(a))
        return tuple(islice(plain, 1))

    def _paired(self, index: int, group: list[str]) -> tuple[str, ...] | None:
        """`neither has recognised it`, `neither side recognises the other`, `the two recognise each other`."""
        if not self._is_pair(index):
            group.append("neither")
            return self.thread.subjects if len(self.thread.subjects) > 1 else None
        if any(i.text.casefold() == "neither" for i in self.items[:index]):
            group.append("neither")
        return () if any(w in self.words.intention for w in group) else self._pair(index)

    def _pointed(self, word: str, position: int) -> tuple[str, ...]:
        """Whom `it`, `they` and `the latter two` take up."""
        if word == "two":
            return self.thread.subjects[-2:]
        return self._it(position) if word == "it" or self.found else self._they(position)

    def _it(self, position: int) -> tuple[str, ...]:
        """What `it` takes up: the subject of the clause's last act, else the state last named in it, else before it."""
        if self.found or not any(i.kind == "state" for i in self.items[:position]):
            return self.thread.subjects
        return (next(i.actor for i in reversed(self.items[:position]) if i.kind == "state"),)

    def _counted_among(self, position: int) -> tuple[str, ...]:
        """`Ukraine is among the countries that have not recognised it`: whoever is one of them."""
        words, some = self.folded[:position], self.words.nobody | {"those", "members", "capitals"}
        at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in _AMONG), None)
        if at is None or not some & set(words[-_ASIDE:]):
            return ()
        one = words[at] == "among" or words[at - 1 : at] == ["one"]
        verb = next((i for i in range(at, 0, -1) if words[i] in _BEING), None)
        if not (words[at] in _SOLE or (one and words[-1] in some)) or verb is None:
            return ()
        return self.list_before(verb - 1)[0] if self.items[verb - 1].kind == "state" else ()

    def _they(self, position: int) -> tuple[str, ...]:
        """`Norway, Ireland and Spain said they would`: the list last named in the clause."""
        last = next((i for i in range(position - 1, -1, -1) if self.items[i].kind == "state"), None)
        if last is not None:
            return self.list_before(last)[0]
        return self.thread.subjects if self.thread.subjects != ("*",) else ()  # nobody is no `they`

    def _inserted_list(self, position: int) -> tuple[str, ...] | None:
        """`four small states — Andorra, Malta and Monaco — did`, `twenty states, among them Spain and France, had`."""
        listed, first = self.list_before(position - 1)
        before = self.words_at(max(0, first - 2), 2) if first else []
        dashed = bool(before) and before[-1] in {"—", "–"} and self.items[position].text in {"—", "–"}
        among = bool(before) and (
            before[-1] in {"including", "like"} or before in (["among", "them"], ["such", "as"])
        )
        return listed if dashed or (among and not self._no_state_before(position)) else None

    def _no_state_before(self, index: int) -> tuple[str, ...]:
        """`no nation, including …, who appear to have …, has`: everybody's no, wherever in the clause it opened."""
        for position in range(index - 1, 0, -1):
            if self.items[position].text.casefold() in self.words.nobody and self.words_at(
                position - 1, 1
            ) == ["no"]:
                return ("*",)
        return ()

    def first_to(self, index: int) -> int | None:
        """`Israel has become the first country to recognise …`: the position before `has become`."""
        adverb = self.words_at(index - 1, 1) if index > 1 else []
        index -= bool(adverb) and adverb[0].endswith("ly")  # `the first to formally recognise`
        index -= self.words_at(index - 2, 2) == ["to", "have"]  # `remains the only one to have recognised it`
        if not index or self.items[index - 1].text.casefold() != "to":
            return None
        for position in range(index - 2, max(-1, index - 22), -1):
            word = self.items[position].text.casefold()
            if word in {"when", "while", "who", "which", "whose"}:
                return None
            if word in _BECOMING:
                ordinal = [i.text.casefold() for i in self.items[position:index]]
                if any(
                    w in {"first", "second", "third", "fourth", "fifth", "latest", "only", "last"}
                    or re.match(r"\d+(?:st|nd|rd|th)$", w)
                    for w in ordinal
                ) or any(re.fullmatch(r"\d+", w) for w in ordinal):
                    return position - 1
        return None

    def _subject_list(self, position: int, group: list[str]) -> tuple[str, ...]:
        found = self.list_before(position)
        first = found[1]
        while first > 1 and self.items[first - 1].text.casefold() == "the":
            first -= 1
        before = self.items[first - 1].text.casefold() if first else ""
        if before in {"neither", "nor", "not"}:
            group.append("neither")
        return found[0]

    def counted(self, index: int) -> tuple[str, ...]:
        """`17 states have revoked their recognition of it, among them Suriname`: of so many, those that are listed."""
        before = self.folded[max(0, index - 8) : index]
        kinds = self.words.nobody | {"members", "them"}
        return self.listed_behind(index) if kinds & set(before) and "no" not in before else ()

    def listed_behind(self, index: int) -> tuple[str, ...]:
        """`…: Argentina, Brazil …`, `…, among them Russia and Syria`: the list of those who did."""
        for position in range(index, min(index + _REACH, len(self.items))):
            if self.folded[position] in {":", "including", "notably"}:
                return self.list_after(position + 1)
            if self.words_at(position, 2) == ["among", "them"] and self.items[position - 1].kind == "state":
                return self.list_before(position - 1)[0]
            if self.words_at(position, 2) in (["among", "them"], ["such", "as"]):
                return self.list_after(position + 2)
        return ()

    def _antecedent(self, position: int) -> tuple[str, ...]:
        """`Ghana, which recognised …`; `Spain, Greece and Cyprus, the three members that still refuse …`; `Ukraine is
        among the countries that …`.
        """
        named = self._counted_among(position) or self._who(position)
        if named:
            return named
        back = position - 1
        while back >= 0 and self.items[back].kind != "state":
            if self.items[back].text in {";", "."} or position - back > 9:
                return ()
            back -= 1
        if back < 0:
            return ()
        before = self.words_at(max(0, back - 2), 2)
        if back and "of" in before:
            comma = next((i for i in range(back, 0, -1) if self.items[i].text == ","), 0)
            if comma and self.items[comma - 1].kind == "state":
                return self.list_before(comma - 1)[0]
        between = [w for w in self.folded[back + 1 : position] if w != ","]
        if (not between and self.words_at(position + 1, 1)[:1] in _PLURAL) or _is_count(between):
            return self.list_before(back)[0]
        return (self.items[back].actor,) if not set(between) & _MEMBERS and position - back <= 2 else ()

    def _who(self, position: int) -> tuple[str, ...]:
        """`Botswana’s Ian Khama, who has refused to recognise …`: the state that he serves."""
        person = self.items[position - 2] if position > 1 and self.folded[position - 1] == "," else None
        told = person is not None and person.kind == "person" and self.folded[position] == "who"
        state = self.state_of(person) if person is not None and told else ""
        return (state,) if state else ()

    def _nobody(self, position: int) -> tuple[str, ...]:
        """`no country` is everybody's no; `no other country` and `a country` are nobody in particular."""
        words = [i.text.casefold() for i in self.items[max(0, position - 4) : position]]
        if "no" not in words:
            return ()
        between = words[len(words) - words[::-1].index("no") :]
        return ("*",) if set(between) <= _WHOLE else ()  # `no European state` is not everybody

    def _past_insertion(self, position: int) -> int:
        """Before the insertion that a comma closes: `Belarus, for all its closeness to Moscow, has never …`."""
        apposed = self.words_at(position - 1, 1)[0] in _APPOSED
        for back in range(position - 1, 0, -1):
            before = self.items[back - 1]
            opens = self.items[back].text in {",", "—", "–", "("}
            subject = before.kind == "state" or before.text.casefold() in self.words.nobody
            if opens and subject and (apposed or self.items[back + 1].kind != "state"):
                return back - 1
        return position - 1

    def _owner(self, position: int) -> tuple[str, ...]:
        """`his government`, `whose country`: the state of the person last mentioned."""
        if self.items[position - 1].text.casefold() not in {"his", "her", "whose", "their"}:
            return ()
        named = any(i.kind == "person" for i in self.items[:position])
        state = self.state_before(position) if named else self._state_of_last_person()
        return (state,) if state else ()

    def _state_of_last_person(self) -> str:
        """`His country did so in 2015`: of the person named last before the clause."""
        before = islice(self.cast.before(self.clause.opens), _LATELY)
        person = next((m.actor for m in before if self.cast.kind(m) == "person"), None)
        served = self.cast.served(person) if person is not None else []
        return next((s for s in served if self.cast.actors[s].kind == "state"), "")

    def _is_pair(self, index: int) -> bool:
        after = [i.text.casefold() for i in self.items[index + 1 : index + 3]]
        return after in (["each", "other"], ["the", "other"], ["one", "another"])

    def _pair(self, index: int) -> tuple[str, ...]:
        here = [i.actor for i in reversed(self.items[:index]) if i.kind == "state"]
        distinct: dict[str, None] = {}
        for actor in chain(here, self.named_before()):
            distinct[actor] = None
            if len(distinct) > 1:
                return tuple(reversed(distinct))
        return ()


def _is_count(words: list[str]) -> bool:
    """`the three members`, `the two states`."""
    return len(words) == 3 and words[0] == "the" and words[1] in _NUMBERS
