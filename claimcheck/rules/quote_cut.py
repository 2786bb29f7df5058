"""CC105 quote-cut."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import locate
from claimcheck.rules.base import finding, rule


@rule("CC105", scope="quote")
def quote_cut(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote begins or ends inside a word, or cuts a quantity.

    "…by an average of 79" is in "by an average of 79.6%", and says something else. A quote holds whole words (hyphenated
    ones are one word: "members" is no quote from "non-members") and whole quantities with their units, suffixes,
    qualifiers and both ends of a range.

    Flagged: `quote: outperforms LLM-as-a-Judge baselines by an average of 79`.

    Clean: `quote: outperforms LLM-as-a-Judge baselines by an average of 79.6%`.
    """
    if quote.cut is None or not quote.claims:
        return
    paper = quote.claims[0].paper
    assert paper.folded is not None
    node = quote.evidence.quote
    place = locate(node.text, paper.folded)[0]
    what = "inside a word" if quote.cut == "a word" else f"inside '{quote.cut}'"
    yield finding(
        f"the quote begins or ends {what}",
        Label(paper.claims.file, node.span),
        help="Quote whole words and whole quantities; best the whole sentence.",
        source=paper.source_label(place.span, "where the quote would stand"),
        paper=paper.id,
        claim=quote.claims[0].id,
        field="quote",
    )
