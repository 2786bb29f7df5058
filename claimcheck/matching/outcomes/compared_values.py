"""Whether a value and its baseline value come out as the words between their owners say: "Lumen outperforms Corvus (0.81 vs. 0.70)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from claimcheck.matching.changes import is_more
from claimcheck.matching.grammar import ABSENT, HOLDING
from claimcheck.matching.outcomes.amounts import LESS, MORE
from claimcheck.matching.outcomes.comparison import Comparison, comparison
from claimcheck.matching.outcomes.more_than import has_more
from claimcheck.matching.outcomes.ranks import Outcome
from claimcheck.matching.outcomes.superlatives import SUPERLATIVES
from claimcheck.matching.outcomes.told import outcomes
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import Sides
from claimcheck.matching.speed_and_cost import FASTER, SLOWER
from claimcheck.text.words import STRONG, WEAK, Word, content

_OF_ALL: Final = SUPERLATIVES | {"first", "only"}
"""They hold their owner against all others, and not against the baseline."""
_SUBORDINATE: Final = frozenset("although though while whilst whereas because since if when".split())
_PREPOSITIONS: Final = frozenset("at with using on for by under from over except in".split())
_ASIDE: Final = frozenset(
    "except excepting excluding apart aside losing loses sacrificing trading expense cost price loss drop decrease reduction "
    "degradation decline".split()
)
_BEFORE_WITH: Final = HOLDING | {"than", "that", "those", "treated"}
_OF_METRIC: Final = FASTER | SLOWER | (MORE | LESS) - {"more", "less"}
"""They say it by themselves of the metric, wherever that stands: "the latency of our new Lumen is lower"."""
_REACH: Final = 4
_QUALITY: Final = {True: "better", False: "worse"}
_AMOUNT: Final = {True: "more", False: "less"}


class Turned(NamedTuple):
    """What is wrong with two values: what the subject's is ("better"), and what a word says instead of the subject ("does worse")."""

    quality: str
    does: str
    word: Word


def turned_round(sides: Sides, sentence: Sentence) -> Turned | None:
    """How the value of a claim is against its baseline value, if a word says that it is the other way round.

    Only what is said in the stretch of the two numbers counts, and only if nothing there says otherwise: one outcome of
    subject and baseline, which are both named, of the claim's own metric. Where nobody knows which values are the better
    ones, "higher" and "fewer" tell all the same which of them is more.
    """
    claim, line = sides.claim, sides.line
    more = is_more(claim)
    numbers = [sentence.numbers[at] for at in (claim.value_at, claim.baseline_at) if at in sentence.numbers]
    if more is None or len(numbers) != 2:
        return None
    first, last = sorted(each.first for each in numbers)
    part = _part(line, first)
    if last not in part or any(line[index].low in ABSENT for index in part):
        return None
    compared = comparison(sides)
    if (amounts := has_more(compared, part)) is not None:
        said, word = amounts
        return Turned(_AMOUNT[more], f"has {_AMOUNT[said]}", word) if said != more else None
    better = more == (compared.better != "lower")
    against = _told(sides, compared, part, first).get(Outcome.LOSES if better else Outcome.WINS)
    if against is None:
        return None
    if compared.better is None:
        return Turned(_AMOUNT[more], f"has {_AMOUNT[not more]}", against)
    return Turned(_QUALITY[better], f"does {_QUALITY[not better]}", against)


def _told(sides: Sides, compared: Comparison, part: range, first: int) -> dict[Outcome, Word]:
    """The one outcome that a part of the sentence tells of the claim's two sides and its metric, and the word that tells it."""
    known = compared.better is not None
    found = outcomes(compared if known else compared._replace(better="higher"), [part])
    if len(found) != 1:
        return {}
    (word,) = found.values()
    if word.low in _OF_ALL or not (known or word.low in _OF_METRIC):
        return {}
    index = compared.line.index(word)
    measured = _of_metric(compared, part, index)
    ours = measured and _of_both(sides, part, index) and not _goes_on(sides, part, range(index + 1, first))
    return found if ours else {}


def _part(line: Sequence[Word], index: int) -> range:
    """The words around one that no strong mark parts from it, nor "despite", which begins no clause but goes against one."""
    starts = [at for at, word in enumerate(line) if word.room >= STRONG or word.low in ("despite", "notwithstanding")]
    first = max((at for at in starts if at <= index), default=0)
    return range(first, min((at for at in starts if at > index), default=len(line)))


def _of_both(sides: Sides, part: range, index: int) -> bool:
    """Whether an outcome is held against the baseline: that stands before it, or behind it without a comma between."""
    return any(place.first in part and not _parted(sides.line, index, place.first) for place in sides.baselines)


def _parted(line: Sequence[Word], first: int, last: int) -> bool:
    """Whether a mark parts two words; "compared" does not, nor "with" in "lower with Alba than with Borea"."""
    return any(
        line[at].room >= WEAK
        and line[at].low not in HOLDING
        and not (line[at].low == "with" and (at == first + 1 or line[at - 1].low in _BEFORE_WITH))
        for at in range(first + 1, last + 1)
    )


def _of_metric(compared: Comparison, part: range, index: int) -> bool:
    """Whether the outcome is in the claim's metric: "outperforms it in accuracy", "a lower error".

    Where it is told of no metric, it is that of what is better the higher it is: "outperforms Corvus, with an accuracy of"; not of
    what it may cost, and not of what comes after "except".
    """
    line, metric = compared.line, compared.metric
    aspects = [
        _stems(line, at + 1)
        for at in range(index, part.stop)
        if line[at].low == "in" and line[at - 1].low not in _ASIDE
    ]
    in_metric = not metric.isdisjoint(set().union(*aspects))
    if in_metric or _beside_metric(compared, index) or line[index].low in _OF_METRIC:
        return True
    held = [line[at] for at in part]
    aside = compared.better == "lower" or any(word.low in _ASIDE for word in held)
    return not aside and not (aspects and metric & {word.stem for word in held})


def _beside_metric(compared: Comparison, index: int) -> bool:
    """Whether the metric, or a word of it, stands a few words before or behind one."""
    line = compared.line
    return not compared.metric.isdisjoint(_stems(line, index + 1) | _before(line, index))


def _goes_on(sides: Sides, part: range, between: range) -> bool:
    """Whether the numbers stand in another clause, or come with a data set or condition that the outcome is not told of:
    "while it beats Corvus on Aria, it reaches", "beats Corvus on Aria, and on Bolt reaches"."""
    line, said = sides.line, sides.claim.spelled
    mark = next((index for index in between if line[index].room), None)
    if mark is None:
        return False
    if line[part.start].low in _SUBORDINATE:
        return True
    fields = (*said.dataset, *(value for _, value in said.conditions))
    where = {each for field in fields for each in content(field.text)}
    behind = {line[index].stem for index in range(mark, between.stop)}
    return bool(where & behind - {line[index].stem for index in range(between.start, mark)})


def _stems(line: Sequence[Word], start: int) -> set[str]:
    """The stems of a few words, up to a comma, a bracket or a preposition."""
    behind = line[start : start + _REACH]
    return {word.stem for word in takewhile(lambda word: not word.room and word.low not in _PREPOSITIONS, behind)}


def _before(line: Sequence[Word], index: int) -> set[str]:
    """The stems of the few words before one, back to a comma."""
    before = reversed(range(max(0, index - _REACH), index))
    return {line[at].stem for at in takewhile(lambda at: line[at + 1].room < WEAK, before)}
