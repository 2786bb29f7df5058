"""Whether it is the metric that a word of change is said of, and not something else of its sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final

from claimcheck.matching.change_words import HELD_AGAINST, TIMES_WHAT, VERBS
from claimcheck.matching.governing import APPROACH, is_last
from claimcheck.matching.grammar import ABSENT, COPULAS, following, previous
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import WEAK, Word, stems

_SEEING: Final = frozenset(
    "sees see saw shows show showed has had suffers suffered experiences experienced undergoes".split()
)
BEING: Final = COPULAS | frozenset("being remains remained becomes became".split())
_LEADING: Final = APPROACH | frozenset("by from further up down".split())
_WAYS: Final = frozenset(("up", "down"))
_TAKEN_AWAY: Final = ABSENT | frozenset("remove baseline baselines competitors unlike whereas while if than".split())
_OF_OTHERS: Final = frozenset(
    stems(
        "gap difference loss error drop decline reduction improvement gain increase decrease degradation variance deviation cost time number fraction "
        "share rate chance risk overhead need requirement"
    )
)
"""A subject with one of these is another than the metric that it names, too: "the gap in accuracy drops"."""


def multiplies_metric(line: Sequence[Word], index: int, metric: Set[str]) -> bool:
    """Whether it is the metric that a verb such as "halves" multiplies: what stands behind it, or in front."""
    behind = {word.stem for word in takewhile(lambda word: not word.room, line[index + 1 :])}
    named = bool(metric) and metric <= behind and not (_OF_OTHERS & behind) - metric
    return named or subject_is(line, index, metric)


def is_of_metric(sentence: Sentence, index: int, metric: Set[str], at: int) -> bool:
    """Whether it is the metric that goes up or down by a number, as a word says that governs it."""
    if not metric:
        return False
    named = not _clause(sentence, index, at).isdisjoint(metric)
    return named or _of_subject(sentence, index, metric, at) or _compared_of(sentence, index, metric, at)


def _clause(sentence: Sentence, index: int, at: int) -> set[str]:
    """The stems from the governing word to the number, and on to the end of the clause behind the last of the two."""
    stretch = sentence.numbers[at]
    begin, end = min(index, stretch.first), max(index, stretch.last)
    goes_on = takewhile(lambda word: not word.room, sentence.line[end:])
    return {word.stem for word in (*sentence.line[begin:end], *goes_on)}


def _of_subject(sentence: Sentence, index: int, metric: Set[str], at: int) -> bool:
    """Whether what goes up or down is the metric, and stands before the word that says so: "the accuracy of Lumen drops by 16%",
    "accuracy sees a drop of 16%", "an accuracy drop of 16%"."""
    line, first = sentence.line, sentence.numbers[at].first
    if index >= first or any(word.low not in _LEADING for word in line[index + 1 : first]):
        return False
    if not _TAKEN_AWAY.isdisjoint(word.low for word in line[:index]):
        return False  # "without Lumen, accuracy drops by 3%": with it, accuracy is higher
    if line[index].low in VERBS.keys() | _WAYS and following(line, index) != "of":
        return subject_is(line, index, metric)
    begin = index
    if previous(line, begin) in ("a", "an") and line[begin - 1].room == WEAK:
        return metric <= {word.stem for word in line[: begin - 1]}  # "halves the error, a reduction of 50%"
    while previous(line, begin) and line[begin - 1].stem in metric:
        begin -= 1
    if metric == {word.stem for word in line[begin:index]}:
        return True
    while previous(line, index) in APPROACH:
        index -= 1
    return previous(line, index) in _SEEING and subject_is(line, index, metric)


def _compared_of(sentence: Sentence, index: int, metric: Set[str], at: int) -> bool:
    """Whether it is the metric that a comparative behind the number is said of: "the accuracy of Lumen is 5% higher than that of",
    "with rates three times higher for"."""
    line, first = sentence.line, sentence.numbers[at].first
    if line[index].low not in HELD_AGAINST.keys() | TIMES_WHAT and not is_last(line, index):
        return False
    if not _TAKEN_AWAY.isdisjoint(word.low for word in line[:first]):
        return False
    while previous(line, first) in APPROACH or previous(line, first).endswith("ly"):
        first -= 1
    if previous(line, first) in BEING:
        return subject_is(line, first, metric)
    # said of what the comma parts it from: "84.7% accuracy, 4.2% higher than before"
    parted = following(line, index) == "than" and line[first].room <= WEAK
    return first > 0 and (parted or not line[first].room) and line[first - 1].stem in metric


def subject_is(line: Sequence[Word], verb: int, metric: Set[str]) -> bool:
    """Whether the words of a clause before its verb name the metric, and nothing that makes something else of it."""
    begin = verb
    while begin and (line[begin].room < WEAK or _is_bare_with(line, begin)):
        begin -= 1
    said = {word.stem for word in line[begin:verb]}
    return bool(metric) and metric <= said and not (_OF_OTHERS & said) - metric


def _is_bare_with(line: Sequence[Word], index: int) -> bool:
    """Whether a "with" only tells of what more is said: "the latency with Alba"; no comma stands before it."""
    return line[index].low == "with" and line[index].start == line[index - 1].end + 1
