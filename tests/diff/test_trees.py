"""Versions read from real git repositories, without a checkout, and from folders."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from claimcheck.app import verify
from claimcheck.comparing import FolderTree, GitTree, TreeError, compare, read_sides
from claimcheck.comparing.trees import merge_base, resolve

from .conftest import BASE, QUICK


def git(folder: Path, *words: str, stdin: bytes = b"") -> str:
    who = {f"GIT_{role}_{what}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**kept, **who, "GIT_CONFIG_GLOBAL": os.devnull},
        input=stdin,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def commit(folder: Path, message: str = "x") -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits: the base of these tests, then another value."""
    for key in list(os.environ):
        if key.startswith("GIT_"):
            monkeypatch.delenv(key)
    folder = tmp_path / "repository"
    put(folder, {path: str(text) for path, text in BASE.items()})
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    put(folder, {"claims/quick.yaml": QUICK.replace("value: 91.5%", "value: 92.5%")})
    commit(folder)
    return folder


def changes(old: GitTree | FolderTree, new: GitTree | FolderTree) -> list[tuple[str, str, str]]:
    return [(each.sort, each.what, each.id) for each in compare(*read_sides(old, new)).changes]


def test_two_commits(repository: Path) -> None:
    old, new = GitTree(repository, "HEAD~1"), GitTree(repository, "main")
    assert changes(old, new) == [("changed", "claim", "accuracy")]


def test_a_commit_and_the_working_tree(repository: Path) -> None:
    assert changes(GitTree(repository, "HEAD"), FolderTree(repository, "here")) == []
    (repository / "claims/quick.yaml").unlink()
    assert changes(GitTree(repository, "HEAD"), FolderTree(repository, "here")) == [("removed", "paper", "quick")]


def test_nothing_is_checked_out_and_no_filter_runs(repository: Path) -> None:
    """A filter, a text conversion or a hook of the repository would leave a file behind."""
    trace = repository.parent / "ran"
    git(repository, "config", "filter.evil.smudge", f"touch {trace}; cat")
    git(repository, "config", "diff.evil.textconv", f"touch {trace}; cat")
    put(repository, {".gitattributes": "* filter=evil diff=evil\n"})
    hook = repository / ".git/hooks/post-checkout"
    hook.write_text(f"#!/bin/sh\ntouch {trace}\n", encoding="utf-8")
    hook.chmod(0o755)
    before = sorted(path.name for path in (repository / ".git").iterdir())
    read_sides(GitTree(repository, "HEAD~1"), GitTree(repository, "HEAD"))
    assert not trace.exists()
    assert sorted(path.name for path in (repository / ".git").iterdir()) == before
    assert "92.5%" in (repository / "claims/quick.yaml").read_text(encoding="utf-8")


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path, repository: Path) -> None:
    """Its paths are those below its own folder, in a revision as on disk."""
    inner = repository / "reports [2026] ü"
    put(inner, {path: str(text) for path, text in BASE.items()})
    commit(repository)
    tree = GitTree(inner, "HEAD")
    assert tree.matching(["claims/*.yaml"]) == ["claims/quick.yaml", "claims/vocabulary.yaml"]
    assert changes(tree, FolderTree(inner, "here")) == []
    assert changes(GitTree(inner, "HEAD~1"), tree)[0] == ("added", "paper", "quick")  # the folder was not there yet


def test_names_that_git_would_quote(repository: Path) -> None:
    names = ["claims/ü\t\n.yaml", 'claims/"q".yaml', "claims/--help.yaml", "claims/:(glob)x.yaml"]
    put(repository, dict.fromkeys(names, "x: 1\n"))
    commit(repository)
    tree = GitTree(repository, "HEAD")
    assert set(names) <= set(tree.matching(["claims/*.yaml"]))
    assert tree.read(names) == dict.fromkeys(names, b"x: 1\n")


