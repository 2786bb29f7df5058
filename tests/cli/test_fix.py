"""`claimcheck fix` as people run it: what is written, what is shown, what is never touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import CLAIMS, Run
from .test_precommit import commit_all, git

CLAIM_FILE = "claims/quick.yaml"
MENDED = CLAIMS
SLIPPED = CLAIMS.replace("value: 91.5%", "value: 91.5 %  # ours").replace("quote: On WebText", "quote: on webtext")
MENDED_SLIPPED = CLAIMS.replace("value: 91.5%", "value: 91.5%  # ours")
GUESS = CLAIMS.replace("value: 91.5%", "value: 92.5%")


def write(project: Path, text: str, name: str = CLAIM_FILE) -> Path:
    path = project / name
    path.write_bytes(text.encode())
    return path


def test_nothing_to_mend_is_said_and_nothing_written(run: Run, project: Path) -> None:
    before = (project / CLAIM_FILE).stat()
    done = run("fix")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "claimcheck: nothing to mend\n")
    after = (project / CLAIM_FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_mended_is_written_and_told(run: Run, project: Path) -> None:
    path = write(project, SLIPPED)
    done = run("fix")
    assert done.returncode == 0
    assert path.read_text(encoding="utf-8") == MENDED_SLIPPED
    assert done.stdout.splitlines() == [
        "claims/quick.yaml:8:12: the quote in the source's own words (case, white space or markup differed)",
        "claims/quick.yaml:15:16: '91.5 %' as the source writes it: '91.5%'",
    ]
    assert done.stderr == "claimcheck: 2 edits in 1 file\n"
    assert run("verify").returncode == 0


def test_the_second_time_nothing_is_left_to_do(run: Run, project: Path) -> None:
    write(project, SLIPPED)
    run("fix")
    assert run("fix").stderr == "claimcheck: nothing to mend\n"


def test_a_guess_is_left_and_told_on_the_error_stream(run: Run, project: Path) -> None:
    path = write(project, GUESS)
    done = run("fix")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("claims/quick.yaml:15:16: left: another quantity would be another claim")
    assert done.stderr.endswith("claimcheck: nothing to mend; 1 left to you; `claimcheck verify` still tells 1 error\n")
    assert path.read_text(encoding="utf-8") == GUESS


@pytest.mark.parametrize("words", [[], ["--check"], ["--diff"], [CLAIM_FILE]])
def test_what_mending_has_no_word_on_is_counted(words: list[str], run: Run, project: Path) -> None:
    """A TODO, or a subject that nobody names, is nothing that could be mended: `verify` tells it, before and after."""
    text = CLAIMS.replace("value: 91.5%", "value: 91.5 %").replace("dataset: WebText", "dataset: TODO")
    write(project, text.replace("baseline: Slow", "baseline: Sloth"))
    done = run("fix", *words)
    verified = run("verify")
    assert done.stderr.endswith("; `claimcheck verify` still tells 1 error and 1 warning\n")
    if not {"--check", "--diff"} & set(words):
        assert "; 1 error, 1 warning, 0 notes" in verified.stderr


def test_what_is_accepted_is_not_counted(run: Run, project: Path) -> None:
    """As with `verify`: what the project's baseline accepts is not told again."""
    write(project, GUESS)
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nbaseline = "accepted.json"\n', encoding="utf-8")
    run("verify", "--update-baseline")
    assert run("verify").returncode == 0
    assert run("fix").stderr.endswith("claimcheck: nothing to mend; 1 left to you\n")


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing(option: str, run: Run, project: Path) -> None:
    path = write(project, SLIPPED)
    done = run("fix", option)
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr == "claimcheck: 2 edits in 1 file to be made\n"
    assert path.read_text(encoding="utf-8") == SLIPPED
    write(project, MENDED)
    done = run("fix", option)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_diff_is_one_that_git_can_apply(run: Run, project: Path) -> None:
    path = write(project, SLIPPED)
    commit_all(project)
    patch = run("fix", "--diff").stdout
    (project.parent / "fix.patch").write_text(patch, encoding="utf-8")
    git("apply", "../fix.patch", cwd=project)
    assert path.read_text(encoding="utf-8") == MENDED_SLIPPED


