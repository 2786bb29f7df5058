"""What negates a word from right before it, adverbs aside: "not", "never", "n't", "fails to"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from claimcheck.matching.grammar import previous
from claimcheck.text.words import Word

NOT: Final = frozenset("not never cannot nor hardly barely scarcely rarely seldom".split())
_CONTRACTED: Final = ("n't", "n’t")
NOT_ALONE: Final = frozenset("only merely just simply solely alone".split())
"""Behind "not", these deny nothing: "not only improves"."""
NEGATIONS: Final = frozenset(
    "not no never cannot nor neither avoid avoids avoiding prevent prevents preventing".split()
)
"""Near a word these may deny it, or something else."""
FAILING: Final = frozenset("fail fails failed failing unable struggle struggles struggled struggling".split())
"""Before "to", these deny what follows."""
_ADVERBS: Final = frozenset("also always ever even still yet quite much so very any far longer more".split())
_AUXILIARIES: Final = frozenset("be been being have perform fare do fall falls fell falling lag lags".split())


def denies(low: str) -> bool:
    return low in NOT or low.endswith(_CONTRACTED)


def is_negated(line: Sequence[Word], index: int) -> bool:
    """Whether "not" stands right before a word, adverbs and "been" between."""
    return denies(previous(line, first_between(line, index)))


def is_failed(line: Sequence[Word], index: int) -> bool:
    """Whether "fails to" stands right before a word, and no "never" before that."""
    failing = previous(line, index) == "to" and previous(line, index - 1) in FAILING
    return failing and previous(line, index - 2) not in NOT


def first_adverb(line: Sequence[Word], index: int) -> int:
    """The first of the adverbs right before a word, or the word itself."""
    return _first(line, index, _is_adverb)


def first_between(line: Sequence[Word], index: int) -> int:
    """The first of what may stand between "not" and a word, "only" left out: adverbs and auxiliaries; or the word itself."""
    return _first(line, index, lambda low: low not in NOT | NOT_ALONE and (_is_adverb(low) or low in _AUXILIARIES))


def _is_adverb(low: str) -> bool:
    return low in _ADVERBS or low.endswith("ly")


def _first(line: Sequence[Word], index: int, passed: Callable[[str], bool]) -> int:
    while passed(previous(line, index)):
        index -= 1
    return index
