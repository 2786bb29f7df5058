"""What takes an outcome back: constructions that deny a verb from farther off than a "not" ("instead of outperforming")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import COPULAS, following, previous
from claimcheck.matching.negations import denies, first_adverb, is_negated
from claimcheck.matching.refuted import refuted
from claimcheck.matching.sides import BEATS
from claimcheck.text.words import WEAK, Word

_INSTEAD: Final = frozenset({("rather", "than"), ("instead", "of"), ("far", "from"), ("short", "of")})
"""Pairs of words before a participle that say that it is not done."""
_INSUFFICIENT: Final = frozenset("insufficient inadequate impossible".split())
_ENOUGH: Final = frozenset("enough sufficient suffice suffices sufficed".split())
_LACKING: Final = frozenset("lack lacks lacked lacking".split())
_NEARLY: Final = frozenset("almost nearly virtually practically".split())
_AT: Final = frozenset("in on for under across at".split())
_PLACES: Final = frozenset(
    "setting settings case cases task tasks dataset datasets benchmark benchmarks domain domains language languages experiment experiments metric "
    "metrics condition conditions scenario scenarios comparison comparisons instance instances configuration configurations run runs".split()
)
_VERBAL: Final = frozenset(
    "is are was were be been has have does do did can could will would outperforms surpasses beats exceeds improves matches loses trails lags "
    "wins fails achieves reaches performs shows remains and but while".split()
)
_NEAR: Final = 5
_DOING: Final = frozenset("do does did done doing".split())
_AUXILIARIES: Final = COPULAS | _DOING | frozenset("can could will would should has have".split())
_IN_NO_WAY: Final = frozenset(
    {
        ("by", "no", "means"),
        ("in", "no", "way"),
        ("in", "no", "case"),
        ("at", "no", "point"),
        ("under", "no", "circumstances"),
    }
)
_SHOWN: Final = frozenset("shown found proven proved demonstrated observed known reported seen able".split())
_FADING: Final = frozenset(
    "vanish vanishes vanished vanishing disappear disappears disappeared disappearing evaporate evaporates evaporated".split()
)
_LEADS: Final = frozenset(
    "advantage advantages gain gains improvement improvements superiority edge benefit benefits lead boost boosts".split()
)
_GOES_ON: Final = frozenset("and that which by".split())
"""What a lead is told of behind these is not whether it is there."""
_NO_LEAD: Final = (
    ("not", "significant"),
    ("not", "statistically", "significant"),
    ("insignificant",),
    ("statistically", "insignificant"),
    ("nonexistent",),
)


def taken_back(line: Sequence[Word], index: int) -> int | None:
    """The word that surely takes back what another one says, farther off than its own "not"; None if none does."""
    for construction in (_nearly, _instead, _insufficient, _unshown, _by_no_means, _neither, refuted, _nowhere, _faded):
        found = construction(line, index)
        if found is not None:
            return found
    return None


def _nearly(line: Sequence[Word], index: int) -> int | None:
    """ "almost outperforms"."""
    return index - 1 if line[index].low in BEATS and previous(line, index) in _NEARLY else None


def _instead(line: Sequence[Word], index: int) -> int | None:
    """ "rather than outperforming", "far from matching", "has yet to match"."""
    first = first_adverb(line, index)
    pair = (previous(line, first - 1), previous(line, first))
    found = (pair in _INSTEAD and line[index].low.endswith("ing")) or pair == ("yet", "to")
    return first - 2 if found else None


def _insufficient(line: Sequence[Word], index: int) -> int | None:
    """ "is too weak to outperform", "is not enough to match", "insufficient to beat", "lacks the power to"."""
    to = first_adverb(line, index) - 1
    by = previous(line, to)
    if previous(line, to + 1) != "to" or not by:
        return None
    if by in _INSUFFICIENT:
        return to - 1
    if previous(line, to - 1) == "too":
        return to - 2
    if by in _ENOUGH:
        return next((at for at in range(to)[-_NEAR:] if denies(line[at].low)), None)
    return to - 3 if previous(line, to - 2) in _LACKING else None


def _unshown(line: Sequence[Word], index: int) -> int | None:
    """ "has not been shown to outperform", "is not known to", "does nothing to"."""
    to = first_adverb(line, index) - 1
    if previous(line, to + 1) != "to":
        return None
    undone = previous(line, to) == "nothing" and previous(line, to - 1) in _DOING
    return to - 1 if undone or (previous(line, to) in _SHOWN and is_negated(line, to - 1)) else None


def _by_no_means(line: Sequence[Word], index: int) -> int | None:
    """ "by no means outperforms", "under no circumstances does Lumen outperform", "nowhere does it outperform"."""
    first = first_adverb(line, index)
    for at in reversed(range(first)):
        if line[at + 1].room:
            return None
        never = tuple(word.low for word in line[: at + 1][-3:]) in _IN_NO_WAY
        if never or line[at].low == "nowhere":
            return at if at + 1 == first or line[at + 1].low in _AUXILIARIES else None
    return None


def _neither(line: Sequence[Word], index: int) -> int | None:
    """ "Neither Corvus nor Lumen outperforms Nimbus", "it neither improves …"."""
    first = first_adverb(line, index)
    if previous(line, first) == "neither":
        return first - 1
    nor = False
    for at in reversed(range(index)):
        if line[at + 1].room >= WEAK or line[at].low in _VERBAL:
            return None
        if line[at].low == "neither":
            opens = not at or line[at].room >= WEAK or line[at - 1].low == "that"
            return at if nor and opens else None
        nor = nor or line[at].low == "nor"
    return None


def _nowhere(line: Sequence[Word], index: int) -> int | None:
    """ "outperforms Lumen in none of the settings", "in no case"."""
    for at in range(index + 1, len(line)):
        if line[at].room >= WEAK or line[at].low in _VERBAL:
            return None
        none = (line[at].low, following(line, at))
        if previous(line, at) in _AT and (none == ("none", "of") or (none[0] == "no" and none[1] in _PLACES)):
            return at
    return None


def _faded(line: Sequence[Word], index: int) -> int | None:
    """Where a lead is gone, or never was one: "its advantage over Lumen vanishes", "… is not significant"."""
    if line[index].low not in _LEADS:
        return None
    for at in range(index + 1, len(line)):
        if line[at].room >= WEAK or line[at].low in _GOES_ON:
            return None
        if line[at].low in _FADING:
            return at
        if line[at].low in COPULAS:
            said = tuple(word.low for word in line[at + 1 :])
            return next((at + len(each) for each in _NO_LEAD if said[: len(each)] == each), None)
    return None
