"""A project's own fields, from the configuration to the tables: what the commands make of them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.claims.extra.schema import MAX_BYTES

from .conftest import CLAIMS, ROOT, Run, environment

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "properties": {
        "paper": {"properties": {"venue": {"type": "string"}}, "additionalProperties": False},
        "claim": {
            "properties": {
                "hardware": {"type": "string", "description": "What it ran on."},
                "split": {"enum": ["dev", "test"], "title": "Split used"},
                "reviewed": {"$ref": "#/$defs/day"},
            },
            "additionalProperties": False,
        },
    },
    "$defs": {"day": {"type": "string", "format": "date", "x-claimcheck": "free"}},
}
EXTRA = """\
        extra:
          hardware: a laptop  # as the appendix says
          split: dev
          reviewed: 2026-01-31
"""


@pytest.fixture
def described(project: Path) -> Path:
    """The small project with fields of its own, in which nothing is wrong."""
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nextra-schema = "extra.schema.json"\n')
    (project / "extra.schema.json").write_text(json.dumps(SCHEMA))
    claims = CLAIMS.replace("evidence:\n", "  extra: {venue: a workshop}\nevidence:\n")
    (project / "claims/quick.yaml").write_text(claims + EXTRA)
    return project


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_fields_as_described_verify(described: Path, run: Run) -> None:
    done = run("verify", cwd=described)
    assert (done.returncode, done.stdout) == (0, ""), (
        "a date is no number of the abstract's, and need not be: it is free"
    )


def test_a_field_that_is_not_described_is_told_where_it_stands(described: Path, run: Run) -> None:
    replaced(described / "claims/quick.yaml", "hardware:", "hardwares:")
    done = run("verify", "--format", "full", cwd=described)
    assert done.returncode == 1
    assert (
        "claims/quick.yaml:21:11: error[CC004] schema: unknown field 'hardwares'. Did you mean 'hardware'?"
        in done.stdout
    )
    assert "^^^^^^^^^" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "place", "field"),
    [
        ("a laptop", "500 laptops", "21:21", "extra.hardware"),
        ("a workshop", "workshop number 17", "7:34", "paper.extra.venue"),
    ],
)
def test_a_number_that_the_abstract_does_not_hold_is_told(
    old: str, new: str, place: str, field: str, described: Path, run: Run
) -> None:
    replaced(described / "claims/quick.yaml", old, new)
    done = run("verify", cwd=described)
    assert done.returncode == 1
    assert done.stdout.startswith(f"claims/quick.yaml:{place}: CC206 number-not-in-abstract")
    assert f"`{field}`" in done.stdout


def test_a_number_of_the_quote_is_accounted_for(described: Path, run: Run) -> None:
    """As one of the conditions is: here the baseline's value is named nowhere else."""
    replaced(described / "claims/quick.yaml", "        baseline: Slow\n        baseline_value: 88.0%\n", "")
    assert "CC401" in run("verify", cwd=described).stdout
    replaced(described / "claims/quick.yaml", "a laptop", "88.0% of a laptop")
    done = run("verify", cwd=described)
    assert (done.returncode, done.stdout) == (0, "")


def test_without_a_schema_the_fields_are_free_and_their_numbers_are_not(described: Path, run: Run) -> None:
    (described / "pyproject.toml").write_text("[tool.claimcheck]\n")
    replaced(described / "claims/quick.yaml", "hardware:", "anything:")
    done = run("verify", cwd=described)
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["CC206"]
    assert "2026-01-31" in done.stdout


