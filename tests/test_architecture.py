"""The house stands as it is drawn: imports only go down, every module has its place, rules only look."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = ROOT / "pyproject.toml"


def contracts_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the contracts of `pyproject.toml` hold for the package in a folder."""
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    return lint_imports(config_filename=str(PYPROJECT), no_cache=True) == 0


def test_imports_only_go_down(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    kept = contracts_hold(ROOT, monkeypatch)
    assert kept, capsys.readouterr().out


def test_every_module_has_its_place() -> None:
    """The contract is exhaustive, but says nothing of a module that is listed and gone."""
    house = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    listed = {name for layer in house["layers"] for name in layer.replace("|", " ").replace(":", " ").split()}
    there = {path.stem for path in (ROOT / "claimcheck").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert house["exhaustive"]
    assert listed == there - {"__init__"}


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("source.py", "from claimcheck.app import verify"),  # up, all the way
        ("numerals/units.py", "def late() -> None:\n    import claimcheck.dataset"),  # up, hidden in a function
        ("rules/mention.py", "from claimcheck.config import Config"),  # a rule that looks at the configuration
        ("rules/mention.py", "import click"),  # a rule that prints
        ("tables/build.py", "import claimcheck.exporters"),  # sideways
        ("attic.py", ""),  # a module without a place
    ],
)
def test_the_contracts_would_tell(
    module: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the first test could not fail. The package is copied under its own name; only its text is read."""
    shutil.copytree(ROOT / "claimcheck", tmp_path / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "claimcheck" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\n{line}\n")
    assert not contracts_hold(tmp_path, monkeypatch)
    capsys.readouterr()
