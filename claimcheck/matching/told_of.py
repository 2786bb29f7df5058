"""Constructions that put one name in the place of another ("replacing Corvus with Lumen"): which of the two is spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.matching.grammar import DETERMINERS
from claimcheck.text.words import WEAK, Word

if TYPE_CHECKING:
    from claimcheck.matching.sides import Place

_REPLACING: Final = frozenset("replacing replace replaces replaced swapping swap swaps substituting".split())
_REPLACED: Final = frozenset("replaced superseded swapped substituted".split())
_MOVING: Final = frozenset(
    "moving move moves switching switch switches going transitioning migrating upgrading shifting changing".split()
)
_ADDING: Final = frozenset("adding add adds applying integrating incorporating introducing plugging attaching".split())
_USING: Final = frozenset("with using use uses used applying adopting choosing employing".split())
_INSTEAD: Final = (("in", "place", "of"), ("instead", "of"), ("rather", "than"), ("in", "lieu", "of"))
_FOR: Final = frozenset("for in with on under of".split())
_ONE: Final = frozenset("that those".split())
_BE: Final = frozenset("is are was were be being gets".split())
_SHORT: Final = 4
"""So many words at most between the two names, the construction's own included."""
_LONG: Final = 12


def told_of(line: Sequence[Word], first: Place, second: Place) -> Place | None:
    """Which of two names, the first before the second, what changes is said of; None where no construction is known.

    The other one is what it takes the place of, what it is put on top of, or what it is held against.
    """
    between = [word.low for word in line[first.last : second.first]]
    while between and between[-1] in DETERMINERS:
        between.pop()
    if not between:
        return None
    apart = any(word.room >= WEAK and word.low != "with" for word in line[first.last : second.first + 1])
    if len(between) <= _SHORT and not apart:
        found = _replaced(line, first, second, between) or _on_top(line, first, second, between)
        if found is not None:
            return found
    return _held_against(line, first, second, between)


def _before(line: Sequence[Word], place: Place) -> int:
    """The word before a name, its article aside; -1 at the beginning, or behind a comma."""
    at = place.first
    while at > 0 and not line[at].room and line[at - 1].low in DETERMINERS:
        at -= 1
    return -1 if line[at].room >= WEAK else at - 1


def _replaced(line: Sequence[Word], first: Place, second: Place, between: list[str]) -> Place | None:
    """ "replacing Corvus with Lumen", "Corvus is replaced by Lumen", "moving from Corvus to Lumen", "Lumen in place of Corvus"."""
    at = _before(line, first)
    before = line[at].low if at >= 0 else ""
    if before in _REPLACING and between[-1] in ("with", "by", "for"):
        return second if between[-1] != "for" or before.startswith("swap") else None
    if between[-1] in ("by", "with") and between[-2:-1] and between[-2] in _REPLACED and between[0] in _BE:
        return second
    if before == "from" and at > 0 and line[at - 1].low in _MOVING and between == ["to"]:
        return second
    if before in _USING and any(tuple(between[-len(each) :]) == each for each in _INSTEAD):
        return first
    return None


def _on_top(line: Sequence[Word], first: Place, second: Place, between: list[str]) -> Place | None:
    """ "adding Lumen to Corvus"."""
    at = _before(line, first)
    added = at >= 0 and line[at].low in _ADDING and between in (["to"], ["into"], ["onto"], ["on", "top", "of"])
    return first if added else None


def _held_against(line: Sequence[Word], first: Place, second: Place, between: list[str]) -> Place | None:
    """ "higher for Lumen than for Corvus", "the accuracy of Lumen is 5% above that of Corvus"."""
    at = _before(line, first)
    if (
        at < 1
        or len(between) > _LONG
        or line[at].low not in _FOR
        or any(word.room > 4 for word in line[at : second.first])
    ):
        return None
    if between[-2:] == ["than", line[at].low] and _is_comparative(line[at - 1]):
        return first
    of_both = line[at].low == "of" and between[-1] == "of" and between[-2:-1] and between[-2] in _ONE
    return (
        first
        if of_both and between[-3:-2] and between[-3] in ("than", "above", "below") and between[0] in _BE
        else None
    )


def _is_comparative(word: Word) -> bool:
    return (word.low.endswith("er") and len(word.low) > 4) or word.low in ("more", "less", "better", "worse")
