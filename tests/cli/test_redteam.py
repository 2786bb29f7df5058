"""`claimcheck redteam`, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run


def test_a_table_and_exit_0_where_all_is_caught(run: Run, project: Path) -> None:
    done = run("redteam", "--kind", "digit-changed", "--kind", "quote-cut-short", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["kind", "applied", "caught", "by", "the", "right", "rule", "stopped", "(exit", "1)"]
    # Two values with three digits each, each to nine others.
    assert lines[1].split() == ["digit-changed", "54", "54", "54", "54"]
    assert lines[-1].split()[0] == "all"


def test_exit_1_where_one_is_missed(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nselect = ["schema"]\n', encoding="utf-8")
    done = run("redteam", "--kind", "digit-changed", "--verbose", cwd=project)
    assert done.returncode == 1
    assert "54 not caught" in done.stderr
    assert done.stdout.count("NOT CAUGHT") == 54


def test_what_is_only_warned_of_is_told_apart(run: Run, project: Path) -> None:
    """A warning is a catch, but no hook and no job stops for one; unless the project says so."""
    done = run("redteam", "--kind", "invented-name", "--format", "json", cwd=project)
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert data["caught"] == data["applied"] > data["stopped"]
    assert f"{data['caught'] - data['stopped']} caught, but not stopped: with fail-on = 'error'" in done.stderr
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "warning"\n', encoding="utf-8")
    done = run("redteam", "--kind", "invented-name", "--format", "json", cwd=project)
    data = json.loads(done.stdout)
    assert data["stopped"] == data["applied"]
    assert "not stopped" not in done.stderr


def test_json(run: Run, project: Path) -> None:
    done = run("redteam", "--kind", "sign-flipped", "--format", "json", cwd=project)
    data = json.loads(done.stdout)
    assert data["schema"] == "claimcheck-redteam/1"
    assert [each["kind"] for each in data["kinds"]] == ["sign-flipped"]
    assert data["applied"] == data["right_rule"] == 2


def test_the_kinds_are_listed(run: Run, project: Path) -> None:
    done = run("redteam", "--list", cwd=project)
    assert done.returncode == 0
    assert "digit-changed: A digit of a value or baseline value is another" in done.stdout


def test_an_unknown_kind_is_usage(run: Run, project: Path) -> None:
    done = run("redteam", "--kind", "digit-change", cwd=project)
    assert done.returncode == 2
    assert "Did you mean 'digit-changed'?" in done.stderr


def test_nothing_to_attack(run: Run, tmp_path: Path) -> None:
    assert run("redteam", cwd=tmp_path).returncode == 3


def test_a_path_names_the_project(run: Run, project: Path, tmp_path: Path) -> None:
    done = run("redteam", str(project), "--kind", "paper-renamed", "--kind", "digit-changed", cwd=tmp_path)
    assert done.returncode == 0
    assert "paper-renamed" in done.stdout


def test_the_table_is_written_into_a_document(run: Run, project: Path) -> None:
    document = project / "detection.md"
    document.write_text("a\n<!-- claimcheck:redteam -->\n<!-- /claimcheck:redteam -->\nb\n", encoding="utf-8")
    assert run("redteam", "--kind", "digit-changed", "--write", "detection.md", cwd=project).returncode == 0
    text = document.read_text(encoding="utf-8")
    assert text.startswith("a\n")
    assert "| digit-changed |" in text
    document.write_text("no region\n", encoding="utf-8")
    assert run("redteam", "--kind", "digit-changed", "--write", "detection.md", cwd=project).returncode == 2
    assert document.read_text(encoding="utf-8") == "no region\n"


def test_nothing_is_written(run: Run, project: Path) -> None:
    """The falsified files live in memory alone."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run("redteam", cwd=project)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
