"""Taking back what a draft must not say: the entry that a finding marks, and no other that reads like it."""

from __future__ import annotations

import pytest

from claimcheck.claims.records import ClaimFile
from claimcheck.diagnostic import Finding, Label
from claimcheck.drafting.check import _joined, _unlisted
from claimcheck.drafting.model import Draft, Said
from claimcheck.sources.records import Metadata

from .conftest import abstract_of

ABSTRACT = abstract_of("We present Olmo 3, which has 7 parts.")


def listing() -> tuple[Draft, ClaimFile]:
    """A draft that lists the same words under `names` and under `not_claims`."""
    draft = Draft("olmo", Said("Olmo 3"), ABSTRACT.words(3), ABSTRACT.digest, Metadata())
    draft.names += ["Olmo 3", "7"]
    draft.not_claims += ["7", "Olmo 3"]
    return draft, _joined(draft, ABSTRACT, None).papers[0].claims


@pytest.mark.parametrize("field", ["names", "not_claims"])
@pytest.mark.parametrize("words", ["Olmo 3", "7"])
def test_the_entry_that_a_finding_marks_is_taken_out(words: str, field: str) -> None:
    """Not by the words of its message, which name every entry of that text."""
    draft, claims = listing()
    scalars = claims.names if field == "names" else tuple(each.text for each in claims.not_claims)
    (scalar,) = (each for each in scalars if each.text == words)
    said = f"the name '{words}' stands twice, as do 'Olmo 3' and '7'"
    finding = Finding("CC403", "unused-not-claim", "error", said, label=Label(claims.file, scalar.span), field=field)
    assert _unlisted(draft, claims, finding)
    other = {"Olmo 3": "7", "7": "Olmo 3"}[words]
    assert (draft.names if field == "names" else draft.not_claims) == [other]
    assert sorted(draft.not_claims if field == "names" else draft.names) == ["7", "Olmo 3"]


def test_a_finding_without_a_place_takes_nothing_out() -> None:
    draft, claims = listing()
    assert not _unlisted(draft, claims, Finding("CC403", "unused-not-claim", "error", "'7' is unused", field="names"))
    assert (len(draft.names), len(draft.not_claims)) == (2, 2)
