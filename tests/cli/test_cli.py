"""The command line as people and programs meet it: exit codes, hints, colour, streams, hostile names."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.cli import COMMANDS
from claimcheck.sources import digest

from .conftest import ABSTRACT, CLAIMS, Run, environment

FALSIFIED = CLAIMS.replace("value: 91.5%", "value: 92.5%")
CLAIM_FILE = "claims/quick.yaml"


def write(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# --- exit codes -------------------------------------------------------------------------------------------------------


def test_nothing_wrong_is_0(run: Run) -> None:
    done = run("verify")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file, 1 claim: 2 of 2 numbers verified; 0 errors, 0 warnings, 0 notes\n"


def test_a_finding_is_1(run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    done = run("verify")
    assert done.returncode == 1
    assert "claims/quick.yaml:15:16: CC201 value-not-in-quote" in done.stdout  # line 15, column 16: the value


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"])
def test_the_exit_code_does_not_depend_on_the_format(form: str, run: Run, project: Path) -> None:
    assert run("verify", "--format", form).returncode == 0
    write(project, CLAIM_FILE, FALSIFIED)
    assert run("verify", "--format", form).returncode == 1


def test_fail_on_says_what_is_1(run: Run, project: Path) -> None:
    """An abstract that nobody claims anything of is a warning by default, and a warning is not an error."""
    write(project, "seeds/t.txt", "Abstract:Another abstract.\n")
    assert run("verify").returncode == 0
    assert run("verify", "--fail-on", "warning").returncode == 1
    write(project, "pyproject.toml", '[tool.claimcheck]\nfail-on = "warning"\n')
    assert run("verify").returncode == 1
    assert run("verify", "--fail-on", "error").returncode == 0


@pytest.mark.parametrize(
    "words", [["verify", "--bogus"], ["bogus"], ["verify", "--format", "bogus"], ["verify", "--select", "bogus"]]
)
def test_bad_usage_is_2(words: list[str], run: Run) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.claimcheck\n", "cannot be read"),
        ("[tool.claimcheck]\nsorces = []\n", "Did you mean 'sources'?"),
        ("[tool.claimcheck]\nsources = 7\n", "sources must be a list of strings"),
        ('[tool.claimcheck]\nclaims = ["../*.yaml"]\n', "must be a path below the folder"),
        ('[tool.claimcheck]\nfail-on = "eror"\n', "Did you mean 'error'?"),
        ('[tool.claimcheck.severity]\nvalue-not-in-qoute = "note"\n', "Did you mean 'value-not-in-quote'?"),
        ('[tool.claimcheck]\nignore = ["CC999"]\n', "no rule 'CC999'"),
    ],
)
def test_a_bad_configuration_is_2(text: str, told: str, run: Run, project: Path) -> None:
    write(project, "pyproject.toml", text)
    done = run("verify")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pyproject.toml" in done.stderr
    assert told in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root can read every file")
def test_a_file_without_permission_is_2(run: Run, project: Path) -> None:
    (project / CLAIM_FILE).chmod(0)
    done = run("verify")
    assert done.returncode == 2
    assert "claims/quick.yaml: cannot be read: Permission denied" in done.stderr


def test_a_link_to_nowhere_is_2(run: Run, project: Path) -> None:
    (project / "claims/gone.yaml").symlink_to("nowhere.yaml")
    done = run("verify")
    assert done.returncode == 2
    assert "claims/gone.yaml: cannot be read: No such file" in done.stderr


def test_a_link_to_itself_is_2(run: Run, project: Path) -> None:
    (project / "claims/loop.yaml").symlink_to("loop.yaml")
    done = run("verify")
    assert done.returncode == 2
    assert "claims/loop.yaml: cannot be read" in done.stderr


def test_a_path_that_is_not_there_is_2(run: Run) -> None:
    done = run("verify", "claims/quikc.yaml")
    assert done.returncode == 2
    assert "claims/quikc.yaml: no such file or folder" in done.stderr


def test_a_file_that_is_neither_claims_nor_source_is_2(run: Run, project: Path) -> None:
    write(project, "notes.txt", "Abstract: 5 of them.\n")
    done = run("verify", "notes.txt")
    assert done.returncode == 2
    assert "notes.txt: neither a claim file" in done.stderr


def test_a_path_outside_the_project_is_2(run: Run, project: Path) -> None:
    write(project, "../elsewhere.yaml", CLAIMS)
    done = run("verify", CLAIM_FILE, "../elsewhere.yaml")
    assert done.returncode == 2
    assert "not inside the project" in done.stderr


def test_a_link_that_leads_out_of_the_project_is_a_finding(run: Run, project: Path) -> None:
    """The file is there and could be read; that it is not read must be told, and its words must not be."""
    write(project, "../secret.yaml", "token: hunter2\n")
    (project / "claims/secret.yaml").symlink_to("../../secret.yaml")
    done = run("verify", "--format", "json")
    assert done.returncode == 1
    assert "leads out of the project" in done.stdout
    assert "hunter2" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("command", "purpose"),
    [
        ("verify", "check"),
        ("fix", "mend"),
        ("table", "show"),
        ("show quick", "show"),
        ("export", "show"),
        ("redteam", "falsify"),
    ],
)
@pytest.mark.parametrize("missing", ["claims", "both"])
def test_nothing_to_check_is_3(missing: str, command: str, purpose: str, run: Run, project: Path) -> None:
    (project / CLAIM_FILE).unlink()
    if missing == "both":
        (project / "seeds/s.txt").unlink()
    done = run(*command.split())
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"claimcheck: nothing to {purpose}: no ")
    # What is there is not told as missing, and what to do depends on it.
    assert ("seeds/*.txt" in done.stderr) == (missing == "both")
    assert ("`claimcheck new --from FILE --append-source`" in done.stderr) == (missing == "both")
    assert ("`claimcheck new` drafts one" in done.stderr) == (missing == "claims")


def test_the_package_says_the_same_of_nothing_to_check(project: Path) -> None:
    (project / CLAIM_FILE).unlink()
    with pytest.raises(app.NothingToCheck, match="no claim file matches"):
        app.verify(project)


def test_claims_that_cannot_be_read_are_not_called_missing(run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, "schema: [\n")
    done = run("redteam")
    assert done.returncode == 3
    assert "no claim of a claim file can be checked; `claimcheck verify` says why" in done.stderr
    assert "matches" not in done.stderr


def test_only_what_was_asked_for_counts_as_suppressed(run: Run, project: Path) -> None:
    """The other file waives a finding of its own, which has no place in the summary of this one."""
    other = CLAIMS.replace("id: quick", "id: other").replace("Quick", "Other").replace(" value: 91.5%", " value: 92.5%")
    text = ABSTRACT.replace("Quick", "Other")
    write(project, "seeds/o.txt", f"Abstract:{text}\n")
    waived = other.replace(
        "        mention: Other reaches 91.5% accuracy\n", "        waive: [{rule: CC201, reason: a test}]\n"
    )
    waived = re.sub(r"sha256:\w+", f"sha256:{digest(text)[:16]}", waived)
    write(project, "claims/other.yaml", waived)
    assert "suppressed" in run("verify", "claims/other.yaml").stderr
    assert "suppressed" in run("verify").stderr
    done = run("verify", CLAIM_FILE)
    assert done.returncode == 0, done.stdout
    assert "suppressed" not in done.stderr


@pytest.mark.parametrize("pattern", ["seeds/**", "seeds/**/*", "**/s.txt", "seeds/**.txt"])
def test_a_pattern_means_the_same_whatever_python_runs(pattern: str, run: Run, project: Path) -> None:
    write(project, "pyproject.toml", f'[tool.claimcheck]\nsources = ["{pattern}"]\n')
    done = run("verify")
    assert done.returncode == 0, done.stdout


def test_an_ignore_for_files_means_the_files_that_the_same_pattern_would_check(run: Run, project: Path) -> None:
    """`*` stays in its folder here as in `claims`; `**` goes through folders."""
    table = '[tool.claimcheck]\nclaims = ["claims/**/*.yaml"]\n[tool.claimcheck.per-file-ignores]\n"{}" = ["CC2"]\n'
    write(project, "claims/more/quick.yaml", FALSIFIED)
    (project / CLAIM_FILE).unlink()
    for pattern, suppressed in (("claims/*.yaml", False), ("claims/**/*.yaml", True), ("claims/**", True)):
        write(project, "pyproject.toml", table.format(pattern))
        assert ("suppressed" in run("verify").stderr) == suppressed


def test_a_pattern_that_hides_nothing_is_noted_of_the_whole_project_alone(project: Path, run: Run) -> None:
    """Of a part, nobody can say; and it is no more than a note, for files come and go."""
    write(project, "pyproject.toml", '[tool.claimcheck.per-file-ignores]\n"claim/*.yaml" = ["CC201"]\n')
    done = run("verify", "--fail-on", "warning")
    assert done.returncode == 0
    assert done.stdout == (
        "pyproject.toml: CC901 unused-ignore per-file-ignores: nothing to ignore in 'claim/*.yaml': "
        "value-not-in-quote finds nothing there\n"
    )
    assert run("verify", CLAIM_FILE).stdout == ""
    assert run("verify", "--select", "CC203,CC901").stdout == ""  # the rule that it is for did not run
    assert run("verify", "--no-ignores").stdout == ""


INTERRUPTED = """
import sys
from claimcheck import app, cli
def interrupted(*args, **kwargs): raise KeyboardInterrupt
app.load = interrupted
sys.argv = ["claimcheck", "verify"]
cli.main()
"""


def test_ctrl_c_is_130(project: Path) -> None:
    """1 would say that something was found."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=project, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_a_folder_with_nothing_to_check_is_3(run: Run, project: Path) -> None:
    (project / "docs").mkdir()
    assert run("verify", "docs").returncode == 3


