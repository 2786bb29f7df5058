"""What takes an outcome back: constructions that deny a verb from farther off than a "not" ("instead of outperforming")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import COPULAS
from claimcheck.matching.sides import BEATS
from claimcheck.text.words import WEAK, Word

_INSTEAD: Final = frozenset({("rather", "than"), ("instead", "of"), ("far", "from"), ("short", "of")})
"""Pairs of words before a participle that say that it is not done."""
_INSUFFICIENT: Final = frozenset("insufficient inadequate impossible".split())
_ENOUGH: Final = frozenset("enough sufficient suffice suffices sufficed".split())
_LACKING: Final = frozenset("lack lacks lacked lacking".split())
_NEVER: Final = frozenset("not never rarely hardly cannot".split())
_NOT_ALONE: Final = frozenset("only merely simply solely".split())
"""Behind "not", these deny nothing: "we not only show that"."""
_CONTRACTED: Final = ("n't", "n’t")
_NEARLY: Final = frozenset("almost nearly virtually practically".split())
_REFUTING: Final = frozenset(
    "refute refutes refuted refuting disprove disproves disproved disproving contradict contradicts contradicted contradicting dispute "
    "disputes disputed disputing debunk debunks debunked debunking reject rejects rejected rejecting dispel dispels dispelled".split()
)
_OPINIONS: Final = frozenset(
    "claim claims belief beliefs notion idea assumption assumptions view wisdom intuition hypothesis conclusion conclusions expectation "
    "expectations myth".split()
)
_PROOFS: Final = frozenset("evidence indication indications sign signs proof support guarantee".split())
_NO: Final = frozenset("no little scant insufficient without lacks lack".split())
_NOBODY: Final = frozenset({("no", "one"), ("no", "study"), ("no", "work"), ("no", "paper")})
_SAYING: Final = frozenset(
    "show shows showed shown showing find finds found prove proves proved proven demonstrate demonstrates demonstrated imply implies implied "
    "mean means meant conclude concludes concluded claim claims claimed observe observes observed guarantee guarantees suggest suggests".split()
)
_TRUE: Final = frozenset("true case".split())
_UNTRUE: Final = frozenset("false untrue wrong incorrect".split())
_OF_OPINION: Final = frozenset(
    "the a this that our any common popular prior widespread conventional earlier previous recent commonly widely held many some often repeated "
    "clear strong convincing statistical empirical compelling solid consistent significant conclusive direct".split()
)
"""What may stand before an opinion or a proof, or between "refutes" and it."""
_AT: Final = frozenset("in on for under across at".split())
_PLACES: Final = frozenset(
    "setting settings case cases task tasks dataset datasets benchmark benchmarks domain domains language languages experiment experiments metric "
    "metrics condition conditions scenario scenarios comparison comparisons instance instances configuration configurations run runs".split()
)
_VERBAL: Final = frozenset(
    "is are was were be been has have does do did can could will would outperforms surpasses beats exceeds improves matches loses trails lags "
    "wins fails achieves reaches performs shows remains and but while".split()
)
_REACH: Final = 12
_FADING: Final = frozenset(
    "vanish vanishes vanished vanishing disappear disappears disappeared disappearing evaporate evaporates evaporated".split()
)
_LEADS: Final = frozenset(
    "advantage advantages gain gains improvement improvements superiority edge benefit benefits lead boost boosts".split()
)


def taken_back(line: Sequence[Word], index: int) -> int | None:
    """The word that surely takes back what another one says, farther off than its own "not"; None if none does."""
    for construction in (_nearly, _instead, _insufficient, _neither, _refuted, _nowhere):
        found = construction(line, index)
        if found is not None:
            return found
    return None


def fades(line: Sequence[Word], index: int) -> bool:
    """Whether a lead that a word names is gone, or never was one: "its advantage over Lumen vanishes", "… is not significant"."""
    if line[index].low not in _LEADS:
        return False
    for at in range(index + 1, min(index + 1 + _REACH, len(line))):
        text, following = line[at].low, [word.low for word in line[at + 1 : at + 4]]
        if line[at].room >= WEAK or text in ("and", "that", "which", "by"):
            return False
        if text in _FADING:
            return True
        if text in COPULAS:
            said = [each for each in following if each != "statistically"]
            return said[:2] == ["not", "significant"] or said[:1] in (["insignificant"], ["nonexistent"])
    return False


def _lead(line: Sequence[Word], index: int) -> int:
    """The first of the adverbs right before a word, or the word itself."""
    most = index - _REACH
    while index > max(0, most) and not line[index].room and _is_adverb(line[index - 1]):
        index -= 1
    return index


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") or word.low == "even"


def _nearly(line: Sequence[Word], index: int) -> int | None:
    """ "almost outperforms"."""
    nearly = line[index].low in BEATS and index > 0 and not line[index].room and line[index - 1].low in _NEARLY
    return index - 1 if nearly else None


def _instead(line: Sequence[Word], index: int) -> int | None:
    """ "rather than outperforming", "far from matching", "has yet to match"."""
    first = _lead(line, index)
    if first < 2 or line[first].room or line[first - 1].room:
        return None
    pair = (line[first - 2].low, line[first - 1].low)
    found = (pair in _INSTEAD and line[index].low.endswith("ing")) or pair == ("yet", "to")
    return first - 2 if found else None


def _insufficient(line: Sequence[Word], index: int) -> int | None:
    """ "is too weak to outperform", "is not enough to match", "insufficient to beat", "lacks the power to"."""
    to = _lead(line, index) - 1
    if to < 3 or line[to].low != "to" or line[to + 1].room or line[to].room:
        return None
    if line[to - 1].low in _INSUFFICIENT:
        return to - 1
    if line[to - 2].low == "too" and not line[to - 1].room:
        return to - 2
    if line[to - 1].low in _ENOUGH:
        return next((at for at in range(to - 2, max(-1, to - 6), -1) if _denying(line[at])), None)
    return to - 3 if line[to - 3].low in _LACKING else None


def _neither(line: Sequence[Word], index: int) -> int | None:
    """ "Neither Corvus nor Lumen outperforms Nimbus", "it neither improves …"."""
    first = _lead(line, index)
    if first and not line[first].room and line[first - 1].low == "neither":
        return first - 1
    nor = False
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if line[at + 1].room >= WEAK or line[at].low in _VERBAL:
            return None
        if line[at].low == "neither":
            opens = not at or line[at].room >= WEAK or line[at - 1].low == "that"
            return at if nor and opens else None
        nor = nor or line[at].low == "nor"
    return None


def _refuted(line: Sequence[Word], index: int) -> int | None:
    """ "we refute that Lumen outperforms", "no evidence that …", "contrary to claims that …", "it is not true that …"."""
    for that in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if line[that + 1].room >= WEAK or line[that].low in ("which", "who"):
            return None
        if line[that].low == "that":
            return None if line[that].room else _refuting(line, that)
    return None


def _nowhere(line: Sequence[Word], index: int) -> int | None:
    """ "outperforms Lumen in none of the settings", "in no case"."""
    for at in range(index + 1, min(index + 1 + _REACH, len(line) - 1)):
        if line[at].room >= WEAK or line[at].low in _VERBAL:
            return None
        if line[at].low in ("none", "no") and line[at - 1].low in _AT and not line[at].room:
            following = line[at + 1].low
            return at if (following == "of" if line[at].low == "none" else following in _PLACES) else None
    return None


def _refuting(line: Sequence[Word], that: int) -> int | None:
    """The word before "that" which says that what follows is not so."""
    at = that - 1
    if at < 0:
        return None
    text = line[at].low
    if text in _REFUTING:
        return None if _is_denied(line, at) else at
    if text in _SAYING and not _opinion(line, at):
        nobody = at > 0 and (line[at - 1].low == "nobody" or (line[max(0, at - 2)].low, line[at - 1].low) in _NOBODY)
        return at if nobody or _is_denied(line, at) else None
    if text in _TRUE or text in _UNTRUE:
        before = [word.low for word in line[max(0, at - 4) : at]]
        untrue = (
            before[-2:] in (["it", "is"], ["it", "was"]) if text in _UNTRUE else "not" in before and "if" not in before
        )
        return at if untrue else None
    if text not in _OPINIONS | _PROOFS:
        return None
    while at > 0 and not line[at].room and line[at - 1].low in _OF_OPINION:
        at -= 1
    if at < 1 or line[at].room:
        return None
    before = [word.low for word in line[max(0, at - 2) : at]]
    if text in _PROOFS:
        return at - 1 if before[-1] in _NO or before == ["lack", "of"] else None
    refuted = before[-1] in _REFUTING and not _is_denied(line, at - 1)
    return at - 1 if refuted or before == ["contrary", "to"] else None


def _opinion(line: Sequence[Word], at: int) -> bool:
    """Whether "claims" is what was claimed, and no verb: "contrary to claims that"."""
    return line[at].low in _OPINIONS and at > 0 and line[at - 1].low in _OF_OPINION | {"to"}


def _is_denied(line: Sequence[Word], index: int) -> bool:
    """Whether "not" stands right before a word, or an adverb between."""
    first = _lead(line, index)
    return first > 0 and not line[first].room and _denying(line[first - 1]) and line[first].low not in _NOT_ALONE


def _denying(word: Word) -> bool:
    return word.low in _NEVER or word.low.endswith(_CONTRACTED)
