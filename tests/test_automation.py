"""The action, the workflow and the templates: nothing is interpolated into a shell, all is pinned, and the scripts run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def load(path: Path) -> dict[Any, Any]:
    document: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return document


def steps(path: Path) -> Iterator[dict[str, Any]]:
    document = load(path)
    for part in (document["runs"],) if path == ACTION else document["jobs"].values():
        yield from part["steps"]


each_file = pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)


@each_file
def test_no_script_is_put_together_from_what_others_write(path: Path) -> None:
    """`${{ … }}` is replaced before the shell reads the script, so a name with a quotation mark would be a command."""
    scripts = [step["run"] for step in steps(path) if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


@each_file
def test_other_actions_are_pinned_by_commit(path: Path) -> None:
    """A tag can be moved to other code. The version behind the hash is for people, and for tools that update it."""
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    for each in used:
        assert each.partition(" ")[0] == "./" or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read(path: Path) -> None:
    document = load(path)
    assert document["permissions"] == {"contents": "read"}
    assert set(document[True]) == {"pull_request", "push"}  # YAML 1.1 reads the key `on` as true
    for job in document["jobs"].values():
        assert "permissions" not in job
        assert "timeout-minutes" in job
    checkouts = [step for step in steps(path) if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_workflow_does_what_the_script_does() -> None:
    """Who has run `.ci/run` knows what the pull request will say."""
    script = re.findall(r"^step (.+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    job = [step["run"] for step in load(ROOT / ".github/workflows/ci.yml")["jobs"]["check"]["steps"] if "run" in step]
    assert [line.replace("make PYTHON=python ", "make ") for line in job] == script


def test_the_workflow_tries_every_python_that_is_promised() -> None:
    promised = re.findall(r"Python :: (3\.\d+)\"", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert load(ROOT / ".github/workflows/ci.yml")["jobs"]["check"]["strategy"]["matrix"]["python"] == promised


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if zizmor is None:
        pytest.skip("zizmor, which audits workflows, is not installed: pip install zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(ACTION), *map(str, WORKFLOWS)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# --- the scripts of the action, run as the runner runs them -----------------------------------------------------------

pytestmark_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for the command is a shell script")


def run_step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of a step by `bash -eo pipefail`, with the inputs of the action as its environment has them."""
    action = load(ACTION)
    (step,) = [each for each in action["runs"]["steps"] if each.get("name") == name]
    values = {key: each["default"] for key, each in action["inputs"].items()} | {
        key.replace("_", "-"): value for key, value in inputs.items()
    }
    variables = {
        variable: values[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text)[1]]  # type: ignore[index]
        for variable, text in step["env"].items()
    }
    temporary = folder.parent / "runner"
    command = temporary / "claimcheck" / "command" / "claimcheck"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if key not in ("GITHUB_STEP_SUMMARY", "NO_COLOR")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "RUNNER_TEMP": str(temporary), **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """A copy of this repository's own sources and claims."""
    root = tmp_path / "a tracker"
    root.mkdir()
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pyproject.toml", "REPORT.md"):
        shutil.copy(ROOT / name, root)
    return root


def falsify(tracker: Path) -> None:
    path = tracker / "claims" / "mentorcollab.yaml"
    true = path.read_text(encoding="utf-8")
    assert true.count("value: up to 8.0%") == 1
    path.write_text(true.replace("value: up to 8.0%", "value: 8.0%"), encoding="utf-8")


@pytestmark_posix
def test_the_action_annotates_what_is_wrong(tracker: Path) -> None:
    assert run_step("Verify", tracker).returncode == 0
    falsify(tracker)
    done = run_step("Verify", tracker)
    assert done.returncode == 1
    assert re.search(r"^::error file=claims/mentorcollab\.yaml,line=\d+,.*title=CC203", done.stdout, re.MULTILINE)


@pytestmark_posix
def test_the_action_passes_its_inputs_on(tracker: Path) -> None:
    falsify(tracker)
    # One path a line, empty lines aside; the falsified file is not among them.
    assert run_step("Verify", tracker, paths="claims/mr-search.yaml\n\nclaims/pep.yaml\n").returncode == 0
    assert run_step("Verify", tracker, paths="claims/mentorcollab.yaml").returncode == 1
    assert run_step("Verify", tracker, format="concise").stdout.startswith("claims/mentorcollab.yaml:")
    assert run_step("Verify", tracker, baseline="none.json").returncode == 2
    assert run_step("Verify", tracker, fail_on="eror").returncode == 2


@pytestmark_posix
@pytest.mark.parametrize("name", ["paths", "fail_on", "format", "baseline"])
@pytest.mark.parametrize("text", ["$(touch owned)", '"; touch owned; "', "`touch owned`", "--output=owned", "x\n* y"])
def test_an_input_is_never_a_command(name: str, text: str, tracker: Path) -> None:
    before = sorted(path.name for path in tracker.iterdir())
    assert run_step("Verify", tracker, **{name: text}).returncode == 2  # no such file, format or severity
    assert sorted(path.name for path in tracker.iterdir()) == before


@pytestmark_posix
def test_the_action_checks_tables(tracker: Path) -> None:
    assert run_step("Check the tables", tracker, tables="REPORT.md\n").returncode == 0
    report = tracker / "REPORT.md"
    text = report.read_text(encoding="utf-8")
    region = re.search(r"<!-- claimcheck:table .*?-->\n", text)
    assert region is not None
    report.write_text(text[: region.end()] + "changed by hand\n" + text[region.end() :], encoding="utf-8")
    assert run_step("Check the tables", tracker, tables="REPORT.md").returncode == 1
    assert run_step("Check the tables", tracker, tables="--write").returncode == 2


def test_every_input_of_the_action_is_used() -> None:
    text = ACTION.read_text(encoding="utf-8")
    for name in load(ACTION)["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in text, name


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_what_is_needed(path: Path) -> None:
    """GitHub refuses a form silently: with an id twice, or without a name, a description or a question."""
    form = load(path)
    assert form["name"]
    assert form["description"]
    ids = [each["id"] for each in form["body"]]
    assert len(set(ids)) == len(ids)
    assert "version" in ids
    for each in form["body"]:
        assert each["type"] in ("textarea", "input", "dropdown")
        assert each["attributes"]["label"]
