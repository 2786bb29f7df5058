"""The schemas: fresh, valid, the same for editors; and what a file that does not fit is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.schema import CLAIMS, VOCABULARY, Format, explain, fits, schema_text
from claimcheck.claims.yaml import Node, parse, to_plain
from claimcheck.problem import Problem
from claimcheck.source import SourceFile

ROOT = Path(__file__).parents[2]

VALID = """\
schema: claimcheck/1
paper:
  id: rlve
  name: RLVE
  starts: We introduce
  abstract: sha256:4444a089ad686816
evidence:
  - quote: RLVE yields a 3.37% gain.
    claims:
      - id: gain
        kind: delta
        subject: RLVE
        baseline: unstated
        metric: score
        value: 3.37%
        change: increase
        delta: unstated
"""


CLAIM = "evidence[0].claims[0]."
KINDS = "expected 'result', 'delta', 'ratio', 'count', 'size' or 'ranking'"


def node_of(text: str) -> Node:
    node, problems = parse(text)
    assert problems == []
    assert node is not None
    return node


def explained(text: str, form: Format = CLAIMS) -> list[Problem]:
    """What is told about a file; the gate must agree that there is something to tell."""
    node = node_of(text)
    problems = explain(node, form)
    assert fits(to_plain(node), form) is (problems == [])
    return problems


def marked(text: str, problem: Problem) -> str:
    return text[problem.span.start : problem.span.end]


# The schema files


@pytest.mark.parametrize("form", [CLAIMS, VOCABULARY], ids=lambda form: form.name)
def test_the_packaged_schema_is_fresh(form: Format) -> None:
    """The gate reads the file, people change the model: `schema_text` is the link."""
    assert form.schema_path().read_text(encoding="utf-8") == schema_text(form)


def test_the_schema_for_editors_is_the_packaged_one() -> None:
    """Claim files point editors to the copy at the repository's root."""
    assert (ROOT / "claims.schema.json").read_bytes() == CLAIMS.schema_path().read_bytes()


@pytest.mark.parametrize("form", [CLAIMS, VOCABULARY], ids=lambda form: form.name)
def test_the_schema_is_a_valid_schema(form: Format) -> None:
    schema = json.loads(schema_text(form))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("form", [CLAIMS, VOCABULARY], ids=lambda form: form.name)
def test_every_field_says_what_it_is_for(form: Format) -> None:
    """Editors show titles, descriptions and examples; an example that does not fit its own field would mislead."""
    schema = json.loads(schema_text(form))
    fields = [
        (f"{owner}.{name}", field)
        for owner, part in [("", schema), *schema["$defs"].items()]
        for name, field in part["properties"].items()
    ]
    assert len(fields) > 5
    for name, field in fields:
        assert field["description"].endswith((".", ")")), name
        assert "title" in field or "$ref" in field, name
        validator = jsonschema.Draft202012Validator({**field, "$defs": schema["$defs"]})
        for example in field.get("examples", ()):
            assert validator.is_valid(example), (name, example)
        if "$ref" not in field.get("items", {}) and "$ref" not in field:
            assert field["examples"], name


def claim_files() -> list[Path]:
    return sorted(path for path in (ROOT / "claims").glob("*.y*ml") if path.stem != "vocabulary")


def test_editors_accept_what_claimcheck_accepts() -> None:
    """An editor types scalars: 17.3 is a number for it, `true` a boolean. The schema must not mind."""
    text = (
        VALID + "        agg: {how: mean, n: 13}\n        conditions: {environments: 400, tuned: true, budget: 8.0}\n"
    )
    text = text.replace("value: 3.37%", "value: 17.3").replace("name: RLVE", "name: 7\n  year: 2025")
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    assert explained(text) == []
    assert list(validator.iter_errors(yaml.safe_load(text))) == []
    for path in claim_files():
        assert list(validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))) == [], path


# The gate


