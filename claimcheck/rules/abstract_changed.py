"""CC103 abstract-changed."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span


@rule("CC103", scope="paper")
def abstract_changed(paper: PaperInContext) -> Iterator[Finding]:
    """The hash is not that of the abstract.

    `paper.abstract` is the identity of the text that the claims were curated from: `sha256:` and at least 16 hexadecimal
    digits of the SHA-256 of the abstract in Unicode NFC with single spaces. Another hash means that the source changed
    since, or that the file is about another abstract. Where a quote no longer stands in the new text, the message says
    which.

    Flagged: `abstract: sha256:0000000000000000`.

    Clean: the hash that the message names.
    """
    node = paper.claims.paper.abstract
    if paper.abstract is None or paper.abstract.digest.startswith(node.text.removeprefix("sha256:")):
        return
    gone = [quote for quote in paper.quotes if quote.place is None]
    span = paper.abstract.span
    if gone:
        claims = ", ".join(claim.id for quote in gone for claim in quote.claims)
        said = f"; the quotes of these claims no longer stand in it: {claims}"
    else:
        said = "; all quotes still stand in it"
    yield finding(
        f"the hash is not that of the abstract{said}",
        Label(paper.claims.file, node.span),
        help=f"If the claims are about this abstract, check them against it and write: sha256:{paper.abstract.digest[:16]}",
        source=Label(
            paper.abstract.file, Span(span.start, min(span.end, span.start + 80)), "the abstract that `starts` names"
        ),
        paper=paper.id,
        field="paper.abstract",
    )