def test_a_link_inside_the_project_is_followed(repository: Path) -> None:
    """On disk as in a revision; one that leads to itself ends somewhere."""
    put(repository, {"store/real.yaml": "x: 1\n"})
    (repository / "claims/link.yaml").symlink_to("../claims/next.yaml")
    (repository / "claims/next.yaml").symlink_to("../store/real.yaml")
    commit(repository)
    paths = ["claims/link.yaml", "claims/next.yaml"]
    for tree in (GitTree(repository, "HEAD"), FolderTree(repository, "here")):
        assert tree.read(paths) == dict.fromkeys(paths, b"x: 1\n")
    (repository / "claims/loop.yaml").symlink_to("loop.yaml")
    commit(repository)
    assert GitTree(repository, "HEAD").read(["claims/loop.yaml"]) == {"claims/loop.yaml": None}


def test_a_link_that_leads_out_of_the_project_is_not_followed(repository: Path) -> None:
    (repository / "claims/link.yaml").symlink_to("../../secret")
    commit(repository)
    assert GitTree(repository, "HEAD").read(["claims/link.yaml"]) == {"claims/link.yaml": None}
    (repository.parent / "secret").write_text("token", encoding="utf-8")
    assert FolderTree(repository, "here").read(["claims/link.yaml"]) == {"claims/link.yaml": None}
    tree = GitTree(repository, "HEAD")
    _, side = read_sides(tree, tree)
    assert [each.file for each in side.unread] == ["claims/link.yaml"]
    # What `verify` says of it, `diff` says in the same words.
    told = [each.message for each in verify(repository).findings if each.file == "claims/link.yaml"]
    assert [each.message for each in side.unread] == told


def test_what_is_not_there_is_left_out(repository: Path) -> None:
    for tree in (GitTree(repository, "HEAD"), FolderTree(repository, "here")):
        assert tree.read(["nothing.yaml"]) == {}


@pytest.mark.parametrize("revision", ["--upload-pack=touch x", "-h", "-"])
def test_a_revision_that_begins_with_a_hyphen_is_refused(revision: str, repository: Path) -> None:
    with pytest.raises(TreeError, match="does not begin with '-'"):
        GitTree(repository, revision)


@pytest.mark.parametrize(
    "revision",
    [
        "$(touch x)",
        "HEAD;touch x",
        "`touch x`",
        "HEAD\nHEAD",
        "HEAD..HEAD",
        "HEAD:claims",
        "",
        "x" * 5000,
        "../x",
        "\udcff",
    ],
)
def test_what_is_no_revision_is_told_and_runs_nothing(revision: str, repository: Path) -> None:
    with pytest.raises(TreeError, match="neither a revision nor a folder"):
        GitTree(repository, revision)
    assert not (repository / "x").exists()


def test_a_misspelt_branch(repository: Path) -> None:
    with pytest.raises(TreeError, match="Did you mean 'main'"):
        resolve(repository, "mian")


def test_an_annotated_tag_and_an_abbreviated_commit(repository: Path) -> None:
    git(repository, "tag", "--annotate", "--message", "m", "v1")
    commit_id = git(repository, "rev-parse", "HEAD")
    assert resolve(repository, "v1") == resolve(repository, commit_id[:10]) == commit_id


def test_a_folder_that_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(TreeError, match="not a git repository"):
        GitTree(tmp_path, "HEAD")


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.parent))
    with pytest.raises(TreeError, match=r"git cannot be run .*; give two folders"):
        GitTree(repository, "HEAD")


def test_the_commit_from_which_a_branch_left(repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "side")
    commit(repository, "side")
    git(repository, "switch", "--quiet", "main")
    commit(repository, "main goes on")
    assert merge_base(repository, "main", "side") == start
    git(repository, "switch", "--quiet", "--orphan", "alone")
    commit(repository, "alone")
    with pytest.raises(TreeError, match="no commit in common"):
        merge_base(repository, "main", "alone")
