"""The pre-commit hooks, run by the real pre-commit from a clone of this tree: true claims pass, a falsified one does not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ABSTRACT, CLAIMS, ROOT

# The README's own words, so that they are known to work: the clone lies beside the contributor's folder.
CONFIG = re.findall(
    r"<!-- runs as \.pre-commit-config\.yaml -->\n```yaml\n(.*?)```",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.DOTALL,
)[0]
REPORT = "# Report\n\n<!-- claimcheck:table by-metric -->\n<!-- /claimcheck:table -->\n"
CLAIM_FILE = "claims/quick.yaml"


def call(*words: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a program without anything that an outer git, or a virtual environment, has set."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))}
    identity = {
        f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        list(map(str, words)),
        cwd=cwd,
        env={**kept, **identity, "GIT_CONFIG_GLOBAL": os.devnull, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(*words: str | Path, cwd: Path) -> str:
    done = call("git", *words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit_all(folder: Path) -> None:
    """Makes the folder a repository with one commit of all it holds."""
    git("init", "--quiet", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--no-verify", "--message", "All", cwd=folder)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this tree as it is now, changes that are not committed included."""
    clone = tmp_path_factory.mktemp("hooks") / "claimcheck"
    for name in ("claimcheck", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            clone.mkdir(exist_ok=True)
            shutil.copy(source, clone / name)
    commit_all(clone)
    return clone


class Contributor:
    """Someone who works in a repository where the hooks are installed."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._home = home

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def pre_commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        return call(sys.executable, "-m", "pre_commit", *words, cwd=self.folder, PRE_COMMIT_HOME=str(self._home))

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        git("add", "--all", cwd=self.folder)
        return call("git", "commit", "--message", message, cwd=self.folder, PRE_COMMIT_HOME=str(self._home))


@pytest.fixture(scope="module")
def contributor(hooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Contributor:
    """A contributor whose hooks are installed; they come from the index, so that this needs a network."""
    someone = Contributor(hooks.parent / "tracker", tmp_path_factory.mktemp("pre-commit-home"))
    someone.folder.mkdir()
    git("init", "--quiet", cwd=someone.folder)
    someone.write(".pre-commit-config.yaml", CONFIG)
    git("add", "--all", cwd=someone.folder)
    done = someone.pre_commit("install", "--install-hooks")
    if done.returncode != 0:
        told = f"pre-commit cannot make the hooks' environment: {(done.stdout + done.stderr)[-2000:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    return someone


def test_a_falsified_number_is_not_committed(contributor: Contributor) -> None:
    """The same files are taken as long as they are true, and stopped once one digit is not the source's."""
    contributor.write("seeds/s.txt", f"Abstract:{ABSTRACT}\n")
    contributor.write(CLAIM_FILE, CLAIMS)
    contributor.write("REPORT.md", REPORT)

    # The report is not filled yet: the second hook stops the commit, and says what to do.
    stopped = contributor.commit("Claims")
    assert stopped.returncode != 0
    assert "out of date; run: claimcheck table --write REPORT.md" in stopped.stdout + stopped.stderr

    filled = call(
        sys.executable,
        "-m",
        "claimcheck",
        "table",
        "--write",
        "REPORT.md",
        cwd=contributor.folder,
        PYTHONPATH=str(ROOT),
    )
    assert filled.returncode == 0, filled.stderr
    good = contributor.commit("Claims")
    assert good.returncode == 0, good.stdout + good.stderr
    assert git("log", "--format=%s", cwd=contributor.folder) == "Claims"

    contributor.write(CLAIM_FILE, CLAIMS.replace("value: 91.5%", "value: 91.6%"))
    bad = contributor.commit("A better number")
    assert bad.returncode != 0
    assert "claims/quick.yaml:15:16: CC201 value-not-in-quote" in bad.stdout + bad.stderr
    assert git("log", "--format=%s", cwd=contributor.folder) == "Claims"

    contributor.write(CLAIM_FILE, CLAIMS)
    contributor.write("seeds/s.txt", f"Abstract:{ABSTRACT.replace('91.5%', '91.6%')}\n")
    changed = contributor.commit("The source changes under the claims")
    assert changed.returncode != 0
    assert "CC103 abstract-changed" in changed.stdout + changed.stderr


def test_a_source_is_not_removed_under_its_claims(contributor: Contributor) -> None:
    """pre-commit gives a hook no removed files, so one that waited for a file would not start."""
    contributor.write("seeds/s.txt", f"Abstract:{ABSTRACT}\n")
    contributor.write(CLAIM_FILE, CLAIMS)
    git("add", "--all", cwd=contributor.folder)
    git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "All is well", cwd=contributor.folder)
    (contributor.folder / "seeds/s.txt").unlink()
    removed = contributor.commit("Tidy up")
    assert removed.returncode != 0
    assert "CC102 abstract-not-found" in removed.stdout + removed.stderr


def test_the_manifest_is_one_that_pre_commit_takes(hooks: Path) -> None:
    done = call(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=hooks)
    assert done.returncode == 0, done.stdout
    config = call(sys.executable, "-m", "pre_commit", "validate-config", ROOT / ".pre-commit-config.yaml", cwd=hooks)
    assert config.returncode == 0, config.stdout
