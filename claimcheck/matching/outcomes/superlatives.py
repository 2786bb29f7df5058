"""What puts one thing before all others: "the best", "state of the art", "ranks first", "the most accurate"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from claimcheck.matching.grammar import COPULAS, ENDS, following, previous, stretch, with_determiners
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.sides import BEATS
from claimcheck.matching.slots import is_proper
from claimcheck.text.words import STRONG, Word, stems

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
KINDS: Final = frozenset(
    stems("model system method approach baseline agent algorithm technique framework network performer")
)
"""Behind one of these, a name is that of the best one."""
_PARTED: Final = ENDS - {"as"}
"""Behind these, no members of a class are told."""
_REACH: Final = 5


def is_art(line: Sequence[Word], index: int) -> bool:
    """Whether "state of the art" begins with a word, with hyphens or without."""
    return line[index].low == "sota" or tuple(each.low for each in line[index : index + 4]) == _ART


def is_first(line: Sequence[Word], index: int) -> bool:
    """Whether a word puts something before all others: "ranks first", "is the most accurate", "is the only system"."""
    text, behind = line[index].low, following(line, index)
    if text == "first":
        return behind == "place" or previous(line, index) in ("ranks", "ranked", "rank")
    named = previous(line, index) == "the" and not COPULAS.isdisjoint(word.low for word in line[:index][-_REACH:])
    return named and (text == "only" or (text == "most" and behind.endswith(QUALITY)))


def held_against(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is of what something is compared with, or of what fails, too: "close to the best system", "over
    state-of-the-art models", "even state-of-the-art models struggle"."""
    at = with_determiners(line, index)
    return (at < index or is_art(line, index)) and previous(line, at) in HELD_AGAINST | {"even"}


def is_one_of_several(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is shared, or comes after another one: "one of the best", "among the top", "the second highest"."""
    at = with_determiners(line, index)
    before = previous(line, at)
    shared = before == "among" or (before == "of" and previous(line, at - 1) in _SEVERAL)
    return shared or (at == index and before in PLACES)


def is_of_class(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is of a class that members are told of: "even state-of-the-art models such as Corvus struggle"."""
    near = line[index + 1 : index + 2 + _REACH]
    low = [word.low for word in takewhile(lambda word: word.room < STRONG and word.low not in _PARTED, near)]
    return "including" in low or "like" in low or ("such", "as") in pairwise(low)


def names_subject(compared: Comparison, index: int) -> bool:
    """Whether the subject is what is the best, whatever else is held against it: "on par with the best open model Corvus"."""
    behind = (compared.line[index + 1 : place.first + 1] for place in compared.subjects)
    return any(
        words and len(words) <= _REACH and (ENDS | COPULAS).isdisjoint(word.low for word in words) for words in behind
    )


def is_shared(compared: Comparison, index: int) -> bool:
    """Whether two have it together: "the best score is achieved by both Lumen and Corvus"."""
    low = [word.low for word in compared.line]
    if "both" not in low[index:]:
        return False
    first = low.index("both", index)
    both = range(first, stretch(compared.line, first).stop)
    sides = (compared.subjects, compared.baselines)
    return all(any(place.first in both for place in side) for side in sides)


def names_another(compared: Comparison, index: int) -> bool | None:
    """Whether it is told what the best one is, and it is not the subject: "the best method was Corvus", "the best model Corvus",
    "the best score is achieved by Corvus"; None where it is not told."""
    line = compared.line
    if previous(line, index) != "the":
        return None
    for at in range(index, min(index + 2 + _REACH, len(line))):
        if line[at].room:
            return None
        if line[at].low in COPULAS:
            at += 2 * (following(line, at + 1) == "by")  # "is achieved by Corvus"
            return not any(place.first in (at + 1, at + 2) for place in compared.subjects)
        if line[at].stem in KINDS and is_proper(line[at + 1 : at + 2]):
            return True
    return None
