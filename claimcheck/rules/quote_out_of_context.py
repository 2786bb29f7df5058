"""CC107 quote-out-of-context."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.cut_off import cut_off
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span


@rule("CC107", scope="quote")
def quote_out_of_context(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote begins right behind a word that takes back what it says.

    "outperforms Lumen" stands in "It is open whether Corvus outperforms Lumen", letter for letter, and the abstract says no
    such thing. Behind "not", "never" and "fails to" it is an error; behind "whether", "if", "without", "can", "may",
    "hypothesize that" and their like, which a true quote may follow, too, a warning.

    Flagged: `quote: outperform Lumen in accuracy.` of "Corvus does not outperform Lumen in accuracy."

    Clean: `quote: Corvus does not outperform Lumen in accuracy.`
    """
    if not quote.claims or quote.place is None:
        return
    found = cut_off(quote.sentence)
    if found is None:
        return
    paper = quote.claims[0].paper
    said = " ".join(word.text for word in found.words)
    yield finding(
        f"the sentence {'denies' if found.denies else 'leaves open'} what the quote says: it begins right behind '{said}'",
        Label(paper.claims.file, quote.evidence.quote.span),
        help=f"Begin the quote before '{found.words[0].text}', best with the whole sentence, and claim what that states.",
        source=paper.source_label(Span(found.words[0].start, found.words[-1].end)),
        paper=paper.id,
        claim=quote.claims[0].id,
        field="quote",
        severity=None if found.denies else "warning",
    )
