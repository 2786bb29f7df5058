"""Whether a sentence says that what follows "that" is not so: "we refute that", "no evidence that", "it is a myth that"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.grammar import COPULAS, previous
from claimcheck.matching.negations import denies, is_failed, is_negated
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
    "guarantee guarantees suggest suggests confirm confirms confirmed confirming verify verified substantiate substantiated".split()
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
_NO_DOUBT: Final = frozenset("no without beyond little any the a".split())
"""Before "doubt" and "question", these leave none, or make something else of it."""
_DOUBTFUL: Final = frozenset("doubtful unclear unknown uncertain questionable".split())
_MYTHS: Final = frozenset("myth misconception fallacy illusion".split())
_NEAR: Final = 4


def refuted(line: Sequence[Word], index: int) -> int | None:
    """The word before a "that" or "whether" before a word, which says that what follows is not so, or that nobody knows."""
    for that in reversed(range(index)):
        if line[that + 1].room >= WEAK or line[that].low in ("which", "who"):
            return None
        if line[that].low in ("that", "whether"):
            return _by(line, that) if previous(line, that) else None
    return None


def _by(line: Sequence[Word], that: int) -> int | None:
    """The word before "that" by which what follows is not so."""
    at = that - 1
    text, near = line[at].low, {word.low for word in line[max(0, at - _NEAR) : at]}
    if text in _DOUBTFUL | _MYTHS:
        denied = "no" in near or any(denies(each) for each in near)
        return None if denied or COPULAS.isdisjoint(near) else at
    if text in _OPINIONS | _PROOFS and (text not in _SAYING or previous(line, at) in _BEFORE_OPINION | _NO | {"to"}):
        return _of_opinion(line, at, text)
    refuting = text in _REFUTING or (text in _DOUBTING and previous(line, at) not in _NO_DOUBT)
    found = (
        (refuting and not is_negated(line, at) and not _nobody(line, at))
        or (text in _UNTRUE and previous(line, at - 1) == "it")
        or (text in _TRUE and "not" in near and "if" not in near)
        or (text in _SAYING and _not_said(line, at))
    )
    return at if found else None


def _not_said(line: Sequence[Word], at: int) -> bool:
    """ "nobody has shown", "we fail to find", "it was wrongly reported", "it does not follow"."""
    return is_failed(line, at) or previous(line, at) in _WRONGLY or is_negated(line, at) or _nobody(line, at)


def _nobody(line: Sequence[Word], at: int) -> bool:
    return previous(line, at) == "nobody" or (previous(line, at - 1), previous(line, at)) in _NOBODY


def _of_opinion(line: Sequence[Word], at: int, text: str) -> int | None:
    """ "no clear evidence that", "refutes the common belief that", "contrary to claims that"."""
    while previous(line, at) in _BEFORE_OPINION:
        at -= 1
    by = previous(line, at)
    if text in _PROOFS:
        return at - 1 if by in _NO or (previous(line, at - 1), by) == ("lack", "of") else None
    if by == "for" and previous(line, at - 1) in _PROOFS:  # "no support for the claim that"
        return at - 2 if previous(line, at - 2) in _NO else None
    against = by in _REFUTING and not is_negated(line, at - 1)
    return at - 1 if against or (previous(line, at - 1), by) == ("contrary", "to") else None
