"""Of which side of a comparison a word of outcome is said: of the claim's subject, of its baseline, or of something else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile
from operator import attrgetter
from typing import Final

from claimcheck.matching.grammar import (
    ALL_OR_NONE,
    DETERMINERS,
    ENDS,
    HOLDING,
    PREPOSITIONS,
    following,
    is_left_out,
    none_does,
    previous,
    stretch,
    with_determiners,
)
from claimcheck.matching.outcomes.clauses import FINITE, GOES_ON, clause_start
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.held_by import held_by
from claimcheck.matching.outcomes.ranks import Outcome
from claimcheck.matching.sides import BEATS, COMPARED, Place, is_passive
from claimcheck.text.words import WEAK, Word

_EXCEPT: Final = frozenset({("except", "for"), ("other", "than"), ("apart", "from"), ("aside", "from")})
_COMPARING: Final = HOLDING - {"against"}
_BEFORE_OTHERS: Final = _COMPARING | frozenset("that those than".split())
_HOLDING: Final = BEATS | _COMPARING | frozenset("than over".split())
"""Behind these stands the other side."""
_GOVERNING: Final = (
    dict.fromkeys("lose loses lost inferior superior".split(), "to")
    | dict.fromkeys("lag lags lagged lagging trail trails trailed trailing".split(), "behind")
    | {"short": "of"}
)
"""Words whose object is the other side, and what stands before that: "loses to Lumen"."""
_TRANSITIVE: Final = frozenset(
    "behind match matches matched matching trail trails trailed trailing underperform underperforms underperformed underperforming".split()
)
"""… and those that have it right behind them: "trails Lumen"."""
_NO_OBJECT: Final = PREPOSITIONS | ENDS | {"by", "both", "it", "them"}
_IMPROVES: Final = frozenset("improve improves improved improving improvement improvements".split())
_NOT_IMPROVED: Final = (ENDS - {"in", "for"}) | {"average", "by", "using"}
_NOT_BEATEN: Final = ENDS - {"and"} | FINITE | frozenset("by using while when if that which".split())
_MEMBERS: Final = frozenset("including such like".split())
"""They lead to some of those that were told before."""
_REACH: Final = 5


def of_subject(compared: Comparison, index: int, outcome: Outcome) -> Outcome | None:
    """What a word says of the subject; None where it is said of something else."""
    line, subjects, baselines = compared.line, compared.subjects, compared.baselines
    clause = range(clause_start(line, index), stretch(line, index).stop)
    if compared.turned:
        return outcome.turned
    if (excepted := _of_excepted(compared, index, outcome)) is not None:
        return excepted
    if _is_of_another(compared, index):
        return None
    if is_passive(line, index):
        return _of_beaten(compared, index, outcome, clause)
    if (which := _relative(line, index)) is not None:
        if any(place.last == which for place in subjects):
            return outcome
        return outcome.turned if any(place.last == which for place in baselines) else None
    if (done_to := _done_to(compared, index)) is not None:
        return outcome.turned if done_to in subjects else outcome
    return _of_leading(compared, index, outcome, clause)


def _is_of_another(compared: Comparison, index: int) -> bool:
    """Whether the object of a verb is neither side, where the sentence names the baseline: "outperforms Corvus and matches Nimbus"."""
    if not compared.baselines or compared.line[index].low not in BEATS | _TRANSITIVE:
        return False
    reach = takewhile(lambda at: compared.line[at].low != "with", range(index + 1, len(compared.line)))
    near = set(islice(reach, _REACH))
    if any(place.first in near for place in compared.names):
        return False
    behind = takewhile(lambda word: not word.room, compared.line[index + 1 :])
    other = next((word for word in behind if word.low not in DETERMINERS), None)
    if other is None:
        return False
    # "outperforms older ones but trails Corvus": of Corvus, the later one tells
    return other.text[0].isupper() or (other.low not in _NO_OBJECT and _has_baseline_as_object(compared))


def _has_baseline_as_object(compared: Comparison) -> bool:
    """Whether the baseline stands right behind a verb that has there what it is compared with."""
    line = compared.line
    before = {previous(line, with_determiners(line, place.first)) for place in compared.baselines}
    return not before.isdisjoint(BEATS | _TRANSITIVE)


def _of_leading(compared: Comparison, index: int, outcome: Outcome, clause: range) -> Outcome | None:
    """What a word says of the subject where it is said of the name that leads its clause, or the one behind it."""
    line, subjects = compared.line, compared.subjects
    before = range(clause.start, index)
    leading = _nearest([place for place in compared.baselines if _leads(line, place)], before)
    # "Lumen falls short of Corvus, while using more", "matches Corvus in speed and outperforms it": what goes on is of the first
    own = [place for place in subjects if leading < 0 or place.leads or not place.oblique]
    subject = _nearest([place for place in own if not _is_held(compared, place)], before)
    if leading > subject:
        return outcome.turned
    nobody = none_does(line, index)
    if subject >= 0:
        # "removing Lumen degrades accuracy", "compared with Lumen, recall is lower for Corvus"
        of_other = is_left_out(line, subject) or _two_before(line, with_determiners(line, subject)) in COMPARED
        said = outcome.turned if of_other else outcome
        return said.denied if nobody else said
    if any(_is_held(compared, place) for place in subjects if place.first in before):
        return outcome.turned  # "It has more memory than Lumen, while being slower": said of it
    behind = [place for place in subjects if place.first in range(index, clause.stop)]
    if not behind:
        return _of_it(compared, outcome, range(clause.start, index))
    if not _is_object(compared, index, min(behind, key=attrgetter("first"))):
        return None if _is_case(compared) else outcome
    if nobody:  # "no system outperforms Lumen": it does better than all
        return outcome if outcome is Outcome.WINS else outcome.turned.denied
    return outcome.turned


def _is_case(compared: Comparison) -> bool:
    """Whether both names are of what something is measured in: "outperforms Lumen, with 72% in split 1 and 14% in split 2"."""
    line = compared.line
    before = {previous(line, with_determiners(line, place.first)) for place in compared.names}
    return bool(compared.baselines) and before <= {"in", "on"}


def _is_held(compared: Comparison, place: Place) -> bool:
    """Whether something else is held against a name."""
    return held_by(compared.line, compared.numbered, place.first) is not None


def _of_it(compared: Comparison, outcome: Outcome, before: range) -> Outcome | None:
    """What is said of the one that the sentence began with: "Lumen beats Corvus on Aria, but on Bolt it loses"."""
    told = [place for place in compared.names if place.first < before.start and place.leads]
    if told and outcome is Outcome.EQUALS:
        return outcome  # "but there is no difference on Bolt"
    if not told or not any(compared.line[at].low in ("it", "they") for at in before):
        return None
    return outcome if max(told, key=attrgetter("first")) in compared.subjects else outcome.turned


def _two_before(line: Sequence[Word], index: int) -> tuple[str, ...]:
    return tuple(word.low for word in line[index - 2 : index])


def _nearest(places: Sequence[Place], stretch: range) -> int:
    """Where the last of some names begins in a stretch; -1 where none does."""
    return max((place.first for place in places if place.first in stretch), default=-1)


def _leads(line: Sequence[Word], place: Place) -> bool:
    """Whether a name begins a clause, also one behind "and" or "with": "and Lumen is better", "with Lumen doing better"."""
    before, behind = previous(line, place.first), following(line, place.last - 1)
    return place.leads or (before == "and" and behind in FINITE) or (before == "with" and behind.endswith("ing"))


def _is_object(compared: Comparison, index: int, place: Place) -> bool:
    """Whether a name stands behind a word as the other side: "X outperforms Alba", "lower, compared with Alba", "falls short of Alba"."""
    line = compared.line
    text, before = line[index].low, with_determiners(line, place.first) - 1
    if (before == index and text in _TRANSITIVE) or (before == index + 1 and line[before].low == _GOVERNING.get(text)):
        return True
    if _is_improved_on(line, index, before) or (not place.leads and _is_among_beaten(line, index, before)):
        return True
    held = held_by(line, compared.numbered, place.first)
    if held is not None and not _is_of_later(line, index, held - 1):
        return True
    if line[before].low in ("with", "for", "using") and line[before - 1].low not in _BEFORE_OTHERS:
        return False  # "improves over Alba with Borea"
    reach = takewhile(
        lambda at: line[at + 1].room < WEAK or line[at + 1].low == "with",  # "exceeded that with Alba"
        reversed(range(max(index, place.first - _REACH), place.first)),
    )
    return any(line[at].low in _HOLDING and not _is_of_later(line, index, at) for at in reach)


def _is_improved_on(line: Sequence[Word], index: int, last: int) -> bool:
    """Whether a word ends what stands behind "improves on": "improves on the accuracy reported for Lumen"."""
    between = line[index + 2 : last + 1]
    leads = line[index].low in _IMPROVES and following(line, index) in ("on", "upon")
    return leads and not any(word.room or word.low in _NOT_IMPROVED for word in between)


def _is_among_beaten(line: Sequence[Word], index: int, last: int) -> bool:
    """Whether a word belongs to what is beaten, with the members told of it: "outperforms both A and B, including C"."""
    between = range(index + 1, last + 1)
    return line[index].low in BEATS and not any(
        (line[at].room >= WEAK and line[at].low not in _MEMBERS)
        or (line[at].low in _NOT_BEATEN and line[at - 1].low != "such")
        for at in between
    )


def _is_of_later(line: Sequence[Word], index: int, at: int) -> bool:
    """Whether "compared" is said of a later part: "lags behind Corvus, where others have 80% compared to Lumen's 52%"."""
    return line[at].low in _COMPARING and any(word.room >= WEAK and word.low != "with" for word in line[index + 1 : at])


def _relative(line: Sequence[Word], index: int) -> int | None:
    """Where "which" stands right before a verb, a few small words between: it is said of what stands before that."""
    for at in reversed(range(index)):
        if line[at].low in ("which", "who"):
            return at
        if line[at + 1].room or not (line[at].low in GOES_ON or line[at].low.endswith("ly")):
            return None
    return None


def _done_to(compared: Comparison, index: int) -> Place | None:
    """The name that a verb is said to be done to by the other: "Corvus, which Lumen outperforms"."""
    others = [place.first for place in compared.names if place.last == index]
    which = [first - 1 for first in others if previous(compared.line, first) in ("which", "whom")]
    return next((place for place in compared.names if place.last in which), None)


def _of_excepted(compared: Comparison, index: int, outcome: Outcome) -> Outcome | None:
    """What a word says of the subject as of what is not meant ("all models except Corvus outperform"), or, behind "no", as of
    the only one that is; None if it is no exception."""
    line = compared.line
    for place in compared.subjects:
        at = with_determiners(line, place.first)
        if previous(line, at) not in ("except", "but") and _two_before(line, at) not in _EXCEPT:
            continue
        start = clause_start(line, at - 2)  # "but" begins a clause
        if not (start <= index and clause_start(line, index) <= place.first):
            continue
        # "except Corvus, all models outperform": where it is told later
        reach = [*reversed(range(start, at)), *range(place.last, index)]
        whole = next((each for each in reach if line[each].low in ALL_OR_NONE), None)
        if whole is not None:
            # "Lumen outperforms all models except Corvus": of those that are outperformed
            said = outcome if whole < index else outcome.turned
            return said.denied if ALL_OR_NONE[line[whole].low] else said
    return None


def _of_beaten(compared: Comparison, index: int, outcome: Outcome, clause: range) -> Outcome | None:
    """What "outperformed by" says of the subject: it is said of what stands before, and turned round of what stands behind."""
    before = range(clause.start, index)
    # "beats Lumen in recall and is beaten by it in speed": what is oblique is not what was beaten, unless it stands right there.
    baselines = [place for place in compared.baselines if not place.oblique or place.last == index]
    subject = _nearest(compared.subjects, before)
    if subject >= 0:
        return outcome if subject > _nearest(baselines, before) else outcome.turned
    return outcome.turned if any(index < place.first < clause.stop for place in compared.subjects) else None
