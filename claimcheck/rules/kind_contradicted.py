"""CC506 kind-contradicted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.deltas import SHARES
from claimcheck.matching.governing import gives_up
from claimcheck.matching.kinds import CALLED_CHANGE, Kinds
from claimcheck.matching.outcomes.cues import says_outcome
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span
from claimcheck.text.words import Word, stems

_LEVELS: Final = frozenset({"result", "count", "size"})
_SHARE_WORDS: Final = frozenset(
    stems("share percentage percent proportion fraction part portion rate ratio frequency sparsity")
)
_SIGNS: Final = ("-", "−", "–")
_TO_A_DIFFERENCE: Final = "Write `kind: delta` with baseline, change and delta (`ratio` for a factor such as 3x); or claim the level, if another number is it."
_TO_A_SHARE: Final = "Write `kind: ratio` with the baseline, or say in `metric` what it is a share of."
_TO_A_LEVEL: Final = (
    "Write `kind: result` (`count` or `size` for what is counted); or claim the number that is the difference."
)


_GAINED: Final = "+±"
"""A sign that no level has: "reaches +27.1 pp" tells a difference, whatever the verb."""


@rule("CC506", scope="quote", severity="warning")
def kind_contradicted(quote: QuoteInContext) -> Iterator[Finding]:
    """The words at the number say that it is of another kind than the claim says.

    "Outperforms Lumen by 5%", "a 5% improvement", "5% fewer errors" and "3x faster" are differences or factors: as a `result`
    a gain becomes a score. "Achieves 85% accuracy", "an accuracy of 85%" and "improves accuracy to 85%" are levels: as a
    `delta` a score becomes a gain, and so does what is left ("retains 97% of the accuracy", "needs 40% of the memory"), or a share of which nothing in the
    sentence says that it changed. "79.6% of the accuracy of Lumen" is no accuracy of 79.6%. A percentage counts nothing,
    and a share by which something changes is no factor. Where a change itself is what was measured ("speedup", "information
    gain"), or the words leave a choice, nothing is said.

    Flagged: "outperforms Lumen by 5%" and `kind: result`.

    Clean: the same with `kind: delta`.
    """
    claims = [claim for claim in quote.claims if claim.value_at is not None and not claim.pair_claimed]
    if not claims:
        return
    sentence = quote.sentence
    kinds = Kinds(sentence)
    changes = says_outcome(sentence, claims[0].paper) or gives_up(sentence) or kinds.tells_change()
    for claim in claims:
        yield from _checked(claim, kinds, changes)


def _checked(claim: ClaimInContext, kinds: Kinds, changes: bool) -> Iterator[Finding]:
    assert claim.value_at is not None
    said = claim.spelled
    kind, number = said.kind.text, claim.paper.numbers[claim.value_at]
    if kind in _LEVELS or (kind == "ratio" and number.unit in ("%", "pp")):
        if kind == "result" and CALLED_CHANGE & set(stems(said.metric.text)):
            return
        share = kinds.share(claim.value_at, said.metric.text) if kind == "result" and number.unit == "%" else None
        word = kinds.change(claim.value_at, number.unit, said.metric.text)
        if share is not None:
            yield _finding(
                claim, f"'{number.text}' is a share of the {said.metric.text} of another, no {kind}", _TO_A_SHARE, share
            )
        elif word is not None and (kind == "result" or number.unit is not None):
            what = "factor" if number.unit == "x" else "difference"
            no = "factor" if kind == "ratio" else kind
            yield _finding(
                claim, f"'{word.text}' says that '{number.text}' is a {what}, no {no}", _TO_A_DIFFERENCE, word
            )
        elif number.unit in SHARES and kind == "count" and not _SHARE_WORDS & set(stems(said.metric.text)):
            yield _finding(
                claim,
                f"'{number.text}' is a share, no count",
                "Write `kind: result`, or say in `metric` what it is a share of.",
            )
    elif number.unit != "x" and not (kind == "ratio" and number.kind == "fraction"):  # "cuts costs to a third"
        word = kinds.level(claim.value_at, said.metric.text) or (
            kinds.kept(claim.value_at, said.metric.text) if kind == "delta" else None
        )
        if number.text[:1] in _GAINED:
            return
        if word is not None:
            what = "difference" if kind == "delta" else "factor"
            yield _finding(claim, f"'{word.text}' says that '{number.text}' is a level, no {what}", _TO_A_LEVEL, word)
        elif (
            kind == "delta"
            and not changes
            and number.unit in SHARES
            and not number.text.startswith(_SIGNS)
            and not kinds.differs(claim.value_at)
        ):
            yield _finding(claim, f"no word of the sentence says that anything changed by '{number.text}'", _TO_A_LEVEL)


def _finding(claim: ClaimInContext, message: str, help: str, word: Word | None = None) -> Finding:
    assert claim.value_at is not None
    here = claim.paper.source_label(Span(word.start, word.end)) if word is not None else None
    return finding(
        message,
        claim.label(claim.claim.kind),
        help=help,
        source=here or claim.paper.number_label(claim.value_at),
        paper=claim.paper.id,
        claim=claim.id,
        field="kind",
    )
