"""Names of one family in one sentence: a claim that takes the number of one for another's ("Llama-7B", "Llama-13B")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.family import SUFFIXES, common_parts, parts_of, said_parts
from claimcheck.matching.grammar import previous
from claimcheck.matching.sides import Place, places
from claimcheck.matching.slots import Laid, Stretch, at_numbers, clauses
from claimcheck.text.words import STRONG, WEAK, Word

_PREPOSITIONS: Final = frozenset("for by with of from on in at to than over using via".split())


class OfSibling(NamedTuple):
    """A field of a claim that stands in the sentence, where the claim's number is that of another of its family, `name`."""

    claim: ClaimInContext
    field: str
    scalar: Scalar
    name: str


def of_siblings(quote: QuoteInContext) -> Iterator[OfSibling]:
    """The subjects of a quote whose number stands in a clause about another of their family, and the data sets whose number
    is one on another.

    The sentence names both. Not so where the claim has what tells the two apart in another field, or where the subject stands
    between the other and the number, or is tied to the number behind it.
    """
    if not quote.claims:
        return
    laid = Laid(quote)
    about = clauses(laid)
    on = [way.slots for way in at_numbers(laid) if way.word == "on"]
    asked = ((claim, claim.value_at, *each) for claim in quote.claims for each in _fields(claim))
    for claim, at, name, scalar in asked:
        own = (slots[at] for slots in ([about] if name == "subject" else on) if at is not None and at in slots)
        others = (_other(laid, claim, scalar.text, each) for each in own)
        if other := next(filter(None, others), None):
            yield OfSibling(claim, name, scalar, other)


def _fields(claim: ClaimInContext) -> Iterator[tuple[str, Scalar]]:
    """The fields of a claim that may be taken for another of their family: those that the sentence names so."""
    said = claim.spelled
    if said.subject_as is None:
        yield "subject", said.subject
    if said.dataset_from is None:
        yield from (("dataset", each) for each in said.dataset)


def _other(laid: Laid, claim: ClaimInContext, text: str, own: Stretch) -> str | None:
    """The name at a number, if it is that of another in the family of a field that stands elsewhere in the sentence."""
    name = laid.text[laid.line[own.first].start : laid.line[own.last - 1].end]
    return name if _is_another(claim, text, name) and _stands_apart(laid, claim, text, own) else None


def _is_another(claim: ClaimInContext, text: str, name: str) -> bool:
    """Whether a name is that of another in a name's family; of the longer of two it is so if it ends in "-Pro" or the like."""
    mine, other = parts_of(text), parts_of(name)
    alike = common_parts(mine, other)
    if not alike or mine == other or not said_parts(claim.spelled).isdisjoint(other[alike:]):
        return False
    return alike < len(mine) or (other[alike] in SUFFIXES and text != claim.paper.claims.paper.name.text)


def _stands_apart(laid: Laid, claim: ClaimInContext, text: str, own: Stretch) -> bool:
    """Whether the sentence has a name, and nowhere so that the number may be its own."""
    assert claim.value_at is not None
    found = [place for place in places(laid.line, [text]) if place.first not in range(*own)]
    number = laid.numbers[claim.value_at]
    if own.first >= number.last:
        return bool(found) and not any(_goes_on(laid, own, place) for place in found)
    return bool(found) and not any(
        _coordinated(laid.line, place, own)
        or place.first in range(own.last, number.first)
        or _tied(laid.line[number.last : place.first])
        for place in found
    )


def _coordinated(line: Sequence[Word], place: Place, own: Stretch) -> bool:
    """Whether a name and another make one subject: "the gap between Llama-7B and Llama-13B is"."""
    between = line[place.last : own.first]
    return [word.low for word in between] == ["and"] and between[0].room < WEAK


def _tied(between: Sequence[Word]) -> bool:
    """Whether these words, between a number and a name behind it in its clause, tie the name to it: "79.6% for Llama-13B", but not
    "79.6%, and on MMLU-Pro", which opens the next."""
    ties = bool(between) and between[-1].low in _PREPOSITIONS and previous(between, len(between) - 1) != "and"
    return ties and all(word.room < STRONG for word in between)


def _goes_on(laid: Laid, own: Stretch, place: Place) -> bool:
    """Whether a name stands behind another, and no number between: "79.6% on MMLU and MMLU-Pro"."""
    return place.first >= own.last and laid.sentence.numbered.isdisjoint(range(own.last, place.first))
