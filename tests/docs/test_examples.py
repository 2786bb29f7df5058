"""The examples of the pages do what the pages say; CLAIMCHECK_WRITE_GOLDEN=1 writes the output that they show anew."""

from __future__ import annotations

import re
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

import claimcheck
from claimcheck import cache, cli
from claimcheck.config import load_config

from .conftest import DOCS, Block, blocks, held, ran

PAGES = ("reference.md", "recipes.md")


def block_of(page: str, mark: str) -> list[Block]:
    found = [block for block in blocks((DOCS / page).read_text(encoding="utf-8")) if block.mark == mark]
    assert found, f"{page} has no block marked {mark}"
    return found


@pytest.mark.parametrize("page", PAGES)
def test_the_programs_print_what_is_shown(page: str, tutorial_project: Path, tmp_path: Path) -> None:
    """Each runs in the tutorial's project; the block after it is its output."""
    folder = tmp_path / "project"
    shutil.copytree(tutorial_project, folder)
    every = list(blocks((DOCS / page).read_text(encoding="utf-8")))
    shown = []
    for program, output in pairwise(every):
        if program.mark == "runs":
            (tmp_path / "example.py").write_text(program.body, encoding="utf-8")
            shown.append((output, ran([str(tmp_path / "example.py")], folder)))
    assert shown
    assert not any("Traceback" in output for _, output in shown), shown
    held(DOCS / page, shown)


def test_the_guard_keeps_what_is_true_and_stops_what_is_not() -> None:
    """The page says what it shows: one of the two numbers lost its bound, and only the other is kept."""
    every = blocks((DOCS / "recipes.md").read_text(encoding="utf-8"))
    (output,) = [block.body for block in every if block.language == "text"]
    assert "error | costs | partial-quantity" in output
    assert "'value': '84.2%'" in output.splitlines()[-1]
    assert "40%" not in output.splitlines()[-1]


def test_the_configurations_are_valid(tmp_path: Path) -> None:
    for block in block_of("recipes.md", "valid"):
        (tmp_path / "pyproject.toml").write_text(block.body, encoding="utf-8")
        assert load_config(tmp_path) != load_config(tmp_path, use_file=False)


def test_the_fields_of_your_own_work(tutorial_project: Path, tmp_path: Path) -> None:
    """The schema that the page shows is one; it lets pass what the page says, stops the rest, and fills the page's table."""
    (described,) = block_of("recipes.md", "schema")
    (configuration,) = [block for block in block_of("recipes.md", "valid") if "extra-schema" in block.body]
    folder = tmp_path / "project"
    shutil.copytree(tutorial_project, folder)
    (folder / "extra.schema.json").write_text(described.body, encoding="utf-8")
    (folder / "pyproject.toml").write_text(configuration.body, encoding="utf-8")
    path = folder / "claims" / "brindlewick.yaml"
    text = path.read_text(encoding="utf-8")

    def told(extra: str) -> set[str]:
        path.write_text(re.sub(r"(?m)^( +)- id: .*", rf"\g<0>\n\1  extra: {extra}", text), encoding="utf-8")
        report = claimcheck.verify(folder)
        return {found.message.rpartition("extra")[2].strip("'.") for found in report.findings}

    assert told("{split: dev, reviewed: 2026-01-31, hardware: a laptop}") == set()
    assert "| Ran on |" in ran(["-m", "claimcheck", "table", "runs"], folder)
    assert told("{split: dev, hardware: 31 laptops}") == {"hardware`"}
    assert told("{}") == {"split' is missing"}
    assert told("{split: training}") == {"split' is 'training'; expected 'dev' or 'test"}


def test_the_rule_works(tutorial_project: Path, tmp_path: Path) -> None:
    """Registered as its file would be, it finds the one-word reason, and accepts the sentence."""
    (block,) = block_of("recipes.md", "rule")
    folder = tmp_path / "project"
    shutil.copytree(tutorial_project, folder)
    path = folder / "claims" / "brindlewick.yaml"
    entries = "not_claims:\n  - {text: 84.2%, why: counting}\n  - {text: 81.9%, why: a reason in words}\n"
    path.write_text(path.read_text(encoding="utf-8") + entries, encoding="utf-8")
    program = block.body.partition("from __future__ import annotations\n")[2] + (
        "\nimport claimcheck\nfrom claimcheck.app import Selection\n"
        "for each in claimcheck.verify('.', selection=Selection(select=['terse-reason'])).findings:\n"
        "    print(each.code, each.rule, each.severity, each.message)\n"
    )
    (tmp_path / "example.py").write_text(program, encoding="utf-8")
    assert ran([str(tmp_path / "example.py")], folder) == "CC499 terse-reason warning 'counting' is a single word\n"


def test_the_recipes_tell_the_exit_codes() -> None:
    text = (DOCS / "recipes.md").read_text(encoding="utf-8").partition("## Exit codes")[2]
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)]
    assert told == [0, cli.EXIT_FINDINGS, cli.EXIT_USAGE, cli.EXIT_NOTHING, cli.EXIT_INTERNAL, cli.EXIT_INTERRUPTED]


def test_the_contents_of_the_recipes_are_its_headings() -> None:
    text = (DOCS / "recipes.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[(.+)\]\(#(.+)\)$", text.partition("\n## ")[0], re.MULTILINE)
    assert [title for title, _ in listed] == re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert [anchor for _, anchor in listed] == [title.lower().replace(" ", "-") for title, _ in listed]


def test_the_recipes_tell_where_outcomes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / "recipes.md").read_text(encoding="utf-8").partition("## What is kept")[2]
    assert f"last {cache._MOST} outcomes" in text
    for name in ("CLAIMCHECK_NO_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        assert name in text
    monkeypatch.delenv("CLAIMCHECK_NO_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if sys.platform != "win32":
        assert cache.folder() == Path.home() / ".cache" / "claimcheck"


def test_the_action_is_given_inputs_that_it_has() -> None:
    (block,) = block_of("recipes.md", "action")
    given = yaml.safe_load(block.body)["jobs"]["claims"]["steps"][-1]["with"]
    assert set(given) <= set(yaml.safe_load((DOCS.parent / "action.yml").read_text(encoding="utf-8"))["inputs"])
