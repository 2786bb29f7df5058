"""What a claim compares in what, and where its sentence names that: all that its outcome is read from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from claimcheck.matching.sides import Place, Sides, places
from claimcheck.text.words import Word, content


class Comparison(NamedTuple):
    """The words of a sentence, and what a claim compares there.

    `metric`, `datasets` and `conditions` are stems; `measured` is where the metric is named word for word. `better`: which values of the
    metric are the better ones, if that is known. `turned`: the sentence has the baseline in place of the subject.
    """

    line: Sequence[Word]
    numbered: Collection[int]
    subjects: Sequence[Place]
    baselines: Sequence[Place]
    metric: frozenset[str]
    measured: Sequence[Place]
    datasets: Sequence[frozenset[str]]
    conditions: Sequence[frozenset[str]]
    better: str | None
    turned: bool

    @property
    def names(self) -> Sequence[Place]:
        return (*self.subjects, *self.baselines)

    def names_baseline(self, index: int, reach: int) -> bool:
        """Whether a baseline begins so few words behind one."""
        return any(place.first in range(index, index + 1 + reach) for place in self.baselines)


def comparison(sides: Sides) -> Comparison:
    said = sides.claim.spelled
    return Comparison(
        line=sides.line,
        numbered=sides.numbered,
        subjects=(*sides.named, *sides.called),
        baselines=sides.baselines,
        metric=frozenset(content(said.metric.text)),
        measured=places(sides.line, [said.metric.text]),
        datasets=[frozenset(content(each.text)) for each in said.dataset],
        conditions=[frozenset(words) for _, value in said.conditions if (words := content(value.text))],
        better=sides.better,
        turned=sides.is_other_side(),
    )
