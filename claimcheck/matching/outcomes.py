"""How the subject of a ranking comes out of the comparison, by the words of its sentence."""

from __future__ import annotations

from enum import Enum
from typing import Final

from claimcheck.matching.directions import NAMED_BY_CHANGE
from claimcheck.matching.sides import BEATS, Sides
from claimcheck.text.words import FUNCTION_WORDS, STRONG, Word, stems


class Outcome(Enum):
    """How something comes out of a comparison; the value is what is said of it."""

    WINS = "does better"
    EQUALS = "does as well"
    LOSES = "does worse"
    OPEN = "does otherwise, for better or worse"

    @property
    def turned(self) -> Outcome:
        """The same, seen from the other side."""
        return _TURNED.get(self, self)


_TURNED: Final = {Outcome.WINS: Outcome.LOSES, Outcome.LOSES: Outcome.WINS}
RANKS: Final = {
    "outperforms": Outcome.WINS,
    "best": Outcome.WINS,
    "matches": Outcome.EQUALS,
    "underperforms": Outcome.LOSES,
    "not-best": Outcome.LOSES,
}
"""What the ranks of claims say."""


def _said(outcome: Outcome, forms: str) -> dict[str, Outcome]:
    return dict.fromkeys(forms.split(), outcome)


_WORDS: Final = (
    dict.fromkeys(BEATS, Outcome.WINS)
    | _said(
        Outcome.WINS, "improve improves improved improving improvement improvements enhance enhances enhanced enhancing"
    )
    | _said(Outcome.WINS, "gain gains better best strongest highest superior beyond advantage advantages boost boosts")
    | _said(
        Outcome.LOSES,
        "underperform underperforms underperformed underperforming worse worst inferior short decline declines",
    )
    | _said(Outcome.LOSES, "degrade degrades degraded fail fails failed lag lags behind weaker weakest loses")
    | _said(
        Outcome.EQUALS,
        "match matches matched matching comparable competitive par similar similarly equal equivalent parity",
    )
    | _said(Outcome.EQUALS, "preserve preserves preserved preserving restore restores restored retain retains retained")
    | _said(Outcome.EQUALS, "maintain maintains maintained maintaining rival rivals")
)
_UP: Final = frozenset("increase increases increased increasing raise raises raised more higher greater larger".split())
_DOWN: Final = frozenset(
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering fewer less smaller "
    "cut cuts cutting".split()
)
"""Words that say better or worse together with the metric: "fewer errors"."""
_QUALITY: Final = ("ive", "ent", "ant", "able", "ible", "ate", "ful", "ous", "ly", "ust", "ed", "ic", "al")
"""Endings of what follows "more" and "less" where they say better or worse by themselves: "more reliable"."""
_NEGATIONS: Final = frozenset("not no never cannot neither nor".split())
_GOES_ON: Final = frozenset("can could is are may might does do will also even still being".split())
_BREAKS: Final = frozenset("while whilst whereas but although though".split())
_REACH: Final = 5


def outcomes(sides: Sides) -> dict[Outcome, Word]:
    """What the words of the sentence say of the claim's subject, each with the first word that says it.

    A word is said of what it follows in its clause: of the subject, or of the baseline, and then it is turned round. What
    is said of something else, or denied, does not count.
    """
    found: dict[Outcome, Word] = {}
    names = [*sides.named, *sides.called, *sides.baselines]
    for index, word in enumerate(sides.line):
        if any(place.first <= index < place.last for place in names):
            continue
        outcome = _outcome(sides, index)
        said = outcome and _of_subject(sides, index, outcome)
        if said is not None:
            found.setdefault(said, word)
    return found


def contradicted(rank: str, found: dict[Outcome, Word]) -> Word | None:
    """The word that goes against a rank; None where a word says the same as the rank, or leaves it open, or none says it."""
    claimed = RANKS[rank]
    if claimed in found or Outcome.OPEN in found or (claimed is Outcome.EQUALS and len(found) > 1):
        return None
    return found.get(claimed.turned) or next(iter(found.values()), None)


def _outcome(sides: Sides, index: int) -> Outcome | None:
    """What a word says of what it is said of."""
    line = sides.line
    text = line[index].low
    if line[index].joined or _NEGATIONS & {word.low for word in line[max(0, index - 2) : index]}:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if text not in _UP and text not in _DOWN:
        return None
    following = []
    for word in line[index + 1 : index + 1 + _REACH]:
        if word.room:
            break
        following.append(word)
    metric = set(stems(sides.claim.claim.metric.text)) - FUNCTION_WORDS
    # "reduction of errors" is not reduced where errors are: such a metric tells nothing here.
    if metric & {word.stem for word in following} and not metric & NAMED_BY_CHANGE:
        if sides.better is None:
            return Outcome.OPEN
        return Outcome.WINS if (text in _UP) == (sides.better == "higher") else Outcome.LOSES
    if _than(sides, index) is not None:
        return Outcome.WINS if text == "more" else Outcome.LOSES
    if text in ("more", "less") and following and following[0].low.endswith(_QUALITY):
        return Outcome.WINS if text == "more" else Outcome.LOSES
    return None


def _of_subject(sides: Sides, index: int, outcome: Outcome) -> Outcome | None:
    """What a word says of the subject; None where it is said of something else."""
    subjects = [place.first for place in (*sides.named, *sides.called)]
    baselines = [place.first for place in sides.baselines]
    if (than := _than(sides, index)) is not None:  # "more X than Y": of X
        if any(index < at < than for at in subjects):
            return outcome
        return outcome.turned if any(index < at < than for at in baselines) else None
    start, end = _clause(sides, index), _clause_end(sides, index)
    leading = max(
        (place.first for place in sides.baselines if start <= place.first < index and place.leads), default=-1
    )
    subject = max((at for at in subjects if start <= at < index), default=-1)
    if leading > subject:
        return outcome.turned
    return outcome if any(start <= at < end for at in subjects) else None


def _than(sides: Sides, index: int) -> int | None:
    """Where "than" stands behind a comparative, if a name of the claim stands between."""
    if sides.line[index].low not in ("more", "less"):
        return None
    for at in range(index + 1, min(index + 2 * _REACH, len(sides.line))):
        if sides.line[at].room >= STRONG:
            return None
        if sides.line[at].low == "than":
            names = (*sides.named, *sides.called, *sides.baselines)
            return at if any(index < place.first < at for place in names) else None
    return None


def _clause_end(sides: Sides, index: int) -> int:
    end = index + 1
    while end < len(sides.line) and sides.line[end].room < STRONG:
        end += 1
    return end


def _clause(sides: Sides, index: int) -> int:
    """Where the clause of a word begins; one without a subject of its own ("while being …") goes on the one before."""
    line = sides.line
    while index > 0:
        if line[index].room >= STRONG:
            text = line[index].low
            following = line[index + 1].low if index + 1 < len(line) else ""
            participle = text in ("while", "whilst") and following.endswith("ing")
            if text not in _BREAKS or not (participle or following in _GOES_ON):
                return index
        index -= 1
    return 0
