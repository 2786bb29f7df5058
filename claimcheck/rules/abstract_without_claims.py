"""CC402 abstract-without-claims."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span


@rule("CC402", scope="dataset", severity="warning")
def abstract_without_claims(dataset: Dataset) -> Iterator[Finding]:
    """No claim file is about this abstract.

    Flagged: an abstract in `seeds/` that no `paper.starts` names.

    Clean: a claim file for each abstract; one without any claim says so with rankings or `not_claims`.
    """
    claimed = {paper.abstract.digest for paper in dataset.papers if paper.abstract is not None}
    claimed |= {each.digest for paper in dataset.papers if paper.abstract is None for each in paper.candidates}
    unread = [
        loaded.file.text for loaded in dataset.loaded if loaded.claims is None
    ]  # these have findings of their own
    seen: set[str] = set()
    for abstract in dataset.abstracts:
        if abstract.digest in claimed or abstract.digest in seen:
            continue
        if any(abstract.digest[:16] in text or abstract.words(4) in text for text in unread):
            continue
        seen.add(abstract.digest)
        span = abstract.span
        yield finding(
            f"no claim file is about this abstract ({abstract.words(8)} …)",
            Label(abstract.file, Span(span.start, min(span.end, span.start + 80))),
            help=f"Write one, with `starts: {abstract.words(8)}` and `abstract: sha256:{abstract.digest[:16]}`.",
        )
