"""The generated pages hold every rule, command and public function; the manual page is one that `man` reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.rules import registry

from .conftest import DOCS, ran


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert ran([str(DOCS / "generate.py"), "pages", str(folder)], folder) == ""
    return folder


def test_every_rule_has_its_page_in_the_navigation(site: Path) -> None:
    configuration = (site / "zensical.toml").read_text(encoding="utf-8")
    index = (site / "pages" / "rules" / "index.md").read_text(encoding="utf-8")
    for rule in registry().values():
        page = (site / "pages" / "rules" / f"{rule.name}.md").read_text(encoding="utf-8")
        assert page.startswith(f"# {rule.code} {rule.name}\n\n{rule.doc.splitlines()[0]}")
        assert "## Flagged" in page
        assert "## Clean" in page
        assert f"rules/{rule.name}.md" in configuration
        assert f"({rule.name}.md)" in index


def test_every_command_and_option_is_told(site: Path) -> None:
    page = (site / "pages" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## claimcheck (\w+)$", page, re.MULTILINE) == list(cli.COMMANDS)
    assert "| `--fail-on [note|warning|error]` |" in page
    assert "| `-C, --project FOLDER` |" in page.partition("\n## claimcheck ")[0]


def test_the_api_is_filled_in(site: Path) -> None:
    page = (site / "pages" / "reference.md").read_text(encoding="utf-8")
    assert "<!-- api" not in page
    assert "root: str | Path = '.'" in page
    for name in ("verify", "load", "scan"):
        assert f"def {name}(" in page


def test_no_page_leads_out_of_the_site(site: Path) -> None:
    """The generator checks the links between pages (`make docs` is strict); files beside the pages are not on the site."""
    for path in (site / "pages").glob("*.md"):
        assert "](../" not in path.read_text(encoding="utf-8"), path.name


def test_the_manual_is_a_page_that_man_shows_without_complaint(tmp_path: Path) -> None:
    page = tmp_path / "claimcheck.1"
    assert ran([str(DOCS / "generate.py"), "man", str(page)], tmp_path) == ""
    text = page.read_text(encoding="utf-8")
    assert text.startswith(".TH CLAIMCHECK 1 ")
    for name in cli.COMMANDS:
        assert f".SS claimcheck {name}" in text
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff here")
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8", "-K", "utf8", str(page)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "EXIT STATUS" in re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)


def test_bad_words_are_told_the_usage(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), "nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "man FILE" in done.stderr
