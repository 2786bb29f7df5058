"""CC207 mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, told_with
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import cut
from claimcheck.rules.base import finding, from_verdicts, quote_label, rule

_SHOWN: Final = 4
"""So many places of a mention that is not unique are shown."""


@rule("CC207", scope="claim")
def mention(claim: ClaimInContext) -> Iterator[Finding]:
    """The mention is missing where it is needed, not verbatim, not unique, without the value, or holds another claim's.

    Where a quote holds several quantities of one unit, two values could be swapped and each would still stand in the
    quote. `mention` names the words around the claim's own number: verbatim, once in the quote, holding this claim's value
    and no other claim's.

    Flagged: "80.8% alignment … versus 68.5% for RL" and `value: 80.8%` without `mention`.

    Clean: `mention: Pep achieves 80.8% alignment`.
    """
    place = claim.quote.place
    paper = claim.paper
    node = claim.claim.mention
    if place is None:
        return
    assert paper.folded is not None

    def told(
        message: str, scalar: Scalar, help: str, source: Label | None = None, related: tuple[Label, ...] = ()
    ) -> Finding:
        return finding(
            message,
            claim.label(scalar),
            help=help,
            source=source,
            related=related,
            paper=paper.id,
            claim=claim.id,
            field="mention",
        )

    if node is None:
        rivals = _rivals_of(claim)
        if rivals and claim.value is not None:
            others = ", ".join(f"'{paper.numbers[at].text}'" for at in rivals[:4])
            yield told(
                f"a mention is needed: the quote also holds {others}, so a swap could go unseen",
                claim.value.scalar,
                help="Add `mention:` with the words around this claim's number, verbatim.",
                source=paper.number_label(claim.value_at) if claim.value_at is not None else None,
            )
        return
    if not claim.mention_places:
        yield told(
            "the mention does not stand in the quote",
            node,
            help="Copy the words around the number from the quote.",
            source=quote_label(claim),
        )
        return
    if len(claim.mention_places) > 1:
        yield told(
            f"the mention stands {len(claim.mention_places)} times in the quote",
            node,
            help="Add words until it stands there once.",
            source=paper.source_label(claim.mention_places[0].span, "here"),
            related=tuple(paper.source_label(each.span, "and here") for each in claim.mention_places[1:_SHOWN]),
        )
        return
    here = claim.mention_places[0]
    broken = cut(here, paper.folded, paper.numbers)
    if broken is not None:
        what = "inside a word" if broken == "a word" else f"inside '{broken}'"
        yield told(
            f"the mention begins or ends {what}",
            node,
            help="Quote whole words and whole quantities.",
            source=paper.source_label(here.span),
        )
        return
    yield from from_verdicts("mention", claim)
    for other in claim.quote.claims:
        if other.value_at is None or other.value_at in (claim.value_at, claim.baseline_at):
            continue
        stated = paper.numbers[other.value_at]
        if here.span.start <= stated.start and stated.end <= here.span.end:
            yield told(
                f"the mention also holds '{stated.text}', the value of '{other.id}'",
                node,
                help="Shorten it until it holds this claim's value alone.",
                source=paper.number_label(other.value_at),
            )
    for at in _rivals_of(claim):
        stated = paper.numbers[at]
        if at not in paper.accounted and here.span.start <= stated.start and stated.end <= here.span.end:
            yield told(
                f"the mention also holds '{stated.text}', which nothing accounts for, so a swap could go unseen",
                node,
                help="Shorten it until it holds this claim's number alone.",
                source=paper.number_label(at),
            )


def _rivals_of(claim: ClaimInContext) -> list[int]:
    """The other quantities of the quote with the unit of the claim's value; a value that is not found has its own finding."""
    if claim.value_at is None:
        return []
    numbers = claim.paper.numbers
    unit, own = numbers[claim.value_at].unit, {claim.value_at, *told_with(claim)}
    return [
        at
        for at in claim.quote.numbers
        if at not in own and numbers[at].is_quantity and not numbers[at].indefinite and numbers[at].unit == unit
    ]
