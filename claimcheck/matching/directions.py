"""Which way a number of change goes: the words of its clause that say so, and what they mean for a metric."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final, Literal

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.better import better_as_told, better_of
from claimcheck.matching.change_words import CHANGING, NAMED_BY_CHANGE, TURNED
from claimcheck.matching.denials import is_denied
from claimcheck.matching.governing import ahead, governing, is_last
from claimcheck.matching.grammar import akin, following, is_left_out, previous
from claimcheck.matching.kinds import Kinds, is_of_difference
from claimcheck.matching.said_of_metric import BEING, is_of_metric, multiplies_metric
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import Place, is_passive, places
from claimcheck.matching.speed_and_cost import SPEEDING, may_be_said
from claimcheck.text.words import Word, content, stems

Change = Literal["increase", "decrease"]
_FACTORS_OF_SPEED: Final = frozenset(stems("speedup speedups acceleration"))
"""The metrics of what "speeds up"."""
_SIZE, _LENGTH = frozenset(stems("size parameters footprint")), frozenset(stems("length duration time"))
_SAID_OF: Final = dict.fromkeys("smaller larger bigger large big small".split(), _SIZE) | dict.fromkeys(
    "longer shorter long short".split(), _LENGTH
)
"""Metrics that some words name by themselves: "3x smaller"."""
_LEFT_OUT: Final = frozenset("removed ablated excluded disabled dropped omitted absent missing".split())
_ADJECTIVAL: Final = ("ate", "ent", "ant", "able", "ible", "ive", "ust", "ise", "ful", "ous")
_HUNDRED: Final = 100
_REACH: Final = 8


def stated_change(
    sentence: Sentence, claim: ClaimInContext, vocabulary: Vocabulary, *, denied: bool = False
) -> tuple[Change, Word] | None:
    """Which way the words of the sentence say that a claim's number goes, and the word that says so; None in doubt.

    With `denied`, which way they say that it does not go ("does not improve recall by 3%").
    """
    line, at = sentence.line, claim.value_at
    if at is None:
        return None
    if at not in sentence.numbers:
        return None if denied or _is_left_out(line, claim) else _multiplied(line, claim, at)
    if _falls_by_sign(claim, at):
        return None  # "improves on Aria (+8.1), with a small loss on Bolt (−0.3)"
    if (part := _part(sentence, claim, at)) is not None:
        return "decrease", part
    metric = content(claim.spelled.metric.text)
    factor = _factor(claim, at)
    governed = ahead(sentence, at, denied=True) if denied else governing(sentence, at, metric, factor)
    if governed is None or _is_left_out(line, claim):
        return None
    direction, index = governed
    word = line[index]
    if is_of_difference(line, index, sentence.numbers[at].first - 1):
        return None  # "the gap shrinks to 3%"
    if word.low in SPEEDING and factor is not None and factor < 1 and previous(line, index) != "as":
        direction = TURNED[direction]  # "a 0.5x speedup"
    if word.low in SPEEDING and metric & _FACTORS_OF_SPEED:
        return None if direction == "worse" else ("increase", word)
    quality = _quality(line, index)
    if quality is not None:
        rises = _rises_so(line, index, quality, metric)
        return None if rises is None else (("increase" if rises == (direction == "up") else "decrease"), word)
    if metric & NAMED_BY_CHANGE and (direction in ("up", "down") or better_as_told(claim, vocabulary) is None):
        return None  # "error reduction" increases where errors are reduced
    if direction in ("up", "down"):
        implied = metric & _SAID_OF.get(word.low, frozenset()) and (is_last(line, index) or line[index - 1].low == "as")
        if not implied and not is_of_metric(sentence, index, metric, at):
            return None  # it may be something else that goes up or down
        return ("increase" if direction == "up" else "decrease"), word
    better = better_of(claim, vocabulary)
    if better is None or (direction in ("above", "below") and better == "lower") or not may_be_said(word, metric):
        return None
    worse = direction in ("worse", "below")
    if is_passive(line, index):
        beaten = _is_beaten(line, index, claim)
        if beaten is None:
            return None
        worse = beaten
    return ("increase" if (better == "higher") != worse else "decrease"), word


def _falls_by_sign(claim: ClaimInContext, at: int) -> bool:
    """Whether a number's own sign says that it is the decrease that it is claimed to be."""
    change, number = claim.claim.change, claim.paper.numbers[at]
    negative = number.high is not None and number.high.value is not None and number.high.value < 0
    return negative and change is not None and change.text == "decrease"


