"""A project in another folder than the current one: `-C`, paths as arguments, and what is said where neither leads there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import CLAIMS, Run


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder beside the project, where nothing is."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def bare(project: Path) -> Path:
    """The project without a `pyproject.toml`: then its files are looked for below the current folder alone."""
    (project / "pyproject.toml").unlink()
    return project


@pytest.mark.parametrize("option", ["-C", "--project"])
@pytest.mark.parametrize(
    "words",
    [
        "verify",
        "verify claims/quick.yaml",
        "fix --check",
        "table",
        "export",
        "show quick",
        "why seeds/s.txt:1",
        "redteam",
    ],
)
def test_a_command_runs_as_if_started_in_the_folder(option: str, words: str, run: Run, bare: Path, here: Path) -> None:
    """All paths are taken from there, and what is shown is what is shown there."""
    inside = run(*words.split(), cwd=bare)
    outside = run(option, "../project", *words.split(), cwd=here)
    assert inside.returncode in (0, 1)  # red teaming one small paper may miss something
    assert (outside.returncode, outside.stdout, outside.stderr) == (inside.returncode, inside.stdout, inside.stderr)


def test_a_draft_is_written_there(run: Run, bare: Path, here: Path) -> None:
    (bare / "claims/quick.yaml").unlink()
    assert run("-C", "../project", "new", cwd=here).returncode == 0
    assert (bare / "claims/quick.yaml").is_file()
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("folder", ["../nowhere", "../project/claims/quick.yaml"])
def test_a_folder_that_is_none_is_exit_2(folder: str, run: Run, project: Path, here: Path) -> None:
    done = run("-C", folder, "verify", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert folder in done.stderr


def test_the_shell_completes_what_is_there(run: Run, project: Path, here: Path) -> None:
    done = run(
        "", cwd=here, _CLAIMCHECK_COMPLETE="bash_complete", COMP_WORDS="claimcheck -C ../project show ", COMP_CWORD="4"
    )
    assert "plain,quick" in done.stdout


@pytest.mark.parametrize("words", ["verify {}", "fix --check {}"])
@pytest.mark.parametrize("path", ["../project", "../project/claims", "../project/claims/quick.yaml"])
def test_a_path_finds_its_project_by_the_pyproject(words: str, path: str, run: Run, project: Path, here: Path) -> None:
    assert run(*words.format(path).split(), cwd=here).returncode == 0


def test_show_finds_the_project_of_a_claim_file(run: Run, project: Path, here: Path) -> None:
    done = run("show", "../project/claims/quick.yaml", cwd=here)
    assert done.returncode == 0
    assert done.stdout.startswith("Quick (quick), seeds/s.txt:1:10")


def test_why_knows_a_project_without_a_pyproject(run: Run, bare: Path) -> None:
    """The folder of the file is not that of the project: the number is the claim's, not that of any text."""
    line = CLAIMS.splitlines().index("        value: 91.5%") + 1
    assert "rests on '91.5%' at seeds/s.txt:1" in run("why", f"claims/quick.yaml:{line}", cwd=bare).stdout


@pytest.mark.parametrize("command", ["verify", "fix"])
@pytest.mark.parametrize(
    "path", ["../project", "../project/claims", "../project/claims/quick.yaml", "../project/seeds"]
)
def test_without_a_pyproject_it_is_said_how(command: str, path: str, run: Run, bare: Path, here: Path) -> None:
    done = run(command, path, cwd=here)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.endswith("There is a project in ../project: run claimcheck -C ../project …\n")
    assert "[tool.claimcheck]" not in done.stderr  # one advice is enough


@pytest.mark.parametrize("command", ["verify", "fix", "table", "export"])
def test_from_a_folder_of_the_project_it_is_said_how(command: str, run: Run, bare: Path) -> None:
    done = run(command, cwd=bare / "claims")
    assert done.returncode == 3
    assert done.stderr.endswith("There is a project in ..: run claimcheck -C .. …\n")


def test_a_path_of_another_project_is_told_with_it(run: Run, bare: Path, here: Path) -> None:
    """The first path says which project is meant; a file of another one is none of it."""
    for name in ("seeds/s.txt", "claims/quick.yaml"):
        (here / name).parent.mkdir()
        (here / name).write_text((bare / name).read_text(encoding="utf-8"), encoding="utf-8")
    done = run("verify", "claims/quick.yaml", "../project/claims/quick.yaml", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "../project/claims/quick.yaml: not inside the project here" in done.stderr
    assert done.stderr.endswith("There is a project in ../project: run claimcheck -C ../project …\n")


def test_a_folder_with_nothing_around_it_gets_the_whole_advice(run: Run, here: Path) -> None:
    done = run("verify", cwd=here)
    assert done.returncode == 3
    assert "name that with -C" in done.stderr
    assert "There is a project" not in done.stderr


def test_a_name_with_blanks_can_be_pasted(run: Run, bare: Path, here: Path) -> None:
    bare.rename(bare.parent / "my project")
    done = run("verify", "../my project", cwd=here)
    assert "claimcheck -C '../my project' …" in done.stderr
    assert (
        json.loads(run("-C", "../my project", "verify", "--format", "json", cwd=here).stdout)["summary"]["claims"] == 1
    )
