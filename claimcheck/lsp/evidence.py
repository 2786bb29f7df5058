"""Where in the abstract stands what a text of a claim file says: for hover and for going there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.lsp.view import Spot, View, field_numbers
from claimcheck.matching.quotes import cut, locate
from claimcheck.source import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the abstract (offsets into its text); `number` is the index of the number that it is, if it is one."""

    span: Span
    number: int | None = None


def found_at(view: View, spot: Spot, offset: int) -> list[Found]:
    """What the abstract has for the text at a spot; of several numbers in it, for the one at the offset."""
    paper = view.paper
    if paper is None or paper.abstract is None or spot.is_name:
        return []
    if spot.steps[:1] == ("paper",):
        whole = spot.field in ("starts", "abstract")
        return [Found(Span(0, len(paper.abstract.text)))] if whole else list(_words(paper, None, spot.scalar.text))
    if spot.steps[:1] in (("names",), ("not_claims",)):
        entries = [each for each in paper.excuses if each.scalar.span == spot.scalar.span]
        return [Found(place.span) for each in entries for place in each.places]
    if spot.field == "quote":
        quote = view.quote_at(spot.steps)
        return [Found(quote.place.span)] if quote is not None and quote.place is not None else []
    claim = view.claim_at(spot.scalar.span)
    return [] if claim is None else _of_claim(view, claim, spot, offset)


def _of_claim(view: View, claim: ClaimInContext, spot: Spot, offset: int) -> list[Found]:
    paper, scalar = claim.paper, spot.scalar
    if spot.field == "mention" and claim.mention_place is not None:
        return [Found(claim.mention_place.span, claim.value_at)]
    at = {"value": claim.value_at, "baseline_value": claim.baseline_at}.get(spot.field)
    if at is not None:
        value = claim.value if spot.field == "value" else claim.baseline_value
        return [_number(paper, at, end=None if not claim.pair_claimed or value is None else value.name)]
    numbers = list(field_numbers(paper, scalar))
    meant = [at for span, at in numbers if len(numbers) == 1 or offset in _in_file(view, scalar, span)]
    if meant:
        return [_number(paper, at) for at in meant if at is not None]
    return list(_words(paper, claim, scalar.text))


def _number(paper: PaperInContext, at: int, end: str | None = None) -> Found:
    """A number of the abstract; of a stated change the end that is meant."""
    mention = paper.numbers[at]
    part = {"baseline_value": mention.low, "value": mention.high}.get(end or "")
    return Found(Span(part.start, part.end) if part is not None else Span(mention.start, mention.end), at)


def _in_file(view: View, scalar: Scalar, span: Span) -> Span:
    place = scalar.locate(view.file.text, span.start, span.end)
    return Span(place.start, place.end + 1)  # a cursor behind a number is at it


def _words(paper: PaperInContext, claim: ClaimInContext | None, text: str) -> Iterator[Found]:
    """Where the abstract has these words, whole: in the claim's quote, if they are there, else the first place."""
    assert paper.folded is not None
    inside = (
        locate(text, paper.folded, claim.quote.place) if claim is not None and claim.quote.place is not None else []
    )
    for place in (*inside, *locate(text, paper.folded)):
        if cut(place, paper.folded, ()) is None:
            yield Found(place.span)
            return
