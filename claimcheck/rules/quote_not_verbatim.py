"""CC104 quote-not-verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import QuoteInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.nearest import nearest_passage
from claimcheck.rules.base import finding, rule

_ELLIPSIS: Final = re.compile(r"…|\.\.\.")
_NOT_ALL: Final = "A quote leaves nothing out: copy the sentence whole, or quote its two parts one by one."


@rule("CC104", scope="quote")
def quote_not_verbatim(quote: QuoteInContext) -> Iterator[Finding]:
    """The quote is not in the abstract.

    A quote has the same words in the same order. White space, line breaks, dashes and quotation marks, and LaTeX against
    its rendering may differ; a letter, a digit, a sign or a decimal point may not. The message shows the nearest passage
    and the words that differ; the fuzzy match serves to tell, never to accept.

    Flagged: "an average of 76.9%" where the abstract has "an average of 79.6%".

    Clean: "improvement of 10.7% over" where the source has `improvement of 10.7\\% over`.
    """
    paper = quote.claims[0].paper
    assert paper.folded is not None
    if quote.places or quote.cut is not None:
        return
    node = quote.evidence.quote
    file = paper.claims.file
    near = nearest_passage(node.text, paper.folded)
    if near is None:
        yield finding(
            "the quote is not in the abstract, nor anything like it",
            Label(file, node.span),
            help="Copy the sentence from the abstract.",
            paper=paper.id,
            claim=quote.claims[0].id,
            field="quote",
        )
        return
    at = node.locate(file.text, *near.differs_at)
    yield finding(
        f"the quote is not verbatim: {near.said}",
        Label(file, at),
        help=_NOT_ALL if _ELLIPSIS.search(node.text) else "Copy the sentence from the abstract as it stands there.",
        source=paper.source_label(near.span, "the nearest passage"),
        paper=paper.id,
        claim=quote.claims[0].id,
        field="quote",
    )