CRASH = """
import sys
from claimcheck import app, cli
def broken(*args, **kwargs): raise RuntimeError("unforeseen")
app.load = broken
sys.argv = ["claimcheck", "verify"]
cli.main()
"""


def crash(project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CRASH],
        cwd=project,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_internal_error_is_70_and_says_what_to_do(project: Path) -> None:
    done = crash(project)
    assert (done.returncode, done.stdout) == (70, "")
    assert "internal error: RuntimeError: unforeseen" in done.stderr
    assert "report" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_internal_error_can_be_looked_at(project: Path) -> None:
    assert "Traceback" in crash(project, CLAIMCHECK_TRACEBACK="1").stderr


# --- where the project is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [[], [CLAIM_FILE], ["claims"], ["seeds/s.txt"], ["."]])
def test_without_a_pyproject_the_current_folder_is_the_project(words: list[str], run: Run, project: Path) -> None:
    (project / "pyproject.toml").unlink()
    done = run("verify", *words)
    assert done.returncode == 0
    assert "2 of 2 numbers verified" in done.stderr


@pytest.mark.parametrize(("folder", "words"), [("claims", []), ("claims", ["quick.yaml"]), ("..", ["project"])])
def test_the_nearest_pyproject_says_where_the_project_is(
    folder: str, words: list[str], run: Run, project: Path
) -> None:
    done = run("verify", *words, cwd=project / folder)
    assert done.returncode == 0
    assert "2 of 2 numbers verified" in done.stderr


