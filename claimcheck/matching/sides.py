"""Who does better in a sentence: whether a claim has its subject and its baseline, and its outcome, the right way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, Word, stems


class Outcome(Enum):
    """How the subject of a sentence comes out of a comparison."""

    WINS = "does better"
    EQUALS = "does as well"
    LOSES = "does worse"

    @property
    def turned(self) -> Outcome:
        """The outcome as seen from the other side."""
        return {Outcome.WINS: Outcome.LOSES, Outcome.LOSES: Outcome.WINS}.get(self, self)


def _said(outcome: Outcome, forms: str) -> dict[str, Outcome]:
    return dict.fromkeys(forms.split(), outcome)


_BEATS: Final = frozenset(
    "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing beat beats beating exceed exceeds "
    "exceeded exceeding".split()
)
"""Verbs whose object is what lost."""
_WORDS: Final = (
    dict.fromkeys(_BEATS, Outcome.WINS)
    | _said(Outcome.WINS, "improve improves improved improving improvement improvements enhance enhances enhanced enhancing")
    | _said(Outcome.WINS, "gain gains better best strongest highest superior beyond advantage advantages pareto boost boosts")
    | _said(Outcome.LOSES, "underperform underperforms underperformed underperforming worse worst inferior short decline declines")
    | _said(Outcome.LOSES, "degrade degrades degraded fail fails failed lag lags behind weaker weakest loses")
    | _said(Outcome.EQUALS, "match matches matched matching comparable competitive par similar similarly equal equivalent parity")
    | _said(Outcome.EQUALS, "preserve preserves preserved preserving restore restores restored retain retains retained rival rivals")
    | _said(Outcome.EQUALS, "maintain maintains maintained maintaining")
)
_UP: Final = frozenset("increase increases increased increasing raise raises raised more higher greater larger".split())
_DOWN: Final = frozenset(
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering fewer less smaller cut cuts".split()
)
"""Words that say better or worse only together with the metric: "fewer errors"."""
_QUALITIES: Final = ("ive", "ent", "ant", "able", "ible", "ate", "ful", "ous", "ly", "ust", "ient", "ed", "ic", "al")
_NEGATIONS: Final = frozenset("not no never cannot neither nor".split())
_REACH: Final = 5
_DETERMINERS: Final = frozenset("the a an our its their these this both".split())
_OPENERS: Final = frozenset("that where whereas while whilst whether because since when if how".split())
_AUXILIARIES: Final = frozenset("can could is are may might does do will also even still".split())
_OBLIQUE: Final = (
    frozenset("of than over versus vs against for on to from like as".split())
    | _BEATS
    | frozenset("match matches matching underperform underperforms".split())
)
"""What stands before the other side of a comparison, or before what something was done to."""
_CAUSES: Final = frozenset("thanks due owing".split())


@dataclass(frozen=True, slots=True)
class Side:
    """Where a name stands in the sentence: words from `first` to `last`, and whether it is what the clause is about."""

    first: int
    last: int
    leads: bool
    oblique: bool


class Sides:
    """The subject and the baselines of a claim in its sentence."""

    def __init__(self, sentence: Sentence, claim: ClaimInContext) -> None:
        said = claim.claim
        self.line = sentence.line
        self.claim = claim
        self.named = self._places([said.subject.text])
        self.called = self._places([said.subject_as.text]) if said.subject_as is not None else []
        self.subject = [*self.named, *self.called]
        self.baseline = self._places(each.text for each in said.baseline if each.text != "unstated")
        self._metric = set(stems(said.metric.text)) - FUNCTION_WORDS

    def exchanged(self) -> Word | None:
        """The word by which the baseline is what the sentence is about, and the subject is not; None where it is not so.

        Where value and baseline value are two numbers of the quote, these tell, and this does not.
        """
        said = self.claim.claim
        if said.baseline_value is not None and not self.claim.pair_claimed:
            return self._called_otherwise()
        leading = [side for side in self.baseline if side.leads]
        if not leading or any(not side.oblique for side in self.subject):
            return None
        if any(self._loses_to(side, other) for side in leading for other in self.subject) != (said.rank is not None and _RANKS[said.rank.text] is Outcome.LOSES):
            return None
        return self.line[leading[0].first]

    def outcomes(self) -> dict[Outcome, Word]:
        """What the words of the sentence say of the subject, and the first word that says each."""
        found: dict[Outcome, Word] = {}
        for index in range(len(self.line)):
            outcome = self._outcome(index)
            if outcome is not None:
                found.setdefault(outcome, self.line[index])
        return found