@pytest.mark.parametrize(
    ("config", "file", "said"),
    [
        ('extra-schema = "none.json"', None, "pyproject.toml: extra-schema: none.json: cannot be read"),
        ('extra-schema = "../schema.json"', None, "must be a path below the folder"),
        ("extra-schema = 3", None, "extra-schema must be a string, not 3"),
        ('extra-scheme = "s.json"', None, "Did you mean 'extra-schema'?"),
        ('extra-schema = "s.json"', "{", "pyproject.toml: extra-schema: s.json: not JSON: line 1, column 2"),
        (
            'extra-schema = "s.json"',
            '{"properties": {"claim": {"properties": {"a": {"type": "strng"}}}}}',
            "s.json: properties.claim.properties.a.type: 'strng'",
        ),
        (
            'extra-schema = "s.json"',
            '{"properties": {"claim": {"$ref": "https://example.org/s.json"}}}',
            "'https://example.org/s.json' leads out of the file",
        ),
        ('extra-schema = "s.json"', '{"properties": {"claim": {"$ref": "#"}}}', None),
        ('extra-schema = "s.json"', '{"properties": {"claim": {"$ref": "#/properties/claim"}}}', "without end"),
        ('extra-schema = "s.json"', '{"properties": {"claim": {"pattern": "(?=a)"}}}', "cannot be used"),
        ('extra-schema = "s.json"', "[" * MAX_BYTES, "nested too deep"),
        ('extra-schema = "s.json"', "\x1b[31m{", "not JSON"),
        ('extra-schema = "claims"', None, "cannot be read"),
    ],
)
def test_a_schema_that_cannot_be_used_is_bad_configuration(
    config: str, file: str | None, said: str | None, project: Path, run: Run
) -> None:
    (project / "pyproject.toml").write_text(f"[tool.claimcheck]\n{config}\n")
    if file is not None:
        (project / "s.json").write_text(file)
    for command in ("verify", "table", "export"):
        done = run(command, cwd=project)
        assert done.returncode == (0 if said is None else 2), done.stderr
        assert said is None or said in done.stderr
        assert "Traceback" not in done.stderr and "\x1b" not in done.stderr and done.stderr.count("\n") <= 2


def test_a_schema_that_lies_elsewhere_is_not_read(described: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "outside.json").write_text(json.dumps(SCHEMA))
    (described / "extra.schema.json").unlink()
    (described / "extra.schema.json").symlink_to(tmp_path / "outside.json")
    done = run("verify", cwd=described)
    assert done.returncode == 2 and "leads out of the project" in done.stderr


def test_a_named_schema_asks_for_the_whole_project(described: Path, run: Run) -> None:
    replaced(described / "claims/quick.yaml", "split: dev", "split: train")
    done = run("verify", "extra.schema.json", cwd=described)
    assert done.returncode == 1 and "expected 'dev' or 'test'" in done.stdout


def test_fields_are_columns(described: Path, run: Run) -> None:
    with (described / "pyproject.toml").open("a") as config:
        config.write(
            '[tool.claimcheck.tables.own]\ncolumns = ["value", "extra.split", "paper.extra.venue"]\nsort = ["-extra.split"]\n'
            '[tool.claimcheck.tables.mistyped]\ncolumns = ["value", "extra.splt"]\n'
        )
    assert run("table", "own", cwd=described).stdout == (
        "| Value | Split used | Venue |\n| --- | --- | --- |\n| 91.5% | dev | a workshop |\n"
    )
    (row,) = json.loads(run("table", "own", "--format", "json", cwd=described).stdout)["sections"][0]["rows"]
    assert (row["extra.split"], row["paper.extra.venue"]) == ("dev", "a workshop")
    (line,) = csv.DictReader(io.StringIO(run("table", "own", "--format", "csv", cwd=described).stdout))
    assert (line["extra.split"], line["paper.extra.venue"]) == ("dev", "a workshop")
    done = run("table", "mistyped", cwd=described)
    assert done.returncode == 2 and "Did you mean 'extra.split'?" in done.stderr


