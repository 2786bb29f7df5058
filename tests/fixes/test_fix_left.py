"""What is not mended, and why: each case would have to guess, would change a number, or would break something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.baseline import keyed, of, parse, written
from claimcheck.claims.load import load_claim_file
from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.fixing import fix, workshop
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.sources import digest, read_source

from .conftest import ABSTRACT, CLAIMS, Mend, project_of
from .test_fix_edits import HASH, broken

LEFT = {
    # other words, other numbers
    "another-number": ("value: 91.5%", "value: 92.5%", "'92.5%' is not a number of the quote"),
    "lost-bound": ("value: over 3x", "value: 3x", "the bound is lost"),
    "half-a-range": ("value: 39–62%", "value: 62%", "part of a larger quantity"),
    "precision": ("value: 12.9", "value: 12.90", "another precision"),
    "another-word": ("Quick reaches 91.5% accuracy on\n", "Quick attains 91.5% accuracy on\n", "'attains' where the abstract has 'reaches'"),
    "number-of-a-quote": ("Quick reaches 91.5% accuracy on\n", "Quick reaches 95.1% accuracy on\n", "'95.1%' where the abstract has '91.5"),
    "number-of-a-mention": ("mention: Quick reaches 91.5%", "mention: Quick reaches 95.1%", "the quote has no such words"),
    "another-quote-altogether": ("Loss falls from 17.3 to 12.9 with two passes.", "Bananas are yellow.", "nothing in the abstract is like it"),
    "quote-cut": ("'It is over 3x faster and needs 39–62% less memory than Olmo 3.'", "'It is over 3x faster and needs 39–62'", "begins or ends inside"),
    # names and files
    "paper-id": ("id: quick\n", "id: qiuck\n", "the file is called 'quick'"),
    "no-yaml": ("names: [Olmo 3]", "names: [Olmo 3", "cannot be read as a claim file"),
    "no-schema": ("change: decrease", "change: decrese", "cannot be read as a claim file"),
    "no-abstract": (f"Quick\n  abstract: {HASH}", "Slow\n  abstract: sha256:0000000000000000", "`starts` names no abstract"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "why"), LEFT.values(), ids=LEFT)
def test_a_guess_is_left_and_told(old: str, new: str, why: str, mend: Mend) -> None:
    text = broken(old, new)
    fixed = mend(text)
    assert (fixed.text, fixed.edits) == (text, ())
    assert why in "\n".join(told.message for told in fixed.left)


def test_what_is_left_is_told_at_its_field(mend: Mend) -> None:
    text = broken("value: 91.5%", "value: 92.5%")
    (told,) = mend(text).left
    position = told.position(text)
    assert text.split("\n")[position.line - 1][position.column - 1 :].startswith("92.5%")


# --- the hash -------------------------------------------------------------------------------------------------------


def test_a_wrong_hash_stays_where_a_quote_is_not_found(mend: Mend) -> None:
    """It may be that the source has changed: then the person who looks at the quote has to look at the rest, too."""
    fixed = mend(broken(HASH, "sha256:0000000000000000").replace("Loss falls", "Loss fell"))
    assert not fixed.changed
    assert "do not stand in the one that `starts` names: loss" in "\n".join(told.message for told in fixed.left)


def test_a_missing_hash_is_not_written_for_another_abstract(mend: Mend) -> None:
    text = broken(f"  abstract: {HASH}\n", "").replace("Loss falls from", "Bananas are yellow since")
    fixed = mend(text)
    assert not fixed.changed
    assert "the hash of the abstract is missing, and these claims' quotes do not stand" in fixed.left[0].message


def test_a_hash_that_names_another_abstract_is_left(mend: Mend) -> None:
    """Two abstracts that are almost one: quotes stand in both, and only a person knows which paper is meant."""
    twin = ABSTRACT.replace("We present Quick", "We announce Quick")
    text = broken(HASH, f"sha256:{digest(twin)[:16]}")
    fixed = mend(text, f"{ABSTRACT}\nAbstract: {twin}")
    assert not fixed.changed
    assert "`starts` names one abstract and the hash another" in fixed.left[0].message


def test_a_missing_hash_is_not_chosen_among_two(mend: Mend) -> None:
    twin = ABSTRACT.replace("two passes", "three passes")
    fixed = mend(broken(f"  abstract: {HASH}\n", ""), f"{ABSTRACT}\nAbstract: {twin}")
    assert not fixed.changed
    assert "`starts` names 2 different abstracts" in fixed.left[0].message


# --- numbers and other findings -------------------------------------------------------------------------------------


def small(abstract: str, quote: str, value: str, more: str = "") -> str:
    """A claim file with one claim."""
    return f"""\
{CLAIMS.partition("paper:")[0]}paper: {{id: quick, name: Q, starts: We present it, abstract: "sha256:{digest(abstract)[:16]}"}}
evidence:
  - quote: {quote}
    claims:
      - id: it
        kind: count
        subject: it
        metric: pages
        value: {value}
{more}"""


def test_words_that_stand_twice_in_another_form_are_left(mend: Mend) -> None:
    abstract = "We present it. Quick reads 5 pages. Later, QUICK READS 5 PAGES."
    fixed = mend(small(abstract, "quick reads 5 pages", "5"), abstract)
    assert not fixed.changed
    assert "more than once" in fixed.left[0].message


def test_white_space_that_makes_another_number_is_left(mend: Mend) -> None:
    """ "3 7" are two numbers, and "37" is one; that all else is the same makes it no less of a guess."""
    abstract = "We present it. It has 37 pages."
    fixed = mend(small(abstract, "it has 3 7 pages.", "37"), abstract)
    assert not fixed.changed
    assert "would be read otherwise" in fixed.left[0].message


def test_an_edit_that_brings_a_finding_is_not_made(mend: Mend) -> None:
    """Mended, the quote shows that its value is wrong; both are for a person to look at together."""
    text = broken("On WebText, Quick reaches", "on webtext, quick reaches").replace("value: 91.5%", "value: 95.1%")
    fixed = mend(text)
    assert not fixed.changed
    assert "it would bring CC2" in fixed.left[0].message
    assert "so this is left: the quote" in fixed.left[0].message


def test_an_edit_that_makes_an_ignore_idle_is_not_made(mend: Mend) -> None:
    """The ignore would be a finding of its own: it has to go first, and fixing removes nothing that someone wrote."""
    text = broken("'It is over 3x faster", "'it is over 3x faster")
    ignored = text.replace(
        "  - quote: 'it", "  # claimcheck: ignore[quote-not-verbatim] the preprint has it so\n  - quote: 'it"
    )
    assert mend(text).changed
    fixed = mend(ignored)
    assert not fixed.changed
    assert "CC901" in fixed.left[0].message


def test_a_finding_that_a_baseline_accepts_is_mended_too(root: Path) -> None:
    """Its entry becomes stale, which `verify --update-baseline` puts right; it must not keep the slip alive."""
    project = project_of(root, broken("'It is over 3x faster", "'it is over 3x faster"))
    findings = run(project, Chosen(True), Selection()).findings
    assert {found.rule for found in findings} >= {"quote-not-verbatim"}
    text = written(of(findings, keyed(project.dataset)))
    (fixed,) = fix(replace(project, baseline=parse(SourceFile("accepted.json", text))))
    assert fixed.text == CLAIMS


def test_of_several_edits_the_harmless_ones_are_made(mend: Mend) -> None:
    text = broken("On WebText, Quick reaches", "on webtext, quick reaches").replace("value: 91.5%", "value: 95.1%")
    text = text.replace("value: over 3x", "value: more than 3x")
    fixed = mend(text)
    assert fixed.text == text.replace("value: more than 3x", "value: over 3x")
    assert fixed.left


# --- several files --------------------------------------------------------------------------------------------------


def several(root: Path, count: int, spoilt: int) -> Project:
    """Papers that differ by a name, each with a slip in its form; the first of them have a wrong value besides."""
    names = [f"Quick{'abcdefghijklmnopqrstuvwxyz'[at]}" for at in range(count)]
    sources = [read_source(f"seeds/{name}.txt", f"Abstract: {text_of(ABSTRACT, name)}".encode()) for name in names]
    loaded = []
    for at, name in enumerate(names):
        text = broken("On WebText, Quick reaches", "on webtext, Quick reaches")
        text = text.replace("value: 91.5%", "value: 95.1%") if at < spoilt else text
        text = text_of(text, name).replace(HASH[7:], digest(text_of(ABSTRACT, name))[:16])
        loaded.append(load_claim_file(SourceFile(f"claims/{name}.yaml", text.replace("id: quick\n", f"id: {name}\n"))))
    return Project(Config(root), build(sources, loaded))


def text_of(text: str, name: str) -> str:
    return text.replace("Quick", name)


def test_a_file_that_cannot_be_mended_is_not_in_the_way_of_others(root: Path) -> None:
    results = fix(several(root, 4, 2))
    assert [fixed.changed for fixed in results] == [False, False, True, True]
    assert [bool(fixed.left) for fixed in results] == [True, True, False, False]


def test_only_the_files_that_are_asked_for_are_mended(root: Path) -> None:
    (fixed,) = fix(several(root, 3, 0), ["claims/Quickb.yaml"])
    assert (fixed.file.path, fixed.changed) == ("claims/Quickb.yaml", True)


def test_many_files_take_no_more_runs_of_the_rules_than_few(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over a large project takes seconds; one for each file would take hours."""
    runs = []
    monkeypatch.setattr(workshop, "run", lambda *words: runs.append(words) or run(*words))

    def needed(count: int) -> int:
        runs.clear()
        assert sum(fixed.changed for fixed in fix(several(root, count, count // 2))) == count - count // 2
        return len(runs)

    assert needed(20) == needed(4)
