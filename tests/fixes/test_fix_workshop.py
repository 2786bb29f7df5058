"""What an edit must not do, though no rule would find anything new: the gate is tried with edits that nobody plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.fixing.workshop import Workshop

from .conftest import ABSTRACT, CLAIMS, project_of
from .test_fix_edits import broken

PATH = "claims/quick.yaml"
TWICE = f"{ABSTRACT} On WebText, Quick reaches 91.5\\% accuracy again."


def attempt(root: Path, before: str, after: str, abstract: str = ABSTRACT) -> str | None:
    """Why a file may not become another one; None if it may."""
    project = project_of(root, before, abstract)
    shop = Workshop(project)
    shop.open(project.dataset.loaded[0])
    return shop.take({PATH: after}).get(PATH)


def test_what_changes_nothing_is_taken(root: Path) -> None:
    assert attempt(root, CLAIMS, CLAIMS + "# end\n") is None


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("value: 91.5%", "value: 92.5%", "value: 93.5%"),
        ("value: over 3x", "value: 3x", "value: 4x"),
        ("value: over 3x", "value: up to 3x", "value: under 3x"),
        ("baseline_value: 88.0%", "baseline_value: 87.0%", "baseline_value: 87.00%"),
    ],
)
def test_a_wrong_number_may_not_become_another_one(field: str, before: str, after: str, root: Path) -> None:
    """The same rule finds the same before and after."""
    said = attempt(root, broken(field, before), broken(field, after))
    assert said is not None
    assert "would be read otherwise" in said


def test_a_claim_may_not_come_to_rest_on_another_occurrence(root: Path) -> None:
    """Both sentences hold the number, and a mention that moves from one to the other is as true as before."""
    block = CLAIMS[CLAIMS.index("  - quote: >-") : CLAIMS.index("  - quote: 'It is")]
    quote = "On WebText, Quick reaches 91.5% accuracy again."
    again = block.replace(block[block.index(">-") : block.index("    claims:")], f"{quote}\n")
    before, after = (
        CLAIMS.replace(block, each.replace("        baseline_value: 88.0%\n", "")) for each in (block, again)
    )
    said = attempt(root, before, after, TWICE)
    assert said == "the quote would stand elsewhere"


def test_a_claim_may_not_lose_its_number(root: Path) -> None:
    said = attempt(root, CLAIMS, broken("mention: Quick reaches 91.5% accuracy", "mention: On WebText"))
    assert said == "'accuracy' would rest on another number"


def test_a_file_may_not_become_unreadable(root: Path) -> None:
    assert attempt(root, CLAIMS, broken("kind: delta", "kind: detla")) == "the file could not be read any more"


def test_names_may_not_change_how_the_abstract_is_read(root: Path) -> None:
    said = attempt(root, CLAIMS, broken("names: [Olmo 3]", "names: [Olmo 3, 17.3 to 12.9]"))
    assert said == "the abstract would be read otherwise"
