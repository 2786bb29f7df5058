"""CC502 delta-without-cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.deltas import SHARES, Cue, Cues, Delta
from claimcheck.matching.proofs import proved
from claimcheck.numerals import Mention
from claimcheck.rules.base import finding, rule

_BY_UNIT: Final[dict[str, tuple[Delta, str]]] = {"pp": ("absolute", "points"), "x": ("relative", "times")}
"""What a unit itself says of a difference."""


@rule("CC502", scope="quote")
def delta_without_cue(quote: QuoteInContext) -> Iterator[Finding]:
    """A difference is called absolute or relative, and no word at its number says so; or a word says the other.

    "Improves by 5%" may be five points or a twentieth. `absolute` needs "absolute" or "points" at this number, `relative`
    needs "relative", or "N% less", "N% fewer", "N% of", or a fraction ("by half"). A word belongs to the number that it stands nearest to, and to the
    numbers of one list with it. A difference in units of its own (2.3 BLEU) is absolute without a word, a factor (3x)
    relative. A pair right before the number proves which it is ("from 0.114 to 0.328 (+187%)"), and a percentage of what is
    measured in seconds, parameters or another unit of its own can only be relative. Where the source does not say,
    `delta: unstated` is right; and wrong where a word at the number says it.

    Flagged: "74% less compute and improves … by 11.6%" and `value: 11.6%`, `delta: relative`: "less" belongs to 74%.

    Clean: "a 3.37% absolute average improvement" and `delta: absolute`.
    """
    claims = [claim for claim in quote.claims if claim.value_at is not None and claim.claim.delta is not None]
    claims = [claim for claim in claims if not claim.pair_claimed]
    if not claims:
        return
    cues = Cues(quote.sentence)
    for claim in claims:
        yield from _checked(claim, cues)


def _checked(claim: ClaimInContext, cues: Cues) -> Iterator[Finding]:
    said = claim.claim.delta
    assert said is not None and claim.value_at is not None
    number = claim.paper.numbers[claim.value_at]
    # The quote holds the words that a claim rests on; those around it can only contradict it.
    quoted = cues.sentence.quoted
    found = [
        cue
        for cue in cues.of(claim.value_at, number)
        if cue.index in quoted or said.text not in (cue.delta, "unstated")
    ]
    clear = next((cue for cue in found if cue.clear), None)
    stated, word = _BY_UNIT.get(number.unit or "", (clear.delta, cues.text(clear)) if clear is not None else (None, ""))
    if stated == said.text:
        return
    if said.text == "unstated":
        if stated is not None and (clear is None or number.unit in _BY_UNIT or cues.close(claim.value_at, clear)):
            yield _finding(
                claim, f"'{word}' at '{number.text}' says that the difference is {stated}", f"Write `delta: {stated}`."
            )
    elif stated is not None:
        yield _finding(
            claim,
            f"'{word}' at '{number.text}' says that the difference is {stated}, not {said.text}",
            f"Write `delta: {stated}`.",
        )
    elif not _allowed(said.text, number, found):
        proof = proved(claim)
        if proof is None:
            yield _finding(
                claim,
                f"no word at '{number.text}' says that the difference is {said.text}{_elsewhere(claim, cues)}",
                "Write `delta: unstated`, or quote the words that say it.",
            )
        elif proof != said.text:
            yield _finding(
                claim,
                f"the difference '{number.text}' can only be {proof}, not {said.text}",
                f"Write `delta: {proof}`.",
            )


def _allowed(said: str, number: Mention, cues: list[Cue]) -> bool:
    """Whether a difference may be called so where no clear word says either: in units of its own, as "N% of", or "by half"."""
    if said == "absolute":
        return number.unit not in SHARES
    return number.kind == "fraction" or any(cue.delta == said for cue in cues)


def _elsewhere(claim: ClaimInContext, cues: Cues) -> str:
    """Whose the cue is that the quote holds for another number."""
    assert claim.claim.delta is not None
    for at in cues.sentence.numbers:
        for cue in cues.of(at, claim.paper.numbers[at]):
            if cue.delta == claim.claim.delta.text and at != claim.value_at:
                return f": '{cues.text(cue)}' belongs to '{claim.paper.numbers[at].text}'"
    return ""


def _finding(claim: ClaimInContext, message: str, help: str) -> Finding:
    assert claim.claim.delta is not None and claim.value_at is not None
    return finding(
        message,
        claim.label(claim.claim.delta),
        help=help,
        source=claim.paper.number_label(claim.value_at),
        paper=claim.paper.id,
        claim=claim.id,
        field="delta",
    )
