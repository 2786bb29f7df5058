"""The word that governs a number of change, and which way it says that the number goes: "reduces errors by 5%", "5% fewer errors"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from itertools import takewhile
from typing import Final

from claimcheck.matching.change_words import (
    APART,
    AS_MANY,
    COMPARATIVES,
    GIVING,
    GOING,
    HELD_AGAINST,
    LEADING,
    NOUNS,
    RIVALS,
    TIMES_WHAT,
    TURNED,
    VERBS,
    Direction,
)
from claimcheck.matching.denials import is_denied
from claimcheck.matching.grammar import COPULAS, ends_phrase, following, previous
from claimcheck.matching.negations import FAILING, NEGATIONS
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.speed_and_cost import COST, SLOWING, SPEEDING
from claimcheck.text.words import STRONG, WEAK, Word

_FALLING: Final = frozenset("fall falls fell falling lag lags lagged lagging trail trails trailed trailing".split())
_WITH_PARTICLE: Final = {"behind": _FALLING} | dict.fromkeys(("up", "down"), SPEEDING | SLOWING)
"""Words that belong to a verb before them: "falls behind", "slows down"."""
_WAYS: Final[Mapping[str, Direction]] = {"up": "up", "down": "down"}
"""With "by" behind they say where something went: "is up by 5%"."""
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
"""What is lost stands right behind these, or behind "gives up": "costs only 3% in accuracy"."""
_PRICE: Final = frozenset("cost costs expense price sacrifice penalty".split())
"""… and behind these with "of": "at the cost of 3% accuracy"."""
_REACH: Final = 4

_UPWARD: Final = frozenset({"up", "better", "above"})

Governing = tuple[Direction, int]
"""What a word says of a number, and where the word is in the sentence."""


def governing(sentence: Sentence, at: int, metric: Set[str], factor: Fraction | None = None) -> Governing | None:
    """The word that governs a number, which may be a factor: behind it, before it, or before the list that it goes on with; None in
    doubt."""
    if factor is not None and (times := _times(sentence.line, sentence.numbers[at].last, factor)) is not None:
        return times
    if _is_price(sentence, at):
        return _given_up(sentence, at, metric)  # "improves speed by 40% at the cost of 3% accuracy"
    behind, before = _behind(sentence, at, metric), ahead(sentence, at)
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
    first = _approached(sentence, at)
    priced = previous(line, first) == "of"
    index = first - priced - 1
    given = previous(line, index + 1) in (_PRICE if priced else _GIVEN) and not line[index].joined
    given_up = previous(line, first) in GIVING and line[first].low == "up" and following(line, first) != "to"
    if not (given or given_up):
        return None
    named = bool(metric) and metric <= {word.stem for word in behind}
    return ("worse", index) if named and COST.isdisjoint(metric) and not _may_be_denied(line, index) else None


def _is_price(sentence: Sentence, at: int) -> bool:
    """Whether a number is what something costs: "at the cost of 3% accuracy"."""
    line, first = sentence.line, _approached(sentence, at)
    return previous(line, first) == "of" and previous(line, first - 1) in _PRICE


def _approached(sentence: Sentence, at: int) -> int:
    """Where what leads to a number begins ("only about 3%"), or the number itself."""
    first = sentence.numbers[at].first
    while previous(sentence.line, first) in APPROACH - {"of"}:
        first -= 1
    return first


def gives_up(sentence: Sentence) -> bool:
    """Whether a sentence has a word by which something is lost for something else, wherever."""
    return any(word.low in _GIVEN | _PRICE for word in sentence.line)


def _behind(sentence: Sentence, at: int, metric: Set[str]) -> Governing | None:
    """The noun or comparative behind a number: "a 3.37% absolute average improvement", "74% less compute"."""
    last = sentence.numbers[at].last
    if (compared := _held_behind(sentence.line, last)) is not None:
        return compared
    for index, word in enumerate(sentence.line[last : last + _REACH], last):
        if word.room or ends_phrase(sentence.line, index):
            break
        found = NOUNS.get(word.low) or (COMPARATIVES.get(word.low) if index < last + 2 else None)
        if word.low in APART and is_last(sentence.line, index) and word.stem not in metric:
            clause = takewhile(lambda each: not each.room, sentence.line[last:])
            found = APART[word.low] if metric & {each.stem for each in clause} else None
        if found is not None and not word.joined:
            return found, index
    after = sentence.following(at)
    return _behind(sentence, after, metric) if after is not None and sentence.listed(at, after) else None


def _times(line: Sequence[Word], last: int, factor: Fraction) -> Governing | None:
    """ "3 times as fast as Lumen", "3x the memory", "a third of the memory": the word behind a factor that leads to what it multiplies."""
    low = [word.low for word in takewhile(lambda word: not word.room, line[last : last + 2])]
    rises, falls = factor > 1, factor < 1
    if rises == falls:
        return None  # as many as before
    match low:
        case ["as", many] if many in AS_MANY:
            return AS_MANY[many] if rises else TURNED[AS_MANY[many]], last + 1
        case [what, *_] if what in TIMES_WHAT:
            return "up" if rises else "down", last
        case ["of", what] if what in TIMES_WHAT and falls:
            return "down", last + 1
    return None


def _held_behind(line: Sequence[Word], last: int) -> Governing | None:
    """ "5% above that of Lumen", "5% ahead of Lumen": the word that says it behind a number."""
    following = list(takewhile(lambda word: not word.room, line[last:]))
    rival = len(following) > 1 and (following[1].low in RIVALS or following[1].text[0].isupper())
    match [word.low for word in following]:
        case ["ahead", "of", *_]:
            return HELD_AGAINST["ahead"], last
        case [held, *_] if held in HELD_AGAINST and rival:
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
        leads = by and text in LEADING and following(line, index) != "to" and previous(line, index) not in _DETERMINERS
        goes = by and text in _WAYS and previous(line, index) in GOING | COPULAS
        if (text in _DOUBTFUL and not (leads or goes)) or crossed >= STRONG:
            return None
        behind = following(line, index) == "behind"  # who falls behind does not fall
        found = "worse" if behind else "above" if leads else _WAYS.get(text) or VERBS.get(text) or NOUNS.get(text)
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
    between = sentence.line[sentence.numbers[before].last : sentence.numbers[at].first]
    if any(word.room >= STRONG for word in between):
        return None  # "(i) underestimates it by 4%, (ii) varies more (+2%)"
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
