"""What the number of a difference is held against, where a claim has another baseline of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.compared_with import ANYBODY, phrase_behind, written
from claimcheck.matching.grammar import following
from claimcheck.matching.outcomes.clauses import FINITE
from claimcheck.matching.sentence import BEFORE_NUMBERS, Sentence
from claimcheck.matching.sides import BEATS, COMPARED, places
from claimcheck.matching.slots import COMPARING
from claimcheck.matching.spoken import KINDS, is_short_for, said_names
from claimcheck.text.words import FUNCTION_WORDS, STRONG, content

_MARKS: Final = COMPARING | {"versus", "vs"}
_AVERAGE: Final = frozenset("average mean median margin total of".split())


class HeldAgainst(NamedTuple):
    """A claim with a baseline that its number is not held against, and what the number is held against."""

    claim: ClaimInContext
    baseline: Scalar
    phrase: str


def held_against_another(quote: QuoteInContext) -> Iterator[HeldAgainst]:
    """The claims of a quote whose number is a difference from something else in the sentence than their baseline, which stands
    elsewhere in it: "outperforms Lumen by 12% and surpasses Corvus", of Corvus."""
    sentence = quote.sentence
    for claim in quote.claims:
        if claim.claim.kind.text not in ("delta", "ratio") or claim.value_at not in sentence.numbers:
            continue
        phrase = _phrase(claim, sentence)
        if not phrase:
            continue
        text = written(claim, sentence.line[phrase.start : phrase.stop])
        if not _told(text) or any(_may_be(text, name) for name in said_names(claim, claim.paper.vocabulary)):
            continue
        for baseline in claim.spelled.baseline:
            found = places(sentence.line, [baseline.text])
            if found and not any(_goes_on(sentence, phrase, place.first) for place in found):
                yield HeldAgainst(claim, baseline, text)


def _told(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return content(name) - FUNCTION_WORDS - ANYBODY - KINDS


def _may_be(phrase: str, name: str) -> bool:
    """Whether a phrase and a name may be of one thing: a word in common, or one the initials of the other."""
    return not _told(phrase).isdisjoint(_told(name)) or is_short_for(phrase, name) or is_short_for(name, phrase)


def _phrase(claim: ClaimInContext, sentence: Sentence) -> range | None:
    """What a claim's number is held against: behind it ("5% over Lumen"), or before it ("outperforms Lumen by 5%")."""
    assert claim.value_at is not None
    return _before(sentence, claim.value_at) or _behind(claim, sentence, claim.value_at)


def _behind(claim: ClaimInContext, sentence: Sentence, at: int) -> range | None:
    """The phrase behind the first word that compares in the clause, before another number of the same unit."""
    line, numbers = sentence.line, claim.paper.numbers
    alike = (
        each.first for other, each in sentence.numbers.items() if other > at and numbers[other].unit == numbers[at].unit
    )
    for index in range(sentence.numbers[at].last, next(alike, len(line))):
        if line[index].room >= STRONG or line[index].low in FINITE:
            return None
        compares = line[index].low in _MARKS or (line[index].low, following(line, index)) in COMPARED
        if compares and index not in sentence.numbered:
            return phrase_behind(sentence, index)
    return None


def _before(sentence: Sentence, at: int) -> range | None:
    """The phrase behind a word that compares, where nothing but "by" stands between it and the number."""
    line, number = sentence.line, sentence.numbers[at]
    for mark in range(number.first):
        if line[mark].low in BEATS | COMPARING:
            phrase = phrase_behind(sentence, mark)
            between = line[phrase.stop : number.first]
            by = [word.low for word in between if word.low not in BEFORE_NUMBERS | _AVERAGE]
            if by == ["by"] and not any(word.room for word in line[phrase.stop : number.last]):
                return phrase
    return None


def _goes_on(sentence: Sentence, phrase: range, first: int) -> bool:
    """Whether a name stands in a phrase, or behind it in one list with it: "over Lumen and Corvus"."""
    line, ends = sentence.line, BEATS | FINITE | _MARKS
    between = range(phrase.stop, first + 1)
    apart = any(line[at].room >= STRONG or line[at].low in ends or at in sentence.numbered for at in between)
    return first >= phrase.start and not apart
