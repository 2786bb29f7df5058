"""What a word for more or less says of a comparison: by the metric it is said of, or by a quality ("more reliable")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from claimcheck.matching.change_words import NAMED_BY_CHANGE
from claimcheck.matching.grammar import COPULAS, ENDS, PREPOSITIONS, akin, following, is_remark, previous, stretch
from claimcheck.matching.negations import first_adverb
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.ranks import Outcome
from claimcheck.matching.outcomes.superlatives import LEAST, MOST, QUALITY, SUPERLATIVES
from claimcheck.matching.said_of_metric import subject_is
from claimcheck.matching.speed_and_cost import COST, SPEED
from claimcheck.text.words import Word, stems

MORE: Final = MOST | frozenset(
    "increase increases increased increasing raise raises raised more higher greater larger longer double doubles doubled triple triples tripled".split()
)
LESS: Final = LEAST | frozenset(
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering fewer less smaller shorter "
    "cut cuts cutting halve halves halved eliminate eliminates eliminated eliminating minimize minimizes minimized minimizing "
    "diminish diminishes diminished diminishing suppress suppresses suppressed suppressing".split()
)
"""Words that say better or worse together with the metric: "fewer errors"."""
_BEFORE_TWO: Final = frozenset(
    "increasing reducing decreasing lowering cutting eliminating minimizing suppressing reduces eliminates lowers less fewer".split()
)
_BAD: Final = frozenset(
    "biased fragile negative ineffective unreliable unstable destructive defective deficient inconsistent".split()
)
"""Of these qualities, that something is more so is worse …"""
_NO_PRAISE: Final = frozenset("limited restricted complicated repetitive invasive redundant".split())
"""… and of these, no praise."""
_COSTLY: Final = frozenset("costly expensive".split())
_MAKING: Final = frozenset(
    "make makes made making has have had commits committed produces produced incurs incurred shows showed exhibits exhibited".split()
)
_MISTAKES: Final = frozenset(stems("error mistake failure"))
CORRECT: Final = frozenset(stems("accuracy correctness performance quality reliability success"))
"""What is the less, the more mistakes are made."""
_INTRANSITIVE: Final = frozenset("with for in under by on at when after compared relative versus".split())
"""Behind a verb that has no object: "mortality decreased with"."""
_COMPARES: Final = frozenset("than compared versus vs relative".split())
_REACH: Final = 5


def of_amount(compared: Comparison, index: int) -> Outcome | None:
    """What a word says that means more or less of something: of the metric; "the highest" alone leaves it open."""
    line, text = compared.line, compared.line[index].low
    behind = _governed(line, index) or (_as_before(line, index) if text in SUPERLATIVES else [])
    wins, loses = (Outcome.WINS, Outcome.LOSES) if text in MORE else (Outcome.LOSES, Outcome.WINS)
    if _makes_mistakes(compared, index, behind):
        return loses
    if is_remark(line, index):
        return None
    quality = behind[1:] if behind and behind[0].joined else behind  # "compute-efficient"
    if text in ("more", "less") and quality and quality[0].low.endswith(QUALITY):
        return _of_quality(compared, quality, wins, loses)
    # "reduction of errors" is not reduced where errors are: such a metric tells nothing here.
    named = compared.metric & {word.stem for word in behind} and not compared.metric & NAMED_BY_CHANGE
    if named or _is_predicate(compared, index):
        return by_metric(compared, wins, loses)
    if text in SUPERLATIVES and _is_reached(compared, index):
        return by_metric(compared, wins, loses)
    if text == "most" and following(line, index).endswith("ly"):
        return Outcome.WINS  # "performing most consistently"
    if text == "most" and _is_share(line, index):
        return None
    if text in SUPERLATIVES:
        return Outcome.WINS if text in ("highest", "greatest") else Outcome.OPEN
    return None if than(compared, index) is None else wins


def _is_share(line: Sequence[Word], index: int) -> bool:
    """Whether "most" says how many of them: "across most slide-level classifiers", "on most of the sets"."""
    return following(line, index) == "of" or previous(line, index) in PREPOSITIONS


def _is_reached(compared: Comparison, index: int) -> bool:
    """Whether a bare superlative tells at what: "had the lowest at 92%"."""
    return following(compared.line, index) in ("at", "with") and index + 2 in compared.numbered


def by_metric(compared: Comparison, wins: Outcome, loses: Outcome) -> Outcome:
    """What more of the metric says; where nobody knows which values are the better ones, it is left open."""
    if compared.better is None:
        return Outcome.OPEN
    return wins if compared.better == "higher" else loses


def than(compared: Comparison, index: int) -> int | None:
    """Where "than" stands behind a comparative, if a name of the claim stands between: "more with Lumen than with Corvus"."""
    line = compared.line
    if line[index].low not in ("more", "less"):
        return None
    reach = range(index, min(index + 2 * _REACH, stretch(line, index).stop))
    at = next((at for at in reach if line[at].low == "than"), index)
    return at if any(place.first in range(index, at) for place in compared.names) else None


def _governed(line: Sequence[Word], index: int) -> list[Word]:
    """The words behind one up to the next comma, or to what sets something apart; or on to the second of two things: "reduces effort
    and cost", "with less energy and time"."""
    found: list[Word] = []
    goes_on = line[index].low in _BEFORE_TWO
    for at, word in enumerate(line[index + 1 : index + 1 + _REACH], index + 1):
        joins = goes_on and found and word.low == "and" and not following(line, at).endswith("er")
        if (word.room and not joins) or word.low == "without":
            break
        found.append(word)
    return found


