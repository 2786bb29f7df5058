"""`claimcheck diff` as people and workflows run it: what is compared with what, exit codes, formats, hostile names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import CLAIMS, Run
from .test_precommit import commit_all, git

CLAIM_FILE = "claims/quick.yaml"
OTHER = CLAIMS.replace("value: 91.5%", "value: 92.5%")
CHANGED = "  ~ claims/quick.yaml:10 claim accuracy: value 91.5% → 92.5%"


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project with one commit, on the branch main."""
    for key in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(key, raising=False)
    commit_all(project)
    git("branch", "--move", "main", cwd=project)
    return project


def write(folder: Path, text: str, name: str = CLAIM_FILE) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--no-verify", "--message", "x", cwd=folder)


def test_without_words_the_last_commit_and_the_working_tree(run: Run, repository: Path) -> None:
    done = run("diff")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "HEAD → the working tree: nothing that is said has changed\n",
        "",
    )
    write(repository, OTHER)
    done = run("diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["HEAD → the working tree: 1 claim changed", "", "quick", CHANGED]


def test_one_word_is_the_base(run: Run, repository: Path) -> None:
    write(repository, OTHER)
    commit(repository)
    assert run("diff").stdout.endswith("nothing that is said has changed\n")
    assert CHANGED in run("diff", "HEAD~1").stdout


@pytest.mark.parametrize("pattern", ["seeds/**", "seeds/**/*.txt"])
def test_a_pattern_means_the_same_in_a_commit_and_on_disk(pattern: str, run: Run, repository: Path) -> None:
    """Else an unchanged repository would be told to have lost its abstracts."""
    write(repository, f'[tool.claimcheck]\nsources = ["{pattern}"]\n', "pyproject.toml")
    commit(repository)
    assert run("diff", "--exit-code").stdout == "HEAD → the working tree: nothing that is said has changed\n"


def test_two_words(run: Run, repository: Path) -> None:
    write(repository, OTHER)
    commit(repository)
    write(repository, "unfinished", CLAIM_FILE)
    done = run("diff", "HEAD~1", "HEAD")
    assert done.stdout.splitlines()[0] == "HEAD~1 → HEAD: 1 claim changed"
    assert CHANGED in done.stdout


def test_a_pull_request_is_compared_with_where_it_began(run: Run, repository: Path) -> None:
    """Main went on meanwhile; what happened there is not what the branch does."""
    git("switch", "--quiet", "--create", "branch", cwd=repository)
    write(repository, OTHER)
    commit(repository)
    git("switch", "--quiet", "main", cwd=repository)
    write(repository, CLAIMS.replace("metric: accuracy", "metric: precision"))
    commit(repository)
    git("switch", "--quiet", "branch", cwd=repository)
    assert "metric precision → accuracy" in run("diff", "main").stdout
    for words in (["main"], ["main", "HEAD"]):
        done = run("diff", "--merge-base", *words)
        assert done.stdout.splitlines()[0].startswith("main (")
        assert CHANGED in done.stdout
        assert "metric" not in done.stdout


def test_two_folders_need_no_repository(run: Run, project: Path) -> None:
    for name, text in (("old", CLAIMS), ("new", OTHER)):
        write(project.parent / name, text)
    done = run("diff", "../old", "../new")
    assert done.stdout.splitlines()[0] == "../old → ../new: 1 claim changed"
    assert CHANGED in done.stdout


def test_a_folder_that_is_a_branch_too_is_asked_about(run: Run, repository: Path) -> None:
    git("branch", "claims", cwd=repository)
    done = run("diff", "claims")
    assert done.returncode == 2
    assert "write './claims' or 'refs/heads/claims'" in done.stderr
    assert run("diff", "refs/heads/claims").returncode == 0
    assert run("diff", "./claims", ".").returncode == 0


def test_the_exit_code_is_0_unless_asked(run: Run, repository: Path) -> None:
    assert run("diff", "--exit-code").returncode == 0
    write(repository, CLAIMS.replace("value: 91.5%", "value: '91.5%'"))
    assert run("diff", "--exit-code").returncode == 0  # written otherwise
    write(repository, OTHER)
    assert run("diff").returncode == 0
    for form in ("text", "markdown", "json"):
        assert run("diff", "--exit-code", "--format", form).returncode == 1


def test_formats(run: Run, repository: Path) -> None:
    write(repository, OTHER)
    assert run("diff", "--format", "markdown").stdout.startswith(
        "## Claims: 1 claim changed\n\nHEAD → the working tree\n\n### quick\n\n- changed: "
    )
    record = json.loads(run("diff", "--format", "json").stdout)
    assert record["changes"][0]["fields"] == [{"name": "value", "old": "91.5%", "new": "92.5%"}]


def test_what_weakens_the_checks_stands_apart(run: Run, repository: Path) -> None:
    write(repository, OTHER + "names: [Top 92.5]\n")
    write(repository, '[tool.claimcheck]\nignore = ["CC201", "CC403"]\n', "pyproject.toml")
    lines = run("diff").stdout.splitlines()
    assert lines[0].endswith("; 2 changes weaken the checks")
    part = lines[lines.index("Weakens checks") + 1 : lines.index("quick")]
    assert part[0].startswith("  ! claims/quick.yaml:19 quick: name Top 92.5 added: ")
    assert any("no longer checked: value-not-in-quote, unused-not-claim" in line for line in part)


def test_what_does_not_load_is_told(run: Run, repository: Path) -> None:
    write(repository, "names: [\n")
    write(repository, "[tool.claimcheck]\nsorces = []\n", "pyproject.toml")
    done = run("diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Not compared" in done.stdout
    assert "claims/quick.yaml:2 in the working tree: " in done.stdout
    assert (
        "pyproject.toml:1 in the working tree: [tool.claimcheck] has no key 'sorces'. Did you mean 'sources'?"
        in done.stdout
    )
    assert "removed" not in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mian"], "'mian' is neither a revision nor a folder. Did you mean 'main'?"),
        (["main..HEAD"], "Give the two revisions as two words"),
        (["--", "-x"], "a revision does not begin with '-'"),
        (["--", "HEAD", "--output=x"], "a revision does not begin with '-'"),
        (["../nowhere", ".."], "neither a revision nor a folder"),
        (["--merge-base", "."], "--merge-base compares revisions, not folders"),
        (["a", "b", "c"], "unexpected extra argument"),
        (["--format", "html"], "Invalid value"),
        (["\x1b[31m\u202e"], "neither a revision nor a folder"),
    ],
)
def test_bad_usage_is_2(words: list[str], told: str, run: Run, repository: Path) -> None:
    done = run("diff", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_no_repository_is_2(run: Run, project: Path) -> None:
    done = run("diff", GIT_CEILING_DIRECTORIES=str(project.parent))
    assert done.returncode == 2
    assert "not a git repository" in done.stderr


def test_no_commit_yet_is_2(run: Run, project: Path) -> None:
    git("init", "--quiet", cwd=project)
    done = run("diff")
    assert done.returncode == 2
    assert "'HEAD' is neither a revision nor a folder" in done.stderr


def test_hostile_names_and_words_are_shown_and_do_nothing(run: Run, repository: Path) -> None:
    text = OTHER.replace("value: 92.5%", 'value: "\\e[31m92.5%\\u202e ::error::x <script>"')
    write(repository, text)
    write(repository, CLAIMS, "claims/\x1b[31m\u202e<b>\n::error::.yaml")
    for form in ("text", "markdown", "json"):
        done = run("diff", "--format", form)
        assert done.returncode == 0
        for raw in ("\x1b", "\u202e", "\n::error"):
            assert raw not in done.stdout + done.stderr
    assert "<b>" not in run("diff", "--format", "markdown").stdout


def test_color_by_the_terminals_rules(run: Run, repository: Path) -> None:
    write(repository, OTHER)
    assert "\x1b[" not in run("diff").stdout
    assert "\x1b[" in run("diff", "--color").stdout
    assert "\x1b[" in run("diff", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("diff", FORCE_COLOR="1", NO_COLOR="1").stdout
