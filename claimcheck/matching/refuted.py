"""Whether a sentence says that what follows "that" is not so: "we refute that", "no evidence that", "it is a myth that"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.denials import FAILING, denies, is_negated
from claimcheck.matching.grammar import COPULAS
from claimcheck.text.words import WEAK, Word

_REFUTING: Final = frozenset(
    "refute refutes refuted refuting disprove disproves disproved disproving contradict contradicts contradicted contradicting dispute "
    "disputes disputed disputing debunk debunks debunked debunking reject rejects rejected rejecting dispel dispels dispelled".split()
)
_OPINIONS: Final = frozenset(
    "claim claims belief beliefs notion idea assumption assumptions view wisdom intuition hypothesis conclusion conclusions expectation "
    "expectations".split()
)
_PROOFS: Final = frozenset("evidence indication indications sign signs proof support guarantee".split())
_NO: Final = frozenset("no little scant insufficient without lacks lack".split())
_NOBODY: Final = frozenset({("no", "one"), ("no", "study"), ("no", "work"), ("no", "paper")})
_SAYING: Final = frozenset(
    "show shows showed shown showing find finds found report reports reported prove proves proved proven demonstrate demonstrates "
    "demonstrated imply implies implied mean means meant conclude concludes concluded claim claims claimed observe observes observed "
    "guarantee guarantees suggest suggests".split()
)
_TRUE: Final = frozenset("true case".split())
_UNTRUE: Final = frozenset("false untrue wrong incorrect".split())
_BEFORE_OPINION: Final = frozenset(
    "the a this that our any common popular prior widespread conventional earlier previous recent commonly widely held many some often repeated "
    "clear strong convincing statistical empirical compelling solid consistent significant conclusive direct".split()
)
"""What may stand before an opinion or a proof, or between "refutes" and it."""
_WRONGLY: Final = frozenset("wrongly falsely incorrectly mistakenly erroneously".split())
_DOUBTING: Final = frozenset("doubt doubts doubted question questions questioned".split())
_NO_DOUBT: Final = [["no"], ["without"], ["beyond"], ["little"], ["any"], ["the"], ["a"]]
"""Before "doubt" and "question", these leave none, or make something else of it."""
_DOUBTFUL: Final = frozenset("doubtful unclear unknown uncertain questionable".split())
_MYTHS: Final = frozenset("myth misconception fallacy illusion".split())
_REACH: Final = 12


def refuted(line: Sequence[Word], index: int) -> int | None:
    """The word before a "that" or "whether" before a word, which says that what follows is not so, or that nobody knows."""
    for that in reversed(range(max(0, index - _REACH), index)):
        if line[that + 1].room >= WEAK or line[that].low in ("which", "who"):
            return None
        if line[that].low in ("that", "whether"):
            return _by(line, that) if that and not line[that].room else None
    return None


def _by(line: Sequence[Word], that: int) -> int | None:
    """The word before "that" by which what follows is not so."""
    at = that - 1
    text, before = line[at].low, [word.low for word in line[max(0, at - 4) : at]]
    if text in _DOUBTFUL | _MYTHS:
        denied = "no" in before or any(denies(word) for word in line[max(0, at - 3) : at])
        return None if denied or COPULAS.isdisjoint(before) else at
    if line[that].low == "whether":
        return None
    if text in _DOUBTING | _REFUTING:
        doubted = text in _REFUTING or before[-1:] not in _NO_DOUBT
        return at if doubted and not is_negated(line, at) and not _nobody(before) else None
    if text in _UNTRUE:
        return at if before[-2:] in (["it", "is"], ["it", "was"]) else None
    if text in _TRUE:
        return at if "not" in before and "if" not in before else None
    if text in _SAYING and not _is_opinion(line, at):
        return at if _not_said(line, at, before) else None
    return _of_opinion(line, at, text) if text in _OPINIONS | _PROOFS else None


def _not_said(line: Sequence[Word], at: int, before: Sequence[str]) -> bool:
    """ "nobody has shown", "we fail to find", "it was wrongly reported", "it does not follow"."""
    failing = before[-1:] == ["to"] and not FAILING.isdisjoint(before[-2:-1])
    return _nobody(before) or failing or not _WRONGLY.isdisjoint(before[-1:]) or is_negated(line, at)


def _nobody(before: Sequence[str]) -> bool:
    return before[-1:] == ["nobody"] or tuple(before[-2:]) in _NOBODY


def _of_opinion(line: Sequence[Word], at: int, text: str) -> int | None:
    """ "no clear evidence that", "refutes the common belief that", "contrary to claims that"."""
    while at > 0 and not line[at].room and line[at - 1].low in _BEFORE_OPINION:
        at -= 1
    if at < 1 or line[at].room:
        return None
    before = [word.low for word in line[max(0, at - 2) : at]]
    if text in _PROOFS:
        return at - 1 if before[-1] in _NO or before == ["lack", "of"] else None
    against = before[-1] in _REFUTING and not is_negated(line, at - 1)
    return at - 1 if against or before == ["contrary", "to"] else None


def _is_opinion(line: Sequence[Word], at: int) -> bool:
    """Whether "claims" is what was claimed, and no verb: "contrary to claims that"."""
    return line[at].low in _OPINIONS and at > 0 and line[at - 1].low in _BEFORE_OPINION | {"to"}
