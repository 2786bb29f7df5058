"""Drafts of the abstracts of this repository, made as if no claim file existed: every number is right and has its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.drafting import as_yaml, draft, open_questions
from claimcheck.sources import read_source
from claimcheck.sources.abstract import Abstract

from .conftest import ROOT, checked, filled

SOURCES = [read_source(path.name, path.read_bytes()) for path in sorted(ROOT.glob("seeds/*.txt"))]
ABSTRACTS = {abstract.digest: abstract for source in SOURCES for abstract in source.abstracts}
CASES = pytest.mark.parametrize("abstract", ABSTRACTS.values(), ids=lambda abstract: abstract.words(4))


def made(abstract: Abstract) -> str:
    return as_yaml(draft(abstract, tuple(ABSTRACTS.values()), id="work"))


def test_there_are_eighteen_or_more() -> None:
    """Else the tests below could pass on nothing."""
    assert len(ABSTRACTS) >= 18


@CASES
def test_nothing_is_wrong_in_a_draft_but_what_it_leaves_open(abstract: Abstract) -> None:
    yaml = made(abstract)
    findings, _ = checked(abstract.text, yaml)
    assert open_questions(yaml)
    assert {found.rule for found in findings if found.severity == "error"} - {"schema"} == {"todo-left"}
    for found in findings:
        if found.rule == "schema":
            assert found.label is not None
            assert yaml[found.label.span.start : found.label.span.end] == "TODO"


@CASES
def test_every_number_has_exactly_one_place(abstract: Abstract) -> None:
    """It is the value or baseline value of one claim, or in other fields, or listed; and every value is verified."""
    _findings, paper = checked(abstract.text, filled(made(abstract)))
    assert paper is not None
    quantities = [at for at, number in enumerate(paper.numbers) if number.is_quantity and not number.indefinite]
    assert set(quantities) <= set(paper.accounted)
    rests = [at for claim in paper.all_claims() for at in {claim.value_at, claim.baseline_at} - {None}]
    assert len(rests) == len(set(rests))
    listed = [at for excuse in paper.excuses if excuse.field == "not_claims" for at in excuse.excused]
    assert len(listed) == len(set(listed))
    assert not set(rests) & set(listed)
    for claim in paper.all_claims():
        assert (claim.value is None) == (claim.value_at is None)
        assert (claim.baseline_value is None) == (claim.baseline_at is None)


@CASES
def test_a_draft_with_its_questions_answered_verifies(abstract: Abstract) -> None:
    yaml = filled(made(abstract))
    assert not open_questions(yaml)
    findings, paper = checked(abstract.text, yaml)
    assert paper is not None
    assert [found for found in findings if found.severity == "error"] == []


@CASES
def test_opening_words_name_one_abstract(abstract: Abstract) -> None:
    starts = draft(abstract, tuple(ABSTRACTS.values())).starts
    assert [each.digest for each in ABSTRACTS.values() if " ".join(each.text.split()).startswith(starts)] == [
        abstract.digest
    ]


DRAFTING = """
import sys
from claimcheck import app
from claimcheck.drafting import as_yaml, draft
for abstract in {each.digest: each for each in app.load(sys.argv[1]).dataset.abstracts}.values():
    sys.stdout.write(as_yaml(draft(abstract)))
"""


def test_drafts_are_the_same_each_time() -> None:
    """No set's order gets into a draft: it is another one in a process with another hash seed, and only there."""
    made = [
        subprocess.run(
            [sys.executable, "-c", DRAFTING, str(ROOT)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert made[0].count(b"schema: claimcheck/1") == len(ABSTRACTS)


def test_a_project_of_drafts_has_no_other_error(tmp_path: Path) -> None:
    """All drafts together, in one project: their ids differ, none is about another's abstract."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "claims").mkdir()
    for path in ROOT.glob("seeds/*.txt"):
        (tmp_path / "seeds" / path.name).write_bytes(path.read_bytes())
    taken: list[str] = []
    for abstract in ABSTRACTS.values():
        each = draft(abstract, tuple(ABSTRACTS.values()), taken=taken)
        taken.append(each.id)
        (tmp_path / "claims" / f"{each.id}.yaml").write_text(filled(as_yaml(each)), encoding="utf-8")
    report = app.verify(tmp_path)
    assert report.summary.files == len(ABSTRACTS)
    assert report.summary.numbers == report.summary.verified > 70
    assert [found for found in report.findings if found.severity == "error"] == []
    assert not [found for found in report.findings if found.rule == "unaccounted-number"]