def test_the_gate_imports_no_pydantic() -> None:
    """On the way of a clean run pydantic is not paid for."""
    code = (
        "import sys; from claimcheck.claims.load import load_claim_file; from claimcheck.source import SourceFile\n"
        "loaded = load_claim_file(SourceFile('x', sys.argv[1])); assert loaded.claims is not None\n"
        "print([m for m in ('pydantic', 'pydantic_core', 'jsonschema', 'rapidfuzz') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, VALID], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_a_disagreement_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the schema file and the model ever differ, a file that only one refuses is not passed in silence."""
    monkeypatch.setattr("claimcheck.claims.load.fits", lambda plain, form: False)
    loaded = load_claim_file(SourceFile("claims/rlve.yaml", VALID))
    assert loaded.claims is None
    assert [problem.rule for problem in loaded.problems] == ["schema"]
    assert "defect of claimcheck" in loaded.problems[0].help


# What a person is told


def test_a_valid_file_has_nothing_to_explain() -> None:
    assert explained(VALID) == []


def test_all_errors_are_told_each_at_its_place() -> None:
    text = (
        VALID.replace("  id: rlve\n", "  id: the rlve\n")
        .replace("  starts: We introduce\n", "")
        .replace("sha256:4444a089ad686816", "sha256:4444")
        .replace("metric: score", "metrik: score")
        .replace("kind: delta", "kind: deltas")
        .replace("value: 3.37%", "value: [3.37%]")
        + "names: Olmo 3\n"
    )
    assert [(problem.field, marked(text, problem)) for problem in explained(text)] == [
        ("paper.starts", "id"),  # what is missing is missing in the mapping that begins here
        ("paper.id", "the rlve"),
        ("paper.abstract", "sha256:4444"),
        ("evidence[0].claims[0].kind", "deltas"),
        ("evidence[0].claims[0].metrik", "metrik"),
        ("evidence[0].claims[0].value", "[3.37%]"),
        ("names", "Olmo 3"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "field", "place", "message"),
    [
        ("  name:", "  nam:", "paper.nam", "nam", "unknown field 'nam'. Did you mean 'name'?"),
        ("evidence:", "evidences:", "evidences", "evidences", "unknown field 'evidences'. Did you mean 'evidence'?"),
        ("  - quote:", "  - zitat: x\n    quote:", "evidence[0].zitat", "zitat", "unknown field 'zitat'"),
        (
            "  - quote:",
            "  - x\n  - quote:",
            "evidence[0]",
            "x",
            "'evidence[0]' is a text; expected a mapping of fields",
        ),
        ("k/1", "k/2", "schema", "claimcheck/2", "'schema' is 'claimcheck/2'; expected 'claimcheck/1'"),
        ("metric:", "metrik:", CLAIM + "metrik", "metrik", "unknown field 'metrik'. Did you mean 'metric'?"),
        ("kind: delta", "kind: delt", CLAIM + "kind", "delt", KINDS + ". Did you mean 'delta'?"),
        ("kind: delta", "kind: [delta]", CLAIM + "kind", "[delta]", "is a list; " + KINDS),
        ("subject: RLVE", "subject:", CLAIM + "subject", "subject", f"'{CLAIM}subject' is empty"),
        ("subject: RLVE", "subject: ' '", CLAIM + "subject", "' '", "is empty"),
        ("subject: RLVE", "subject: {a: b}", CLAIM + "subject", "{a: b}", "is a mapping of fields; expected a text"),
        ("id: gain", "id: a gain", CLAIM + "id", "a gain", "is no identifier"),
        ("baseline: unstated", "baseline: []", CLAIM + "baseline", "[]", "is an empty list"),
        ("baseline: unstated", "baseline: [a, '']", CLAIM + "baseline[1]", "''", "is empty"),
        ("baseline: unstated", "baseline: [a, [b]]", CLAIM + "baseline[1]", "[b]", "expected a text"),
        ("baseline: unstated", "baseline: {a: b}", CLAIM + "baseline", "{a: b}", "expected a text or a list of texts"),
    ],
)
def test_one_mistake_is_one_problem(old: str, new: str, field: str, place: str, message: str) -> None:
    text = VALID.replace(old, new)
    problems = explained(text)
    assert len(problems) == 1
    assert problems[0].rule == "schema"
    assert problems[0].field == field
    assert marked(text, problems[0]) == place
    assert message in problems[0].message
    assert problems[0].help


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{text: Olmo 3, why: a name, and no more}", True),
        ("{text: Olmo 3, why: a name, more}", False),
        ("{text: Olmo 3, why: a name, and no: more}", False),
        ("{text: Olmo 3, why: a name, and no: [more]}", False),
    ],
)
def test_a_comma_inside_braces(entry: str, told: bool) -> None:
    (problem,) = explained(f"{VALID}not_claims:\n  - {entry}\n")
    assert "unknown field" in problem.message
    assert ("comma" in problem.help) == told


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("result", {"value"}),
        ("count", {"value"}),
        ("size", {"value"}),
        ("ratio", {"value", "baseline", "change"}),
        ("delta", {"value", "baseline", "change", "delta"}),
        ("ranking", {"rank"}),
    ],
)
def test_what_a_kind_needs(kind: str, needed: set[str]) -> None:
    """The contract's table of fields: required for which kind."""
    start = VALID[: VALID.index("      - id: gain")]
    text = start + f"      - {{id: gain, kind: {kind}, subject: RLVE, metric: score}}\n"
    problems = explained(text)
    assert {(problem.field or "").rpartition(".")[2] for problem in problems} == needed
    assert {marked(text, problem) for problem in problems} == {"id"}


