"""Who is recognised: the object of a verb or noun, named or pointed at."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from ingest.clauses import Item
from ingest.recognition.view import DATES, ClauseView

_POSSESSED = (["government"], ["country"], ["republic"])


class Objects(ClauseView):
    """Finds whom the words after a verb name or point at."""

    __slots__ = ()

    def targets(self, position: int, subjects: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the words after the verb name or point at."""
        rest = [i.text.casefold() for i in self.items[position : position + 6]]
        if rest[:2] in (["each", "other"], ["the", "other"], ["one", "another"]):
            owned = rest[2:3] in (["’"], ["'"])  # `one another’s driving licences`
            return subjects if len(subjects) == 2 and not owned else ()
        while position < len(self.items):
            found = self._target_at(position)
            if found is not None:
                return found
            if self.items[position].text.casefold() not in self.words.objects:
                return ()
            position += 1
        return ()

    def _target_at(self, position: int) -> tuple[str, ...] | None:
        """The targets that the words at a position name or point at; None where they do neither."""
        item = self.items[position]
        if item.kind == "person" and item.form == "pronoun":
            return self._person_again(item)
        if item.kind == "state" or (item.kind == "person" and self._is_claimant(item)):
            return self._target_list(position)
        if item.kind == "adjective":
            owned = self.words_at(position + 1, 1)
            return (item.actor,) if owned and owned[0] in self.words.owned else None
        if item.kind == "quote":
            return self._quoted(item)
        seated = self._seated(position)
        if seated:
            return seated
        rest = self.words_at(position, 6)
        points = any(
            tuple(rest[: len(p)]) == p and rest[len(p) : len(p) + 1] != ["of"] for p in self.words.anaphora
        )
        return (self._theirs(position) or self._pointed_at(rest)) if points else None

    def _seated(self, position: int) -> tuple[str, ...]:
        """`the government in Nicosia`: of the state whose capital it is."""
        if self.words_at(position, 2) not in (["government", "in"], ["authorities", "in"], ["regime", "in"]):
            return ()
        start = self.items[position + 1].end
        places = (
            m.actor for m in self.cast.between(start, start + 2, ("place", "free")) if m.form == "capital"
        )
        return tuple(places)[:1]

    def _quoted(self, item: Item) -> tuple[str, ...] | None:
        """`does not recognise the “Republic of Abkhazia”`; the “elections” there are nobody."""
        named = (m.actor for m in self.cast.between(item.start, item.end, ("free", "modifier", "place")))
        contested = next((a for a in named if self.is_contested(a)), None)
        if contested is not None:
            return (contested,)
        told = {w.casefold().strip("\"“”‘’'.,") for w in item.text.split()}
        states = {
            "republic",
            "state",
            "government",
            "independence",
            "emirate",
            "kingdom",
            "authorities",
            "statehood",
            "regime",
        }
        return (self.thread.targets or self._last_contested()) if told & states or len(told) > 3 else ()

    def _theirs(self, position: int) -> tuple[str, ...]:
        """`does not recognise his government`: of the state whose post the person last named holds."""
        if self.folded[position] not in {"his", "her"} or self.words_at(position + 1, 1) not in _POSSESSED:
            return ()
        state = self.state_before(position)
        return (state,) if state else ()

    def _pointed_at(self, rest: list[str]) -> tuple[str, ...]:
        plural = rest[0] in {"them", "both", "either"} or rest[:2] in (["the", "two"], ["the", "pair"])
        if plural:
            several = self.thread.many or self._contested_pair()
            return several if len(several) > 1 else self.thread.targets
        new = "new" in rest[:2] and not self.thread.targets
        return self.thread.targets or self._last_contested() or (self._most_named() if new else ())

    def _most_named(self) -> tuple[str, ...]:
        """`recognised the new republic`: the state of which the article speaks most."""
        states = Counter(m.actor for m in self.cast.mentions if self.cast.kind(m) == "state")
        return (states.most_common(1)[0][0],) if states else ()

    def _contested_pair(self) -> tuple[str, ...]:
        """`Russia recognised both regions`: the two whose recognition is in question that were named last."""
        found: dict[str, None] = {}
        for actor in self.named_before():
            if self.is_contested(actor):
                found[actor] = None
            if len(found) > 1:
                break
        return tuple(reversed(found))

    def _last_contested(self) -> tuple[str, ...]:
        here = [i.actor for i in reversed(self.items) if i.kind in {"state", "adjective"}]
        for actor in chain(here, self.named_before()):
            if self.is_contested(actor) or getattr(self.cast.actors[actor].entry, "governs", None):
                return (actor,)
        return ()

    def _person_again(self, item: Item) -> tuple[str, ...]:
        """`recognised him`: who was recognised, or not, before."""
        known = {t for act in self.thread.history for t in act.targets} | set(self.thread.targets)
        people = (t for t in known if t in self.cast.actors and self.cast.actors[t].kind == "person")
        rival = any(set(self.cast.served(t)) & set(self.cast.served(item.actor)) for t in people)
        return (item.actor,) if item.actor in known or rival else ()

    def _is_claimant(self, item: Item) -> bool:
        """A person is what is recognised where he claims a government: `recognised Guaidó as president`; the unnamed
        holder of a post claims none.
        """
        return self.cast.actors[item.actor].kind == "person" and not any(
            p.status == "current" and "foreign" in p.post.casefold()
            for p in self.cast.posts_of.get(item.actor, ())
        )

    def _target_list(self, position: int) -> tuple[str, ...]:
        found: list[str] = []
        first = position
        while position < len(self.items):
            item = self.items[position]
            word = item.text.casefold()
            if found and self._opens_clause(position):
                break
            if item.kind in {"state", "person"}:
                owned = self._owned(position + 1)
                if owned is False:
                    return tuple(found)
                apposed = self._apposed_body(position + 1) if owned else ""
                if apposed:
                    return (apposed,)
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
        joined = set(self.folded[first:position]) & {"and", "or", "nor", "both", "&"}
        named = found if joined else found[:1]  # `recognised Palestine, Mexico the most recent of them`
        return tuple(dict.fromkeys((*named, *self._dated_apart(position))))

    def _opens_clause(self, position: int) -> bool:
        """`has not recognised Bangladesh, and China refuses to`: China does something of its own."""
        verbs = self.words.refused | self.words.withdrew | self.words.followed | self.words.finite
        here = self.items[position].kind in {"state", "person"}
        return (
            here
            and self.folded[position - 2 : position] == [",", "and"]
            and self.words_at(position + 1, 1)[:1] != []
            and (self.folded[position + 1] in verbs)
        )

    def _apposed_body(self, position: int) -> str:
        """`Myanmar’s shadow government, the National Unity Government`: what is recognised is named behind a comma."""
        comma = next(
            (i for i in range(position, min(position + 6, len(self.items))) if self.folded[i] == ","), None
        )
        at = comma + 1 + (self.words_at(comma + 1, 1) == ["the"]) if comma is not None else len(self.items)
        item = self.items[at] if at < len(self.items) else None
        body = (
            item is not None and item.kind == "state" and self.cast.actors[item.actor].kind == "organization"
        )
        return item.actor if item is not None and body else ""

    def _dated_apart(self, position: int) -> tuple[str, ...]:
        """`recognised Abkhazia on September 18, 2011, and South Ossetia the day after`."""
        while position < len(self.items) and self._is_date(self.items[position].text):
            position += 1
        if self.words_at(position, 1) != ["and"] or position + 1 >= len(self.items):
            return ()
        item = self.items[position + 1]
        entry = self.cast.actors[item.actor].entry if item.kind == "state" else None
        behind = self.words_at(position + 2, 1)
        apart = not behind or behind[0] in {"the", "in", "on", "a", ".", ","}
        return (item.actor,) if getattr(entry, "contested", False) and apart else ()

    @staticmethod
    def _is_date(text: str) -> bool:
        return text.isdigit() or text in {",", "on", "in"} or text.casefold() in DATES

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
        if (
            following in {"de", "self", "new", "interim", "transitional", "shadow", "parallel", "rebel"}
            and len(texts) > 3
        ):
            return True
        return following in self.words.owned
