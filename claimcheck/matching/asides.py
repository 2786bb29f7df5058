"""What the sentence has only beside what it states: what was beaten, built on or trained on, and what was but a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.grammar import DETERMINERS, HOLDING, with_determiners
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import BEATS, Place, is_passive, places
from claimcheck.matching.slots import VERB, is_proper
from claimcheck.matching.spoken import related, said_words
from claimcheck.text.words import STRONG, WEAK, Extent, Word

_KINDS: Final = frozenset("result delta ratio size".split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


_COMPARING: Final = frozenset(
    (word,) for word in (*BEATS, "unlike", "than", "over", "against", "versus", "vs")
) | _phrases(
    "compared to,compared with,opposed to,relative to,contrast to,contrast with,comparison to,comparison with,instead of"
)
"""Right before a name: it is what another is held against."""
_ORIGINS: Final = _phrases(
    "extends,extending,built on,builds on,building on,based on,extension of,successor of,successor to,distilled from,"
    "initialized from,initialised from,derived from,adapted from"
)
"""Right before a name: it is what another was made from."""
_TRAINING: Final = frozenset("trained training pretrained pretraining finetuned finetuning tuned tuning".split())
"""Before "on": what follows was learned from."""
_TESTING: Final = frozenset("tested evaluated validated".split())
"""Before "on": what follows was measured on."""
_OTHERS: Final = frozenset("we our the this these it".split())
"""What a clause is about, where it does not begin with a name."""
_TARGETS: Final = frozenset("target targets goal goals threshold thresholds".split())
"""Before brackets: what stands inside is wanted, and not reached."""
_INSIDE: Final = 80
"""So many characters of a bracket at most are looked back over."""
_MACHINES: Final = frozenset("gpu gpus cpu cpus tpu tpus npu npus fpga fpgas".split())


@dataclass(frozen=True, slots=True, eq=False)
class Aside:
    """A field of a claim whose name stands in the sentence behind `mark` only, so that the claim's number is not said of it."""

    claim: ClaimInContext
    field: str
    scalar: Scalar
    mark: str


def asides(quote: QuoteInContext) -> Iterator[Aside]:
    """Of each claim of a quote the first field that names what the sentence has beside what it states."""
    sentence = quote.sentence
    for claim in quote.claims:
        number = sentence.numbers.get(claim.value_at) if claim.value_at is not None else None
        if number is not None and claim.claim.kind.text in _KINDS:
            found = (
                _subject(sentence, number, claim)
                or _dataset(sentence.line, number, claim)
                or _target(sentence.line, number, claim)
            )
            if found is not None:
                yield found


def _subject(sentence: Sentence, number: Extent, claim: ClaimInContext) -> Aside | None:
    """The subject, where the sentence is about something else; with a baseline, the sides of the comparison tell more."""
    said, line = claim.spelled, sentence.line
    if said.subject_as is not None or places(line, (each.text for each in said.baseline)):
        return None
    marks: list[range] = []
    for place in places(line, [said.subject.text]):
        mark = _mark(line, place)
        if mark is None or not _is_another(sentence, number, mark, place):
            return None
        marks.append(mark)
    return Aside(claim, "subject", said.subject, _text(line, marks[0])) if marks else None


def _mark(line: Sequence[Word], place: Place) -> range | None:
    """The words that set a name aside, with the name."""
    first = with_determiners(line, place.first)
    for begin in (first - 1, first - 2):
        phrase = tuple(word.low for word in line[max(begin, 0) : first])
        if phrase in _COMPARING | _ORIGINS and not line[first].room and not is_passive(line, begin):
            return range(begin, place.last)
    return None


def _is_another(sentence: Sentence, number: Extent, mark: range, place: Place) -> bool:
    """Whether a number is said of something else than the name that a mark sets aside."""
    line = sentence.line
    if not HOLDING.isdisjoint(word.low for word in line[: number.first][-2:]):
        return False  # "81% vs. 70%": the second may be that of the other
    made = tuple(word.low for word in line[mark.start : with_determiners(line, place.first)]) in _ORIGINS
    if number.last <= mark.start:
        if place.last in sentence.numbered and not sentence.numbered.isdisjoint(range(number.last, mark.start)):
            return False  # "44% on Aria, 80% on Bolt compared to Lumen's 60%": of which Lumen may have the first, too
        return not made or _leads(line, mark.start)
    if number.first in range(place.first, place.last):
        return False  # "the 5% rule"
    # behind the name: a clause of its own begins there, or what the sentence began with goes on
    if not line[place.last].room:
        return False
    begin = place.last + (line[place.last].low == "and")
    if VERB.fullmatch(line[begin].low):
        return _leads(line, mark.start)
    another = is_proper([line[begin]]) or (not made and line[begin].low in _OTHERS)
    return another and line[place.last].room == WEAK and begin not in sentence.numbered


def _leads(line: Sequence[Word], before: int) -> bool:
    """Whether the clause that goes on to a word begins with a name."""
    first = before
    while first and line[first].room < STRONG:
        first -= 1
    first += line[first].low in DETERMINERS
    return first < before and is_proper([line[first]])


def _dataset(line: Sequence[Word], number: Extent, claim: ClaimInContext) -> Aside | None:
    """The data set, where it is only what was trained on, and the number is said to be of another."""
    said = claim.spelled
    if said.dataset_from is not None or len(said.dataset) != 1:
        return None
    named = places(line, [said.dataset[0].text])
    marks = [mark for mark in (_trained(line, place) for place in named) if mark]
    texts = [scalar.text for _, scalar in said.texts()]
    if not named or len(marks) < len(named):
        return None
    for first in _tested(line, number):
        name = line[first].text
        if not any(related(name, text) for text in texts):
            return Aside(claim, "dataset", said.dataset[0], _text(line, marks[0]))
    return None


def _trained(line: Sequence[Word], place: Place) -> range | None:
    """The words that say that something was learned from what stands at a place, with its name."""
    first = with_determiners(line, place.first) - 1
    if first < 1 or line[first].low != "on" or line[first - 1].low not in _TRAINING:
        return None
    begin = first - 1
    return range(begin - (begin > 0 and line[begin - 1].low in ("pre", "fine")), place.last)


def _tested(line: Sequence[Word], number: Extent) -> Iterator[int]:
    """Where the names begin that the number is of: "79.6% accuracy on Bolt", "evaluated on Bolt"."""
    for first, word in enumerate(line):
        on = with_determiners(line, first) - 1
        if on < 1 or line[on].low != "on" or not is_proper([word]) or word.low in _MACHINES:
            continue
        if line[on - 1].low in _TESTING or (
            on >= number.last and all(word.room < WEAK for word in line[number.last : first])
        ):
            yield first


def _target(line: Sequence[Word], number: Extent, claim: ClaimInContext) -> Aside | None:
    """The metric, where the number stands in the brackets behind a target, of which the claim says nothing."""
    assert claim.paper.abstract is not None
    outside, _, inside = claim.paper.abstract.text[: line[number.first].start].rpartition("(")
    before = next((word for word in reversed(line) if word.end <= len(outside)), None)
    if before is None or before.low not in _TARGETS or ")" in inside or len(inside) > _INSIDE:
        return None
    return Aside(claim, "metric", claim.spelled.metric, before.text) if _TARGETS.isdisjoint(said_words(claim)) else None


def _text(line: Sequence[Word], stretch: range) -> str:
    return " ".join(line[index].text for index in stretch)
