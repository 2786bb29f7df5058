"""CC206 number-not-in-abstract."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.values import Difference, compare
from claimcheck.rules.base import finding, rule


@rule("CC206", scope="paper")
def number_not_in_abstract(paper: PaperInContext) -> Iterator[Finding]:
    """A number in a field other than the value is not in the abstract.

    Subject, metric, baseline, data set, aggregation, conditions, notes and doubts hold no number that the abstract does
    not hold, whole and with its unit and qualifier. Only the optional fields of `paper` (title, year, url) are free.

    Flagged: `conditions: {training environments: 500}` where the abstract speaks of 400.

    Clean: `conditions: {training environments: 400}`.
    """
    for number in paper.fields:
        mention = number.mention
        if number.at is not None or mention.indefinite or mention.cls in ("ordinal", "enumerator"):
            continue
        if not mention.is_quantity and not any(character.isdigit() for character in mention.text):
            continue  # words such as "zero-shot"
        near = (
            [(compare(mention, stated), at) for at, stated in enumerate(paper.numbers) if stated.is_quantity]
            if mention.is_quantity
            else []
        )
        best = min(near, key=lambda each: (list(Difference).index(each[0]), each[1])) if near else None
        known = best is not None and best[0].name != "OTHER"
        said = f": {best[0].value} ('{paper.numbers[best[1]].text}')" if best is not None and known else ""
        start = number.scalar.text.find(mention.text)
        what = "number" if mention.is_quantity else mention.cls
        yield finding(
            f"the abstract does not hold the {what} '{mention.text}' of `{number.name}`{said}",
            Label(
                paper.claims.file,
                number.scalar.locate(paper.claims.file.text, max(start, 0), max(start, 0) + len(mention.text)),
            ),
            help=f"Write the {what} as the abstract writes it, or leave it out.",
            source=paper.number_label(best[1]) if best is not None and known else None,
            paper=paper.id,
            claim=number.claim.id,
            field=number.name,
        )
