"""CC401 unaccounted-number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.hidden import hidden
from claimcheck.matching.nearest import nearest_passage
from claimcheck.matching.verdicts import verdicts
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span


@rule("CC401", scope="paper", severity="warning")
def unaccounted_number(paper: PaperInContext) -> Iterator[Finding]:
    """A number of the abstract is neither claimed, nor in a name, nor excused.

    Every quantity of the abstract, each occurrence, is the value or baseline value of a claim, a number in another field
    of a claim (then inside its own quote), part of a name, or listed under `not_claims` with a reason. Nothing is passed
    over in silence. What the words at a percentage or factor state as a result ("by 5%", "18% … on average") is accounted for
    by no condition that leaves those words out. Where a quote or a value is wrong, that is told instead, and the numbers of
    its sentence wait until it is mended; where that finding is waived or ignored, they do not wait, for such a claim accounts
    for nothing.

    Flagged: an abstract with "six benchmarks" of which no claim speaks.

    Clean: `agg: {n: six, of: benchmarks}` in the claim of that sentence, or `{text: two key metrics, why: counts the
    paper's own list}` under `not_claims`.
    """
    unaccounted = [
        at for at, mention in enumerate(paper.numbers) if not mention.indefinite and at not in paper.accounted
    ]
    for at, field in hidden(paper):
        yield finding(
            f"'{paper.numbers[at].text}' is stated as a result, and nothing claims it; `{field.name}` only names it: "
            f"{_around(paper, paper.numbers[at].start, paper.numbers[at].end)}",
            Label(paper.claims.file, field.scalar.span),
            help="Claim it; or, if it is a condition, write it with the words that stand at it in the quote.",
            source=paper.number_label(at),
            paper=paper.id,
            claim=field.claim.id if field.claim is not None else None,
            field=field.name,
        )
    waiting = list(_sentences_with_a_defect(paper)) if unaccounted else []
    for at in unaccounted:
        mention = paper.numbers[at]
        better = [told for span, told in waiting if span.start <= mention.start and mention.end <= span.end]
        label = paper.number_label(at)
        yield finding(
            f"'{mention.text}' of the abstract is not accounted for: {_around(paper, mention.start, mention.end)}",
            Label(paper.claims.file, paper.claims.paper.id.span),
            help="Claim it, name it in `agg` or `conditions` of a claim on its sentence, "
            "add the name it belongs to under `names`, or excuse it under `not_claims`.",
            source=label,
            paper=paper.id,
            unless=frozenset().union(*better),
        )


def _sentences_with_a_defect(paper: PaperInContext) -> Iterator[tuple[Span, frozenset[tuple[str, str]]]]:
    """Where the quotes stand (or nearly stand) that are wrong, or hold a claim whose value is; and the findings that say so."""
    assert paper.folded is not None
    for quote in paper.quotes:
        if quote.place is None:
            near = nearest_passage(quote.evidence.quote.text, paper.folded)
            if near is not None:
                first = quote.claims[0].id
                yield near.span, frozenset({("quote-not-verbatim", first), ("quote-cut", first)})
        else:
            told = ((verdict.rule, claim.id) for claim in quote.claims for _, verdict in verdicts(claim))
            yield quote.place.span, frozenset(told)


_BEFORE: Final = re.compile(r"(?:\S+\s+){0,2}\S*$")
_AFTER: Final = re.compile(r"\S*(?:\s+\S+){0,3}")
_NEAR: Final = 40


def _around(paper: PaperInContext, start: int, end: int) -> str:
    """A number with the words next to it, so that the line of a log shows which one is meant."""
    assert paper.abstract is not None
    text = paper.abstract.text
    before = _BEFORE.search(text[max(0, start - _NEAR) : start])
    after = _AFTER.match(text[end : end + _NEAR])
    words = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    return f"'{' '.join(words.split())}'"
