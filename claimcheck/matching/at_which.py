"""At which of two numbers of a sentence a name stands: "70.4% for Corvus to 81.2% for Lumen"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from typing import Final

from claimcheck.matching.sides import BEATS, Place, places
from claimcheck.text.words import FUNCTION_WORDS, STRONG, Extent, Word, stems

COMPARING: Final = BEATS | frozenset("than over versus vs against compared relative unlike above below beyond".split())
"""Behind these stands what a number is held against."""
_PARTING: Final = COMPARING | frozenset("and or but to while whereas which whose where".split())
"""With these what is said of another number may begin."""
_MARK: Final = re.compile(r"[^\s\w\\${}~^/*'’`\"“”-]")
_OPENS: Final = re.compile(r"[\s\\}$%]*[(\[]")
_CLOSES: Final = re.compile(r"[)\]]")
_LABELS: Final = re.compile(r"[\s({\[:=$\\]*")
"""Between a name and its number: "Corvus (70.4%)", "Corvus: 70.4%"."""
_REACH: Final = 8
"""So many words on at most belong to a number."""


class AtWhich:
    """Two numbers of a line, and the words that belong to the one or the other.

    They are those right behind a number, in its brackets, or right before it; and those between the two, up to and from
    where one part of the sentence ends and another begins. What stands before both may be said of both.
    """

    def __init__(self, line: Sequence[Word], text: str, one: Extent, two: Extent) -> None:
        """`text` is what the words' spans are of."""
        self._line, self._text = line, text
        first, second = sorted((one, two), key=lambda each: each.first)
        self._turned = first is two
        behind, leading = self._between(first, second)
        if any(word.low == "respectively" for word in line):
            self._zones = set[int](), set[int]()  # what is paired by its order need not stand at its number
        elif any(self._tells(each) for each in (*behind, *leading)):
            self._zones = {*self._labelled(first, second), *behind}, {*leading, *self._behind(second.last, len(line))}
        elif any(word.low in COMPARING for word in line[first.last : second.first]):
            behind = self._behind(second.last, len(line))
            if behind and not self._is_said_of(behind.start):
                behind = range(0)  # "81% against 70% makes Lumen the best"
            self._zones = set[int](), {*leading, *behind}
        else:
            self._zones = set[int](), set[int]()  # "70.4% and 81.2% for Corvus and Lumen"

    def _between(self, first: Extent, second: Extent) -> tuple[range, range]:
        """The words behind the first number that are its own, and those before the second that are this one's."""
        goal = led(self._line, second.first, ("to",))
        if goal is not None and led(self._line, first.first, ("from",)) is not None:
            if self._line[first.last].low == "to" and goal > first.last:
                return range(0), range(0)  # "from 60% to 70% to 80%"
            return range(first.last, goal), range(goal, second.first)
        behind = self._behind(first.last, second.first)
        if self._is_bracketed(first.last, second.first):
            return range(0), behind  # "81.2% (Corvus: 70.4%)"
        if behind.stop == second.first:
            return range(0), range(0)  # "81.2% with Corvus at 70.4%": of which it is, nothing tells
        parts = [each for each in range(behind.stop, second.first) if self._parts(each)]
        others = [each for each in parts if self._line[each].low != "to"]  # "which Lumen raises to 81.2%"
        return behind, range((others or parts or [second.first])[-1], second.first)

    def _is_bracketed(self, start: int, number: int) -> bool:
        """Whether words begin a bracket, and lead to a number in it with no mark but a colon between."""
        parted = any(_MARK.search(self._gap(each)) for each in range(start + 1, number))
        return bool(_OPENS.match(self._gap(start)) and _LABELS.fullmatch(self._gap(number))) and not parted

    def _is_said_of(self, index: int) -> bool:
        """Whether what begins with a word may be said of the number before it: "for Corvus", "(Corvus)", "Corvus"."""
        word = self._line[index]
        return word.stem in FUNCTION_WORDS or word.text[0].isupper() or _OPENS.match(self._gap(index)) is not None

    def of(self, names: Iterable[str], others: Iterable[str] = ()) -> int | None:
        """At which of the two numbers, as they were given, names stand: 0 or 1; None where they stand at both, or at none.

        A name that does not stand there as it is may stand there in part, by words that the others do not have; where these are
        at odds, the first tells: "70.4% with the old and 81.2% with the new solver".
        """
        strange = {each for name in others for each in stems(name)} | FUNCTION_WORDS
        found = {at for name in names for at in self._numbers_of(name, strange)}
        return None if len(found) != 1 else found.pop() ^ self._turned

    def at(self, place: Place) -> int | None:
        """At which of the two numbers a place is."""
        found = self._at(range(place.first, place.last))
        return None if len(found) != 1 else found[0] ^ self._turned

    def _numbers_of(self, name: str, strange: Set[str]) -> Iterator[int]:
        """The numbers, in the order of the line, at which a name stands, or else the one of its first word that stands but at one."""
        whole = places(self._line, [name])
        if whole:
            yield from (at for place in whole for at in self._at(range(place.first, place.last)))
            return
        parts = stems(name)
        for each in parts if parts[0] not in FUNCTION_WORDS else ():
            at = (
                [] if each in strange else self._at(index for index, word in enumerate(self._line) if word.stem == each)
            )
            if len(at) == 1:
                yield from at
                return

    def _at(self, indexes: Iterable[int]) -> list[int]:
        words = set(indexes)
        return [at for at, zone in enumerate(self._zones) if not zone.isdisjoint(words)]

    def _gap(self, index: int) -> str:
        """What the text has between a word and the one before it."""
        line = self._line
        return self._text[line[index - 1].end : line[index].start] if 0 < index < len(line) else ""

    def _tells(self, index: int) -> bool:
        word = self._line[index]
        return word.stem not in FUNCTION_WORDS and word.low not in _PARTING

    def _parts(self, index: int) -> bool:
        """Whether a part of the sentence begins with a word."""
        return self._line[index].low in _PARTING or _MARK.search(self._gap(index)) is not None

    def _labelled(self, first: Extent, second: Extent) -> range:
        """The word right before the first number, if nothing parts the two but what parts the second from its name, too."""
        gap, other = self._gap(first.first), self._gap(second.first)
        closed = any(_CLOSES.search(self._gap(each)) for each in range(first.last, second.first))
        bare = not gap.strip() or (closed if _OPENS.search(gap) else gap == other)
        return range(max(first.first - 1, 0), first.first) if bare and _LABELS.fullmatch(gap) else range(0)

    def _behind(self, first: int, end: int) -> range:
        """The words behind a number that belong to it: those in its brackets, or those up to where another part begins."""
        last, most = first, min(end, first + _REACH)
        if _OPENS.match(self._gap(first)):
            while last < most and not _CLOSES.search(self._gap(last)):
                last += 1
        else:
            while last < most and self._line[last].room < STRONG and not self._parts(last):
                last += 1
        return range(first, last)


_FAR: Final = 4
"""So many words at most lie between "from" or "to" and its number: "from a baseline of 74%", "to an impressive 90%"."""


def led(line: Sequence[Word], index: int, by: Container[str] = ("from", "to")) -> int | None:
    """Where the "from" or "to" stands that leads to a number; None where none does."""
    for at in reversed(range(max(0, index - 1 - _FAR), index)):
        if line[at + 1].room:
            return None
        if line[at].low in by:
            return at
    return None
