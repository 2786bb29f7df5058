"""`claimcheck show`: which paper is meant, and how each number of its abstract is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

from claimcheck.cli import cli
from claimcheck.sources import digest

from .conftest import CLAIMS, Run

MIXED = "We present Quick 2, a parser. Quick 2 reaches 91.5% accuracy on 3 corpora, in 7 passes and 40 hours."
FILE = f"""\
schema: claimcheck/1
paper: {{id: mixed, name: Quick 2, starts: We present Quick 2, abstract: "sha256:{digest(MIXED)[:16]}"}}
evidence:
  - quote: Quick 2 reaches 91.5% accuracy on 3 corpora, in 7 passes and 40 hours.
    claims:
      - {{id: top, kind: result, subject: Quick 2, metric: accuracy, value: 91.5%, conditions: {{passes: in 7 passes}}}}
names: [Quick 2]
not_claims:
  - {{text: 3 corpora, why: how it was measured}}
"""


@pytest.fixture
def mixed(project: Path) -> Path:
    """The small project with a second paper, whose file has another name than its id."""
    (project / "seeds/m.txt").write_text(f"Abstract:{MIXED}\n", encoding="utf-8")
    (project / "claims/other-name.yaml").write_text(FILE, encoding="utf-8")
    return project


def test_every_sort_of_number_has_its_mark(mixed: Path, run: Run) -> None:
    """Claimed in brackets, of a field in parentheses, excused in braces, a name underlined, the rest between `!`."""
    done = run("show", "mixed")
    assert done.returncode == 0, done.stderr
    head, _, body = done.stdout.partition("\n\n")
    assert head == "Quick 2 (mixed), seeds/m.txt:1:10"
    text = " ".join(body.split())
    assert "reaches [91.5%]<top> accuracy on {3} corpora, in (7)<" in text
    assert "and !40! hours." in text
    assert text.startswith("We present _Quick 2_, a parser. _Quick 2_ reaches")
    assert done.stderr == "\n4 numbers, 1 of them unaccounted for\n"


@pytest.mark.parametrize("words", ["mixed", "claims/other-name.yaml", "./claims/../claims/other-name.yaml"])
def test_a_paper_is_named_by_its_id_or_its_file(words: str, mixed: Path, run: Run) -> None:
    assert run("show", words).stdout.startswith("Quick 2 (mixed)")


def test_a_path_counts_from_here_or_from_the_projects_folder(mixed: Path, run: Run) -> None:
    for words in ("other-name.yaml", "claims/other-name.yaml"):
        assert run("show", words, cwd=mixed / "claims").stdout.startswith("Quick 2 (mixed)")


@pytest.mark.parametrize(
    ("words", "said"),
    {
        "no/such/folder/mixed.yaml": "no paper 'no/such/folder/mixed.yaml'.",
        "other-name": "no paper 'other-name'.",
        "mixd": "no paper 'mixd'. Did you mean 'mixed'?",
        "claims/other-nam.yaml": "Did you mean 'claims/other-name.yaml'?",
    }.items(),
)
def test_no_other_file_is_taken_for_it(words: str, said: str, mixed: Path, run: Run) -> None:
    done = run("show", words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("words", ["quick", "claims/quick.yaml"])
def test_a_file_that_cannot_be_read_is_told_as_that(words: str, run: Run, project: Path) -> None:
    (project / "claims/quick.yaml").write_text(CLAIMS.replace("evidence:", "evidnce:"), encoding="utf-8")
    done = run("show", words)
    assert done.returncode == 2
    assert "claims/quick.yaml cannot be read as a claim file; `claimcheck verify` says why." in done.stderr


def test_a_paper_without_its_abstract_is_told(run: Run, project: Path) -> None:
    (project / "seeds/s.txt").write_text("Abstract: Another one.\n", encoding="utf-8")
    done = run("show", "quick")
    assert done.returncode == 2
    assert "claims/quick.yaml: no abstract is found for it" in done.stderr


def test_colour_only_if_asked_for(mixed: Path, run: Run) -> None:
    assert "\x1b[" in run("show", "mixed", "--color").stdout
    assert "\x1b" not in run("show", "mixed").stdout


def test_hostile_text_is_shown_harmless(run: Run, project: Path) -> None:
    (project / "claims/quick.yaml").write_text(
        CLAIMS.replace("name: Quick", 'name: "Qu\\e[31mick\\u202e"'), encoding="utf-8"
    )
    done = run("show", "quick")
    assert done.returncode == 0, done.stderr
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)


@pytest.mark.parametrize("color", ["--color", "--no-color"])
def test_no_mark_is_broken(color: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words are before it: a mark with hyphens and blanks in it stands whole, on one line of at most 100."""
    monkeypatch.chdir(project)
    mark = "(7)<conditions.fine-tuning passes of top-1-accuracy>"
    for words in range(1, 40):
        abstract = f"We present Quick. {'So it is. ' * words}Quick reaches 91.5% in 7 fine-tuning passes."
        (project / "seeds/s.txt").write_text(f"Abstract:{abstract}\n", encoding="utf-8")
        (project / "claims/quick.yaml").write_text(
            "schema: claimcheck/1\n"
            f"paper: {{id: quick, name: Quick, starts: We present Quick, abstract: 'sha256:{digest(abstract)[:16]}'}}\n"
            "evidence:\n  - quote: Quick reaches 91.5% in 7 fine-tuning passes.\n    claims:\n"
            "      - {id: top-1-accuracy, kind: result, subject: Quick, metric: rate, value: 91.5%,"
            " conditions: {fine-tuning passes: 7}}\n",
            encoding="utf-8",
        )
        done = CliRunner().invoke(cli, ["show", "quick", color], catch_exceptions=False)
        lines = unstyle(done.stdout).splitlines()
        assert any(mark in line for line in lines), words
        assert any("[91.5%]<top-1-accuracy>" in line for line in lines), words
        assert max(map(len, lines)) <= 100
        assert len(lines) >= 3
