"""CC401 unaccounted-number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule


@rule("CC401", scope="paper", severity="warning")
def unaccounted_number(paper: PaperInContext) -> Iterator[Finding]:
    """A number of the abstract is neither claimed, nor in a name, nor excused.

    Every quantity of the abstract, each occurrence, is the value or baseline value of a claim, a number in another field
    of a claim (then inside its own quote), part of a name, or listed under `not_claims` with a reason. Nothing is passed
    over in silence.

    Flagged: an abstract with "six benchmarks" of which no claim speaks.

    Clean: `agg: {n: six, of: benchmarks}` in the claim of that sentence, or `{text: two key metrics, why: counts the
    paper's own list}` under `not_claims`.
    """
    for at, mention in enumerate(paper.numbers):
        if not mention.is_quantity or mention.indefinite or at in paper.accounted:
            continue
        label = paper.number_label(at)
        yield finding(
            f"'{mention.text}' of the abstract is not accounted for: {_around(paper, mention.start, mention.end)}",
            Label(paper.claims.file, paper.claims.paper.id.span),
            help="Claim it, name it in `agg` or `conditions` of a claim on its sentence, "
            "add the name it belongs to under `names`, or excuse it under `not_claims`.",
            source=label,
            paper=paper.id,
        )


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
