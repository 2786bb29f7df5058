"""Start-up stays lean: which heavy modules a command may import at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.cli import COMMANDS

from .conftest import environment

HEAVY = frozenset(
    {
        "asyncio",
        "claimcheck.claims.extra",
        "hypothesis",
        "importlib.metadata",
        "jsonschema",
        "jsonschema_rs",
        "pydantic",
        "pydantic_core",
        "rapidfuzz",
        "referencing",
        "tabulate",
        "xml.etree.ElementTree",
        "yaml",
    }
)

# What reading a project takes: libyaml's events, and the gate that is faster than pydantic's import alone.
READING = {"yaml", "jsonschema_rs"}
# The rules know the records that claim files are read into, and these know the events.
RULES = {"yaml"}
# Both libraries look at the versions of others.
PYDANTIC = {"pydantic", "pydantic_core", "importlib.metadata"}
# It looks for fields of the project's own, which most projects do not have.
OWN_FIELDS = {"claimcheck.claims.extra"}
TABULATE = {"tabulate", "importlib.metadata"}

ALLOWED: list[tuple[str, set[str]]] = [
    ("--version", set()),
    ("--help", set()),
    ("verify --help", set()),
    ("verify", READING),
    ("verify claims/quick.yaml", READING),
    ("verify --format full", READING),
    ("verify --format json", READING),
    ("verify --format github", READING),
    ("fix --diff", READING),
    ("new --line seeds/s.txt:1 --stdout", READING),
    ("diff . .", READING),
    ("fix", READING),
    ("fix --check claims/quick.yaml", READING),
    ("diff . .", READING),
    ("diff . . --format json", READING),
    ("table", READING | TABULATE),
    ("table --format json", READING),
    ("table --format csv", READING),
    ("export", READING),
    ("export --format csv", READING | OWN_FIELDS),
    ("numbers seeds/s.txt", set()),
    ("numbers --format jsonl seeds/s.txt", set()),
    ("show quick", READING),
    ("why seeds/s.txt:1", READING),
    ("redteam --list", RULES),
    ("lsp --help", set()),
    ("rules", RULES),
    ("explain CC201", RULES),
    ("schema", RULES | PYDANTIC),
]

PROBE = """
import atexit, sys
atexit.register(lambda: open({probe!r}, "w").write("\\n".join(sys.modules)))
from claimcheck.cli import main
main()
"""


def imported(words: str, project: Path) -> frozenset[str]:
    """The heavy modules that `claimcheck WORDS` has imported by its end."""
    probe = project.parent / "modules"
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(probe=str(probe)), *words.split()],
        cwd=project,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return HEAVY & set(probe.read_text(encoding="utf-8").split("\n"))


@pytest.mark.parametrize(("words", "allowed"), ALLOWED, ids=[words for words, _ in ALLOWED])
def test_a_command_imports_no_heavy_module_that_it_does_not_need(words: str, allowed: set[str], project: Path) -> None:
    assert imported(words, project) <= allowed


def test_the_table_holds_every_command() -> None:
    assert {words.split()[0] for words, _ in ALLOWED if not words.startswith("-")} == set(COMMANDS)


def test_the_probe_sees_what_is_imported(project: Path) -> None:
    """Else the tests above could not fail: the schema is written by pydantic, tables are drawn by tabulate."""
    assert "pydantic" in imported("schema", project)
    assert "tabulate" in imported("table", project)
    assert "claimcheck.claims.extra" in imported("export --format csv", project)


def test_a_draft_is_told_without_a_search_for_like_names(project: Path) -> None:
    """Its TODO is told; that the abstract does not name it is no news, and needs no fuzzy matching."""
    path = project / "claims/quick.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("subject: Quick", "subject: TODO"), encoding="utf-8")
    code = "import sys, claimcheck; print([each.code for each in claimcheck.verify('.').findings], 'rapidfuzz' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['CC007'] False"


def test_the_package_alone_imports_nothing_of_its_own() -> None:
    """The public names are imported when they are first used."""
    code = "import sys, claimcheck; print([name for name in sys.modules if name.startswith('claimcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
