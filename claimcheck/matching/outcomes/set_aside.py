"""Whether the metric of a ranking stands beside the outcome that its sentence tells: "at the cost of memory", "without loss of quality"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import Final

from claimcheck.matching.grammar import ENDS, PREPOSITIONS
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.meanings import FORMS
from claimcheck.text.words import WEAK, Word

_PRICE: Final = frozenset("cost expense".split())
_LEADING: Final = frozenset("with at for".split())
_HARDLY_ANY: Final = frozenset(
    "zero negligible minimal marginal minor little limited slight small additional extra".split()
)
"""So much of the metric is nothing to speak of …"""
_NONE: Final = frozenset("no same almost".split())
"""… and so is this behind "with" or "at"."""
_HARMS: Final = frozenset(
    "loss losses drop drops degradation decrease reduction decline penalty impact effect change changes overhead cost increase".split()
)
_OF: Final = frozenset("of in on to for over".split())
_HEADS: Final = PREPOSITIONS | ENDS | _HARMS | {"of"}
"""Behind the metric it ends, or this is what there is little of; anything else is no metric: "limited accuracy data"."""
_REACH: Final = 6


def set_aside(compared: Comparison) -> bool:
    """Whether the metric is what is paid for the outcome, what is not touched by it ("without increasing the cost"), or what
    hardly changes ("with negligible overhead", "at no extra cost")."""
    line = compared.line
    if compared.measured:
        return all(
            _is_aside(_back(line, place.first), line[place.last : place.last + 1]) for place in compared.measured
        )
    named = [index for index, word in enumerate(line) if word.stem in compared.metric]
    return any(_is_aside(_back(line, index), line[index + 1 : index + 2]) for index in named)


def _is_aside(before: Sequence[str], behind: Sequence[Word]) -> bool:
    """Whether the words before a metric put it beside the outcome; not so in "a small accuracy gain"."""
    if any(not word.room and word.low not in _HEADS for word in behind):
        return False
    if any(first in _PRICE and second == "of" for first, second in pairwise(before)):
        return True
    if "without" in before:
        return FORMS.isdisjoint(before[before.index("without") + 2 :])
    nothing = not _LEADING.isdisjoint(before) and not _NONE.isdisjoint(before)
    return (nothing or _hardly_any(before)) and FORMS.isdisjoint(before)


def _hardly_any(before: Sequence[str]) -> bool:
    """Whether there is hardly any of what follows, or of a loss of it; not so in "a small margin in accuracy"."""
    phrase = list(dropwhile(lambda word: word not in _HARDLY_ANY, before))
    head = list(takewhile(lambda word: word not in _OF, phrase))
    return bool(phrase) and (head == phrase or head[-1] in _HARMS)


def _back(line: Sequence[Word], index: int) -> list[str]:
    """The few words before one, back to what parts them from it, or to what leads them."""
    first = index
    for at in reversed(range(max(0, index - _REACH), index)):
        if line[at + 1].room >= WEAK:
            break
        first = at
        if line[at].low in _LEADING:
            break
    return [word.low for word in line[first:index]]
