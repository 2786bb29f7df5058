"""A field of a claim that stands word for word in its sentence, but at another number than the claim's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.lists import in_lists
from claimcheck.matching.sides import BEATS, Place, places
from claimcheck.matching.slots import COMPARING, HELD_AGAINST, Laid, Stretch, Tied, at_numbers, is_proper, measured
from claimcheck.matching.spoken import related
from claimcheck.matching.values import same
from claimcheck.text.words import FUNCTION_WORDS, Word, stem, stems

_GENERIC: Final = frozenset(
    stem(word)
    for word in "dataset benchmark data set task model method approach system test split average general total".split()
)
"""Stems that tell no two things apart."""
_COMPARES: Final = BEATS | frozenset(
    "underperforms underperform trails trail lags lag matches match trailed lagged matched".split()
)
"""Verbs that hold what stands before them against what stands behind."""


@dataclass(frozen=True, slots=True, eq=False)
class AtNeighbour:
    """A field of a claim whose words stand at the number `other`, where at the claim's own, `at`, stands `own` in the same way.

    The numbers are told by their index in the paper.
    """

    claim: ClaimInContext
    field: str
    scalar: Scalar
    at: int
    other: int
    own: str
    listed: bool


def at_neighbours(quote: QuoteInContext) -> Iterator[AtNeighbour]:
    """Of each claim of a quote the first field that stands at another number than its own."""
    asked = [claim for claim in quote.claims if claim.value_at in quote.sentence.numbers]
    ways = _ways(quote) if asked else []
    for claim in asked:
        found = next((each for way in ways for each in _misplaced(quote, claim, way)), None)
        if found is not None:
            yield found


def _ways(quote: QuoteInContext) -> list[Tied]:
    laid = Laid(quote)
    tied = list(at_numbers(laid))
    return [*tied, _owners(laid, tied), *in_lists(laid), *measured(laid)]


def _owners(laid: Laid, tied: Sequence[Tied]) -> Tied:
    """Whose each number is, in whichever way that is told: "Lumen reaches 92%, Corvus 31%"."""
    clauses, labels = (
        {at: slot for way in tied if way.how == how and not way.word for at, slot in way.slots.items()}
        for how in ("clause", "labelled")
    )
    # not of what is beaten so often: "outperforms Corvus 92% of the time"
    own = {at: slot for at, slot in labels.items() if laid.line[slot.first].room or laid.low(slot.first - 1) == "and"}
    return Tied("clause", "", clauses | own | _compared(laid, clauses))


def _compared(laid: Laid, owners: Mapping[int, Stretch]) -> dict[int, Stretch]:
    """ "Lumen beats Corvus (92% vs. 31%)": of two numbers that are held against each other, whose they are, in the order of the names."""
    slots: dict[int, Stretch] = {}
    for (first, extent), (second, against) in pairwise(laid.numbers.items()):
        about = owners.get(first)
        between = " ".join(word.low for word in laid.line[extent.last : against.first])
        if about is None or between not in HELD_AGAINST:
            continue
        verb = next((at for at in range(about.last, extent.first) if laid.low(at) in _COMPARES), None)
        other = laid.phrase(verb + 1) if verb is not None else None
        if other is not None and is_proper(laid.line[other.first : other.last]):
            slots |= {first: about, second: other}
    return slots


def _misplaced(quote: QuoteInContext, claim: ClaimInContext, way: Tied) -> Iterator[AtNeighbour]:
    line, numbers = quote.sentence.line, claim.paper.numbers
    said, listed = _said(claim), way.how == "list"
    for at, name, scalar in _fields(claim, way):
        own = way.slots.get(at)
        if own is None:
            continue
        any_unit = listed or name == "metric"
        alike = {each: slot for each, slot in way.slots.items() if any_unit or numbers[each].unit == numbers[at].unit}
        found = places(line, [_bare(scalar.text)])
        others = [_slot_of(place, way.how, alike) for place in found]
        if not found or None in others or _overlaps(found, own):
            continue
        first = others[0]
        assert first is not None
        if same(numbers[first], numbers[at]):
            continue  # which of the two is meant, nothing tells
        words = _own_words(line, own, way, found[0])
        theirs = line[found[0].first : found[0].last]
        if _of_one_sort(words, theirs, way) and not _named_too(words, theirs, said):
            yield AtNeighbour(claim, name, scalar, at, first, " ".join(word.text for word in words), listed)


def _fields(claim: ClaimInContext, way: Tied) -> Iterator[tuple[int, str, Scalar]]:
    """The fields that may stand at a number in this way, each with the number that it should stand at."""
    said = claim.spelled
    assert claim.value_at is not None
    compares = way.word in COMPARING
    if way.how in ("named", "measured") or way[:2] == ("behind", "in"):
        yield claim.value_at, "metric", said.metric
    if way.how == "measured":
        return
    if said.subject_as is None and not compares:
        yield claim.value_at, "subject", said.subject
    if said.dataset_from is None:
        yield from ((claim.value_at, "dataset", each) for each in said.dataset)
    yield from ((claim.value_at, f"conditions.{key.text}", value) for key, value in said.conditions)
    if claim.baseline_at is not None and not claim.pair_claimed:
        yield from ((claim.baseline_at, "baseline", each) for each in said.baseline)
    elif compares or way.how == "list" or way[:2] == ("labelled", "by"):
        yield from ((claim.value_at, "baseline", each) for each in said.baseline)


def _bare(text: str) -> str:
    """A field without the function words that it begins with: "on Aria"."""
    words = text.split()
    while words and stem(words[0]) in FUNCTION_WORDS:
        words = words[1:]
    return " ".join(words)


def _slot_of(place: Place, how: str, slots: Mapping[int, Stretch]) -> int | None:
    """The number at whose words a place is; but for words behind or before it, the place must begin or end these."""
    for at, slot in slots.items():
        if how == "named" and place.last == slot.last:
            return at  # also with more words before: "person detection rates (91%)"
        within = slot.first <= place.first and place.last <= slot.last
        if within and (how in ("behind", "before", "opened") or place.first == slot.first or place.last == slot.last):
            return at
    return None


def _overlaps(found: Sequence[Place], own: Stretch) -> bool:
    return any(place.first < own.last and own.first < place.last for place in found)


def _own_words(line: Sequence[Word], own: Stretch, way: Tied, place: Place) -> list[Word]:
    """What stands at the claim's number; of the first of a list only as many words as make the other."""
    first = own.first
    if way.how == "list" and own.first == min(slot.first for slot in way.slots.values()):
        first = max(own.first, own.last - max(2, place.last - place.first))
    return [word for word in line[first : own.last] if word.stem not in FUNCTION_WORDS]


def _of_one_sort(words: Sequence[Word], other: Sequence[Word], way: Tied) -> bool:
    return way.how in ("clause", "list") or is_proper(words) == is_proper(other)


def _named_too(words: Sequence[Word], other: Sequence[Word], said: Sequence[str]) -> bool:
    """Whether the claim has what tells the words at its number from those of its field."""
    apart = [word for word in words if word.stem not in {each.stem for each in other} | _GENERIC]
    names = [word for word in apart if is_proper([word])] or apart
    known: Set[str] = {each for text in said for each in stems(text)}
    return not names or any(
        word.stem in known or (is_proper([word]) and any(related(word.text, text) for text in said)) for word in names
    )


def _said(claim: ClaimInContext) -> list[str]:
    """All that a claim says, in all spellings of the vocabulary, but for what quotes the sentence."""
    vocabulary = claim.paper.vocabulary
    return [
        spelling
        for name, scalar in claim.claim.texts()
        if name not in ("mention", "hedge", "note", "doubt")
        for spelling in vocabulary.spellings(scalar.text)
    ]
