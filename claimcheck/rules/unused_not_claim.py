"""CC403 unused-not-claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import locate
from claimcheck.numerals import scan
from claimcheck.rules.base import finding, rule


@rule("CC403", scope="paper")
def unused_not_claim(paper: PaperInContext) -> Iterator[Finding]:
    """An entry of `not_claims` or `names` is not in the abstract, or excuses nothing.

    The text of an entry stands verbatim in the abstract and holds a number that no claim accounts for. A name holds
    digits (or a number word). What excuses nothing hides nothing today, and something tomorrow.

    Flagged: `names: [Olmo 4]` where the abstract speaks of Olmo 3.

    Clean: `names: [Olmo 3]`.
    """
    if paper.abstract is None:
        return
    named: set[str] = set()
    for excuse in paper.excuses:
        label = Label(paper.claims.file, excuse.scalar.span)
        said = f"'{excuse.scalar.text}'"
        if not excuse.places:
            inside = paper.folded is not None and locate(excuse.scalar.text, paper.folded)
            what = "stands in the abstract only inside longer words or numbers" if inside else "is not in the abstract"
            yield finding(
                f"{said} {what}",
                label,
                help="Copy whole words from the abstract, or remove the entry.",
                paper=paper.id,
                field=excuse.field,
            )
        elif excuse.field == "names":
            if excuse.scalar.text in named:
                yield finding(
                    f"the name {said} stands twice under `names`",
                    label,
                    help="Remove one of the two.",
                    paper=paper.id,
                    field=excuse.field,
                )
            elif not any(character.isalpha() for character in excuse.scalar.text):
                yield finding(
                    f"{said} is a number, no name",
                    label,
                    help="Claim it, or excuse it under `not_claims` with a reason.",
                    paper=paper.id,
                    field=excuse.field,
                )
            elif not any(character.isdigit() for character in excuse.scalar.text) and not scan(
                excuse.scalar.text, isolated=True
            ):
                yield finding(
                    f"the name {said} holds no number, so it excuses nothing",
                    label,
                    help="Remove it from `names`: only names with digits stand there.",
                    paper=paper.id,
                    field=excuse.field,
                )
            named.add(excuse.scalar.text)
        elif not excuse.covered:
            yield finding(
                f"{said} holds no whole number of the abstract",
                label,
                help="Quote words that hold the number to excuse, or remove the entry.",
                paper=paper.id,
                field=excuse.field,
            )
        elif not excuse.excused:
            by = ", ".join(sorted({paper.accounted.get(at, "") for at in excuse.covered}))
            yield finding(
                f"the numbers in {said} are accounted for already ({by}), so it excuses nothing",
                label,
                help="Remove the entry.",
                paper=paper.id,
                field=excuse.field,
            )
