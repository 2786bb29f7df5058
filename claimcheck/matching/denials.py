"""What denies a word, from right before it or from farther off, and how a message shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import previous
from claimcheck.matching.negations import FAILING, NEGATIONS, NOT_ALONE, denies, first_between, is_failed
from claimcheck.matching.taken_back import taken_back
from claimcheck.text.words import Word

_OF_NO: Final = frozenset(
    "better worse improvement improvements gain gains advantage advantages faster slower cheaper stronger weaker more less".split()
)
"""What "no" denies; "with no tuning outperforms" denies no outcome."""
_UNSURE: Final = NEGATIONS | {"without"}


def is_denied(line: Sequence[Word], index: int) -> bool | None:
    """Whether a word is denied: "does not improve", "fails to match", "no better"; None where that is in doubt."""
    if taken_back(line, index) is not None:
        return True
    first = first_between(line, index - (previous(line, index) == "the"))
    before = previous(line, first)
    if before in NOT_ALONE:
        return False
    if denies(before) or is_failed(line, first):
        return True
    if before == "no" and (line[index].low in _OF_NO or line[first].low == "longer"):
        return True
    return None if _UNSURE & {word.low for word in line[:index][-2:]} else False


def with_denial(line: Sequence[Word], word: Word) -> str:
    """A word as a message shows it: with what denies it, if something does."""
    first = last = index = line.index(word)
    away = taken_back(line, index)
    if away is not None:
        first, last = min(index, away), max(index, away)
    elif is_denied(line, index):
        first = max(at for at in range(index) if line[at].low in FAILING | {"no"} or denies(line[at].low))
    return " ".join(each.text for each in line[first : last + 1])
