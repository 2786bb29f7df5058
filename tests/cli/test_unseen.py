"""What is not checked is told: rules that are off, files that nobody reads, a run that verified nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CLAIMS, Run

FALSIFIED = CLAIMS.replace("value: 91.5%", "value: 92.5%")


def configure(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ('[tool.claimcheck]\nignore = ["CC301", "CC302"]\n', "2 rules off"),
        ('[tool.claimcheck]\nselect = ["CC201"]\n', " rules off"),
        ('[tool.claimcheck.severity]\nCC20 = "note"\n', " rules milder"),
        ('[tool.claimcheck.per-file-ignores]\n"claims/*" = ["CC106"]\n', "ignores for claims/*"),
    ],
)
def test_the_summary_says_what_the_configuration_relaxes(
    configuration: str, told: str, run: Run, project: Path
) -> None:
    configure(project, configuration)
    done = run("verify")
    assert done.returncode == 0
    assert told in done.stderr.partition("; by configuration: ")[2]


def test_the_summary_says_nothing_of_what_is_stricter(run: Run, project: Path) -> None:
    configure(project, '[tool.claimcheck]\nfail-on = "note"\n[tool.claimcheck.severity]\nCC401 = "error"\n')
    assert "by configuration" not in run("verify").stderr


def test_a_run_that_verified_no_number_does_not_pass(run: Run, project: Path) -> None:
    """With all rules off, nothing would be found where not one number stands in its source."""
    configure(project, '[tool.claimcheck]\nignore = ["ALL"]\n')
    assert run("verify").returncode == 0
    (project / "seeds/s.txt").rename(project / "s.txt")
    for _ in range(2):  # the second time from what was kept
        done = run("verify")
        assert done.returncode == 3
        assert "0 of 2 numbers verified" in done.stderr
        assert "\nclaimcheck: no number could be verified" in done.stderr


@pytest.mark.parametrize(("pattern", "code"), [(".", 2), ("claims/**k.yaml", 0), ("/", 2)])
def test_a_pattern_that_names_no_file_is_bad_configuration(pattern: str, code: int, run: Run, project: Path) -> None:
    configure(project, f'[tool.claimcheck]\nclaims = ["{pattern}"]\n')
    done = run("verify")
    assert done.returncode == code, done.stderr
    assert code == 0 or "pyproject.toml: claims: " in done.stderr


@pytest.mark.parametrize("words", [["verify"], ["verify", "--no-cache", "quick.yaml"]])
def test_a_configuration_among_the_claims_switches_nothing_off(words: list[str], run: Run, project: Path) -> None:
    (project / "claims/quick.yaml").write_text(FALSIFIED, encoding="utf-8")
    (project / "claims/pyproject.toml").write_text('[tool.claimcheck]\nclaims = "*.yaml"\nignore = ["ALL"]\n')
    done = run(*words, cwd=project / "claims")
    assert done.returncode == 2
    assert "claims/pyproject.toml: lies among the claim files of another project" in done.stderr
    (project / "claims/pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert run(*words, cwd=project / "claims").returncode == 1


def test_a_file_below_the_claims_is_named(run: Run, project: Path) -> None:
    path = project / "claims/more/quick.yaml"
    path.parent.mkdir()
    path.write_text(FALSIFIED, encoding="utf-8")
    done = run("verify", "--fail-on", "warning")
    assert done.returncode == 1
    assert done.stdout.startswith("claims/more/quick.yaml:1:1: CC008 overlooked-file ")


def test_an_accepted_value_is_not_counted_as_verified(run: Run, project: Path) -> None:
    ignored = FALSIFIED.replace(
        "value: 92.5%", "value: 92.5%  # claimcheck: ignore[value-not-in-quote, mention] by hand, twice"
    )
    (project / "claims/quick.yaml").write_text(ignored, encoding="utf-8")
    done = run("verify")
    assert "1 of 2 numbers verified" in done.stderr
    assert "CC401 unaccounted-number '91.5%'" in done.stdout, "what the abstract says is claimed by nobody"
    assert '"verified": false' in run("export").stdout
    assert "92.5% †" in run("table").stdout


def test_two_files_that_disagree_are_told_whichever_is_asked_for(run: Run, project: Path) -> None:
    """The finding stands at one of the two; who checks the other alone, as an editor does, sees it as well."""
    (project / "seeds/t.txt").write_text("Abstract:" + ABSTRACT_2 + "\n", encoding="utf-8")
    from claimcheck.sources import digest

    other = CLAIMS.replace("id: quick", "id: anew").replace("starts: We present", "starts: Here we present")
    other = other.replace("91.5%", "95.1%").replace(CLAIMS.split("sha256:")[1][:16], digest(ABSTRACT_2)[:16])
    (project / "claims/anew.yaml").write_text(other, encoding="utf-8")
    for name in ("claims/anew.yaml", "claims/quick.yaml"):
        assert "CC304 conflicting-claim" in run("verify", name).stdout


ABSTRACT_2 = "Here we present Quick, a parser. On WebText, Quick reaches 95.1% accuracy, against 88.0% for Slow."
