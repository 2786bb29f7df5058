"""What denies a word: "not", "never" and "n't" right before it, adverbs aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.text.words import Word

_NEVER: Final = frozenset("not never rarely hardly cannot".split())
_NOT_ALONE: Final = frozenset("only merely simply solely".split())
"""Behind "not", these deny nothing: "we not only show that"."""
_CONTRACTED: Final = ("n't", "n’t")
FAILING: Final = frozenset("fail fails failed failing unable".split())
"""Before "to", these deny what follows."""
_ADVERBS: Final = frozenset("much far even still also".split())
_REACH: Final = 12


def denies(word: Word) -> bool:
    return word.low in _NEVER or word.low.endswith(_CONTRACTED)


def is_negated(line: Sequence[Word], index: int) -> bool:
    """Whether "not" stands right before a word, adverbs and "been" between."""
    first = first_adverb(line, index)
    while first and not line[first].room and line[first - 1].low in ("been", "be"):
        first = first_adverb(line, first - 1)
    return first > 0 and not line[first].room and denies(line[first - 1]) and line[first].low not in _NOT_ALONE


def first_adverb(line: Sequence[Word], index: int) -> int:
    """The first of the adverbs right before a word, or the word itself."""
    most = index - _REACH
    while index > max(0, most) and not line[index].room and _is_adverb(line[index - 1]):
        index -= 1
    return index


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") or word.low in _ADVERBS