def _as_before(line: Sequence[Word], index: int) -> list[Word]:
    """What a bare superlative goes on with: "the highest accuracy, and Lumen the lowest"."""
    before = [at for at in range(index) if line[at].low in MOST | LEAST]
    return _governed(line, before[-1]) if before else []


def _of_quality(compared: Comparison, behind: Sequence[Word], wins: Outcome, loses: Outcome) -> Outcome | None:
    """What "more" and "less" say of how something is: "more reliable", "more limited"; of another quality than the metric it
    leaves that open ("more informative turns" of the turns)."""
    quality = behind[0].low
    if quality == "slowly" or quality in _COSTLY:
        return None if compared.metric.isdisjoint(SPEED if quality == "slowly" else COST) else loses
    poor = quality in _BAD | _NO_PRAISE
    if any(akin(quality, each) for each in compared.metric):  # "more reliable", and its reliability
        return wins if compared.better is None and not poor else by_metric(compared, wins, loses)
    if len(behind) > 1 and behind[1].low not in ENDS:
        of_metric = not compared.metric.isdisjoint(word.stem for word in behind)
        return Outcome.OPEN if of_metric else None if poor else wins
    if quality in _NO_PRAISE:
        return Outcome.UNTOLD
    return loses if poor else wins


def _is_predicate(compared: Comparison, index: int) -> bool:
    """Whether it is the metric that is more or less than another's: "the accuracy of Lumen is higher than that of Corvus",
    "mortality decreased with Lumen compared with Corvus"."""
    line, first = compared.line, first_adverb(compared.line, index)
    if first and not line[first].room and line[first - 1].low in COPULAS:
        first -= 1
    elif not (line[index].low.endswith("ed") and following(line, index) in _INTRANSITIVE):
        return False
    return _is_compared(line, index) and (subject_is(line, first, compared.metric) or _is_of(compared, first))


def _is_of(compared: Comparison, verb: int) -> bool:
    """Whether a name stands before a verb, and its clause says of what: "in accuracy, Lumen is higher than Corvus"."""
    named = any(place.last == verb for place in compared.names)
    held = {compared.line[at].stem for at in stretch(compared.line, verb)}
    return named and bool(compared.metric) and compared.metric <= held


def _is_compared(line: Sequence[Word], index: int) -> bool:
    """Whether something is held against something else behind a word in its clause, or where the sentence begins."""
    behind = range(index, stretch(line, index).stop)
    return line[0].low in ("compared", "relative") or any(line[at].low in _COMPARES for at in behind)


def _makes_mistakes(compared: Comparison, index: int, behind: Sequence[Word]) -> bool:
    """Whether it is mistakes that are made, more or fewer than the baseline makes, and the metric is what they cost."""
    line, first = compared.line, first_adverb(compared.line, index)
    first -= previous(line, first) == "a"
    counted = list(takewhile(lambda word: word.low != "than", behind))
    return (
        previous(line, first) in _MAKING
        and not CORRECT.isdisjoint(compared.metric)
        and not _MISTAKES.isdisjoint(word.stem for word in counted)
        and len(counted) < len(behind)
        and compared.names_baseline(index + 1 + len(counted), 2)
    )
