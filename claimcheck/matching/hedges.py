"""Words that weaken what a sentence states: which of them surely governs a claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.grammar import following
from claimcheck.matching.negations import is_negated
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.spoken import said_words
from claimcheck.text.words import STRONG, Word, content

_MODALS: Final = frozenset("can may might could would".split())
_INTENDED: Final = frozenset(
    "aim aims aimed aiming designed intended expected supposed believed thought assumed said claimed meant hope hopes hoped seek seeks "
    "sought seeking try tries tried attempt attempts attempted attempting projected anticipated likely poised promise promises "
    "goal objective".split()
)
"""Before "to" and a verb, these state no outcome, but what is wanted, or held for one."""
_REPORTED: Final = frozenset("said believed assumed thought claimed argued held hoped".split())
_IT_IS: Final = frozenset({("it", "is"), ("it", "was")})
"""In "it is often … that", what follows is what some say."""
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
_BEFORE_MODAL: Final = frozenset("it they this that these also even thus hence sometimes often".split())
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
_ARTICLES: Final = frozenset("a an the".split())
_RECKONED: Final = frozenset("estimated projected anticipated expected theoretical hypothetical potential".split())
_GOALS: Final = frozenset("target goal aim".split())


def governing_hedge(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The modal that surely weakens what a claim states: right before the verb that its number, or its outcome, hangs on."""
    if claim.claim.rank is not None:
        return _of_outcome(sentence, claim) or _open(sentence, None) or _reported(sentence)
    if claim.value_at is None or claim.value_at not in sentence.numbers:
        return None
    line = sentence.line
    first = sentence.numbers[claim.value_at].first
    unsettled = _reckoned(sentence, claim) or _open(sentence, first) or _aimed_at(sentence, first, claim)
    if unsettled is not None:
        return unsettled
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if line[index + 1].room or line[index].low in _BREAKS - {"by"}:
            return None
        if line[index].low in _MODALS:
            return line[index] if _is_modal(sentence, index) else None
        if (wanted := _wanted(sentence, index)) is not None:
            return wanted
    return None


def _wanted(sentence: Sentence, to: int) -> Word | None:
    """The word before "to" that makes of an outcome what is wanted or believed: "is designed to outperform", "the goal is to"."""
    line = sentence.line
    if line[to].low != "to" or line[to].room or not _is_modal(sentence, to):
        return None
    before = to - 1 - (line[to - 1].low in ("is", "was"))
    return line[before] if before >= 0 and line[before].low in _INTENDED and not is_negated(line, before) else None


def _reported(sentence: Sentence) -> Word | None:
    """The word by which a sentence only tells what some say: "it is often believed that"."""
    line = sentence.line
    lows = [word.low for word in line]
    for at, low in enumerate(lows):
        if low in _REPORTED and following(line, at) == "that" and not _IT_IS.isdisjoint(pairwise(lows[:at][-3:])):
            settled = any(word.room >= STRONG for word in line[at:]) or _SETTLED & {*lows}
            return None if settled else line[at]
    return None


def _reckoned(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The word right at a claim's number that says that it was not measured, unless the claim has it: "5x estimated speedup"."""
    assert claim.value_at is not None
    line, stretch = sentence.line, sentence.numbers[claim.value_at]
    near = [word for word in line[stretch.last : stretch.last + 1] if not word.room]
    if stretch.first > 1 and line[stretch.first - 2].low in _ARTICLES:
        near.append(line[stretch.first - 1])
    own = said_words(claim)
    return next((word for word in near if word.low in _RECKONED and word.low not in own), None)


def _of_outcome(sentence: Sentence, claim: ClaimInContext) -> Word | None:
    """The one modal of a sentence (or "aims to", "is expected to") whose verb is its only word of an outcome.

    Not where the claim is of the clause before: "helps weak models but can degrade strong ones".
    """
    line = sentence.line
    modals = [
        (index, word if word.low in _MODALS else _wanted(sentence, index))
        for index, word in enumerate(line)
        if _is_modal(sentence, index)
    ]
    found = [(index, word) for index, word in modals if word is not None]
    if len(found) != 1 or any(word.low in _OUTCOMES for word in line):
        return None
    index, word = found[0]
    if _of_clause_before(line, index, claim):
        return None
    behind = index + 2 + (line[index + 1].low.endswith("ly"))
    return None if any(each.low in _VERBS or each.room >= STRONG for each in line[behind:]) else word


def _of_clause_before(line: Sequence[Word], modal: int, claim: ClaimInContext) -> bool:
    """Whether the metric of a claim stands before the clause of a modal, and nothing that the claim is about inside."""
    begun = next((at for at in range(modal, 0, -1) if line[at].room >= STRONG or _begins_with(line, at, modal)), 0)
    said = claim.spelled
    fields = (said.subject, said.metric, *said.dataset, *said.baseline)
    named, inside = ({word.stem for word in part} for part in (line, line[begun:]))
    metric = content(said.metric.text)
    return bool(metric) and metric.issubset(named) and not any(content(each.text) & inside for each in fields)


def _begins_with(line: Sequence[Word], at: int, modal: int) -> bool:
    """Whether a clause begins with a modal, or with "it" or "also" before one: "and can degrade"."""
    return line[at - 1].low in ("and", "or") and all(word.low in _BEFORE_MODAL for word in line[at:modal])


def _open(sentence: Sentence, first: int | None) -> Word | None:
    """The word by which a sentence leaves open all that follows, a number at `first` or else its outcome: "we hypothesize that"."""
    line = sentence.line
    known = _OPEN if first is None else _OPEN - {"whether"}
    index = next((at for at, word in enumerate(line) if word.low in known), None)
    if index is None or index not in sentence.quoted or (first is not None and first < index):
        return None
    if line[index].low.endswith("ing") and all(word.room for word in line[index + 1 : index + 2]):
        return None  # nothing hangs on it: "moves such as inferring and hypothesizing"
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
    return None if _GOALS & said_words(claim) else word


def _is_modal(sentence: Sentence, index: int) -> bool:
    """Whether a modal (or "to") stands before a verb of a change or an outcome (with an adverb between), in no clause of its own."""
    line = sentence.line
    behind = [word for word in line[index + 1 : index + 3] if not word.room]
    if behind and behind[0].low.endswith("ly"):
        behind = behind[1:]
    if not behind or behind[0].low not in _VERBS:
        return False
    return not any(word.low in _OF_ANOTHER for word in line[max(0, index - 2) : index])
