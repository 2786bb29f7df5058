"""The word that governs a number of change, and which way it says that the number goes: "reduces errors by 5%", "5% fewer errors"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final, Literal

from claimcheck.matching.denials import is_denied
from claimcheck.matching.grammar import ends_phrase, following, previous
from claimcheck.matching.negations import FAILING, NEGATIONS
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.speed_and_cost import COST, SLOWING, SPEEDING
from claimcheck.text.words import STRONG, WEAK, Word

Direction = Literal["up", "down", "better", "above", "worse", "below"]
"""What a word says: of the number itself (up, down), of the quality (better, worse), or either (above: "exceeds", below: "loses")."""


def _said(direction: Direction, forms: str) -> dict[str, Direction]:
    return dict.fromkeys(forms.split(), direction)


VERBS: Final = (
    _said(
        "up",
        "increase increases increased increasing raise raises raised raising rise rises rose rising grow grows grew growing",
    )
    | _said(
        "down",
        "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering cut cuts cutting",
    )
    | _said(
        "down",
        "drop drops dropped dropping decline declines declined declining shrink shrinks shrank shrinking fall falls fell falling",
    )
    | _said("down", "save saves saved saving")
    | _said(
        "better",
        "improve improves improved improving outperform outperforms outperformed outperforming enhance enhances enhanced enhancing",
    )
    | _said(
        "above",
        "gain gains gained gaining boost boosts boosted boosting exceed exceeds exceeded exceeding surpass surpasses surpassed",
    )
    | _said("above", "surpassing beat beats beating")
    | _said(
        "worse",
        "degrade degrades degraded degrading worsen worsens worsened worsening underperform underperforms underperforming hurt hurts",
    )
    | _said("worse", "trail trails trailed trailing lag lags lagged lagging")
    | _said("below", "lose loses losing")
    | _said("better", "accelerate accelerates accelerated accelerating speeds sped speeding")
    | _said("worse", "slows slowed slowing decelerates decelerated")
    | _said("better", "beaten bested")  # passive, and then turned
    | _said("up", "adds added")
)
"""Words that say it before the number: "improves … by 5%"."""
NOUNS: Final = (
    _said("up", "increase increases rise growth")
    | _said("down", "reduction reductions decrease decreases drop drops decline declines saving savings")
    | _said("better", "improvement improvements enhancement enhancements")
    | _said("above", "gain gains boost boosts uplift")
    | _said("worse", "degradation deterioration")
    | _said("better", "speedup speedups acceleration")
)
"""Words that say it on either side: "an improvement of 5%", "a 5% improvement"."""
COMPARATIVES: Final = (
    _said("up", "more higher larger greater additional")
    | _said("down", "less fewer lower smaller")
    | _said("better", "better")
    | _said("worse", "worse")
    | _said("better", "stronger faster quicker cheaper")
    | _said("worse", "weaker slower costlier pricier")
)
"""Words that say it behind the number: "5% fewer errors"."""
AS_MANY: Final = (
    _said("up", "many much high large big long") | _said("better", "fast quick quickly") | _said("worse", "slow slowly")
)
"""Words that say it behind a factor and "as": "3 times as fast"."""
HELD_AGAINST: Final = _said("up", "above") | _said("down", "below")
"""… and behind a number that is so far from another: "5% above that of Lumen"."""
_FALLING: Final = frozenset("fall falls fell falling lag lags lagged lagging trail trails trailed trailing".split())
_WITH_PARTICLE: Final = {"behind": _FALLING} | dict.fromkeys(("up", "down"), SPEEDING | SLOWING)
"""Words that belong to a verb before them: "falls behind", "slows down"."""
_DOUBTFUL: Final = (
    NEGATIONS
    | FAILING
    | frozenset("gap gaps is are was were up down ahead behind above below lead leads leading win wins".split())
)
"""Words before a number that leave the direction open, or say it in a way that is not read here."""
APPROACH: Final = frozenset(
    "a an the average mean of up to about only roughly nearly almost around over overall total further additional another relative "
    "absolute maximum minimum".split()
)
_ADVERBIAL: Final = frozenset("by through via from when while for to of in".split())
_DETERMINERS: Final = frozenset("the a an our its their this these such".split())
_GIVEN: Final = frozenset(
    "costs costing cost sacrifices sacrificing sacrificed forfeits forfeiting forgoes forgoing".split()
)
_GIVING: Final = frozenset("give gives gave giving".split())
"""What is lost stands right behind these, or behind "gives up": "costs only 3% in accuracy"."""
_PRICE: Final = frozenset("cost costs expense price sacrifice penalty".split())
"""… and behind these with "of": "at the cost of 3% accuracy"."""
_REACH: Final = 4

_UPWARD: Final = frozenset({"up", "better", "above"})

Governing = tuple[Direction, int]
"""What a word says of a number, and where the word is in the sentence."""


def governing(sentence: Sentence, at: int, metric: Set[str]) -> Governing | None:
    """The word that governs a number: behind it, before it, or before the list that it goes on with; None in doubt."""
    behind, before = _behind(sentence, at), ahead(sentence, at)
    if behind is not None and before is not None:
        apart = any(word.room for word in sentence.line[before[1] + 1 : sentence.numbers[at].first + 1])
        return behind if apart or (behind[0] in _UPWARD) == (before[0] in _UPWARD) else None
    return behind or before or _given_up(sentence, at, metric)


def _given_up(sentence: Sentence, at: int, metric: Set[str]) -> Governing | None:
    """The word that says of a number that so much of the metric was lost: "costs only 3% in accuracy"."""
    line, stretch = sentence.line, sentence.numbers[at]
    behind = list(takewhile(lambda word: not word.room, line[stretch.last :]))
    if behind and behind[0].low == "of":
        return None
    first = stretch.first
    while previous(line, first) in APPROACH - {"of"}:
        first -= 1
    priced = previous(line, first) == "of"
    index = first - priced - 1
    given = previous(line, index + 1) in (_PRICE if priced else _GIVEN) and not line[index].joined
    if not given and not (previous(line, first) in _GIVING and line[first].low == "up"):
        return None
    named = bool(metric) and metric <= {word.stem for word in behind}
    return ("worse", index) if named and COST.isdisjoint(metric) and not _may_be_denied(line, index) else None


def gives_up(sentence: Sentence) -> bool:
    """Whether a sentence has a word by which something is lost for something else, wherever."""
    return any(word.low in _GIVEN | _PRICE for word in sentence.line)


def _behind(sentence: Sentence, at: int) -> Governing | None:
    """The noun or comparative behind a number: "a 3.37% absolute average improvement", "74% less compute"."""
    last = sentence.numbers[at].last
    if (compared := _held_behind(sentence.line, last)) is not None:
        return compared
    for index, word in enumerate(sentence.line[last : last + _REACH], last):
        if word.room or ends_phrase(sentence.line, index):
            break
        found = NOUNS.get(word.low) or (COMPARATIVES.get(word.low) if index < last + 2 else None)
        if found is not None and not word.joined:
            return found, index
    after = sentence.following(at)
    return _behind(sentence, after) if after is not None and sentence.listed(at, after) else None


def _held_behind(line: Sequence[Word], last: int) -> Governing | None:
    """ "3 times as fast as Lumen", "5% above that of Lumen": the word that says it behind a number."""
    low = [word.low for word in takewhile(lambda word: not word.room, line[last : last + 3])]
    match low:
        case ["as", many, *_] if many in AS_MANY:
            return AS_MANY[many], last + 1
        case [held, "that" | "those", "of"] if held in HELD_AGAINST:
            return HELD_AGAINST[held], last
    return None


def ahead(sentence: Sentence, at: int, *, denied: bool = False) -> Governing | None:
    """The verb or noun before a number: "reduces errors by 56.6%", "gains of 3.0%".

    One that is denied, or may be, governs nothing; with `denied` it is only one that is denied for sure that counts.
    """
    line, first = sentence.line, sentence.numbers[at].first
    by = _follows_by(sentence, at)
    crossed = line[first].room
    if crossed and not by:
        return _of_list(sentence, at, denied=denied)
    for index in range(first - 1, -1, -1):
        word = line[index]
        text = word.low
        if previous(line, index) in _WITH_PARTICLE.get(text, ()):
            continue
        if text in _DOUBTFUL or crossed >= STRONG:
            return None
        behind = following(line, index) == "behind"  # who falls behind does not fall
        found = "worse" if behind else VERBS.get(text) or NOUNS.get(text)
        if found is not None and not (word.joined or _adjective(line, index) or (by and _is_object(line, index))):
            adverbial = crossed >= WEAK and previous(line, index) in _ADVERBIAL
            if denied:
                return (found, index) if is_denied(line, index) and not adverbial else None
            return None if adverbial or _may_be_denied(line, index) else (found, index)
        if word.room and not by:
            return _of_list(sentence, at, denied=denied)
        crossed = max(crossed, word.room)
    return None


def _may_be_denied(line: Sequence[Word], index: int) -> bool:
    near = {word.low for word in line[:index][-3:]}
    return is_denied(line, index) is not False or not near.isdisjoint(NEGATIONS | FAILING)


def _of_list(sentence: Sentence, at: int, *, denied: bool) -> Governing | None:
    """What governs the number before, where this one goes on its list: "gains of 3.0% and up to 8.0%"."""
    before = sentence.previous(at)
    if before is None or not (sentence.opens_member(at) or sentence.listed(before, at)):
        return None
    return ahead(sentence, before, denied=denied)


def _follows_by(sentence: Sentence, at: int) -> bool:
    """Whether a number says by how much: "by 5%", "by an average of 5%"."""
    before = reversed(sentence.line[: sentence.numbers[at].first])
    return next((word.low for word in before if word.low not in APPROACH), "") == "by"


def _adjective(line: Sequence[Word], index: int) -> bool:
    """Whether a participle stands before a noun: "the improved model"."""
    return line[index].low.endswith("ed") and previous(line, index) in _DETERMINERS


def _is_object(line: Sequence[Word], index: int) -> bool:
    """Whether a noun is what a verb of change changes: "lowers the speedup"."""
    return line[index].low in NOUNS and previous(line, index - (previous(line, index) in _DETERMINERS)) in VERBS


def is_last(line: Sequence[Word], index: int) -> bool:
    """Whether a word has nothing behind it that it is said of: its phrase ends there."""
    return index + 1 == len(line) or bool(line[index + 1].room) or ends_phrase(line, index + 1)