@pytest.mark.parametrize(
    ("kind", "senseless"),
    [
        ("result", "delta"),
        ("ratio", "delta"),
        ("count", "rank"),
        ("size", "rank"),
        ("ranking", "value"),
        ("delta", "rank"),
    ],
)
def test_what_a_kind_has_not(kind: str, senseless: str) -> None:
    fields = {"id": "gain", "kind": kind, "subject": "RLVE", "metric": "score"}
    fields |= {"value": "3%", "baseline": "unstated", "change": "increase"}
    if kind == "ranking":
        fields = {**fields, "rank": "best"}
        del fields["value"]
    if kind == "delta":
        fields["delta"] = "unstated"
    fields[senseless] = {"delta": "absolute", "rank": "best", "value": "3%"}[senseless]
    start = VALID[: VALID.index("      - id: gain")]
    text = start + "      - " + "\n        ".join(f"{name}: {value}" for name, value in fields.items()) + "\n"
    (problem,) = explained(text)
    assert marked(text, problem) == senseless
    assert f"a claim of kind '{kind}' has no field '{senseless}'" in problem.message


def test_a_baseline_value_needs_a_baseline() -> None:
    text = VALID.replace("kind: delta", "kind: result").replace("baseline: unstated", "baseline_value: 1%")
    text = text.replace("        delta: unstated\n", "")
    (problem,) = explained(text)
    assert marked(text, problem) == "baseline_value"
    assert "needs the field 'baseline'" in problem.message


@pytest.mark.parametrize("name", ["(list of texts)", "(one text)", "$ref", "0", "", "<<'", "\n"])
def test_names_that_could_confuse_the_explanation(name: str) -> None:
    """A field may have any name; none is taken for a part of the model's own bookkeeping."""
    quoted = json.dumps(name)
    text = VALID + f"        conditions: {{{quoted}: [x]}}\n{quoted}: y\n"
    assert [problem.field for problem in explained(text)] == [f"evidence[0].claims[0].conditions.{name}", name]


@pytest.mark.parametrize(
    ("text", "message"),
    [("- a\n", "not a list"), ("a\n", "not a text"), ("''\n", "not empty"), ("{}\n", "the field 'schema' is missing")],
)
def test_what_is_no_claim_file_at_all(text: str, message: str) -> None:
    assert message in explained(text)[0].message


def test_dates_are_checked_as_dates() -> None:
    def with_date(until: str) -> str:
        return VALID + f"        waive: [{{rule: CC502, reason: said before, until: {until}}}]\n"

    assert explained(with_date("2026-12-31")) == []
    for until in ("2026-13-01", "2026-12-32", "26-12-31", "soon"):
        (problem,) = explained(with_date(until))
        assert problem.message.endswith("Expected YYYY-MM-DD")


def test_a_waiver_without_a_reason_fits() -> None:
    """A rule reports it, and does not apply it: the claim file can be read all the same."""
    assert explained(VALID + "        waive: [{rule: CC502}]\n") == []
    assert explained(VALID + "        waive: [{rule: CC502, reason: ''}]\n") == []


def test_every_error_of_the_model_has_words_of_its_own() -> None:
    """No wrong shape of any field falls through to the model's own message."""
    schema = json.loads(schema_text())
    told = []
    for name in [*schema["properties"], "x"]:
        for wrong in ("", "[]", "{}", "[[]]", "[{}]", "[x]", "x", "{x: y}"):
            told += explain(node_of(f"{name}: {wrong}\n"))
    for name in schema["$defs"]["Claim"]["properties"]:
        for wrong in ("", "[]", "{}", "[[]]", "[{}]", "[x]", "{x: y}"):
            told += explain(node_of(f"evidence: [{{claims: [{{{name}: {wrong}}}]}}]\n"))
    assert len(told) > 100
    pydantic_words = ("Input should", "should have", "should match", "Field required", "not permitted", "Unable to")
    assert not [problem.message for problem in told if any(words in problem.message for words in pydantic_words)]
