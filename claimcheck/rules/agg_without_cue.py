"""CC507 agg-without-cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.aggregates import Aggregates
from claimcheck.rules.base import finding, rule
from claimcheck.text.words import content

_SHARES: Final = frozenset(("%", "pp", "x"))
"""What cannot be added up."""
_HELP = "Write what the quote says of this number, or leave `how` out."


@rule("CC507", scope="quote", severity="warning")
def agg_without_cue(quote: QuoteInContext) -> Iterator[Finding]:
    """A number is called a mean, a median, a maximum or a minimum, and no word of the quote says so; or a word says another.

    "Improves by 5%" is no mean until the source says so. "On average" and "mean", "median", "up to" and "best", "at least" and
    "lowest" are such words; one at the number itself decides ("up to 8.0%" is the most, and no mean), and what stands at
    another number says nothing on this one. `range` is for a value with two ends, also the two of an
    interval ("CI [0.21, 0.47]"). A total needs no word, unless it is of percentages, nor a mean over things
    that `agg` names ("over six data sets").

    Flagged: "average gains of 3.0% and up to 8.0%" and `value: up to 8.0%`, `agg: {how: mean}`.

    Clean: the same with `agg: {how: max}`.
    """
    asked = [claim for claim in quote.claims if claim.value_at is not None and claim.claim.agg and claim.claim.agg.how]
    if not asked:
        return
    aggregates = Aggregates(quote)
    for claim in asked:
        yield from _checked(claim, aggregates)


def _checked(claim: ClaimInContext, aggregates: Aggregates) -> Iterator[Finding]:
    agg = claim.claim.agg
    assert agg is not None and agg.how is not None and claim.value_at is not None
    how, number = agg.how.text, claim.paper.numbers[claim.value_at]
    if how == "range":
        # What is claimed may be two numbers: an interval.
        assert claim.value is not None and claim.value.mention is not None
        if not claim.value.mention.is_pair:
            yield _finding(claim, f"`how: range`, but '{claim.value.scalar.text}' has no two ends")
        return
    words = set(claim.claim.metric.text.lower().split())
    said = {other: word for other, word in aggregates.of(claim.value_at).items() if word.lower() not in words}
    if how in said:
        return
    if said and not aggregates.possible(claim, how, clear=True):
        other, word = next(iter(said.items()))
        yield _finding(claim, f"'{word}' at '{number.text}' says {other}, not {how}")
    elif how == "total" and number.unit in _SHARES and not aggregates.possible(claim, how, clear=True):
        yield _finding(
            claim, f"'{number.text}' is a share or a factor, and no word of the quote says that it is a total"
        )
    elif (another := aggregates.another(claim, how)) is not None:
        yield _finding(claim, f"'{another}' says otherwise of '{number.text}', and no word of the quote says {how}")
    elif (
        how in ("mean", "median", "total")
        and number.kind == "range"
        and not aggregates.possible(claim, how, clear=True)
    ):
        yield _finding(claim, f"'{number.text}' has two ends, and no word of the quote says that each is a {how}")
    elif not (how == "mean" and _over_what_the_quote_has(claim, aggregates)) and not aggregates.possible(
        claim, how, clear=False
    ):
        elsewhere = aggregates.elsewhere(how)
        where = " the quote" if not elsewhere else " the quote (another sentence has one)"
        yield _finding(
            claim,
            f"no word of{where} says that '{number.text}' is the {how}",
        )


def _over_what_the_quote_has(claim: ClaimInContext, aggregates: Aggregates) -> bool:
    """Whether `agg` says over how many of what, and the quote speaks of these: a number over six data sets is their mean."""
    agg = claim.claim.agg
    assert agg is not None and claim.value_at is not None
    if agg.of is not None and not content(agg.of.text) <= {word.stem for word in claim.quote.line()}:
        return False
    counted = [field for field in claim.fields if field.name == "agg.n"]
    if any(field.at is not None and aggregates.counts_part(field.at, claim.value_at) for field in counted):
        return False
    return (agg.of is not None or bool(counted)) and all(field.in_quote or field.at is None for field in counted)


def _finding(claim: ClaimInContext, message: str) -> Finding:
    agg = claim.claim.agg
    assert agg is not None and agg.how is not None and claim.value_at is not None
    return finding(
        message,
        claim.label(agg.how),
        help=_HELP,
        source=claim.paper.number_label(claim.value_at),
        paper=claim.paper.id,
        claim=claim.id,
        field="agg.how",
    )
