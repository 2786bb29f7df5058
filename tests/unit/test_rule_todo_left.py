"""todo-left: a draft that does not fit the schema, a vocabulary, and words that are an abstract's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.app import Selection, verify
from claimcheck.diagnostic import Finding

CLAIMS = """\
schema: claimcheck/1
paper: {id: p, name: P, starts: We present P, abstract: sha256:0000000000000000}
evidence:
  - quote: We present P.
    claims:
      - {id: first, kind: ranking, subject: P, metric: score, rank: best}
      - {id: second, kind: ranking, subject: P, metric: speed, rank: best, baseline: SUBJECT}
"""


def found(root: Path, claims: str, **files: str) -> list[Finding]:
    (root / "pyproject.toml").touch()
    for name in ("claims", "seeds"):
        (root / name).mkdir()
    (root / "seeds" / "s.txt").write_text(
        "Abstract:We present P. TODO comments are old.\nAbstract:Q is new.", encoding="utf-8"
    )
    (root / "claims" / "p.yaml").write_text(claims, encoding="utf-8")
    for name, text in files.items():
        (root / "claims" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return list(verify(root, selection=Selection(select=["todo-left"])).findings)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("TODO", "a TODO is left"),
        ("'TODO:'", "a TODO is left"),
        ("'TODO: which one?'", "a TODO is left: which one?"),
        ("TODO ask the authors", "a TODO is left: ask the authors"),
        ("[Q, TODO]", "a TODO is left"),
        ("'  TODO'", "a TODO is left"),
    ],
)
def test_left(tmp_path: Path, words: str, message: str) -> None:
    (finding,) = found(tmp_path, CLAIMS.replace("SUBJECT", words))
    assert (finding.message, finding.paper, finding.claim) == (message, "p", "second")
    assert finding.label is not None
    assert "TODO" in finding.label.file.text[finding.label.span.start : finding.label.span.end]


@pytest.mark.parametrize("words", ["TODO comments", "the TODO list", "todo", "TODOs", "TODO-list", "Todo lists"])
def test_words_of_their_own(tmp_path: Path, words: str) -> None:
    """Words of the abstract, the word elsewhere than at the beginning, and other words."""
    assert found(tmp_path, CLAIMS.replace("SUBJECT", words)) == []


def test_a_draft_need_not_fit_the_schema(tmp_path: Path) -> None:
    """`kind: TODO` is no kind; each TODO is told all the same."""
    draft = "schema: claimcheck/1\npaper: TODO\nevidence:\n  - quote: TODO\n    claims: [{kind: TODO, id: 'TODO: a name'}]\n"
    findings = found(tmp_path, draft)
    assert [finding.field for finding in findings] == [
        "paper",
        "evidence[0].quote",
        "evidence[0].claims[0].kind",
        "evidence[0].claims[0].id",
    ]
    assert {finding.claim for finding in findings} == {None}


def test_a_quote_belongs_to_its_first_claim(tmp_path: Path) -> None:
    """So that a waiver of that claim can speak of it."""
    (finding,) = found(tmp_path, CLAIMS.replace("SUBJECT", "Q").replace("We present P.", "TODO"))
    assert finding.claim == "first"


def test_a_vocabulary_has_no_todo(tmp_path: Path) -> None:
    vocabulary = "schema: claimcheck-vocabulary/1\nmodels:\n  - {name: TODO}\n"
    (finding,) = found(tmp_path, CLAIMS.replace("SUBJECT", "Q"), vocabulary=vocabulary)
    assert finding.file == "claims/vocabulary.yaml"


def test_what_is_no_yaml_is_another_rules_matter(tmp_path: Path) -> None:
    assert found(tmp_path, "schema: [TODO\n") == []
