"""The house stands as it is drawn: imports only go down, every module has its place, rules only look."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = ROOT / "pyproject.toml"
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Checks the contracts of `pyproject.toml` on the package in a folder, by reading its text."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--config", str(PYPROJECT), "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_imports_only_go_down() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_place_is_taken() -> None:
    """The contract is exhaustive: it tells of a module without a place, but not of a place without a module."""
    house = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    listed = {name for layer in house["layers"] for name in layer.replace("|", " ").replace(":", " ").split()}
    assert house["exhaustive"]
    for name in sorted(listed):
        assert list((ROOT / "claimcheck").glob(f"{name}*")), f"{name} is gone; remove its place in pyproject.toml"


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("source.py", "from claimcheck.app import verify", "claimcheck.source is not allowed to import claimcheck.app"),
        (
            "numerals/units.py",
            "def late() -> None:\n    import claimcheck.dataset",
            "claimcheck.numerals is not allowed to import claimcheck.dataset",
        ),
        (
            "matching/quotes.py",
            "from claimcheck.dataset import Dataset",
            "claimcheck.matching.quotes is not allowed to import claimcheck.dataset",
        ),
        (
            "rules/mention.py",
            "from claimcheck.config import Config",
            "claimcheck.rules is not allowed to import claimcheck.config",
        ),
        ("rules/mention.py", "import click", "claimcheck.rules is not allowed to import click"),
        (
            "tables/build.py",
            "import claimcheck.exporters",
            "claimcheck.tables is not allowed to import claimcheck.exporters",
        ),
        ("attic.py", "", "- claimcheck.attic"),
    ],
)
def test_a_wrong_import_would_be_told(module: str, line: str, told: str, tmp_path: Path) -> None:
    """Else the first test could not fail."""
    shutil.copytree(ROOT / "claimcheck", tmp_path / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "claimcheck" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert told in done.stdout
