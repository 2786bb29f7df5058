"""Words that weaken what a sentence states: which of them surely governs a claim."""

from __future__ import annotations

from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import STRONG, Word

_MODALS: Final = frozenset("can may might could".split())
_VERBS: Final = frozenset(
    "lead improve increase raise reduce decrease lower cut boost outperform surpass exceed beat match achieve reach attain obtain yield "
    "result bring provide enhance degrade underperform rival".split()
)
"""What a number or an outcome hangs on, right behind a modal."""
_OUTCOMES: Final = frozenset(
    "outperforms outperformed outperforming surpasses surpassed surpassing exceeds exceeded exceeding beats beating matches matching rivals "
    "rivaling improves improved improving enhances enhanced achieves achieved best better stronger strongest highest superior "
    "competitive comparable leads reduces reduced worse".split()
)
"""Words that state an outcome without a modal."""
_OF_ANOTHER: Final = frozenset("that which who whom whose how where when whether if what as than".split())
"""Before a modal these open a clause of their own."""
_BREAKS: Final = frozenset("that which who and but by while when as where whether if using via through".split())
_REACH: Final = 12
_OPEN: Final = frozenset(
    "hypothesize hypothesizes hypothesized hypothesise hypothesised hypothesizing conjecture conjectured speculate speculated suspect "
    "whether".split()
)
"""What follows them is not stated yet …"""
_SETTLED: Final = frozenset(
    "find finds found show shows showed shown showing demonstrate demonstrates demonstrated demonstrating observe observes observed "
    "confirm confirms confirmed confirming verify verifies verified validate validates validated prove proves proved indicate indicates "
    "reveal reveals revealed revealing suggest suggests report reports indeed yes and but however that's support supports supported "
    "supporting establish establishes test tests tested we achieve achieves achieved achieving reach reaches reached reaching with".split()
)
"""… unless one of these does, too."""
_AIMING: Final = frozenset("aim aims aimed aiming".split())
_GOALS: Final = frozenset("target goal aim".split())


def governing_hedge(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The modal that surely weakens what a claim states: right before the verb that its number, or its outcome, hangs on."""
    if claim.claim.rank is not None:
        return _of_outcome(sentence) or _open(sentence, None)
    if claim.value_at is None or claim.value_at not in sentence.numbers:
        return None
    line = sentence.line
    first = sentence.numbers[claim.value_at].first
    unsettled = _open(sentence, first) or _aimed_at(sentence, first, claim)
    if unsettled is not None:
        return unsettled
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if line[index + 1].room or line[index].low in _BREAKS - {"by"}:
            return None
        if line[index].low in _MODALS:
            return line[index] if _is_modal(sentence, index) else None
    return None


def _of_outcome(sentence: Sentence) -> Word | None:
    """The one modal of a sentence whose verb is its only word of an outcome."""
    line = sentence.line
    modals = [index for index, word in enumerate(line) if word.low in _MODALS and _is_modal(sentence, index)]
    if len(modals) != 1 or any(word.low in _OUTCOMES for word in line):
        return None
    behind = modals[0] + 2 + (line[modals[0] + 1].low.endswith("ly"))
    return None if any(word.low in _VERBS or word.room >= STRONG for word in line[behind:]) else line[modals[0]]


def _open(sentence: Sentence, first: int | None) -> Word | None:
    """The word by which a sentence leaves open all that follows, a number at `first` or else its outcome: "we hypothesize that"."""
    line = sentence.line
    known = _OPEN if first is None else _OPEN - {"whether"}
    index = next((at for at, word in enumerate(line) if word.low in known), None)
    if index is None or index not in sentence.quoted or (first is not None and first < index):
        return None
    lows = [word.low for word in line]
    if line[index].low == "whether" and index and lows[index - 1] in ("of", "regardless", "matter"):
        return None
    if line[index].low == "suspect" and "we" not in lows[max(0, index - 2) : index]:
        return None
    if (
        any(word.room >= STRONG for word in line[index + 1 :])
        or _SETTLED & {*lows[index + 1 :]}
        or "or" in lows[index:]
    ):
        return None
    return None if any(word.low in _OUTCOMES for word in line[:index]) else line[index]


def _aimed_at(sentence: Sentence, first: int, claim: ClaimInContext) -> Word | None:
    """The word that makes a number a goal: "we aim at 99%", "with the goal of 99%"; not where the claim is about the goal."""
    line = sentence.line
    if first < 2 or line[first].room or line[first - 1].room:
        return None
    before, word = line[first - 1].low, line[first - 2]
    aimed = (before in ("at", "for") and word.low in _AIMING) or (before == "of" and word.low in _GOALS)
    if not aimed or word.joined:
        return None
    held = {each for _, scalar in claim.claim.texts() for each in scalar.text.casefold().split()}
    return None if _GOALS & held else word


def _is_modal(sentence: Sentence, index: int) -> bool:
    """Whether a modal stands before a verb of a change or an outcome (with an adverb between), in no clause of its own."""
    line = sentence.line
    behind = [word for word in line[index + 1 : index + 3] if not word.room]
    if behind and behind[0].low.endswith("ly"):
        behind = behind[1:]
    if not behind or behind[0].low not in _VERBS:
        return False
    return not any(word.low in _OF_ANOTHER for word in line[max(0, index - 2) : index])
