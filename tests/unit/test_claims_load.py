"""From claim files to records: everything kept, each text with its place, and all that is wrong told at once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.claims.records import Claim, ClaimFile
from claimcheck.claims.yaml import Scalar
from claimcheck.source import SourceFile

ROOT = Path(__file__).parents[2]

FULL = """\
# yaml-language-server: $schema=../claims.schema.json
schema: claimcheck/1
paper:
  id: rlve                                   # equals the file's name
  name: RLVE
  starts: We introduce Reinforcement Learning (RL) with Adaptive
  abstract: sha256:4444a089ad686816
  title: On Things
  authors: [A. Author, B. Author]
  year: 2025
  url: https://example.org/1
  doi: 10.1000/182
  arxiv: 2501.01234
  released: 2025-01-31
  extra: {venue: a workshop}
evidence:
  - quote: >-
      RLVE with joint training across all 400 environments in RLVE-Gym yields a 3.37% absolute
      average improvement across six reasoning benchmarks.
    claims:
      - id: gain
        kind: delta
        subject: RLVE
        baseline: [one of the strongest LMs, another]
        metric: reasoning benchmark score
        value: 3.37%
        baseline_value: 8.0
        change: increase
        delta: absolute
        dataset: MATH
        better: higher
        agg: {how: mean, n: six, of: reasoning benchmarks}
        conditions: {training environments: 400, budget: no}
        mention: yields a 3.37% absolute average improvement
        subject_as: our method
        dataset_from: context
        hedge: can lead to
        doubt: which six
        note: a remark
        waive:
          - {rule: delta-without-cue, reason: said before, until: 2026-12-31}
          - {rule: CC501}
        extra: {gpu: {count: 8}}
      - {id: best, kind: ranking, subject: RLVE, metric: score, rank: best}
