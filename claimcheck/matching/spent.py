"""Whether a sentence speaks at all of what something takes (time, memory, money), where a ranking is of that."""

from __future__ import annotations

from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.outcomes.cues import is_english
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.speed_and_cost import DEARER, FASTER, SLOWER, SLOWING, SPEEDING, THRIFTIER
from claimcheck.text.words import stems

_TAKEN: Final = frozenset(
    stems(
        "latency runtime memory VRAM compute computation cost budget energy time speed throughput overhead FLOPs storage bandwidth efficiency"
    )
)
"""What something takes."""
_SAID: Final = (
    _TAKEN
    | FASTER
    | SLOWER
    | SPEEDING
    | SLOWING
    | THRIFTIER
    | DEARER
    | frozenset(
        stems(
            "data examples labels annotations annotated fewer less economy efficient efficiently inefficient computational complexity "
            "consumption consume footprint lightweight light heavy compact "
            "small smaller large larger size scale scaling scales scalable parameters tokens steps iterations evaluations calls rounds epochs "
            "samples hours minutes seconds days weeks ms GPU CPU hardware device training inference trained train resource resources power "
            "burden load demanding demand effort labor frugal economical economic affordable afford price money dollars saving saves save "
            "real-time instant instantaneous rapid rapidly quickly delay wait long longer short shorter length duration linear quadratic "
            "sublinear logarithmic amortize cache parallel sequential compress compression pruning quantization sparse sparsity bit bits "
            "traffic communication transmission battery carbon emission emissions CO2 frames FPS response responsive prohibitive intensive "
            "free tractable intractable practical feasible deploy deployment edge mobile rate frequency period"
        )
    )
)
"""Words that speak of it, of whatever; wide, since who says that a thing is fast has many."""
_UNITS: Final = frozenset(
    "ms µs μs us ns sec s h hr hrs min B KB kB MB GB TB PB KiB MiB GiB $ € £ Wh kWh MWh J kJ MJ mJ W mW kW".split()
)


def says_nothing_of(sentence: Sentence, claim: ClaimInContext) -> bool:
    """Whether a ranking is of time, memory or money, and no word of its sentence speaks of such: the metric of another sentence.

    The metric's words may stand there in any form; a word by which the sentence means the metric may be any of a wide list.
    """
    metric = frozenset(stems(claim.spelled.metric.text))
    if metric.isdisjoint(_TAKEN) or not is_english(sentence.line):
        return False
    if any(word.stem in metric | _SAID or word.low in _SAID for word in sentence.line):
        return False
    numbers = claim.paper.numbers
    return not any(numbers[at].unit in _UNITS for at in sentence.numbers)
