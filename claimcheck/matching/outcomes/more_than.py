"""Which side of a comparison has more, by a comparative and its "than": "more patients responded to Lumen than to Corvus"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Final

from claimcheck.matching.change_words import COMPARATIVES
from claimcheck.matching.denials import is_denied
from claimcheck.matching.grammar import akin, following, previous
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.meanings import RANKED
from claimcheck.matching.sides import Place
from claimcheck.text.words import WEAK, Word, stems

_MORE: Final = frozenset(word for word, way in COMPARATIVES.items() if way == "up")
_FEWER: Final = frozenset(word for word, way in COMPARATIVES.items() if way == "down")
_OFTEN: Final = frozenset("frequent frequently common commonly often prevalent likely".split())
"""Behind "more" and "less" these are of a share or a count; other adjectives are of a quality ("more efficient (3 s vs. 5 s)")."""
_BIGGER: Final = frozenset("larger bigger smaller".split())
_SIZE: Final = frozenset(stems("size parameters"))
"""What is more of something that is larger."""
_REACH: Final = 4


def has_more(compared: Comparison, part: range) -> tuple[bool, Word] | None:
    """Whether the claim's subject has more than its baseline, and the comparative that says so; None where the words do not tell.

    One of them stands behind "than" and the other before it; there is one such comparison in the part, of the claim's metric,
    and nothing denies it.
    """
    line = compared.line
    found = [at for at in part if line[at].low in _MORE | _FEWER]
    than = [at for at in part if line[at].low == "than"]
    if len(found) != 1 or len(than) != 1 or is_denied(line, found[0]) is not False:
        return None
    ours, theirs = (_behind(line, side, than[0]) for side in (compared.subjects, compared.baselines))
    other = compared.baselines if ours else compared.subjects
    if ours == theirs or not any(place.first in range(part.start, than[0]) for place in other):
        return None
    if (
        previous(line, found[0]) in RANKED  # a higher rank is the smaller number
        or not _is_amount(line, found[0])
        or not _of_metric(compared, found[0], range(part.start, than[0]))
    ):
        return None
    word = line[found[0]]
    return (word.low in _MORE) == theirs, word


def _behind(line: Sequence[Word], side: Sequence[Place], index: int) -> bool:
    """Whether a name of one side stands right behind a word, but for "that of the" and the like."""
    near = takewhile(lambda at: line[at].room < WEAK or line[at].low == "with", range(index + 1, len(line)))
    return not {place.first for place in side}.isdisjoint(islice(near, _REACH))


def _is_amount(line: Sequence[Word], index: int) -> bool:
    """Whether a comparative is of how much or how many there is: "more tokens", "less often"; not so "more efficient"."""
    after = following(line, index)
    return (
        line[index].low not in ("more", "less")
        or after in _OFTEN
        or (after.endswith("s") and not after.endswith("ous"))
    )


def _of_metric(compared: Comparison, index: int, before: range) -> bool:
    """Whether the metric is named before "than" in any form ("responded" of the response), or it is the size of what is larger."""
    sized = compared.line[index].low in _BIGGER and not compared.metric.isdisjoint(_SIZE)
    return sized or any(akin(compared.line[at].stem, each) for at in before for each in compared.metric)
