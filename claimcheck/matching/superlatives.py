"""What puts one thing before all others: "the best", "state of the art", "ranks first", "the most accurate"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.comparison import Comparison
from claimcheck.matching.grammar import COPULAS, DETERMINERS, ENDS, following
from claimcheck.matching.sides import BEATS
from claimcheck.text.words import STRONG, Word

MOST: Final = frozenset("highest largest most longest greatest".split())
LEAST: Final = frozenset("lowest smallest least fewest shortest".split())
"""Superlatives that say best or worst together with the metric: "the lowest error"."""
SUPERLATIVES: Final = MOST | LEAST | frozenset("best strongest fastest quickest cheapest worst weakest slowest".split())
QUALITY: Final = ("ive", "ent", "ant", "able", "ible", "ate", "ful", "ous", "ly", "ust", "ed", "ic", "al")
"""Endings of what follows "more", "most" and "less" where they say better or worse by themselves: "more reliable"."""
HELD_AGAINST: Final = frozenset("of than over with to against like from versus vs near for".split()) | BEATS
"""Behind these stands what something is compared with."""
_SEVERAL: Final = frozenset("one some two three several many".split())
_ART: Final = ("state", "of", "the", "art")
PLACES: Final = frozenset("second third fourth fifth 2nd 3rd 4th 5th".split())
"""What ranks so is ahead of some and behind others."""
_REACH: Final = 5


def is_art(line: Sequence[Word], index: int) -> bool:
    """Whether "state of the art" begins with a word, with hyphens or without."""
    return line[index].low == "sota" or tuple(each.low for each in line[index : index + 4]) == _ART


def is_first(line: Sequence[Word], index: int) -> bool:
    """Whether a word puts something before all others: "ranks first", "is the most accurate", "is the only system"."""
    text, behind = line[index].low, following(line, index)
    before = [word.low for word in line[:index][-_REACH:]]
    if text == "first":
        return behind == "place" or before[-1:] in (["ranks"], ["ranked"], ["rank"])
    named = before[-1:] == ["the"] and not COPULAS.isdisjoint(before)
    return named and (text == "only" or (text == "most" and behind.endswith(QUALITY)))


def held_against(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is of what something is compared with: "close to the best system", "over state-of-the-art models"."""
    at = index
    while at and not line[at].room and line[at - 1].low in DETERMINERS:
        at -= 1
    bare = at == index and not is_art(line, index)
    return at > 0 and not bare and not line[at].room and line[at - 1].low in HELD_AGAINST


def is_one_of_several(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is shared, or comes after another one: "one of the best", "among the top", "the second highest"."""
    at = index
    while at and not line[at].room and line[at - 1].low in DETERMINERS - {"one"}:
        at -= 1
    before = [] if line[at].room else [word.low for word in line[max(0, at - 2) : at]]
    return (
        before[-1:] == ["among"]
        or (before[-1:] == ["of"] and before[0] in _SEVERAL)
        or (at == index and bool(PLACES & set(before[-1:])))
    )


def is_of_class(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is of a class that members are told of: "even state-of-the-art models such as Corvus struggle"."""
    for at in range(index + 1, min(index + 2 + _REACH, len(line))):
        if line[at].low in ("including", "like") or (line[at].low == "such" and following(line, at) == "as"):
            return True
        if line[at].room >= STRONG or line[at].low in ENDS:
            return False
    return False


def names_another(compared: Comparison, index: int) -> bool | None:
    """Whether it is told what the best one is, and it is not the subject: "the best method was Corvus"; None where it is not told."""
    line = compared.line
    if not index or line[index].room or line[index - 1].low != "the":
        return None
    for at in range(index + 1, min(index + 2 + _REACH, len(line))):
        if line[at].room:
            return None
        if line[at].low in COPULAS:
            told = at > index + 1
            return not any(at < place.first <= at + 2 for place in compared.subjects) if told else None
    return None
