"""The words of change: which way each of them says that a number goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from claimcheck.text.words import stems

Direction = Literal["up", "down", "better", "above", "worse", "below"]
"""What a word says: of the number itself (up, down), of the quality (better, worse), or either (above: "exceeds", below: "loses")."""

TURNED: Final[Mapping[Direction, Direction]] = {"up": "down", "down": "up", "better": "worse", "worse": "better"}
"""What is said by a factor below one."""


def _said(direction: Direction, forms: str) -> dict[str, Direction]:
    return dict.fromkeys(forms.split(), direction)


_RISING: Final = _said(
    "up",
    "increase increases increased increasing raise raises raised raising rise rises rose rising grow grows grew growing climb climbs climbed "
    "climbing elevate elevates elevated elevating lift lifts lifted lifting soar soars soared soaring surge surges surged surging jump jumps "
    "jumped jumping widen widens widened widening extend extends extended extending prolong prolongs prolonged prolonging lengthen lengthens "
    "lengthened lengthening overestimate overestimates overestimated overestimating overstate overstates overstated overstating "
    "inflate inflates inflated inflating amplify amplifies amplified amplifying double doubles doubled doubling triple triples tripled tripling "
    "quadruple quadruples quadrupled quadrupling",
)
_FALLING: Final = _said(
    "down",
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering cut cuts cutting drop drops dropped "
    "dropping decline declines declined declining shrink shrinks shrank shrinking fall falls fell falling dip dips dipped dipping slip slips "
    "slipped slipping plummet plummets plummeted plummeting plunge plunges plunged plunging tumble tumbles tumbled tumbling erode erodes eroded "
    "eroding diminish diminishes diminished diminishing trim trims trimmed trimming slash slashes slashed slashing curtail curtails curtailed "
    "curtailing shorten shortens shortened shortening narrow narrows narrowed narrowing underestimate underestimates "
    "underestimated underestimating understate understates understated understating suppress suppresses suppressed suppressing mitigate "
    "mitigates mitigated mitigating curb curbs curbed curbing shave shaves shaved shaving lessen lessens lessened lessening attenuate "
    "attenuates attenuated attenuating compress compresses compressed compressing halve halves halved halving",
)
_BETTERING: Final = _said(
    "better",
    "improve improves improved improving enhance enhances enhanced enhancing advance advances advanced advancing",
) | _said("above", "boost boosts boosted boosting")
_WORSENING: Final = _said(
    "worse",
    "degrade degrades degraded degrading worsen worsens worsened worsening deteriorate deteriorates deteriorated deteriorating "
    "harmed harming impair impairs impaired impairing",
)
CHANGING: Final = _RISING | _FALLING | _BETTERING | _WORSENING
"""Verbs behind which "by 5%" is how far something went, and "to 85%" is where it ended."""
BRINGING: Final = frozenset("bring brings brought bringing".split())
"""With a "to" behind they change something, too: "brings the error down to 4%"."""
BEATING: Final = (
    _said(
        "better", "outperform outperforms outperformed outperforming beaten bested"
    )  # these two are passive, and then turned
    | _said("above", "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing beat beats beating")
    | _said("worse", "underperform underperforms underperformed underperforming")
)
"""Verbs behind which "by 5%" is how far two are apart."""
VERBS: Final = (
    CHANGING
    | BEATING
    | _said("worse", "trail trails trailed trailing lag lags lagged lagging hurt hurts")
    | _said("down", "save saves saved saving")
    | _said("above", "gain gains gained gaining")
    | _said("below", "lose loses losing lost")
    | _said("up", "adds added")
    | _said("better", "accelerate accelerates accelerated accelerating speeds sped speeding")
    | _said("worse", "slows slowed slowing decelerates decelerated")
)
"""Words that say it before the number: "improves … by 5%"."""
GIVING: Final = frozenset("give gives gave giving".split())
"""Behind these and "up" stands what is lost."""
LEADING: Final = frozenset("lead leads leading led".split())
"""With "by" behind, and not "to", they say that something is above another: "leads Lumen by 5%"."""
GOING: Final = frozenset("go goes going went gone".split())
"""Behind these stand "up" and "down"."""
NOUNS: Final = (
    _said("up", "increase increases rise rises growth jump jumps surge surges")
    | _said("down", "reduction reductions decrease decreases drop drops decline declines saving savings")
    | _said("better", "improvement improvements enhancement enhancements speedup speedups acceleration")
    | _said("above", "gain gains boost boosts uplift uplifts lift lifts")
    | _said("worse", "degradation degradations deterioration")
)
"""Words that say it on either side: "an improvement of 5%", "a 5% improvement"."""
APART: Final = (
    _said("worse", "loss losses deficit penalty")
    | _said("up", "overhead overheads")
    | _said("down", "cut cuts")
    | _said("above", "advantage advantages lead leads edge")
)
"""Nouns that say it where they say of what: "a 5% accuracy loss", "a 5% lead in accuracy"."""
COMPARATIVES: Final = (
    _said("up", "more higher larger greater bigger additional longer")
    | _said("down", "less fewer lower smaller shorter")
    | _said("better", "better stronger faster quicker cheaper")
    | _said("worse", "worse weaker slower costlier pricier")
)
"""Words that say it behind the number: "5% fewer errors"."""
AS_MANY: Final = (
    _said("up", "many much high large big long")
    | _said("down", "small short low few little")
    | _said("better", "fast quick quickly cheap")
    | _said("worse", "slow slowly expensive costly")
)
"""Words that say it behind a factor and "as": "3 times as fast"."""
TIMES_WHAT: Final = frozenset("the that those its".split())
"""Behind a factor they lead to what is multiplied: "3x the memory"."""
HELD_AGAINST: Final = _said("up", "above") | _said("down", "below") | _said("above", "ahead") | _said("worse", "behind")
"""… and behind a number that is so far from another: "5% above that of Lumen", "5% ahead of Lumen"."""
RIVALS: Final = frozenset("the baseline baselines previous prior state human that those".split())
"""What may stand behind these, besides a name."""
NAMED_BY_CHANGE: Final = frozenset(
    stems(
        "improvement enhancement gain boost increase growth reduction decrease drop decline saving speedup compression efficiency degradation "
        "elimination suppression minimization diminution"
    )
)
"""A metric of such a name has the change itself as its level."""