def test_a_pyproject_above_the_repository_is_not_this_projects(run: Run, project: Path) -> None:
    inner = project / "inner"
    (inner / ".git").mkdir(parents=True)
    assert run("verify", cwd=inner).returncode == 3


# --- hints ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verfy"], "Did you mean 'verify'?"),
        (["tabel"], "Did you mean 'table'?"),
        (["verify", "--fromat", "json"], "--format"),
        (["verify", "--select", "value-not-in-qoute"], "Did you mean 'value-not-in-quote'?"),
        (["explain", "CC2O1"], "Did you mean 'CC201'?"),
        (["explain", "mentoin"], "Did you mean 'mention'?"),
    ],
)
def test_the_nearest_name_is_told(words: list[str], told: str, run: Run) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_nearest_field_is_told(run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, CLAIMS.replace("metric: accuracy", "metrik: accuracy"))
    done = run("verify")
    assert done.returncode == 1
    assert "claims/quick.yaml:13:9: CC004 schema unknown field 'metrik'. Did you mean 'metric'?" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_how_it_is_used(command: str, run: Run) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: claimcheck {command}")


def test_the_commands_are_listed(run: Run) -> None:
    listed = run("--help").stdout
    assert all(f"  {command} " in listed for command in COMMANDS)


# --- streams and colour -----------------------------------------------------------------------------------------------


