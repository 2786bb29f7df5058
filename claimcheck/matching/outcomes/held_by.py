"""Behind which word that compares a name stands, with all that describes it: "more than open models of its size such as Lumen"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice, takewhile
from typing import Final

from claimcheck.matching.grammar import following, previous, with_determiners
from claimcheck.matching.outcomes.clauses import FINITE
from claimcheck.matching.sides import ADDITION, BEATS
from claimcheck.text.words import WEAK, Word

_LINKS: Final = frozenset("to with against".split())
_COMPARE: Final = frozenset("compare compares compared comparing".split())
"""Before "to", "with" or "against", these hold what they stand behind against what follows."""
_GAINS: Final = frozenset(
    "gain gains gained improve improves improved improving improvement improvements increase increases increased increasing advantage "
    "superiority speedup reduction reduces reduced reducing better higher faster".split()
)
_NOT_NAMED: Final = (FINITE - BEATS) | frozenset("with against by when while if that which using for as".split())
"""Behind one of these, something else is told than what is compared with."""
_ELSEWHERE: Final = frozenset("in on across".split())
"""Right behind "outperforms", these tell where, and not whom."""
_FAR: Final = 15
"""So many words at most before a name describe it …"""
_NEAR: Final = 5
"""… and so many at most stand between "compare" and "to"."""


def held_by(line: Sequence[Word], numbered: Collection[int], first: int) -> int | None:
    """The "than", "outperforms" or "compared to" behind which a name stands that begins with a word; None if it stands behind none.

    `numbered` are the words of numbers: "more than 50 of Lumen" compares nothing with Lumen.
    """
    reach = range(max(0, first - _FAR), first)
    for at in reach:
        if line[at].low in BEATS and following(line, at) == "or" and not _parted(line, at, first):
            return at  # "outperforms or is on par with Lumen"
    for at in reversed(reach):
        if line[at].low in _LINKS and _compares(line, at):
            return at
        opens = at + 1 == first and line[first].room == ADDITION  # "large language models (Lumen)"
        if line[at + 1].room >= WEAK and not opens:
            return None
        if line[at].low == "over" and with_determiners(line, first) == at + 1 and _gains(line, at):
            return at
        if at not in numbered and line[at].low in BEATS | {"than"}:
            return None if following(line, at) in _ELSEWHERE else at
        if line[at].low in _NOT_NAMED and (line[at].low != "as" or previous(line, at) != "such"):
            return None
    return None


def _gains(line: Sequence[Word], at: int) -> bool:
    """Whether something is gained over what follows "over": "a gain of 5% over Lumen"."""
    back = takewhile(lambda index: line[index + 1].room < WEAK, reversed(range(at)))
    return any(line[index].low in _GAINS for index in back)


def _parted(line: Sequence[Word], at: int, first: int) -> bool:
    return any(word.room >= WEAK and word.low != "with" for word in line[at : first + 1])


def _compares(line: Sequence[Word], at: int) -> bool:
    """Whether "to" or "with" links what is compared: "compared to", "we compare Lumen with"."""
    near = islice(reversed(line[:at]), _NEAR)
    word = next((word for word in near if word.low in _COMPARE or word.room >= WEAK), None)
    return word is not None and word.low in _COMPARE
