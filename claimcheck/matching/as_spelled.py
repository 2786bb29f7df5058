"""A claim with its names as its sentence spells them, where the vocabulary knows several spellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claims.records import Claim
from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.text.words import Word, in_a_row, stems


def as_spelled(claim: Claim, line: Sequence[Word], vocabulary: Vocabulary) -> Claim:
    """The claim with each name that does not stand on the line in the vocabulary's spelling that does, if one does.

    Only the texts change: a scalar still says where it is written in the claim file.
    """

    def spelled(scalar: Scalar) -> Scalar:
        known = vocabulary.spellings(scalar.text)
        there = (each for each in known if in_a_row(line, stems(each))) if len(known) > 1 else ()
        return replace(scalar, text=next(iter(there), scalar.text))

    return replace(
        claim,
        subject=spelled(claim.subject),
        metric=spelled(claim.metric),
        baseline=tuple(spelled(each) for each in claim.baseline),
        dataset=tuple(spelled(each) for each in claim.dataset),
        conditions=tuple((key, spelled(value)) for key, value in claim.conditions),
    )
