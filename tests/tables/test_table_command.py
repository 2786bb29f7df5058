"""`claimcheck table` as it is called: what it prints, what it writes, and what it refuses."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import cli
from claimcheck.sources import digest

ABSTRACT = "Pep reaches 80.8% accuracy on AIME, versus 68.5% for RL."
CLAIMS = f"""
schema: claimcheck/1
paper:
  id: pep
  name: Pep
  starts: Pep reaches
  abstract: sha256:{digest(ABSTRACT)[:16]}
evidence:
  - quote: {ABSTRACT}
    claims:
      - id: accuracy
        kind: result
        subject: Pep
        metric: accuracy
        dataset: AIME
        value: 80.8%
        baseline: RL
        baseline_value: 68.5%
        mention: 80.8% accuracy
"""
CONFIG = '[tool.claimcheck.tables.mine]\ntitle = "Mine"\ncolumns = ["subject", "value", "change"]\n'
MINE = (
    "## Mine\n\n| Subject | Value | Change |\n| --- | --- | --- |\n| Pep | 80.8% | +12.3 pp (+18%) \\* |\n\n"
    "\\* computed from value and baseline value\n"
)
OPEN, CLOSE = "<!-- claimcheck:table mine -->", "<!-- /claimcheck:table -->"

Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one claim, and the current folder."""
    root = tmp_path / "project"
    for name, text in {
        "seeds/a.txt": f"Abstract: {ABSTRACT}\n",
        "claims/pep.yaml": CLAIMS,
        "pyproject.toml": CONFIG,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def report(root: Path) -> Path:
    """A file with an empty region."""
    path = root / "REPORT.md"
    path.write_bytes(f"# Report\n\n{OPEN}\n{CLOSE}\nend".encode())
    return path


@pytest.fixture
def run(root: Path) -> Run:
    return lambda *words: CliRunner().invoke(cli, ["table", *map(str, words)])


FILLED = f"# Report\n\n{OPEN}\n\n{MINE}\n{CLOSE}\nend"


def test_a_table_is_printed(run: Run) -> None:
    assert (run("mine").exit_code, run("mine").stdout, run("mine").stderr) == (0, MINE, "")
    assert run().stdout == run("--by", "benchmark").stdout == run("by-benchmark").stdout
    assert run("--by", "metric").stdout.startswith("### accuracy\n\n| Paper |")
    assert json.loads(run("mine", "--format", "json").stdout)["table"] == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["mien"],
            "no table 'mien'. Did you mean 'mine'? Known tables: mine, by-benchmark, by-metric, by-kind, by-paper.",
        ),
        (["REPORT.md"], "To fill the regions of a file, give --write or --check."),
        (["mine", "by-kind"], "give one table"),
        (["mine", "--by", "kind"], "give one table"),
        (["--by", "model"], "'model' is not one of"),
        (["mine", "--format", "unsafehtml"], "'unsafehtml' is not one of"),
        (["--write"], "--write and --check need a file"),
        (["--check"], "--write and --check need a file"),
        (["--write", "REPORT.md", "--by", "kind"], "--write and --check take files alone"),
        (["--check", "REPORT.md", "--format", "html"], "--write and --check take files alone"),
        (["--write", "NONE.md"], "NONE.md: cannot be read: No such file or directory"),
        (["--write", "claims"], "claims: cannot be read: Is a directory"),
        (["--write", "a\0b"], "cannot be read"),
    ],
)
def test_bad_usage_is_exit_2(run: Run, report: Path, words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_to_show_is_exit_3(run: Run, root: Path) -> None:
    (root / "claims/pep.yaml").unlink()
    result = run()
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("claimcheck: nothing to show: no claim file matches claims/*.yaml, claims/*.yml")
    assert "`claimcheck new` drafts one" in result.stderr


def test_in_an_empty_project_it_is_said_how_to_begin_one(run: Run, root: Path) -> None:
    (root / "claims/pep.yaml").unlink()
    (root / "seeds/a.txt").unlink()
    result = run()
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("claimcheck: nothing to show: no file matches claims/*.yaml")
    assert "Run it in the project's folder" in result.stderr
    assert "`claimcheck new --from FILE --append-source` begins a project" in result.stderr


def test_without_a_claim_it_is_said_what_to_write(run: Run, root: Path) -> None:
    """A file whose `evidence` is empty is right, and makes a table of nothing."""
    path = root / "claims/pep.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("evidence:")[0] + "evidence: []\n", encoding="utf-8")
    result = run()
    assert (result.exit_code, result.stdout) == (0, "No claims.\n\nno result number: Pep\n")
    assert "table 'by-benchmark' is empty: the claim files hold no claim. Write them under `evidence`" in result.stderr


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ('kinds = ["delta", "ratio"]', "kinds: no claim is of the kind 'delta' or 'ratio'. The claims' kinds: result."),
        ('kinds = ["result"]\npapers = ["two"]', "no claim passes kinds and papers at once; leave one of these filters out."),
        ('papers = ["two"]', "papers: 'two' has no claim yet."),
    ],
)  # fmt: skip
def test_a_table_without_a_row_says_why(run: Run, root: Path, keys: str, said: str) -> None:
    """On the standard error stream: the table itself is as empty as it is asked for."""
    second = CLAIMS.partition("evidence:")[0].replace("id: pep", "id: two").replace("Pep", "Two")
    second = second.replace(digest(ABSTRACT)[:16], digest(ABSTRACT.replace("Pep", "Two"))[:16])
    (root / "seeds/b.txt").write_text(f"Abstract: {ABSTRACT.replace('Pep', 'Two')}\n", encoding="utf-8")
    (root / "claims/two.yaml").write_text(f"{second}evidence: []\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(f"[tool.claimcheck.tables.mine]\n{keys}\n", encoding="utf-8")
    result = run("mine", "--format", "csv")
    assert result.exit_code == 0
    assert result.stderr == f"claimcheck: table 'mine' is empty: {said}\n"


def test_a_broken_claim_file_is_exit_2(run: Run, root: Path) -> None:
    """A table without its claims would look whole."""
    (root / "claims/other.yaml").write_text("schema: claimcheck/1\npapr: {}\n", encoding="utf-8")
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("claimcheck: claims/other.yaml:")


def test_an_abstract_that_is_not_there_is_exit_2(run: Run, root: Path) -> None:
    (root / "seeds/a.txt").write_text("Abstract: something else\n", encoding="utf-8")
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("claimcheck: claims/pep.yaml: its abstract is not among the sources.")


def test_a_broken_vocabulary_is_exit_2(run: Run, root: Path) -> None:
    (root / "claims/vocabulary.yaml").write_text("schema: claimcheck-vocabulary/1\nmodel: []\n", encoding="utf-8")
    result = run()
    assert result.exit_code == 2
    assert "claims/vocabulary.yaml:2:1" in result.stderr


def test_a_broken_configuration_is_exit_2(run: Run, root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.claimcheck.tables.mine]\ncolumn = ["value"]\n', encoding="utf-8")
    result = run("mine")
    assert result.exit_code == 2
    assert "[tool.claimcheck.tables.mine] has no key 'column'. Did you mean 'columns'?" in result.stderr


def test_a_filter_that_names_nothing_is_exit_2(run: Run, root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.claimcheck.tables.mine]\nmetrics = ["acuracy"]\n', encoding="utf-8")
    result = run("mine")
    assert result.exit_code == 2
    assert "table 'mine': metrics: no claim has 'acuracy'. Did you mean 'accuracy'?" in result.stderr


@pytest.mark.parametrize(
    ("dataset", "said"), [("    dataset: AIME\n", "There are: 'AIME'."), ("", "No claim names one.")]
)
def test_a_name_like_no_other_is_told_with_those_there_are(run: Run, root: Path, dataset: str, said: str) -> None:
    path = root / "claims/pep.yaml"
    text = path.read_text(encoding="utf-8").replace("        dataset: AIME\n", dataset and "        dataset: AIME\n")
    path.write_text(text, encoding="utf-8")
    (root / "pyproject.toml").write_text('[tool.claimcheck.tables.mine]\ndatasets = ["zzzz"]\n', encoding="utf-8")
    assert f"table 'mine': datasets: no claim has 'zzzz'. {said}" in run("mine").stderr


def test_what_is_not_verified_is_marked(run: Run, root: Path) -> None:
    claims = root / "claims/pep.yaml"
    claims.write_text(claims.read_text(encoding="utf-8").replace("value: 80.8%", "value: 80.9%"), encoding="utf-8")
    result = run("mine")
    assert result.exit_code == 0
    assert "| Pep | 80.9% † |" in result.stdout
    assert "- † not verified: this does not stand so in the paper's abstract" in result.stdout
    assert result.stderr == "claimcheck: 1 of 1 claims do not stand in their abstracts; run claimcheck verify.\n"


def test_a_waived_false_value_is_not_published_unmarked(run: Run, root: Path) -> None:
    """To live with a finding is not to make it true."""
    claims = root / "claims/pep.yaml"
    ignore = "value: 80.9%  # claimcheck: ignore[value-not-in-quote] checked by hand"
    claims.write_text(claims.read_text(encoding="utf-8").replace("value: 80.8%", ignore), encoding="utf-8")
    assert "| Pep | 80.9% † |" in run("mine").stdout
    assert "† not verified" in run("mine", "--format", "html").stdout
    line = run("mine", "--format", "csv").stdout.splitlines()[1].split(",")
    assert line[2] == "no"
    (row,) = (row for each in json.loads(run("mine", "--format", "json").stdout)["sections"] for row in each["rows"])
    assert row["verified"] is False


# Files.


def test_write_fills_the_region_and_nothing_else(run: Run, report: Path) -> None:
    result = run("--write", "REPORT.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "claimcheck: REPORT.md: written\n")
    assert report.read_bytes().decode() == FILLED
    before = report.stat()
    again = run("--write", "REPORT.md")
    assert (again.exit_code, again.stderr) == (0, "claimcheck: REPORT.md: up to date\n")
    after = report.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)  # not even touched


def test_check_prints_a_diff_and_writes_nothing(run: Run, report: Path) -> None:
    before = report.read_bytes()
    result = run("--check", "REPORT.md")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- REPORT.md\n+++ REPORT.md (fresh)\n@@ ")
    assert "\n+| Pep | 80.8% | +12.3 pp (+18%) \\* |\n" in result.stdout
    assert result.stderr == "claimcheck: out of date; run: claimcheck table --write REPORT.md\n"
    assert report.read_bytes() == before
    assert run("--write", "--check", "REPORT.md").exit_code == 1
    assert report.read_bytes() == before
    run("--write", "REPORT.md")
    fresh = run("--check", "REPORT.md")
    assert (fresh.exit_code, fresh.stdout) == (0, "")


def test_several_files(run: Run, root: Path, report: Path) -> None:
    other = root / "docs/other file.md"
    other.parent.mkdir()
    other.write_text(f"{OPEN}\n{CLOSE}\n", encoding="utf-8")
    assert run("--write", "REPORT.md").exit_code == 0
    checked = run("--check", "REPORT.md", "docs/other file.md")
    assert checked.exit_code == 1
    assert checked.stderr.endswith("run: claimcheck table --write 'docs/other file.md'\n")
    assert run("--write", "REPORT.md", "docs/other file.md").exit_code == 0
    assert MINE in other.read_text(encoding="utf-8")


def test_if_one_file_cannot_be_filled_none_is_written(run: Run, root: Path, report: Path) -> None:
    before = report.read_bytes()
    (root / "bad.md").write_text("no region\n", encoding="utf-8")
    assert run("--write", "REPORT.md", "bad.md").exit_code == 2
    assert report.read_bytes() == before


def test_permissions_and_line_ends_are_kept(run: Run, report: Path) -> None:
    report.write_bytes(report.read_bytes().replace(b"\n", b"\r\n"))
    report.chmod(0o640)
    assert run("--write", "REPORT.md").exit_code == 0
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert report.read_bytes().decode() == FILLED.replace("\n", "\r\n")
    assert sorted(path.name for path in report.parent.iterdir()) == ["REPORT.md", "claims", "pyproject.toml", "seeds"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text\n", "REPORT.md:1: no region to fill"),
        (f"a\n{OPEN}\n", "REPORT.md:2: the region is not closed"),
        (f"{OPEN}\n{OPEN}\n{CLOSE}\n", "REPORT.md:2: a region inside a region"),
        (f"\n\n{OPEN.replace('mine', 'mime')}\n{CLOSE}\n", "REPORT.md:3: no table 'mime'. Did you mean 'mine'?"),
        (f"{OPEN.replace('mine', 'by-kinds')}\n{CLOSE}\n", "REPORT.md:1: no table 'by-kinds'. Did you mean 'by-kind'?"),
    ],
)
@pytest.mark.parametrize("option", ["--write", "--check"])
def test_a_file_that_cannot_be_filled_is_exit_2(run: Run, report: Path, text: str, said: str, option: str) -> None:
    report.write_text(text, encoding="utf-8")
    result = run(option, "REPORT.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert report.read_text(encoding="utf-8") == text


def test_a_file_that_is_not_utf8_is_exit_2(run: Run, report: Path) -> None:
    report.write_bytes(b"\xff" + report.read_bytes())
    result = run("--write", "REPORT.md")
    assert result.exit_code == 2
    assert "REPORT.md: not UTF-8 at byte 0" in result.stderr


def test_a_file_outside_the_project_is_refused(run: Run, root: Path, report: Path) -> None:
    outside = root.parent / "outside.md"
    outside.write_bytes(report.read_bytes())
    (root / "link.md").symlink_to(outside)
    (root / "folder").symlink_to(root.parent)
    for name in ("../outside.md", str(outside), "link.md", "folder/outside.md"):
        for option in ("--write", "--check"):
            result = run(option, name)
            assert result.exit_code == 2, name
            assert "not inside the project" in result.stderr
    assert outside.read_bytes() == report.read_bytes()


def test_a_link_inside_the_project_stays_a_link(run: Run, root: Path, report: Path) -> None:
    (root / "link.md").symlink_to(report)
    assert run("--write", "link.md").exit_code == 0
    assert (root / "link.md").is_symlink()
    assert report.read_text(encoding="utf-8") == FILLED


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written(run: Run, report: Path) -> None:
    report.parent.chmod(0o555)
    try:
        result = run("--write", "REPORT.md")
    finally:
        report.parent.chmod(0o755)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_hostile_file_name_and_a_hostile_diff_are_shown_harmless(run: Run, root: Path) -> None:
    name = "a\x1b[31m\n::error::b.md"
    (root / name).write_text(f"{OPEN}\n\x1b[2J\n{CLOSE}\n::error::owned\n", encoding="utf-8")
    result = run("--check", name)
    assert result.exit_code == 1
    shown = result.stdout + result.stderr
    assert "\x1b" not in shown
    assert not [line for line in shown.splitlines() if line.strip().startswith("::")]