def _multiplied(line: Sequence[Word], claim: ClaimInContext, at: int) -> tuple[Change, Word] | None:
    """Which way a verb goes that is a number itself: "halves the error", "throughput doubled"."""
    start = claim.paper.numbers[at].start
    index = next((index for index, word in enumerate(line) if word.start == start and word.low in CHANGING), None)
    if index is None or is_denied(line, index) is not False:
        return None
    if not multiplies_metric(line, index, content(claim.spelled.metric.text)):
        return None
    return ("increase" if CHANGING[line[index].low] == "up" else "decrease"), line[index]


def _part(sentence: Sentence, claim: ClaimInContext, at: int) -> Word | None:
    """The word that makes of a percentage below a hundred what is left of the metric: "needs 40% of the memory of Lumen"."""
    number = claim.paper.numbers[at]
    below = [end.value is not None and end.value < _HUNDRED for end in number.ends()]
    behind = sentence.numbers[at].last
    named = content(claim.spelled.metric.text) & {word.stem for word in sentence.line[behind : behind + _REACH]}
    if number.unit != "%" or not all(below) or not named:
        return None
    return Kinds(sentence).kept(at, claim.spelled.metric.text)


def _factor(claim: ClaimInContext, at: int) -> Fraction | None:
    """The factor that a claim states: 3 of "3 times as fast", 1/2 of "half as fast"; None where its number is none."""
    number = claim.paper.numbers[at]
    is_factor = number.unit == "x" or (number.unit is None and claim.claim.kind.text == "ratio")
    return max((end.value for end in number.ends() if end.value is not None), default=None) if is_factor else None


def _quality(line: Sequence[Word], index: int) -> int | None:
    """Where the adjective stands behind a "more" or "less" that is said of how something is, and not of an amount: "5% more accurate",
    "3x more memory-efficient", an adverb or a first part with a hyphen between. None if none does."""
    if line[index].low not in ("more", "less"):
        return None
    for at in range(index + 1, len(line)):
        word = line[at]
        if word.low.endswith(_ADJECTIVAL):
            return at if not word.room and (word.joined or is_last(line, at)) else None
        if word.room or not (word.low.endswith("ly") or word.joined):
            return None
    return None


def _rises_so(line: Sequence[Word], index: int, at: int, metric: Collection[str]) -> bool | None:
    """Whether the metric rises with how "more" of it something is: accuracy where it is more accurate, but no memory where it is more
    memory-efficient. None where it is not of the metric."""
    if any(akin(line[at].low, each) for each in metric):
        return True if at == index + 1 or line[at].joined else None
    return False if line[at].low == "efficient" and line[at - 1].stem in metric else None


def _is_beaten(line: Sequence[Word], index: int, claim: ClaimInContext) -> bool | None:
    """Whether "outperformed by" is said of the claim's subject, or of its baseline; not so where the subject alone is named,
    behind it. None where it is not named."""
    subjects = _subjects(line, claim)
    if any(place.first < index for place in subjects):
        return True
    if not subjects:
        return None
    return any(place.first < index for place in places(line, (each.text for each in claim.spelled.baseline)))


def _is_left_out(line: Sequence[Word], claim: ClaimInContext) -> bool:
    """Whether the sentence says what is so where the claim's subject is not there: "removing Alba", "when Alba is removed"."""
    return any(
        (following(line, place.last - 1) in BEING and following(line, place.last) in _LEFT_OUT)
        # what is replaced by another thing is told by `sides`
        or (is_left_out(line, place.first) and line[place.first - 1].low != "replacing")
        for place in _subjects(line, claim)
    )


def _subjects(line: Sequence[Word], claim: ClaimInContext) -> Sequence[Place]:
    """Where the claim's subject is named."""
    said = claim.spelled
    return places(line, [each.text for each in (said.subject, said.subject_as) if each is not None])
