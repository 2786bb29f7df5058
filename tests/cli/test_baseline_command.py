"""`verify --baseline` and `--update-baseline` as people meet them, and the page of a GitHub job."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import CLAIMS, Run

CLAIM_FILE = "claims/quick.yaml"
FALSE = CLAIMS.replace("value: 91.5%", "value: 92.5%", 1)


def write(project: Path, text: str) -> None:
    (project / CLAIM_FILE).write_text(text, encoding="utf-8")


def entries(project: Path, name: str = "b.json") -> list[dict[str, str]]:
    document = json.loads((project / name).read_text(encoding="utf-8"))
    assert document["schema"] == "claimcheck-baseline/1"
    found: list[dict[str, str]] = document["findings"]
    return found


def test_the_life_of_a_baseline(run: Run, project: Path) -> None:
    """Accepted, moved, joined by a new mistake, mended, removed."""
    write(project, FALSE)
    made = run("verify", "--baseline", "b.json", "--update-baseline")
    assert (made.returncode, made.stdout) == (0, "")
    assert "0 errors, 0 warnings, 0 notes (1 suppressed)" in made.stderr
    assert [each["marked"] for each in entries(project)] == ["92.5%"]

    write(project, "# moved\n" + FALSE)
    assert run("verify", "--baseline", "b.json").returncode == 0
    assert run("verify").returncode == 1  # nothing is accepted unless the baseline is named

    write(project, FALSE.replace("baseline_value: 88.0%", "baseline_value: 89.0%"))
    done = run("verify", "--baseline", "b.json")
    assert done.returncode == 1
    assert "'89.0%' is not" in done.stdout
    assert "'92.5%'" not in done.stdout
    kept = run("verify", "--baseline", "b.json", "--update-baseline")
    assert kept.returncode == 1  # the file does not grow, so the new finding stays
    assert [each["marked"] for each in entries(project)] == ["92.5%"]

    write(project, CLAIMS)
    stale = run("verify", "--baseline", "b.json")
    assert stale.returncode == 1
    assert "b.json:4:5: CC903 stale-baseline" in stale.stdout
    assert run("verify", "--baseline", "b.json", "--update-baseline").returncode == 0
    assert entries(project) == []
    assert run("verify", "--baseline", "b.json").returncode == 0

    write(project, FALSE)
    again = run("verify", "--baseline", "b.json", "--update-baseline")
    assert again.returncode == 1
    assert entries(project) == []


def test_a_baseline_that_is_right_is_not_written(run: Run, project: Path) -> None:
    write(project, FALSE)
    run("verify", "--baseline", "b.json", "--update-baseline")
    text = json.dumps(json.loads((project / "b.json").read_text(encoding="utf-8")), indent=7)
    (project / "b.json").write_text(text, encoding="utf-8")
    assert run("verify", "--baseline", "b.json", "--update-baseline").returncode == 0
    assert (project / "b.json").read_text(encoding="utf-8") == text


def test_the_configuration_can_name_it(run: Run, project: Path) -> None:
    write(project, FALSE)
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nbaseline = "b.json"\n', encoding="utf-8")
    missing = run("verify")
    assert missing.returncode == 2
    assert "b.json: no such file" in missing.stderr
    assert "--update-baseline" in missing.stderr
    assert run("verify", "--update-baseline").returncode == 0
    assert run("verify", cwd=project / "claims").returncode == 0  # below the root, wherever it is run
    assert run("verify", "--no-config").returncode == 1


def test_a_part_of_the_project_makes_nothing_stale(run: Run, project: Path) -> None:
    write(project, FALSE)
    run("verify", "--baseline", "b.json", "--update-baseline")
    (project / "claims/other.yaml").write_text("schema: [\n", encoding="utf-8")
    assert "stale" not in run("verify", "--baseline", "b.json", "claims/other.yaml").stdout
    assert run("verify", "--baseline", "b.json", CLAIM_FILE).returncode == 0
    assert run("verify", "--baseline", "b.json", "--select", "CC3").returncode == 0


def test_nothing_is_hidden_without_ignores(run: Run, project: Path) -> None:
    write(project, FALSE)
    run("verify", "--baseline", "b.json", "--update-baseline")
    assert "'92.5%' is not" in run("verify", "--baseline", "b.json", "--no-ignores").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--update-baseline"], "needs a file"),
        (["--baseline", "b.json"], "no such file"),
        (["--baseline", CLAIM_FILE], "not JSON"),
        (["--baseline", "../b.json", "--update-baseline"], "not inside the project"),
        (["--baseline", "b.json", "--update-baseline", "--select", "CC2"], "the whole project"),
        (["--baseline", "b.json", "--update-baseline", CLAIM_FILE], "the whole project"),
        (["--baseline", "b.json", "--update-baseline", "--no-ignores"], "the whole project"),
    ],
)
def test_bad_usage_is_told_and_writes_nothing(words: list[str], told: str, run: Run, project: Path) -> None:
    before = sorted(project.parent.rglob("*"))
    done = run("verify", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert sorted(project.parent.rglob("*")) == before


def test_a_link_that_leads_out_is_not_read(run: Run, project: Path) -> None:
    (project.parent / "secret.json").write_text('{"token": "hunter2"}', encoding="utf-8")
    (project / "b.json").symlink_to("../secret.json")
    done = run("verify", "--baseline", "b.json")
    assert done.returncode == 2
    assert "leads out of the project" in done.stderr


# --- the page of a GitHub job -----------------------------------------------------------------------------------------


def test_the_summary_is_added_to_the_page_of_the_job(run: Run, project: Path, tmp_path: Path) -> None:
    """Other steps wrote there before, and write there after."""
    page = tmp_path / "summary.md"
    page.write_text("# an earlier step\n\n", encoding="utf-8")
    write(project, FALSE)
    done = run("verify", "--format", "github", GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=claims/quick.yaml,line=15,")
    markdown = run("verify", "--format", "markdown").stdout
    assert page.read_text(encoding="utf-8") == "# an earlier step\n\n" + markdown
    assert "value-not-in-quote" in markdown


@pytest.mark.parametrize("form", ["concise", "markdown", "json"])
def test_other_formats_leave_the_page_alone(form: str, run: Run, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    run("verify", "--format", form, GITHUB_STEP_SUMMARY=str(page))
    assert not page.exists()


def test_a_page_that_cannot_be_written_is_told_and_changes_nothing_else(
    run: Run, project: Path, tmp_path: Path
) -> None:
    plain = run("verify", "--format", "github", GITHUB_STEP_SUMMARY="")
    done = run("verify", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path))  # a folder
    assert (done.returncode, done.stdout) == (plain.returncode, plain.stdout) == (0, "")
    assert "GITHUB_STEP_SUMMARY: cannot be written: Is a directory" in done.stderr
