"""CC107 quote-out-of-context."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.cut_off import CutOff, cut_behind, cut_off, denied_by
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span
from claimcheck.text.words import Word


@rule("CC107", scope="quote")
def quote_out_of_context(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote begins right behind, or ends right before, words that take back what it says.

    "outperforms Lumen" stands in "It is open whether Corvus outperforms Lumen", letter for letter, and the abstract says no
    such thing. Behind "not", "never" and "fails to" it is an error; behind "whether", "if", "without", "can", "may",
    "hypothesize that" and their like, which a true quote may follow, too, a warning. Behind "It is not true that" and "Nobody
    has shown that", and before ", which is false", it is an error, too; before "by chance", in a question, and, where
    no claim has a condition, before "only when", a warning. So is a number inside of the quote of which its sentence says that ("There is
    no evidence that Corvus reaches 80%"), unless the claim has a `hedge` or a `doubt`.

    Flagged: `quote: outperform Lumen in accuracy.` of "Corvus does not outperform Lumen in accuracy."

    Clean: `quote: Corvus does not outperform Lumen in accuracy.`
    """
    if quote.place is None:
        return
    claims = [claim.claim for claim in quote.claims]
    found = cut_off(quote.sentence) or cut_behind(
        quote.sentence,
        conditional=any(claim.conditions or claim.hedge or claim.note or claim.doubt for claim in claims),
        share=any(claim.kind.text == "ratio" for claim in claims),
    )
    if found is not None:
        yield _finding(quote, found)
        return
    for claim in quote.claims:
        at = denied_by(claim, quote.sentence)
        if at is not None:
            yield _of_number(claim, quote.sentence.line[at])
    if any(claim.kind.text not in ("count", "size") for claim in claims) and _asked(quote):
        yield _told(
            quote,
            "the sentence only asks what the quote says: it ends in '?'",
            "Quote the sentence that answers it.",
        )


def _finding(quote: QuoteInContext, found: CutOff) -> Finding:
    said = " ".join(word.text for word in found.words)
    paper = quote.claims[0].paper
    how = f"ends right before '{said}'" if found.behind else f"begins right behind '{said}'"
    return _told(
        quote,
        f"the sentence {'denies' if found.denies else 'leaves open'} what the quote says: it {how}",
        "Quote the sentence to its end, and claim what that states."
        if found.behind
        else f"Begin the quote before '{found.words[0].text}', best with the whole sentence, and claim what that states.",
        paper.source_label(Span(found.words[0].start, found.words[-1].end)),
        denies=found.denies,
    )


def _of_number(claim: ClaimInContext, word: Word) -> Finding:
    assert claim.value is not None
    return finding(
        f"the sentence denies what is claimed of '{claim.value.scalar.text}', or leaves it open: '{word.text}'",
        claim.label(claim.value.scalar),
        help="Claim what the sentence states; or write the words by which it leaves it open as `hedge`.",
        source=claim.paper.source_label(Span(word.start, word.end)),
        paper=claim.paper.id,
        claim=claim.id,
        field="value",
        severity="warning",
    )


def _asked(quote: QuoteInContext) -> bool:
    """Whether the quote ends in a question mark, or right before one."""
    folded = quote.claims[0].paper.folded
    assert folded is not None and quote.place is not None
    end = folded.view_range(quote.place.start, quote.place.end)[1]
    return "?" in folded.view.text[end - 1 : end + 1]


def _told(
    quote: QuoteInContext, message: str, help: str, source: Label | None = None, *, denies: bool = False
) -> Finding:
    paper = quote.claims[0].paper
    assert quote.place is not None
    return finding(
        message,
        Label(paper.claims.file, quote.evidence.quote.span),
        help=help,
        source=source or paper.source_label(quote.place.span),
        paper=paper.id,
        claim=quote.claims[0].id,
        field="quote",
        severity=None if denies else "warning",
    )
