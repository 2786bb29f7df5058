"""Names of one sentence: a claim that takes the number of one for another's, of one family ("Llama-7B", "Llama-13B") or of one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.family import SUFFIXES, common_parts, parts_of, said_parts
from claimcheck.matching.grammar import previous
from claimcheck.matching.other_claims import names_of
from claimcheck.matching.sides import Place, places
from claimcheck.matching.slots import Laid, Stretch, at_numbers, clauses
from claimcheck.matching.spoken import said_names
from claimcheck.text.words import STRONG, WEAK, Word, content

_PREPOSITIONS: Final = frozenset("for by with of from on in at to than over using via".split())


class OfSibling(NamedTuple):
    """A field of a claim that stands in the sentence, where the claim's number is that of another of its family, `name`."""

    claim: ClaimInContext
    field: str
    scalar: Scalar
    name: str


def of_siblings(quote: QuoteInContext) -> Iterator[OfSibling]:
    """The subjects of a quote whose number stands in a clause about another of their family or of the file, and the data sets
    whose number is one on another.

    The sentence names both. Not so where the claim has what tells the two apart in another field, or where the subject stands
    between the other and the number, or is tied to the number behind it.
    """
    claims = [claim for claim in quote.claims if claim.value_at in quote.sentence.numbers]
    if not claims:
        return
    laid = Laid(quote)
    about = clauses(laid)
    on = [way.slots for way in at_numbers(laid) if way.word == "on"]
    asked = ((claim, *each) for claim in claims for each in _fields(claim))
    for claim, name, scalar in asked:
        at = claim.value_at
        assert at is not None
        own = [slots[at] for slots in ([about] if name == "subject" else on) if at in slots]
        if not own and name == "dataset" and _stands_alone(laid, scalar.text):
            at = _with_slot_of(laid, at)
            own = [slots[at] for slots in on if at in slots]
        others = (_other(laid, claim, name, scalar.text, each) for each in own)
        if other := next(filter(None, others), None):
            yield OfSibling(claim, name, scalar, other)


def _stands_alone(laid: Laid, text: str) -> bool:
    """Whether no preposition ties a name to anything, wherever the sentence has it: "four sets (Aria, Bolt …)"."""
    return not any(previous(laid.line, place.first) in _PREPOSITIONS for place in places(laid.line, [text]))


def _with_slot_of(laid: Laid, at: int) -> int:
    """The next number, if what follows it is told of both ("84% accuracy and 91% recall on Aria"); else the number itself."""
    after = laid.sentence.following(at)
    if after is None:
        return at
    between = laid.line[laid.numbers[at].last : laid.numbers[after].first]
    low = [word.low for word in between]
    apart = any(word.room >= WEAK for word in between) or not _PREPOSITIONS.isdisjoint(low)
    return at if apart or "and" not in low else after


def _fields(claim: ClaimInContext) -> Iterator[tuple[str, Scalar]]:
    """The fields of a claim that may be taken for another of their family: those that the sentence names so."""
    said = claim.spelled
    if said.subject_as is None:
        yield "subject", said.subject
    if said.dataset_from is None:
        yield from (("dataset", each) for each in said.dataset)


def _other(laid: Laid, claim: ClaimInContext, field: str, text: str, own: Stretch) -> str | None:
    """The name at a number, if it is that of another in the family of a field that stands elsewhere in the sentence."""
    name = laid.text[laid.line[own.first].start : laid.line[own.last - 1].end]
    another = _is_another(claim, text, name) or _is_known(claim, field, name)
    return name if another and _stands_apart(laid, claim, text, own) else None


def _is_another(claim: ClaimInContext, text: str, name: str) -> bool:
    """Whether a name is that of another in a name's family; of the longer of two it is so if it ends in "-Pro" or the like."""
    mine, other = parts_of(text), parts_of(name)
    alike = common_parts(mine, other)
    if not alike or mine == other or not said_parts(claim.spelled).isdisjoint(other[alike:]):
        return False
    return alike < len(mine) or (other[alike] in SUFFIXES and text != claim.paper.claims.paper.name.text)


def _is_known(claim: ClaimInContext, field: str, name: str) -> bool:
    """Whether a name is that of another subject or data set of the file, and of nothing that the claim has."""
    if name.islower():
        return False  # "our model" may be anybody's
    wanted = content(name)
    if wanted not in names_of(claim.paper, field).values():
        return False
    own = [content(each) for each in said_names(claim, claim.paper.vocabulary)]
    return all(wanted - each and each - wanted for each in own)


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
    before = previous(between, len(between) - 1)
    ties = bool(between) and between[-1].low in _PREPOSITIONS and before not in ("and", "followed")
    return ties and all(word.room < STRONG for word in between)


def _goes_on(laid: Laid, own: Stretch, place: Place) -> bool:
    """Whether a name stands behind another in its clause, and no number between: "79.6% on MMLU and MMLU-Pro"."""
    between = range(own.last, place.first)
    apart = any(laid.line[index].room >= STRONG for index in range(own.last, place.first + 1))
    return place.first >= own.last and not apart and laid.sentence.numbered.isdisjoint(between)