def test_findings_go_to_stdout_and_the_summary_to_stderr(run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    done = run("verify", "--format", "concise")
    (line,) = done.stdout.splitlines()
    row = FALSIFIED[: FALSIFIED.index("92.5%")].count("\n") + 1
    assert line.startswith(f"claims/quick.yaml:{row}:16: CC201 ")
    assert done.stderr.startswith("1 file, 1 claim: 1 of 2 numbers verified; ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_stdout_is_one_json_document_even_with_coverage(form: str, run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    assert json.loads(run("verify", "--coverage", "--format", form).stdout)


def test_output_goes_to_a_file_if_asked_for(run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    done = run("verify", "--format", "json", "--output", "report.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((project / "report.json").read_text(encoding="utf-8"))["findings"]


@pytest.mark.parametrize("name", ["claims/quick.yaml", "seeds/s.txt", "pyproject.toml", "seeds/../seeds/s.txt"])
def test_a_report_replaces_no_file_of_the_project(name: str, run: Run, project: Path) -> None:
    before = (project / name).read_bytes()
    done = run("verify", "--output", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "would replace a file of the project" in done.stderr
    assert (project / name).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("command", [["verify", "--format", "json"], ["table"], ["rules"]])
def test_a_full_disk_is_told(command: list[str], project: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", *command],
            cwd=project,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("claimcheck: the output cannot be written: ")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_what_has_no_end_is_not_read_to_it(run: Run) -> None:
    done = run("numbers", "/dev/zero")
    assert (done.returncode, done.stderr) == (2, "claimcheck: /dev/zero: larger than 256 MB.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 3000 + "]" * 3000, "nested too deep"),
        ("a = " + "1" * 5000, "cannot be read"),
        (None, "no plain file"),
    ],
    ids=["nested", "a long integer", "a pipe"],
)
def test_a_configuration_that_cannot_be_read_is_2(text: str | None, said: str, run: Run, project: Path) -> None:
    """What is there and cannot be read is not taken for nothing: its settings may be the stricter ones."""
    path = project / "pyproject.toml"
    if text is None:
        path.unlink()
        os.mkfifo(path)
    else:
        path.write_text(text, encoding="utf-8")
    done = run("verify")
    assert done.returncode == 2
    assert done.stderr.startswith("claimcheck: pyproject.toml: ")
    assert said in done.stderr


def test_a_dash_is_the_standard_output(run: Run, project: Path) -> None:
    done = run("verify", "--format", "json", "--output", "-")
    assert done.stdout == run("verify", "--format", "json").stdout != ""
    assert not (project / "-").exists()


@pytest.mark.parametrize(
    ("variables", "option", "colored"),
    [
        ({}, None, False),  # no terminal
        ({"FORCE_COLOR": "1"}, None, True),
        ({"NO_COLOR": "1"}, None, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, None, False),  # who wants none gets none
        ({"NO_COLOR": ""}, None, False),  # an empty NO_COLOR is none, but this is still no terminal
        ({"FORCE_COLOR": "1"}, "--no-color", False),  # what is typed goes before what is set
        ({"NO_COLOR": "1"}, "--color", True),
    ],
)
def test_colour(variables: dict[str, str], option: str | None, colored: bool, run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    words = ["verify", "--format", "full", *([option] if option else [])]
    assert ("\x1b[" in run(*words, **variables).stdout) == colored


@pytest.mark.parametrize("form", ["concise", "json", "github", "gitlab", "sarif", "junit", "markdown"])
def test_formats_for_programs_are_never_coloured(form: str, run: Run, project: Path) -> None:
    write(project, CLAIM_FILE, FALSIFIED)
    assert "\x1b" not in run("verify", "--format", form, "--color").stdout


def test_a_reader_that_stops_reading_is_no_crash(project: Path) -> None:
    """`claimcheck numbers … | head -1`: no traceback, no internal error."""
    write(project, "long.txt", "There are 17 of them.\n" * 20_000)
    reader = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "numbers", "long.txt"],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    assert reader.stderr is not None
    assert "17" in reader.stdout.readline()
    reader.stdout.close()
    told = reader.stderr.read()
    reader.stderr.close()
    assert reader.wait(timeout=60) == 1
    assert told == ""


# --- hostile names ----------------------------------------------------------------------------------------------------

HOSTILE = "ev\x1b[31mil\n::error::\u202egnp.yaml"


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"])
def test_a_hostile_file_name_is_printable_in_every_format(form: str, run: Run, project: Path) -> None:
    write(project, f"claims/{HOSTILE}", "schema: [\n")
    done = run("verify", "--format", form)
    assert done.returncode == 1
    for stream in (done.stdout, done.stderr):
        assert not {"\x1b", "\u202e"} & set(stream)
        assert not any(line.startswith("::error::\u202e") or line == "::error::" for line in stream.splitlines())
    assert "ev" in done.stdout  # it was told nevertheless


@pytest.mark.parametrize(
    "words",
    [
        [HOSTILE],
        [f"--{HOSTILE}"],
        ["verify", HOSTILE],
        ["verify", f"--{HOSTILE}"],
        ["verify", f"-{HOSTILE}"],
        ["verify", "--format", HOSTILE],
        ["verify", "--select", HOSTILE],
        ["verify", "--output", f"{HOSTILE}/{HOSTILE}"],
        ["explain", HOSTILE],
        ["table", HOSTILE],
        ["table", "--check", HOSTILE],
        ["numbers", HOSTILE],
        ["show", HOSTILE],
        ["why", f"{HOSTILE}:1"],
    ],
)
def test_hostile_words_of_the_command_line_are_printable(words: list[str], run: Run) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert not {"\x1b", "\u202e"} & set(done.stderr)
    assert not any(line.startswith("::error::") for line in done.stderr.splitlines())


def test_a_hostile_folder_is_printable(run: Run, project: Path) -> None:
    """One that is there, and of which there is something to say; and a project whose own folder has such a name."""
    folder = project / "ev\x1b[31mil\u202e"
    folder.mkdir()
    for done in (
        run("verify", folder.name),
        run("fix", folder.name),
        run("verify", cwd=folder),
        run("new", cwd=folder),
    ):
        assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)
        assert "claimcheck: " in done.stderr or "numbers verified" in done.stderr


def test_a_hostile_folder_of_a_project_is_printable(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ev\x1b[31mil\u202e"
    folder.mkdir()
    for command in ("verify", "fix", "new", "table", "redteam"):
        done = run(command, cwd=folder)
        assert done.returncode == 3
        assert "\\u202e" in done.stderr
        assert not {"\x1b", "\u202e"} & set(done.stderr)


def test_a_file_name_that_is_not_unicode_does_no_harm(run: Run, project: Path) -> None:
    try:
        os.close(os.open(os.fsencode(project / "claims") + b"/\xff.yaml", os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system takes no such name")
    done = run("verify")
    assert done.returncode == 1
    assert "the file is empty" in done.stdout
