"""The outcome of a run is kept for as long as nothing that it depends on has changed, and never in the project."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ABSTRACT = "Abstract:We present Corvus. On Aria, Corvus reaches 81.2% accuracy.\n"
CLAIMS = """\
schema: claimcheck/1
paper:
  id: corvus
  name: Corvus
  starts: We present Corvus
  abstract: sha256:{digest}
evidence:
  - quote: On Aria, Corvus reaches 81.2% accuracy.
    claims:
      - {{id: accuracy, kind: result, subject: Corvus, metric: accuracy, dataset: Aria, value: {value}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    from claimcheck.sources.abstract import digest

    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    (root / "claims").mkdir()
    (root / "pyproject.toml").write_text("[tool.claimcheck]\n")
    (root / "seeds" / "s.txt").write_text(ABSTRACT)
    write(root, digest(ABSTRACT.removeprefix("Abstract:"))[:16], "81.2%")
    return root


def write(root: Path, digest: str, value: str) -> None:
    (root / "claims" / "corvus.yaml").write_text(CLAIMS.format(digest=digest, value=value))


def verify(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command with a cache folder beside the project; `imported` modules tell whether anything was checked."""
    kept = {name: value for name, value in os.environ.items() if name != "CLAIMCHECK_NO_CACHE"}
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "claimcheck", "verify", *options],
        cwd=root,
        env=kept | {"XDG_CACHE_HOME": str(root.parent / "cache"), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def checked(run: subprocess.CompletedProcess[str]) -> bool:
    return "claimcheck.runner" in run.stderr


def summary(run: subprocess.CompletedProcess[str]) -> str:
    return next(line for line in run.stderr.splitlines() if "numbers verified" in line or "number verified" in line)


def test_an_unchanged_project_is_told_again_without_a_check(project: Path) -> None:
    first, second = verify(project), verify(project)
    assert checked(first) and not checked(second)
    assert (
        (second.returncode, second.stdout, summary(second))
        == (first.returncode, first.stdout, summary(first))
        != (1, "", "")
    )
    assert checked(verify(project, "--no-cache"))
    assert checked(verify(project, CLAIMCHECK_NO_CACHE="1"))


def test_findings_are_told_again_with_their_exit_code(project: Path) -> None:
    text = (project / "claims" / "corvus.yaml").read_text()
    (project / "claims" / "corvus.yaml").write_text(text.replace("value: 81.2%", "value: 82.1%"))
    first, second = verify(project), verify(project)
    assert first.returncode == second.returncode == 1
    assert first.stdout == second.stdout
    assert "CC201" in second.stdout and not checked(second)


@pytest.mark.parametrize("name", ["claims/corvus.yaml", "seeds/s.txt", "pyproject.toml"])
def test_a_changed_byte_is_checked(project: Path, name: str) -> None:
    verify(project)
    path = project / name
    before = path.stat()
    path.write_bytes(path.read_bytes() + b"\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # the content counts, not the time
    assert checked(verify(project))


@pytest.mark.parametrize(
    ("configuration", "source"),
    [
        ('sources = "abstracts"', "abstracts"),
        ('sources = "abstracts.txt"', "abstracts.txt"),
        ('sources = ["./texts//*"]', "texts/s"),
        ('sources = "seeds/**"', "seeds/deep/er.txt"),
        ('vocabulary = "claims/[v].yaml"', "claims/[v].yaml"),
    ],
)
def test_whatever_is_read_counts_however_the_configuration_writes_it(
    configuration: str, source: str, project: Path
) -> None:
    """A string stands for a list of one; taken letter by letter it would name no file, and no change would be seen."""
    (project / "pyproject.toml").write_text(f"[tool.claimcheck]\n{configuration}\n")
    path = project / source
    path.parent.mkdir(parents=True, exist_ok=True)
    if "vocabulary" in configuration:
        path.write_text("schema: claimcheck-vocabulary/1\nmodels:\n  - {name: Corvus}\n")
    else:
        (project / "seeds" / "s.txt").rename(path)
    assert verify(project).returncode == 0
    assert not checked(verify(project)), "it is kept at all"
    path.write_text(path.read_text().replace("81.2%", "18.2%").replace("Corvus}", "Corvus, alias: x}"))
    run = verify(project)
    assert checked(run) and run.returncode == 1


def test_every_file_that_a_run_reads_is_in_the_key(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read, and what goes into the hash, is asked of one function: neither can go out of step."""
    from claimcheck import app, cache
    from claimcheck.config import Config, Files

    monkeypatch.delenv("CLAIMCHECK_NO_CACHE", raising=False)
    other = project / "elsewhere.txt"
    other.write_text(ABSTRACT.replace("81.2%", "81.3%"))
    monkeypatch.setattr(Config, "files", lambda self: Files((other,), (), None, None))
    assert [each.file.path for each in app.load(project).dataset.sources] == ["elsewhere.txt"]
    before = cache.key(project, ())
    other.write_text(ABSTRACT)
    assert None is not before != cache.key(project, ())


def test_a_file_that_is_overlooked_is_told_though_it_is_not_read(project: Path) -> None:
    verify(project)
    (project / "claims" / "lumen.YAML").write_text("x")
    assert "CC008" in verify(project).stdout


def test_a_new_or_removed_file_is_checked(project: Path) -> None:
    verify(project)
    (project / "seeds" / "t.txt").write_text("Abstract:Another one.\n")
    run = verify(project)
    assert checked(run) and "CC402" in run.stdout
    (project / "seeds" / "t.txt").unlink()
    assert not checked(verify(project)), "the project is what it was before"


def test_options_have_outcomes_of_their_own(project: Path) -> None:
    verify(project)
    assert verify(project, "--format", "json").stdout.startswith("{")
    assert not verify(project).stdout.startswith("{")


def test_nothing_is_written_into_the_project(project: Path) -> None:
    before = sorted(path.relative_to(project) for path in project.rglob("*"))
    verify(project)
    assert sorted(path.relative_to(project) for path in project.rglob("*")) == before


def test_a_link_is_never_kept(project: Path) -> None:
    target = project / "claims" / "real.txt"
    (project / "claims" / "corvus.yaml").rename(target)
    (project / "claims" / "corvus.yaml").symlink_to(target)
    assert checked(verify(project)) and checked(verify(project))


def test_a_damaged_outcome_is_not_believed(project: Path) -> None:
    first = verify(project)
    for path in (project.parent / "cache" / "claimcheck").iterdir():
        path.write_text("clean")
    run = verify(project)
    assert checked(run) and run.stdout == first.stdout
