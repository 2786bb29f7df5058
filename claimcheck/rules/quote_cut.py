"""CC105 quote-cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import Place, cut, locate
from claimcheck.numerals import Mention
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span
from claimcheck.text.fold import Folded


@rule("CC105", scope="quote")
def quote_cut(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote begins or ends inside a word, or cuts a quantity.

    "…by an average of 79" is in "by an average of 79.6%", and says something else. A quote holds whole words (hyphenated
    ones are one word: "members" is no quote from "non-members") and whole quantities with their units, suffixes,
    qualifiers and both ends of a range.

    Flagged: `quote: outperforms LLM-as-a-Judge baselines by an average of 79`.

    Clean: `quote: outperforms LLM-as-a-Judge baselines by an average of 79.6%`.
    """
    if quote.cut is None:
        return
    paper = quote.claims[0].paper
    assert paper.folded is not None
    node = quote.evidence.quote
    place = locate(node.text, paper.folded)[0]
    yield finding(
        f"the quote {_said(place, paper.folded, paper.numbers)}",
        Label(paper.claims.file, node.span),
        help="Quote whole words and whole quantities; best the whole sentence.",
        source=paper.source_label(place.span, "where the quote would stand"),
        paper=paper.id,
        claim=quote.claims[0].id,
        field="quote",
    )


def _said(place: Place, source: Folded, numbers: Sequence[Mention]) -> str:
    """Which end is cut, and what it cuts: each end is looked at with the other one at the abstract's own."""
    begins = cut(Place(Span(place.span.start, len(source.view.raw)), place.start, len(source.text)), source, numbers)
    ends = cut(Place(Span(0, place.span.end), 0, place.end), source, numbers)
    told = [f"{verb} inside {_named(what)}" for verb, what in (("begins", begins), ("ends", ends)) if what is not None]
    return " and ".join(told)


def _named(what: str) -> str:
    return what if what == "a word" else f"'{what}'"