def test_a_described_column_may_be_empty_and_a_title_is_escaped(described: Path, run: Run) -> None:
    replaced(described / "extra.schema.json", '"Split used"', '"a | <b> \\u001b[31m"')
    replaced(described / "claims/quick.yaml", "          split: dev\n", "")
    with (described / "pyproject.toml").open("a") as config:
        config.write('[tool.claimcheck.tables.own]\ncolumns = ["value", "extra.split"]\n')
    for form in ("github", "html", "latex", "plain"):
        done = run("table", "own", "--format", form, cwd=described)
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout
        if form in ("github", "html"):
            assert "<b>" not in done.stdout
        if form == "github":
            assert {line.replace("\\|", "").count("|") for line in done.stdout.splitlines() if "|" in line} == {3}


def test_fields_are_exported(described: Path, run: Run) -> None:
    record = json.loads(run("export", cwd=described).stdout)
    assert record["extra"] == {"hardware": "a laptop", "split": "dev", "reviewed": "2026-01-31"}
    assert record["paper_extra"] == {"venue": "a workshop"}
    (line,) = csv.DictReader(io.StringIO(run("export", "--format", "csv", cwd=described).stdout))
    own = {name: text for name, text in line.items() if "extra" in name}
    assert own == {
        "extra.hardware": "a laptop",
        "extra.split": "dev",
        "extra.reviewed": "2026-01-31",
        "paper.extra.venue": "a workshop",
    }


def test_a_mend_keeps_the_fields(described: Path, run: Run) -> None:
    path = described / "claims/quick.yaml"
    replaced(path, "quote: On WebText, Quick", "quote: On  WebText, Quick")
    replaced(path, "value: 91.5%", "value: 91.5 %")
    before = path.read_text()
    assert run("fix", cwd=described).returncode == 0
    after = path.read_text()
    assert after != before
    assert EXTRA in after and "  extra: {venue: a workshop}\n" in after


def test_what_a_change_does_to_the_fields(described: Path, tmp_path: Path, run: Run) -> None:
    import shutil

    other = tmp_path / "other"
    shutil.copytree(described, other)
    replaced(other / "claims/quick.yaml", "split: dev", "split: test")
    replaced(other / "extra.schema.json", '{"type": "string", "description"', '{"x-claimcheck": "free", "description"')
    done = run("diff", str(described), str(other), cwd=tmp_path)
    assert "extra.split dev → test" in done.stdout
    assert "weakens the checks" in done.stdout
    assert "the numbers of claim.extra.hardware are not checked" in done.stdout


def test_every_falsified_number_is_caught(described: Path, run: Run) -> None:
    replaced(described / "claims/quick.yaml", "a laptop", "for 88.0% of it, a laptop")
    replaced(described / "claims/quick.yaml", "a workshop", "a workshop with 91.5%")
    done = run("redteam", "--kind", "field-number-changed", "--kind", "invented-number", cwd=described)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_changed_schema_is_checked_anew(described: Path) -> None:
    def verify() -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in environment().items() if name != "CLAIMCHECK_NO_CACHE"}
        return subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "claimcheck", "verify"],
            cwd=described,
            env=kept | {"XDG_CACHE_HOME": str(described.parent / "cache"), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert "claimcheck.runner" in verify().stderr
    assert "claimcheck.runner" not in verify().stderr, "nothing changed"
    replaced(described / "extra.schema.json", '"dev", "test"', '"train", "test"')
    done = verify()
    assert done.returncode == 1 and "expected 'train' or 'test'" in done.stdout


def test_jsonschema_is_imported_for_a_schema_and_for_nothing_else(described: Path) -> None:
    code = "import sys, claimcheck; claimcheck.verify('.'); print([each for each in ('jsonschema', 'referencing') if each in sys.modules])"

    def imported() -> str:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=described, env=environment(), capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    assert imported() == "['jsonschema', 'referencing']"
    (described / "pyproject.toml").write_text("[tool.claimcheck]\n")
    assert imported() == "[]"


def test_the_schema_of_claim_files_knows_the_field() -> None:
    definitions = json.loads((ROOT / "claims.schema.json").read_text(encoding="utf-8"))["$defs"]
    for name in ("Paper", "Claim"):
        assert definitions[name]["properties"]["extra"]["type"] == "object"
