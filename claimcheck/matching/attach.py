"""Which number of a quote belongs to which claim: by how near the words of each claim stand to each number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.words import Extent, Word, extent, stems, words

_LIGHT, _HEAVY = 1, 2
_MARGIN: Final = 5
"""How much nearer (in weighted words) the exchanged numbers must be before a swap is suspected."""
_SHARE: Final = 4
"""… and the gain must be at least this part (a quarter) of the distance as claimed."""

_UNTELLING: Final = frozenset(
    stem
    for text in "a an the of in on at by for to from and or with without as than that which this its their our is are be using".split()
    for stem in stems(text)
)
_AGGREGATED: Final = {
    how: frozenset(stem for text in texts.split() for stem in stems(text))
    for how, texts in {
        "mean": "average averaged mean averaging",
        "median": "median",
        "max": "maximum max highest best peak most up",
        "min": "minimum min lowest least worst",
        "range": "range ranging between",
        "total": "total totaling totalling overall altogether",
    }.items()
}
_DELTA: Final = {"absolute": frozenset(stems("absolute points")), "relative": frozenset(stems("relative relatively"))}
_SMALLER: Final = frozenset(stems("smaller smallest lower lowest minimum fewer fewest shorter shortest"))
_LARGER: Final = frozenset(stems("larger largest higher highest maximum bigger biggest longer longest"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two numbers of a quote that seem to stand in each other's place; `first` and `second` are (claim, field) pairs.

    `gain` is how much nearer the numbers would be to their claims' words, `words` those that tell.
    """

    first: ClaimInContext
    second: ClaimInContext
    first_at: int
    second_at: int
    gain: int
    words: tuple[str, ...]
    why: str = ""


def exchanges(quote: QuoteInContext) -> list[Exchange]:
    """The exchanges of two numbers that would bring the claims of a quote clearly nearer to their words.

    Each claim takes part in at most one: those that gain most come first.
    """
    valued = [claim for claim in quote.claims if claim.value_at is not None]
    if quote.place is None or not (len(valued) > 1 or any(claim.baseline_at is not None for claim in valued)):
        return []
    folded = valued[0].paper.folded
    assert folded is not None
    line = words(folded.view, *folded.view_range(quote.place.start, quote.place.end))
    found = [each for first, second in combinations(valued, 2) if (each := _between(line, first, second)) is not None]
    found += [each for claim in valued if (each := _inside(line, claim)) is not None]
    found.sort(key=lambda each: -each.gain)
    chosen: list[Exchange] = []
    used: set[int] = set()
    for each in found:
        if id(each.first) not in used and id(each.second) not in used:
            chosen.append(each)
            used |= {id(each.first), id(each.second)}
    return chosen


def _between(line: Sequence[Word], first: ClaimInContext, second: ClaimInContext) -> Exchange | None:
    """The exchange of two claims' values, if it would be clearly better."""
    assert first.value_at is not None and second.value_at is not None
    if first.value_at == second.value_at:
        return None
    contradiction = _order(first, second)
    if contradiction is not None:
        return contradiction
    mine, theirs = _value_words(first), _value_words(second)
    return _weighed(line, first, second, (first.value_at, mine), (second.value_at, theirs))


def _inside(line: Sequence[Word], claim: ClaimInContext) -> Exchange | None:
    """The exchange of a claim's value and baseline value, if it would be clearly better."""
    if claim.value_at is None or claim.baseline_at is None or claim.pair_claimed:
        return None
    subject = dict.fromkeys(_telling(claim.claim.subject.text, claim.claim.subject_as and claim.claim.subject_as.text), _LIGHT)
    baseline = dict.fromkeys((stem for each in claim.claim.baseline for stem in _telling(each.text)), _HEAVY)
    return _weighed(line, claim, claim, (claim.value_at, subject), (claim.baseline_at, baseline))


def _weighed(
    line: Sequence[Word],
    first: ClaimInContext,
    second: ClaimInContext,
    mine: tuple[int, dict[str, int]],
    theirs: tuple[int, dict[str, int]],
) -> Exchange | None:
    """Compares the distances as claimed with those after an exchange, over the words that only one of the two has."""
    numbers = first.paper.numbers
    here, there = (_extent(line, numbers[at]) for at, _ in (mine, theirs))
    if here is None or there is None:
        return None
    gain = claimed = 0
    telling: dict[str, None] = {}
    orders: list[tuple[int, int]] = []
    for own, other, near, far in ((mine[1], theirs[1], here, there), (theirs[1], mine[1], there, here)):
        for stem, weight in own.items():
            if stem in other:
                continue
            places = [word.at for index, word in enumerate(line) if word.stem == stem and not _holds(near, index) and not _holds(far, index)]
            if not places:
                continue
            as_claimed = min(near.to(at) for at in places)
            exchanged = min(far.to(at) for at in places)
            claimed += weight * as_claimed
            gain += weight * (as_claimed - exchanged)
            telling[stem] = None
    if gain >= _MARGIN and gain * _SHARE >= claimed:
        return Exchange(first, second, mine[0], theirs[0], gain, tuple(telling))
    return None
