"""What denies a word: "not", "never" and "n't" right before it, adverbs aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import previous
from claimcheck.text.words import Word

_NEVER: Final = frozenset("not never rarely hardly cannot".split())
_NOT_ALONE: Final = frozenset("only merely simply solely".split())
"""Behind "not", these deny nothing: "we not only show that"."""
_CONTRACTED: Final = ("n't", "n’t")
FAILING: Final = frozenset("fail fails failed failing unable".split())
"""Before "to", these deny what follows."""
_ADVERBS: Final = frozenset("much far even still also".split())
_REACH: Final = 12


def denies(low: str) -> bool:
    return low in _NEVER or low.endswith(_CONTRACTED)


def is_negated(line: Sequence[Word], index: int) -> bool:
    """Whether "not" stands right before a word, adverbs and "been" between."""
    first = first_adverb(line, index)
    while previous(line, first) in ("been", "be"):
        first = first_adverb(line, first - 1)
    return denies(previous(line, first)) and line[first].low not in _NOT_ALONE


def first_adverb(line: Sequence[Word], index: int) -> int:
    """The first of the adverbs right before a word, or the word itself."""
    most = index - _REACH
    while index > most and (previous(line, index).endswith("ly") or previous(line, index) in _ADVERBS):
        index -= 1
    return index
