"""Completion, as a real bash asks for it: commands, options, papers, rules and tables."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import environment

BASH = shutil.which("bash")

# What bash does on a tab: it fills COMP_WORDS and COMP_CWORD, calls the function that `complete` names for the command,
# and takes COMPREPLY.
TAB = """
eval "$(_CLAIMCHECK_COMPLETE=bash_source claimcheck)"
name=$(complete -p claimcheck | sed 's/.*-F \\([^ ]*\\).*/\\1/')
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
"$name" claimcheck "${{COMP_WORDS[COMP_CWORD]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def offered(project: Path, tmp_path: Path) -> Callable[[str], list[str]]:
    """What bash offers for a line whose last word is being typed."""
    if BASH is None:
        pytest.skip("there is no bash here")
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "claimcheck"  # as pip would install it, for the tree that is tested
    command.write_text(
        f"#!{sys.executable}\nfrom claimcheck.cli import main\nimport sys\nsys.argv[0] = 'claimcheck'\nmain()\n",
        encoding="utf-8",
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    variables = environment()
    variables["PATH"] = f"{folder}:{variables['PATH']}"

    def offered_(line: str) -> list[str]:
        words = " ".join(f"'{word}'" for word in line.split(" "))
        done = subprocess.run(
            [str(BASH), "--norc", "-c", TAB.format(words=words)],
            cwd=project,
            env=variables,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.split()

    return offered_


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("claimcheck ver", ["verify"]),
        ("claimcheck verify --form", ["--format"]),
        ("claimcheck table --by ben", ["benchmark"]),
        ("claimcheck show ", ["quick"]),  # the vocabulary beside it is no paper
        ("claimcheck show x", []),
        ("claimcheck explain value-not", ["value-not-in-quote"]),
        ("claimcheck explain cc40", ["CC401", "CC402", "CC403"]),
        ("claimcheck table ", ["gains", "by-benchmark", "by-metric", "by-kind", "by-paper"]),
        ("claimcheck table by-m", ["by-metric"]),
    ],
)
def test_bash_offers(line: str, expected: list[str], offered: Callable[[str], list[str]], project: Path) -> None:
    (project / "claims" / "vocabulary.yaml").write_text("schema: claimcheck-vocabulary/1\n", encoding="utf-8")
    (project / "pyproject.toml").write_text("[tool.claimcheck.tables.gains]\n", encoding="utf-8")
    assert offered(line) == expected


def test_where_the_configuration_cannot_be_used_nothing_is_offered_and_nothing_said(
    offered: Callable[[str], list[str]], project: Path
) -> None:
    (project / "pyproject.toml").write_text("[tool.claimcheck]\nno-such-key = 1\n", encoding="utf-8")
    assert offered("claimcheck show ") == []
    assert offered("claimcheck table by-m") == ["by-metric"]
