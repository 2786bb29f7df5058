"""Two numbers of a sentence, and two names that it pairs with them by their order, or by where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from claimcheck.matching.at_which import COMPARING
from claimcheck.matching.sides import Place, is_passive, places
from claimcheck.text.words import STRONG, Extent, Word, stem

AGAINST: Final = frozenset((each,) for each in ("vs", "versus", "against")) | {
    ("compared", "with"),
    ("compared", "to"),
}
"""Between two numbers, or two names, of which one is held against the other."""
_LISTED: Final = ((), ("and",))
_WORSE: Final = frozenset({"worse", "inferior"})
_AFTER: Final = 8
"""So many words behind the second number are looked at for another list."""


def same_order(line: Sequence[Word], here: Extent, there: Extent, mine: Place, theirs: Place) -> bool | None:
    """Whether two names stand in the order of two numbers that are listed ("x and y"), or held against each other ("x vs. y"); None
    where the names do not stand side by side, on one side of both numbers.

    `mine` is the name that should have the number `here`.
    """
    first, second = sorted((here, there), key=lambda each: each.first)
    between = _low(line[first.last : second.first])
    one, two = sorted((mine, theirs), key=lambda place: place.first)
    beside = _low(line[one.last : two.first])
    if between in _LISTED:
        told = beside == between and (one.first >= second.last or not _another_list(line, second.last))
    else:
        told = between in AGAINST and two.last <= first.first and (beside == ("and",) or _compared(line, one, two))
    return (one is mine) == (first is here) if told else None


def alone(line: Sequence[Word], text: str, other: str) -> Place | None:
    """Where a name stands that the line has once: as a whole, or without the words at its ends that another has there, too ("clean
    accuracy", "noisy accuracy")."""
    found = places(line, [text])
    if not found:
        words, others = text.split(), other.split()
        while words and others and stem(words[-1]) == stem(others[-1]):
            words, others = words[:-1], others[:-1]
        found = places(line, [" ".join(words)])
    return found[0] if len(found) == 1 else None


def _low(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.low for word in words)


def _another_list(line: Sequence[Word], index: int) -> bool:
    """Whether behind a list of numbers there is another list, which they may be paired with: "81.2% and 70.4% on Aria and Bolt"."""
    while index < len(line) and (line[index].low == "and" or line[index].text[0].isdigit()):
        index += 1
    behind = takewhile(lambda word: word.room < STRONG, line[index : index + _AFTER])
    return any(word.low == "and" for word in behind)


def _compared(line: Sequence[Word], one: Place, two: Place) -> bool:
    """Whether the second name is what the first is compared with: "Lumen is faster than Corvus", "with Lumen than with Corvus"."""
    # "Corvus is outperformed by Lumen", "is worse than Lumen": the winner's number may stand first.
    turned = any(is_passive(line, index) or line[index].low in _WORSE for index in range(one.last, two.first))
    against = any(word.low in COMPARING for word in line[one.last : two.first])
    return against and not one.oblique and not turned