def test_the_places_of_a_check_are_those_of_the_file_as_it_is(run: Run, project: Path) -> None:
    """A line is added at the top: what is written stands one line lower than what was read."""
    (project / "claims.schema.json").write_text("{}", encoding="utf-8")
    write(project, SLIPPED)
    assert "claims/quick.yaml:15:16: '91.5 %'" in run("fix", "--check").stdout
    assert "claims/quick.yaml:16:16: '91.5 %'" in run("fix").stdout


def test_line_ends_and_byte_order_mark_stay(run: Run, project: Path) -> None:
    path = project / CLAIM_FILE
    (project / "claims.schema.json").write_text("{}", encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + SLIPPED.replace("\n", "\r\n").encode())
    assert run("fix").returncode == 0
    modeline = "# yaml-language-server: $schema=../claims.schema.json\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + (modeline + MENDED_SLIPPED).replace("\n", "\r\n").encode()


def test_only_the_files_that_are_named_are_mended(run: Run, project: Path) -> None:
    first = write(project, SLIPPED)
    second = write(project, SLIPPED.replace("id: quick", "id: other"), "claims/other.yaml")
    run("fix", "claims/other.yaml")
    assert first.read_text(encoding="utf-8") == SLIPPED
    assert second.read_text(encoding="utf-8") != SLIPPED
    run("fix", "seeds/s.txt")  # the claim files about this source
    assert first.read_text(encoding="utf-8") == MENDED_SLIPPED


def test_a_link_stays_a_link(run: Run, project: Path) -> None:
    (project / "store").mkdir()
    real = project / "store" / "quick.yaml"
    real.write_text(SLIPPED, encoding="utf-8")
    (project / CLAIM_FILE).unlink()
    (project / CLAIM_FILE).symlink_to("../store/quick.yaml")
    assert run("fix").returncode == 0
    assert (project / CLAIM_FILE).is_symlink()
    assert real.read_text(encoding="utf-8") == MENDED_SLIPPED


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_permissions_stay(run: Run, project: Path) -> None:
    path = write(project, SLIPPED)
    path.chmod(0o640)
    run("fix")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_no_claim_file_is_told_and_left(run: Run, project: Path) -> None:
    path = project / "claims/bad.yaml"
    path.write_bytes(b"caf\xe9: [\n")
    done = run("fix")
    assert done.returncode == 0
    assert "claims/bad.yaml:1:1: left: it cannot be read as a claim file" in done.stderr
    assert path.read_bytes() == b"caf\xe9: [\n"


def test_hostile_words_are_shown_and_do_nothing(run: Run, project: Path) -> None:
    hostile = CLAIMS.replace("metric: accuracy", 'metric: "\\e[31mred\\u202e ::error::x"').replace(
        "91.5%\n", "91.5 %\n"
    )
    hostile = hostile.replace("mention: Quick reaches 91.5% accuracy", 'mention: "\\e]8;;x\\aQuick\\u202e"')
    write(project, hostile)
    for words in (["fix", "--diff"], ["fix", "--check"], ["fix"]):
        done = run(*words)
        shown = done.stdout + done.stderr
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["claims/quikc.yaml"], 2, "no such file"),
        (["../elsewhere"], 2, "no such file"),
        (["--bogus"], 2, "No such option"),
    ],
)
def test_bad_usage(words: list[str], code: int, told: str, run: Run) -> None:
    done = run("fix", *words)
    assert done.returncode == code
    assert told in done.stderr


def test_nothing_there_is_3(run: Run, project: Path) -> None:
    (project / CLAIM_FILE).unlink()
    done = run("fix")
    assert done.returncode == 3
    assert "nothing to mend: no claim file matches" in done.stderr


def test_a_file_that_changes_meanwhile_is_not_overwritten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and writing, someone else saves the file."""
    from click.testing import CliRunner

    import claimcheck.fixing
    from claimcheck.cli.fix import command

    path = write(project, SLIPPED)
    real = claimcheck.fixing.fix

    def slow(*arguments, **options):  # type: ignore[no-untyped-def]
        results = real(*arguments, **options)
        path.write_text("someone else's\n", encoding="utf-8")
        return results

    monkeypatch.setattr(claimcheck.fixing, "fix", slow)
    monkeypatch.chdir(project)
    done = CliRunner().invoke(command, [])
    assert done.exit_code == 2
    assert path.read_text(encoding="utf-8") == "someone else's\n"