names: [Olmo 3]
not_claims:
  - {text: two key metrics, why: counts the paper's own list}
relations:
  - {id: prompts, expr: "prompts = 3 * templates * issues", why: three phrasings of each template}
  - {expr: a = b}
"""


def load(text: str) -> LoadedClaims:
    return load_claim_file(SourceFile("claims/rlve.yaml", text))


def loaded(text: str) -> ClaimFile:
    result = load(text)
    assert result.problems == ()
    assert result.claims is not None
    return result.claims


def shown(value: object) -> object:
    """A record's field as the texts that it holds."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, tuple):
        return [shown(item) for item in value]
    return value


def test_every_field_arrives() -> None:
    """One file with every field of the format: each is in its record, as typed."""
    file = loaded(FULL)
    assert (file.paper.id.text, file.paper.name.text) == ("rlve", "RLVE")
    assert file.paper.starts.text == "We introduce Reinforcement Learning (RL) with Adaptive"
    assert file.paper.abstract.text == "sha256:4444a089ad686816"
    assert shown(file.paper.metadata) == [
        ["title", "On Things"],
        ["authors", "A. Author"],
        ["authors", "B. Author"],
        ["year", "2025"],
        ["url", "https://example.org/1"],
        ["doi", "10.1000/182"],
        ["arxiv", "2501.01234"],
        ["released", "2025-01-31"],
    ]
    assert shown(file.names) == ["Olmo 3"]
    assert [(each.text.text, each.why.text) for each in file.not_claims] == [
        ("two key metrics", "counts the paper's own list")
    ]
    assert [(shown(each.id), each.expr.text, shown(each.why)) for each in file.relations] == [
        ("prompts", "prompts = 3 * templates * issues", "three phrasings of each template"),
        (None, "a = b", None),
    ]
    claim, ranking = file.claims()
    assert claim.quote is ranking.quote is file.evidence[0].quote
    assert claim.quote.text.startswith("RLVE with joint") and claim.quote.text.endswith("six reasoning benchmarks.")
    told = {each.name: shown(getattr(claim, each.name)) for each in fields(Claim)}
    told |= {"agg": [shown(each) for each in (claim.agg.how, claim.agg.n, claim.agg.of)] if claim.agg else None}
    told |= {"waive": [(shown(each.rule), shown(each.reason), shown(each.until)) for each in claim.waive]}
    told |= {"extra": [(each.name, each.scalar.text, each.free) for each in claim.extra]}
    del told["node"], told["quote"]
    assert told == {
        "id": "gain",
        "kind": "delta",
        "subject": "RLVE",
        "metric": "reasoning benchmark score",
        "value": "3.37%",
        "rank": None,
        "baseline": ["one of the strongest LMs", "another"],
        "baseline_value": "8.0",
        "change": "increase",
        "delta": "absolute",
        "dataset": ["MATH"],
        "better": "higher",
        "agg": ["mean", "six", "reasoning benchmarks"],
        "conditions": [["training environments", "400"], ["budget", "no"]],
        "mention": "yields a 3.37% absolute average improvement",
        "subject_as": "our method",
        "dataset_from": "context",
        "hedge": "can lead to",
        "doubt": "which six",
        "note": "a remark",
        "waive": [("delta-without-cue", "said before", "2026-12-31"), ("CC501", None, None)],
        "extra": [("extra", "gpu", False), ("extra.gpu", "count", False), ("extra.gpu.count", "8", False)],
    }
    assert [(each.name, each.scalar.text) for each in file.paper.extra] == [
        ("extra", "venue"),
        ("extra.venue", "a workshop"),
    ]
    assert shown(ranking.rank) == "best"
    assert (ranking.value, ranking.agg, ranking.baseline, ranking.waive) == (None, None, (), ())


@pytest.mark.parametrize("head", ["", "\ufeff", "# é😀\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_text_knows_its_place(head: str, line_end: str) -> None:
    text = (head + FULL).replace("\n", line_end)
    file = loaded(text)
    for claim in file.claims():
        for name, scalar in claim.texts():
            assert text[scalar.span.start : scalar.span.end] == scalar.text, name
        assert text[claim.node.span.start :].startswith(("id: gain", "{id: best"))
    quote = file.evidence[0].quote
    start = quote.text.index("3.37%")
    place = quote.locate(text, start, start + len("3.37% absolute average"))
    assert text[place.start : place.end] == f"3.37% absolute{line_end}      average"


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "\ufeff"])
def test_an_empty_file_is_told(text: str) -> None:
    result = load(text)
    assert result.claims is None
    (problem,) = result.problems
    assert (problem.rule, problem.message) == (
        "schema",
        "the file is empty; a claim file begins with 'schema: claimcheck/1'",
    )


def test_what_is_wrong_is_told_of_yaml_and_of_fields_at_once() -> None:
    """YAML that claim files may not hold does not hide what is wrong with the fields, nor is anything told twice."""
    text = FULL.replace("  name: RLVE\n", "  name: &n RLVE\n  name: again\n").replace("metric: r", "metrik: r")
    text = text.replace("names: [Olmo 3]", "names: *n")
    result = load(text)
    assert result.claims is None
    told = [(problem.rule, text[problem.span.start : problem.span.end]) for problem in result.problems]
    assert told == [
        ("forbidden-yaml", "&n"),
        ("duplicate-key", "name"),
        ("schema", "metrik"),
        ("forbidden-yaml", "*n"),  # that an alias is no list is not said besides
    ]


def test_a_file_that_fits_but_holds_forbidden_yaml_is_no_claim_file() -> None:
    result = load(FULL.replace("  name: RLVE\n", "  name: &n RLVE\n"))
    assert result.claims is None
    assert [problem.rule for problem in result.problems] == ["forbidden-yaml"]


def test_a_syntax_error_is_told_alone() -> None:
    result = load(FULL.replace("change: increase", "change: a: b").replace("metric: r", "metrik: r"))
    assert result.claims is None
    assert [problem.rule for problem in result.problems] == ["yaml-syntax"]


LINES = FULL.splitlines(keepends=True)


@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["drop", "double", "indent", "cut", "swap"])),
        max_size=4,
    )
)
def test_no_damage_makes_the_loader_raise(damages: list[tuple[int, str]]) -> None:
    """Lines lost, doubled, moved and cut, as merges and hasty edits do: either records or problems, never neither."""
    lines = list(LINES)
    for number, damage in damages:
        line = lines[number]
        lines[number] = {
            "drop": "",
            "double": line * 2,
            "indent": "  " + line,
            "cut": line[: len(line) // 2],
            "swap": lines[0],
        }[damage]
    text = "".join(lines)
    result = load(text)
    assert (result.claims is None) == bool(result.problems)
    for problem in result.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert problem.message
    assert list(result.problems) == sorted(result.problems, key=lambda problem: problem.span)


def test_the_repositorys_own_claim_files_load() -> None:
    for path in sorted((ROOT / "claims").glob("*.y*ml")):
        if path.stem != "vocabulary":
            result = load_claim_file(SourceFile(path.name, path.read_text(encoding="utf-8")))
            assert result.problems == (), path
