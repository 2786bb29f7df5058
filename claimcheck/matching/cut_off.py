"""What stands right before a quote in its sentence and takes back what the quote says: "not", "whether", "without"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import WEAK, Word

_NOT: Final = frozenset("not never cannot nor neither hardly barely scarcely".split())
_FAILING: Final = frozenset("fail fails failed failing unable".split())
_OPEN: Final = frozenset("whether if unless may might could would should can without".split())
_UNDONE: Final = frozenset("removing excluding omitting disabling ablating lacking".split())
_SUPPOSING: Final = frozenset(
    "hypothesize hypothesized hypothesizes hypothesise hypothesised hypothesis assume assumed assumption believed claimed conjecture "
    "conjectured speculate hoped expected".split()
)
"""Before "that": what follows is supposed, or was said by others."""
_ADVERBS: Final = frozenset("also always ever even still yet quite merely just be been being have fully".split())
_LEADING: Final = frozenset("lead result yield provide show give bring achieve reach see find offer".split())
_ARTICLES: Final = frozenset("to in a an the any".split())


@dataclass(frozen=True, slots=True, eq=False)
class CutOff:
    """The words before a quote that take back what it says; `denies` for sure, or leave it open."""

    words: Sequence[Word]
    denies: bool


def cut_off(sentence: Sentence) -> CutOff | None:
    """What the quote of a sentence leaves out right before its beginning; None where nothing there takes it back."""
    line, first = sentence.line, sentence.quoted.start
    if not first or line[first].room >= WEAK:
        return None
    at = first - 1
    while at > 0 and line[at].room < WEAK and _passed(line, at):
        at -= 1
    begins, denies = _takes_back(line, at)
    return CutOff(line[begins:first], denies) if begins is not None else None


def _passed(line: Sequence[Word], at: int) -> bool:
    """Whether a word between may stand there, and what denies still denies: "not [merely]", "can [lead to a]"."""
    low = line[at].low
    if low == "to":
        return line[at - 1].low not in _FAILING
    if low in _NOT:
        return False
    return low in _ADVERBS or low in _ARTICLES or low in _LEADING or (low.endswith("ly") and low != "only")


def _takes_back(line: Sequence[Word], at: int) -> tuple[int | None, bool]:
    low = line[at].low
    before = line[at - 1].low if at else ""
    if low in _NOT or low.endswith(("n't", "n’t")):
        return at, True
    if low == "to" and before in _FAILING:
        return at - 1, True
    if low == "that" and before in _SUPPOSING:
        return at - 1, False
    if low in _OPEN or low in _UNDONE:
        return at, False
    return None, False
