"""Constructions that put one name in the place of another ("replacing Corvus with Lumen"): which of the two is spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.matching.grammar import DETERMINERS, previous, with_determiners
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
_ONTO: Final = (("to",), ("into",), ("onto",), ("on", "top", "of"))
_FOR: Final = frozenset("for in with on under of".split())
_ONE: Final = frozenset("that those".split())
_ABOVE: Final = frozenset("than above below".split())
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
    start = with_determiners(line, first.first)
    before = previous(line, start)
    apart = any(word.room >= WEAK and word.low != "with" for word in line[first.last : second.first + 1])
    if len(between) <= _SHORT and not apart:
        if _gives_way(before, previous(line, start - 1), between):
            return second
        if _comes_in(before, between):
            return first
    if len(between) > _LONG or before not in _FOR or any(word.room > 4 for word in line[start - 1 : second.first]):
        return None
    return first if _held_against(line[max(0, start - 2)], before, between) else None


def _gives_way(before: str, earlier: str, between: list[str]) -> bool:
    """ "replacing Corvus with Lumen", "Corvus is replaced by Lumen", "moving from Corvus to Lumen"."""
    *_, participle, link = ("", *between)
    if before in _REPLACING:
        return link in ("with", "by") or (link == "for" and before.startswith("swap"))
    if before == "from" and earlier in _MOVING and between == ["to"]:
        return True
    return participle in _REPLACED and link in ("by", "with")


def _comes_in(before: str, between: list[str]) -> bool:
    """ "using Lumen in place of Corvus", "adding Lumen to Corvus"."""
    if before in _ADDING:
        return tuple(between) in _ONTO
    return before in _USING and any(tuple(between[-len(each) :]) == each for each in _INSTEAD)


def _held_against(degree: Word, before: str, between: list[str]) -> bool:
    """ "higher for Lumen than for Corvus", "the accuracy of Lumen is 5% above that of Corvus"."""
    *_, held, one, link = ("", "", *between)
    if (one, link) == ("than", before):
        return _is_comparative(degree)
    return before == link == "of" and one in _ONE and held in _ABOVE and between[0] in _BE


def _is_comparative(word: Word) -> bool:
    return (word.low.endswith("er") and len(word.low) > 4) or word.low in ("more", "less", "worse")
