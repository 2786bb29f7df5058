"""relation-broken in a project: where it points, what it tells, and that it needs no abstract."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.app import Selection, verify
from claimcheck.diagnostic import Finding

FILE = """\
schema: claimcheck/1
paper: {{id: p, name: P, starts: We present P, abstract: sha256:0000000000000000}}
evidence:
  - quote: It has 2.49m parts of 3.9k kinds, 212 forms, dozens of names, and is over 3x as large at 10K.
    claims:
      - {{id: parts, kind: size, subject: P, metric: parts, value: 2.49m}}
      - {{id: kinds, kind: size, subject: P, metric: kinds, value: 3.9k}}
      - {{id: forms, kind: count, subject: P, metric: forms, value: 212}}
      - {{id: mean-forms, kind: count, subject: P, metric: forms, value: 212, agg: {{how: mean}}}}
      - {{id: names, kind: count, subject: P, metric: names, value: dozens}}
      - {{id: factor, kind: ratio, subject: P, metric: size, baseline: Q, value: over 3x, change: increase}}
      - {{id: heat, kind: result, subject: P, metric: heat, value: 10K}}
      - {{id: rate, kind: result, subject: P, metric: rate, value: 5%}}
      - {{id: gain, kind: delta, subject: P, metric: rate, baseline: Q, value: 24.5, change: increase, delta: absolute}}
      - {{id: part, kind: delta, subject: P, metric: rate, baseline: Q, value: 24.5, change: increase, delta: relative}}
      - {{id: delay, kind: delta, subject: P, metric: rate, baseline: Q, value: 24.5 ms, change: increase, delta: absolute}}
      - {{id: lone, kind: ranking, subject: P, metric: heat, rank: best}}
relations:
  - id: it
    expr: {expression}
"""


def found(root: Path, expression: str) -> list[Finding]:
    """What the rule says of one relation; there is no abstract, which other rules tell."""
    (root / "pyproject.toml").touch()
    (root / "claims").mkdir(exist_ok=True)
    (root / "claims" / "p.yaml").write_text(FILE.format(expression=expression), encoding="utf-8")
    return list(verify(root, selection=Selection(select=["relation-broken"])).findings)


def marked(finding: Finding) -> str:
    assert finding.label is not None
    return finding.label.file.text[finding.label.span.start : finding.label.span.end]


@pytest.mark.parametrize(
    "expression",
    [
        "parts = 3 * kinds * forms",
        "parts / kinds = 3 * forms",
        "forms = 212",
        "mean-forms = 212.4",  # a mean of counts is no whole number
        "factor = 100",  # "over 3x" is open upwards
        "heat = 10",  # ten kelvin: the text alone cannot tell, so either reading will do
        "heat = 10000",
        "kinds > forms",
        "gain > rate",  # a difference of percentages may be written without their sign
        "forms > gain",
        "gain < 25",
    ],
)
def test_holds(tmp_path: Path, expression: str) -> None:
    assert found(tmp_path, expression) == []


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("forms = 212.4", "'forms' is 212, but '212.4' is 212.4"),
        ("mean-forms = 212.6", "'mean-forms' is 211.5 to 212.5, but '212.6' is 212.6"),
        ("2 = factor", "'2' is 2, but 'factor' is at least 2.5"),
        ("kinds <= forms", "'kinds' is 3850 to 3950, but 'forms' is 212, so it is not <="),
    ],
)
def test_broken(tmp_path: Path, expression: str, message: str) -> None:
    (finding,) = found(tmp_path, expression)
    assert finding.message == message
    assert marked(finding) == expression
    assert (finding.code, finding.severity, finding.field) == ("CC504", "error", "relations.expr")
    assert all(label.file is finding.label.file for label in finding.related if finding.label)


def test_broken_shows_what_is_written(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "parts = 4 * kinds * forms")
    assert "parts as '2.49m', kinds as '3.9k', forms as '212'" in finding.help
    assert [label.message for label in finding.related] == ["2485000 to 2495000", "3850 to 3950", "212"]


@pytest.mark.parametrize(
    ("expression", "message", "place"),
    [
        ("parts = names", "the value 'dozens' of 'names' is no single number", "names"),
        ("parts = lone", "the claim 'lone' has no value", "lone"),
        ("parts = kind", "there is no claim 'kind' in this file. Did you mean 'kinds'?", "kind"),
        ("'parts = kind'", "there is no claim 'kind' in this file. Did you mean 'kinds'?", "kind"),
        (">-\n      parts\n      = kind", "there is no claim 'kind' in this file. Did you mean 'kinds'?", "kind"),
        ("parts = 1 / (kinds - 3900)", "the divisor may be zero", "/"),
    ],
)
def test_what_cannot_be_computed(tmp_path: Path, expression: str, message: str, place: str) -> None:
    """The place is that inside the expression, however the YAML writes it."""
    (finding,) = found(tmp_path, expression)
    assert finding.message == message
    assert marked(finding) == place


@pytest.mark.parametrize("expression", ["part > rate", "delay > rate", "forms > rate"])
def test_what_is_no_percentage_is_not_compared_with_one(tmp_path: Path, expression: str) -> None:
    (finding,) = found(tmp_path, expression)
    assert "cannot be compared with" in finding.message
