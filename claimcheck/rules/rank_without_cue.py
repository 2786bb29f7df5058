"""CC513 rank-without-cue."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.outcomes.cues import says_alike, says_best, says_outcome
from claimcheck.rules.base import finding, rule


@rule("CC513", scope="quote", severity="warning")
def rank_without_cue(quote: QuoteInContext) -> Iterator[Finding]:
    """A ranking rests on a sentence that tells no outcome, or is called best where no word says so.

    A ranking has no number that the abstract must hold, so its words must: the sentence of the quote has one that tells an
    outcome ("outperforms", "comparable", "faster", "fails"), or two numbers to compare; "aligns with" and "agrees with" hold
    `matches` alone. `rank: best` needs one by which nothing is better: a superlative, "state of the art", "first", "outperforms
    all others". Outside English nothing is said.

    Flagged: "Alba improves recall over Borea." and `rank: best`: it says better than Borea, not best.

    Clean: the same with `rank: outperforms`; "Alba has the highest recall" and `rank: best`.
    """
    ranked = [claim for claim in quote.claims if claim.claim.rank is not None]
    if not ranked or quote.place is None:
        return
    sentence = quote.sentence
    if not says_outcome(sentence, ranked[0].paper):
        alike = says_alike(sentence)
        claims = [claim for claim in ranked if not (alike and _rank(claim).text == "matches")]
        message = "no word of the sentence tells an outcome"
        help = "Quote the sentence that states it; what the abstract does not state is no claim."
    elif not says_best(sentence):
        claims = [claim for claim in ranked if _rank(claim).text == "best"]
        message = "no word of the sentence says that nothing is better"
        help = "Write `rank: outperforms` with what the sentence compares with; or quote the words that say it is the best."
    else:
        return
    for claim in claims:
        rank = _rank(claim)
        yield finding(
            f"`rank: {rank.text}`, but {message}",
            claim.label(rank),
            help=help,
            source=claim.paper.source_label(quote.place.span),
            paper=claim.paper.id,
            claim=claim.id,
            field="rank",
        )


def _rank(claim: ClaimInContext) -> Scalar:
    assert claim.claim.rank is not None
    return claim.claim.rank
